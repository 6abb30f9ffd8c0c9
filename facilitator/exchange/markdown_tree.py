"""The five-whys tree as a nested Markdown list and as a Mermaid picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.exchange.markup import escaped, mermaid_label
from facilitator.exchange.phrases import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.records import Factor

    Factors = tuple[Factor, ...]

INDENT_LIMIT = 40
"""Levels a list is indented at most; deeper factors stay at this one."""
_SHAPES = {FactorKind.EFFECT: ("([", "])"), FactorKind.TRIGGER: ("{{", "}}")}
_LINES = {EvidenceStatus.SUPPORTED: "---", EvidenceStatus.RULED_OUT: "--x"}


def tree_list(factors: Factors, times: Mapping[str, str]) -> str:
    """Every factor below its parent; ``times`` gives the time of an event by its id."""
    return "\n".join(
        f"{'  ' * min(depth, INDENT_LIMIT)}- {_line(factor, times)}"
        for factor, depth in tree.walk(factors)
    )


def tree_picture(factors: Factors) -> str:
    """A Mermaid flow chart: dashed lines for what is not supported, a cross for ruled out."""
    names = {factor.id: f"n{index}" for index, (factor, _) in enumerate(tree.walk(factors))}
    nodes, edges = [], []
    for factor, _ in tree.walk(factors):
        left, right = _SHAPES.get(factor.kind, ("[", "]"))
        nodes.append(f'  {names[factor.id]}{left}"{mermaid_label(_caption(factor))}"{right}')
        if factor.parent is not None:
            line = _LINES.get(factor.evidence_status, "-.-")
            edges.append(f"  {names[factor.parent]} {line} {names[factor.id]}")
    return "\n".join(["```mermaid", "flowchart LR", *nodes, *edges, "```"])


def _line(factor: Factor, times: Mapping[str, str]) -> str:
    text = escaped(factor.text) or "…"
    if factor.evidence_status is EvidenceStatus.RULED_OUT:
        text = f"~~{text}~~"
    facts = [*_facts(factor), *(times[each] for each in factor.events if each in times)]
    if factor.joint:
        facts.append("these only together")
    return f"{text} ({', '.join(facts)})" if facts else text


def _caption(factor: Factor) -> str:
    facts = _facts(factor)
    return f"{factor.text} ({', '.join(facts)})" if facts else factor.text


def _facts(factor: Factor) -> list[str]:
    if factor.kind is FactorKind.EFFECT:
        return ["Effect"]
    place = words(factor.kind) if factor.kind is FactorKind.TRIGGER else words(factor.family)
    return list(filter(None, (place, words(factor.evidence_status).lower())))
