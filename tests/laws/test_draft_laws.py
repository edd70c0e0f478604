"""What holds for every draft: no false quote passes, no true quote is put to false use in silence."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pytest
from attrs import evolve

from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.form import LISTS, Draft, DraftDuty, DraftPerson, words_of
from accords.texts.drafts.from_record import draft_from
from accords.texts.drafts.told import Remark, RemarkKind
from accords.texts.edition import new_edition
from accords.vocabulary import Extent
from false_uses import CASES, HONEST, Use, draft_of, edition_of_use
from fresh_uses import (
    ATTACKS,
    FORTY,
    HIVES,
    LAKE,
    ORCHARD,
    PLAINLY,
    PRESS,
    PROMISED,
    SAYING,
    SHARES_KEPT,
    SHORTENED,
    SILENT,
    STILL,
    TOLD,
    TWENTY,
)
from vineyard_uses import DRY, OTHERWISE, VINES, VineUse, compiled_vines

LIST = {"DraftDuty": "duties", "DraftAmount": "amounts", "DraftStatement": "statements"}


def remarks_on(use: Use) -> tuple[Remark, ...]:
    made = compile_draft(draft_of(use), edition_of_use(use))
    return made.about(LIST[type(use.row).__name__], 1)


@pytest.mark.parametrize("use", CASES, ids=lambda use: f"{use.category}: {use.paragraph}"[:100])
def test_a_true_quote_put_to_false_use_is_never_silent(use: Use) -> None:
    """It is left out or marked; that its words stand there shows nothing."""
    assert use.row.quote in use.paragraph
    assert remarks_on(use)


@pytest.mark.parametrize(
    "use",
    [*FORTY, *HIVES, *ATTACKS, *LAKE, *ORCHARD, *PROMISED, *PRESS, *SAYING, *SHORTENED],
    ids=lambda use: f"{use.category}: {use.paragraph}"[:100],
)
def test_what_was_once_silent_no_longer_is(use: Use) -> None:
    """Ten of the first forty were."""
    assert use.row.quote in use.paragraph
    assert remarks_on(use)


def test_how_many_fresh_false_uses_pass_in_silence_is_what_the_page_says() -> None:
    """None of twenty: not one more without the page saying so."""
    assert all(use.row.quote in use.paragraph for use in TWENTY)
    assert Counter(use.category for use in TWENTY if not remarks_on(use)) == SILENT
    assert (len(FORTY), len(TWENTY), sum(SILENT.values())) == (40, 20, 0)
    assert (len(HIVES), len(PRESS), len(STILL)) == (40, 29, 1)
    assert not any(map(remarks_on, STILL))


@pytest.mark.parametrize("use", VINES, ids=lambda use: " / ".join(use.lines)[:100])
def test_of_forty_about_a_vineyard_one_is_silent(use: VineUse) -> None:
    """Ten were when they were new."""
    assert compiled_vines(use).about(use.list, 1)
    assert (len(VINES), compiled_vines(DRY).about("duties", 1)) == (39, ())


@pytest.mark.parametrize("use", OTHERWISE, ids=lambda use: use.lines[-1])
def test_what_was_done_otherwise_than_owed_never_performs_all_of_it(use: VineUse) -> None:
    """Whoever says it."""
    record = compiled_vines(use).record
    assert record is not None
    assert [event.extent for event in record.events] == [Extent.PARTIAL]


def test_there_are_two_hundred_of_them_of_every_kind() -> None:
    """None is there twice."""
    counts = Counter(use.category for use in CASES)
    assert len({(use.paragraph, repr(use.row)) for use in CASES}) == len(CASES) >= 200
    assert min(counts[kind] for kind in ("polarity", "bearer", "number", "speaker", "orders")) >= 30


@pytest.mark.parametrize("use", [*HONEST, *PLAINLY, *SHARES_KEPT, *TOLD], ids=lambda use: use.paragraph)
def test_of_a_true_quote_put_to_true_use_nothing_is_said(use: Use) -> None:
    """Otherwise a mark on the others would tell nobody anything."""
    assert [each.words for each in remarks_on(use)] == []


WORDS = [
    "the",
    "ferry",
    "gates",
    "shall",
    "stay",
    "open",
    "for",
    "all",
    "boats",
    "of",
    "both",
    "towns",
    "from",
    "dawn",
    "until",
    "dusk",
    "and",
    "no",
    "tolls",
    "are",
    "owed",
]


def _text(chance: random.Random) -> str:
    lines = (" ".join(chance.choices(WORDS, k=chance.randint(8, 20))).capitalize() + "." for _ in range(6))
    return "\n".join(lines) + "\n"


def _false(quote: str, chance: random.Random) -> str:
    """``quote`` with one thing about it changed, as slips and inventions change it."""
    words = quote.split()
    at = chance.randrange(len(words))
    match chance.randrange(7):
        case 0:
            words[at] = words[at][::-1] + "x"
        case 1:
            words.insert(at, "not")
        case 2:
            words[at] = words[at].swapcase()
        case 3:
            words = words[:at] + words[at + 1 :] + ["…"]
        case 4:
            return quote.replace(" ", "  ", 1)
        case 5:
            words[at] += ","
        case _:
            words[at] = f"“{words[at]}”"
    return " ".join(words)


def _false_quotes(count: int, seed: int) -> Iterator[tuple[str, str, int]]:
    chance = random.Random(seed)
    while count:
        text = _text(chance)
        number = chance.randint(1, 6)
        words = text.splitlines()[number - 1].split()
        start = chance.randrange(len(words) - 5)
        quote = " ".join(words[start : start + chance.randint(4, 6)])
        false = _false(quote, chance) if chance.random() < 0.8 else quote
        if false == quote:
            number = chance.choice([0, -1, 7, 99])  # a true quote of a paragraph that is not there
        if number < 1 or number > 6 or false not in text.splitlines()[number - 1]:
            count -= 1
            yield text, false, number


def _check(count: int, seed: int) -> None:
    refused = 0
    for text, quote, number in _false_quotes(count, seed):
        row = DraftDuty(quote=quote, paragraph=number, key="k", action="keep the gates open")
        made = compile_draft(Draft(duties=(row,)), new_edition(text, id="t"))
        assert made.record is None
        assert made.kept == ()
        assert [each.kind for each in made.about("duties", 1)] == [RemarkKind.LEFT_OUT], (text, quote, number)
        refused += 1
    assert refused == count


def test_hundreds_of_false_quotes_are_refused() -> None:
    """Each with a reason, and the nearest place where there is one."""
    _check(400, seed=7)


@pytest.mark.slow
def test_ten_thousand_false_quotes_are_refused() -> None:
    """The same at length."""
    _check(10_000, seed=11)


@pytest.mark.parametrize("use", CASES[::7], ids=lambda use: use.paragraph[:60])
def test_what_is_kept_is_quoted_to_the_letter_and_the_record_is_valid(use: Use) -> None:
    """Every citation of it, whatever the draft says."""
    edition = edition_of_use(use)
    made = compile_draft(draft_of(use), edition)
    assert made.record is not None
    assert made.faults == ()
    for _, citation in made.record.citations():
        assert citation.span is not None
        assert edition.text[citation.span.start : citation.span.end]
    for each in made.kept:
        assert each.quote in each.sentence
        assert each.sentence in edition.text


def test_a_record_never_says_that_anybody_signed_found_admitted_or_rated() -> None:
    """There is no word in a draft by which it could."""
    for use in CASES:
        record = compile_draft(draft_of(use), edition_of_use(use)).record
        assert record is not None
        assert record.assessments == record.linkages == record.monitoring == ()
        assert all(event.finding is None and event.act is None for event in record.events)
        assert all(claim.retracts_id is None for event in record.events for claim in event.claims)


def test_a_draft_without_a_party_gives_no_record_and_says_what_is_left() -> None:
    """A speaker alone makes no agreement."""
    use = HONEST[0]
    people = tuple(evolve(each, part="not_stated") for each in draft_of(use).people)
    assert isinstance(people[0], DraftPerson)
    made = compile_draft(evolve(draft_of(use), people=people), edition_of_use(use))
    assert made.record is None
    assert len(made.kept) == 3


FERRY = """Ruritania and Graustark announced a deal on the ferry on 4 May 2022 in Strelsau.
Ruritania shall repair the ferry landing within 30 days after the conclusion and by 1 June 2022 at 12:30 UTC.
Graustark shall release at least 90 prisoners every 3 months, 8 times, before the entry into force.
Graustark said that Ruritania opened the gates on 6 May 2022, 48 hours before Ruritania closed them.
"""
QUOTES = [
    (" ".join(line.split()[:size]), at) for at, line in enumerate(FERRY.splitlines(), 1) for size in (4, 6, 9, 12)
]
POOL: dict[str, list[object]] = {
    "name": ["Ruritania", "Graustark", "Strelsau"],
    "also_called": [(), ("Graustark",), ("Strelsau", "ferry")],
    "key": ["a", "b", "conclusion", ""],
    "happening": ["h", "a", ""],
    "duty": ["a", "b", ""],
    "due_of": ["conclusion", "entry_into_force", "a", "b", "h", ""],
    "due_count": [0, 30, 48, -30, 90],
    "due_date": ["", "2022-06-01", "2022-05", "2022", "2022-05-04", "0000-00-00"],
    "said_on": ["", "2022-05-06", "2022-05-04", "2022"],
    "date": ["", "2022-05-06", "2022-05-04", "2022-13-01"],
    "due_hour": ["", "12:30", "30:12"],
    "due_zone": ["", "UTC", "+25:00"],
    "due_words": ["", "before the entry into force", " "],
    "condition": ["", "after the conclusion"],
    "every_count": [0, 3, 8],
    "times": [0, 8, -1],
    "at_least": ["", "90", "1e3", "30"],
    "at_most": ["", "90", "8"],
    "measure": ["prisoners", "", "\u200b"],
    "unit": ["", "kg"],
    "action": ["repair the landing", " ", "\u200b"],
    "summary": ["The gates were opened.", "\u200b"],
    "place": ["", "Strelsau"],
    "unsure": ["", "All of it."],
    "continuing": [False, True],
}
NAMES = [(), ("Ruritania",), ("Graustark",), ("Ruritania", "Graustark"), ("Strelsau",)]


def _drawn(row: type[Any], chance: random.Random) -> Any:
    quote, paragraph = chance.choice(QUOTES)
    drawn: dict[str, Any] = {"quote": quote, "paragraph": paragraph}
    for name in attrs.fields_dict(row):
        words = words_of(row, name)
        if words is not None:
            drawn[name] = chance.choice(words)
        elif name in ("who", "owed_to", "done_by", "announced_by"):
            drawn[name] = chance.choice(NAMES)
        elif name in ("said_by", "acts_for"):
            drawn[name] = "".join(chance.choice(NAMES)[:1])
        elif name in POOL:
            drawn[name] = chance.choice(POOL[name])
    return row(**drawn)


@pytest.mark.parametrize(
    "seeds", [(*range(25), 604, 860), pytest.param(range(25, 1000), marks=pytest.mark.slow)], ids=["some", "many"]
)
def test_whatever_a_draft_says_the_record_is_valid_or_none(seeds: Sequence[int]) -> None:
    """And every row is kept or told of."""
    for seed in seeds:
        _compile_any(random.Random(seed))


def _compile_any(chance: random.Random) -> None:
    rows = {name: [_drawn(row, chance) for _ in range(chance.randint(0, 4))] for name, row in LISTS.items()}
    both = ("Ruritania", "Graustark")
    rows["people"] += [DraftPerson(quote=QUOTES[1][0], paragraph=1, name=name, part="party") for name in both]
    made = compile_draft(Draft(**rows), new_edition(FERRY, id="a"))
    assert made.faults == ()
    for name, listed in rows.items():
        for number in range(1, len(listed) + 1):
            is_kept = any((each.list, each.row) == (name, number) for each in made.kept)
            assert is_kept or any(each.kind is RemarkKind.LEFT_OUT for each in made.about(name, number))
    if made.record is not None:
        assert draft_from(made.record, new_edition(FERRY, id="a")).draft.people
