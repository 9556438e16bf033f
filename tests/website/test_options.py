"""Tailoring in a real browser: questions are asked, what is not needed folds to a line and is not counted."""

import pytest

GUIDE = "en/guides/okx-api-keys/"
WATCHDOG = "ip-whitelist.add-watchdog-ip"


def answer(page, option, value):
    return page.locator(f'[data-ss-option="{option}"] input[value="{value}"]')


def count(page):
    return page.locator("[data-ss-progress] [data-ss-count]").inner_text()


def test_each_question_is_a_group_of_radio_buttons_named_by_it(visit):
    page = visit(GUIDE)
    group = page.get_by_role("group", name="Does Watchdog run on a separate server?")
    assert group.get_by_role("radio").count() == 3
    assert group.get_by_role("radio", name="Not sure: show everything").is_checked()
    group.get_by_role("radio", name="yes").focus()
    page.keyboard.press("ArrowDown")
    assert group.get_by_role("radio", name="no", exact=True).is_checked()


def test_a_step_that_does_not_apply_folds_to_a_line_that_names_the_answer(visit):
    page = visit(GUIDE)
    step = page.locator(".ss-step:has([data-ss-when^='watchdog'])")
    before = step.inner_text()
    answer(page, "watchdog", "no").check()
    assert step.inner_text().split() == [
        "6",
        "Not",
        "needed:",
        "Does",
        "Watchdog",
        "run",
        "on",
        "a",
        "separate",
        "server?",
        "—",
        "no",
    ]
    assert count(page) == "0 of 10"
    answer(page, "watchdog", "yes").check()
    assert (step.inner_text(), count(page)) == (before, "0 of 11")


def test_a_section_that_does_not_apply_folds_with_its_steps(visit):
    page = visit(GUIDE)
    section = page.locator('[data-ss-section="sub-accounts"]')
    steps = section.locator("[data-ss-kind=step]").count()
    answer(page, "account", "main").check()
    assert section.inner_text().split() == [
        "Not",
        "needed:",
        "Which",
        "account",
        "is",
        "the",
        "key",
        "for?",
        "—",
        "Main",
        "account",
    ]
    assert count(page) == f"0 of {11 - steps}"
    assert not any(box.is_visible() for box in section.locator(".ss-step").all())


def test_what_is_not_needed_can_be_shown_all_the_same(visit):
    page = visit(GUIDE)
    step = page.locator(".ss-step:has([data-ss-when^='watchdog'])")
    assert page.get_by_role("button", name="Show what is not needed, too").count() == 0
    answer(page, "watchdog", "no").check()
    button = page.get_by_role("button", name="Show what is not needed, too")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert step.locator(".ss-do").is_visible()
    assert step.locator(".ss-off").is_visible()
    assert count(page) == "0 of 10"
    button.click()
    assert step.locator(".ss-do").is_hidden()


def test_answers_belong_to_the_run_and_outlive_a_reload(visit):
    page = visit(GUIDE)
    answer(page, "watchdog", "no").check()
    page.reload()
    assert answer(page, "watchdog", "no").is_checked()
    assert count(page) == "0 of 10"
    page.locator(".ss-runs summary").click()
    page.locator('[data-ss-run="new"]').click()
    assert answer(page, "watchdog", "").is_checked()
    assert count(page) == "0 of 11"


def test_paper_has_the_answers_and_the_lines(visit):
    page = visit(GUIDE)
    answer(page, "watchdog", "no").check()
    page.emulate_media(media="print")
    assert answer(page, "watchdog", "no").is_visible()
    assert page.locator(".ss-off").is_visible()
    assert answer(page, "watchdog", "").is_hidden()


def test_without_javascript_each_answer_says_what_it_changes(visit):
    page = visit(GUIDE, java_script_enabled=False)
    assert page.locator("article input[type=radio]").count() == 0
    assert "plus step" in page.locator(".ss-options").inner_text()
    assert not any(one.is_visible() for one in page.locator(".ss-runs, .ss-more, .ss-link, .ss-off").all())


@pytest.mark.parametrize("stored", ["maybe", "<b>", "constructor"])
def test_an_answer_that_the_guide_does_not_have_is_none(visit, stored):
    page = visit(GUIDE)
    data = {"version": 1, "current": "r1", "runs": {"r1": {"ticks": {}, "options": {"watchdog": stored}}}}
    page.evaluate("data => localStorage.setItem('stepsheet:/okx-api-keys', JSON.stringify(data))", data)
    page.reload()
    assert answer(page, "watchdog", "").is_checked()
    assert count(page) == "0 of 11"
