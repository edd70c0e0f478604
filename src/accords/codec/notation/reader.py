"""A line as a condition: a parser by descent, which refuses what has two readings and says what was meant."""

from __future__ import annotations

from collections.abc import Callable, Collection

from attrs import define

from accords.codec.notation.cursor import Cursor, signed
from accords.codec.notation.faults import NotationError
from accords.codec.notation.guesses import KnownIds, advice_on, date_of, known_id, misread
from accords.codec.notation.tokens import Token, split
from accords.codec.notation.writer import INSTANCES, STARTS, write_condition
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.vocabulary import Reaches

__all__ = ["parse_condition", "read_condition"]

_DEEPEST = 100
_LONGEST = 100_000
_MOST_MENDED, _LONGEST_MEANT = 8, 1_000
_ATOMS = (OnDate, OnConclusion, OnEntryIntoForce, OnEvent, OnObligation, Never, Prose, AtLeast)


def parse_condition(text: str, record: Agreement | None = None) -> Condition:
    """Read one line as a condition. With ``record`` it may name only what is there.

    Raises NotationError, which says where the line is wrong, why, and what was probably meant.

    >>> accords.parse_condition("10 working days before 2023-04-30").working_days
    -10
    """
    return read_condition(text, None if record is None else KnownIds.of(record))


def read_condition(text: str, known: KnownIds | None) -> Condition:
    """The same with the ids themselves, which need not be those of a record."""
    if len(text) > _LONGEST:
        raise NotationError(text, 0, text, f"a condition has at most {_LONGEST:,} characters")
    try:
        return _read(text, known)
    except NotationError as error:
        lines = (each for line in error.meant for each in _followed(line, known))
        raise error.with_meant(dict.fromkeys(lines)) from None


def _read(text: str, known: KnownIds | None) -> Condition:
    return _Reader(text, split(text), known).whole()


def _followed(meant: str, known: KnownIds | None) -> tuple[str, ...]:
    """The lines to write: what was meant with its own faults mended, as far as there are lines that can be read."""
    lines: tuple[str, ...] = (meant,)
    for _ in range(_MOST_MENDED):
        if len(lines) != 1 or len(lines[0]) > _LONGEST_MEANT:
            break
        try:
            _read(lines[0], known)
        except NotationError as error:
            lines = error.meant
        else:
            return lines
    return tuple(line for line in lines if len(lines) > 1 and _is_read(line, known))


def _is_read(line: str, known: KnownIds | None) -> bool:
    try:
        _read(line, known)
    except NotationError:
        return False
    return True


@define
class _Reader(Cursor):
    """Reads conditions."""

    # ---- conditions

    def whole(self) -> Condition:
        condition = self.condition()
        if self.here.sort != "end":
            sentence, lines = advice_on(self.text, self.here, self.known)
            raise self.fault(self.here, sentence, *lines)
        return condition

    def condition(self) -> Condition:
        """One condition, or several that are joined by the same word."""
        start = start_of_part = self.here.start
        first = self.single()
        joint = self.joint()
        if joint is None:
            return first
        parts = [self.beside(first, start)]
        while (word := self.joint()) is not None:
            if word != joint:
                left = self.bracketed_from(start, self.tokens[self.at - 1].end)
                right = self.bracketed_from(start_of_part, self.end_of_level())
                raise self.fault(self.here, "“and” beside “or” has two readings without brackets", left, right)
            self.next()
            start_of_part = self.here.start
            parts.append(self.beside(self.single(), start_of_part))
        return (AllOf if joint == "and" else AnyOf)(conditions=tuple(parts))

    def joint(self) -> str | None:
        """The word that joins conditions, if it comes next."""
        return self.here.value if self.here.sort == "word" and self.here.value in ("and", "or") else None

    def beside(self, part: Condition, start: int) -> Condition:
        """``part``, which stands beside another. Refused where it is more than a word and has no brackets."""
        if self.is_closed(part, start):
            return part
        end = self.tokens[self.at - 1].end
        inner = None if self.joint() is None else self.bracketed_from(self.last_operand, self.end_of_level())
        whole = self.bracketed_from(start, end)
        raise self.fault(Token("word", "", start, end), "it stands in brackets beside another condition", whole, inner)

    def is_closed(self, part: Condition, start: int) -> bool:
        opens = self.text[start] == "("
        many = isinstance(part, (AllOf, AnyOf)) and self.text[start : start + 3].lower() in ("all", "any")
        return opens or many or isinstance(part, _ATOMS) or (isinstance(part, Vague) and part.after is None)

    def operand(self) -> Condition:
        """What something is counted from, or what a time begins or ends with."""
        token = self.here
        self.last_operand = token.start
        if token.sort == "end":
            raise self.fault(token, "from what it counts is missing", f"{self.text.rstrip()} the conclusion")
        found = self.beside(self.single(), token.start)
        self.last_operand = token.start
        return found

    def single(self) -> Condition:
        """A condition that is not joined with others."""
        token = self.next()
        if token.sort == "text":
            return Prose(text=self.words_in(token))
        if token.sort == "end":
            raise self.fault(token, "a condition is missing")
        if token.sort == "mark" and token.value != "(":
            raise self.fault(token, "a condition comes here")
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.fault(token, f"conditions stand inside one another at most {_DEEPEST} deep")
        found = self.bracketed() if token.value == "(" else self.from_word(token)
        self.depth -= 1
        return found

    def bracketed(self) -> Condition:
        inner = self.condition()
        self.expect(")", "a closing bracket is missing")
        return inner

    def from_word(self, token: Token) -> Condition:
        for phrase, made in _PHRASES.items():
            if self.starts(phrase, token):
                return made()
        if token.value == "vague":
            words = self.words_in(self.next())
            return Vague(text=words, after=self.operand() if self.takes("after") else None)
        if token.value == "no" and self.here.value.startswith("event:"):
            return self.no_event()
        for kind in ("event", "duty"):
            if token.value.startswith(f"{kind}:"):
                name = known_id(self.text, token, self.known)
                return OnEvent(event_id=name) if kind == "event" else self.duty(name)
        if token.value in ("all", "any") or (token.value == "at" and self.here.value == "least"):
            return self.several(token)
        self.at -= 1
        if token.value == "about" or self.counts() or self.one_ahead(STARTS.values()):
            return self.offset()
        self.at += 1
        return OnDate(value=date_of(self.text, token, self.tokens[self.at :], self.known))

    def starts(self, phrase: str, token: Token) -> bool:
        """Whether ``phrase`` begins with ``token``; then go past the rest of it."""
        first, _, rest = phrase.partition(" ")
        return token.value == first and (not rest or self.takes(rest))

    def one_ahead(self, phrases: Collection[str]) -> bool:
        at = self.at
        found = any(self.takes(words) for words in phrases)
        self.at = at
        return found

    def words_in(self, token: Token) -> str:
        if token.sort != "text":
            raise self.fault(token, "words of your own come here, in quotation marks", misread(self.text, token))
        if not token.value.strip():
            raise self.fault(token, "the words in quotation marks are blank")
        return token.value

    def no_event(self) -> NoEvent:
        event_id = known_id(self.text, self.next(), self.known)
        since = self.operand() if self.takes("since") else None
        if not self.takes("until"):
            meant = f"{self.text.rstrip()} until (30 days after the conclusion)" if self.here.sort == "end" else None
            raise self.fault(self.here, "a time in which an event does not happen has an end: “until”", meant)
        return NoEvent(event_id=event_id, since=since, until=self.operand())

    def duty(self, duty_id: str) -> OnObligation:
        reached = next((each for each in Reaches if self.takes(each.value)), Reaches.FULFILLED)
        if not self.takes("("):
            return OnObligation(obligation_id=duty_id, reaches=reached)
        turn = self.number() if self.takes("turn") else None
        instances = self.one_of(INSTANCES) if turn is None or self.takes(",") else None
        if turn is None and instances is None:
            raise self.fault(self.here, "after a duty brackets hold “turn 3”, “all turns” or “first turn”")
        self.expect(")", "the closing bracket after a turn is missing")
        return OnObligation(obligation_id=duty_id, reaches=reached, turn=turn, instances=instances)

    def number(self) -> int:
        token = self.next()
        if token.sort != "word" or not (token.value.isascii() and token.value.isdigit()) or len(token.value) > 4_300:
            raise self.fault(token, "a number in figures comes here", misread(self.text, token))
        if not int(token.value):
            raise self.fault(token, "this number is at least 1")
        return int(token.value)

    def several(self, token: Token) -> Condition:
        count = None
        if token.value == "at":
            self.takes("least")
            count = self.number()
        if not (self.takes("of") and self.takes("(")):
            raise self.fault(self.here, "“of (” comes here, then conditions parted by semicolons")
        parts = [self.condition()]
        while self.takes(";"):
            parts.append(self.condition())
        self.expect(")", "a semicolon or the closing bracket is missing")
        if count is not None:
            return AtLeast(count=count, conditions=tuple(parts))
        return (AllOf if token.value == "all" else AnyOf)(conditions=tuple(parts))

    # ---- offsets

    def offset(self) -> Offset:
        about = self.takes("about")
        then = self.one_of(STARTS)
        length = self.length() if then is None else None
        before = self.here.value == "before"
        if not (self.takes("before") or self.takes("after")):
            raise self.no_anchor()
        if then is not None and before:
            raise self.fault(self.tokens[self.at - 1], "the start of a month or year comes after something")
        anchor = self.operand()
        tolerance = self.tolerance()
        rules = self.rules(then)
        if isinstance(length, int):
            rules["working_days"] = -length if before else length
        elif length is not None:
            rules["duration"] = signed(length, before)
        return Offset(anchor=anchor, approximate=about, tolerance=tolerance, **rules)  # type: ignore[arg-type]

    def no_anchor(self) -> NotationError:
        if self.here.sort == "end":
            counted = (f"{self.text.rstrip()} after {moment}" for moment in ("the conclusion", "entry into force"))
            missing = "from what the time counts is missing: “after” or “before” and a moment, whichever the text means"
            return self.fault(self.here, missing, *counted)
        meant = misread(self.text, self.here)
        return self.fault(self.here, "“after” or “before” comes here, and the moment from which the time counts", meant)


_PHRASES: dict[str, Callable[[], Condition]] = {
    write_condition(kind()): kind for kind in (OnConclusion, OnEntryIntoForce, Never)
}
