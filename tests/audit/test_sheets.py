"""The checklists on paper, each thing broken once."""

import io
import re
import shutil

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst
from tests.conftest import MKDOCS, REPOSITORY, TODAY

from stepsheet import pipeline, settings
from stepsheet.audit.built import Built
from stepsheet.audit.checks import sheets
from stepsheet.audit.paper import shapes
from stepsheet.audit.scope import Audit

RU, EN = "guides/everything/checklist-a4.pdf", "en/guides/everything/checklist-a4.pdf"
SHORT = "guides/short/checklist-a4.pdf"
STATE = r"[0-9a-f]{8}\.([0-9a-f]{4})+"
GUIDE = "content/guides/everything/guide.yml"


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """The sheet of the guide with something else in its file."""

    def made(path: str, old: str, new: str) -> bytes:
        root = tmp_path_factory.mktemp("changed").resolve()
        for file in (REPOSITORY / "tests/render/content").rglob("*"):
            if file.is_file():
                copy = root / "content" / file.relative_to(REPOSITORY / "tests/render/content")
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(file.read_bytes())
        text = f"site_url: https://guides.example/\n{MKDOCS.format(overrides=REPOSITORY / 'overrides')}"
        (root / "mkdocs.yml").write_text(text.replace(old, new), encoding="utf-8")
        guide = (root / GUIDE).read_text(encoding="utf-8")
        (root / GUIDE).write_text(guide.replace(old, new), encoding="utf-8")
        loaded = settings.load(root / "mkdocs.yml")
        built = pipeline.build(loaded, TODAY, locales=["ru"])
        return (built.site_dir / path).read_bytes()

    return made


def without(pdf: bytes, number: int, wanted) -> bytes:
    """A PDF whose page has lost what is wanted gone."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number]
    for thing in [pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))]:
        if wanted(thing):
            pdfium.FPDFPage_RemoveObject(page, thing)
            break
    page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def is_tick(thing) -> bool:
    return pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_PATH and shapes.is_tick(thing, shapes.box(thing))


def test_a_site_as_it_was_built_is_right(workshop):
    assert workshop.says(sheets.check) == []


def test_a_sheet_that_is_not_there_is_told_of(workshop):
    workshop.remove(RU)

    assert workshop.says(sheets.check) == [
        f"{GUIDE}:1:1 lost-file: {RU} is not in the site: the checklist of this guide on a4 paper"
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"<html>", bytes(range(256)) * 9])
def test_what_is_no_pdf_is_told_of(workshop, content):
    workshop.write(RU, content)

    assert workshop.says(sheets.check) == [f"{RU}:1:1 damaged-file: {RU} cannot be read as PDF"]


def test_no_cut_of_a_sheet_stops_the_audit_or_passes(workshop):
    whole = (workshop.root / SHORT).read_bytes()
    for part in range(1, 8):
        workshop.write(SHORT, whole[: len(whole) * part // 8])
        assert workshop.says(sheets.check), part


def test_the_sheet_of_another_locale_has_lost_every_text(workshop):
    workshop.write(SHORT, (workshop.root / f"en/{SHORT}").read_bytes())

    said = workshop.says(sheets.check)
    assert f"{SHORT}:1:1 untagged-sheet: {SHORT} says that it is in 'en', not in 'ru'" in said
    (code,) = (one for one in said if "wrong-code" in one)
    assert re.fullmatch(
        f"{SHORT}:1:1 wrong-code: {SHORT} has a QR code for 'https://guides.example/en/guides/short/#sheet={STATE}', "
        f"not for 'https://guides.example/guides/short/#sheet={STATE}'",
        code,
    )
    assert any("lost-text" in one and "'do': \"Посмотрите вокруг.\"" in one for one in said)


def test_a_page_that_is_gone_takes_its_texts_with_it(workshop):
    document = pypdfium2.PdfDocument((workshop.root / RU).read_bytes())
    document.del_page(1)
    buffer = io.BytesIO()
    document.save(buffer)
    workshop.write(RU, buffer.getvalue())

    said = workshop.says(sheets.check)
    assert any(
        one.startswith(f"{GUIDE}:") and "lost-text" in one and "'do': \"Лейте медленно.\"" in one for one in said
    )


def test_paper_of_another_size_is_told_of(workshop):
    workshop.write(SHORT, (workshop.root / SHORT.replace("a4", "letter")).read_bytes())

    assert workshop.says(sheets.check) == [f"{SHORT}:1:1 untagged-sheet: {SHORT}: page 1 is not of the size A4"]


def test_another_text_is_a_lost_one_and_a_stray_one(workshop, changed):
    workshop.write(RU, changed(RU, "do: Лейте медленно.", "do: Лейте стремительно."))

    said = [one.partition(" ")[2] for one in workshop.says(sheets.check) if "текст" not in one]
    assert f"lost-text: {RU} does not show 'do': \"Лейте медленно.\"" in said
    assert any(one.startswith(f"stray-text: {RU} says ") and "стремительно" in one for one in said)


def test_warnings_in_another_order_are_told_of(workshop, changed):
    flood, stain = (
        "{id: flood, kind: warning, text: Вода прольётся.}",
        "{id: stain, kind: caution, text: Чай оставляет пятна.}",
    )
    workshop.write(RU, changed(RU, f"  - {flood}\n  - {stain}\n", f"  - {stain}\n  - {flood}\n"))

    said = [one.partition(" ")[2] for one in workshop.says(sheets.check)]
    assert f"out-of-order: {RU} shows 'text' at another place than the guide: \"Вода прольётся.\"" in said


def test_a_line_beside_a_secret_is_told_of(workshop, changed):
    workshop.write(RU, changed(RU, ", secret: true", ""))

    said = [one for one in workshop.says(sheets.check) if "secret-on-paper" in one]
    assert [one.partition(" ")[2] for one in said] == [
        f"secret-on-paper: {RU} does not say 'Храните в менеджере паролей' at the secret field 'boil.fill.recipe'",
        f"secret-on-paper: {RU} has a line to write the secret field 'boil.fill.recipe' on",
    ]


def test_a_box_that_is_gone_leaves_its_need_without_one(workshop):
    workshop.write(RU, without((workshop.root / RU).read_bytes(), 0, is_tick))

    said = [one for one in workshop.says(sheets.check) if "loose-box" in one]
    assert [one.partition(" ")[2] for one in said] == [f"loose-box: {RU}: the need 'kettle' has no tick box"]


def test_a_sheet_of_another_site_has_the_wrong_code(workshop, changed):
    workshop.write(RU, changed(RU, "https://guides.example/", "https://old.example/"))

    (code,) = (one for one in workshop.says(sheets.check) if "wrong-code" in one)
    assert re.fullmatch(
        f"{RU}:1:1 wrong-code: {RU} has a QR code for 'https://old.example/guides/everything/#sheet={STATE}', "
        f"not for 'https://guides.example/guides/everything/#sheet={STATE}'",
        code,
    )


def test_a_sheet_of_an_older_state_has_the_wrong_code(workshop, changed):
    """Who scans it would be told that step 5 has changed since, though it has not."""
    workshop.write(RU, changed(RU, "do: Лейте медленно.", "do: Лейте стремительно."))

    (code,) = (one for one in workshop.says(sheets.check) if "wrong-code" in one)
    old, new = re.findall(r"#sheet=(\w+)\.(\w+)", code)
    assert old[0] != new[0]
    assert sum(old[1][at : at + 4] != new[1][at : at + 4] for at in range(0, len(old[1]), 4)) == 1


def test_a_sheet_without_tags_title_and_language_is_told_of(workshop):
    workshop.write(SHORT, typst.compile(b'#set text(lang: "de")\nHello', format="pdf", pdf_tags=False))

    said = [one for one in workshop.says(sheets.check) if "untagged-sheet" in one]
    assert said == [
        f'content/guides/short/guide.yml:1:8 untagged-sheet: {SHORT} has the title "", not "Короткая инструкция"',
        f"{SHORT}:1:1 untagged-sheet: {SHORT} has no tags",
        f"{SHORT}:1:1 untagged-sheet: {SHORT} says that it is in 'de', not in 'ru'",
    ]


def test_a_site_without_an_address_and_one_of_a_single_locale_are_right(tmp_path):
    shutil.copytree(REPOSITORY / "tests/render/content", tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text(MKDOCS.format(overrides=REPOSITORY / "overrides"), encoding="utf-8")
    loaded = settings.load(tmp_path / "mkdocs.yml")
    site = pipeline.build(loaded, TODAY, locales=["en"]).site_dir

    scope = Audit(Built(site), pipeline.check(loaded, TODAY).content, loaded, {"en": loaded.prefixes["en"]})
    assert list(sheets.check(scope)) == []


def test_a_date_and_a_line_for_a_second_person_beside_a_secret_are_right(tmp_path):
    shutil.copytree(REPOSITORY / "tests/render/content", tmp_path / "content")
    guide = (tmp_path / GUIDE).read_text(encoding="utf-8")
    dated = guide.replace("kind: number", "kind: date").replace("expect: Вода шумит.", "verify: true")
    (tmp_path / GUIDE).write_text(dated, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(MKDOCS.format(overrides=REPOSITORY / "overrides"), encoding="utf-8")
    loaded = settings.load(tmp_path / "mkdocs.yml")
    site = pipeline.build(loaded, TODAY, locales=["ru"], way=pipeline.Way(audited=False)).site_dir

    scope = Audit(Built(site), pipeline.check(loaded, TODAY).content, loaded, {"ru": loaded.prefixes["ru"]})
    assert list(sheets.check(scope)) == []
    path = site / "guides/everything/checklist-a4.pdf"
    for page in (0, 0, 0, 1, 1, 1):
        path.write_bytes(without(path.read_bytes(), page, lambda thing: shapes.is_cell(shapes.box(thing))))
    scope = Audit(Built(site), scope.content, loaded, scope.prefixes)
    (told,) = list(sheets.check(scope))
    assert told.finding.message.endswith("does not have the line to write on for the field 'boil.fill.volume'")
