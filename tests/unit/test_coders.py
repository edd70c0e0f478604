"""Two codings of one text: what is paired, how far they agree, and the figures of somebody else for the same."""

from __future__ import annotations

import random
from itertools import permutations
from typing import Any

import attrs
import krippendorff
import numpy
import pytest
from attrs import evolve

from accords.codec import structure, to_dict
from accords.compare.coders.assigning import MOST, assigned
from accords.compare.coders.comparing import compare_coders
from accords.compare.coders.fields import FIELDS
from accords.compare.coders.pairing import CodingSide, HowPaired, PairedThing, SplitDuty
from accords.compare.coders.places import merged, paragraphs_of, place_of, shared
from accords.compare.coders.reliability import agreed, alpha, masi
from accords.compare.renaming import with_ids
from accords.model.actors import Actor
from accords.model.coding import Coding
from accords.model.conditions import OnDate, OnObligation, Prose
from accords.model.obligations import Obligation
from accords.render.coders import render_coders
from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.form import Draft, DraftDuty, DraftPerson
from accords.texts.edition import new_edition
from accords.validate import load
from accords.vocabulary import CodingStatus
from codings import TEXT, coding, duty
from records import ROOT

# ---- the figures, beside those of another library

SETS = [frozenset(each) for each in ("", "a", "b", "ab", "abc", "c", "cd", "abcd")]


def _masi(v1: Any, v2: Any, i1: Any, i2: Any, n_v: Any, dtype: Any = None) -> Any:
    return numpy.vectorize(lambda one, other: masi(SETS[int(one)], SETS[int(other)]))(v1, v2)


@pytest.mark.parametrize("seed", range(60))
def test_alpha_is_what_another_library_says(seed: int) -> None:
    """Of single values and of sets, for few and many units, alike and unlike."""
    rng = random.Random(seed)
    n, kinds, noise = rng.choice((2, 5, 40, 200)), rng.randint(2, len(SETS)), rng.random()
    first = [rng.randrange(kinds) for _ in range(n)]
    second = [rng.randrange(kinds) if rng.random() < noise else each for each in first]
    if len({*first, *second}) < 2:
        first[0], second[0] = 0, 1
    data = [[float(each) for each in row] for row in (first, second)]
    single = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert alpha(list(zip(first, second, strict=True))) == pytest.approx(single)
    sets = [(SETS[one], SETS[other]) for one, other in zip(first, second, strict=True)]
    of_sets = krippendorff.alpha(reliability_data=data, level_of_measurement=_masi)
    assert alpha(sets, masi) == pytest.approx(of_sets)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("a", "a", 0),
        ("", "a", 1),
        ("a", "b", 1),
        ("a", "ab", 1 - 1 / 2 * 2 / 3),
        ("ab", "bc", 1 - 1 / 3 / 3),
    ],
)  # fmt: skip
def test_sets_are_nearer_where_one_holds_the_other(one: str, other: str, distance: float) -> None:
    """MASI: what is common, weighed by how the sets lie; nothing beside something is as far as can be."""
    assert masi(frozenset(one), frozenset(other)) == pytest.approx(distance)
    assert masi(frozenset(other), frozenset(one)) == pytest.approx(distance)


def test_absence_is_a_value_and_no_hole() -> None:
    """Left out where one of two says nothing, ten such units would look as if both agreed wholly."""
    nothing: frozenset[str] = frozenset()
    pairs = [("each", "each"), ("any", "any"), ("any", nothing), (nothing, "each"), *[(nothing, nothing)] * 3]
    stated = [(one, other) for one, other in pairs if nothing not in (one, other)]
    assert alpha(stated) == 1
    found = alpha(pairs)
    assert found is not None
    assert found < 0.7


def test_without_variation_there_is_no_alpha() -> None:
    """Nothing could have differed, so that agreement says nothing; the share is told all the same."""
    found = agreed([("must", "must")] * 9)
    assert (found.n, found.share, found.alpha, found.low, found.high) == (9, 1, None, None, None)
    none = agreed([])
    assert (none.n, none.share, none.alpha) == (0, None, None)


@pytest.mark.thorough
def test_the_interval_is_drawn_from_a_seed() -> None:
    """The same each time, another with another seed, about the figure; none of four units or of too many."""
    rng = random.Random(1)
    pairs = [(each, each if rng.random() < 0.8 else 1 - each) for each in (rng.randrange(2) for _ in range(60))]
    found = agreed(pairs, seed="1")
    assert found == agreed(pairs, seed="1")
    other = agreed(pairs, seed="2")
    assert (found.alpha, found.draws) == (other.alpha, 1_000)
    assert (found.low, found.high) != (other.low, other.high)
    assert found.low is not None
    assert found.high is not None
    assert found.alpha is not None
    assert -1 < found.low < found.alpha < found.high < 1
    assert agreed(pairs[:4]).low is None
    many = [(frozenset([each]), frozenset([each])) for each in range(700)]
    assert (agreed(many, masi).alpha, agreed(many, masi).low) == (1, None)


# ---- who goes with whom


@pytest.mark.parametrize("seed", range(40))
def test_no_other_assignment_has_a_greater_sum(seed: int) -> None:
    """Held against every one there is."""
    rng = random.Random(seed)
    rows, columns = rng.randint(1, 5), rng.randint(1, 5)
    pairs = [(row, column) for row in range(rows) for column in range(columns)]
    scores = {pair: rng.choice((0.1, 0.5, rng.random() + 0.01)) for pair in pairs if rng.random() < 0.6}
    found = assigned(scores)
    size = max(rows, columns)
    best = max(
        sum(scores.get((row, to), 0) for row, to in enumerate(order) if row < rows)
        for order in permutations(range(size))
    )
    assert len(set(found.values())) == len(found)
    assert sum(scores[pair] for pair in found.items()) == pytest.approx(best)


@pytest.mark.thorough
def test_of_very_many_in_one_place_the_best_pairs_go_first() -> None:
    """Work stays bounded; each is paired at most once."""
    many = MOST + 1
    scores = {(row, column): 1 + (row == column) for row in range(many) for column in range(many)}
    assert assigned(scores) == {row: row for row in range(many)}


def test_duties_are_paired_by_the_passage_that_they_have_in_common() -> None:
    """The best for all, not for the first; whoever cites other words has no pair, whatever the ids say."""
    ours = coding(duty("repair", "shall repair the landing, and shall paint it"), duty("no-tolls", "levy tolls"))
    theirs = coding(duty("tolls", "Neither side shall levy tolls"), duty("landing", "shall repair the landing"))
    found = compare_coders(ours, theirs)
    passage = HowPaired.PASSAGE
    assert found.duties == (
        PairedThing(a="repair", b="landing", how=passage),
        PairedThing(a="no-tolls", b="tolls", how=passage),
    )
    assert (found.splits, found.duties_only_a, found.duties_only_b) == ((), (), ())


def test_one_duty_where_the_other_coder_has_several_is_a_split() -> None:
    """On either side; the best part is the pair, and the others are named with it."""
    whole = coding(duty("landing", "shall repair the landing, and shall paint it"))
    parts = coding(duty("repair", "shall repair the landing"), duty("paint", "shall paint it"))
    found = compare_coders(whole, parts)
    assert [(each.a, each.b) for each in found.duties] == [("landing", "repair")]
    assert found.splits == (SplitDuty(side=CodingSide.A, one="landing", several=("repair", "paint")),)
    back = compare_coders(parts, whole)
    assert back.splits == (SplitDuty(side=CodingSide.B, one="landing", several=("repair", "paint")),)
    assert (found.duties_only_b, back.duties_only_a) == (("paint",), ("paint",))


def test_without_a_common_edition_the_clause_decides_then_the_id() -> None:
    """Written in another way it is the same clause; what has neither is in one coding only."""
    ours = coding(duty("one", clause="Art. 3 (a)"), duty("same"), duty("alone"))
    theirs = coding(duty("two", clause="art.3(a)"), duty("same"), duty("other", "levy tolls"))
    found = compare_coders(ours, theirs)
    assert [(each.a, each.b, each.how) for each in found.duties] == [
        ("one", "two", HowPaired.CLAUSE),
        ("same", "same", HowPaired.ID),
    ]
    assert (found.duties_only_a, found.duties_only_b) == (("alone",), ("other",))


def test_of_duties_in_one_passage_those_of_one_obligor_go_together() -> None:
    """Their words are the same, so that something else has to tell."""
    ours = coding(*(duty(each, "may meet", obligor_ids=(each,)) for each in ("ruritania", "graustark")))
    theirs = coding(*(duty(f"x-{each}", "may meet", obligor_ids=(each,)) for each in ("graustark", "ruritania")))
    found = compare_coders(ours, theirs)
    assert [(each.a, each.b) for each in found.duties] == [("ruritania", "x-ruritania"), ("graustark", "x-graustark")]


def test_of_duties_in_one_clause_those_that_quote_the_same_words_go_together() -> None:
    """Even where the other coder read somebody in, so that obligors would pair them crosswise."""
    units, blocks = "the units will be removed together with the roadblocks", "together with the roadblocks"
    ours = coding(
        duty("a", clause="1", obligor_ids=(), as_written=units),
        duty("b", clause="1", obligor_ids=(), as_written=blocks),
    )
    theirs = coding(
        duty("x", clause="1", as_written="will be removed together with the roadblocks"),
        duty("y", clause="1", obligor_ids=(), as_written=blocks),
    )
    found = compare_coders(ours, theirs)
    assert [(each.a, each.b) for each in found.duties] == [("a", "x"), ("b", "y")]


def test_pairs_by_hand_go_first() -> None:
    """Of actors and of duties; one that cannot be is refused."""
    ours = coding(duty("a", "levy tolls"), duty("b", "may meet"))
    actors = [("rur", "Kingdom of Ruritania"), ("ruritania", "x"), ("graustark", "Graustark")]
    theirs = coding(
        duty("c", "levy tolls", obligor_ids=("rur",)),
        duty("d", "may meet"),
        actors=tuple(Actor(id=each, name=name) for each, name in actors),
    )
    found = compare_coders(ours, theirs, pairs={"a": "d", "ruritania": "rur"})
    assert [(each.a, each.b, each.how) for each in found.duties] == [("a", "d", HowPaired.GIVEN)]
    assert [(each.a, each.b, each.how) for each in found.actors] == [
        ("ruritania", "rur", HowPaired.GIVEN),
        ("graustark", "graustark", HowPaired.IDENTITY),
    ]
    for wrong, said in (
        ({"a": "x"}, "'x'"),
        ({"x": "d"}, "'x'"),
        ({"a": "rur"}, "one kind"),
        ({"a": "d", "b": "d"}, "two"),
    ):
        with pytest.raises(ValueError, match=said):
            compare_coders(ours, theirs, pairs=wrong)


# ---- what is compared


def test_whoever_is_renamed_is_still_the_same() -> None:
    """Ids differ between coders; obligors, and what conditions name, are compared by what they stand for."""
    record = load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
    names = {each.id: f"x-{each.id}" for each in (*record.actors, *record.obligations, *record.events)}
    other = structure(with_ids(to_dict(record), names))
    assert isinstance(other, type(record))
    found = compare_coders(record, other, pairs={each: names[each] for each in (x.id for x in record.obligations)})
    unlike = {each.field for duty in found.differing for each in duty.fields}
    assert len(found.actors) > len(record.actors) * 0.9
    assert unlike == set()


@pytest.mark.thorough
def test_a_record_is_coded_like_itself() -> None:
    """Everything is paired with itself, and every value is the same."""
    for path in (
        ROOT / "tests" / "records" / "valid" / "everything.accord.json",
        *(ROOT / "examples").glob("*.accord.json"),
    ):
        record = load(path)
        found = compare_coders(record, record)
        assert [(each.a, each.b) for each in found.duties] == [(each.id, each.id) for each in record.obligations]
        assert (found.same, found.differing) == (found.values, ())
        assert found.values == len(FIELDS) * len(record.obligations)


def test_each_difference_is_told_with_both_values() -> None:
    """Conditions as lines, with the ids of the first coder; what is absent on a side is empty."""
    due = OnObligation(obligation_id="x")
    ours = coding(duty("a", "levy tolls", due=OnDate(value="1912")), duty("b", "may meet"))
    theirs = coding(
        duty("y", "levy tolls", due=due, modality="may"), duty("x", "may meet", excused_if=Prose(text="flood"))
    )
    found = compare_coders(ours, theirs)
    told = {(one.a, each.field): (each.a, each.b) for one in found.differing for each in one.fields}
    assert told == {
        ("a", "modality"): (("must",), ("may",)),
        ("a", "due"): (("1912",), ("duty:b",)),
        ("b", "excused_if"): ((), ('"flood"',)),
    }


LEFT_OUT = {
    "id", "former_ids", "label", "clause", "action", "as_written", "as_written_language", "note", "note_language",
    "place", "themes", "related_ids", "readings", "exceptions", "citations",
}  # fmt: skip
"""Fields of a duty in the words of the coder, or about the coding itself."""


def test_every_field_of_a_duty_is_compared_or_left_out_on_purpose() -> None:
    """One that is added later is not forgotten."""
    compared = {field.name for field in FIELDS} - {"turns"}
    assert compared | LEFT_OUT == {each.name for each in attrs.fields(Obligation)}


# ---- finding


def test_finding_is_told_by_paragraphs_of_a_text_that_is_given() -> None:
    """Both, one alone, neither; a duty that cites no passage of it has no paragraph."""
    ours = coding(duty("a", "shall repair the landing"), duty("b", "levy tolls"), duty("c", clause="9"))
    theirs = coding(duty("a", "shall paint it"), duty("d", "may meet"))
    (found,) = compare_coders(ours, theirs, texts=[TEXT]).found
    neither = found.agreed.n - found.both - found.only_a - found.only_b
    assert (found.both, found.only_a, found.only_b, neither) == (1, 1, 1, 2)
    assert (found.unplaced_a, found.unplaced_b) == (("c",), ())
    units = [(False, False), (True, True), (True, False), (False, True), (False, False)]
    assert found.agreed.alpha == pytest.approx(alpha(units))
    without = compare_coders(ours, theirs)
    assert without.found == ()
    assert without.not_found_for == (found.edition,)
    assert "not known in how many" in " ".join(render_coders(without).split())


def test_paragraphs_are_parted_by_blank_lines_else_by_lines() -> None:
    """Blank at their edges they never are."""
    first = [TEXT[begin:end][:9] for begin, end in paragraphs_of(TEXT)]
    assert first == ["Ferry agr", "Article 1", "Article 2", "Article 3", "Article 4"]
    odd = "a\n b \n\n \n\nc "
    assert [odd[begin:end] for begin, end in paragraphs_of(odd)] == ["a\n b", "c"]
    assert paragraphs_of("a\nb\n") == [(0, 1), (2, 3)]
    assert paragraphs_of(" \n\n ") == []


def test_places_are_merged_and_their_overlap_is_counted() -> None:
    """To the character, in one edition."""
    assert list(merged([(5, 9), (0, 3), (3, 4), (8, 12)])) == [(0, 4), (5, 12)]
    assert shared([(0, 4), (5, 12)], [(2, 6), (11, 20)]) == 2 + 1 + 1
    record = coding(duty("a", "levy tolls"))
    start = TEXT.index("levy tolls")
    assert list(place_of(record.obligations[0], record).passages.values()) == [((start, start + 10),)]


def test_a_draft_of_a_program_is_said_to_be_one_and_fields_that_never_vary_are_told_apart() -> None:
    """Nobody takes it for a second person's word, nor empty fields for agreement."""
    deal = load(ROOT / "examples" / "minimal.accord.json")
    drafted = evolve(deal, coding=Coding(status=CodingStatus.MACHINE_DRAFT))
    lines = render_coders(compare_coders(drafted, deal)).splitlines()
    assert [line for line in lines if "checked by nobody" in line] == ["  Draft, checked by nobody"]
    assert lines.index("  Draft, checked by nobody") < next(at for at, line in enumerate(lines) if line[:2] == "B:")
    (told,) = (line for line in lines if line.startswith("without the"))
    assert told.endswith("(100 %)")


def test_what_cites_no_passage_of_a_text_is_not_said_to_have_found_nothing_in_it() -> None:
    """Where its duties were found nobody knows; of a record without duties one does."""
    text = "Ruritania shall repair the landing."
    deal = load(ROOT / "examples" / "minimal.accord.json")
    compiled = compile_draft(
        Draft(
            people=(DraftPerson(quote=text[:-1], paragraph=1, name="Ruritania", part="party"),),
            duties=(DraftDuty(quote=text[:-1], paragraph=1, key="k", who=("Ruritania",), action="repair it"),),
        ),
        new_edition(text + "\n", id="text"),
    ).record
    assert compiled is not None
    given = new_edition(text + "\n", id="text").text
    assert compare_coders(compiled, deal, texts=[given]).found == ()
    (found,) = compare_coders(compiled, evolve(compiled, obligations=()), texts=[given]).found
    assert (found.both, found.only_a) == (0, 1)
