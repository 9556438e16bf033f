"""The guide page in a real browser: ticking, copying, switching the language, printing, and for everyone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

GUIDE = "guides/okx-api-keys/"
PAGES = ["", "en/", GUIDE, f"en/{GUIDE}", "categories/exchanges/", "404.html"]


def step(page, anchor):
    return page.locator(f'[data-ss-kind="step"][data-ss-tick="{anchor}"]')


def test_ticks_outlive_a_reload_and_hold_in_both_languages(visit):
    page = visit(GUIDE)
    step(page, "main-account.sign-in").check(force=True)
    page.reload()
    assert step(page, "main-account.sign-in").is_checked()
    page.goto(page.url.replace(GUIDE, f"en/{GUIDE}"))
    assert step(page, "main-account.sign-in").is_checked()
    assert not step(page, "main-account.open-api").is_checked()


def test_progress_counts_steps_in_the_guide_and_in_the_section(visit):
    page = visit(f"en/{GUIDE}")
    for anchor in ("main-account.sign-in", "main-account.open-api", "confirm.enter-codes"):
        step(page, anchor).check(force=True)
    assert page.locator("[data-ss-progress] [data-ss-count]").inner_text() == "3 of 11"
    counts = page.locator("[data-ss-section] [data-ss-count]").all_inner_texts()
    assert counts == ["2 of 3", "0 of 1", "0 of 2", "1 of 2", "0 of 3"]


def test_every_box_is_a_checkbox_with_a_name_of_its_own(visit):
    page = visit(f"en/{GUIDE}")
    names = page.evaluate(
        """() => [...document.querySelectorAll('article [type=checkbox]')].map(box =>
            (box.getAttribute('aria-labelledby') || '').split(' ')
                .map(id => document.getElementById(id)?.textContent.trim()).join(' ')
            || box.labels[0]?.textContent.trim())"""
    )
    assert len(names) == 11 + 4 + 4
    assert all(names)
    assert len(set(names)) == len(names)


def test_next_step_takes_the_keyboard_to_the_first_open_step(visit):
    page = visit(f"en/{GUIDE}")
    step(page, "main-account.sign-in").check(force=True)
    page.locator("[data-ss-next]").click()
    assert page.evaluate("document.activeElement.dataset.ssTick") == "main-account.open-api"
    page.keyboard.press("Space")
    assert step(page, "main-account.open-api").is_checked()


def test_the_copy_button_copies_the_example(visit):
    page = visit(GUIDE, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-ss-copy]").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == "MoonTrader"


def test_the_language_switch_stays_on_the_page(visit, base_url):
    page = visit(GUIDE)
    switch = page.locator('.md-header a[hreflang="en"]')
    assert switch.evaluate("link => link.href") == f"{base_url}en/{GUIDE}"
    page.goto(f"{base_url}en/{GUIDE}")
    assert page.locator('.md-header a[hreflang="ru"]').evaluate("link => link.href") == base_url + GUIDE


def test_a_warning_stands_before_the_step_it_warns_of(visit):
    page = visit(GUIDE)
    order = page.locator(
        "[id='confirm.save-values.shown-once'], [id='confirm.save-values'] .ss-step__row"
    ).evaluate_all("parts => parts.map(part => part.id || 'do')")
    assert order == ["confirm.save-values.shown-once", "do"]


def test_a_secret_field_has_no_place_to_type_in(visit):
    page = visit(GUIDE)
    kinds = page.locator("article input, article textarea, article select").evaluate_all(
        "all => all.map(one => one.type)"
    )
    assert set(kinds) == {"checkbox", "radio", "text", "file", "select-one"}
    assert page.locator(".ss-field :is(input:not([type=checkbox]), textarea, select)").count() == 0
    assert "менеджере паролей" in page.locator("[id='settings.fill-in-fields.passphrase']").inner_text()


def test_paper_has_the_guide_and_none_of_the_furniture(visit):
    page = visit(GUIDE)
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-footer", ".md-sidebar", ".ss-actions", "[data-ss-dock]", "[data-ss-copy]"):
        assert not any(page.locator(gone).evaluate_all("all => all.map(one => one.checkVisibility())")), gone
    assert page.locator(".ss-step").count() == 11
    assert all(
        page.locator(".ss-step, .ss-warning, .ss-field").evaluate_all("all => all.map(one => one.checkVisibility())")
    )


def test_without_javascript_all_is_there_and_nothing_is_dead(visit):
    page = visit(GUIDE, java_script_enabled=False)
    assert page.locator(".ss-step").count() == 11
    step(page, "main-account.sign-in").check(force=True)
    assert step(page, "main-account.sign-in").is_checked()
    for dead in ("[data-ss-copy]", "[data-ss-next]", "[data-ss-reset]", "[data-ss-print]"):
        assert not any(control.is_visible() for control in page.locator(dead).all()), dead


def test_a_browser_that_stores_nothing_is_told_so_and_goes_on(visit):
    page = visit(GUIDE)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }")
    page.reload()
    step(page, "main-account.sign-in").check(force=True)
    assert page.locator("[data-ss-storage]").inner_text().startswith("Браузер не сохраняет отметки")
    assert page.locator("[data-ss-progress] [data-ss-count]").inner_text() == "1 из 11"


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_window(visit, base_url, width):
    page = visit("", viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(base_url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(visit, base_url, scheme, width):
    page = visit("", color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for path in PAGES:
        page.goto(base_url + path)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == [], path


def busy(page, url):
    """A guide in the middle of everything: all states of a step, notices, open panels, answers."""
    page.goto(url)
    for anchor in ("main-account.sign-in", "main-account.create-key"):
        step(page, anchor).check(force=True)
    page.evaluate(
        """() => {
            const key = "stepsheet:/okx-api-keys";
            const data = JSON.parse(localStorage.getItem(key));
            const { ticks } = data.runs.r1;
            Object.assign(ticks["main-account.sign-in"], { revision: "000000", do: "Log in." });
            ticks["main-account.open-api"] = { state: "skipped", reason: "Open already" };
            localStorage.setItem(key, JSON.stringify(data));
        }"""
    )
    page.goto(f"{url}#sheet=00000000.")
    page.reload()
    page.locator('[data-ss-option="watchdog"] input[value="no"]').check()
    page.locator(".ss-runs summary").click()
    for summary in page.locator(".ss-more summary").all()[:2]:
        summary.click()
    page.locator("[data-ss-fold]").nth(1).click()


@pytest.mark.parametrize("state", ["page", "all shown", "one step", "keys", "link", "end"])
@pytest.mark.parametrize(
    ("scheme", "width", "direction"), [("light", 1280, "ltr"), ("dark", 320, "ltr"), ("light", 320, "rtl")]
)
def test_axe_finds_nothing_in_the_middle_of_a_guide(visit, base_url, scheme, width, direction, state):
    page = visit("", color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    busy(page, f"{base_url}en/{GUIDE}")
    page.evaluate("direction => { document.documentElement.dir = document.body.dir = direction }", direction)
    if state == "all shown":
        page.get_by_role("button", name="Show what is not needed, too").click()
    elif state == "one step":
        page.get_by_role("button", name="One step at a time").click()
    elif state == "keys":
        page.get_by_role("button", name="Keys", exact=True).click()
    elif state == "link":
        page.evaluate("location.hash = 'run=AAAA'")
        page.locator("dialog[open]").wait_for()
    elif state == "end":
        boxes = page.locator('[data-ss-kind="step"]:not(:checked):enabled')
        boxes.evaluate_all("all => all.forEach(box => box.click())")
        page.locator("dialog[open]").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_what_can_be_pressed_is_24_pixels_large(visit, base_url, width):
    """WCAG 2.2, 2.5.8; links in a sentence are excepted there."""
    page = visit("", viewport={"width": width, "height": 900})
    busy(page, f"{base_url}en/{GUIDE}")
    small = page.locator("article :is(button, summary, input, select)").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && one.type !== "radio")
            .map(one => [one.className, one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([name, box]) => [name, box.width, box.height])"""
    )
    assert small == []


def test_a_missing_page_shows_the_way_back(visit):
    page = visit("404.html")
    homes = page.locator("article a").evaluate_all(
        "links => links.map(link => [link.textContent.trim(), link.pathname])"
    )
    assert homes == [["Русский", "/"], ["English", "/en/"]]
