"""What every format for people says about where a duty stands: the same lines in the same order."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist.due_lines import day_in_words, deadline_words, other_due_words
from accords.checklist.lines import Line, citations_in_words, own_date_in_words, shape_of, shapes_in
from accords.checklist.rows import Checklist, GroupBy, Item
from accords.checklist.watches import watches_in_words
from accords.engine.terms.table import State
from accords.standing.own_dates import CONCLUDED
from accords.standing.values import AmountRow, AssessmentRow, Bucket, ClaimRow, DisputeRow, StandingRow
from accords.words import counted, joined, say

__all__ = [
    "about_lines",
    "amount_in_words",
    "assessment_in_words",
    "claim_in_words",
    "deadline_words",
    "dispute_in_words",
    "event_in_words",
    "flags_beside",
    "mark_of",
    "marks_in",
    "other_due_words",
    "scope_in_words",
    "standing_lines",
    "status_in_words",
    "time_beside",
    "turn_due",
    "turn_stands",
    "turns_in_words",
    "turns_shown",
]

_MOST_TURNS = 12
_SAID_BY_THE_TIME = "no_date_stated"


def mark_of(item: Item) -> str:
    """The sign in front of an item: its status where there is one, otherwise its shape."""
    return item.standing.sign if item.standing is not None else shape_of(item)


def marks_in(checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """The signs in front of the items and of their turns, each with what it means."""
    if checklist.as_of is None:
        return shapes_in(checklist)
    standings = [each for item in checklist.items for each in (item.standing, *item.turns) if each is not None]
    used = {each.shape: each for each in standings}
    bare = {shape_of(item) for item in checklist.items if item.standing is None}
    statuses = [(used[shape].sign, used[shape].shape_words) for shape in sorted(used)]
    return (*statuses, *(pair for pair in shapes_in(checklist) if pair[0] in bare))


def scope_in_words(checklist: Checklist) -> str:
    """What the list says and what it does not."""
    if checklist.items:
        scope = say("header.scope" if checklist.as_of is None else "header.scope_status")
        in_order = not checklist.combined and checklist.group_by is GroupBy.OBLIGOR
        return f"{scope} {say('header.order')}" if in_order else scope
    return say("header.none_chosen" if checklist.left_out else "header.empty")


def about_lines(checklist: Checklist) -> tuple[Line, ...]:
    """As of which day the list is, what the duties come to, which part of them is shown, and what is missing."""
    return tuple(Line(key, say(f"label.{key}"), words) for key, words in _about(checklist) if words)


def _about(checklist: Checklist) -> Iterator[tuple[str, str]]:
    record = checklist.record
    yield from (("doubted", words) for words in (record.doubted if record is not None else ()))
    if checklist.names_by is not None:
        yield "names", say("header.names_by", by=checklist.names_by)
    if checklist.as_of is not None and checklist.known_by is not None:
        yield (
            "as_of",
            say("header.as_of_known", as_of=day_in_words(checklist.as_of), known_by=day_in_words(checklist.known_by)),
        )
        if record is not None:
            yield "agreement", record.status_words or ""
            # The conclusion has a line among the facts.
            yield from (("dates", own_date_in_words(each)) for each in record.dates if each.key != CONCLUDED)
        yield from (("counts", sentence) for sentence in checklist.counts)
        yield from (("ratings", words) for words in (record.ratings if record is not None else ()))
        beside = {(each.id, claim.event_id) for each in checklist.records for claim in each.claims}
        yield "besides", counted("header.besides", len(beside)) if beside else ""
        yield "numbers", _numbers(checklist)
    if checklist.selection is not None:
        left = counted("header.left_out", checklist.left_out)
        yield "selection", say("header.selection", selection=checklist.selection, left=left)
    yield from (("unread", say("set.unread", name=each.name, reason=each.reason)) for each in checklist.unread)


def _numbers(checklist: Checklist) -> str:
    """Why numbers of sources are missing, where some are."""
    numbers = [source.number for source in checklist.sources]
    known = checklist.known_by
    if known is None or len(numbers) == max(numbers, default=0):
        return ""
    return say("header.numbers", day=day_in_words(known))


def status_in_words(standing: StandingRow) -> str:
    """The sign and the words: ``⇄ contested``."""
    return say("status", sign=standing.sign, words=standing.words)


def amount_in_words(amount: AmountRow) -> str:
    """What is promised beside what is reported of it, with who says each figure."""
    kind = "amount.right" if amount.allowed else "amount"
    if not amount.told:
        words = say(f"{kind}.nothing", promised=amount.promised)
    else:
        words = say(f"{kind}.told", promised=amount.promised, told=joined(amount.told))
    for more in (amount.counts, *amount.open_words):
        words = say("amount.counted", words=words, counts=more) if more else words
    return words


def standing_lines(item: Item, group_by: GroupBy = GroupBy.OBLIGOR, *, distances: bool = True) -> tuple[Line, ...]:
    """Everything about where an item stands; none of it where the checklist is as of no day.

    The obligor has a line where the sections are not by obligor. Without ``distances`` deadlines do not say how
    far away they are, so that the lists of two days differ only where something has changed.
    """
    return tuple(
        Line(key, say(f"label.{key}"), words, any(under))
        for key, words, *under in _lines(item, group_by, distances)
        if words
    )


def _lines(item: Item, group_by: GroupBy, distances: bool) -> Iterator[tuple[str, str] | tuple[str, str, bool]]:
    if item.agreement is not None and group_by is not GroupBy.AGREEMENT:
        yield "agreement", say("in_brackets", text=item.agreement.strip(), more=item.record_id)
    if group_by is not GroupBy.OBLIGOR:
        yield "obligor", joined(item.obligors) or say("heading.not_stated")
    yield "status", item.not_followed or ""
    if (standing := item.standing) is not None:
        yield "status", status_in_words(standing)
        yield "deadline", deadline_words(standing, distances=distances)
        yield "arithmetic", standing.arithmetic or ""
        yield "deadline_else", other_due_words(standing)
        yield "time", time_beside(standing)
        yield from (("amounts", amount_in_words(amount)) for amount in standing.amounts)
        yield "trigger", standing.trigger_words or ""
        yield from (("turns", words) for words in turns_in_words(item))
        yield "flags", say("semicolon").join(flags_beside(standing))
        yield from (("disputes", dispute_in_words(dispute)) for dispute in standing.disputes)
        yield from (("charges", words) for words in standing.charges)
    yield from (("claims", words, under) for words, under in _claims(item.claims))
    yield from (("assessments", assessment_in_words(rating)) for rating in item.assessments)
    yield from (("watches", words) for words in watches_in_words(item.watches))
    if standing is not None:
        yield from (("assumed", words) for words in standing.assumptions)


def time_beside(standing: StandingRow) -> str:
    """What is to be looked at when, beside the status; empty where the status says it already."""
    said = standing.bucket_words in standing.words
    waits = standing.bucket is Bucket.WAITING and standing.as_reported == State.CONDITIONAL
    return "" if said or waits else standing.bucket_words


def flags_beside(standing: StandingRow) -> list[str]:
    """What is remarkable about the status, without what the time beside it says."""
    flags = zip(standing.flags, standing.flag_words, strict=True)
    return [words for flag, words in flags if flag != _SAID_BY_THE_TIME and words != standing.bucket_words]


def turns_in_words(item: Item) -> Iterator[str]:
    """The turns; where there are many, those that ``turns_shown`` keeps, and how many are left out."""
    shown = turns_shown(item)
    yield from map(_turn, shown)
    if len(shown) < len(item.turns):
        yield counted("turns.more", len(item.turns) - len(shown))


def _turn(turn: StandingRow) -> str:
    number, words, due = turn.number or 1, turn_stands(turn), turn_due(turn)
    return say("turn.due", number=number, due=due, words=words) if due else say("turn", number=number, words=words)


def turn_stands(turn: StandingRow) -> str:
    """Where a turn stands, how much is reported, and whom of several it does not bind."""
    apart = (words for flag, words in zip(turn.flags, turn.flag_words, strict=True) if flag == "not_bound")
    words = status_in_words(turn)
    for more in (*map(amount_in_words, turn.amounts), *apart):
        words = say("turn.more", words=words, more=more)
    return words


def turn_due(turn: StandingRow) -> str | None:
    """Its deadline, and what else that may be."""
    due, other = turn.due, other_due_words(turn)
    return say("due.or", due=due, other=other) if due is not None and other else due


def turns_shown(item: Item) -> tuple[StandingRow, ...]:
    """Every turn of which something is said, those to be looked at now, and the next; where they are few, all."""
    if len(item.turns) <= _MOST_TURNS:
        return item.turns
    told = {number for claim in item.claims for number in claim.turns}
    near = [turn for turn in item.turns if turn.bucket not in (Bucket.LATER, Bucket.ENDED)]
    ahead = [turn for turn in item.turns if turn.bucket is Bucket.LATER]
    kept = {turn.number for turn in (*near[-_MOST_TURNS:], *ahead[:1])} | told
    if item.standing is not None:
        kept.add(item.standing.number)
    return tuple(turn for turn in item.turns if turn.number in kept)


def dispute_in_words(dispute: DisputeRow) -> str:
    """What is seen differently by whom, and what would follow from either view."""
    matter = dispute.matter
    if dispute.event is not None:
        matter = say("dispute.matter", event=dispute.event, matter=matter)
    if dispute.as_read:
        return say("dispute", matter=matter, views=say("semicolon").join(dispute.as_read))
    said = joined(dispute.said_by) or say("dispute.nobody")
    views = [say("dispute.charged" if dispute.charge else "dispute.said", names=said)]
    denied = "dispute.denied_before" if dispute.denied_before else "dispute.denied"
    views += [say(denied, names=joined(dispute.denied_by))] if dispute.denied_by else []
    views += [say("dispute.otherwise", names=joined(dispute.read_otherwise_by))] if dispute.read_otherwise_by else []
    words = say("dispute", matter=matter, views=say("comma").join(views))
    so, not_so = joined(dispute.if_so, "or"), joined(dispute.if_not, "or")
    return say("dispute.outcome", dispute=words, so=so, not_so=not_so) if so and not_so else words


def _claims(claims: tuple[ClaimRow, ...]) -> Iterator[tuple[str, bool]]:
    """The event, then under it what is said about it, a line each."""
    before = None
    for claim in claims:
        if claim.event_id != before:
            yield event_in_words(claim), False
        before = claim.event_id
        yield claim_in_words(claim), True


def event_in_words(claim: ClaimRow) -> str:
    """The event that a claim is about: to which turn it may belong, how much it was, how well it stands."""
    words = claim.event if claim.extent is None else say("claim.extent", event=claim.event, extent=claim.extent)
    words = words if claim.finding is None else say("claim.finding", event=words, finding=claim.finding)
    if claim.turns:
        numbers = joined([str(number) for number in claim.turns], "or")
        words = say("claim.turn", numbers=numbers, event=words)
    return say("claim.event", event=words, fact=claim.fact_words)


def claim_in_words(claim: ClaimRow) -> str:
    """Who says what, how much, for which day, since when that is known, by whose reading, where."""
    words = say("claim", by=claim.by, says=claim.says_words)
    if claim.figures:
        words = say("claim.figures", claim=words, figures=joined(claim.figures))
    known = "claim.known_inferred" if claim.known_on_inferred else "claim.known"
    about = [say(known, day=day_in_words(claim.known_on))] if claim.known_on is not None else []
    about += [each for each in (claim.reading_words, claim.basis_words) if each is not None]
    if about:
        words = say("claim.about", claim=words, about=say("semicolon").join(about))
    if claim.text is not None:
        words = say("claim.text", claim=words, text=claim.text.strip())
    return _with_places(words, claim)


def assessment_in_words(rating: AssessmentRow) -> str:
    """Who rates the duty, as of which day, on paper or in practice, how, on what, and where it says so."""
    told = {"by": rating.by, "on": day_in_words(rating.on), "rating": rating.words}
    if rating.dimension is None:
        words = say("assessment", **told)
    else:
        words = say("assessment.dimension", dimension=say(f"dimension.{rating.dimension}"), **told)
    if rating.basis is not None:
        words = say("assessment.basis", assessment=words, basis=rating.basis.strip())
    return _with_places(words, rating)


def _with_places(words: str, row: object) -> str:
    places = citations_in_words(getattr(row, "citations", ()))
    return f"{words} {places}" if places else words
