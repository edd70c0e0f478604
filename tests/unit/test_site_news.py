"""What became known: claims, corrections and publications, in feeds, in a calendar and on pages."""

from __future__ import annotations

from datetime import date

import feedparser
import icalendar
import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.checklist.notes import NoteBook
from accords.compare.records import diff
from accords.model.agreement import Agreement
from accords.model.coding import Coding, Correction
from accords.render.diff import render_diff
from accords.render.site.data import manifest_of
from accords.render.site.duties import history_of
from accords.render.site.feeds import MOST_ENTRIES
from accords.render.site.news import MOST_OF_A_TITLE, news_id, news_of
from accords.render.site.people import parts_of
from accords.render.site.publishing import published
from accords.render.site.shelf import Shelf
from accords.validate import loads
from accords.vocabulary import CodingStatus
from sites import DAY, deal, example, html_of, site_of

MONITORED = "kosovo-serbia-plates-2022-monitored"


def _feed(content: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


@pytest.mark.thorough
def test_every_feed_is_read_by_a_reader_of_feeds() -> None:
    """Each has what the standard asks for: an id, a title, a time and an author, and so has each entry."""
    site = site_of(example(MONITORED), deal())
    found = {path: _feed(content) for path, content in site.items() if path.endswith(".atom")}
    assert {"feed.atom", f"a/{MONITORED}/feed.atom", "actor/north/feed.atom"} <= set(found)
    ids = [each.feed.id for each in found.values()]
    assert len(set(ids)) == len(ids)
    for path, feed in found.items():
        assert feed.feed.id.startswith("urn:uuid:"), path
        assert feed.feed.title, path
        assert feed.feed.author, path
        assert feed.feed.updated_parsed is not None, path
        names = [entry.id for entry in feed.entries]
        assert len(set(names)) == len(names), path
        for entry in feed.entries:
            assert entry.id.startswith("urn:uuid:")
            assert entry.title
            assert entry.content[0].value
            assert entry.updated_parsed is not None
            there = entry.link.removeprefix("../" * path.count("/"))
            assert there in site, entry.link


def test_an_entry_has_the_day_on_which_it_became_known() -> None:
    """Not that of the happening, and not the day on which the site was made."""
    entries = _feed(site_of(deal())["a/ferry/feed.atom"]).entries
    assert [entry.updated[:10] for entry in entries] == ["2023-01-15", "2022-12-09", "2022-12-05"]


@pytest.mark.further
def test_an_entry_keeps_its_id_as_days_pass_and_wherever_the_site_stands() -> None:
    """A reader shows it once."""
    ids = {
        tuple(entry.id for entry in _feed(site_of(deal(), as_of=day, base_url=url)["feed.atom"]).entries)
        for day, url in ((DAY, None), ("2024-05-01", "https://example.org/"), ("2023-01-16", "https://other.example/x"))
    }
    assert len(ids) == 1


def test_nothing_is_told_before_it_was_known() -> None:
    """The feed of a day ends with it."""
    entries = _feed(site_of(deal(), as_of="2022-12-06")["feed.atom"]).entries
    assert [entry.updated[:10] for entry in entries] == ["2022-12-05"]


def test_a_claim_without_a_day_of_its_own_is_known_since_the_record_was_published() -> None:
    """So it is neither lost nor told anew each day."""
    record = deal(events=[{"id": "works", "kind": "performance", "obligation_ids": ["repair"], "summary": "Works",
                           "claims": [{"says": "occurred", "claimed_by_id": "north"}]}])  # fmt: skip
    told = [each for each in news_of(record, checklist(record, as_of=DAY)) if each.kind == "claim"]
    assert [each.day for each in told] == ["2023-01-15"]


@pytest.mark.parametrize(
    ("by", "says", "fact"),
    [(("north",), "occurred", "claimed by one side"), (("north", "south"), "occurred", "established"),
     (("south",), "not_occurred", "nobody says that it happened, and denied")],
)  # fmt: skip
def test_a_long_title_is_cut_in_what_happened_and_never_in_how_well_it_stands(
    by: tuple[str, ...], says: str, fact: str
) -> None:
    """It has at most a hundred characters, and the entry has the whole."""
    for length in (1, 12, 40):
        summary = " ".join(["Northland", *["repaired"] * length])
        claims = [{"says": says, "when": "2022-12-01", "known_on": "2022-12-05", "claimed_by_id": who} for who in by]
        if says == "not_occurred":
            claims = [{name: value for name, value in each.items() if name != "when"} for each in claims]
        event = {"id": "works", "kind": "performance", "obligation_ids": ["repair"], "summary": summary}
        site = site_of(deal(events=[event | {"claims": claims}]))
        for entry in _feed(site["a/ferry/feed.atom"]).entries[1:]:
            assert len(entry.title) <= MOST_OF_A_TITLE
            assert entry.title.startswith("Northland repaired")
            if length > 1:
                assert entry.title.endswith(f"… ({fact})")
                assert entry.content[0].value.startswith(f"{summary} (")


def test_a_correction_is_an_entry_of_its_day() -> None:
    """In the feed of the agreement and of the whole, and of no actor."""
    fixed = evolve(deal(), coding=Coding(corrections=(Correction(on="2023-01-18", what="the day of the works"),)))
    site = site_of(fixed)
    for path in ("feed.atom", "a/ferry/feed.atom"):
        first = _feed(site[path]).entries[0]
        assert (first.updated[:10], first.content[0].value.split("\n")[0]) == ("2023-01-18", "the day of the works")
    assert "the day of the works" not in site["actor/north/feed.atom"].decode()


def test_of_an_actor_those_entries_are_told_that_bear_on_what_it_owes_or_is_owed() -> None:
    """And no others."""
    record = deal(
        obligations=[
            {"id": "repair", "obligor_ids": ["north"], "modality": "must", "action": "repair the landing"},
            {"id": "no-tolls", "obligor_ids": ["south"], "modality": "must_not", "action": "charge tolls"},
        ]
    )
    site = site_of(record)
    assert len(_feed(site["actor/north/feed.atom"]).entries) == 2
    assert _feed(site["actor/south/feed.atom"]).entries == []


@pytest.mark.thorough
def test_a_feed_has_the_latest_entries_and_says_how_many_there_are() -> None:
    """What is older stands on the pages."""
    claims = [{"says": "occurred", "when": f"2022-12-{n % 28 + 1:02d}", "claimed_by_id": "north", "text": str(n)}
              for n in range(MOST_ENTRIES + 20)]  # fmt: skip
    record = deal(events=[{"id": "works", "kind": "performance", "obligation_ids": ["repair"], "summary": "W",
                           "claims": claims}])  # fmt: skip
    found = _feed(site_of(record)["a/ferry/feed.atom"])
    assert len(found.entries) == MOST_ENTRIES
    assert found.feed.subtitle.startswith("121 entries, 100 of them here")


def test_ids_are_made_of_names_alone() -> None:
    """The same names give the same id, parted names another one."""
    assert news_id("a", "b") == news_id("a", "b")
    assert len({news_id("a", "b"), news_id("ab"), news_id("b", "a"), news_id("a", "b", "")}) == 4


def test_the_calendar_has_the_deadlines_of_every_agreement() -> None:
    """Each with the agreement in its title, and no alarm, for it is for everybody."""
    site = site_of(deal("ferry"), deal("bridge", title="Bridge agreement"))
    entries = icalendar.Calendar.from_ical(site["calendar.ics"]).walk("VEVENT")
    due = {str(each["uid"]): each for each in entries if "repair" in str(each["uid"])}
    assert set(due) == {"ferry/repair@accords", "bridge/repair@accords"}
    assert {each.decoded("dtstart") for each in due.values()} == {date(2023, 2, 10)}
    assert "Bridge agreement" in str(due["bridge/repair@accords"]["summary"])
    assert b"VALARM" not in site["calendar.ics"]


@pytest.mark.thorough
def test_the_record_of_an_agreement_can_be_loaded_again() -> None:
    """It is the public one, and gives the same site."""
    record = example(MONITORED)
    site = site_of(record)
    again = loads(site[f"a/{MONITORED}/record.json"])
    assert site_of(again) == site


@pytest.mark.parametrize("path", ["record.json", "duties.csv", "feed.atom"])
def test_each_agreement_has_its_data_beside_it(path: str) -> None:
    """One file of each kind, not one for each duty."""
    site = site_of(deal())
    assert [each for each in site if each.endswith(path) and each.startswith("a/")] == [f"a/ferry/{path}"]


def test_the_history_of_a_duty_tells_whose_it_is_where_several_owe_it() -> None:
    """From each day on, in order; with the turn, where it comes round."""
    both = {"id": "watch", "obligor_ids": ["north", "south"], "modality": "must", "action": "watch the river",
            "due": {"kind": "date", "value": "2022-12-31"}}  # fmt: skip
    (shown,) = Shelf.of([deal(obligations=[both], events=[])], [DAY], NoteBook(None), {}, None).shown
    days = history_of(shown, shown.duties[0])
    assert [day for day, _ in days] == sorted(day for day, _ in days)
    assert ("2023-01-01", ["Northland: overdue, nothing reported", "Southland: overdue, nothing reported"]) in days


def test_what_an_actor_owes_and_is_owed_are_two_lists() -> None:
    """With the part it has, and for whom it acts."""
    made = Shelf.of([deal(third_parties=[{"actor_id": "south", "role": "host"}])], [DAY], NoteBook(None), {}, None)
    (south,) = (each for each in made.actors if each.name == "Southland")
    (part,) = parts_of(south)
    assert [place for place, _ in part.owes] == ["a/ferry/no-tolls/"]
    assert [place for place, _ in part.owed] == ["a/ferry/repair/"]
    assert part.roles == ("host",)


def test_the_sums_of_files_come_in_the_order_of_their_paths() -> None:
    """A line for each."""
    lines = manifest_of({"b": b"2", "a": b"1"}).decode().splitlines()
    assert [line[66:] for line in lines] == ["a", "b"]


def test_what_may_be_published_is_asked_of_each_record() -> None:
    """A draft may not even where it says that it is published."""
    draft = evolve(deal("draft"), coding=Coding(status=CodingStatus.MACHINE_DRAFT))
    found, reasons = published([deal(), draft], [DAY], preview=False)
    assert [each.id for each in found] == ["ferry"]
    assert [words.split(":")[0] for words in reasons] == ["draft"]


def _answered(known: str, *, internal: bool) -> Agreement:
    """A charge of a breach in December, and its denial, which became known on a day."""
    claims = [
        {"says": "breach", "when": "2022-12-01", "known_on": "2022-12-05", "claimed_by_id": "north"},
        {"says": "no_breach", "known_on": known, "claimed_by_id": "south", "internal": internal},
    ]
    event = {"id": "booth", "kind": "conduct", "summary": "A fee was paid", "obligation_ids": ["no-tolls"]}
    return deal(events=[event | {"actor_ids": ["south"], "claims": claims}])


def test_a_record_that_would_accuse_more_stops_the_site() -> None:
    """Where the denial of a charge is internal, the charge would stand alone."""
    assert published([_answered("2022-12-06", internal=False)], [DAY], preview=False)[1] == []
    _, reasons = published([_answered("2022-12-06", internal=True)], [DAY], preview=False)
    assert reasons
    assert all(reason.startswith("ferry: ") for reason in reasons)


def _one_sided() -> Agreement:
    """A charge that nobody answers, and one that its obligor denies."""
    return deal(
        obligations=[{"id": "no-tolls", "obligor_ids": ["south"], "owed_to_ids": ["north"], "modality": "must_not",
                      "performance": {"kind": "continuing"}, "action": "charge tolls"}],
        events=[
            {"id": "alone", "kind": "conduct", "obligation_ids": ["no-tolls"], "summary": "Tolls were charged",
             "claims": [{"says": "breach", "when": "2022-12-01", "known_on": "2022-12-05",
                         "claimed_by_id": "north"}]},
            {"id": "answered", "kind": "conduct", "obligation_ids": ["no-tolls"], "summary": "A booth was built",
             "claims": [{"says": "breach", "when": "2022-12-02", "known_on": "2022-12-05", "claimed_by_id": "north"},
                        {"says": "no_breach", "known_on": "2022-12-06", "claimed_by_id": "south"},
                        {"says": "not_occurred", "when": "2022-12-06", "known_on": "2022-12-06",
                         "claimed_by_id": "south"}]},
            {"id": "plan", "kind": "background", "summary": "Talks are held",
             "claims": [{"says": "planned", "when": "2023-02", "known_on": "2022-12-05", "claimed_by_id": "north"}]},
        ],
    )  # fmt: skip


ALONE = (
    "Tolls were charged (told by one side only; no reply is recorded here; said by Northland; that it is a breach is "
    "charged by Northland, no reply to that is recorded here)"
)
ANSWERED = (
    "A booth was built (the fact is contested; said by Northland; denied by Southland; that it is a breach is charged "
    "by Northland, denied by Southland)"
)
PLAN = "Talks are held (not reported to have happened)"


def test_no_headline_states_what_somebody_says() -> None:
    """Each says how well it stands, who says so and who denies it: in every feed, and under what changed.

    That it was a breach is said below the title.
    """
    site = site_of(_one_sided())
    short = {whole.partition("; that it is a breach")[0].rstrip(")") + ")": whole for whole in (ALONE, ANSWERED, PLAN)}
    for path in ("feed.atom", "a/ferry/feed.atom", "actor/south/feed.atom"):
        entries = [each for each in _feed(site[path]).entries if each.title != "The record was published"]
        assert {each.title for each in entries} == {*short} - ({PLAN} if "actor" in path else set()), path
        wholes = {PLAN: ""} | {title: whole for title, whole in short.items() if whole != title}
        assert all(each.content[0].value.startswith(wholes[each.title]) for each in entries)
    seen = html_of(site)["changed/index.html"].seen
    assert all(title in seen for title in (ALONE, ANSWERED, PLAN))


def test_a_difference_tells_events_as_a_feed_does() -> None:
    """With a day and without one."""
    for as_of in (None, DAY):
        told = diff(evolve(_one_sided(), events=()), _one_sided(), as_of=as_of)
        assert [each.told for each in told.events] == [ALONE, ANSWERED, PLAN]
        seen = " ".join(render_diff(told).split())
        assert all(title in seen for title in (ALONE, ANSWERED, PLAN))


def test_a_headline_says_towards_whom_a_fact_stands_where_that_differs() -> None:
    """What one of two obligors itself reports is established towards it alone."""
    both = deal(
        obligations=[{"id": "posts", "obligor_ids": ["north", "south"], "borne": "each", "modality": "must",
                      "action": "leave the posts"}],
        events=[{"id": "left", "kind": "performance", "obligation_ids": ["posts"], "summary": "The posts were left",
                 "claims": [{"says": "occurred", "when": "2022-12-01", "claimed_by_id": "north"}]}],
    )  # fmt: skip
    (told,) = (each.about for each in news_of(both, checklist(both, as_of=DAY)) if each.kind == "claim")
    assert "as for what Northland owes" in told
    assert "as for what Southland owes" in told
