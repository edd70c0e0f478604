"""How long an agreement lasts, in a draft; and amounts that are kept, and do not add up."""

from __future__ import annotations

from typing import Any

import pytest

from accords.codec import to_dict
from accords.codec.notation import write_condition
from accords.model.conditions import OnConclusion, OnDate
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.form import Draft, DraftAmount, DraftBeginning, DraftDuty, DraftPerson, DraftTerm
from accords.texts.drafts.from_record import draft_from
from accords.texts.drafts.people import Cast
from accords.texts.drafts.terms.beginning import beginning_of
from accords.texts.drafts.terms.from_term import anchor_of, counted_in
from accords.texts.drafts.terms.lasting import OURS
from accords.texts.drafts.told import CompiledDraft
from accords.texts.edition import TextEdition, new_edition

INTRODUCTION = "Ruritania and Graustark made this deal."
SIX = {"for_count": 6, "for_unit": "month"}
SIGNED = {**SIX, "for_of": "conclusion"}


def compiled(sentence: str, *terms: DraftTerm, **lists: Any) -> CompiledDraft:
    return compile_draft(_draft(*terms, **lists), edition(sentence))


def edition(sentence: str) -> TextEdition:
    return new_edition(f"{INTRODUCTION}\n{sentence}\n", id="news", source={"title": "News"})


def _draft(*terms: DraftTerm, **lists: Any) -> Draft:
    people = tuple(
        DraftPerson(quote=INTRODUCTION[:-1], paragraph=1, name=name, part="party")
        for name in ("Ruritania", "Graustark")
    )
    return Draft(people=people, term=terms, **lists)


def term(sentence: str, **said: Any) -> DraftTerm:
    return DraftTerm(**{"quote": sentence.removesuffix("."), "paragraph": 2, **said})


def remarks(made: CompiledDraft) -> list[str]:
    return [each.words for each in made.remarks if each.list in ("term", "amounts", "")]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The agreement shall last for six months after its entry into force.", {**SIX, "for_of": "entry_into_force"}),
        ("This deal is valid for six months from the signature.", SIGNED),
        ("This deal remains in force until 31 March 1912.", {"until": "1912-03-31"}),
        (
            "The deal shall run for six months after its conclusion and is then renewed twice for three months.",
            {**SIGNED, "renewed_count": 3, "renewed_unit": "month", "renewed_times": 2},
        ),
    ],
)
def test_a_term_that_its_sentence_says_is_kept_without_a_mark(sentence: str, said: dict[str, Any]) -> None:
    """With its length or last day, its renewal and where it stands; and it comes back as the row that it was."""
    row = term(sentence, **said)
    made = compiled(sentence, row)
    assert remarks(made) == []
    assert made.record is not None
    assert made.record.term is not None
    assert made.record.term.citations[0].locator == "¶2"
    assert draft_from(made.record, edition(sentence)).draft.term == (row,)


def test_a_term_is_an_end_counted_from_a_day_and_its_renewal() -> None:
    """As the format has them."""
    sentence = "This deal is valid for six months from the signature and is extended for six months once."
    made = compiled(sentence, term(sentence, **SIGNED, renewed_count=6, renewed_unit="month", renewed_times=1))
    assert made.record is not None
    plain = to_dict(made.record)["term"]
    assert plain["ends_if_any"] == [{"kind": "offset", "anchor": {"kind": "conclusion"}, "duration": "P6M"}]
    assert plain["renewal"] == {"duration": "P6M", "max_times": 1}


@pytest.mark.wide
@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The deal shall not last for six months.", SIX),
        ("The old agreement was to last for six months.", SIX),
        ("The envoys shall stay in Strelsau for six months.", SIX),
        ("The deal shall last for six months unless a side objects.", SIX),
        ("Graustark wants the deal to last for six months.", SIX),
        ("The deal was signed after six months.", SIX),
        ("The deal may be extended for six months.", SIX),
        ("The deal enters into force on 31 March 1912.", {"until": "1912-03-31"}),
        ("The deal shall last for six months and may be renewed for three months.",
         {**SIX, "renewed_count": 3, "renewed_unit": "month"}),
        ("The deal is valid for six months and is renewed for three months, in 2 copies.",
         {**SIX, "renewed_count": 3, "renewed_unit": "month", "renewed_times": 2}),
        ("The deal is renewed, after three months of talks, for six months.",
         {**SIX, "renewed_count": 3, "renewed_unit": "month"}),
        ("The deal is valid for six months from the arrival of the envoy.", SIGNED),
    ],
)  # fmt: skip
def test_a_term_that_its_sentence_does_not_say_is_marked(sentence: str, said: dict[str, Any]) -> None:
    """Denied, of another agreement, of something else, on a condition, wished for, or a beginning."""
    assert any(each.list == "term" for each in compiled(sentence, term(sentence, **said)).marked)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"for_count": 7, "for_unit": "month"}, "does not have a period of 7 months"),
        ({"until": "1912-04-01"}, "does not state the date 1912-04-01"),
        ({}, "there is no length or last day"),
        ({**SIX, "renewed_count": 6, "renewed_unit": "month"}, "does not speak of renewal"),
        ({"quote": "lasts for six years"}, "does not stand in ¶2"),
    ],
)
def test_what_of_a_term_is_not_there_is_left_out(said: dict[str, Any], words: str) -> None:
    """The length, the day, the renewal, or all of it."""
    made = compiled("The deal lasts for six months.", term("The deal lasts for six months.", **said))
    assert any(words in each.words for each in made.left_out)


def test_there_is_one_term_and_where_there_is_none_the_paragraph_is_named() -> None:
    """Nobody has to wonder what became of a length."""
    sentence = "The deal lasts for six months."
    row = term(sentence, **SIX)
    assert [each.words for each in compiled(sentence, row, row).left_out] == ["there is one term already"]
    assert [each.words for each in compiled(sentence).remarks] == [
        "¶2 says when the agreement begins or ends, which no row says: “lasts for six months”"
    ]


KEEP = "Graustark shall keep its boats at least five miles from the shore."
BUY = "Graustark shall buy at least 40 per cent of the grain."
FREE = "Graustark shall release at least 90 prisoners."


def amount(sentence: str, measure: str, unit: str, least: str, counted: str) -> CompiledDraft:
    quote = sentence.removesuffix(".")
    duty = DraftDuty(quote=quote, paragraph=2, key="k", who=("Graustark",), action=quote.partition("shall ")[2])
    row = DraftAmount(quote=quote, paragraph=2, duty="k", measure=measure, unit=unit, at_least=least, counted=counted)
    return compiled(sentence, duties=(duty,), amounts=(row,))


@pytest.mark.parametrize(
    ("sentence", "measure", "unit", "least", "counted", "is_marked"),
    [
        (KEEP, "boats", "miles", "5", "level", False),
        (KEEP, "boats", "miles", "5", "sum", True),
        (KEEP, "shore", "miles", "5", "level", True),
        (BUY, "grain", "per cent", "40", "level", False),
        (BUY.replace(" per cent", "%"), "grain", "%", "40", "level", False),
        (BUY, "grain", "per cent", "40", "sum", True),
        (FREE, "prisoners", "", "90", "sum", False),
        (FREE, "prisoners", "", "90", "level", True),
    ],
)
def test_a_level_is_told_from_a_sum(
    sentence: str, measure: str, unit: str, least: str, counted: str, *, is_marked: bool
) -> None:
    """A distance or a share is kept, what is released adds up; the record has what the draft says, marked or not."""
    made = amount(sentence, measure, unit, least, counted)
    assert bool(remarks(made)) is is_marked
    assert made.record is not None
    assert made.record.obligations[0].quantities[0].counted == counted
    assert draft_from(made.record, edition(sentence)).draft.amounts[0].counted == counted


def begun(sentence: str, **said: Any) -> CompiledDraft:
    row = DraftBeginning(**{"quote": sentence.removesuffix("."), "paragraph": 2, **said})
    return compiled(sentence, beginning=(row,))


ALL = "The agreement shall enter into force thirty days after both parties have ratified it."
NOBODY = Cast(actors=(), parties=(), third_parties=())
BEGUN: list[tuple[str, dict[str, Any], str]] = [
    ("This deal enters into force upon signature.", {"begins": "conclusion"}, "the conclusion"),
    ("The agreement enters into force on 31 March 1912.", {"begins": "date", "date": "1912-03-31"}, "1912-03-31"),
    (
        ALL,
        {"begins": "ratified", "after_count": 30, "after_unit": "day"},
        "30 days after (event:ratification-ruritania and event:ratification-graustark)",
    ),
    (
        "This treaty shall enter into force after ratification by 1 of the parties.",
        {"begins": "ratified", "count": 1},
        "at least 1 of (event:ratification-ruritania; event:ratification-graustark)",
    ),
    (
        "The agreement enters into force once both parties have notified each other.",
        {"begins": "notified"},
        "event:notice-ruritania and event:notice-graustark",
    ),
]


@pytest.mark.parametrize(("sentence", "said", "line"), BEGUN, ids=[each[1]["begins"] for each in BEGUN])
def test_how_it_enters_into_force_is_kept_without_a_mark(sentence: str, said: dict[str, Any], line: str) -> None:
    """With an act of each party, of which nothing is said yet; and it comes back as the row that it was."""
    made = begun(sentence, **said)
    assert [each.words for each in made.remarks if each.list in ("beginning", "")] == []
    assert made.record is not None
    assert made.record.term is not None
    assert made.record.term.entry_into_force is not None
    assert write_condition(made.record.term.entry_into_force) == line
    assert all(not event.claims and event.citations for event in made.record.events)
    again = draft_from(made.record, edition(sentence))
    assert [(each.begins, each.count, each.after_count) for each in again.draft.beginning] == [
        (said["begins"], said.get("count", 0), said.get("after_count", 0))
    ]
    assert [loss for loss in again.losses if loss.of in ("term", "events")] == []


@pytest.mark.parametrize(
    ("sentence", "said", "words"),
    [
        ("The deal enters into force upon signature.", {"begins": "ratified"}, "does not speak of it"),
        ("The deal enters into force on 31 March.", {"begins": "date"}, "no day is given"),
        ("The deal enters into force on 31 March 1912.", {"begins": "date", "date": "1912-03-01"}, "does not state"),
        (ALL, {"begins": "ratified", "count": 1}, "does not have the number 1"),
        (ALL, {"begins": "ratified", "after_count": 31, "after_unit": "day"}, "does not have a period of 31 days"),
    ],
)
def test_a_beginning_that_its_sentence_does_not_state_is_left_out(
    sentence: str, said: dict[str, Any], words: str
) -> None:
    """The whole row, for a part of it would say another beginning."""
    made = begun(sentence, **said)
    assert any(words in each.words for each in made.left_out)
    assert made.record is not None
    assert (made.record.term, made.record.events) == (None, ())


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The old deal entered into force upon signature.", {"begins": "conclusion"}),
        ("The deal enters into force when Ruritania has ratified it.", {"begins": "ratified"}),
        ("The deal shall not enter into force upon signature.", {"begins": "conclusion"}),
        ("The deal shall be signed in Strelsau.", {"begins": "conclusion"}),
    ],
)
def test_a_beginning_that_its_sentence_may_not_mean_is_marked(sentence: str, said: dict[str, Any]) -> None:
    """Of another agreement, by one of them, denied, or none."""
    assert any(each.list == "beginning" for each in begun(sentence, **said).marked)


CONSENT = "This deal is valid for six months from the signature and is renewed for six months if both parties agree."
UNLESS = (
    "This deal is valid for six months from the signature and is then renewed for six months unless either party gives "
    "notice 30 days before."
)
AGAIN = {**SIGNED, "renewed_count": 6, "renewed_unit": "month"}


@pytest.mark.parametrize(
    ("sentence", "said", "renewal"),
    [
        (CONSENT, {"renewed_by": "consent"}, {"duration": "P6M", "if_event_id": "renewal-consent"}),
        (
            UNLESS,
            {"renewed_by": "unless_notice", "notice_count": 30, "notice_unit": "day"},
            {"duration": "P6M", "unless_event_id": "renewal-notice", "notice": "P30D"},
        ),
    ],
)
def test_a_renewal_by_consent_or_unless_notice_is_kept_and_comes_back(
    sentence: str, said: dict[str, Any], renewal: dict[str, Any]
) -> None:
    """It hangs on an event of which nothing is said yet."""
    row = term(sentence, **AGAIN, **said)
    made = compiled(sentence, row)
    assert remarks(made) == []
    assert made.record is not None
    assert to_dict(made.record)["term"]["renewal"] == renewal
    again = draft_from(made.record, edition(sentence))
    assert again.draft.term == (row,)
    assert [loss for loss in again.losses if loss.of in ("term", "events")] == []


def test_a_renewal_of_which_the_sentence_says_otherwise_is_left_out_or_marked() -> None:
    """Consent or notice that is not there, and one that is there and unsaid."""
    plain = "This deal is valid for six months from the signature and is renewed for six months."
    for by in ("consent", "unless_notice"):
        made = compiled(plain, term(plain, **AGAIN, renewed_by=by))
        assert [each.part for each in made.left_out] == ["renewed_by"]
        assert made.record is not None
        assert made.record.term is not None
        assert made.record.term.renewal is None
    for sentence in (CONSENT, UNLESS):
        assert any(each.list == "term" for each in compiled(sentence, term(sentence, **AGAIN)).marked)


def test_pieces_of_a_term_do_what_they_say() -> None:
    """A period in one unit, what a day is counted from, and no beginning of no rows."""
    assert [counted_in(each) for each in ("P30D", "PT8H", "P1Y6M")] == [(30, "day"), (8, "hour"), None]
    assert anchor_of(OnConclusion()) == "conclusion"
    assert anchor_of(OnDate(value="1912")) is None
    assert beginning_of(Bench(edition("Nothing.")), (), NOBODY, None) is None
    row = DraftBeginning(quote="deal enters into force once both have ratified it", paragraph=2, begins="ratified")
    bench = Bench(edition("The deal enters into force once both have ratified it."))
    assert beginning_of(bench, (row,), NOBODY, None) is None
    assert [each.words for each in bench.remarks] == ["no parties are listed whose acts these would be"]
    row = DraftBeginning(quote="The deal enters into force upon signature", paragraph=2)
    bench = Bench(edition("The deal enters into force upon signature."))
    assert beginning_of(bench, (row, row), NOBODY, None) is not None
    assert [each.words for each in bench.remarks] == ["there is one beginning already"]


def test_only_what_is_said_of_this_agreement_is_about_it() -> None:
    """Of another, or of something else, it is none."""
    assert OURS.search("The deal shall last for a year")
    assert not OURS.search("The truce shall last for a year")
    assert not OURS.search("The other deal shall last for a year")


@pytest.mark.parametrize("often", ["once", "twice"])
def test_how_often_it_is_renewed_is_told_where_the_row_does_not_say_so(often: str) -> None:
    """Otherwise it would be renewed without end."""
    sentence = f"This deal is valid for six months from the signature and shall be renewed {often} for six months."
    made = compiled(sentence, term(sentence, **SIGNED, renewed_count=6, renewed_unit="month"))
    assert [each.part for each in made.marked] == ["renewed_times"]
