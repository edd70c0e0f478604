"""The words for the agreement itself: where it stands, who says that it ended, and until when it was followed.

That nobody looked is not that nobody did, so after the last day on which somebody looked there is no status.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from attrs import frozen

from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.days.moments import Instant
from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.standing.naming import called_as, state_words, who_says
from accords.vocabulary import ConclusionForm
from accords.words import date_in_words, say

__all__ = [
    "Ending",
    "agreement_name",
    "assumed_from",
    "not_followed_in_words",
    "not_followed_since",
    "since_in_words",
]


def not_followed_since(record: Agreement, t: Instant, axis: Axis) -> str | None:
    """The last day on which reports were looked for, in EDTF, where the instant asked about lies after it."""
    followed = record.coding.followed_until if record.coding is not None else None
    return followed.text if followed is not None and axis.last(followed) < t else None


def not_followed_in_words(record: Agreement, t: Instant, axis: Axis) -> str | None:
    """The same for people."""
    return since_in_words(not_followed_since(record, t, axis))


def since_in_words(since: str | None) -> str | None:
    """What is told of the last day on which reports were looked for, in the language of the call."""
    return say("not_followed", day=date_in_words(as_date(since))) if since is not None else None


@frozen
class Ending:
    """How the agreement ended as sides (``claimed_by``) or others (``reported_by``) say; None: unnamed."""

    state: State
    claimed_by: tuple[str | None, ...]
    reported_by: tuple[str | None, ...]


def agreement_name(
    states: Iterable[State], ending: Ending | None, called: Callable[[str], str] = str, assumed: str | None = None
) -> str:
    """What people read for the states of the agreement itself, with speakers as ``called`` calls them by their ids.

    ``assumed`` is the form of a conclusion from which alone it is taken to apply.
    """
    if ending is not None:
        who = who_says(
            *(tuple(called_as(each, called) for each in by) for by in (ending.claimed_by, ending.reported_by))
        )
        return say("states.said", who=who, claim=state_words(ending.state))
    words = [
        say(f"states.applies.{assumed}") if assumed is not None and state is State.IN_FORCE else state_words(state)
        for state in states
    ]
    return reduce(lambda first, last: say("or", first=first, last=last), words)


def assumed_from(record: Agreement) -> str | None:
    """The form of a conclusion without entry into force, where the record states none: it applies from there."""
    stated = record.term is not None and record.term.entry_into_force is not None
    form = record.conclusion.form if record.conclusion is not None and not stated else None
    if form is ConclusionForm.ANNOUNCED or form is ConclusionForm.AGREED_UNSIGNED:
        return form.value
    return None
