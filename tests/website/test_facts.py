"""The first guide tells all it must tell, everywhere and in both languages."""

import json
import re
from pathlib import Path

import pytest
import yaml

FACTS = yaml.safe_load((Path(__file__).parent / "facts.yml").read_text(encoding="utf-8"))
LOCALES = {"ru": "", "en": "en/"}
CYRILLIC = re.compile(r"[А-Яа-яЁё]+")
# Words that are the same in every language: names, and what OKX itself shows in Latin letters.
NAMES = re.compile(
    r"(?a)\b(OKX|MoonTrader|API|Watchdog|SMS|IP|Secret|Passphrase|key|PDF|A4|Letter|Markdown|JSON|CSV|XLSX|QR)\b"
)


@pytest.mark.parametrize("fact", FACTS, ids=[fact["fact"] for fact in FACTS])
@pytest.mark.parametrize("locale", LOCALES)
def test_every_output_tells_the_fact(site, locale, fact):
    for name, text in site.outputs(locale).items():
        for pattern in fact[locale]:
            assert re.search(pattern, text), f"{name} ({locale}) does not say {pattern!r}"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_has_five_sections_eleven_steps_four_fields_and_nine_pictures(site, locale):
    data = json.loads(site.read(f"{LOCALES[locale]}guides/okx-api-keys.json"))
    steps = [step for section in data["sections"] for step in section["steps"]]
    fields = [field for step in steps for field in step["fields"]]
    blocks = [block for step in steps for block in step["body"]]
    figures = [block for block in blocks if "path" in block] + [
        figure for field in fields for figure in field["figures"]
    ]
    counts = [len(part) for part in (data["warnings"], data["sections"], steps, fields, figures, data["options"])]
    assert counts == [1, 5, 11, 4, 9, 2]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_shows_nine_pictures_that_decode(site, visit, locale):
    page = visit(f"{LOCALES[locale]}guides/okx-api-keys/")
    sizes = page.locator("article figure img").evaluate_all(
        """images => Promise.all(images.map(async image => {
            image.loading = 'eager'
            await image.decode()
            return image.naturalWidth
        }))"""
    )
    assert len(sizes) == 9
    assert all(sizes)


def test_no_russian_word_is_on_an_english_page_sheet_or_picture(site):
    for name, text in site.outputs("en").items():
        kept = text.replace("Русский", "")  # the name of the other language in the language switch
        assert CYRILLIC.findall(kept) == [], name
    for picture in (site.root / "en/guides/okx-api-keys/images").iterdir():
        assert CYRILLIC.findall(picture.read_text(encoding="utf-8")) == [], picture.name


def test_no_english_word_is_on_a_russian_page_sheet_or_picture(site):
    for name in ("page", "sheet A4", "sheet Letter", "Markdown"):
        text = site.outputs("ru")[name]
        kept = NAMES.sub("", re.sub(r"English|[\w.-]+\.(svg|json|md|pdf)|https://\S+|okx-api-keys", "", text))
        assert re.findall(r"[A-Za-z]{3,}", re.sub(r"\b[0-9a-f]{8}\b", "", kept)) == [], name
    for picture in (site.root / "guides/okx-api-keys/images").iterdir():
        words = " ".join(re.findall(r"<text[^>]*>([^<]*)<", picture.read_text(encoding="utf-8")))
        assert re.findall(r"[A-Za-z]{3,}", NAMES.sub("", words)) == [], picture.name
