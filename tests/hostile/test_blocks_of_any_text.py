"""Whatever a guide says, its Markdown has the blocks that the audit asks for: one that does not is a bug of either."""

from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings

from stepsheet.audit.blocks import blocks
from stepsheet.audit.claims import Claims
from stepsheet.audit.outline import Facts, outline
from stepsheet.audit.record import Recorder
from stepsheet.pipeline import Checked
from stepsheet.render.outputs import guide_markdown

from .conftest import Workshop
from .test_any_text import accepted, some_texts

REVISION = "0123abcd"


@settings(max_examples=60, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(texts=some_texts())
def test_any_text_makes_the_blocks_that_the_audit_asks_for(texts, workshop):
    checked = workshop.check(accepted(texts, workshop))
    assert written(workshop, checked) == asked(checked)


def written(workshop: Workshop, checked: Checked) -> list:
    site = workshop.site(checked)
    return blocks(guide_markdown.page(replace(site.documents[0], revision=REVISION), site, "../"))


def asked(checked: Checked) -> list:
    claims = Claims(checked.content.bundles[0], "en", "en")
    return [one.block for one in outline(Recorder(claims, {}).guide(None), Facts(("", ""), REVISION, ""))]
