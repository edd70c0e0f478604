"""An event of a record in somebody's editor, and what they make of it; what was typed is never lost."""

from __future__ import annotations

import json
from typing import Any

import click

from accords.cli.proposing import at_terminal
from accords.codec import to_dict
from accords.editing import Revision, reviewed
from accords.editing.revising import revise_at
from accords.layout import lay_out

__all__ = ["retyped"]


def retyped(raw: bytes, revision: Revision, event_id: str, *, as_of: str) -> Revision:
    """``revision`` with its event ``event_id`` as somebody leaves it in their editor; ``raw`` is the record before.

    Where it cannot be read or would leave an error, it can be opened again. Raises ClickException where it is not,
    with what was typed.
    """
    after = revision.after
    if after is None:
        return revision
    place = [event.id for event in after.events].index(event_id)
    typed = lay_out(to_dict(after)["events"][place])
    while True:
        saved = click.edit(typed, extension=".json")
        if saved is None:
            return revision
        typed = saved
        wrong, made = _made_of(typed, raw, revision, place, as_of)
        if made is not None:
            return made
        click.echo(wrong, err=True)
        if not (at_terminal() and click.confirm("Open it again?", default=True, err=True)):
            raise click.ClickException(f"the event cannot be taken as it was typed; nothing is written:\n{typed}")


def _made_of(typed: str, raw: bytes, revision: Revision, place: int, as_of: str) -> tuple[str, Revision | None]:
    """What is wrong with what was typed; or nothing, and the revision with it."""
    try:
        event: Any = json.loads(typed)
        edited = revise_at(revision.new, {f"/events/{place}": event})
    except (ValueError, RecursionError) as error:
        return f"what was typed is no JSON: {error}", None
    if not edited.ok:
        return "\n".join(f"{found.pointer}: {found.message}" for found in edited.report.errors), None
    return "", reviewed(raw, revision.before, edited.new, as_of=as_of)
