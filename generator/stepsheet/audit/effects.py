"""What the answers to a guide's questions change, told from the conditions that the author wrote."""

from dataclasses import dataclass

from stepsheet.model.body import BodyItem
from stepsheet.model.guide import Guide, Option, Section, Step, SubStep

Task = Step | SubStep


@dataclass(frozen=True, slots=True)
class Effect:
    """What applies with one answer to a question: whole sections and steps, and passages in others (`in_…`)."""

    sections: tuple[Section, ...]
    steps: tuple[Task, ...]
    in_sections: tuple[Section, ...]
    in_steps: tuple[Task, ...]


def of(guide: Guide, option: Option, answer: str) -> Effect:
    """The parts that hang on an answer."""

    def applies(part: Section | Task | BodyItem) -> bool:
        return answer in (part.when or {}).get(option.id, ())

    sections, tasks = guide.sections, _tasks(guide)
    return Effect(
        tuple(one for one in sections if applies(one)),
        tuple(one for one in tasks if applies(one)),
        tuple(one for one in sections if not applies(one) and any(map(applies, (*one.body, *one.after)))),
        tuple(one for one in tasks if not applies(one) and any(map(applies, one.body))),
    )


def _tasks(guide: Guide) -> tuple[Task, ...]:
    """Every step and sub-step, in reading order."""
    made: list[Task] = []
    for section in guide.sections:
        for step in section.steps:
            made += [step, *step.steps]
    return tuple(made)
