"""The tables of what a record holds: agreements, who takes part, what was undertaken, what happened and is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.coding import Coding, Release
from accords.model.conclusion import Calendar, Conclusion, Relation
from accords.model.conditions import OnDate
from accords.model.events import Assessment, Claim, ClaimedQuantity, Event, Finding, RatingScale
from accords.model.obligations import EachTime, Obligation, Quantity, Ratio, Recurring
from accords.model.sources import Source
from accords.model.walk import SLOTS
from accords.tables.fields import field_columns, field_text, plain_column
from accords.tables.table import Cell, ColumnKind, Table, TableColumn, TableLink

__all__ = ["MAIN", "OF_RECORD", "POINTER", "RECORD_ID", "number_column", "of_actor", "table"]

_TEXT, _INTEGER, _NUMBER = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.NUMBER

RECORD_ID = plain_column("record_id", _TEXT, "The agreement, by the id of its record.", lambda row: row.record.id)

OF_RECORD = TableLink(("record_id",), "agreements", ("record_id",))


POINTER = plain_column("pointer", _TEXT, "Its place in the record, as a JSON Pointer.", lambda row: row.pointer)


def number_column(name: str, what: str) -> TableColumn:
    """The number of a row among its likes in its record."""
    return plain_column(name, _INTEGER, f"The number of the {what} in its record, from 1.", lambda row: row.number)


def table(name: str, text: str, key: str, columns: Iterable[TableColumn], links: Iterable[TableLink] = ()) -> Table:
    """A table with a row for each object of a kind, which begins with the id of the record."""
    keys = tuple(key.split())
    return Table(name=name, text=text, key=keys, columns=(RECORD_ID, *columns), links=(OF_RECORD, *links))


def of_actor(column: str) -> TableLink:
    """``column`` names an actor of the same record."""
    return TableLink(("record_id", column), "actors", ("record_id", "actor_id"))


def _of_obligation(column: str = "obligation_id") -> TableLink:
    return TableLink(("record_id", column), "obligations", ("record_id", "obligation_id"))


def _of_event(column: str = "event_id") -> TableLink:
    return TableLink(("record_id", column), "events", ("record_id", "event_id"))


AGREEMENTS = Table(
    name="agreements",
    text="One row for each agreement.",
    key=("record_id",),
    columns=(
        RECORD_ID,
        *field_columns(Agreement, "accords_version title summary time_zone former_ids"),
        *field_columns(
            Conclusion,
            "form announced_by_ids date date_basis place languages prevailing_language",
            within="value.conclusion",
            prefix="conclusion_",
        ),
        *field_columns(Calendar, "weekend holidays since until", within="value.calendar", prefix="calendar_"),
        *field_columns(
            Coding, "coded_by coded_on status followed_until remarks", within="value.coding", prefix="coding_"
        ),
        *field_columns(Release, "on by licence attribution", within="value.release", prefix="release_"),
    ),
)

ACTORS = table(
    "actors",
    "One row for each actor of a record. Two records may call one actor by two ids; `identifiers` has codes of lists.",
    "record_id actor_id",
    (*field_columns(Actor, "id kind name position member_ids former_ids", renamed={"id": "actor_id"}),),
)

_REPRESENTED = "represented_by_ids represented_by_basis"

PARTIES = table(
    "parties",
    "One row for each entry in the list of parties. An actor whose part is disputed may have several.",
    "record_id party_no",
    (
        number_column("party_no", "entry"),
        *field_columns(Party, f"actor_id side {_REPRESENTED} exempt_from_ids according_to_ids"),
    ),
    [of_actor("actor_id")],
)

THIRD_PARTIES = table(
    "third_parties",
    "One row for each role of each mediator, guarantor, host or other third party.",
    "record_id third_party_no",
    (
        number_column("third_party_no", "entry"),
        *field_columns(ThirdParty, f"actor_id role role_as_written {_REPRESENTED} according_to_ids"),
    ),
    [of_actor("actor_id")],
)


def _slot_columns() -> Iterator[TableColumn]:
    for slot in SLOTS:
        text = f"{field_text(Obligation, slot)} The kind of that condition, which `conditions` has whole."
        yield plain_column(f"{slot}_kind", _TEXT, text, _kind_in(slot))
    yield from field_columns(OnDate, "value", within="value.due", renamed={"value": "due_date"})


def _kind_in(slot: str) -> Callable[[Any], Cell]:
    return lambda row: getattr(getattr(row.value, slot), "kind", None)


OBLIGATIONS = table(
    "obligations",
    "One row for each obligation, whoever owes it.",
    "record_id obligation_id",
    (
        *field_columns(
            Obligation,
            "id label clause obligor_ids obligor_basis borne owed_to_ids modality",
            renamed={"id": "obligation_id"},
        ),
        plain_column(
            "performance",
            _TEXT,
            "How it is performed: once, continuing, recurring or each_time, with what absence means filled in.",
            lambda row: row.value.performed.kind,
        ),
        *field_columns(
            Recurring, "every mode weekday_of_month times text", within="value.performance", prefix="recurring_"
        ),
        *field_columns(EachTime, "event_id obligation_id whose", within="value.performance", prefix="each_time_"),
        *field_columns(Obligation, "action as_written as_written_language"),
        *_slot_columns(),
        *field_columns(
            Obligation,
            "binds_from owed_after_breach survives_termination beside_agreement verified_by_ids determined_by_ids "
            "with_consent_of_ids place related_ids themes note note_language former_ids",
        ),
    ),
)


def _amount_columns() -> Iterator[TableColumn]:
    for name in ("at_least", "at_most"):
        text = field_text(Quantity, name)
        yield plain_column(name, _NUMBER, text, _plain_amount(name))
        yield from field_columns(Ratio, "times of_obligation_id", within=f"value.{name}", prefix=f"{name}_")


def _plain_amount(name: str) -> Callable[[Any], Cell]:
    def read(row: Any) -> Cell:
        amount = getattr(row.value, name)
        return amount if isinstance(amount, Decimal) else None

    return read


QUANTITIES = table(
    "quantities",
    "One row for each amount that an obligation asks for or allows, in each turn.",
    "record_id quantity_no",
    (
        number_column("quantity_no", "amount"),
        plain_column("obligation_id", _TEXT, "The obligation.", lambda row: row.named.own_id),
        *field_columns(Quantity, "measure unit"),
        *_amount_columns(),
        *field_columns(Quantity, "counted"),
    ),
    [_of_obligation()],
)

EVENTS = table(
    "events",
    "One row for each event of a record, whether or not anybody says that it happened: `claims` has who says what.",
    "record_id event_id",
    (
        *field_columns(
            Event,
            "id kind summary act actor_ids obligation_ids about_event_ids occurrence_of_id instance extent extent_text "
            "count place internal",
            renamed={"id": "event_id"},
        ),
        *field_columns(Finding, "on_id verdict when reading_id", within="value.finding", prefix="finding_"),
    ),
)

CLAIMS = table(
    "claims",
    "One row for each claim: what somebody says about an event. None of them is a fact by standing here.",
    "record_id claim_no",
    (
        number_column("claim_no", "claim"),
        *field_columns(Claim, "id", renamed={"id": "claim_id"}),
        plain_column("event_id", _TEXT, "The event that it is about.", lambda row: row.parent.value.id),
        *field_columns(
            Claim,
            "says claimed_by_id basis when until when_basis when_as_written known_on known_on_basis reading_id "
            "retracts_id text text_language internal",
            renamed={"when": "day", "when_basis": "day_basis", "when_as_written": "day_as_written"},
        ),
    ),
    [_of_event(), of_actor("claimed_by_id")],
)

CLAIMED_QUANTITIES = table(
    "claimed_quantities",
    "One row for each figure of a claim: how much somebody says it was.",
    "record_id claimed_quantity_no",
    (
        number_column("claimed_quantity_no", "figure"),
        plain_column("claim_no", _INTEGER, "The claim, by its number.", lambda row: row.parent.number),
        *field_columns(ClaimedQuantity, "measure unit amount at_least at_most so_far"),
    ),
    [TableLink(("record_id", "claim_no"), "claims", ("record_id", "claim_no"))],
)

RATINGS = table(
    "ratings",
    "One row for each rating of an obligation by somebody. Ratings stand side by side; none wins by itself.",
    "record_id rating_no",
    (
        number_column("rating_no", "rating"),
        *field_columns(
            Assessment,
            "obligation_id instance obligor_id assessor_id assessor on known_on dimension scale scale_id value basis "
            "internal",
            renamed={"on": "day"},
        ),
    ),
    [_of_obligation()],
)

SCALES = table(
    "scales",
    "One row for each scale of ratings that a record brings along.",
    "record_id scale_id",
    (*field_columns(RatingScale, "id title minimum maximum higher_is_better", renamed={"id": "scale_id"}),),
)

SOURCES = table(
    "sources",
    "One row for each source of a record.",
    "record_id source_id",
    (
        *field_columns(
            Source,
            "id kind title publisher authors published published_basis language url archived_url text_sha256 note "
            "internal",
            renamed={"id": "source_id"},
        ),
    ),
)

RELATIONS = table(
    "relations",
    "One row for each other agreement that a record names.",
    "record_id relation_no",
    (
        number_column("relation_no", "relation"),
        *field_columns(Relation, "id relation title agreement_id date", renamed={"id": "relation_id"}),
    ),
)


MAIN: dict[str, Table] = {
    "agreement": AGREEMENTS,
    "actor": ACTORS,
    "party": PARTIES,
    "third_party": THIRD_PARTIES,
    "obligation": OBLIGATIONS,
    "quantity": QUANTITIES,
    "event": EVENTS,
    "claim": CLAIMS,
    "claimed_quantity": CLAIMED_QUANTITIES,
    "assessment": RATINGS,
    "scale": SCALES,
    "source": SOURCES,
    "relation": RELATIONS,
}
"""Kind of object → the table that has a row for each."""
