"""Whatever happens to a build, the site that is served is whole: the old one or the new one, and never a mixture."""

import errno
import os
import random
import resource
import shutil
import signal
import time
from functools import partial

import pytest

from stepsheet import pipeline, settings
from stepsheet.website import tree

from .conditions import digest, yard
from .conftest import TODAY

KILLS = 20
OLD_AGE = 2 * 3600


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project with its old site, which none of these tests may change."""
    return yard(tmp_path_factory.mktemp("yard"))


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(tmp_path):
    place = yard(tmp_path / "проект с пробелом")
    old, start = digest(place.site), time.monotonic()
    place.say("New")
    assert place.build()[0] == 0
    new, seconds = digest(place.site), time.monotonic() - start
    assert new != old
    chance = random.Random(4)  # noqa: S311 - the same moments each time
    for word in ["Old", "New"] * (KILLS // 2):
        place.say(word)
        building = place.start()
        time.sleep(seconds * chance.uniform(0.02, 0.9))
        os.killpg(building.pid, signal.SIGKILL)
        building.communicate(timeout=30)
        assert digest(place.site) in {old, new}
    for name in place.left_over():  # an hour later they are nobody's
        os.utime(place.root / name, (time.time() - OLD_AGE,) * 2)
    place.say("New")
    assert place.build() == (0, "")
    assert (digest(place.site), place.left_over()) == (new, [])


@pytest.mark.parametrize("limit", [0, 3_000, 60_000])
def test_a_disk_that_is_full_at_any_size_leaves_the_old_site(limit, built):
    place, before = built, digest(built.site)
    shutil.rmtree(place.root / ".stepsheet", ignore_errors=True)
    place.say("New")
    code, told = place.build(before=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)))
    assert (code, digest(place.site), place.left_over()) == (2, before, [])
    assert told.startswith("error: ")
    assert "\nhelp: " in told


@pytest.mark.parametrize("good", [0, 1])
def test_a_disk_that_fills_up_at_the_end_leaves_the_old_site(good, built, monkeypatch):
    """Putting the locales together writes last of all; it fails as a full disk does."""
    before, moved = digest(built.site), []

    def merge(source, target):
        if len(moved) == good:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        moved.append(target)
        tree.merge(source, target)

    monkeypatch.setattr("stepsheet.website.stage.merge", merge)
    configured = settings.load(built.root / "mkdocs.yml")
    with pytest.raises(OSError, match="No space left on device"):
        pipeline.build(configured, TODAY, locales=configured.locales)
    assert (digest(built.site), built.left_over()) == (before, [])


def vanish(place):
    place.picture.unlink()


def empty(place):
    place.picture.write_text("")


def rewrite(place):
    place.guide.write_text("title: [")


@pytest.mark.parametrize("change", [vanish, empty, rewrite])
def test_content_that_changes_while_it_is_built_gives_a_whole_site_or_a_sentence(change, tmp_path):
    place = yard(tmp_path)
    before = digest(place.site)
    place.say("New")
    building = place.start()
    while not place.left_over() and building.poll() is None:
        time.sleep(0.01)  # the check is over when there is a folder to build in
    change(place)
    _, told = building.communicate(timeout=120)
    assert "Traceback" not in told
    if building.returncode == 0:
        assert "New." not in told
        assert "New" in (place.site / "guides/visit/index.html").read_text()
    elif building.returncode == 1:  # the audit has read what was built
        assert digest(place.site) == before
        assert "help: build the site again\n" in told
        assert told.endswith("Nothing was built; the last site is untouched.\n")
    else:
        assert (building.returncode, digest(place.site)) == (2, before)
        assert told.startswith("error: the system says: No such file or directory (")
        assert "\nhelp: " in told
    assert place.left_over() == []


def test_two_builds_at_once_leave_one_whole_site(tmp_path):
    place = yard(tmp_path)
    place.say("New")
    both = [place.start(), place.start()]
    told = [one.communicate(timeout=120)[1] for one in both]
    assert ([one.returncode for one in both], told) == ([0, 0], ["", ""])
    after = digest(place.site)
    assert place.build() == (0, "")
    assert (digest(place.site), place.left_over()) == (after, [])
