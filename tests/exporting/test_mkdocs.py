"""The Markdown export is a project that MkDocs builds without a warning, and that shows what the guides say."""

import logging

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from stepsheet.importing.restore.places import places
from stepsheet.localize.document import State, Text
from stepsheet.render.html import plain


@pytest.fixture(scope="module")
def site(exported, tmp_path_factory):
    """The built site and what MkDocs said on the way."""
    root = tmp_path_factory.mktemp("project")
    for name, data in exported("markdown", "ru").files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    said: list[str] = []
    handler = logging.Handler(logging.INFO)
    handler.emit = lambda record: said.append(f"{record.levelname} {record.getMessage()}")
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)  # what it says of anchors is information
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)
    return root / "site", said


def test_mkdocs_has_nothing_to_complain_of(site):
    _, said = site
    assert any("Building documentation" in line for line in said)
    assert [line for line in said if "WARNING" in line or "ERROR" in line or "anchor" in line] == []


def test_each_text_is_on_the_built_page(site, exported, words_of):
    folder, _ = site
    shown = words_of((folder / "everything" / "index.html").read_text())
    missing = []
    for key, place in places(exported("markdown", "ru").skeleton("everything").data).items():
        if place.kind and place.kind.value == "line" and place.value:
            text = " ".join(plain(Text(key, place.value, "ru", State.SOURCE)).split())
            missing += [] if text in shown else [(key, text)]
    assert missing == []


def test_what_belongs_to_a_step_stays_inside_it(site):
    folder, _ = site
    page = (folder / "everything" / "index.html").read_text()
    step = page[page.index('id="boil-fill"') : page.index("Подождите.")]
    assert step.count('<div class="admonition') == 0
    assert step.index("<figure") < step.index("Носик") < step.index("Объём") < step.index("Лейте медленно.")
