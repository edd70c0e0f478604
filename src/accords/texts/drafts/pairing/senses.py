"""Words that make a duty elsewhere, in another sense: a guess, a state, another deal, once and not from day to day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.texts.drafts.clauses import Clause, modals_in, verb_of
from accords.texts.drafts.cues import LEVELS, OTHER_DEAL
from accords.texts.drafts.form import DraftDuty
from accords.vocabulary import Modality
from accords.words import say

__all__ = ["other_senses"]

_LOOSE = re.compile(r"\b(?:will|may|must|can|(?:is|are|has|have) to)$", re.IGNORECASE)
"""What makes a duty, or tells how things are or may come to be."""
_STATES = frozenset(
    re.findall(
        r"\w+",
        "be have lose become seem appear look feel know need own suffer fall fail want like love hate fear miss "
        "remember forget expect believe think regret win die grow survive struggle face belong depend happen "
        "blame deserve prosper thrive benefit profit starve hesitate understand sleep rejoice mourn grieve "
        "wonder worry rue hope see hear notice thank smell resemble age ripen rot rust shrink wither",
    )
)
"""What is or comes without being done."""
_BECOMES = re.compile(
    r"(?:turn\s+(?:\w+(?:ty|teen)(?![\w-]|\s+\w+(?<!in)(?<!on)(?<!by)\b)|sour|pale|grey|red|white|cold|bad|old|stale|out\s+(?:to|that))"
    r"|catch\s+(?:(?:a|the)\s+)?(?:cold|fever|fire|plague|flu))\b",
    re.IGNORECASE,
)
"""Verbs with what makes a state of them: “turn sour”."""
_PERFECT = re.compile(r"\s*(?:not\s+)?have\s+(?:(?:long|already|once|ever|just)\s+)?\w+(?:[dt]|en|ne|wn|de)\b")
_KEPT = re.compile(
    rf"{LEVELS.pattern}|\b(?:continu|respect|protect|ensur|guarantee|observ|abid|compl[iy]|honou?r|refrain|allow|permit|let"
    r"|lets|leav|grant|toler|guard|hold|treat|accord|facilitat|co-?operat|support|defend|uphold|provid|bear|carr[iy]"
    r"|avoid|prevent|regard|consider|safeguard|preserv|secur|supervis|retain|store|run|serv|host|hous|feed"
    r"|admi|accept|welcom|receiv"
    r"|recogni|enjoy|assum|open|free|exempt|cover|share|us|mak|conduct|pursue|promot|encourag|exercis|authori|undertak"
    r")\w*|\b(?:always|permanently|throughout|day and night|from day to day|while|during|until|as long as|any time"
    r"|every|each|ever|whenever|indefinitely|constantly|regularly)\b",
    re.IGNORECASE,
)
"""What may be kept from day to day, or is said to be."""


def other_senses(row: DraftDuty, clause: Clause | None, sentence: str, quote: str) -> Iterator[tuple[str, str]]:
    """What to look at, with the part of the row that it is about."""
    modality = Modality.of(row.modality)
    modals = (clause.modal,) if clause is not None else modals_in(quote)[:1]
    behind = clause.rest if clause is not None else "".join(quote[each.end :] for each in modals)
    for modal in modals:
        is_perfect = _PERFECT.match(behind) is not None
        if _LOOSE.search(modal.words) and (
            is_perfect or verb_of(row.action) in _STATES or _BECOMES.match(row.action.strip())
        ):
            yield say("draft.mark.sense", words=f"{modal.words} {' '.join(behind.split()[:3])}"), "modality"
    for match in OTHER_DEAL.finditer(sentence):
        yield say("draft.mark.other_deal", words=" ".join(match[0].split())), "action"
    if row.continuing and modality is Modality.MUST and not _KEPT.search(sentence):
        yield say("draft.mark.not_kept"), "continuing"
