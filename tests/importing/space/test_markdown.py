"""Plain Markdown becomes a space: a file, a folder, a MkDocs project, an mdBook."""

from typing import Any

MKDOCS = """\
site_name: Docs
docs_dir: pages
theme:
  icon: !!python/name:material.extensions.emoji.to_svg
plugins:
  - search
  - redirects:
      redirect_maps:
        old/start.md: start.md
        away.md: https://a/
nav:
  - index.md
  - Start: start.md
  - Part:
      - More: more/a.md
      - Site: https://a/
  - Gone: gone.md
"""


def test_a_project_has_the_navigation_and_redirects_of_its_settings(space: Any, drawn: Any, says: Any) -> None:
    pages = dict.fromkeys(["pages/index.md", "pages/start.md", "pages/more/a.md", "pages/extra.md", "README.md"], "")
    made = space({"mkdocs.yml": MKDOCS, **pages}, "markdown")
    assert [page.path.as_posix() for page in made.pages] == ["extra.md", "index.md", "more/a.md", "start.md"]
    assert drawn(made.navigation) == (
        "- -> index.md\nStart -> start.md\nPart\n  More -> more/a.md\n  Site -> https://a/"
    )
    assert [(redirect.old, redirect.new.as_posix()) for redirect in made.redirects] == [("old/start", "start.md")]
    assert says(made.entries) == [
        "source/mkdocs.yml:17:11: warning[S406]: the navigation names 'gone.md', which is no page of the source",
        "source/mkdocs.yml:10:18: warning[S406]: the redirect leads to 'https://a/', which is no page of the source",
        "source/pages/extra.md:1:1: hint[S418]: the page is imported although mkdocs.yml does not list it",
    ]


def test_a_project_without_navigation_is_listed_by_its_folders(space: Any, drawn: Any) -> None:
    made = space({"mkdocs.yml": "site_name: Docs\n", "docs/index.md": "", "docs/sub/a.md": ""}, "markdown")
    assert drawn(made.navigation) == "- -> index.md\nsub\n  - -> sub/a.md"
    assert made.entries == ()


def test_a_project_can_be_named_by_its_settings_file(space: Any) -> None:
    made = space({"mkdocs.yml": "site_name: Docs\n", "docs/index.md": ""}, "markdown", "mkdocs.yml")
    assert [page.path.as_posix() for page in made.pages] == ["index.md"]


def test_a_folder_of_pages_outside_the_project_is_not_entered(space: Any, says: Any) -> None:
    made = space({"mkdocs.yml": "docs_dir: ../..\n", "index.md": ""}, "markdown")
    assert [page.path.as_posix() for page in made.pages] == ["index.md"]
    assert says(made.entries) == ["source/mkdocs.yml:1:11: error[S414]: the project has no folder '../..'"]


def test_nodes_of_settings_that_name_each_other_end(space: Any) -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" if n else "b0: &b0 [*a]\n" for n in range(40)
    )
    made = space({"mkdocs.yml": f"{bomb}nav: &n [*n, index.md]\n", "docs/index.md": ""}, "markdown")
    assert [page.path.as_posix() for page in made.pages] == ["index.md"]


def test_a_navigation_that_repeats_itself_by_aliases_is_bounded(space: Any, says: Any) -> None:
    bomb = "n0: &n0 [index.md]\n" + "".join(f"n{n}: &n{n} [{', '.join([f'*n{n - 1}'] * 10)}]\n" for n in range(1, 12))
    made = space({"mkdocs.yml": f"{bomb}nav: *n11\n", "docs/index.md": ""}, "markdown")
    assert len(made.pages) == 1
    assert says(made.entries) == [
        "source/mkdocs.yml:12:6: error[S414]: the navigation has more than 20,000 lines and is not read to its end"
    ]


def test_a_book_with_a_summary_has_its_navigation(space: Any, drawn: Any) -> None:
    made = space({"src/SUMMARY.md": "# Summary\n\n- [One](one.md)\n", "src/one.md": "# One\n"}, "markdown")
    assert drawn(made.navigation) == "One -> src/one.md"


def test_pages_with_longer_endings_are_pages_and_other_files_are_files(space: Any, says: Any) -> None:
    made = space(dict.fromkeys(["a.markdown", "b.MD", "c.txt", "d.mdx"], ""), "markdown")
    assert [page.path.name for page in made.pages] == ["a.markdown", "b.MD"]
    assert sorted(path.name for path in made.files) == ["c.txt", "d.mdx"]
    assert says(made.entries) == [
        "source/d.mdx:1:1: hint[S403]: left out: a page in another format than Markdown, .mdx"
    ]


def test_settings_nested_too_deep_are_reported(space: Any, says: Any) -> None:
    made = space({"mkdocs.yml": f"nav: {'[' * 200}{']' * 200}\n", "docs/index.md": ""}, "markdown")
    assert len(made.pages) == 1
    assert says(made.entries) == [
        "source/mkdocs.yml:1:1: error[S414]: the file is not YAML: nested deeper than 40 levels"
    ]
