"""Following along in a real browser: keys, one step at a time, sections that fold, the end, cards and search."""

import pytest

GUIDE = "en/guides/okx-api-keys/"
FIRST, SECOND, THIRD = "main-account.sign-in", "main-account.open-api", "main-account.create-key"


def step(page, anchor):
    return page.locator(f'[data-ss-kind="step"][data-ss-tick="{anchor}"]')


def here(page):
    return page.evaluate("document.activeElement.dataset.ssTick")


def count(page):
    return page.locator("[data-ss-progress] [data-ss-count]").inner_text()


# --- keys


def test_j_and_k_go_through_the_steps_and_space_ticks(visit):
    page = visit(GUIDE)
    page.keyboard.press("j")
    assert here(page) == FIRST
    page.keyboard.press("Space")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert here(page) == THIRD
    page.keyboard.press("k")
    assert here(page) == SECOND
    page.keyboard.press("x")
    assert count(page) == "1 of 10"
    page.keyboard.press("x")
    assert count(page) == "1 of 11"


def test_keys_are_left_to_who_is_typing(visit):
    page = visit(GUIDE)
    page.locator(".ss-runs summary").click()
    name = page.locator('[data-ss-run="name"]')
    name.fill("")
    name.press_sequentially("jokxo?")
    assert name.input_value() == "jokxo?"
    assert page.locator("dialog[open], .ss-bar").count() == 0


def test_the_question_mark_lists_the_keys_and_they_can_be_turned_off(visit):
    page = visit(GUIDE)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    dialog.get_by_role("checkbox", name="These keys work on this site").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert here(page) is None
    page.reload()
    page.keyboard.press("j")
    assert here(page) is None
    page.get_by_role("button", name="Keys", exact=True).click()
    dialog.get_by_role("checkbox", name="These keys work on this site").check()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert here(page) == FIRST


def test_keys_pass_over_what_is_not_needed(visit):
    page = visit(GUIDE)
    page.locator('[data-ss-option="watchdog"] input[value="no"]').check()
    step(page, "whitelist.add-server-ip").focus()
    page.keyboard.press("j")
    assert here(page) == "confirm.enter-codes"


# --- one step at a time


def seen(page):
    """The numbers of the steps that are to be seen."""
    return page.locator(".ss-step > .ss-step__row > .ss-tick > .ss-tick__face").evaluate_all(
        "all => all.filter(face => face.checkVisibility()).map(face => face.textContent)"
    )


def test_one_step_at_a_time_shows_one_and_goes_on_when_it_is_done(visit):
    page = visit(GUIDE, viewport={"width": 390, "height": 800})
    step(page, FIRST).check(force=True)
    page.get_by_role("button", name="One step at a time").click()
    assert (seen(page), here(page)) == (["2"], SECOND)
    assert page.locator(".ss-bar__place").inner_text() == "Step 2 of 11"
    for gone in (".md-header", ".ss-actions", ".ss-needs", ".ss-options", ".ss-end", "[data-ss-dock]"):
        assert page.locator(gone).first.is_hidden(), gone
    page.get_by_role("button", name="Done").click()
    assert seen(page) == ["3"]
    page.keyboard.press("k")
    assert (seen(page), page.locator("[data-ss-focus=done]").inner_text()) == (["2"], "Next step")
    page.keyboard.press("Escape")
    assert len(seen(page)) == 11
    assert count(page) == "2 of 11"


def test_a_warning_stays_with_its_step_one_at_a_time(visit):
    page = visit(GUIDE)
    step(page, "confirm.save-values").focus()
    page.get_by_role("button", name="One step at a time").click()
    assert page.locator(".ss-warnings .ss-warning").first.is_visible()
    for _ in range(20):
        if "shown-once" in " ".join(
            page.locator(".ss-warning").evaluate_all("all => all.filter(it => it.checkVisibility()).map(it => it.id)")
        ):
            break
        page.keyboard.press("j")
    assert page.locator("[id='confirm.save-values'] .ss-do").first.is_visible()


def test_the_end_of_one_step_at_a_time_is_the_end_of_the_guide(visit):
    page = visit(GUIDE)
    page.keyboard.press("o")
    for _ in range(11):
        page.locator("[data-ss-focus=done]").click()
    assert page.get_by_role("dialog", name="All done").is_visible()
    assert page.locator(".ss-bar").count() == 0


# --- the end, and where it was left


def test_the_last_tick_shows_what_the_reader_has_now(visit):
    page = visit(GUIDE)
    boxes = page.locator('[data-ss-kind="step"]')
    for index in range(boxes.count()):
        boxes.nth(index).press("Space")
    dialog = page.get_by_role("dialog", name="All done")
    assert "Run 1: 11 of 11" in dialog.inner_text()
    assert "The OKX key for MoonTrader is created" in dialog.inner_text()
    assert dialog.locator("[id]").evaluate_all("all => all.map(it => it.id)") == ["ss:finish"]
    dialog.get_by_role("button", name="Close").click()
    page.reload()
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("[data-ss-continue]").is_hidden()


def test_a_guide_goes_on_where_it_was_left(visit):
    page = visit(GUIDE)
    assert page.locator("[data-ss-continue]").is_hidden()
    step(page, FIRST).check(force=True)
    page.reload()
    page.get_by_role("button", name="Continue with step 2").click()
    assert here(page) == SECOND


# --- sections and links


def test_a_section_folds_on_screen_and_is_open_on_paper(visit):
    page = visit(GUIDE)
    button = page.get_by_role("button", name="Steps of the section “Key settings”")
    button.press("Enter")
    inside = page.locator("[id='settings.fill-in-fields']")
    assert (button.get_attribute("aria-expanded"), inside.is_hidden()) == ("false", True)
    page.emulate_media(media="print")
    assert inside.is_visible()


@pytest.mark.parametrize("anchor", ["settings.fill-in-fields", "settings.fill-in-fields.passphrase"])
def test_a_link_into_a_folded_section_opens_it(visit, anchor):
    page = visit(GUIDE)
    page.get_by_role("button", name="Steps of the section “Key settings”").press("Enter")
    page.evaluate("anchor => { location.hash = anchor }", anchor)
    page.locator(f"[id='{anchor}']").wait_for(state="visible")


def test_a_link_to_a_renamed_step_finds_it(visit, base_url):
    page = visit(GUIDE)
    page.route(
        f"**/{GUIDE}",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text().replace(
                'data-ss-tick="confirm.save-values"',
                'data-ss-was="confirm.write-down" data-ss-tick="confirm.save-values"',
            ),
        ),
    )
    page.goto(f"{base_url}404.html")
    page.goto(f"{base_url}{GUIDE}#confirm.write-down")
    page.wait_for_function(
        "(({ top, bottom }) => top < innerHeight && bottom > 0)"
        "(document.getElementById('confirm.save-values').getBoundingClientRect())"
    )


# --- the home page and the search


def test_a_card_shows_how_far_its_guide_was_taken(visit, base_url):
    page = visit(GUIDE)
    for anchor in (FIRST, SECOND):
        step(page, anchor).check(force=True)
    page.locator('[data-ss-option="watchdog"] input[value="no"]').check()
    page.goto(f"{base_url}en/")
    place = page.locator(".ss-card__progress")
    assert (place.inner_text(), place.evaluate("it => it.style.getPropertyValue('--ss-share')")) == ("2 of 10", "0.2")


def test_a_card_counts_the_ticks_from_before_there_were_runs(visit):
    page = visit("en/")
    page.evaluate("localStorage.setItem('stepsheet:/okx-api-keys', JSON.stringify({step: ['a.b', 'c.d', 'e.f']}))")
    page.reload()
    assert page.locator(".ss-card__progress").inner_text() == "3 of 11"


@pytest.mark.parametrize(
    ("prefix", "query", "title", "anchor"),
    [
        ("en/", "Confirm", "7. Confirm the new key", "confirm.enter-codes"),
        ("", "Войдите", "1. Войдите", FIRST),
        ("en/", "Passphrase", "4. Fill in the four fields", "settings.fill-in-fields"),
    ],
)
def test_the_search_finds_a_step_and_leads_to_it(visit, prefix, query, title, anchor):
    page = visit(prefix)
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search__input").press("End")  # the theme listens to keys
    found = page.locator(".md-search-result__link", has_text=title).first
    found.wait_for(state="attached")
    assert found.evaluate("link => decodeURIComponent(new URL(link.href).hash)") == f"#{anchor}"


def test_the_search_knows_nothing_of_what_waits_in_templates(site):
    index = site.read("en/search/search_index.json")
    assert "A run from a link" not in index
    assert "Not needed" not in index
