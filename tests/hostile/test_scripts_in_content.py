"""Scripts in every text, name and picture: a real browser shows them as words and runs none of them."""

import functools
import http.server
import re
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import sync_playwright

from stepsheet import pipeline
from stepsheet import settings as module

from . import guides
from .conftest import HERE, TODAY

# Each sets the same canary, asks another host, or opens a dialog.
RUN = "window.canary=1"
TEXTS = (
    f'x" onmouseover="{RUN}" onfocus="{RUN}" autofocus x="',
    f"x' onerror='{RUN}' x='",
    f"{{{{ ''.__class__ }}}} {{% set x = '{RUN}' %}} ${{{RUN}}}",
    f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;img src=x onerror={RUN}&#62;",
    f"\\<svg/onload={RUN}\\> \\<img src=//evil.example/x\\>",
    f"]]\\> --\\> \\</script\\>\\<script\\>{RUN}\\</script\\>",
    f"`</code><script>{RUN}</script>` `<img src=x onerror={RUN}>`",
    f'[here](https://evil.example/"onclick="{RUN}) [there](<https://evil.example/ onclick={RUN}>)',
    f"{{: onclick={RUN} }} {{#x onclick={RUN}}} javascript:{RUN}",
    f'\u2066"\\>\\<b onclick={RUN}\\> \u2028{RUN}\u2028\u2069',
)
PLAIN = (
    f'"><script>{RUN}</script>',
    f"</code></pre><img src=x onerror={RUN}>",
    f"</textarea></title></style><svg onload={RUN}>",
    f"'-alert(1)-' `${{{RUN}}}` javascript:{RUN}",
)
SETTINGS = f"""\
docs_dir: content
theme: material
site_name: '</title><script>{RUN}</script>'
site_url: https://t.example/
plugins:
  - search
  - stepsheet:
      papers: [a4]
      locales:
        en: {{site_description: '"><script>{RUN}</script>'}}
        ru: {{site_name: '" onload="{RUN}'}}
"""
PAGE = f"""\
---
title: '"\\> &lt;script&gt;{RUN}&lt;/script&gt;" onload="{RUN}'
---
&lt;img src=x onerror={RUN}&gt; "onclick="{RUN}" [x](https://evil.example/"onclick="{RUN})

## A `<script>{RUN}</script>` "onclick="{RUN} {{#a}}

```<script>{RUN}</script>
</code></pre><script>{RUN}</script>
```

![" onerror="{RUN}](images/photo.png "' onerror={RUN} x='")
"""
NAME = "it's a &quot; onload=x.png"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
EVIL_SVG = (
    f"{HEAD}><script>{RUN}</script></svg>",
    f'{HEAD} onload="{RUN}"></svg>',
    f"{HEAD}><foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='{RUN}'/></foreignObject></svg>",
    f"{HEAD}><a href='javascript:{RUN}'><path/></a></svg>",
    f"{HEAD}><use xlink:href='https://evil.example/x.svg#a'/></svg>",
    f"{HEAD}><image href='https://evil.example/x.png'/></svg>",
    f"{HEAD}><style>@import 'https://evil.example/x.css';</style></svg>",
    f"{HEAD}><style>@\\69mport 'https://evil.example/x.css';</style></svg>",
    f"{HEAD}><path style='fill:url(https://evil.example/x)'/></svg>",
    f"{HEAD}><path fill='URL( \"//evil.example/x\")'/></svg>",
    f"{HEAD}><animate attributeName='href' to='javascript:{RUN}'/></svg>",
    f"{HEAD}><set attributeName='onclick' to='{RUN}'/></svg>",
    f"<!DOCTYPE svg [<!ENTITY x 'onload'>]>{HEAD}><text>&x;</text></svg>",
    f"<?xml-stylesheet href='https://evil.example/x.css'?>{HEAD}></svg>",
    f"{HEAD}><style><![CDATA[*{{background:url(https://evil.example/x)}}]]></style></svg>",
    f"{HEAD} xml:base='https://evil.example/'><handler xmlns='http://www.w3.org/2001/xml-events'/></svg>",
)


def texts() -> dict[int, str]:
    """A script for every place of the guide, each kind of script in some, each with the number of its place."""
    made = {}
    for slot in guides.slots():
        is_linked = slot.path == ("source", "title")  # it cannot have a link of its own
        scripts = TEXTS if slot.kind in {guides.Kind.LINE, guides.Kind.PROSE} and not is_linked else PLAIN
        made[slot.number] = f"{scripts[slot.number % len(scripts)]} {slot.number}"
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every text is a script."""
    root = tmp_path_factory.mktemp("scripts")
    folder = root / "content/guides/hostile"
    (folder / "images").mkdir(parents=True)
    photo = HERE.parent / "render/content/guides/everything/images/photo.png"
    shutil.copy(photo, folder / "images" / NAME)
    guide = guides.written(texts()).replace('"photo.png"', yaml.safe_dump(NAME, default_style='"', width=999).strip())
    (folder / "guide.yml").write_text(guide.replace('"info"', '"category": "all"\n"info"', 1), encoding="utf-8")
    (root / "content/categories.yml").write_text(
        yaml.safe_dump({"categories": [{"id": "all", "title": TEXTS[0], "summary": TEXTS[3]}]})
    )
    (root / "content/navigation.yml").write_text(
        yaml.safe_dump({"navigation": [{"id": "a", "title": TEXTS[1], "entries": [{"guide": "hostile"}]}]})
    )
    pages = root / "content/pages"
    (pages / "images").mkdir(parents=True)
    shutil.copy(photo, pages / "images")
    (pages / "about.en.md").write_text(PAGE)
    (root / "mkdocs.yml").write_text(SETTINGS)
    loaded = module.load(root / "mkdocs.yml")
    built = pipeline.build(loaded, TODAY, locales=loaded.locales)
    assert built.site_dir, [
        str(item.finding.location) + item.finding.message for item in built.diagnostics if item.is_error
    ]
    return built.site_dir


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def visited(site: Path) -> list[str]:
    """What a browser did on the pages that it should not have done."""
    wrong: list[str] = []
    handler = functools.partial(_Quiet, directory=str(site))
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        base = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--disable-background-networking", "--disable-component-update", "--no-first-run"],
            chromium_sandbox=False,
        )
        page = browser.new_page()
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda it: it.url.startswith((base, "data:", "blob:")) or wrong.append(it.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
        names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
        assert len(names) > 8
        for name in names:
            page.goto(base + name.removesuffix("index.html"))
            page.evaluate("document.querySelectorAll('*').forEach(it => it.dispatchEvent(new MouseEvent('mouseover')))")
            ran = page.evaluate("window.canary !== undefined")
            handlers = page.evaluate(
                "[...document.querySelectorAll('*')].flatMap(it => [...it.attributes])"
                ".filter(it => it.name.startsWith('on') || /^\\s*javascript:/i.test(it.value)).map(it => it.name)"
            )
            assert (name, ran, handlers) == (name, False, [])
        browser.close()
        server.shutdown()
        thread.join()
    return wrong


def test_no_script_of_the_content_runs_and_no_other_host_is_asked(site):
    """The browser has a thread of its own: another test of the same process may have one open."""
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(visited, site).result() == []


@pytest.mark.parametrize("drawing", EVIL_SVG, ids=range(len(EVIL_SVG)))
def test_a_drawing_that_runs_or_loads_something_is_refused(drawing, project):
    project.write(
        {
            "content/guides/visit/guide.yml": "title: V\nsummary: V.\nneeds: none\nsections:\n  - {id: s, title: S, "
            "steps: [{id: a, do: Do., images: [{id: p, src: a.svg, alt: A}]}]}\n",
            "content/guides/visit/images/a.svg": drawing,
        }
    )
    codes = {item.rule.code for item in project.check().diagnostics if item.is_error}
    assert codes & {"S107", "S117"}
    assert re.search(r"images/a\.svg:1:\d+: error", project.says())
