"""`mkdocs.yml`, read: what it says, and one clear sentence for whatever is wrong with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from stepsheet import settings
from stepsheet.errors import UserError
from stepsheet.settings import Settings

LEAST = "site_name: S\nplugins:\n  - stepsheet:\n      locales: {ru: {}, en: {}}\n"


def load(folder: Path, text: str | bytes = LEAST) -> Settings:
    file = folder / "mkdocs.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings.load(file)


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(UserError) as raised:
        load(folder, text)
    assert "\n" not in raised.value.message
    return f"{raised.value.message} / {raised.value.help}"


def test_the_least_settings_have_their_defaults(tmp_path: Path) -> None:
    made = load(tmp_path)
    assert (made.content, made.site_dir) == (tmp_path / "content", tmp_path / "site")
    assert (made.locales, made.papers) == (("ru", "en"), ("a4", "letter"))
    assert (made.site_url, made.edit_url) == (None, None)
    assert made.prefixes == {"ru": "", "en": "en/"}


def test_names_of_a_locale_are_kept(tmp_path: Path) -> None:
    made = load(tmp_path, LEAST.replace("ru: {}", "ru: {site_name: Имя}, pt-BR: "))
    assert made.names["ru"].site_name == "Имя"
    assert made.names["en"].site_name is None
    assert list(made.names) == ["ru", "pt-BR", "en"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", None),
        ("https://a.org", "https://a.org/"),
        ("https://a.org/b//", "https://a.org/b/"),
        ("HTTPS://a.org/B", "https://a.org/B/"),
    ],
)
def test_a_site_address_ends_with_a_slash(written: str, read: str | None, tmp_path: Path) -> None:
    assert load(tmp_path, f"{LEAST}site_url: '{written}'\n").site_url == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("repo_url: https://g.org/r", "https://g.org/r/edit/main/content/"),
        ("repo_url: https://g.org/r/\nedit_uri: blob/dev/", "https://g.org/r/blob/dev/content/"),
        ("repo_url: https://g.org/r\nedit_uri:", "https://g.org/r/edit/main/content/"),
        ("repo_url: https://g.org/r\nedit_uri: ''", None),
        ("edit_uri: edit/main/", None),
    ],
)
def test_the_edit_address_is_made_of_repository_and_branch(written: str, read: str | None, tmp_path: Path) -> None:
    assert load(tmp_path, f"{LEAST}{written}\n").edit_url == read


def test_an_environment_variable_is_read_as_mkdocs_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADDRESS", "https://a.org/")
    assert load(tmp_path, LEAST + 'site_url: !ENV [ADDRESS, ""]\n').site_url == "https://a.org/"


def test_plugins_may_be_a_mapping(tmp_path: Path) -> None:
    assert load(tmp_path, "plugins:\n  search: {}\n  stepsheet: {locales: {en: {}}}\n").locales == ("en",)


def test_paths_are_shown_from_where_the_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path.parent)
    assert load(tmp_path).shown_from == tmp_path.parent
    monkeypatch.chdir("/")
    assert load(tmp_path).shown_from in {Path("/"), tmp_path}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: [\n", "mkdocs.yml:2:1: it is not YAML: expected the node content"),
        ("site_name: x\n\ty: z\n", "mkdocs.yml:2:1: a tab is used for indentation / indent with spaces"),
        (b"site_name: \xc2\n", "mkdocs.yml: unacceptable character #x00c2"),
        ("- a\n- b\n", "mkdocs.yml holds no settings"),
        ("just words\n", "mkdocs.yml holds no settings"),
        ("", "mkdocs.yml does not use the plugin 'stepsheet'"),
        ("site_name: S\n", "mkdocs.yml does not use the plugin 'stepsheet'"),
        ("plugins: [search]\n", "add `- stepsheet:` with its `locales:`"),
        ("plugins: 5\n", "mkdocs.yml: plugins: not a list"),
        ("INHERIT: none.yml\nplugins: []\n", "mkdocs.yml: Inherited config file"),
        ("plugins: [stepsheet]\n", "plugins.stepsheet.locales: this option is missing"),
        ("plugins: [{stepsheet: [a]}]\n", "plugins.stepsheet: not a mapping"),
        (LEAST.replace("locales", "locale"), "plugins.stepsheet.locale"),
        (LEAST + "      colour: red\n", "plugins.stepsheet.colour: there is no such option / the options are content"),
        (LEAST.replace("ru: {}", "ru: {name: x}"), "plugins.stepsheet.locales.ru.name: there is no such option"),
        (LEAST.replace("{ru: {}, en: {}}", "[ru, en]"), "plugins.stepsheet.locales: not a mapping"),
        (LEAST.replace("{ru: {}, en: {}}", "{}"), "plugins.stepsheet.locales: there are no locales"),
        (LEAST.replace("ru: {}", "xx-yy-zz: {}"), "'xx-yy-zz' is not a locale; write a language tag"),
        (LEAST.replace("ru: {}", "no: {}"), "plugins.stepsheet.locales: 'no' without quotes means false in YAML"),
        (LEAST.replace("ru: {}", "ru: [x]"), "plugins.stepsheet.locales.ru: not a mapping"),
        (LEAST + "      papers: [a3]\n", "plugins.stepsheet.papers.1: 'a3' is not a paper size / a4 or letter"),
        (
            LEAST + "      papers: [a4, {a: 3}]\n",
            "plugins.stepsheet.papers.2: {'a': 3} is not a paper size / a4 or letter",
        ),
        (LEAST + "      papers: a4\n", "plugins.stepsheet.papers: not a list"),
        (
            LEAST + "      index_from: 50 %\n",
            "plugins.stepsheet.index_from: not a percentage / write a number from 0 to 100",
        ),
        (LEAST + "      index_from: 101\n", "plugins.stepsheet.index_from: not a percentage"),
        (LEAST.replace("en: {}", "en: {publish_from: -1}"), "locales.en.publish_from: not a percentage"),
        (LEAST.replace("en: {}", "en: {publish_from: yes}"), "locales.en.publish_from: not a percentage"),
        (LEAST + "site_url: example.org\n", "site_url is 'example.org', not a web address / write it with https://"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text: str | bytes, words: str, tmp_path: Path) -> None:
    assert words in refusal(tmp_path, text)


def test_a_missing_file_is_told_from_an_unreadable_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"there is no mkdocs\.yml in") as missing:
        settings.load(tmp_path / "mkdocs.yml")
    assert missing.value.help == "run the command in the project's folder, or name the file with -f"
    with pytest.raises(UserError, match="Is a directory"):
        settings.load(tmp_path)


@pytest.mark.parametrize("site_dir", [".", "..", "content", "content/site", "content/..", "/"])
def test_a_site_never_takes_the_place_of_its_sources(site_dir: str, tmp_path: Path) -> None:
    """What is in the site folder is deleted when the new site is swapped in."""
    (tmp_path / "content").mkdir()
    assert "holds the project's sources" in refusal(tmp_path, f"{LEAST}site_dir: {site_dir}\n")
    made = load(tmp_path)
    with pytest.raises(UserError, match="holds the project's sources"):
        replace(made, site_dir=tmp_path / site_dir)


def test_a_link_to_the_sources_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "public").symlink_to("content")
    assert "holds the project's sources" in refusal(tmp_path, f"{LEAST}site_dir: public\n")


def test_a_site_may_lie_anywhere_else(tmp_path: Path) -> None:
    assert load(tmp_path, f"{LEAST}site_dir: ../{tmp_path.name}-site\n").site_dir.name == f"{tmp_path.name}-site"
    assert load(tmp_path, f"{LEAST}site_dir: contents\n").site_dir == tmp_path / "contents"
