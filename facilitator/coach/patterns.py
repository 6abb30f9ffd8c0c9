"""Proposes factors of several reviews as one pattern: those that name the same weakness."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from facilitator.coach.likeness import Said, counts_as, likeness, said, shared_words, weight
from facilitator.coach.tables import listed, table
from facilitator.domain.patterns import LEAST, Met

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from facilitator.domain.patterns import Place

# A line is looked up by pairs of its rarest words, and compared with so many of each.
_RAREST, _NEAR, _MOST = 4, 5, 24
"""More lines than ``_MOST`` are not proposed as one."""
_NAME = 70
_BYTES = 12
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Factors that may be one pattern, by review; ``joins`` names the pattern they may join.

    ``share`` are words that all of them have. ``digests`` keep it from coming back once it was
    declined, ``digests_of`` does so for one of its factors.
    """

    met: tuple[Met, ...]
    name: str
    share: tuple[str, ...]
    digests: frozenset[str]
    joins: str | None = None

    @property
    def cases(self) -> int:
        """How many incidents met it."""
        return len({each.case for each in self.met})

    @property
    def why(self) -> str:
        """Why they are thought to be one, in words."""
        return f"share: {', '.join(self.share)}"

    def digests_of(self, met: Met) -> frozenset[str]:
        """What keeps one of its factors away from all others of it."""
        if self.joins is not None:
            return apart(met, self.joins)
        line = line_of(met)
        others = [each for each in self.met if each is not met]
        return frozenset(_digest(*sorted((line, line_of(each)))) for each in others)


def apart(met: Met, pattern_id: str) -> frozenset[str]:
    """What keeps a factor out of a pattern."""
    return frozenset({_digest(line_of(met), pattern_id)})


@dataclass(frozen=True, slots=True)
class _Line:
    """Factors with the same words, the names of their own services left out."""

    text: str
    said: Said
    met: tuple[Met, ...]


def proposals(
    met: Iterable[Met], taken: Mapping[Place, str], declined: frozenset[str]
) -> tuple[Proposal, ...]:
    """What may be a pattern, or may join one; that which most incidents met comes first.

    ``taken`` tells the pattern that a factor is in already. The order of ``met`` does not matter.
    """
    given = list(met)
    free = _lines(each for each in given if each.place not in taken)
    by_pattern: dict[str, list[Met]] = defaultdict(list)
    for each in given:
        if each.place in taken:
            by_pattern[taken[each.place]].append(each)
    joining = {}
    if by_pattern:
        kept = {key: _lines(each) for key, each in by_pattern.items()}
        joining = _joining(free, kept, declined)
    rest = [
        each for each in free if each.text not in joining and not _declined(each, each, declined)
    ]
    found = [_proposal(each) for each in _clusters(rest, declined) if _is_several(each)]
    found += _joins(joining, free)
    return tuple(sorted(found, key=lambda each: (-each.cases, each.name, each.met[0].place)))


def line_of(met: Met) -> str:
    """The words of a factor without case, signs and the names of the review's own services."""
    own = {word for name in met.services for word in _WORD.findall(name.casefold())}
    words = [each for each in _spoken(met.text) if each not in own]
    return " ".join(words)


@lru_cache(maxsize=1 << 12)
def _spoken(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.casefold()))


def _lines(met: Iterable[Met]) -> list[_Line]:
    by_text: dict[str, list[Met]] = defaultdict(list)
    for each in met:
        by_text[line_of(each)].append(each)
    found = []
    for text in sorted(by_text):
        line = _Line(text, said(text), tuple(sorted(by_text[text], key=lambda each: each.place)))
        if len(line.said.words) >= LEAST:
            found.append(line)
    return found


# -- clusters ----------------------------------------------------------------------------------


def _clusters(lines: Sequence[_Line], declined: frozenset[str]) -> Iterator[tuple[_Line, ...]]:
    """Lines that are all like each other, none of them declined with another."""
    group = list(range(len(lines)))
    members = {each: [each] for each in group}
    apart = defaultdict[int, set[int]](set)
    for _score, one, other in sorted(_pairs(lines, declined)):
        ours, theirs = group[one], group[other]
        if ours == theirs or theirs in apart[ours]:
            continue
        if not _fit(lines, members[ours], members[theirs], declined):
            # Two of them are not alike, and will not be whatever else comes in.
            apart[ours].add(theirs)
            apart[theirs].add(ours)
            continue
        members[ours] += members[theirs]
        for each in members.pop(theirs):
            group[each] = ours
        for each in apart.pop(theirs, ()):
            apart[each].add(ours)
            apart[ours].add(each)
    for key in sorted(members):
        yield tuple(lines[each] for each in sorted(members[key]))


def _pairs(lines: Sequence[_Line], declined: frozenset[str]) -> Iterator[tuple[float, int, int]]:
    """Pairs that are alike, the best first: their likeness (negative) and their places."""
    for one, other in _candidates(lines):
        score = likeness(lines[one].said, lines[other].said)
        if score and not _declined(lines[one], lines[other], declined):
            yield -score, one, other


def _candidates(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Places of lines that share two of their rarest words, and are near among those that do."""
    order = [" ".join(sorted(each.said.words)) for each in lines]
    found = set()
    for shelf in _shelves(lines):
        shelf.sort(key=lambda place: (order[place], place))
        for at, one in enumerate(shelf):
            for other in shelf[at + 1 : at + 1 + _NEAR]:
                found.add((one, other) if one < other else (other, one))
    yield from found


def _shelves(lines: Sequence[_Line]) -> Iterable[list[int]]:
    """Places that share a pair of heads, which are among the rarest of each."""
    often = Counter(head for each in lines for head in each.said.heads)
    shelves = defaultdict[tuple[str, str, bool], list[int]](list)
    for place, each in enumerate(lines):
        rarest = sorted(each.said.heads, key=lambda head: (often[head], head))[:_RAREST]
        for one, other in combinations(sorted(rarest), 2):
            shelves[one, other, each.said.lacks].append(place)
    return (each for each in shelves.values() if len(each) >= LEAST)


def _fit(
    lines: Sequence[_Line], ours: list[int], theirs: list[int], declined: frozenset[str]
) -> bool:
    """Whether all of the one are like all of the other, and not too many together."""
    if len(ours) + len(theirs) > _MOST:
        return False
    return all(
        likeness(lines[one].said, lines[other].said)
        and not _declined(lines[one], lines[other], declined)
        for one in ours
        for other in theirs
    )


def _declined(one: _Line, other: _Line, declined: frozenset[str]) -> bool:
    return bool(declined) and _digest(*sorted((one.text, other.text))) in declined


def _is_several(lines: tuple[_Line, ...]) -> bool:
    """Whether several incidents met it."""
    return len({met.case for each in lines for met in each.met}) >= LEAST


def _proposal(lines: tuple[_Line, ...]) -> Proposal:
    met = tuple(each for line in lines for each in line.met)
    texts = [each.text for each in lines]
    pairs = [tuple(sorted(pair)) for pair in combinations(texts, 2)]
    pairs += [(each.text, each.text) for each in lines if len(each.met) >= LEAST]
    share = _shared([each.said for each in lines])
    shortest = min(met, key=lambda each: (len(each.text), each.text, each.place))
    return Proposal(
        met=tuple(sorted(met, key=_by_day)),
        name=_name(shortest.text, share),
        share=_spelt(shortest.text, share),
        digests=frozenset(_digest(*pair) for pair in pairs),
    )


def _by_day(met: Met) -> tuple[bool, str, Place]:
    return met.day is None, met.day.isoformat() if met.day else "", met.place


# -- joining -----------------------------------------------------------------------------------


def _joining(
    free: Sequence[_Line], kept: Mapping[str, Sequence[_Line]], declined: frozenset[str]
) -> dict[str, str]:
    """The pattern that each line may join: one whose lines are mostly like it."""
    shelves = defaultdict[str, set[str]](set)
    for key, lines in kept.items():
        for head in {head for each in lines for head in each.said.heads}:
            shelves[head].add(key)
    found = {}
    for line in free:
        seen = defaultdict[str, int](int)
        for head in line.said.heads:
            for key in shelves.get(head, ()):
                seen[key] += 1
        best = [
            (-score, key)
            for key, heads in seen.items()
            if heads >= LEAST
            and (score := _fits_in(line, kept[key]))
            and _digest(line.text, key) not in declined
        ]
        if best:
            found[line.text] = min(best)[1]
    return found


def _fits_in(line: _Line, lines: Sequence[_Line]) -> float:
    scores = [likeness(line.said, each.said) for each in lines]
    alike = [each for each in scores if each]
    return max(alike) if 2 * len(alike) >= len(scores) and alike else 0.0


def _joins(joining: Mapping[str, str], free: Sequence[_Line]) -> Iterator[Proposal]:
    by_pattern: dict[str, list[_Line]] = defaultdict(list)
    for line in free:
        if line.text in joining:
            by_pattern[joining[line.text]].append(line)
    for key, lines in sorted(by_pattern.items()):
        met = [each for line in lines for each in line.met]
        words = _shared([each.said for each in lines])
        yield Proposal(
            met=tuple(sorted(met, key=_by_day)),
            name=met[0].text,
            share=_spelt(met[0].text, words),
            digests=frozenset(_digest(each.text, key) for each in lines),
            joins=key,
        )


# -- words -------------------------------------------------------------------------------------


def _shared(lines: Sequence[Said]) -> tuple[str, ...]:
    """What the words count as that all lines have, the weighty first."""
    first, *others = lines
    shared = set(first.words)
    for each in others:
        shared &= shared_words(first, each)
    return tuple(sorted(shared, key=lambda word: (-weight(word), word)))


def _spelt(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words as a text has them, in its order."""
    found = {counts_as(each): each.casefold() for each in reversed(_WORD.findall(text))}
    order = [each.casefold() for each in _WORD.findall(text)]
    spelt = {found[each] for each in words if each in found}
    return tuple(dict.fromkeys(each for each in order if each in spelt)) or tuple(words)


@cache
def _leading(name: str) -> frozenset[str]:
    return frozenset(listed(table("likeness")[name]))


def _name(text: str, share: Sequence[str]) -> str:
    """The part of a text from the first to the last of the words that all have."""
    places = [found.span() for found in _WORD.finditer(text) if counts_as(found[0]) in share]
    name = " ".join(text[places[0][0] : places[-1][1]].split()) if places else text
    before = text[: places[0][0]].split()[-2:] if places else []
    if " ".join(before).casefold() in _leading("before_both"):
        name = f"{' '.join(before)} {name}"
    elif before and before[-1].casefold() in _leading("before"):
        name = f"{before[-1]} {name}"
    name = name if len(name) <= _NAME else " ".join(_spelt(text, share))[:_NAME]
    return name[:1].upper() + name[1:]


def _digest(*texts: str) -> str:
    """A fingerprint of lines that were declined together; it tells no word of them."""
    told = "\n".join(texts).encode(errors="surrogatepass")
    return blake2b(told, digest_size=_BYTES).hexdigest()
