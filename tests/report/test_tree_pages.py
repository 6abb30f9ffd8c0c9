"""A tree in parts: every node stands somewhere, no part is too large, references agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from facilitator.geometry.tree import Spacing
from facilitator.geometry.tree_pages import Looks, Part, Room, split

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM = Room(width=490.0, height=700.0, first_height=600.0)
SPACING = Spacing(column_gap=16.0, leaf_gap=8.0, caption_above=15.0, caption_clear=8.0)
WIDTH, HEIGHT, NOTE = 100.0, 50.0, 10.0

Tree = dict[str, list[str]]


def _measure(_node: str, notes: int) -> tuple[float, float]:
    return WIDTH, HEIGHT + notes * NOTE


def _split(tree: Tree, room: Room = ROOM) -> tuple[Part, ...]:
    def children(node: str) -> Sequence[str]:
        return tree.get(node, [])

    return split("0", children, _measure, room, Looks(spacing=SPACING))


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    size = draw(st.integers(1, 120))
    deep = draw(st.booleans())
    tree: Tree = {"0": []}
    for n in range(1, size):
        parent = draw(st.integers(max(0, n - 4) if deep else 0, n - 1))
        tree[str(parent)].append(str(n))
        tree[str(n)] = []
    return tree


def _drawn(part: Part) -> set[tuple[str, str]]:
    """The lines of a part, from parent to child."""
    return {(line.parent, line.child) for line in part.layout.connectors}


@given(tree=trees())
def test_every_line_is_drawn_once_and_no_part_is_too_large(tree: Tree) -> None:
    parts = _split(tree)
    lines = [line for part in parts for line in _drawn(part)]
    assert len(lines) == len(set(lines))
    assert set(lines) == {(parent, child) for parent in tree for child in tree[parent]}
    for index, part in enumerate(parts):
        bounds = part.layout.bounds
        assert bounds.width <= ROOM.width
        assert bounds.height <= (ROOM.height if index else ROOM.first_height) + 1e-6


@given(tree=trees())
def test_references_agree_both_ways(tree: Tree) -> None:
    parts = _split(tree)
    for index, part in enumerate(parts):
        for node, there in part.continued.items():
            assert parts[there].root == node
            assert parts[there].origin == index
            assert node in part.layout.boxes
        if part.after is not None:
            assert parts[part.after].before == index
            assert parts[part.after].root == part.root
        if part.origin is not None:
            assert parts[part.origin].continued[part.root] == index
    # Every part but the first can be reached from another one.
    assert all(part.origin is not None or part.before is not None for part in parts[1:])


def test_a_tree_that_fits_is_one_part() -> None:
    (part,) = _split({"0": ["1", "2"], "1": ["3"]})
    assert part.layout.boxes.keys() == {"0", "1", "2", "3"}
    assert part.notes == 0


def test_a_chain_goes_on_in_parts() -> None:
    parts = _split({str(n): [str(n + 1)] for n in range(10)})
    assert [part.root for part in parts] == ["0", "3", "6", "9"]
    assert [part.continued for part in parts] == [{"3": 1}, {"6": 2}, {"9": 3}, {}]


def test_many_siblings_go_on_beside_the_same_root() -> None:
    parts = _split({"0": [str(n) for n in range(1, 31)]})
    assert {part.root for part in parts} == {"0"}
    assert [child for part in parts for child in part.shown] == [str(n) for n in range(1, 31)]
    assert [(part.before, part.after) for part in parts] == [(None, 1), (0, 2), (1, None)]


def test_a_high_branch_shows_fewer_levels() -> None:
    tree = {"0": ["1"], "1": ["2", "3"]}
    tree |= {parent: [f"{parent}-{n}" for n in range(8)] for parent in ("2", "3")}
    parts = _split(tree)
    assert parts[0].layout.boxes.keys() == {"0", "1", "2", "3"}
    assert parts[0].continued == {"2": 1, "3": 2}
