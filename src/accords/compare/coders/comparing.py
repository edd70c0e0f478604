"""Two codings of one agreement held against each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accords.codec import content_hash, structure, to_dict
from accords.compare.coders.compared import (
    CodedBy,
    CodersCompared,
    DutyDiffering,
    FieldAgreement,
    FieldDiffering,
    FoundInText,
)
from accords.compare.coders.fields import FIELDS, Coded
from accords.compare.coders.pairing import pair
from accords.compare.coders.places import paragraphs_of, place_of
from accords.compare.coders.reliability import agreed, masi, unlike
from accords.compare.renaming import with_ids
from accords.model.agreement import Agreement, the_agreement
from accords.version import VERSION

__all__ = ["compare_coders"]


def compare_coders(
    a: Agreement, b: Agreement, *, texts: Iterable[str] = (), pairs: Mapping[str, str] | None = None, seed: int = 0
) -> CodersCompared:
    """Say how alike two people coded one agreement, each without the other.

    Args:
        a: The first coding.
        b: The second one.
        texts: The texts they coded, each known by its hash; without one, nobody knows in how many paragraphs neither
            coder found a duty, and no figure is given for that.
        pairs: Id in the first → id in the second of actors and duties that were paired by hand.
        seed: With which the intervals are drawn.

    Raises ValueError for a pair of something that is not there, or that has two.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.compare_coders(deal, deal).fields[0].agreed.alpha
    1.0
    """
    for each in (a, b):
        the_agreement(each)
    given = dict(pairs or {})
    _refuse_unknown(a, b, given)
    pairing = pair(a, b, given)
    plain_a, plain_b = to_dict(a), with_ids(to_dict(b), pairing.names)
    ours, theirs = _coded(a, plain_a), _coded(structure(plain_b), plain_b)
    both = [(ours[each.a], theirs[each.a], each.b) for each in pairing.duties]
    fields = tuple(_fields([(one, other) for one, other, _ in both], seed))
    editions = {hashlib.sha256(text.encode("utf-8")).hexdigest(): text for text in texts}
    return CodersCompared(
        a=_coded_by(a),
        b=_coded_by(b),
        actors=pairing.actors,
        actors_only_a=pairing.actors_only_a,
        actors_only_b=pairing.actors_only_b,
        duties=pairing.duties,
        splits=pairing.splits,
        duties_only_a=pairing.duties_only_a,
        duties_only_b=pairing.duties_only_b,
        found=tuple(_found(a, b, each, text, seed) for each, text in editions.items() if _both_cite(a, b, each)),
        not_found_for=tuple(sorted((_editions(a) & _editions(b)) - editions.keys())),
        fields=fields,
        same=sum(each.agreed.same for each in fields),
        values=sum(each.agreed.n for each in fields),
        differing=tuple(_differing(both)),
        seed=seed,
        library_version=VERSION,
    )


def _refuse_unknown(a: Agreement, b: Agreement, given: Mapping[str, str]) -> None:
    kinds = [({x.id: "actor" for x in each.actors} | {x.id: "duty" for x in each.obligations}) for each in (a, b)]
    taken: set[str] = set()
    for pair_of_ids in given.items():
        for which, known, named in zip(("first", "second"), kinds, pair_of_ids, strict=True):
            if named not in known:
                raise ValueError(f"the {which} record has no actor and no obligation with the id {named!r}")
        ours, theirs = pair_of_ids
        if kinds[0][ours] != kinds[1][theirs]:
            raise ValueError(f"{ours!r} and {theirs!r} are paired, and are not of one kind")
        if theirs in taken:
            raise ValueError(f"{theirs!r} of the second record is paired with two of the first")
        taken.add(theirs)


def _coded(record: Agreement, plain: Mapping[str, Any]) -> dict[str, Coded]:
    return {duty.id: (duty, each) for duty, each in zip(record.obligations, plain.get("obligations", ()), strict=True)}


def _coded_by(record: Agreement) -> CodedBy:
    return CodedBy(
        record_id=record.id,
        content_hash=content_hash(record),
        coded_by=record.coding.coded_by if record.coding is not None else None,
        status=record.coding.status.value if record.coding is not None and record.coding.status is not None else None,
        duties=len(record.obligations),
    )


def _editions(record: Agreement) -> set[str]:
    return {edition for duty in record.obligations for edition in place_of(duty, record).passages}


def _both_cite(a: Agreement, b: Agreement, edition: str) -> bool:
    """Whether each cites the text, or has no duty: of duties without a passage nobody knows where they were found."""
    return all(not each.obligations or edition in _editions(each) for each in (a, b))


def _found(a: Agreement, b: Agreement, edition: str, text: str, seed: int) -> FoundInText:
    paragraphs = paragraphs_of(text)
    marks = [_marked(record, edition, paragraphs) for record in (a, b)]
    units = list(zip(*(found for found, _ in marks), strict=True))
    source = next((each.id for record in (a, b) for each in record.sources if each.text_sha256 == edition), "")
    return FoundInText(
        edition=edition,
        source_id=source,
        agreed=agreed(units, seed=f"{seed} finding {edition}"),
        both=sum(one and other for one, other in units),
        only_a=sum(one and not other for one, other in units),
        only_b=sum(other and not one for one, other in units),
        unplaced_a=marks[0][1],
        unplaced_b=marks[1][1],
    )


def _marked(record: Agreement, edition: str, paragraphs: list[tuple[int, int]]) -> tuple[list[bool], tuple[str, ...]]:
    """For each paragraph whether a duty cites a passage in it; and the duties that cite none in this text."""
    places = {duty.id: place_of(duty, record).passages.get(edition, ()) for duty in record.obligations}
    passages = sorted(span for spans in places.values() for span in spans)
    found = []
    reach = at = 0
    for begin, end in paragraphs:
        while at < len(passages) and passages[at][0] < end:
            reach, at = max(reach, passages[at][1]), at + 1
        found.append(reach > begin)
    return found, tuple(duty for duty, spans in places.items() if not spans)


def _fields(both: list[tuple[Coded, Coded]], seed: int) -> Iterator[FieldAgreement]:
    for field in FIELDS:
        values = [(field.values(one), field.values(other)) for one, other in both]
        distance = masi if field.is_set else unlike
        yield FieldAgreement(
            field=field.name, is_set=field.is_set, agreed=agreed(values, distance, seed=f"{seed} {field.name}")
        )


def _differing(both: Iterable[tuple[Coded, Coded, str]]) -> Iterator[DutyDiffering]:
    for one, other, other_id in both:
        values = ((field.name, field.values(one), field.values(other)) for field in FIELDS)
        fields = [
            FieldDiffering(field=name, a=tuple(sorted(ours)), b=tuple(sorted(theirs)))
            for name, ours, theirs in values
            if ours != theirs
        ]
        if fields:
            yield DutyDiffering(
                a=one[0].id, b=other_id, action_a=one[0].action, action_b=other[0].action, fields=tuple(fields)
            )
