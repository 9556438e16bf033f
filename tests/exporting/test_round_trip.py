"""An export comes back: to the byte when nobody touched it, with what was edited when somebody did."""

import copy
import shutil
from pathlib import Path

import pytest

from stepsheet.diagnostics import Source
from stepsheet.importing.restore.places import places
from stepsheet.importing.restore.result import Lost
from stepsheet.importing.restore.run import restore_page
from stepsheet.importing.restore.skeletons import skeletons
from stepsheet.load.nodes import plain
from stepsheet.model import canonical, content

from .trees import FORMS, back, export, guide, restored, yaml

REPOSITORY = Path(__file__).parent.parent.parent
GROUPS = 9
NEW = {
    "line": "Новый **текст** о `коде`",
    "prose": "Один *абзац* {% raw %}.\n\nВторой:\n\n- раз\n- два",
    "plain": 'Иначе "тут" [x] <b>',
}


def read(root):
    made, _ = content.read(root / "content", root, "ru")
    return made


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The repository's own content."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_page_gives_its_guide_to_the_byte(everything, exported, form):
    for bundle in read(everything).bundles:
        bones = exported(form, "ru").skeleton(bundle.id)
        assert yaml(guide(restored(bones.text, bones), bones.text)) == yaml(plain(bundle.folder.guide))


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_the_first_guide_comes_back_to_the_byte(shipped, form, locale):
    made = export(shipped, form, locale)
    bones = made.skeleton("okx-api-keys")
    found = restored(made.page("okx-api-keys"), bones)
    bundle = read(shipped).by_id["okx-api-keys"]
    if found.is_translation:
        written = {
            key: {one: text.value for one, text in entry.texts.items()}
            for key, entry in bundle.catalogs["en"].entries.items()
        }
        assert canonical.catalog(found.catalog(found.guide({}))) == canonical.catalog(written)
    else:
        assert yaml(guide(found, bones.text)) == yaml(plain(bundle.folder.guide))


@pytest.mark.parametrize("form", FORMS)
def test_a_page_whose_text_differs_in_nothing_that_is_read_gives_its_guide_to_the_byte(exported, form):
    bones = exported(form, "ru").skeleton("everything")
    page = bones.text.replace("\n", "\r\n") + "\r\n\r\n<!-- seen -->\r\n"
    found = restored(page, bones)
    assert found.edited == frozenset()
    assert yaml(guide(found, page)) == yaml(bones.data)


def test_a_page_that_gitbook_has_written_anew_gives_its_guide_to_the_byte(exported):
    bones = exported("gitbook", "ru").skeleton("everything")
    page = bones.text.replace("\n- ", "\n* ").replace("   - ", "   * ").replace("_Только если:_", "*Только если:*")
    page = page.replace("\n\n1. ", "\n\n\n1. ").replace("___", "***").replace('description: "', "description: >-\n  ")
    page = page.replace('модель."', "модель.").replace("| --- | --: |", "| ---- | ---: |")
    assert page != bones.text
    found = restored(page, bones)
    assert (found.edited, yaml(guide(found, page))) == (frozenset(), yaml(bones.data))


def texts(root):
    data = plain(read(root).by_id["everything"].folder.guide)
    return [key for key, place in places(data).items() if place.kind and place.value]


@pytest.mark.parametrize("form", FORMS)
def test_each_text_that_is_edited_is_edited_in_the_guide_and_nothing_else(everything, exported, workshop, form):
    """The edited page is the export of the edited guide; a few texts at a time, so that each stands among others."""
    bones = exported(form, "ru").skeleton("everything")
    keys = texts(everything)
    for first in range(GROUPS):
        chosen, data = set(keys[first::GROUPS]), copy.deepcopy(bones.data)
        for key in chosen:
            place = places(data)[key]
            place.put(edited(key, NEW[place.kind.value]))
        (workshop / "content/guides/everything/guide.yml").write_text(yaml(data))
        page = export(workshop, form, "ru").page("everything")
        found = restored(page, bones)
        assert found.edited == chosen
        assert yaml(guide(found, page)) == yaml(data)


def edited(key, text):
    """A new text for a key; what stands in bold has no bold in it, and a description has no markup."""
    if key == "summary":
        return text.replace("*", "").replace("`", "")
    return text.replace("*", "") if key.endswith("label") else text


def test_an_edited_sentence_leaves_the_rest_of_its_text_as_the_author_wrote_it(exported):
    bones = exported("gitbook", "ru").skeleton("everything")
    page = bones.text.replace("| чёрный | 5 |", "| чёрный | 6 |")
    data = guide(restored(page, bones), page, lambda href: href.replace("short.md", "#guide:short"))
    before, after = (places(one)["boil.info"].value.split("\n\n") for one in (bones.data, data))
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("| Чай | Минут |\n|-----|------:|\n| чёрный | 5 |", "| Чай | Минут |\n| --- | --: |\n| чёрный | 6 |")
    ]


def test_the_links_of_an_edited_text_are_references_again(exported):
    bones = exported("gitbook", "ru").skeleton("everything")
    page = bones.text.replace("Текст с [ссылкой]", "Слова с [ссылкой]")
    data = guide(restored(page, bones), page, lambda href: href.replace("short.md", "#guide:short"))
    assert places(data)["boil.info"].value.startswith(
        "Слова с [ссылкой](https://tea.example/), [шагом](#step:boil.fill), [полем](#field:boil.fill.volume), "
        "[разделом](#section:serve) и [инструкцией](#guide:short)."
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_paragraph_may_be_added_where_a_step_had_none(exported, form):
    bones = exported(form, "ru").skeleton("everything")
    step = "### Отнесите.\n" if form == "gitbook" else "Отнесите.\n"
    indent = "" if form == "gitbook" else "    "
    page = bones.text.replace(step, f"{step}\n{indent}Не спеша.\n\n{indent}* Осторожно.\n")
    data = guide(restored(page, bones), page)
    assert places(data)["serve.carry.info"].value == "Не спеша.\n\n- Осторожно."


def test_an_explanation_may_be_taken_away(exported):
    bones = exported("gitbook", "ru").skeleton("everything")
    page = bones.text.replace("Не больше литра.\n\n", "")
    found = restored(page, bones)
    assert found.edited == {"boil.fill.info"}
    assert places(guide(found, page))["boil.fill.info"].value is None


def test_code_and_pictures_that_were_changed_come_along(exported):
    bones = exported("gitbook", "ru").skeleton("everything")
    page = bones.text.replace("sleep 300", "sleep 200").replace("everything/label.svg", "everything/other.svg")
    data = guide(restored(page, bones), page)
    assert places(data)["boil.wait.command.text"].value == "# ждём\nsleep 200\n\n\necho '`готово`'"
    assert places(data)["boil.wait.pot.src"].value == ".gitbook/assets/everything/other.svg"


@pytest.mark.parametrize("form", FORMS)
def test_a_translation_that_is_edited_is_an_entry_of_the_catalog(exported, form):
    bones = exported(form, "en").skeleton("everything")
    page = bones.text.replace("Water spills.", "The water spills.")
    found = restored(page, bones)
    entries = found.catalog(guide(found, page))
    assert found.edited == {"flood.text"}
    assert entries["flood.text"] == {"ru": "Вода прольётся.", "en": "The water spills."}
    assert {key: entry for key, entry in entries.items() if key != "flood.text"} == {
        key: entry for key, entry in bones.catalog.items() if key != "flood.text"
    }


def test_an_old_translation_is_fresh_when_its_mark_is_taken_away(exported):
    bones = exported("gitbook", "en").skeleton("everything")
    page = bones.text.replace("### Wait a while. _(translation out of date)_", "### Wait a while.")
    found = restored(page, bones)
    assert (found.edited, found.current) == (frozenset(), {"boil.wait.do"})
    entry = found.catalog(guide(found, page))["boil.wait.do"]
    assert entry == {"ru": places(bones.data)["boil.wait.do"].value, "en": "Wait a while."}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("### Отнесите.\n", "### Отнесите.\n{% endstep %}\n\n{% step %}\n### Ещё шаг.\n", "this is new: 'Ещё шаг.'"),
        ("{% step %}\n### Отнесите.\n{% endstep %}\n", "", "this is gone: 'Отнесите.'"),
        ("### Отнесите.\n", "### Отнесите.\n\n![Поднос](tray.png)\n", "something was added"),
        ("## Подайте", "Подайте", "this is gone: 'Подайте"),
        ("### Отнесите.", "###", "gone"),
    ],
)
def test_a_page_whose_steps_were_rearranged_is_not_restored_and_says_why(exported, old, new, what):
    bones = exported("gitbook", "ru").skeleton("everything")
    assert old in bones.text
    found = back(bones.text.replace(old, new), bones)
    assert isinstance(found, Lost)
    assert what in found.what
    assert found.line > 1


def test_an_edit_of_the_skeleton_itself_is_no_crash(exported):
    bones = exported("gitbook", "ru").skeleton("everything")
    bones.data["sections"] = "none"
    assert back(bones.text, bones) == Lost("the skeleton beside the page holds no guide", 1)


@pytest.mark.parametrize("form", FORMS)
def test_a_plain_page_comes_back_to_the_byte(everything, exported, tmp_path, form):
    made = exported(form, "ru")
    for name, data in made.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = skeletons(tmp_path)
    assert {one.id for one in found.pages.values()} == {"about", "contact", "prices"}
    for path, bones in found.pages.items():
        page = Source(tmp_path / path, path.as_posix(), (tmp_path / path).read_text())
        assert restore_page(page, bones) == (everything / f"content/pages/{bones.id}.ru.md").read_text()
        edited = Source(page.path, page.name, page.text + "\nMore.\n")
        assert restore_page(edited, bones) is None


def test_the_skeletons_of_a_folder_are_found_by_their_pages(exported, tmp_path):
    for name, data in exported("gitbook", "ru").files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / ".stepsheet/guides/broken.json").write_text("{")
    (tmp_path / ".stepsheet/guides/out.json").symlink_to("/etc/hostname")
    found = skeletons(tmp_path)
    assert {path.as_posix() for path in found.guides} == {"everything.md", "short.md"}
    assert {path.as_posix() for path in found.made} == {".gitbook.yaml", "SUMMARY.md", "README.md"}


def test_a_folder_without_an_export_has_no_skeletons(tmp_path):
    assert skeletons(tmp_path / "nothing") == skeletons(tmp_path)
    assert not skeletons(tmp_path).guides
