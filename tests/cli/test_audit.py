"""`stepsheet audit`: a built site is held against the content; a build holds what it has built."""

from .conftest import Place


def test_a_site_as_it_was_built_is_clean(place: Place) -> None:
    assert place.run("build").code == 0
    ended = place.run("audit")
    assert (ended.code, ended.text) == (0, "")


def test_a_lost_step_is_told_with_the_author_s_line(place: Place) -> None:
    assert place.run("build").code == 0
    file = place.root / "site" / "guides" / "visit.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Walk.", ""), encoding="utf-8")
    ended = place.run("audit")
    assert ended.code == 1
    assert "content/guides/visit/guide.yml:5:" in ended.text
    assert """error[S502 lost-text]: guides/visit.md does not show 'do': "Walk.\"""" in ended.text


def test_a_site_of_one_locale_is_audited_as_such(place: Place) -> None:
    assert place.run("build", "--locale", "en").code == 0
    assert place.run("audit", "--locale", "en").code == 0
    assert "error[S501 lost-file]" in place.run("audit").text


def test_without_a_site_there_is_nothing_to_audit(place: Place) -> None:
    ended = place.run("audit", "nowhere")
    assert (ended.code, ended.text) == (2, "")
    assert ended.err.startswith("error: there is no built site in ")
    assert ended.err.endswith("help: build one with `stepsheet build`\n")
