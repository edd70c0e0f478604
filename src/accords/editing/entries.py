"""One thing that somebody says, as it is entered: the words of a coder, before they are held against a record."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from accords.dates import DateError, Edtf, as_date
from accords.editing.clocks import told_in_zone
from accords.model.events import ClaimedQuantity
from accords.model.obligations import Obligation
from accords.model.sources import Citation, Source
from accords.vocabulary import Act, EventKind, Extent, Says, Verdict

__all__ = ["ClaimEntry", "EntryError", "WorkedOut", "as_citation", "as_day", "as_quantity"]

WorkedOut = str
"""What the coder worked out: ``when``, ``known-on`` or ``claim``."""


class EntryError(ValueError):
    """An entry cannot be made as it stands; the message says why, and what to do."""


@frozen(kw_only=True)
class ClaimEntry:
    """What is to be entered. What is None, False or empty is not stated.

    ``target`` is the id of an event or of a duty; with a duty, ``event`` is the event of it that is meant, unless
    ``is_new``; with ``is_new`` it may be the id of a new event of no duty. With ``has_no_id`` the claim gets no id.
    ``amend`` names a claim about the event, by its id or its number (``2``, ``#2``), that the coder got wrong.
    """

    target: str
    says: Says | None = None
    when: Edtf | None = None
    said_by: str | None = None
    citations: tuple[Citation, ...] = ()
    text: str | None = None
    text_language: str | None = None
    quote: str | None = None
    when_written: str | None = None
    known_on: Edtf | None = None
    until: Edtf | None = None
    worked_out: frozenset[WorkedOut] = frozenset()
    amounts: tuple[str, ...] = ()
    so_far: bool = False
    reading: str | None = None
    retracts: str | None = None
    amend: str | None = None
    claim_id: str | None = None
    has_no_id: bool = False
    internal: bool = False
    event: str | None = None
    is_new: bool = False
    event_id: str | None = None
    summary: str | None = None
    kind: EventKind | None = None
    act: Act | None = None
    extent: Extent | None = None
    extent_text: str | None = None
    place: str | None = None
    count: int | None = None
    defined_as: str | None = None
    done_by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    bears_on: tuple[str, ...] = ()
    occurrence_of: str | None = None
    turn: int | None = None
    found: Verdict | None = None
    found_on: str | None = None
    found_of: tuple[str, ...] = ()
    found_when: Edtf | None = None
    found_reading: str | None = None
    new_due: str | None = None
    source: Source | None = None

    @property
    def of_findings(self) -> dict[str, object]:
        """The options that describe a finding besides its verdict."""
        return {
            "--found-on": self.found_on, "--found-of": self.found_of, "--found-when": self.found_when,
            "--found-reading": self.found_reading,
        }  # fmt: skip

    @property
    def of_events(self) -> tuple[str, ...]:
        """The options given that describe an event, and not what is said of one."""
        given = {
            "--summary": self.summary, "--kind": self.kind, "--act": self.act, "--extent": self.extent,
            "--extent-text": self.extent_text, "--place": self.place, "--done-by": self.done_by, "--about": self.about,
            "--bears-on": self.bears_on, "--occurrence-of": self.occurrence_of, "--event-id": self.event_id,
            "--found": self.found, "--new-due": self.new_due, "--count": self.count is not None,
            "--defined-as": self.defined_as, **self.of_findings,
        }  # fmt: skip
        return tuple(option for option, value in given.items() if value)


def as_day(text: str | None, option: str, zone: str | None = None) -> Edtf | None:
    """The date that was given with ``option``, of a record in ``zone``. Raises EntryError where it is none."""
    try:
        return None if text is None else as_date(text)
    except DateError as error:
        raise EntryError(f"{option}: {told_in_zone(error, text or '', zone)}") from error


def as_citation(text: str, locator: str | None = None) -> Citation:
    """A citation in a line: the id of a source and, behind a space, the place in it."""
    source, _, place = text.strip().partition(" ")
    return Citation(source_id=source, locator=place.strip() or locator)


_NUMBER = r"\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?:(?P<measure>[^=]*[^=\s])\s*=\s*)?(?:(?P<amount>{_NUMBER})|(?P<least>{_NUMBER})?\.\.(?P<most>{_NUMBER})?)"
    r"(?:\s+(?P<unit>\S.*))?"
)


_SHARE = re.compile(
    rf"(?P<lead>[^=]*=\s*)?(?P<part>{_NUMBER})\s*(?:/|(?:out\s+)?of\b)\s*(?P<whole>{_NUMBER})(?P<what>.*)"
)


def as_quantity(text: str, duties: tuple[Obligation, ...], *, so_far: bool) -> ClaimedQuantity:
    """How much in a line: ``88``, ``80..``, ``80..90 kg``, ``prisoners=88``.

    Without a measure it is that of the duties, where they have a single one. Raises EntryError otherwise.
    """
    found, shared = _AMOUNT.fullmatch(text.strip()), _SHARE.fullmatch(text.strip())
    if shared is not None:
        part, whole = (
            f"{shared['lead'] or ''}{shared['part']}{shared['what']}",
            f"{shared['part']} of {shared['whole']}",
        )
        raise EntryError(
            f'--amount: write "{part}", and --extent-text "{whole}" for what it is a part of; '
            "what is owed stands in the duty"
        )
    if found is None or text.strip().endswith("=..") or not (found["amount"] or found["least"] or found["most"]):
        raise EntryError(f'--amount: "{text}" is no amount: write 88, 80..90, 80.. or "MEASURE=88 UNIT"')
    known = {each.measure: each.unit for duty in duties for each in duty.quantities}
    measure = found["measure"]
    if measure is None and len(known) != 1:
        has = f"one of {', '.join(known)}" if known else "the duty states none"
        raise EntryError(f'--amount: say of what it is, as in "MEASURE={text}": {has}')
    measure = measure if measure is not None else next(iter(known))
    return ClaimedQuantity(
        measure=measure,
        unit=found["unit"] if found["unit"] != measure else known.get(measure),
        amount=_number(found["amount"]),
        at_least=_number(found["least"]),
        at_most=_number(found["most"]),
        so_far=so_far,
    )


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None
