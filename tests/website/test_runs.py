"""Progress in a real browser: what changed since, what is not needed, runs, files, links, tabs, and no storage."""

import base64
import json
import re

import pytest

from .conftest import REPOSITORY

GUIDE = "en/guides/okx-api-keys/"
KEY = "stepsheet:/okx-api-keys"
STEPS = [
    "main-account.sign-in",
    "main-account.open-api",
    "main-account.create-key",
    "settings.fill-in-fields",
]


def step(page, anchor):
    return page.locator(f'[data-ss-kind="step"][data-ss-tick="{anchor}"]')


def tick(page, *anchors):
    for anchor in anchors:
        step(page, anchor).check(force=True)


def count(page):
    return page.locator("[data-ss-progress] [data-ss-count]").inner_text()


def stored(page):
    return json.loads(page.evaluate(f"localStorage.getItem({KEY!r})") or "null")


def put(page, data):
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(data)])


def more(page, anchor):
    """Opens what else can be done with a step."""
    details = page.locator(f"[id='{anchor}'] .ss-more").first
    if not details.evaluate("node => node.open"):
        details.locator("summary").click()
    return details


def runs(page):
    panel = page.locator("[data-ss-runs]")
    if not panel.evaluate("node => node.open"):
        panel.locator("summary").click()
    return panel


def without_days(run):
    """A run without what depends on the clock and on the words of the guide."""
    return {
        anchor: {key: value for key, value in one.items() if key not in {"at", "do"}}
        for anchor, one in run["ticks"].items()
    }


# --- what is kept


def test_a_tick_is_kept_with_what_it_was_made_for(visit):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    page.locator('[data-ss-tick="settings.fill-in-fields.name"]').check(force=True)
    kept = stored(page)
    revision = step(page, STEPS[0]).get_attribute("data-ss-revision")
    assert (kept["version"], kept["current"], list(kept["runs"])) == (1, "r1", ["r1"])
    run = kept["runs"]["r1"]
    assert without_days(run) == {
        STEPS[0]: {"state": "done", "revision": revision, "locale": "en"},
        "settings.fill-in-fields.name": {"state": "done"},
    }
    assert run["ticks"][STEPS[0]]["do"] == "Sign in to your OKX account."
    assert run["progress"] == {"done": 1, "total": 11}


def test_a_page_that_nobody_touched_stores_nothing(visit):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    step(page, STEPS[0]).uncheck(force=True)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('stepsheet:'))") == []


def test_ticks_from_before_there_were_runs_are_taken_over(visit):
    page = visit(GUIDE)
    put(page, {"step": STEPS[:2], "field": ["settings.fill-in-fields.name"], "need": ["phone"]})
    page.reload()
    assert count(page) == "2 of 11"
    assert page.locator('[data-ss-tick="phone"]').is_checked()
    tick(page, STEPS[2])
    assert set(stored(page)["runs"]["r1"]["ticks"]) == {*STEPS[:3], "settings.fill-in-fields.name", "phone"}


def test_ticks_follow_a_step_to_its_new_id(visit):
    """The page names the ids it had; here it is made to."""
    page = visit(GUIDE)
    put(page, {"version": 1, "current": "r1", "runs": {"r1": {"ticks": {"start.log-in": {"state": "done"}}}}})
    page.route(
        f"**/{GUIDE}",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text().replace(
                f'data-ss-tick="{STEPS[0]}"', f'data-ss-tick="{STEPS[0]}" data-ss-was="start.sign-in start.log-in"'
            ),
        ),
    )
    page.reload()
    assert step(page, STEPS[0]).is_checked()
    tick(page, STEPS[1])
    assert set(stored(page)["runs"]["r1"]["ticks"]) == set(STEPS[:2])


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        "7",
        '"x"',
        "null",
        '{"version": 1}',
        '{"version": 1, "runs": {"r1": null}}',
        '{"version": 1, "runs": {"r1": {"ticks": {"__proto__": {"state": "done"}, "a": 7}, "options": 3}}}',
        '{"step": 3}',
    ],
)
def test_what_is_no_run_is_read_as_none(visit, broken):
    page = visit(GUIDE)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, broken])
    page.reload()
    assert count(page) == "0 of 11"
    tick(page, STEPS[0])
    assert count(page) == "1 of 11"


def test_what_a_newer_version_stored_is_left_alone_and_told(visit):
    page = visit(GUIDE)
    newer = {"version": 2, "runs": {"r1": {"ticks": {STEPS[0]: {"state": "halfway"}}}}}
    put(page, newer)
    page.reload()
    tick(page, STEPS[1])
    assert count(page) == "1 of 11"
    assert stored(page) == newer
    assert page.locator("[data-ss-storage]").inner_text().startswith("This browser has ticks of a newer version")


def test_the_entry_that_the_documentation_shows_is_read_and_written_as_it_stands(visit):
    page = visit(GUIDE)
    text = (REPOSITORY / "docs" / "page.md").read_text(encoding="utf-8")
    shown = json.loads(text.partition("```json\n")[2].partition("```")[0])
    put(page, shown)
    page.reload()
    assert page.locator("[data-ss-run-name]").inner_text() == "Account A"
    tick(page, STEPS[0])
    step(page, STEPS[0]).uncheck(force=True)
    shown["runs"]["r1"]["progress"] = {"done": 0, "total": 11}
    assert stored(page) == shown


# --- what changed


def changed(page):
    """Two steps as they were when they were ticked: one with other words, one with the same."""
    page.evaluate(
        """key => {
            const data = JSON.parse(localStorage.getItem(key));
            const { ticks } = data.runs.r1;
            Object.assign(ticks["main-account.sign-in"], { revision: "000000", do: "Log in to OKX." });
            Object.assign(ticks["main-account.open-api"], { revision: "000001" });
            localStorage.setItem(key, JSON.stringify(data));
        }""",
        KEY,
    )
    page.reload()


def test_steps_that_changed_since_they_were_ticked_are_told_with_the_old_words(visit):
    page = visit(GUIDE)
    tick(page, *STEPS[:3])
    changed(page)
    notice = page.locator('[data-ss-notice="changes"]')
    assert notice.locator(".ss-notice__title").inner_text() == "2 steps have changed since you ticked them"
    links = notice.locator("a").evaluate_all("all => all.map(link => link.hash)")
    assert links == ["#main-account.sign-in", "#main-account.open-api"]
    first, second = (page.locator(f"[id='{anchor}'] .ss-changed") for anchor in STEPS[:2])
    assert first.locator("del").inner_text() == "Log in to OKX."
    assert first.locator("ins").inner_text() == "Sign in to your OKX account."
    assert second.locator("del").is_hidden()
    assert "The sentence is the same" in second.inner_text()


def test_a_step_that_was_checked_again_is_no_longer_changed(visit):
    page = visit(GUIDE)
    tick(page, *STEPS[:3])
    changed(page)
    page.locator(f"[id='{STEPS[0]}'] .ss-changed button").click()
    title = page.locator('[data-ss-notice="changes"] .ss-notice__title')
    assert title.inner_text() == "1 step has changed since you ticked it"
    step(page, STEPS[1]).press("Space")
    assert title.count() == 0
    page.reload()
    assert title.count() == 0
    assert count(page) == "2 of 11"


def test_a_tick_made_in_another_language_is_not_called_changed(visit, base_url):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    page.goto(base_url + GUIDE.removeprefix("en/"))
    assert step(page, STEPS[0]).is_checked()
    assert page.locator("[data-ss-notice]").count() == 0


# --- the sheet in the hand


def digests(page):
    revisions = page.locator('[data-ss-kind="step"]').evaluate_all("all => all.map(one => one.dataset.ssRevision)")
    return [revision[:4] for revision in revisions], page.locator("[data-ss-guide]").get_attribute("data-ss-revision")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ("none", "The sheet in your hand is current"),
        ("two steps", "2 steps have changed since your sheet was printed"),
        ("no step", "Your sheet is older than this page, but its steps are the same"),
        ("no digests", "The guide has changed since your sheet was printed"),
    ],
)
def test_the_link_on_a_sheet_says_whether_it_is_current(visit, base_url, changes, says):
    page = visit(GUIDE)
    known, revision = digests(page)
    if changes != "none":
        revision = "00000000"
    if changes == "two steps":
        known[2] = known[5] = "0000"
    if changes == "no digests":
        known = []
    page.goto(f"{base_url}{GUIDE}#sheet={revision}.{''.join(known)}")
    notice = page.locator('[data-ss-notice="sheet"]')
    assert notice.locator(".ss-notice__title").inner_text() == says
    assert notice.locator("a").count() == (2 if changes == "two steps" else 0)


@pytest.mark.parametrize("odd", ["", "x", "1234567.", "00000000.abc", "00000000.<b>"])
def test_an_odd_link_of_a_sheet_says_nothing(visit, base_url, odd):
    page = visit(GUIDE)
    page.goto(f"{base_url}{GUIDE}#sheet={odd}")
    assert page.locator("[data-ss-notice]").count() == 0


# --- not needed


def test_a_step_that_is_not_needed_is_marked_with_its_reason_by_keyboard_alone(visit):
    page = visit(GUIDE)
    step(page, STEPS[1]).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("It is open already")
    page.keyboard.press("Enter")
    note = page.locator(f"[id='skipped:{STEPS[1]}']")
    assert note.inner_text() == "Not needed: It is open already"
    assert step(page, STEPS[1]).get_attribute("aria-describedby") == f"skipped:{STEPS[1]}"
    assert page.evaluate("document.activeElement.classList.contains('ss-more__open')")
    assert count(page) == "0 of 10"
    page.reload()
    assert note.inner_text() == "Not needed: It is open already"
    more(page, STEPS[1]).locator("[data-ss-unskip]").click()
    assert (note.count(), count(page)) == (0, "0 of 11")


def test_a_step_that_is_not_needed_is_passed_over(visit):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    more(page, STEPS[1]).locator("[type=submit]").click()
    page.locator("[data-ss-next]").click()
    assert page.evaluate("document.activeElement.dataset.ssTick") == STEPS[2]
    assert page.locator("[data-ss-section] [data-ss-count]").first.inner_text() == "1 of 2"


def test_the_link_to_a_step_and_to_a_field_is_copied(visit, base_url):
    page = visit(GUIDE, permissions=["clipboard-read", "clipboard-write"])
    more(page, STEPS[1]).locator("[data-ss-link]").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base_url}{GUIDE}#{STEPS[1]}"
    page.get_by_role("button", name="Copy a link to “Passphrase”").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base_url}{GUIDE}#settings.fill-in-fields.passphrase"


# --- runs


def test_runs_have_names_and_ticks_of_their_own(visit):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    panel = runs(page)
    panel.locator('[data-ss-run="name"]').fill("Account A")
    panel.locator('[data-ss-run="new"]').click()
    assert count(page) == "0 of 11"
    page.keyboard.type("Sub-account 2")
    page.keyboard.press("Enter")
    tick(page, STEPS[1], STEPS[2])
    page.reload()
    panel = runs(page)
    select = panel.locator('[data-ss-run="select"]')
    assert select.locator("option").all_inner_texts() == ["Account A", "Sub-account 2"]
    assert (count(page), page.locator("[data-ss-run-name]").inner_text()) == ("2 of 11", "Sub-account 2")
    select.select_option(label="Account A")
    assert count(page) == "1 of 11"
    page.once("dialog", lambda dialog: dialog.accept())
    panel.locator('[data-ss-run="delete"]').click()
    assert select.locator("option").all_inner_texts() == ["Sub-account 2"]
    assert count(page) == "2 of 11"
    page.once("dialog", lambda dialog: dialog.accept())
    panel.locator('[data-ss-run="delete"]').click()
    assert (select.locator("option").all_inner_texts(), count(page)) == (["Run 1"], "0 of 11")


def test_a_run_is_saved_as_a_file_and_opened_beside_the_others(visit, tmp_path):
    page = visit(GUIDE)
    tick(page, *STEPS[:2])
    more(page, STEPS[2]).locator("[type=submit]").click()
    panel = runs(page)
    with page.expect_download() as download:
        panel.locator('[data-ss-run="save"]').click()
    saved = tmp_path / "run.json"
    download.value.save_as(saved)
    data = json.loads(saved.read_text(encoding="utf-8"))
    assert (data["format"], data["version"], data["guide"], data["run"]["name"]) == (
        "stepsheet-run",
        1,
        "okx-api-keys",
        "Run 1",
    )
    assert {anchor: one["state"] for anchor, one in data["run"]["ticks"].items()} == {
        STEPS[0]: "done",
        STEPS[1]: "done",
        STEPS[2]: "skipped",
    }
    step(page, STEPS[0]).uncheck(force=True)
    panel.locator('[data-ss-run="file"]').set_input_files(saved)
    told = panel.locator("[data-ss-told]")
    told.get_by_text("beside the others").wait_for()
    assert told.inner_text() == "The run “Run 1” is here now, beside the others."
    assert count(page) == "2 of 10"
    assert [len(run["ticks"]) for run in stored(page)["runs"].values()] == [2, 3]


WHOLE = {"format": "stepsheet-run", "version": 1, "guide": "okx-api-keys", "run": {"ticks": {}}}


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("not JSON", "This is not a saved run."),
        ({"ticks": {}}, "This is not a saved run."),
        ({**WHOLE, "run": []}, "This is not a saved run."),
        ({**WHOLE, "version": 2}, "This run was saved by a newer version of the site; nothing was taken from it."),
        (
            {**WHOLE, "guide": "other"},
            "This run belongs to another guide (other); nothing was taken from it.",
        ),
        (
            {**WHOLE, "run": {"ticks": {"a.b": {"state": "half"}}}},
            "The saved run is damaged at “a.b”; nothing was taken from it.",
        ),
        (
            {**WHOLE, "run": {"ticks": {"<b>": {"state": "done"}}}},
            "The saved run is damaged at “<b>”; nothing was taken from it.",
        ),
        ({**WHOLE, "run": {"ticks": 7}}, "The saved run is damaged at “ticks”; nothing was taken from it."),
    ],
)
def test_a_file_that_is_no_run_is_refused_in_words(visit, file, says):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    before = stored(page)
    text = file if isinstance(file, str) else json.dumps(file)
    panel = runs(page)
    panel.locator('[data-ss-run="file"]').set_input_files(
        {"name": "run.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    panel.locator("[data-ss-told]:not(:empty)").wait_for()
    assert panel.locator("[data-ss-told]").inner_text() == says
    assert stored(page) == before


def test_of_a_file_only_what_belongs_to_a_run_is_kept(visit):
    page = visit(GUIDE)
    odd = {"state": "done", "revision": "<img>", "reason": "x" * 999, "secret": "hunter2", "at": "now"}
    file = {
        **WHOLE,
        "run": {"name": "<b>A</b>", "ticks": {STEPS[0]: odd}, "options": {"watchdog": "no", "A": "b"}, "x": 1},
    }
    panel = runs(page)
    panel.locator('[data-ss-run="file"]').set_input_files(
        {"name": "run.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    panel.locator("[data-ss-told]:not(:empty)").wait_for()
    kept = stored(page)["runs"]["r2"]
    assert kept == {
        "name": "<b>A</b>",
        "created": "",
        "ticks": {STEPS[0]: {"state": "done", "reason": "x" * 200}},
        "options": {"watchdog": "no"},
        "progress": {"done": 1, "total": 10},
    }
    assert page.locator("[data-ss-run-name]").inner_text() == "<b>A</b>"


def shared(page):
    """The link to the run that is shown."""
    runs(page).locator('[data-ss-run="share"]').click()
    page.get_by_text("The link is copied").first.wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def test_a_run_travels_in_a_link_and_is_added_only_when_asked_for(visit, base_url):
    page = visit(GUIDE, permissions=["clipboard-read", "clipboard-write"])
    tick(page, *STEPS[:2])
    page.locator('[data-ss-option="watchdog"] input[value="no"]').check()
    runs(page).locator('[data-ss-run="name"]').fill("Счёт A")
    page.keyboard.press("Enter")
    link = shared(page)
    assert re.fullmatch(rf"{re.escape(base_url + GUIDE)}#run=[\w-]+", link)
    other = visit(GUIDE)
    tick(other, STEPS[3])
    other.goto(link)
    dialog = other.get_by_role("dialog", name="A run from a link")
    assert "“Счёт A”: 2 of 11 steps done." in dialog.inner_text()
    dialog.get_by_role("button", name="Close").click()
    assert (count(other), other.url) == ("1 of 11", base_url + GUIDE)
    other.goto(link)
    other.get_by_role("button", name="Add it to my runs").click()
    assert count(other) == "2 of 10"
    assert [run["name"] for run in stored(other)["runs"].values()] == ["", "Счёт A"]
    assert other.locator('[data-ss-option="watchdog"] input[value="no"]').is_checked()


@pytest.mark.parametrize(
    "letters", ["AAAA", "e30", base64.urlsafe_b64encode(b'{"v":9,"g":"okx-api-keys","t":{}}').decode()]
)
def test_a_link_that_holds_no_run_is_refused_in_words(visit, base_url, letters):
    page = visit(GUIDE)
    page.goto(f"{base_url}{GUIDE}#run={letters.rstrip('=')}")
    dialog = page.get_by_role("dialog", name="A run from a link")
    assert re.search("not a saved run|newer version", dialog.inner_text())
    assert page.locator("[data-ss-take]").is_hidden()
    page.keyboard.press("Escape")
    assert count(page) == "0 of 11"


# --- tabs, storage, paper


def test_two_tabs_share_a_run_and_each_stays_in_its_own(visit, base_url):
    page = visit(GUIDE)
    other = page.context.new_page()
    other.goto(base_url + GUIDE)
    tick(page, STEPS[0])
    other.wait_for_function("document.querySelector('[data-ss-progress] [data-ss-count]').textContent === '1 of 11'")
    tick(other, STEPS[1])
    page.wait_for_function("document.querySelector('[data-ss-progress] [data-ss-count]').textContent === '2 of 11'")
    runs(other).locator('[data-ss-run="new"]').click()
    tick(other, STEPS[3])
    tick(page, STEPS[2])
    assert (count(page), count(other)) == ("3 of 11", "1 of 11")
    page.reload()
    assert count(page) == "3 of 11"
    assert [run["progress"]["done"] for run in stored(page)["runs"].values()] == [3, 1]


def test_without_storage_runs_last_as_long_as_the_page_and_it_says_so(visit):
    page = visit(GUIDE)
    page.add_init_script(
        """for (const name of ['getItem', 'setItem', 'removeItem']) {
            const allowed = Storage.prototype[name];
            Storage.prototype[name] = function (key, ...rest) {
                if (key.startsWith('stepsheet:')) throw new DOMException('no', 'SecurityError');
                return allowed.call(this, key, ...rest);
            };
        }"""
    )
    page.reload()
    tick(page, STEPS[0])
    runs(page).locator('[data-ss-run="new"]').click()
    tick(page, STEPS[1], STEPS[2])
    assert count(page) == "2 of 11"
    page.locator('[data-ss-run="select"]').select_option(label="Run 1")
    assert count(page) == "1 of 11"
    assert page.locator("[data-ss-storage]").inner_text().startswith("This browser does not store ticks")


def test_paper_shows_the_run_as_it_is(visit):
    page = visit(GUIDE)
    tick(page, STEPS[0])
    more(page, STEPS[1]).locator("[type=submit]").click()
    page.locator('[data-ss-option="watchdog"] input[value="no"]').check()
    page.emulate_media(media="print")
    assert page.locator("[data-ss-printed]").inner_text() == "Run 1: 1 of 9"
    assert page.locator(f"[id='skipped:{STEPS[1]}']").is_visible()
    drawn = step(page, STEPS[0]).evaluate("box => getComputedStyle(box.nextElementSibling, '::after').content")
    assert drawn == '""'
    for gone in (".ss-more", ".ss-runs", ".ss-link", "[data-ss-notices]"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone


def test_a_copy_of_the_site_on_a_disk_works_too(browser, site):
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: "search_index" in str(error) or errors.append(str(error)))
    page.goto((site.root / GUIDE / "index.html").as_uri())
    tick(page, STEPS[0])
    page.reload()
    assert count(page) == "1 of 11"
    page.evaluate("location.hash = 'run=AAAA'")
    page.get_by_role("dialog", name="A run from a link").wait_for()
    assert page.url == (site.root / GUIDE / "index.html").as_uri()
    assert errors == []
    page.close()
