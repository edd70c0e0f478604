"""An invented text, and records that are codings of it: each duty cites the words it is read out of."""

from __future__ import annotations

import hashlib
from typing import Any

from attrs import evolve

from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.model.obligations import Obligation
from accords.model.sources import Citation, Source, Span

TEXT = """Ferry agreement of Ruritania and Graustark.

Article 1. Ruritania shall repair the landing, and shall paint it.

Article 2. Neither side shall levy tolls.

Article 3. The sides may meet.

Article 4. This text is in two languages.
"""


def cite(words: str, text: str = TEXT) -> tuple[Citation, ...]:
    """The place of ``words`` in the text, to the character."""
    start = text.index(words)
    hashed = hashlib.sha256(words.encode()).hexdigest()
    return (Citation(source_id="text", span=Span(start=start, end=start + len(words), sha256=hashed)),)


def duty(duty_id: str, words: str | None = None, **fields: Any) -> Obligation:
    """A duty of Ruritania, unless something else is said."""
    whole = {"modality": "must", "action": duty_id, "obligor_ids": ("ruritania",), **fields}
    return Obligation(id=duty_id, citations=cite(words) if words is not None else (), **whole)


def coding(*duties: Obligation, by: str = "A. Hope", **changes: Any) -> Agreement:
    """A record with these duties of the text."""
    actors = tuple(Actor(id=each, name=each.title()) for each in ("ruritania", "graustark"))
    hashed = hashlib.sha256(TEXT.encode()).hexdigest()
    source = Source(id="text", kind="agreement_text", title="Text", text_sha256=hashed)
    parties = tuple(Party(actor_id=each.id) for each in actors)
    record = Agreement(
        id="ferry", title="Ferry", actors=actors, parties=parties, obligations=duties, sources=(source,),
        coding=Coding(coded_by=by),
    )  # fmt: skip
    return evolve(record, **changes)
