"""What the engine finds, put into words: rows, disputes, flags, assumptions, what would settle a status."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assumed, Assumption
from accords.engine.worlds.disputes import Contention
from accords.engine.worlds.proposals import Proposal
from accords.model.conditions import Offset
from accords.standing.days import Days, day_in_words, days_in_words
from accords.standing.trees import Tree
from accords.vocabulary import AnchorDay
from accords.words import Names, event_in_words, joined, length_in_words, say, summary_in_words

__all__ = [
    "arithmetic_in_words",
    "assumed_in_words",
    "because",
    "flag_in_words",
    "matters_in_words",
    "proposal_in_words",
]


def because(row: str, state: State, assumed: bool = False) -> str:
    """Why a row of the table, which is given by its name, gives its state; a power is not owed, and an entry into force
    that is ``assumed`` is nowhere stated."""
    if row == "agreement.in_force" and assumed:
        return say("row.agreement.in_force.assumed")
    if state is State.EXERCISED:
        return say("row.used")
    return say("row.owed.power" if row == "owed" and state is State.AVAILABLE else f"row.{row}")


def matters_in_words(matters: Iterable[Contention]) -> str:
    """What is disputed."""
    return joined([say(f"matter.{matter.value}") for matter in matters])


def flag_in_words(flag: str, quiet: str | None, stated: str = "", closes: Days | None = None) -> str:
    """What is remarkable; ``quiet`` is the last day of a violation after which nothing is reported, ``stated`` what the
    text says of that on which it hangs, ``closes`` the day on which a power ends."""
    until = days_in_words(closes) if closes else ""
    words = say(f"flag.{flag}", quiet=day_in_words(quiet) if quiet is not None else "", until=until)
    return say("flag.stated", words=words, stated=stated) if stated else words


_CUTS = (Assumed.DISPUTES, Assumed.TURNS, Assumed.TRIES)


def assumed_in_words(found: Assumption) -> str:
    """What is taken as given, or what was not followed to its end."""
    kind = "cut" if found.assumed in _CUTS else "assumed"
    event = summary_in_words(found.summary) if found.summary is not None else None
    return say(f"{kind}.{found.assumed.value}", event=event, most=found.most)


def proposal_in_words(found: Proposal, days: Days, names: Names, day: Callable[[str], str] = day_in_words) -> str:
    """What would settle a status, as a change to the record about ``days``, which are written by ``day``."""
    event = names.events.get(found.subject_id or "")
    return say(
        f"change.{found.means.value}",
        event=event_in_words(event) if event is not None else None,
        who=names.voices_in_words(found.by_ids, found.more),
        days=days_in_words(days, day) if days else None,
        text=found.text,
        turn=names.turn(found.subject_id or "", found.reaches) if found.reaches is not None else None,
    )


def arithmetic_in_words(tree: Tree, day: Callable[[str], str] = day_in_words) -> str | None:
    """How the days of a period were counted, written by ``day``; None where the condition is no period."""
    condition = tree.condition
    if not isinstance(condition, Offset) or tree.counted_from is None:
        return None
    included = condition.anchor_day is AnchorDay.INCLUDED
    return say(
        "arithmetic.before" if condition.is_before else "arithmetic.after",
        anchor=days_in_words(tree.counted_from, day),
        time=length_in_words(condition),
        rule=say("arithmetic.counted" if included else "arithmetic.not_counted"),
        day=days_in_words(tree.came_true, day),
    )
