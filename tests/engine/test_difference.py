"""Is each difference between two runs told, once and as what it is?"""

from nianbao.engine.difference import Impact, Side, Spot, compare


def _spot(
    path: str = "a", place: str = "/x", *, rule: str = "SUM001", severity: str = "error"
) -> Spot:
    return Spot(path, rule, "a-rule", place, "表三", 3, 1, severity, f"{rule} 不平")


def _side(*spots: Spot, paths: tuple[str, ...] = ("a", "b")) -> Side:
    return Side({path: [spot for spot in spots if spot.path == path] for path in paths})


def _kinds(impact: Impact) -> list[tuple[str, str, str]]:
    return [(change.kind, change.spot.rule, change.spot.path) for change in impact.changes]


def test_the_same_findings_are_no_change() -> None:
    side = _side(_spot(), _spot("b"), _spot(place="/y"))
    assert compare(side, side) == Impact((), 2)


def test_other_words_and_lines_are_no_change() -> None:
    old = _side(_spot())
    new = _side(_spot()._replace(message="另一句话", line=99, label="表四"))
    assert compare(old, new).changes == ()


def test_found_gone_and_of_another_severity() -> None:
    old = _side(_spot(), _spot(place="/y", rule="VAL001"))
    new = _side(_spot(severity="warning"), _spot("b", rule="DOC001"))
    impact = compare(old, new)
    assert _kinds(impact) == [
        ("found", "DOC001", "b"),
        ("severity", "SUM001", "a"),
        ("gone", "VAL001", "a"),
    ]
    changed = impact.changes[1]
    assert changed.old
    assert (changed.old.severity, changed.spot.severity) == ("error", "warning")


def test_one_more_at_the_same_place_is_one_change() -> None:
    assert _kinds(compare(_side(_spot()), _side(_spot(), _spot()))) == [("found", "SUM001", "a")]
    assert _kinds(compare(_side(_spot(), _spot()), _side(_spot()))) == [("gone", "SUM001", "a")]


def test_documents_of_one_side_are_left_out() -> None:
    impact = compare(_side(_spot("b")), _side(paths=("a", "c")))
    assert impact == Impact((), 1, left_out=("b", "c"))


def test_what_was_not_read_and_what_crashed_is_told_once() -> None:
    old = Side({}, ("x", "y"), (("a", "SUM001"),))
    new = Side({}, ("y", "z"), (("a", "SUM001"), ("a", "SUM002")))
    impact = compare(old, new)
    assert impact.unread == ("x", "y", "z")
    assert impact.crashed == (("a", "SUM001"), ("a", "SUM002"))
