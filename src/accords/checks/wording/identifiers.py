"""Codes: whether they are codes of the list they name, and whose standing there is what the record says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.codes import ASSIGNED, DIFFERING, FORMS, RESERVED, WITHDRAWN, is_left_to_users
from accords.checks.lookups.days import entry_day
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.actors import Actor
from accords.model.agreement import Agreement
from accords.model.sources import Identifier
from accords.pointer import Path
from accords.prose import quoted
from accords.vocabulary import ActorKind, IdentifierScheme, IdentifierStatus

__all__ = ["IDENTIFIERS"]

_ISO = (IdentifierScheme.ISO_3166_1_ALPHA2, IdentifierScheme.ISO_3166_1_ALPHA3)
_OF_POLITIES = (*_ISO, IdentifierScheme.GLEDITSCH_WARD, IdentifierScheme.CORRELATES_OF_WAR)
_OF_ACTORS = (*_OF_POLITIES, IdentifierScheme.PAAX)
_OF_AGREEMENTS = (IdentifierScheme.PAX, IdentifierScheme.PAM, IdentifierScheme.UNTS)


def user_code_unmarked(index: Index) -> Iterator[Diagnostic]:
    """ACC601: a code from the range left to users is not marked as one."""
    for code, path in _codes(index):
        if code.status is None and is_left_to_users(code.scheme, code.value):
            yield index.found(
                "ACC601",
                f"{code.value} is from the range that ISO 3166-1 leaves to users, and is not marked so",
                (*path, "value"),
                help='add "status": "user_assigned"',
            )


def code_status_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC602: a code is said to have a standing that its list does not give it."""
    for code, path in _codes(index):
        if code.status is None or code.scheme not in _ISO or not _well_formed(code):
            continue
        left = is_left_to_users(code.scheme, code.value)
        claimed = code.status is IdentifierStatus.USER_ASSIGNED
        if left is not claimed:
            yield index.found(
                "ACC602",
                f"{code.value} is left to users and cannot be {code.status}: ISO 3166-1 never assigns it"
                if left
                else f"{code.value} is not from the range that ISO 3166-1 leaves to users",
                (*path, "status"),
                help="write user_assigned" if left else "correct the code, or its standing",
                suggestion="user_assigned" if left else None,
                is_sure=left,
            )


def malformed_code(index: Index) -> Iterator[Diagnostic]:
    """ACC603: a code does not have the form that codes of its list have."""
    for code, path in _codes(index):
        if not _well_formed(code):
            meant = _meant(code)
            yield index.found(
                "ACC603",
                f"{quoted(code.value)} is no code of the scheme {code.scheme}",
                (*path, "value"),
                help=f"write {FORMS[code.scheme][1]}; a code of another list names that list",
                suggestion=meant,
                is_sure=meant is not None,
            )


def unassigned_code(index: Index) -> Iterator[Diagnostic]:
    """ACC604: ISO 3166-1 does not, or not any more, assign a two-letter code."""
    year = _year(index.agreement)
    for code, path in _codes(index):
        value = code.value
        if code.scheme is not _ISO[0] or not _well_formed(code) or is_left_to_users(code.scheme, value):
            continue
        until = WITHDRAWN.get(value)
        if value in ASSIGNED or code.status in (IdentifierStatus.RESERVED, IdentifierStatus.WITHDRAWN):
            continue
        if until is not None and (code.valid_until is not None or (year is not None and year <= until)):
            continue
        if until is not None:
            why, help_ = f"was withdrawn in {until}", 'add "status": "withdrawn", or write the code that replaced it'
        elif value in RESERVED:
            why, help_ = "is reserved and not assigned", 'add "status": "reserved", or write the assigned code'
        else:
            why, help_ = "is not assigned", "look the code up; one of your own is from the ranges left to users"
        yield index.found("ACC604", f"{value} {why} in ISO 3166-1", (*path, "value"), help=help_)


def number_of_another_list(index: Index) -> Iterator[Diagnostic]:
    """ACC605: a state's number is the one that the other list of states gives it."""
    year = _year(index.agreement)
    for code, path in _codes(index):
        known = DIFFERING.get((code.scheme, code.value))
        if known is None or code.valid_until is not None or (year is not None and year <= known.since):
            continue
        when = f" since {known.since}" if known.since else ""
        yield index.found(
            "ACC605",
            f"{code.value} is the number in {known.other}; in {code.scheme} it is {known.instead}{when}",
            (*path, "value"),
            help=f"write {known.instead}, or the scheme {known.other}; a number of the past has `valid_until`",
            suggestion=known.instead,
        )


def code_of_another_kind(index: Index) -> Iterator[Diagnostic]:
    """ACC606: a code is from a list of things of another kind."""
    kinds = {path: actor.kind for actor, path in index.placed(Actor)}
    for code, path in _codes(index):
        if path[0] != "actors":
            wrong, what = code.scheme in _OF_ACTORS, "an agreement"
        elif kinds.get(path[:2]) is ActorKind.PERSON:
            wrong, what = code.scheme in (*_OF_POLITIES, *_OF_AGREEMENTS), "a person"
        else:
            wrong, what = code.scheme in _OF_AGREEMENTS, "an actor"
        if wrong:
            things = "states and territories" if code.scheme in _OF_POLITIES else "actors"
            things = "agreements" if code.scheme in _OF_AGREEMENTS else things
            yield index.found(
                "ACC606",
                f"{code.scheme} is a list of {things}, and this is {what}",
                (*path, "scheme"),
                help="correct the scheme, or move the code to the thing that it stands for",
            )


def shared_code(index: Index) -> Iterator[Diagnostic]:
    """ACC607: two actors have the same code."""
    first: dict[tuple[IdentifierScheme, str], tuple[Path, str]] = {}
    for actor, path in index.placed(Actor):
        for place, code in enumerate(actor.identifiers):
            if code.scheme is IdentifierScheme.OTHER:
                continue
            here = (*path, "identifiers", place)
            before, owner = first.setdefault((code.scheme, code.value), (here, actor.id))
            if owner != actor.id:
                yield index.found(
                    "ACC607",
                    f'{quoted(code.value)} stands for "{owner}" as well',
                    (*here, "value"),
                    help="keep it with the one that the list means; who acts for it has `acts_for`",
                    related=[((*before, "value"), owner)],
                    related_label="first here",
                )


def designation_note_missing(index: Index) -> Iterator[Diagnostic]:
    """ACC608: a name or code calls for a note on the designation, and none is given."""
    for actor, path in index.placed(Actor):
        if actor.designation_notes:
            continue
        starred = next((n for n, name in enumerate(actor.names) if name.text.rstrip().endswith("*")), None)
        coded = next(
            (
                n
                for n, code in enumerate(actor.identifiers)
                if code.scheme in _ISO
                and (code.status is IdentifierStatus.USER_ASSIGNED or is_left_to_users(code.scheme, code.value))
            ),
            None,
        )
        if actor.name.rstrip().endswith("*"):
            where: Path = (*path, "name")
            why = "its name ends in an asterisk"
        elif starred is not None:
            where, why = (*path, "names", starred, "text"), "this name ends in an asterisk"
        elif coded is not None:
            where, why = (*path, "identifiers", coded, "value"), "its code is one that users assign"
        else:
            continue
        yield index.found(
            "ACC608",
            f'"{actor.id}" has no designation note, and {why}',
            where,
            help="add the note to `designation_notes`, word for word, with who uses it",
        )


def _codes(index: Index) -> Iterator[tuple[Identifier, Path]]:
    yield from index.placed(Identifier)


def _well_formed(code: Identifier) -> bool:
    form = FORMS.get(code.scheme)
    return form is None or form[0].fullmatch(code.value) is not None


def _meant(code: Identifier) -> str | None:
    """The code in the form of its list, where only case, spaces or the address around it are wrong."""
    form = FORMS[code.scheme][0]
    bare = code.value.strip()
    tail = re.split(r"[/:#]", bare)[-1] if code.scheme is IdentifierScheme.WIKIDATA else bare
    candidates = [bare, bare.upper(), tail.upper(), bare.lstrip("0")]
    if code.scheme is IdentifierScheme.URL and re.match(r"www\.\S+$", bare):
        candidates.append(f"https://{bare}")
    return next((one for one in candidates if form.fullmatch(one)), None)


def _year(agreement: Agreement) -> int | None:
    """The year in which the agreement began to apply, else that of its conclusion, as far as one is known."""
    started = entry_day(agreement, closing=True)
    date = agreement.conclusion.date if agreement.conclusion is not None else None
    day = started or (date.latest if date is not None else None)
    return None if day is None else day.year


IDENTIFIERS: tuple[Check, ...] = (
    Check("ACC601", user_code_unmarked, (Identifier,)),
    Check("ACC602", code_status_at_odds, (Identifier,)),
    Check("ACC603", malformed_code, (Identifier,)),
    Check("ACC604", unassigned_code, (Identifier,)),
    Check("ACC605", number_of_another_list, (Identifier,)),
    Check("ACC606", code_of_another_kind, (Identifier,)),
    Check("ACC607", shared_code, (Identifier,)),
    Check("ACC608", designation_note_missing),
)
"""Code → the check that yields it."""
