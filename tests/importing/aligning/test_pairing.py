"""Which parts of two lists belong together."""

from stepsheet.importing.aligning.pairing import pairs


def named(part: dict[str, object]) -> tuple[str, ...]:
    return (str(part["mark"]),) if part["mark"] else ()


def paired(ours: str, theirs: str) -> list[tuple[int, int]]:
    """Pairs of two lists of parts, one a letter; a dot is a part without a mark."""
    return pairs(*([{"mark": letter.strip(".")} for letter in row] for row in (ours, theirs)), named)


def test_lists_of_the_same_length_pair_by_position_whatever_marks_they_have() -> None:
    assert paired("a..", "..b") == [(0, 0), (1, 1), (2, 2)]


def test_a_part_too_many_without_any_mark_leaves_all_alone() -> None:
    assert paired("...", "....") == []


def test_a_shared_mark_holds_two_parts_together() -> None:
    assert paired("..a", ".a") == [(2, 1)]


def test_between_two_shared_marks_the_same_number_of_parts_pairs_by_position() -> None:
    assert paired("a..b.", "xa..b.") == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]


def test_between_two_shared_marks_different_numbers_of_parts_stay_alone() -> None:
    assert paired("a..b", "a.b") == [(0, 0), (3, 2)]


def test_a_mark_that_stands_twice_holds_nothing_together() -> None:
    assert paired("aa.", "aa") == []


def test_marks_that_cross_keep_the_order_of_the_first() -> None:
    assert paired("ab.", "ba") == [(0, 1)]
