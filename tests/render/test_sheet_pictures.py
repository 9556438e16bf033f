"""How a sheet looks: each form as a picture beside the one that somebody has looked at."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from stepsheet.audit.paper.sheet import read as read_sheet
from stepsheet.render.sheet import Form, Order, Typesetter

from .sheet_documents import everything, site

PICTURES = Path(__file__).parent / "sheet_pictures"
SCALE = 0.7  # pixels a point: words can be told apart
STRONG = 96  # of 255: what is drawn or not drawn, not how an edge is smoothed
MOST = 12  # pixels; a tick box that is not there is more


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


def drawn(pdf: bytes) -> Image.Image:
    """The pages of a sheet beside one another, in grey."""
    sides = [page.render(scale=SCALE, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    made = Image.new("L", (sum(side.width for side in sides), max(side.height for side in sides)), 255)
    for number, side in enumerate(sides):
        made.paste(side, (sum(one.width for one in sides[:number]), 0))
    return made


def changed(one: Image.Image, other: Image.Image) -> int:
    """How many pixels differ strongly."""
    return sum(ImageChops.difference(one, other).histogram()[STRONG:])


def beside_the_golden_one(name: str, pdf: bytes, request: pytest.FixtureRequest) -> None:
    path, made = PICTURES / f"{name}.png", drawn(pdf)
    if request.config.getoption("--update-golden"):
        PICTURES.mkdir(exist_ok=True)
        made.quantize(16).save(path, optimize=True)
    assert path.is_file(), f"no picture {path.name}; run pytest --update-golden and look at what it drew"
    golden = Image.open(io.BytesIO(path.read_bytes())).convert("L")
    assert made.size == golden.size
    assert changed(made, golden) <= MOST


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("form", Form)
def test_a_sheet_looks_as_it_did_when_it_was_looked_at(form, paper, typesetter, request):
    guide = everything()
    order = Order(paper, form=form)
    beside_the_golden_one(f"{form.value}-{paper}", typesetter.sheet(guide, site(guide), order), request)


def test_a_box_that_is_not_drawn_would_be_seen(typesetter):
    guide = everything()
    pdf = typesetter.sheet(guide, site(guide), Order(form=Form.COMPACT))
    before, (page, box) = drawn(pdf), read_sheet(pdf).ticks[0]
    after = before.copy()
    assert page == 0
    left, bottom, right, top = (round(side * SCALE) for side in box)
    after.paste(255, (left - 1, after.height - top - 1, right + 1, after.height - bottom + 1))
    assert changed(before, after) > MOST
