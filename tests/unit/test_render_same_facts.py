"""Every format says the same: what is known of a duty stands in each of them, in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from accords.checklist import Checklist, Item, checklist
from accords.checklist.counting import standings_of
from accords.checklist.lines import detail_lines
from accords.model.agreement import Agreement
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import Quantity, Recurring
from accords.render.checklist.formats import FORMATS, Look
from accords.render.status.text import render_status
from accords.standing.report import status
from accords.validate import load
from accords.vocabulary import EventKind, RecurrenceMode, Says
from deals import deal, duty, on_day, said
from outputs import read
from records import ROOT
from trial import trial

DAY = "2023-01-20"
MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
WANTED = Look(width=1000, review_every="P1M")


@cache
def record_of(name: str) -> Agreement:
    match name:
        case "trial":
            return trial()
        case "counted":
            return counted()
        case _:
            return load(MONITORED if name == "monitored" else EVERYTHING)


def counted() -> Agreement:
    """Prisoners in two turns, told with figures by both sides; and a deadline that one side alone says has moved."""
    claims = tuple(
        Claim(
            says=Says.OCCURRED, when="2023-01-10", known_on="2023-01-11", claimed_by_id=who,
            quantities=(ClaimedQuantity(measure="prisoners", amount=much),),
        )
        for who, much in (("a", 90), ("b", 88))
    )  # fmt: skip
    freed = Event(
        id="freed", kind=EventKind.PERFORMANCE, summary="Prisoners were freed", obligation_ids=("free",), instance=1,
        count=88, extent_text="from two prisons", claims=claims,
    )  # fmt: skip
    word = said("moved", "2023-01-05", "a", "o", kind=EventKind.POSTPONEMENT, new_due=on_day("2023-03-31"))
    free = duty(
        "free", owed_to_ids=("b",), label="Prisoners", due=on_day("2023-01-12"),
        performance=Recurring(every="P1M", mode=RecurrenceMode.ANCHORED, times=2),
        quantities=(Quantity(measure="prisoners", at_least=90),),
    )  # fmt: skip
    return deal(free, duty(due=on_day("2023-02-28"), owed_to_ids=("b",)), events=(freed, word))


@cache
def rows_of(name: str) -> Checklist:
    return checklist(record_of(name), as_of="2022-11-10" if name == "everything" else DAY)


@cache
def shown(name: str, form: str) -> str:
    """Everything that a format shows of a record, with single spaces."""
    written = FORMATS[form].write(rows_of(name), record_of(name), WANTED)
    return re.sub(r"\s+", " ", read(form, written))


RETOLD = ("as_written", "obligors", "readings", "remarks", "related", "source", "id")
"""Lines that a format may write in parts, or in another form; what matters of them is looked for below."""


def facts(item: Item) -> Iterator[tuple[str, str | None]]:
    """What is known of an item."""
    yield from (("obligor", each) for each in item.obligors)
    yield "action", item.action
    yield "heading", item.label
    yield from ((line.key, line.words) for line in detail_lines(item) if line.key not in RETOLD)
    yield "when", item.timing.words
    yield "trigger", item.trigger
    yield "as written", item.as_written
    yield "note", item.note
    yield "clause", item.clause
    yield from (("owed to", each) for each in (*item.owed_to, *item.also_owed_by))
    yield from (("related", each) for each in item.related)
    yield from (("remark", each) for each in item.remarks)
    yield from (("reading", each.text) for each in item.readings)
    yield from (("place in a source", each.locator) for each in item.citations)
    for rating in item.assessments:
        yield from (("assessor", rating.by), ("rating", rating.words), ("basis", rating.basis))
    yield from (("watch", each.words) for each in item.watches)
    for claim in item.claims:
        yield from (("speaker", claim.by), ("says", claim.says_words), ("claim", claim.text), ("event", claim.event))
        yield from (("fact", claim.fact_words), ("reading of a claim", claim.reading_words))
        yield from (("basis of a claim", claim.basis_words), ("extent", claim.extent), ("finding", claim.finding))
        yield from (("figure", figure) for figure in claim.figures)
    standing = item.standing
    if standing is None:
        return
    yield "headline", standing.words
    own = next((turn for turn in item.turns if turn.number == standing.number), standing)
    yield from (("status", own.words), ("sign", standing.sign), ("deadline", standing.due))
    yield from (("another deadline", other.words) for other in standing.other_dues)
    yield from (("who moved it", name) for name in standing.moved_by)
    for turn in (standing, *item.turns):
        for amount in turn.amounts:
            yield from (("promised", amount.promised), ("counts", amount.counts))
            yield from (("told figure", figure) for figure in (*amount.told, *amount.open_words))
    yield from (("arithmetic", standing.arithmetic), ("trigger met", standing.trigger_words))
    yield from (("assumption", each) for each in standing.assumptions)
    yield from (("flag", words) for flag, words in zip(own.flags, own.flag_words, strict=True)
                if flag != "no_date_stated")  # fmt: skip
    for dispute in standing.disputes:
        yield from (("dispute", dispute.matter), *(("state if so", each) for each in dispute.if_so))
        yield from (("denial", each) for each in dispute.denied_by)
    yield from (("turn", turn.words) for turn in item.turns)
    yield from (("deadline of a turn", turn.due) for turn in item.turns)


IN_A_STATUS = (
    "obligor",
    "status",
    "sign",
    "deadline",
    "another deadline",
    "who moved it",
    "promised",
    "told figure",
    "counts",
    "assumption",
    "flag",
    "dispute",
    "state if so",
    "denial",
    "turn",
)
"""What a status tells of a row."""


@pytest.mark.parametrize("name", ["trial", "monitored", "everything", "counted"])
def test_the_status_says_the_same_of_every_row(name: str) -> None:
    """In the words of the checklist, as of the same day; of many turns it prints the last ones and the next."""
    record, rows = record_of(name), rows_of(name)
    assert rows.as_of is not None
    seen = " ".join(render_status(status(record, as_of=rows.as_of), record, width=1000).split())
    missing = [
        (item.instance, kind, text)
        for item in rows.items
        if item.standing is not None and item.standing.states
        for kind, text in facts(item)
        if kind in IN_A_STATUS and text and " ".join(text.split()) not in seen
    ]
    assert missing == []


DRAWN = {"html": ("sign", "not_before", "ends", "excuses"), "ics": ("headline",)}
"""What a page draws instead of writing it, signs, and times as trees of conditions; a calendar has an entry for each
turn, and no headline for all of them."""


@pytest.mark.wide
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["trial", "monitored", "everything", "counted"])
def test_every_fact_of_every_row_stands_in_every_format(name: str, form: str) -> None:
    """A calendar has entries only for what has a day or is to be looked at, be it a turn, and says all about those."""
    seen = shown(name, form)
    missing: list[tuple[str, str, str]] = []
    for item in rows_of(name).items:
        if form == "ics" and (
            item.standing is None or item.action not in seen or not any(each.open for each in standings_of(item))
        ):
            continue
        over = {turn.words for turn in item.turns if not turn.open} if form == "ics" else ()
        missing += [
            (item.instance, kind, text)
            for kind, text in facts(item)
            if text
            and not (kind == "turn" and text in over)
            and " ".join(text.split()) not in seen
            and kind not in DRAWN.get(form, ())
        ]
    assert missing == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_source_and_note_on_a_name_stands_in_every_format(form: str) -> None:
    """The sources with their titles, the note on the name of Kosovo in full, and as of when the list is."""
    seen = shown("monitored", form)
    rows = rows_of("monitored")
    said = (row for item in rows.items for row in (item, *item.readings, *item.claims))
    cited = {place.number for row in said for place in row.citations}
    assert len(cited) > 3
    for source in rows.sources:
        if form not in ("csv", "ics") or source.number in cited:
            assert source.title in seen
    assert rows.notes[0].text in seen
    assert rows.records[0].id in seen
    assert rows.records[0].content_hash[:16] in seen
    assert rows.library_version in seen
    assert "20 January 2023" in seen or "2023-01-20" in seen


@pytest.mark.parametrize("form", FORMATS)
def test_the_dispute_about_serbias_duty_is_told_from_both_sides_in_every_format(form: str) -> None:
    """Contested, with the claim from Kosovo, the denial from Serbia, and how each of the two reads the duty."""
    seen = shown("monitored", form)
    (duty,) = (item for item in rows_of("monitored").items if item.instance == "serbia-plates")
    assert duty.standing is not None
    assert duty.standing.words == "contested"
    for words in (
        "contested",
        "whether it breached the duty",
        "says that it happened in December 2022 and breached the duty",
        "says that the duty was not breached",
        "Xhelal Sveçla",
        "Petar Petković",
        "by the reading of Kosovo*",
        "by the reading of Serbia",
        "Only the issue of new plates stops, and that until an agreement is reached.",
        "Registering vehicles anew with existing plates stops as well, not only the issue of new ones.",
        "Serbia has breached the November 2022 accord on car plates",
        "The agreement clearly says that Serbia will stop issuing new KM plates",
        "As RTS has it, by way of Danas: the deal was not broken.",
    ):
        assert words in seen, words


@pytest.mark.parametrize("form", FORMATS)
def test_the_invitation_is_vague_and_nothing_is_overdue_in_any_format(form: str) -> None:
    """Weeks after "the coming days"."""
    seen = shown("monitored", form)
    assert "vague: “in the coming days”" in seen
    assert "a time in words, no date" in seen
    assert "overdue, nothing reported" not in seen
    assert "undertaking is overdue" not in seen
