"""The learning digest as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.digest import NEVER_PEOPLE, title_of
from facilitator.exchange.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.digest import Chapter, Digest, Part, Point


def write_digest(digest: Digest) -> bytes:
    """UTF-8: a heading a chapter, a list a part."""
    parts = [f"# {title_of(digest.quarter)}", f"{digest.facts}. {NEVER_PEOPLE}"]
    for chapter in digest.chapters:
        parts += _chapter(chapter)
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.title}"
    told = chapter.told
    if not told:
        yield chapter.nothing
    for part in told:
        yield f"### {part.title}"
        yield _part(part)


def _part(part: Part) -> str:
    lines = "\n".join(map(_point, part.points))
    return "\n\n".join(filter(None, (lines, part.more)))


def _point(point: Point) -> str:
    source = f" _{escaped(point.source)}_" if point.source else ""
    return f"- {escaped(point.text)}{source}"
