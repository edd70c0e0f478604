"""The tables of what hangs on other things: conditions, citations, names, codes, ties between duties, and so on."""

from __future__ import annotations

from collections.abc import Iterable

from accords.model.actors import ActorName, ActsFor, DesignationNote
from accords.model.coding import Correction, DutyCoding, Waiver
from accords.model.conclusion import NatureView
from accords.model.events import Monitoring, ScaleLevel
from accords.model.obligations import Carveout, Linkage, Obligation, Reading, Renewal, Suspension
from accords.model.sources import Citation, Identifier, LocalText, Span
from accords.tables.conditions import CONDITIONS
from accords.tables.fields import field_columns, plain_column
from accords.tables.places import Placed
from accords.tables.recorded import POINTER, number_column, of_actor, table
from accords.tables.table import ColumnKind, Table, TableColumn, TableLink

__all__ = ["FURTHER"]

_TEXT, _INTEGER = ColumnKind.TEXT, ColumnKind.INTEGER


def _owner_columns(what: str) -> tuple[TableColumn, ...]:
    """What the thing of a row hangs on."""
    return (
        plain_column("of_kind", _TEXT, f"What sort of thing {what}.", lambda row: _owner(row).kind),
        plain_column(
            "of_id",
            _TEXT,
            "The id of that, or of the nearest thing around it that has one; empty where it is the agreement itself.",
            lambda row: _owner(row).named.own_id,
        ),
        plain_column(
            "of_no", _INTEGER, "The number of that thing, as its own table has it.", lambda row: _owner(row).number
        ),
    )


def _owner(row: Placed) -> Placed:
    return row.parent or row


# ---- duties in detail


def _of_duty(row: Placed) -> str | None:
    duty = row.inside(Obligation)
    return duty.id if duty is not None else None


_DUTY = plain_column("obligation_id", _TEXT, "The obligation.", _of_duty)
_DUTY_OR_TERM = plain_column(
    "obligation_id", _TEXT, "The obligation; empty where it is of the agreement's term.", _of_duty
)
_DUTIES = TableLink(("record_id", "obligation_id"), "obligations", ("record_id", "obligation_id"))

READINGS = table(
    "readings",
    "One row for each way in which somebody reads an obligation.",
    "record_id reading_id",
    (
        *field_columns(Reading, "id", renamed={"id": "reading_id"}),
        _DUTY,
        *field_columns(Reading, "held_by_ids text"),
    ),
    [_DUTIES],
)

SUSPENSIONS = table(
    "suspensions",
    "One row for each time during which a duty or the agreement stands still; `conditions` has from when to when.",
    "record_id suspension_no",
    (
        number_column("suspension_no", "suspension"),
        _DUTY_OR_TERM,
        *field_columns(Suspension, "effect obligor_ids"),
    ),
    [_DUTIES],
)

RENEWALS = table(
    "renewals",
    "One row for each renewal of a duty or of the agreement's term.",
    "record_id renewal_no",
    (
        number_column("renewal_no", "renewal"),
        _DUTY_OR_TERM,
        *field_columns(Renewal, "duration if_event_id unless_event_id notice max_times"),
    ),
    [_DUTIES],
)

EXCEPTIONS = table(
    "exceptions",
    "One row for each thing that the source takes out of an obligation.",
    "record_id exception_no",
    (number_column("exception_no", "exception"), _DUTY, *field_columns(Carveout, "text")),
    [_DUTIES],
)

LINKAGES = table(
    "linkages",
    "One row for each tie between obligations that the text itself makes.",
    "record_id linkage_no",
    (number_column("linkage_no", "linkage"), *field_columns(Linkage, "obligation_ids mode tolerance")),
)

MONITORING = table(
    "monitoring",
    "One row for each time of watching. Only where somebody watched is silence evidence.",
    "record_id monitoring_no",
    (
        number_column("monitoring_no", "watch"),
        *field_columns(Monitoring, "obligation_ids event_ids since through monitored_by_id known_on recorded"),
    ),
    [of_actor("monitored_by_id")],
)


# ---- names, codes, citations


def _names(row: Placed) -> str | None:
    return None if row.parent is None else row.parent.own_id


def _of_an_actor(
    name: str, text: str, numbered: tuple[str, str], actor: str, columns: Iterable[TableColumn], *links: TableLink
) -> Table:
    """A table of what hangs on an actor; ``actor`` says what that one is to the row."""
    number, what = numbered
    about = plain_column("actor_id", _TEXT, actor, _names)
    key = f"record_id {number}"
    return table(name, text, key, (number_column(number, what), about, *columns), [of_actor("actor_id"), *links])


OTHER_NAMES = _of_an_actor(
    "actor_names",
    "One row for each name that somebody uses for an actor. Recording it takes no side.",
    ("actor_name_no", "name"),
    "The actor.",
    field_columns(ActorName, "text language used_by valid_from valid_until"),
)

DESIGNATION_NOTES = _of_an_actor(
    "designation_notes",
    "One row for each footnote that belongs to the name of an actor. Print it wherever you print the name.",
    ("designation_note_no", "note"),
    "The actor.",
    field_columns(DesignationNote, "text used_by"),
)

ACTING = _of_an_actor(
    "acting",
    "One row for each time in which an actor acts for another.",
    ("acting_no", "entry"),
    "Who acts.",
    field_columns(ActsFor, "actor_id since until", renamed={"actor_id": "for_actor_id"}),
    of_actor("for_actor_id"),
)

TITLES = table(
    "titles",
    "One row for each other title of an agreement.",
    "record_id title_no",
    (number_column("title_no", "title"), *field_columns(LocalText, "text language")),
)

IDENTIFIERS = table(
    "identifiers",
    "One row for each code that another list gives to an agreement, an actor or a related agreement.",
    "record_id identifier_no",
    (
        number_column("identifier_no", "code"),
        *_owner_columns("has the code"),
        *field_columns(Identifier, "scheme value status valid_from valid_until"),
    ),
)

LEGAL_NATURES = table(
    "legal_natures",
    "One row for each view of what an agreement is in law.",
    "record_id legal_nature_no",
    (number_column("legal_nature_no", "view"), *field_columns(NatureView, "nature according_to_ids")),
)

CITATIONS = table(
    "citations",
    "One row for each citation: what is cited, from where, and at which place.",
    "record_id citation_no",
    (
        number_column("citation_no", "citation"),
        *_owner_columns("is cited for"),
        *field_columns(Citation, "source_id locator"),
        *field_columns(Span, "start end sha256", within="value.span", prefix="span_"),
        POINTER,
    ),
    [TableLink(("record_id", "source_id"), "sources", ("record_id", "source_id"))],
)

SCALE_LEVELS = table(
    "scale_levels",
    "One row for each step of a scale that a record brings along.",
    "record_id scale_level_no",
    (
        number_column("scale_level_no", "step"),
        plain_column("scale_id", _TEXT, "The scale.", _names),
        *field_columns(ScaleLevel, "value label"),
    ),
    [TableLink(("record_id", "scale_id"), "scales", ("record_id", "scale_id"))],
)


# ---- the record itself

WAIVERS = table(
    "waivers",
    "One row for each finding that a record waives, with the reason.",
    "record_id waiver_no",
    (number_column("waiver_no", "waiver"), *field_columns(Waiver, "code about_ids pointer reason waived_by until")),
)

CORRECTIONS = table(
    "corrections",
    "One row for each thing that was put right in a record after it had been published.",
    "record_id correction_no",
    (number_column("correction_no", "correction"), *field_columns(Correction, "on what", renamed={"on": "day"})),
)

DUTY_CODINGS = table(
    "duty_codings",
    "One row for each obligation that somebody else coded or read than the rest.",
    "record_id duty_coding_no",
    (
        number_column("duty_coding_no", "entry"),
        *field_columns(DutyCoding, "obligation_id coded_by reviewed_by remarks"),
    ),
    [_DUTIES],
)

FURTHER: dict[str, Table] = {
    "condition": CONDITIONS,
    "reading": READINGS,
    "suspension": SUSPENSIONS,
    "renewal": RENEWALS,
    "carveout": EXCEPTIONS,
    "linkage": LINKAGES,
    "monitoring": MONITORING,
    "actor_name": OTHER_NAMES,
    "designation_note": DESIGNATION_NOTES,
    "acts_for": ACTING,
    "local_text": TITLES,
    "identifier": IDENTIFIERS,
    "nature_view": LEGAL_NATURES,
    "citation": CITATIONS,
    "scale_level": SCALE_LEVELS,
    "waiver": WAIVERS,
    "correction": CORRECTIONS,
    "duty_coding": DUTY_CODINGS,
}
"""Kind of object → the table that has a row for each."""
