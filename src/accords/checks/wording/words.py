"""Wording: names that presuppose, words that judge, actions that say again what the modality says. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.codes import is_left_to_users
from accords.checks.lookups.index import Index
from accords.checks.lookups.loaded_words import ATTRIBUTED, LABEL_SIGNS, LABELS, STATUS_NAMES, charge_in
from accords.compiling import late
from accords.diagnostics import Diagnostic
from accords.model.actors import Actor
from accords.model.events import Event
from accords.model.obligations import Continuing, Obligation
from accords.pointer import Path
from accords.prose import composed, quoted
from accords.vocabulary import ActorKind, EventKind, IdentifierStatus, Modality

__all__ = ["WORDING"]

_MODAL = late(
    r"(?:shall|must|will|should|may|(?:is|are) to|(?:has|have) to|agrees? to|undertakes? to|commits? to|to)\s+(?=\S)",
    re.IGNORECASE,
)
_NOT = late(r"(?:not(?: to)?|never|no longer)\s+(?=\S)", re.IGNORECASE)
_REFRAIN = late(r"(?:refrain|abstain|desist)(?:ing)? from\b", re.IGNORECASE)
_STOP = late(r"(?:stop|cease|discontinue)\s+\w{2,40}ing\b", re.IGNORECASE)
_DENIED = late(r"\b(?:not|no|never|neither|nor|without)\b", re.IGNORECASE)


def name_presupposes_status(index: Index) -> Iterator[Diagnostic]:
    """ACC609: the name for display says what its bearer is, and others name it otherwise."""
    for actor, path in index.placed(Actor):
        if actor.kind not in (None, ActorKind.POLITY) or STATUS_NAMES.match(actor.name) is None:
            continue
        own = _bare(actor.name)
        others = [
            one for one in actor.names if one.used_by and _bare(one.text) not in own and own not in _bare(one.text)
        ]
        coded = any(
            code.status is IdentifierStatus.USER_ASSIGNED or is_left_to_users(code.scheme, code.value)
            for code in actor.identifiers
        )
        if not (others or coded or actor.designation_notes):
            continue
        shorter = [one.text.rstrip("* ") for one in actor.names if own.endswith(f" {_bare(one.text)}")]
        yield index.found(
            "ACC609",
            f"the name for display is {quoted(actor.name)}, and not all name it so",
            (*path, "name"),
            help="take a name that says nothing of status; this one goes into `names`, with who uses it",
            suggestion=min(shorter, key=len, default=None),
        )


def charge_in_summary(index: Index) -> Iterator[Diagnostic]:
    """ACC610: the summary of an event charges somebody with a breach."""
    for place, event in enumerate(index.agreement.events):
        if event.kind is EventKind.FINDING:
            continue
        found = charge_in(event.summary)
        if found is not None:
            yield index.found(
                "ACC610",
                f"the summary judges: {quoted(found)}",
                ("events", place, "summary"),
                help="say what happened; who calls it a breach says so in a claim (`breach`)",
            )


def loaded_word(index: Index) -> Iterator[Diagnostic]:
    """ACC611: a word that judges stands in the record's own words."""
    own = list(_own_words(index))
    together = " ".join([text for text, _, _ in own])
    signs = [sign for sign in LABEL_SIGNS if sign in together]
    for text, path, written in own if signs else ():
        found = LABELS.search(text) if any(sign in text for sign in signs) else None
        if found is None or ATTRIBUTED.search(text[: found.start()] + text[found.end() :]) is not None:
            continue
        if written is None or found[0].casefold() not in written.casefold():
            yield index.found(
                "ACC611",
                f"{quoted(found[0])} takes a side",
                path,
                help="use a word that all sides could accept; the words of a source go into `as_written` or a claim",
            )


def _own_words(index: Index) -> Iterator[tuple[str, Path, str | None]]:
    """Texts that the coder words, with their place and the words of the source beside them."""
    record = index.agreement
    yield record.title, ("title",), None
    if record.summary is not None:
        yield record.summary, ("summary",), None
    for actor, path in index.placed(Actor):
        yield actor.name, (*path, "name"), None
    for place, duty in enumerate(record.obligations):
        yield duty.action, ("obligations", place, "action"), duty.as_written
        if duty.label is not None:
            yield duty.label, ("obligations", place, "label"), duty.as_written
    for place, event in enumerate(record.events):
        yield event.summary, ("events", place, "summary"), None


def action_with_modality(index: Index) -> Iterator[Diagnostic]:
    """ACC612: the action says again what the modality says."""
    for duty, path, rest in _actions(index):
        if rest != duty.action and duty.modality is not Modality.DECLARES and not _negative(duty, rest):
            said = duty.action[: len(duty.action) - len(rest)].strip()
            yield index.found(
                "ACC612",
                f'the action begins with "{said}", and the modality says {duty.modality}',
                path,
                help="begin with the verb: in a checklist the modality stands before it",
                suggestion=rest,
            )


def double_negation(index: Index) -> Iterator[Diagnostic]:
    """ACC613: what is not to be done is worded as not doing it."""
    for duty, path, rest in _actions(index):
        if duty.modality is Modality.MUST_NOT and (negation := _negative(duty, rest)):
            bare = rest[len(negation) :].lstrip() if _NOT.match(rest) else None
            yield index.found(
                "ACC613",
                f"read with its modality, the action says: is not to {quoted(rest).strip(chr(34))}",
                path,
                help="leave the negation to `must_not`, and name what is not to be done",
                suggestion=bare,
            )


def negative_must(index: Index) -> Iterator[Diagnostic]:
    """ACC614: what is not to be done is a ``must``."""
    for duty, path, rest in _actions(index):
        if duty.modality is Modality.MUST and (negation := _negative(duty, rest)):
            yield index.found(
                "ACC614",
                f'an action that begins with "{negation.strip()}" is kept by doing nothing, and the modality is must',
                path,
                help="make it `must_not`, and name what is not to be done; where an act is needed, name that act",
            )


def same_name_twice(index: Index) -> Iterator[Diagnostic]:
    """ACC615: two actors have the same name for display."""
    first: dict[str, tuple[str, Path]] = {}
    for actor, path in index.placed(Actor):
        before, where = first.setdefault(_bare(actor.name), (actor.id, path))
        if where != path:
            yield index.found(
                "ACC615",
                f'"{before}" is called {quoted(actor.name)} as well',
                (*path, "name"),
                help="tell them apart in their names, or keep one of the two",
                related=[((*where, "name"), before)],
                related_label="first here",
            )


def _bare(name: str) -> str:
    return " ".join(composed(name).casefold().rstrip("* ").removeprefix("the ").split())


def _actions(index: Index) -> Iterator[tuple[Obligation, Path, str]]:
    """Every obligation with the place of its action, and the action without words for the modality."""
    for place, duty in enumerate(index.agreement.obligations):
        modal = _MODAL.match(duty.action)
        yield duty, ("obligations", place, "action"), duty.action[modal.end() :] if modal else duty.action


def _negative(duty: Obligation, action: str) -> str:
    """The words by which the action says that something is not done; empty where there are none."""
    found = _NOT.match(action) or _REFRAIN.match(action)
    if found is not None:
        return found[0]
    stop = _STOP.match(action)
    if stop is None:
        return ""
    if duty.modality is Modality.MUST_NOT:
        is_meant = duty.as_written is not None and _DENIED.search(duty.as_written) is not None
    else:  # stopping by a day, or as a single act, is something that is done
        is_meant = duty.due is not None or (duty.performance is not None and not isinstance(duty.performed, Continuing))
    return "" if is_meant else stop[0]


WORDING: tuple[Check, ...] = (
    Check("ACC609", name_presupposes_status),
    Check("ACC610", charge_in_summary, (Event,)),
    Check("ACC611", loaded_word),
    Check("ACC612", action_with_modality),
    Check("ACC613", double_negation),
    Check("ACC614", negative_must),
    Check("ACC615", same_name_twice),
)
"""Code → the check that yields it."""
