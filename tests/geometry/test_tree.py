"""Laws of the laid out tree: nothing overlaps, order stays, and pointing finds what is seen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.geometry.box import Box
from facilitator.geometry.tree import NORMAL, Layout, lay_out

if TYPE_CHECKING:
    from facilitator.geometry.tree_parts import Connector

ROOT_SIZE, WIDTH = (152.0, 172.0), 288.0
CAPTION = (200.0, 24.0)


@dataclass(frozen=True)
class Plan:
    """A tree to lay out; ``heights`` also names its nodes."""

    heights: dict[str, float]
    children: dict[str, list[str]]
    selected: str | None = None
    triggers: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()
    scale: float = 1.0

    def size(self, node: str) -> tuple[float, float]:
        width = ROOT_SIZE[0] if node == "n0" else WIDTH
        return width * self.scale, self.heights[node] * self.scale

    def lay_out(self, root: str = "n0", *, captions: bool = True) -> Layout:
        return lay_out(
            root,
            self.children.get,
            self.size,
            selected=self.selected,
            triggers=self.triggers,
            joint=self.joint,
            scale=self.scale,
            captions=captions,
        )

    def below(self, node: str) -> set[str]:
        """A node and all that hangs on it."""
        return {node}.union(*(self.below(each) for each in self.children.get(node, ())))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Trees of up to 20 nodes, deep and flat, with a selection, triggers and brackets."""
    count = draw(st.integers(1, 20))
    ids = [f"n{number}" for number in range(count)]
    children: dict[str, list[str]] = {}
    for number in range(1, count):
        parent = draw(st.integers(max(0, number - draw(st.sampled_from([1, 4, 20]))), number - 1))
        children.setdefault(ids[parent], []).append(ids[number])
    heights = {node: float(draw(st.integers(69, 240))) for node in ids}
    heights["n0"] = ROOT_SIZE[1]
    first = children.get("n0", [])
    return Plan(
        heights,
        children,
        draw(st.none() | st.sampled_from(ids)),
        frozenset(draw(st.sets(st.sampled_from(first)))) if first else frozenset(),
        frozenset(draw(st.sets(st.sampled_from(ids)))),
        draw(st.sampled_from([0.8, 1.0, 1.5])),
    )


def apart(one: Box, other: Box) -> bool:
    """Whether two rectangles have nothing in common but an edge."""
    slack = 1e-6
    return (
        one.right <= other.x + slack
        or other.right <= one.x + slack
        or one.bottom <= other.y + slack
        or other.bottom <= one.y + slack
    )


def inside(inner: Box, outer: Box) -> bool:
    slack = 1e-6
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def ghosts(layout: Layout) -> list[Box]:
    return [Box(each.x, each.y, each.width, each.height) for each in layout.ghosts]


def captions(layout: Layout) -> list[Box]:
    width, height = (length * layout.scale for length in CAPTION)
    return [Box(each.x, each.y, width, height) for each in layout.captions]


# -- where things stand ------------------------------------------------------------------------


@given(plans())
def test_nothing_overlaps(plan: Plan) -> None:
    layout = plan.lay_out()
    everything = [*layout.boxes.values(), *ghosts(layout), *captions(layout)]
    assert all(apart(one, other) for one, other in combinations(everything, 2))


@given(plans())
def test_every_node_has_its_size_and_its_place_once(plan: Plan) -> None:
    layout = plan.lay_out()
    assert layout.boxes.keys() == plan.heights.keys()
    assert {node: box[2:] for node, box in layout.boxes.items()} == {
        node: plan.size(node) for node in plan.heights
    }


@given(plans())
def test_a_parent_stands_half_way_between_its_first_and_last_child(plan: Plan) -> None:
    boxes = plan.lay_out().boxes
    for parent, below in plan.children.items():
        first, last = boxes[below[0]], boxes[below[-1]]
        assert boxes[parent].middle == pytest.approx((first.middle + last.middle) / 2)


@given(plans())
def test_children_keep_their_order_a_column_further_on(plan: Plan) -> None:
    layout = plan.lay_out()
    for parent, below in plan.children.items():
        assert all(
            layout.boxes[each].x >= layout.boxes[parent].right + layout.column_gap - 1e-6
            for each in below
        )
        for one, other in pairwise(below):
            gap = layout.boxes[other].y - layout.boxes[one].bottom
            assert gap >= layout.leaf_gap - 1e-6


@given(plans())
def test_columns_hold_every_node_from_top_to_bottom(plan: Plan) -> None:
    layout = plan.lay_out()
    assert sorted(node for column in layout.columns for node in column) == sorted(layout.boxes)
    for left, column in zip(layout.lefts, layout.columns, strict=True):
        assert {layout.boxes[node].x for node in column} == {left}
        tops = [layout.boxes[node].y for node in column]
        assert tops == sorted(tops)


@given(plans())
def test_bounds_hold_everything(plan: Plan) -> None:
    layout = plan.lay_out()
    everything = [*layout.boxes.values(), *ghosts(layout)]
    assert all(inside(each, layout.bounds) for each in everything)
    assert all(each.y >= layout.bounds.y for each in layout.captions)


@given(plans(), st.data())
def test_a_subtree_looks_the_same_wherever_it_hangs(plan: Plan, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(sorted(plan.heights)))
    whole, alone = plan.lay_out(captions=False), plan.lay_out(top, captions=False)
    if plan.selected in plan.below(top) or top == "n0":
        return
    x, y = whole.boxes[top][:2]
    for node, box in alone.boxes.items():
        here = whole.boxes[node]
        assert (here.x - x, here.y - y) == pytest.approx(
            (box.x - alone.boxes[top].x, box.y - alone.boxes[top].y)
        )


@given(plans(), st.data())
def test_what_is_folded_leaves_the_rest_in_order(plan: Plan, data: st.DataObject) -> None:
    folded = data.draw(st.sampled_from(sorted(plan.heights)))
    open_below = {node: below for node, below in plan.children.items() if node != folded}
    layout = lay_out("n0", open_below.get, plan.size, scale=plan.scale)
    assert layout.boxes.keys() == (plan.heights.keys() - plan.below(folded)) | {folded}
    assert all(apart(one, other) for one, other in combinations(layout.boxes.values(), 2))


@given(plans())
def test_type_size_changes_nothing_but_the_size(plan: Plan) -> None:
    layout = plan.lay_out()
    plain = Plan(plan.heights, plan.children, plan.selected, plan.triggers, plan.joint).lay_out()
    for node, box in plain.boxes.items():
        assert layout.boxes[node] == pytest.approx([length * plan.scale for length in box])


# -- what else is seen -------------------------------------------------------------------------


@given(plans())
def test_ghosts_stand_where_the_keys_add(plan: Plan) -> None:
    layout = plan.lay_out()
    kinds = [each.kind for each in layout.ghosts]
    if plan.selected is None:
        assert kinds == []
        return
    assert kinds == (["why"] if plan.selected == "n0" else ["why", "else"])
    box, why = layout.boxes[plan.selected], layout.ghosts[0]
    assert why.x >= box.right + layout.column_gap - 1e-6
    below = plan.children.get(plan.selected)
    if below:
        assert why.y > layout.boxes[below[-1]].bottom
    for other in layout.ghosts[1:]:
        assert (other.x, other.y > box.bottom) == (box.x, True)


@given(plans())
def test_captions_stand_over_every_run_of_the_first_column(plan: Plan) -> None:
    first = plan.children.get("n0", [])
    kinds = ["trigger" if node in plan.triggers else "conditions" for node in first]
    runs = [kind for before, kind in pairwise(["", *kinds]) if kind != before]
    assert [each.kind for each in plan.lay_out().captions] == runs


@given(plans())
def test_brackets_stand_where_the_lines_turn(plan: Plan) -> None:
    layout = plan.lay_out()
    wanted = {node for node in plan.joint if len(plan.children.get(node, ())) > 1}
    assert {each.parent for each in layout.brackets} == wanted
    for bracket in layout.brackets:
        below = plan.children[bracket.parent]
        first, last = layout.boxes[below[0]], layout.boxes[below[-1]]
        assert layout.boxes[bracket.parent].right < bracket.x < first.x
        assert (bracket.top > first.y, bracket.bottom < last.bottom) == (True, True)


@given(plans())
def test_lines_lead_from_the_parent_to_the_child_and_the_triggers_are_last(plan: Plan) -> None:
    layout = plan.lay_out()
    lines = layout.connectors
    assert {(each.parent, each.child) for each in lines} == {
        (parent, child) for parent, below in plan.children.items() for child in below
    }
    for line in lines:
        start, end = layout.boxes[line.parent], layout.boxes[line.child]
        assert line.points[0] == (start.right, start.middle)
        # Lines that would step by less than half a pixel are straight.
        assert line.points[-1] == pytest.approx((end.x, end.middle), abs=0.5)
    sorts = [each.child in plan.triggers for each in lines]
    assert sorts == sorted(sorts)


def strength(node: str) -> int:
    return int(node[1:]) % 3


@given(plans())
def test_every_child_has_one_stroke_that_hangs_on_the_others(plan: Plan) -> None:
    layout = plan.lay_out()
    strokes = list(layout.strokes(layout.bounds, strength))
    assert sorted(each.child for each in strokes) == sorted(plan.heights.keys() - {"n0"})
    for parent, below in plan.children.items():
        mine = [each for each in strokes if each.parent == parent]
        assert all(_hangs_together(line, mine, layout) for line in mine)
        strongest = min(strength(each) for each in below)
        if not plan.triggers.intersection(below):
            long = [each for each in mine if each.points[0][0] == layout.boxes[parent].right]
            assert strongest in {strength(each.child) for each in long}


def _hangs_together(line: Connector, others: list[Connector], layout: Layout) -> bool:
    """Whether a line begins at its parent or on another line that does not begin there."""
    x, y = line.points[0]
    if x == layout.boxes[line.parent].right:
        return True
    return any(
        each is not line and each.high - 1e-6 <= y <= each.low + 1e-6 and len(each.points) > 2
        for each in others
    )


@given(plans(), st.data())
def test_a_part_shows_what_the_whole_shows_there(plan: Plan, data: st.DataObject) -> None:
    layout = plan.lay_out()
    part = _part(layout, data)
    seen = set(layout.within(part))
    for node, box in layout.boxes.items():
        touches = not apart(box, part)
        assert node in seen or not touches
        assert touches or node not in seen or _touch_at_an_edge(box, part)
    strokes = set(layout.strokes(part, strength))
    for line in layout.strokes(layout.bounds, strength):
        left, right = line.points[0][0], line.points[-1][0]
        if right > part.x and left < part.right and line.low > part.y and line.high < part.bottom:
            assert line in strokes


def _part(layout: Layout, data: st.DataObject) -> Box:
    bounds = layout.bounds
    x = data.draw(st.floats(bounds.x - 50, bounds.right + 50))
    y = data.draw(st.floats(bounds.y - 50, bounds.bottom + 50))
    return Box(x, y, data.draw(st.floats(1, 900)), data.draw(st.floats(1, 700)))


def _touch_at_an_edge(box: Box, part: Box) -> bool:
    wider = Box(part.x - 1e-5, part.y - 1e-5, part.width + 2e-5, part.height + 2e-5)
    return not apart(box, wider)


# -- walking and pointing ----------------------------------------------------------------------


@given(plans())
def test_arrows_find_the_way_back(plan: Plan) -> None:
    layout = plan.lay_out()
    for node in layout.boxes:
        right, down = layout.neighbour(node, "right"), layout.neighbour(node, "down")
        assert (right is None) == (node not in plan.children)
        assert right is None or layout.neighbour(right, "left") == node
        assert down is None or layout.neighbour(down, "up") == node
    assert layout.neighbour("n0", "left") is None
    assert layout.neighbour("nobody", "left") is None


@given(plans())
def test_down_walks_a_whole_column(plan: Plan) -> None:
    layout = plan.lay_out()
    for column in layout.columns:
        walked = [column[0]]
        while (below := layout.neighbour(walked[-1], "down")) is not None:
            walked.append(below)
        assert tuple(walked) == column


@given(plans(), st.data())
def test_a_point_hits_the_node_it_is_in(plan: Plan, data: st.DataObject) -> None:
    layout = plan.lay_out()
    for node, box in layout.boxes.items():
        assert layout.hit(box.x + box.width / 2, box.middle) == node
    part = _part(layout, data)
    found = [
        node
        for node, box in layout.boxes.items()
        if box.x <= part.x <= box.right and box.y <= part.y <= box.bottom
    ]
    assert layout.hit(part.x, part.y) == (found[0] if found else None)


@given(plans(), st.data())
def test_a_drop_lands_on_no_node_below_the_dragged_one(plan: Plan, data: st.DataObject) -> None:
    layout = plan.lay_out()
    dragged = data.draw(st.sampled_from(sorted(plan.heights)))
    part = _part(layout, data)
    target = layout.drop_target(part.x, part.y, dragged)
    if target is None:
        return
    assert target.parent not in plan.below(dragged)
    others = [each for each in plan.children.get(target.parent, []) if each != dragged]
    assert 0 <= target.index <= len(others)
    (x0, y0), (x1, y1) = target.line
    assert x0 < x1
    assert y0 == y1


@given(plans(), st.data())
def test_where_on_a_node_says_where_a_drop_lands(plan: Plan, data: st.DataObject) -> None:
    layout = plan.lay_out()
    dragged, onto = (data.draw(st.sampled_from(sorted(plan.heights))) for _ in range(2))
    box = layout.boxes[onto]
    x = box.x + box.width / 2
    behind = layout.drop_target(x, box.middle, dragged)
    before = layout.drop_target(x, box.y + 1, dragged)
    after = layout.drop_target(x, box.bottom - 1, dragged)
    if onto in plan.below(dragged):
        assert (behind, before, after) == (None, None, None)
        return
    others = [each for each in plan.children.get(onto, []) if each != dragged]
    assert behind is not None
    assert (behind.parent, behind.index) == (onto, len(others))
    parent = layout.parents[onto]
    if parent is None:
        assert before == after == behind
        return
    siblings = [each for each in plan.children[parent] if each != dragged]
    assert before is not None
    assert after is not None
    assert (before.parent, before.index) == (parent, siblings.index(onto))
    assert (after.parent, after.index) == (parent, siblings.index(onto) + 1)


def test_a_drop_between_two_nodes_lands_between_them() -> None:
    plan = Plan(dict.fromkeys(["n0", "n1", "n2", "n3"], 80.0), {"n0": ["n1", "n2", "n3"]})
    layout = plan.lay_out()
    box = layout.boxes["n1"]
    target = layout.drop_target(box.x + 20, box.bottom + 5, "n3")
    assert target is not None
    assert (target.parent, target.index) == ("n0", 1)
    assert target.line[0] == (box.x, box.bottom + layout.leaf_gap / 2)


def test_a_drop_far_from_everything_lands_nowhere() -> None:
    plan = Plan({"n0": 172.0, "n1": 80.0, "n2": 80.0}, {"n0": ["n1", "n2"]})
    layout = plan.lay_out()
    box = layout.boxes["n2"]
    assert layout.drop_target(box.x, box.bottom + 200, "n1") is None
    assert layout.drop_target(-20, box.y, "n1") is None


# -- as the look has it ------------------------------------------------------------------------


def test_the_distances_of_the_look() -> None:
    plan = Plan(
        {"n0": 172.0, "n1": 126.0, "n2": 101.0, "n3": 96.0},
        {"n0": ["n1", "n2"], "n2": ["n3"]},
        triggers=frozenset({"n1"}),
    )
    layout = plan.lay_out()
    assert layout.lefts == (0, 152 + 28, 152 + 28 + 288 + 28)
    trigger, conditions = layout.captions
    assert (trigger.kind, trigger.x) == ("trigger", layout.boxes["n1"].x + 16)
    assert (conditions.kind, conditions.x) == ("conditions", layout.boxes["n2"].x)
    assert layout.boxes["n2"].y - layout.boxes["n1"].bottom == NORMAL.caption_above + 6


def test_a_selected_leaf_keeps_room_for_what_else() -> None:
    plan = Plan(dict.fromkeys(["n0", "n1", "n2"], 80.0), {"n0": ["n1", "n2"]}, selected="n1")
    layout = plan.lay_out()
    gap = layout.boxes["n2"].y - layout.boxes["n1"].bottom
    assert gap == pytest.approx(NORMAL.ghost_reserve + NORMAL.leaf_gap)


def test_a_caption_stands_clear_of_the_ghost_above_it() -> None:
    triggers = frozenset({"n1"})
    plan = Plan(dict.fromkeys(["n0", "n1", "n2"], 80.0), {"n0": ["n1", "n2"]}, "n1", triggers)
    layout = plan.lay_out()
    assert layout.captions[1].y >= layout.ghosts[1].y + layout.ghosts[1].height


def test_an_effect_alone_has_one_ghost_and_no_caption() -> None:
    layout = Plan({"n0": 172.0}, {}, selected="n0").lay_out()
    (why,) = layout.ghosts
    assert (why.kind, why.x, why.y + why.height / 2) == ("why", 152 + 28, 86)
    assert why.points == ((152, 86), (180, 86))
    assert (layout.captions, layout.connectors) == ((), ())
