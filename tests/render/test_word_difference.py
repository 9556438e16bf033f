"""What has changed in a text, word by word."""

import pytest

from stepsheet.render.word_difference import difference

SIGNS = {"same": " ", "gone": "-", "come": "+"}


def told(old: str, new: str) -> list[str]:
    return [SIGNS[run.fate] + run.text for run in difference(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("Wait.", "Wait.", [" Wait."]),
        ("Close the lid slowly.", "Close the lid.", [" Close the lid", "- slowly", " ."]),
        ("Ждите.", "Подождите.", ["-Ждите", "+Подождите", " ."]),
        ("点击保存按钮", "点击取消按钮", [" 点击", "-保存", "+取消", " 按钮"]),
        ("a\n\n- b", "a\n\n- b;\n- c", [" a\n\n- b", "+;\n- c"]),
        ("a a a", "a a", [" a a", "- a"]),
    ],
)
def test_both_versions_can_be_read_from_the_runs(old: str, new: str, runs: list[str]) -> None:
    assert told(old, new) == runs
    assert "".join(run.text for run in difference(old, new) if run.fate != "come") == old
    assert "".join(run.text for run in difference(old, new) if run.fate != "gone") == new


def test_two_long_texts_with_nothing_in_common_are_told_as_a_whole() -> None:
    old, new = " ".join(f"a{number}" for number in range(2000)), " ".join(f"b{number}" for number in range(2000))
    assert told(old, new) == [f"-{old}", f"+{new}"]
