"""What does not go together in one claim, so that it is refused before it stands in a record."""

from __future__ import annotations

from accords.checks.lookups.happenings import DOINGS
from accords.editing.entries import ClaimEntry, EntryError
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation
from accords.prose import quoted
from accords.vocabulary import Borne, EventKind, Says

__all__ = ["NOT_STATED", "refuse_amount_of_nothing", "refuse_unknowable", "refuse_unnamed_doer"]

_OF_DAYS_GONE = (Says.OCCURRED, Says.NOT_OCCURRED, Says.BREACH, Says.NO_BREACH)

NOT_STATED = "not-stated"
"""What is written for who did it, where nobody says so."""

_MOST = 6


def refuse_unnamed_doer(record: Agreement, entry: ClaimEntry, duty: Obligation | None, kind: EventKind) -> None:
    """Raise EntryError where a breach of what several owe each is charged or denied, and nothing says whose it was."""
    if duty is None or entry.says not in (Says.BREACH, Says.NO_BREACH) or kind not in DOINGS:
        return
    denies = entry.says is Says.NO_BREACH
    named = [each for each in entry.done_by if not denies or each != NOT_STATED]
    if duty.borne in (Borne.JOINTLY, Borne.ANY) or len(duty.obligor_ids) < 2 or named:
        return
    names = {each.id: each.name for each in record.actors}
    lines = "".join(f"\n  --done-by {each}: {names.get(each, each)}" for each in duty.obligor_ids[:_MOST])
    why = "that there was no breach would be said of each" if denies else "who says so may mean itself or another"
    last = "" if denies else f"\n  --done-by {NOT_STATED}: nobody says who"
    raise EntryError(
        f"who did it? {len(duty.obligor_ids)} owe {quoted(duty.id)}, each for itself, and {why}:{lines}{last}"
    )


def refuse_amount_of_nothing(entry: ClaimEntry) -> None:
    """Raise EntryError for an amount of what is said not to have happened."""
    if entry.says is Says.NOT_OCCURRED and entry.amounts:
        raise EntryError(
            "--amount says how much happened, and not_occurred that nothing did: enter the amount that is said instead "
            "with occurred, or in words with --text"
        )


def refuse_unknowable(record: Agreement, event: Event, claim: Claim) -> None:
    """Raise EntryError where a claim was known before the days of which it is said."""
    first = claim.when.earliest if claim.when is not None and claim.says in _OF_DAYS_GONE else None
    if first is None:
        return
    if claim.known_on is not None:
        if claim.known_on.latest is not None and claim.known_on.latest < first:
            raise EntryError(
                f"--known-on {claim.known_on} is before {claim.when}, of which it is said: correct one of the two, or "
                "enter what was announced as planned"
            )
        return
    cited = {each.source_id for each in claim.citations or event.citations}
    dated = [each for each in record.sources if each.id in cited and each.published is not None]
    known = min(dated, key=lambda each: str(each.published), default=None)
    published = known.published if known is not None else None
    if known is not None and published is not None and published.latest is not None and published.latest < first:
        raise EntryError(
            f'--source: "{known.id}" was published on {published}, before {claim.when}, of which it is said: say '
            "with --known-on when it became known, or name a newer source; --new-source enters one"
        )
