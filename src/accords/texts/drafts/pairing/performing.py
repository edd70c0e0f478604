"""Whether what is told of a happening is what a duty asks for: the same thing, place, receiver and number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from attrs import frozen

from accords.texts.drafts.cues import PARTS
from accords.texts.drafts.figures import numbers_in
from accords.texts.drafts.likeness import stem
from accords.texts.drafts.pairing.relations import relations_of, tellings_of, turned_relations

__all__ = ["OtherThing", "unlike_duty"]

_TELLS_LITTLE = frozenset(map(stem, re.findall(r"\w+", "already now fully finally since again yesterday today own")))


@frozen
class OtherThing:
    """What a duty says that is not told, and what is told that the duty does not say."""

    untold: tuple[str, ...]
    added: tuple[str, ...]
    is_bare: bool
    """Whether all that is added may be a verb alone."""


def unlike_duty(
    told: str, owed: str, *, sentence: str, receivers: Iterable[str], doers: Collection[str]
) -> OtherThing | None:
    """How what is ``told`` differs from what is ``owed``, an action of the ``sentence``; None where it does not.

    ``receivers`` are the names of those it is owed to, ``doers`` what those are called who did it.
    """
    asked = dict.fromkeys(tellings_of(owed))
    stems_told = set(relations_of(told))
    untold = [word for word in asked if stem(word) not in stems_told]
    untold += [name for name in receivers if not set(relations_of(name)) <= stems_told and name not in untold]
    verb = next(iter(asked), "")
    untold = [word for word in untold if word != verb]
    known = {stem(word) for text in (sentence, *doers) for word in tellings_of(text)} | _TELLS_LITTLE
    bare = [word for word in dict.fromkeys(tellings_of(told)) if stem(word) not in known and not numbers_in(word)]
    relations = relations_of(told, known)
    joined = [f"{relation} {word}" for word in bare for relation in sorted(relations[stem(word)]) if relation]
    turned = [
        said
        for said, _ in turned_relations(told, sentence, (*doers, *receivers))
        if " " in said and not (verb and stem(said.split()[-1]) == stem(verb))
    ]
    turned = [each for each in turned if not any(each.endswith(f" {doer}") for doer in doers)]
    added = list(dict.fromkeys((*(word for word in bare if {""} >= relations[stem(word)]), *joined, *turned)))
    if not (untold or added):
        return None
    is_told = not verb or stem(verb) in stems_told
    is_bare = not (is_told or untold or joined or turned) and not any(word[0].isupper() for word in bare)
    return OtherThing(tuple(untold), tuple(added), is_bare and not PARTS.search(told))
