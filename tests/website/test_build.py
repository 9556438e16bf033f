"""The built site as a whole: what is there, the same bytes each time, and the old site when something fails."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
LOCALES = {"ru": "", "en": "en/"}
COMMANDS = Path(sys.executable).parent
ADDRESS = "https://guides.example/"
CLEAN = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "REPO_URL", "PYTHONHASHSEED"}}
ENVIRONMENT = {**CLEAN, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}  # 2026-11-22


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def copied(place: Path) -> Path:
    """A copy of the parts of the repository that a site is made from."""
    for name in ("content", "overrides"):
        shutil.copytree(REPOSITORY / name, place / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", place)
    return place


def run(place: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMANDS / command[0], *command[1:]],
        cwd=place,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("prefix", LOCALES.values(), ids=LOCALES)
def test_every_locale_has_page_sheets_markdown_data_and_llms_texts(site, prefix):
    guide = f"{prefix}guides/okx-api-keys"
    names = [f"{guide}/index.html", f"{guide}/checklist-a4.pdf", f"{guide}/checklist-letter.pdf", f"{guide}.md"]
    names += [
        *(f"{guide}{suffix}" for suffix in (".json", ".csv", ".xlsx", ".tasks.md")),
        f"{prefix}llms.txt",
        f"{prefix}llms-full.txt",
        f"{prefix}index.html",
        f"{prefix}404.html",
    ]
    names += [f"{prefix}categories/exchanges/index.html", f"{prefix}search/search_index.json"]
    assert [name for name in names if not (site.root / name).is_file()] == []


def test_the_search_of_a_locale_finds_its_own_pages_and_no_other(site):
    for locale, other in (("ru", "Sign in"), ("en", "Войдите")):
        index = site.read(f"{LOCALES[locale]}search/search_index.json")
        places = {entry["location"].partition("#")[0] for entry in json.loads(index)["docs"]}
        assert places == {"", "categories/exchanges/", "guides/okx-api-keys/", "translations/"}
        assert other not in index


def test_every_page_names_itself_and_its_twins(site):
    for path in ("", "categories/exchanges/", "guides/okx-api-keys/"):
        for prefix in LOCALES.values():
            html = site.read(f"{prefix}{path}index.html")
            assert re.findall(r'<link rel="canonical" href="([^"]*)"', html) == [f"{ADDRESS}{prefix}{path}"]
            twins = dict(re.findall(r'<link rel="alternate ?" hreflang="([^"]*)" href="([^"]*)"', html))
            assert twins == {"ru": ADDRESS + path, "en": f"{ADDRESS}en/{path}", "x-default": ADDRESS + path}


def test_the_sitemap_names_every_page_with_its_twins_and_nothing_else(site):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ET.fromstring(site.read("sitemap.xml")).findall("s:url", spaces)
    found = {
        url.findtext("s:loc", None, spaces): {link.get("hreflang") for link in url.findall("x:link", spaces)}
        for url in urls
    }
    pages = {
        f"{ADDRESS}{path.relative_to(site.root).parent.as_posix()}/".replace("/./", "/")
        for path in site.root.rglob("index.html")
    }
    assert found == {page: {"ru", "en", "x-default"} for page in pages}


def test_no_address_means_no_canonical_no_sitemap_no_qr_code_and_a_hint(tmp_path):
    place = copied(tmp_path)
    built = run(place, "stepsheet", "build")
    assert built.returncode == 0
    assert "hint[S301 no-site-url]" in built.stderr
    assert not list((place / "site").rglob("sitemap.xml*"))
    assert 'rel="canonical"' not in (place / "site/guides/okx-api-keys/index.html").read_text()


def test_without_a_repository_there_is_no_edit_link(site, tmp_path):
    place = copied(tmp_path)
    assert run(place, "stepsheet", "build").returncode == 0
    assert "https://code.example/edit/main/content/guides/okx-api-keys/guide.yml" in site.read(
        "guides/okx-api-keys/index.html"
    )
    assert "https://code.example/edit/main/content/guides/okx-api-keys/en.yml" in site.read(
        "en/guides/okx-api-keys/index.html"
    )
    assert "guide.yml" not in (place / "site/guides/okx-api-keys/index.html").read_text()


# A system that says it knows ASCII alone, and a Python that believes it.
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_two_builds_and_the_plugin_give_the_same_bytes(tmp_path):
    one, other = copied(tmp_path / "a"), copied(tmp_path / "папка с пробелом")
    for place in (one, other):
        (place / "content" / "redirects.yml").write_text(
            "redirects: [{from: ключи/okx, to: '#guide:okx-api-keys'}]\n", encoding="utf-8"
        )
    address = {"SITE_URL": ADDRESS}
    assert run(one, "stepsheet", "build", PYTHONHASHSEED="1", TZ="Asia/Tokyo", **address).returncode == 0
    assert run(other, "stepsheet", "build", PYTHONHASHSEED="2", **ASCII, **address).returncode == 0
    assert tree(one / "site") == tree(other / "site")
    hosted = run(one, "mkdocs", "build", "-d", "hosted", **address)
    assert hosted.returncode == 0, hosted.stderr
    assert tree(one / "hosted") == tree(one / "site")


def test_a_mistake_leaves_the_last_good_site_and_no_folder_behind(tmp_path):
    place = copied(tmp_path)
    assert run(place, "stepsheet", "build").returncode == 0
    before = tree(place / "site")
    guide = place / "content/guides/okx-api-keys/guide.yml"
    guide.write_text(guide.read_text().replace("src: profile-menu.svg", "src: profile-menu.pgn"))
    for command in (("stepsheet", "build"), ("mkdocs", "build")):
        failed = run(place, *command)
        assert failed.returncode == 1
        assert "error[S104 missing-image]: no file 'profile-menu.pgn' in images/" in failed.stderr
        assert "Traceback" not in failed.stderr
        assert tree(place / "site") == before
    assert sorted(path.name for path in place.iterdir()) == [".stepsheet", "content", "mkdocs.yml", "overrides", "site"]


def test_one_locale_alone_is_built_at_its_own_place(tmp_path):
    place = copied(tmp_path)
    assert run(place, "stepsheet", "build", "--locale", "en").returncode == 0
    assert (place / "site/en/guides/okx-api-keys/index.html").is_file()
    assert not (place / "site/index.html").exists()
    assert 'hreflang="ru"' not in (place / "site/en/index.html").read_text()


@contextmanager
def serving(place: Path, log: Path, *command: str) -> Iterator[str]:
    """A live server on a free port; ended with Ctrl-C, after which its log holds no stack trace."""
    port = free_port()
    with log.open("w") as output:
        server = subprocess.Popen(
            [COMMANDS / command[0], *command[1:], "-a", f"127.0.0.1:{port}"],
            cwd=place,
            env=ENVIRONMENT,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            os.killpg(server.pid, signal.SIGINT)
            server.wait(timeout=30)
    assert "Traceback" not in log.read_text()


def test_serve_shows_what_is_saved_and_keeps_the_last_good_site(tmp_path):
    place, log = copied(tmp_path / "project"), tmp_path / "log"
    guide = place / "content/guides/okx-api-keys/guide.yml"
    text = guide.read_text()
    with serving(place, log, "stepsheet", "serve") as url:
        page = f"{url}guides/okx-api-keys/"
        eventually(lambda: "Войдите в свой аккаунт OKX." in fetched(page))
        assert "Sign in" in fetched(f"{url}en/guides/okx-api-keys/")
        guide.write_text(text.replace("Войдите в свой аккаунт OKX.", "Откройте сайт и войдите."))
        eventually(lambda: "Откройте сайт и войдите." in fetched(page))
        guide.write_text("title: [")
        eventually(lambda: "error[S002 yaml-syntax]" in log.read_text())
        assert "Откройте сайт и войдите." in fetched(page)
        guide.write_text(text)
        eventually(lambda: "Войдите в свой аккаунт OKX." in fetched(page))
        time.sleep(2)  # four times the watcher's interval: a build that wakes the watcher would show
    assert log.read_text().count("Built; browsers reload.") == 3


def test_mkdocs_serve_shows_what_is_saved_in_both_languages(tmp_path):
    place, log = copied(tmp_path / "project"), tmp_path / "log"
    guide = place / "content/guides/okx-api-keys/guide.yml"
    with serving(place, log, "mkdocs", "serve") as url:
        eventually(lambda: "Войдите в свой аккаунт OKX." in fetched(f"{url}guides/okx-api-keys/"))
        guide.write_text(guide.read_text().replace("Войдите в свой аккаунт OKX.", "Откройте сайт и войдите."))
        eventually(lambda: "Откройте сайт и войдите." in fetched(f"{url}guides/okx-api-keys/"))
        eventually(lambda: 'data-state="stale"' in fetched(f"{url}en/guides/okx-api-keys/"))
        time.sleep(2)  # as above
    assert log.read_text().count("Reloading browsers") == 1


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetched(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


def eventually(condition, seconds: float = 60) -> None:
    """Wait until it is so; the limit is for a hung machine, not for a slow one."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.2)
