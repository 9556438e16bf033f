"""Every kind of page for everyone: WCAG 2.2 AA in light and dark, narrow and wide, in both directions of writing."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

from stepsheet.website import theme

# One of each kind; the guide has every part that a guide can have.
KINDS = {
    "home": "",
    "category": "categories/kitchen/",
    "guide": "guides/everything/",
    "plain page": "pages/about/",
    "contents": "contents/",
    "status of a translation": "en/translations/",
    "status of all translations": "translations/",
    "not found": "404.html",
}
# The criteria of WCAG up to 2.2 AA, target size (2.5.8) too, which axe asks only when it is told to.
CRITERIA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": CRITERIA, "rules": {"target-size": {"enabled": True}}}
TURNED = "document.documentElement.dir = document.body.dir = 'rtl'"
TINY = "<button style='all: unset; width: 9px; height: 9px; display: inline-block' aria-label=one></button>" * 2
CONTROLS = "button, .ss-runs, .ss-more, .ss-answer, [data-ss-progress], [data-ss-dock], [role=status]"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def base_url(space, serve):
    with serve(space) as url:
        yield url


def violations(page):
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(visit, base_url, scheme, width, direction):
    page = visit("", color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for kind, path in KINDS.items():
        page.goto(base_url + path)
        if direction == "rtl":
            page.evaluate(TURNED)
        assert violations(page) == [], kind


@pytest.mark.parametrize(
    ("breaking", "rule"),
    [
        ("document.querySelector('article img').removeAttribute('alt')", "image-alt"),
        ("document.querySelector('article h1').style.color = '#bbb'", "color-contrast"),
        (f"document.querySelector('article').insertAdjacentHTML('beforeend', `{TINY}`)", "target-size"),
    ],
)
def test_axe_would_find_it(visit, breaking, rule):
    page = visit(KINDS["guide"], color_scheme="light", viewport={"width": 1280, "height": 900})
    page.evaluate(breaking)
    assert rule in [name for name, _ in violations(page)]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 640], ids=["400 % of 1280", "200 % of 1280"])
def test_a_page_that_is_zoomed_scrolls_in_one_direction(visit, base_url, width, direction):
    page = visit("", viewport={"width": width, "height": 512})
    for kind, path in KINDS.items():
        page.goto(base_url + path)
        if direction == "rtl":
            page.evaluate(TURNED)
        assert page.evaluate(WIDER) <= 0, kind


@pytest.mark.parametrize("width", [640, 1280])
def test_letters_twice_as_large_are_neither_cut_nor_wider_than_the_window(visit, base_url, width):
    page = visit("", viewport={"width": width, "height": 900})
    for kind, path in KINDS.items():
        page.goto(base_url + path)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        assert page.evaluate(WIDER) <= 0, kind
        cut = page.locator("article :is(h1, h2, p, li, label, .ss-button)").evaluate_all(
            "all => all.filter(one => one.checkVisibility() && getComputedStyle(one).overflow !== 'visible'"
            " && one.scrollHeight > one.clientHeight + 2).map(one => one.outerHTML.slice(0, 120))"
        )
        assert cut == [], kind


PALETTE = """() => {
    const probe = document.createElement('i')
    document.body.append(probe)
    const style = getComputedStyle(document.body)
    const names = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule.style).flatMap((rule) => [...rule.style]).filter((name) => name.startsWith('--ss-'))
    const colour = (name) => {
        probe.style.color = 'rgb(1, 2, 3)'
        probe.style.color = style.getPropertyValue(name)
        const shown = getComputedStyle(probe).color
        return shown === 'rgb(1, 2, 3)' ? null : shown.match(/[\\d.]+/g).map(Number)
    }
    return Object.fromEntries([...new Set(names)].map((name) => [name.slice(5), colour(name)]))
}"""
HAZARDS = ("danger", "warning", "caution", "note", "tip")
# What stands on what: 4.5 for text (WCAG 1.4.3), 3 for the edges of controls (1.4.11).
ON = [
    *((text, ground, 4.5) for text in ("ink", "ink-2", "ink-3", "accent") for ground in ("paper", "wash")),
    *((text, "accent-wash", 4.5) for text in ("ink", "ink-2", "accent", "accent-strong")),
    *(("on-accent", ground, 4.5) for ground in ("accent", "accent-strong")),
    *((kind, ground, 4.5) for kind in HAZARDS for ground in ("paper", f"{kind}-wash")),
    *((text, f"{kind}-wash", 4.5) for kind in HAZARDS for text in ("ink", "ink-2")),
    *(("edge", ground, 3.0) for ground in ("paper", "wash")),
]


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in colour[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_the_palette_is_legible_on_its_ground(visit, scheme):
    palette = visit("", color_scheme=scheme).evaluate(PALETTE)
    weak = [(text, ground, round(contrast(palette[text], palette[ground]), 2)) for text, ground, least in ON
            if contrast(palette[text], palette[ground]) < least]  # fmt: skip
    assert weak == []


def test_a_done_step_looks_done_in_forced_colours_too(visit):
    page = visit(
        KINDS["guide"], forced_colors="active", reduced_motion="reduce", viewport={"width": 1280, "height": 900}
    )
    box = page.locator('[data-ss-kind="step"]').first
    row = page.locator(".ss-step__row").first
    row.scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    before = row.screenshot()
    box.evaluate("box => { box.checked = true }")
    assert row.screenshot() != before


def test_the_focus_is_seen_in_forced_colours_too(visit):
    page = visit(KINDS["guide"], forced_colors="active", viewport={"width": 1280, "height": 900})
    page.locator("body").press("Tab")
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                const styles = [document.activeElement, document.activeElement.nextElementSibling]
                    .filter((one) => one).map((one) => getComputedStyle(one))
                const isWriting = document.activeElement.matches('input[type=text]')  // its cursor shows the focus
                const isOutlined = (one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0
                return isWriting || styles.some(isOutlined)
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 150)")


MOVING = """() => [...document.querySelectorAll('[class^="ss-"], [class*=" ss-"]')].filter((one) => {
    const style = getComputedStyle(one)
    const seconds = (value) => Math.max(...value.split(',').map(parseFloat))
    return seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01
}).map((one) => one.className)"""


def test_nothing_moves_for_who_wants_no_motion(visit, base_url):
    assert "ss-card" in visit("", reduced_motion="no-preference").evaluate(MOVING)
    page = visit("", reduced_motion="reduce")
    for kind, path in KINDS.items():
        page.goto(base_url + path)
        assert page.evaluate(MOVING) == [], kind
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", kind


# A box can be ticked without a script, and the list of languages shows under the pointer and the focus.
DEAD = """() => [...document.querySelectorAll('button, input, select, textarea, [role=button]')].filter((one) =>
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getBoundingClientRect().width > 1
    && one.type !== 'checkbox' && !one.closest('.md-select')).map((one) => one.outerHTML.slice(0, 120))"""
WORDS = "document.querySelector('article').innerText.replace(/\\s+/g, ' ').trim()"


@pytest.mark.parametrize("kind", KINDS)
def test_without_javascript_all_words_are_there_and_no_control_is_dead(visit, kind):
    plain = visit(KINDS[kind], java_script_enabled=False)
    assert plain.evaluate(DEAD) == []
    said = plain.locator("article").inner_text().split()
    scripted = visit(KINDS[kind])
    controls = scripted.locator("article").locator(CONTROLS).all_inner_texts()
    hidden = set(" ".join(controls).split())
    assert [
        word for word in scripted.locator("article").inner_text().split() if word not in said and word not in hidden
    ] == []


def test_without_javascript_the_other_languages_are_one_key_away(visit):
    page = visit(KINDS["guide"], java_script_enabled=False)
    page.locator(".md-select button").focus()
    assert page.locator('.md-select a[hreflang="en"]').is_visible()


def test_all_our_styles_and_scripts_stay_under_forty_kilobytes(site):
    styles = [site.root / f"assets/stylesheets/{name}.css" for name in theme.STYLESHEETS]
    scripts = [site.root / f"assets/javascripts/{name}.js" for name in theme.SCRIPTS]
    files = [*styles, *scripts, site.root / "sw.js"]
    ours = {path for kind in ("css", "js") for path in site.root.glob(f"assets/*/stepsheet*.{kind}")}
    assert ours <= set(files)
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 40_000
