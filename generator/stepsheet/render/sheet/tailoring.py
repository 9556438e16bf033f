"""Answers that are given before the sheet is printed, and what of a guide they make superfluous."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stepsheet.errors import UserError
from stepsheet.localize.document import Choice, Condition, Option, Section, Text


@dataclass(frozen=True, slots=True)
class Missed:
    """Why a part is not needed: the question, and the answer that was given to it."""

    ask: Text
    answer: Choice


@dataclass(frozen=True, slots=True)
class Tailoring:
    """The answers to a guide's options, as far as they are known: the id of a choice by the id of its option."""

    answers: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()

    def missed(self, conditions: Iterable[Condition]) -> Missed | None:
        """The first answer that does not call for what stands under these conditions."""
        for condition in conditions:
            given = self.answers.get(condition.option)
            if given is not None and given not in {answer.id for answer in condition.answers}:
                return Missed(condition.ask, self._choice(condition.option, given))
        return None

    def left(self, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
        """The conditions that nobody has answered yet."""
        return tuple(condition for condition in conditions if condition.option not in self.answers)

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """The sections without those below one that is not needed: what its condition says holds for them too."""
        kept: list[Section] = []
        over: int | None = None
        for section in sections:
            if over is not None and section.level > over:
                continue
            over = section.level if self.missed(section.conditions) else None
            kept.append(section)
        return tuple(kept)

    def _choice(self, option: str, answer: str) -> Choice:
        choices = next(one.choices for one in self.options if one.id == option)
        return next(choice for choice in choices if choice.id == answer)


def answers(options: Iterable[Option], given: Iterable[str]) -> dict[str, str]:
    """The choice by the option, from `option=answer` as a user types them. Raises UserError, naming what is legal."""
    legal = {option.id: [choice.id for choice in option.choices] for option in options}
    chosen: dict[str, str] = {}
    for pair in given:
        name, _, answer = pair.partition("=")
        if name not in legal:
            raise UserError(f"the guide has no option {name!r}", help=_legal(legal))
        if answer not in legal[name]:
            raise UserError(f"option {name!r} has no answer {answer!r}", help=f"its answers are: {_and(legal[name])}")
        if chosen.setdefault(name, answer) != answer:
            raise UserError(f"option {name!r} has two answers: {chosen[name]!r} and {answer!r}", help="leave one out")
    return chosen


def _legal(legal: Mapping[str, list[str]]) -> str:
    if not legal:
        return "it asks nothing: leave --option out"
    return f"write one of: {_and(f'{name}={answer}' for name, all_ in legal.items() for answer in all_)}"


def _and(words: Iterable[str]) -> str:
    return ", ".join(words)
