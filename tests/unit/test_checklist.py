"""The checklist: every duty is listed, under whoever owes it, and nothing is said that the record does not say."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from accords.checklist import Checklist, Choice, SectionKind, TimingKind, checklist
from accords.codec import content_hash
from accords.model.actors import Actor, ActorName, ActsFor, DesignationNote, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion, ProvisionalApplication, Term
from accords.model.conditions import (
    AllOf,
    Condition,
    Never,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    Prose,
    Vague,
)
from accords.model.obligations import (
    Carveout,
    Continuing,
    EachTime,
    Linkage,
    Obligation,
    Once,
    Performance,
    Reading,
    ReadingTerms,
    Recurring,
)
from accords.model.sources import Citation, LocalText, Source
from accords.vocabulary import (
    Basis,
    BindsFrom,
    Borne,
    ConclusionForm,
    LinkageMode,
    Modality,
    ObligorBasis,
    Role,
    SourceKind,
)
from outputs import outputs

ACTORS = (
    Actor(id="envoy", name="Envoy", acts_for=(ActsFor(actor_id="eu"),), position="special envoy"),
    Actor(id="office", name="Office for Kosovo", acts_for=(ActsFor(actor_id="serbia"),)),
    Actor(id="clerk", name="Clerk", acts_for=(ActsFor(actor_id="office"),)),
    Actor(id="kfor", name="KFOR"),
    Actor(id="serbia", name="Serbia"),
    Actor(id="eu", name="European Union"),
    Actor(id="kosovo", name="Kosovo"),
    Actor(id="host", name="Host"),
    Actor(id="loop", name="Loop", acts_for=(ActsFor(actor_id="pool"),)),
    Actor(id="pool", name="Pool", acts_for=(ActsFor(actor_id="loop"),)),
)
DEAL = Agreement(
    id="deal",
    title="A deal",
    actors=ACTORS,
    parties=(Party(actor_id="kosovo"), Party(actor_id="serbia")),
    third_parties=(
        ThirdParty(actor_id="eu", role=Role.MEDIATOR),
        ThirdParty(actor_id="host", role=Role.HOST),
        ThirdParty(actor_id="eu", role=Role.FACILITATOR),
    ),
)


def duty(obligation_id: str = "act", *obligors: str, **fields: Any) -> Obligation:
    """An obligation with only what a test is about."""
    return Obligation(
        **{"id": obligation_id, "obligor_ids": obligors, "modality": Modality.MUST, "action": "act"} | fields
    )


def listed(*obligations: Obligation, **fields: Any) -> Checklist:
    """The checklist of the deal with these obligations."""
    return checklist(evolve(DEAL, obligations=obligations, **fields), library_version="1")


def only(obligation: Obligation, **fields: Any) -> Any:
    """The one item of a deal with one obligation."""
    (item,) = listed(obligation, **fields).items
    return item


# ---- who


def test_parties_come_first_then_third_parties_then_others_then_nobody() -> None:
    """In the order of the record within each, whoever acts for somebody right after them."""
    bearers = ["", "kfor", "envoy", "host", "eu", "clerk", "office", "serbia", "kosovo", "loop", "nobody"]
    rows = listed(*(duty(f"d{at}", *bearer.split()) for at, bearer in enumerate(bearers)))
    assert [(section.key, section.kind.value, section.acts_for) for section in rows.sections] == [
        ("kosovo", "party", None),
        ("serbia", "party", None),
        ("office", "party", "Serbia"),
        ("clerk", "party", "Serbia"),
        ("eu", "third_party", None),
        ("envoy", "third_party", "European Union"),
        ("host", "third_party", None),
        ("kfor", "other", None),
        ("loop", "other", None),
        ("nobody", "other", None),
        ("not_stated", "not_stated", None),
    ]
    assert rows.sections[-2].heading == "nobody"
    assert rows.sections[-1].heading == "Obligor not stated"
    assert [item.number for item in rows.items] == list(range(1, 12))


def test_an_actor_with_several_roles_has_one_heading_with_all_of_them() -> None:
    """Mediation and facilitation are two roles; the post of a person stands with them."""
    rows = listed(duty("a", "eu"), duty("b", "envoy"))
    assert [section.roles for section in rows.sections] == [("mediator", "facilitator"), ("special envoy",)]


def test_a_duty_of_each_is_listed_under_each() -> None:
    """Two obligors who owe it separately have an instance each, which names the other."""
    rows = listed(duty("act", "serbia", "kosovo", "serbia"))
    assert [(item.instance, item.obligors, item.also_owed_by) for item in rows.items] == [
        ("act/kosovo", ("Kosovo",), ("Serbia",)),
        ("act/serbia", ("Serbia",), ("Kosovo",)),
    ]


def test_what_is_owed_together_is_listed_once_under_a_heading_of_its_own() -> None:
    """The order in which the obligors are listed makes no other heading; jointly and any are two."""
    rows = listed(
        duty("a", "serbia", "kosovo", borne=Borne.JOINTLY),
        duty("b", "kosovo", "serbia", borne=Borne.JOINTLY),
        duty("c", "serbia", "kosovo", borne=Borne.ANY),
        duty("d", "serbia", "eu", borne=Borne.JOINTLY),
        duty("e", "eu"),
        duty("f", "serbia", borne=Borne.JOINTLY),
    )
    assert [(section.heading, [item.instance for item in section.items]) for section in rows.sections] == [
        ("Serbia", ["f"]),
        ("Kosovo and Serbia, jointly", ["a", "b"]),
        ("Kosovo or Serbia, any of them", ["c"]),
        ("European Union", ["e"]),
        ("Serbia and European Union, jointly", ["d"]),
    ]
    assert rows.sections[1].kind is SectionKind.JOINT
    assert rows.items[1].obligors == ("Kosovo", "Serbia")


def test_an_obligor_that_the_coder_read_in_is_marked() -> None:
    """What a coder adds never looks like what the source says."""
    assert only(duty("act", "serbia", obligor_basis=ObligorBasis.INFERRED)).obligor_note is not None
    assert only(duty("act", "serbia")).obligor_note is None


# ---- what kind


@pytest.mark.parametrize(
    ("modality", "performance", "tickable"),
    [
        (Modality.MUST, None, True),
        (Modality.ENDEAVOUR, None, True),
        (Modality.MUST, Continuing(), False),
        (Modality.MUST_NOT, None, False),
        (Modality.MAY, Once(), False),
        (Modality.DECLARES, Once(), False),
        (Modality.MUST, Recurring(every="P1M"), False),
        (Modality.MUST, EachTime(event_id="x"), False),
    ],
)
def test_only_what_one_act_settles_can_be_ticked(
    modality: Modality, performance: Performance | None, tickable: bool
) -> None:
    """A continuing duty is never done, a power never owed, a returning duty never over with one tick."""
    assert only(duty("act", "serbia", modality=modality, performance=performance)).tickable is tickable


# ---- when

DAY = OnDate(value="2023-01-31")


@pytest.mark.parametrize(
    ("due", "kind", "words", "date"),
    [
        (None, TimingKind.NO_DATE, "no date stated", None),
        (DAY, TimingKind.DATED, "by 31 January 2023", "2023-01-31"),
        (Vague(text="in the coming days"), TimingKind.VAGUE, "vague: “in the coming days”", None),
        (Prose(text="in good time"), TimingKind.WORDED, "as worded: “in good time”", None),
        (Never(), TimingKind.NEVER, "no deadline: the text says so", None),
        (
            Offset(anchor=OnEntryIntoForce(), duration="P3D"),
            TimingKind.DEPENDENT,
            "within 3 days after entry into force",
            None,
        ),
        (
            AllOf(conditions=(DAY, OnConclusion())),
            TimingKind.DEPENDENT,
            "by the last of: (a) 31 January 2023; (b) the conclusion of the agreement",
            None,
        ),
    ],
)
def test_an_act_has_a_time_in_words_and_of_a_kind(
    due: Condition | None, kind: TimingKind, words: str, date: str | None
) -> None:
    """Having no date is a kind of its own."""
    timing = only(duty("act", "serbia", due=due)).timing
    assert (timing.kind, timing.words, timing.date) == (kind, words, date)


@pytest.mark.parametrize(
    ("fields", "in_force", "words"),
    [
        ({}, False, "continuing, from the conclusion; no end stated"),
        ({}, True, "continuing, from entry into force; no end stated"),
        ({"binds_from": BindsFrom.CONCLUSION}, True, "continuing, from the conclusion; no end stated"),
        ({"not_before": DAY}, True, "continuing, from 31 January 2023; no end stated"),
        (
            {"trigger": DAY, "ends": Never()},
            True,
            "continuing, from when its condition is met; without end: the text says so",
        ),
        ({"ends": OnDate(value="2023")}, False, "continuing, from the conclusion; until the end of 2023"),
    ],
)
def test_a_continuing_duty_runs_from_somewhere_to_somewhere(fields: dict[str, Any], in_force: bool, words: str) -> None:
    """Its beginning and its end are said, stated or not."""
    term = Term(entry_into_force=DAY) if in_force else None
    timing = only(duty("keep", "serbia", modality=Modality.MUST_NOT, **fields), term=term).timing
    assert (timing.kind, timing.words) == (TimingKind.CONTINUING, words)


def test_what_is_applied_provisionally_runs_from_then_on() -> None:
    """It binds before the agreement is in force; what binds from the conclusion does so whatever is applied."""
    term = Term(entry_into_force=DAY, provisional_application=ProvisionalApplication(starts=DAY))
    keep = duty("keep", "serbia", modality=Modality.MUST_NOT)
    words = only(keep, term=term).timing.words
    assert words == "continuing, from provisional application or entry into force, whichever comes first; no end stated"
    at_once = evolve(keep, binds_from=BindsFrom.CONCLUSION)
    assert only(at_once, term=term).timing.words == "continuing, from the conclusion; no end stated"


def test_those_who_take_turns_are_named_in_the_order_of_their_turns() -> None:
    """Whatever order the record has for actors; the other order is another heading."""
    each_year = Recurring(every="P1Y")
    one = duty("one", "serbia", "kosovo", borne=Borne.IN_TURN, performance=each_year)
    other = duty("other", "kosovo", "serbia", borne=Borne.IN_TURN, performance=each_year)
    headings = {section.heading for section in listed(one, other).sections}
    assert headings == {"Serbia and Kosovo, in turn", "Kosovo and Serbia, in turn"}


def test_who_represents_a_party_is_listed_with_it() -> None:
    """A prime minister who concluded the deal owes for her country, in every grouping and for every filter."""
    parties = (Party(actor_id="kosovo"), Party(actor_id="serbia", represented_by_ids=("host",)))
    deal = evolve(DEAL, parties=parties, third_parties=(), obligations=(duty("act", "host"), duty("other", "kosovo")))
    by_party = checklist(deal, group_by="party").sections
    assert [(one.key, [item.obligation_id for item in one.items]) for one in by_party] == [
        ("party:kosovo", ["other"]),
        ("party:serbia", ["act"]),
    ]
    assert [(one.key, one.acts_for) for one in checklist(deal).sections] == [("kosovo", None), ("host", "Serbia")]
    chosen = checklist(deal, choice=Choice(party_ids=("serbia",))).items
    assert [item.obligation_id for item in chosen] == ["act"]


def test_an_act_due_on_the_very_day_says_on() -> None:
    """When nothing may happen before the deadline itself, the day is the day."""
    timing = only(duty("act", "serbia", not_before=DAY, due=DAY)).timing
    assert (timing.words, timing.earliest, timing.covers) == ("on 31 January 2023", "2023-01-31", ("not_before",))


def test_powers_declarations_and_returning_duties_have_their_own_times() -> None:
    """A power runs like a continuing duty, a declaration has no time, a returning duty tells its turns."""
    rows = listed(
        duty("a", "serbia", modality=Modality.MAY),
        duty("b", "serbia", modality=Modality.DECLARES),
        duty("c", "serbia", performance=Recurring(every="P1M"), due=DAY),
        duty("d", "serbia", due=Vague(text="soon", review_after="2023-02-01")),
    )
    assert [(item.timing.kind, item.timing.words) for item in rows.items] == [
        (TimingKind.NO_DATE, "from the conclusion; no end stated"),
        (TimingKind.NONE, ""),
        (TimingKind.REPEATED, "recurring: every month; the first turn: by 31 January 2023"),
        (TimingKind.VAGUE, "vague: “soon”"),
    ]
    assert rows.items[3].timing.review_after == "2023-02-01"
    assert rows.items[3].reminder == "to be looked at again from 1 February 2023 (set by the coder)"


# ---- everything else that a duty says


def test_nothing_that_a_duty_says_is_lost() -> None:
    """Conditions, exceptions, consent, readings, ties, remarks and citations, each once and in words."""
    cites = (Citation(source_id="text", locator="¶8"), Citation(source_id="nowhere"))
    obligation = duty(
        "act",
        "serbia",
        trigger=Prose(text="asked", citations=(Citation(source_id="text", locator="¶9"), cites[0])),
        not_before=DAY,
        ends=OnDate(value="2024"),
        excused_if=Prose(text="flooded"),
        exceptions=(Carveout(text="stickers"),),
        with_consent_of_ids=("kfor",),
        verified_by_ids=("eu",),
        determined_by_ids=("host", "nobody"),
        readings=(Reading(id="r", held_by_ids=("kosovo",), text="Now", replaces=ReadingTerms(due=DAY, trigger=DAY)),),
        owed_after_breach=False,
        survives_termination=True,
        owed_to_ids=("kosovo",),
        place="Jarinje",
        related_ids=("other",),
        citations=cites,
    )
    rows = listed(
        obligation,
        duty("other", "kosovo", action="wait"),
        sources=(Source(id="text", kind=SourceKind.AGREEMENT_TEXT, title="The text"),),
        linkages=(
            Linkage(obligation_ids=("act", "other"), mode=LinkageMode.SIMULTANEOUS, tolerance="PT8H"),
            Linkage(obligation_ids=("act",), mode=LinkageMode.RECIPROCAL),
        ),
    )
    item = next(item for item in rows.items if item.obligation_id == "act")
    assert item.trigger == "as worded: “asked”"
    assert (item.not_before, item.ends) == ("not before 31 January 2023", "until the end of 2024")
    assert (item.excused, item.exceptions, item.consent_of) == ("as worded: “flooded”", ("stickers",), ("KFOR",))
    assert (item.verified_by, item.determined_by) == (("European Union",), ("Host", "nobody"))
    assert item.readings[0].held_by == ("Kosovo",)
    assert item.readings[0].replaced == ("condition: on 31 January 2023", "by 31 January 2023")
    assert item.linkages == ("within 8 hours of the duty of Kosovo to ‘wait’ (other)",)
    assert item.remarks == ("no longer owed once its deadline has passed", "outlives the agreement")
    assert [(each.number, each.source_id, each.locator) for each in item.citations] == [
        (1, "text", "¶8"),
        (None, "nowhere", None),
        (1, "text", "¶9"),
    ]
    assert (item.owed_to, item.place, item.related_ids) == (("Kosovo",), "Jarinje", ("other",))


# ---- the agreement


def test_the_head_says_who_takes_part_and_since_when() -> None:
    """Roles stand with the words used for them and with who uses them."""
    rows = listed(
        parties=(
            Party(actor_id="kosovo", represented_by_ids=("kfor",), bound_until=OnDate(value="2024")),
            Party(actor_id="serbia"),
        ),
        third_parties=(
            ThirdParty(actor_id="eu", role=Role.MEDIATOR, role_as_written="under EU mediation"),
            ThirdParty(actor_id="eu", role=Role.FACILITATOR, according_to_ids=("envoy",)),
        ),
        conclusion=Conclusion(
            form=ConclusionForm.SIGNED,
            date="2022-11-23",
            date_basis=Basis.INFERRED,
            place="Brussels",
            announced_by_ids=("envoy",),
        ),
    )
    assert {fact.key: fact.words for fact in rows.records[0].facts} == {
        "parties": "Kosovo (represented by KFOR; bound until the end of 2024); Serbia",
        "third_parties": "European Union (mediator, “under EU mediation”; facilitator, according to Envoy)",
        "conclusion": "signed (announced by Envoy) on 23 November 2022 in Brussels",
    }
    assert len(rows.assumptions) == 2


@pytest.mark.parametrize("form", list(ConclusionForm))
def test_reading_entry_into_force_as_the_conclusion_is_said_to_be_an_assumption(form: ConclusionForm) -> None:
    """Except where an agreement of that form has no entry into force beside its conclusion."""
    silent = form in (ConclusionForm.ANNOUNCED, ConclusionForm.AGREED_UNSIGNED)
    assert bool(listed(conclusion=Conclusion(form=form)).assumptions) is not silent
    assert not listed(conclusion=Conclusion(form=form), term=Term(entry_into_force=DAY)).assumptions


EU_NOTE = DesignationNote(text="EU note", used_by="EU institutions")
UN_NOTE = DesignationNote(text="UN note", used_by="UN")
COE_NOTE = DesignationNote(text="CoE note", used_by="Council of Europe")
NOTED = tuple(
    evolve(actor, designation_notes=(EU_NOTE, UN_NOTE, COE_NOTE)) if actor.id in ("kosovo", "office") else actor
    for actor in ACTORS
)


@pytest.mark.parametrize(
    ("style", "text", "found"),
    [
        (None, "EU note", True),
        ("EU", "EU note", True),
        ("un", "UN note", True),
        ("UN institutions", "EU note", False),
        ("E", "EU note", False),
        ("CoE", "CoE note", True),
        ("council of europe", "CoE note", True),
        ("Council", "CoE note", True),
        ("African Union", "EU note", False),
    ],
)
def test_one_note_of_each_name_is_printed_once(style: str | None, text: str, found: bool) -> None:
    """In the house style asked for, else the first; never none, and never twice."""
    rows = checklist(evolve(DEAL, actors=NOTED, obligations=(duty("act", "kosovo"),)), house_style=style)
    assert [(note.mark, note.actor_ids, note.text) for note in rows.notes] == [("*", ("office", "kosovo"), text)]
    assert rows.house_style_found is found
    assert rows.sections[0].heading == "Kosovo*"


def test_the_style_none_prints_no_note_and_no_mark() -> None:
    """For those whose house style has none."""
    rows = checklist(evolve(DEAL, actors=NOTED, obligations=(duty("act", "kosovo"),)), house_style="none")
    assert rows.notes == ()
    assert rows.sections[0].heading == "Kosovo"
    assert rows.house_style_found


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Kosovo–Serbia deal of Kosovo", "Kosovo*–Serbia deal of Kosovo"),
        ("Deal on KOSOVO's plates", "Deal on KOSOVO*'s plates"),
        ("Kosovo* and Serbia", "Kosovo* and Serbia"),
        ("Kosovar plates", "Kosovar plates"),
        ("Deal on plates", "Deal on plates"),
    ],
)
def test_a_name_with_a_note_has_its_mark_at_its_first_mention_in_the_title(title: str, marked: str) -> None:
    """The title itself stays as it is."""
    rows = checklist(evolve(DEAL, title=title, actors=NOTED))
    assert (rows.title, rows.marked_title) == (title, marked)


def test_different_notes_have_different_marks() -> None:
    """However many there are."""
    actors = tuple(evolve(actor, designation_notes=(DesignationNote(text=actor.id),)) for actor in ACTORS)
    marks = [note.mark for note in listed(actors=actors).notes]
    assert len(set(marks)) == len(ACTORS)
    assert marks[:5] == ["*", "†", "‡", "§", "**"]


# ---- laws

IDS = [actor.id for actor in ACTORS] + ["nobody"]
CONDITIONS = st.sampled_from([None, DAY, Vague(text="soon"), Never(), Prose(text="if so")])
OBLIGATIONS = st.builds(
    Obligation,
    id=st.uuids().map(str),
    obligor_ids=st.lists(st.sampled_from(IDS), max_size=4).map(tuple),
    borne=st.sampled_from(Borne),
    modality=st.sampled_from(Modality),
    performance=st.sampled_from([None, Once(), Continuing(), Recurring(), EachTime(event_id="x")]),
    action=st.just("act"),
    trigger=CONDITIONS,
    not_before=CONDITIONS,
    due=CONDITIONS,
    ends=CONDITIONS,
)
LISTS = st.lists(OBLIGATIONS, max_size=6, unique_by=lambda obligation: obligation.id)


def instances(obligation: Obligation) -> list[str]:
    """The instances of an obligation, worked out without the checklist."""
    obligors = sorted(set(obligation.obligor_ids))
    if obligation.borne is Borne.EACH and len(obligors) > 1:
        return [f"{obligation.id}/{obligor}" for obligor in obligors]
    return [obligation.id]


@pytest.mark.thorough
@given(LISTS)
def test_every_instance_is_listed_exactly_once(obligations: list[Obligation]) -> None:
    """Dated or not, whoever owes it, of whatever kind: nothing is dropped and nothing is doubled."""
    rows = listed(*obligations)
    assert Counter(item.instance for item in rows.items) == Counter(
        instance for obligation in obligations for instance in instances(obligation)
    )
    assert [item.number for item in rows.items] == list(range(1, len(rows.items) + 1))
    for section in rows.sections:
        assert section.items
        assert all(item.obligor_ids == section.obligor_ids for item in section.items)


@pytest.mark.thorough
@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_of_obligations_decides_nothing_but_order(obligations: list[Obligation], random: Any) -> None:
    """Shuffled, the same rows stand under the same headings in the same order of headings."""
    shuffled = obligations.copy()
    random.shuffle(shuffled)

    def shape(rows: Checklist) -> list[tuple[str, str, frozenset[Any]]]:
        return [
            (section.key, section.heading, frozenset(evolve(item, number=0) for item in section.items))
            for section in rows.sections
        ]

    assert shape(listed(*shuffled)) == shape(listed(*obligations))


@pytest.mark.thorough
@given(LISTS)
def test_the_same_agreement_gives_the_same_rows(obligations: list[Obligation]) -> None:
    """No clock, no hash order, no memory of other calls; and the hash is that of the content."""
    assert listed(*obligations) == listed(*obligations)


@pytest.mark.thorough
@given(OBLIGATIONS)
def test_only_declarations_have_no_words_for_their_time(obligation: Obligation) -> None:
    """An undated duty says that it has no date."""
    for item in listed(obligation).items:
        assert bool(item.timing.words) is (obligation.modality is not Modality.DECLARES)
        assert not (item.tickable and item.timing.kind in (TimingKind.CONTINUING, TimingKind.REPEATED, TimingKind.NONE))


NAMED = tuple(
    evolve(
        actor,
        names=(
            ActorName(text="Kosovo and Metohija", used_by="authorities in Belgrade"),
            ActorName(text="Kosovo*", used_by="EU institutions"),
        ),
        designation_notes=(EU_NOTE,),
    )
    if actor.id == "kosovo"
    else actor
    for actor in ACTORS
)


@pytest.mark.parametrize(
    ("names_by", "heading"),
    [("authorities in Belgrade", "Kosovo and Metohija"), ("EU", "Kosovo*"), ("nobody", "Kosovo*"), (None, "Kosovo*")],
)
def test_the_names_that_somebody_uses_can_be_shown(names_by: str | None, heading: str) -> None:
    """Where the record has them; the hash stays that of the record."""
    record = evolve(DEAL, actors=NAMED, obligations=(duty("act", "kosovo"),))
    rows = checklist(record, names_by=names_by)
    assert rows.sections[0].heading == heading
    assert rows.records[0].content_hash == content_hash(record)


@pytest.mark.parametrize(
    ("notes", "texts"),
    [
        ((EU_NOTE,), []),
        ((EU_NOTE, DesignationNote(text="Belgrade's", used_by="authorities in Belgrade")), ["Belgrade's"]),
    ],
)
@pytest.mark.parametrize("style", [None, "EU"])
def test_beside_a_name_that_somebody_uses_stands_only_a_note_of_theirs(
    notes: tuple[DesignationNote, ...], texts: list[str], style: str | None
) -> None:
    """Whatever the house style: a note is about the name of whoever uses it."""
    actors = tuple(evolve(actor, designation_notes=notes) if actor.id == "kosovo" else actor for actor in NAMED)
    record = evolve(DEAL, actors=actors, obligations=(duty("act", "kosovo"),))
    rows = checklist(record, names_by="authorities in Belgrade", house_style=style)
    assert [note.text for note in rows.notes] == texts
    assert rows.sections[0].heading == "Kosovo and Metohija" + "*" * len(texts)
    assert rows.house_style_found


def test_every_output_has_the_mark_where_a_name_comes_first_and_its_note() -> None:
    """In titles and names, calendars, differences and graphs included."""
    record = evolve(DEAL, title="Kosovo–Serbia deal", actors=NOTED, obligations=(duty("act", "kosovo"),))
    seen = {name: text for name, text in outputs(record, "2023-01-20").items() if "json" not in name}
    naming = {name: text for name, text in seen.items() if "Kosovo" in text}
    silent = {"changes terminal", "changes markdown", "due ics"}  # nothing changed, and nothing is due
    assert set(seen) - set(naming) <= silent
    for name, text in naming.items():
        assert text.index("Kosovo*") == text.index("Kosovo"), name
        assert "EU note" in text, name


@pytest.mark.parametrize(("language", "title"), [("sr", "Споразум"), ("SR-Cyrl", "Споразум"), ("de", "Deal")])
def test_a_title_in_another_language_can_be_shown(language: str, title: str) -> None:
    """A tag finds the tags that begin with it."""
    record = evolve(DEAL, title="Deal", other_titles=(LocalText(text="Споразум", language="sr-Cyrl"),))
    assert checklist(record, title_language=language).title == title
