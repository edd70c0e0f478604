"""The tokens of a line while they are read, and the pieces that hold no conditions: phrases, lengths, rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from attrs import define, evolve

from accords.codec.notation.faults import NotationError
from accords.codec.notation.guesses import KnownIds, misread
from accords.codec.notation.lengths import UNITS, unit_of
from accords.codec.notation.tokens import Token
from accords.codec.notation.writer import INCLUDED, MONTH_ENDS, STARTS
from accords.dates.durations import Duration
from accords.vocabulary import AnchorDay

__all__ = ["Cursor", "signed"]

_Value = TypeVar("_Value")


@define
class Cursor:
    """The tokens of a line, and how far they have been read."""

    text: str
    tokens: list[Token]
    known: KnownIds | None
    at: int = 0
    depth: int = 0
    last_operand: int = 0

    # ---- tokens

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def next(self) -> Token:
        token = self.here
        self.at += token.sort != "end"
        return token

    def takes(self, words: str) -> bool:
        """Go past ``words`` if they come next."""
        parts = words.split()
        found = self.tokens[self.at : self.at + len(parts)]
        if [token.value for token in found if token.sort in ("word", "mark")] == parts:
            self.at += len(parts)
            return True
        return False

    def one_of(self, phrases: dict[_Value, str]) -> _Value | None:
        """What the phrase stands for that comes next; None where none does."""
        return next((value for value, words in phrases.items() if self.takes(words)), None)

    def fault(self, token: Token, sentence: str, *meant: str | None) -> NotationError:
        return NotationError(self.text, token.start, self.text[token.start : token.end], sentence, *meant)

    def bracketed_from(self, start: int, end: int) -> str:
        """The line with a pair of brackets more."""
        return f"{self.text[:start]}({self.text[start:end]}){self.text[end:]}"

    def end_of_level(self) -> int:
        """Where what stands within the same brackets comes to its end."""
        depth = 0
        for token in self.tokens[self.at :]:
            if token.sort == "mark":
                depth += (token.value == "(") - (token.value == ")")
                if depth < 0 or (token.value == ";" and not depth):
                    return len(self.text[: token.start].rstrip())
        return len(self.text.rstrip())

    def expect(self, mark: str, sentence: str) -> None:
        if not self.takes(mark):
            raise self.fault(self.here, sentence)

    def counts(self) -> bool:
        """Whether a number with a unit of time comes next."""
        token, after = self.here, self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        is_number = token.sort == "word" and token.value.isascii() and token.value.isdigit()
        return is_number and (unit_of(after.value) is not None or after.value == "working")

    def length(self) -> Duration | int:
        if not self.counts():
            raise self.fault(self.here, "a length of time comes here, as 30 days", misread(self.text, self.here))
        if self.tokens[self.at + 1].value == "working":
            count = self.figure(4_300)
            self.next()
            if unit_of(self.next().value) != "day":
                raise self.fault(self.tokens[self.at - 1], "“working” is said of days")
            return count
        counts: dict[str, int] = {}
        while self.counts():
            unit = unit_of(self.tokens[self.at + 1].value)
            if unit is None or any(UNITS.index(unit) <= UNITS.index(each) for each in counts):
                raise self.fault(self.here, "each unit comes once, the longest first, and working days stand alone")
            counts[unit] = self.figure(5)
            self.next()
        return Duration(negative=False, **{f"{unit}s": count for unit, count in counts.items()})

    def figure(self, digits: int) -> int:
        token = self.next()
        if len(token.value) > digits:
            raise self.fault(token, f"a number has at most {digits} digits")
        return int(token.value)

    def tolerance(self) -> Duration | None:
        if not self.takes("give or take"):
            return None
        minus = self.takes("minus")
        start = self.here
        length = self.length()
        if isinstance(length, int):
            raise self.fault(start, "“give or take” has no working days")
        return signed(length, minus)

    def rules(self, then: object) -> dict[str, object]:
        """What stands after commas: to what the time is carried on, and how days are counted."""
        found: dict[str, object] = {} if then is None else {"then": then}
        choices: tuple[tuple[str, Callable[[], object]], ...] = (
            ("then", lambda: self.one_of({value: f"then {words}" for value, words in STARTS.items()})),
            ("anchor_day", lambda: self.one_of({AnchorDay.INCLUDED: INCLUDED})),
            ("month_end", lambda: self.one_of(MONTH_ENDS)),
        )
        while self.takes(","):
            start = self.here
            name, value = next(((name, value) for name, look in choices if (value := look()) is not None), ("", None))
            if not name:
                known = (*(f"then {words}" for words in STARTS.values()), INCLUDED, *MONTH_ENDS.values())
                raise self.fault(start, f"after the comma comes one of: {'; '.join(known)}")
            if name in found:
                raise self.fault(start, "this is said once")
            found[name] = value
        return found


def signed(length: Duration, minus: bool) -> Duration:
    """The length, forwards or backwards."""
    return evolve(length, negative=minus)
