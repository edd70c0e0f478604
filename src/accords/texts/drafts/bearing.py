"""What of a duty its quote does not positively bear out: who owes it to whom, how strictly, on which condition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from accords.texts.drafts.bench import Bench
from accords.texts.drafts.clauses import Clause, Modal, clause_of, modals_in, performs, verb_of
from accords.texts.drafts.counting import holding_days, mark_numbers
from accords.texts.drafts.cues import (
    CONDITIONS,
    DENIALS,
    NOTS,
    OPENERS,
    TURNED,
)
from accords.texts.drafts.figures import StatedDate, dates_in
from accords.texts.drafts.form import DraftDuty
from accords.texts.drafts.pairing.objects import other_objects, shares_in
from accords.texts.drafts.pairing.relations import turned_relations
from accords.texts.drafts.pairing.senses import other_senses
from accords.texts.drafts.quotes import QuotedPassage, seen
from accords.texts.drafts.suspects import new_words, shortened, told, words_in
from accords.texts.drafts.unsaid import RowWords, Tied, in_order, without_bounds
from accords.vocabulary import Modality
from accords.words import joined, say

__all__ = ["bearers", "mark_duty"]


def bearers(bench: Bench, row: DraftDuty, found: QuotedPassage) -> Clause | None:
    """The clause of the quote that says that exactly those whom the row names are to do it."""
    return clause_of(found.sentence, found.inner, row.who, bench.called, bench.sides) if row.who else None


def mark_duty(bench: Bench, row: DraftDuty, found: QuotedPassage, tied: Tied) -> None:
    """Note everything that the sentence does not positively say, and what it says that neither row nor ``tied`` do."""
    said = bench.said(row, (*row.who, *row.owed_to))
    clause = bearers(bench, row, found)
    quote = found.passage.text
    if clause is None:
        _mark_bearers(bench, row, found)
        rest = _without_modals(quote)
    else:
        _mark_lead(bench, clause, said)
        rest = clause.rest
    bench.mark_around(found, said, is_before=clause is None)
    _mark_verb(bench, row, found, tuple(_candidates(clause, quote)))
    _mark_limits(bench, without_bounds(rest, tied.bounds), said)
    for each in dates_in(rest) if not row.due_date else ():
        if said.leaves(rest[each.start : each.end]):
            bench.mark(say("draft.mark.aside", words=_with_word(rest, each)), "condition")
    if Modality.of(row.modality) is not Modality.DECLARES:
        shares = tuple(shares_in(row, rest, said))
        others = (
            each
            for each in other_objects(row.action, rest, said)
            if not any(each in one or one in each for one in shares)
        )
        for words in (*shares, *others):
            bench.mark(say("draft.mark.aside", words=shortened(words)), "action")
    for words, part in other_senses(row, clause, found.sentence, quote):
        bench.mark(words, part)
    _mark_owed(bench, row, found, rest)
    bench.mark_others(quote, said)
    for part, words in (("condition", row.condition), ("due_words", row.due_words)):
        if seen(words):
            _mark_words(bench, words, found.sentence, part)
    _mark_action(bench, row, found, quote)
    whole = bench.said(row, (*row.who, *row.owed_to), tied.words, tied.bounds)
    bench.mark_left(each for text in _told_of(row, clause, quote) for each in whole.left_in(text))


def _mark_action(bench: Bench, row: DraftDuty, found: QuotedPassage, quote: str) -> None:
    """Note words of the action that the sentence has not, or has behind another small word, or negated."""
    for words in told("draft.mark.new_words", new_words(row.action, found.sentence)):
        bench.mark(words, "action")
    given = f"{_bare(_without_modals(quote), evolve(row, place=''))} … {quote}"
    for words, stated in turned_relations(row.action, given, (*row.who, *row.owed_to, row.place)):
        bench.mark(say("draft.mark.relation", words=words, stated=stated), "action")
    if Modality.of(row.modality) is not Modality.DECLARES:
        for words in told("draft.mark.negated", words_in(NOTS, _own_nots(row.action, quote))):
            bench.mark(words, "action")
    mark_numbers(bench, found, row.action, "action")


def _told_of(row: DraftDuty, clause: Clause | None, quote: str) -> Iterator[str]:
    """What the quote says behind the modal word of the duty, up to another of the same bearer."""
    text = quote if clause is None else clause.rest
    cuts = [each for each in modals_in(text) if clause is None or _ALSO.search(text[: each.start])]
    starts = (*(() if clause is None else (0,)), *(each.end for each in cuts))
    ends = (*(each.start for each in cuts), len(text))[0 if clause is not None else 1 :]
    declares = Modality.of(row.modality) is Modality.DECLARES
    for start, end in zip(starts, ends, strict=True):
        if declares or performs(row.action, _bare(text[start:end], row), bool(row.who)):
            yield _without_modals(text[start:end])


_ALSO = re.compile(r"(?:,|\band|\bor|;)\s*$")
"""What stands before a modal word of the same bearer as the one before."""


def _with_word(text: str, date: StatedDate) -> str:
    """A date in ``text`` with the word before it."""
    return " ".join((*text[: date.start].split()[-1:], text[date.start : date.end].strip()))


def _own_nots(action: str, quote: str) -> str:
    """The action without what the quote negates inside of it, where it has all of it to the letter: whose, how many."""
    return _INNER_NOTS.sub(" ", action) if seen(action) in quote else action


_INNER_NOTS = re.compile(
    r"\bnot? (?:less|fewer|more|later|earlier) than\b|\b(?:so )?as not to\b"
    r"|\b(?:who|which|whom|whose|that)\b(?:\s+\w+){1,3}?\s+not\b",
    re.IGNORECASE,
)


def _mark_bearers(bench: Bench, row: DraftDuty, found: QuotedPassage) -> None:
    unnamed = [name for name in row.who if not bench.is_named(name, found.sentence)]
    for name in unnamed:
        bench.mark(say("draft.mark.unnamed", name=name), "who")
    late = tuple(name for name in row.who if name not in unnamed)
    if late:
        bench.mark(say("draft.mark.inferred", names=joined(late)), "who")


def _mark_lead(bench: Bench, clause: Clause, said: RowWords) -> None:
    """Note what the sentence says before it names who owes it, unless the row says it too, and “or” between those."""
    if _EITHER.search(clause.bearers):
        bench.mark(say("draft.mark.either"), "who")
    left = said.leaves(clause.lead)
    if left:
        part = "condition" if CONDITIONS.search(clause.lead) or _LASTING.search(clause.lead) else "who"
        bench.mark(say("draft.mark.begins", words=shortened(left)), part)


def _without_modals(text: str) -> str:
    for modal in reversed(modals_in(text)):
        text = f"{text[: modal.start]} … {text[modal.end :]}"
    return text


def _candidates(clause: Clause | None, quote: str) -> Iterator[tuple[Modal, str]]:
    """Each modal word that may be that of the duty, with what follows it up to the next."""
    text = quote if clause is None else clause.rest
    modals = list(modals_in(text))
    if modals and clause is not None and not text[: modals[0].start].strip():
        modals = modals[1:]  # a verb that makes a duty elsewhere, as in “shall hold a fair”
    if clause is not None:
        yield clause.modal, text[: modals[0].start] if modals else text
        modals = [each for each in modals if _ALSO.search(text[: each.start])]
    for at, modal in enumerate(modals):
        end = modals[at + 1].start if at + 1 < len(modals) else len(text)
        yield modal, text[modal.end : end]


def _mark_verb(bench: Bench, row: DraftDuty, found: QuotedPassage, candidates: tuple[tuple[Modal, str], ...]) -> None:
    modality = Modality.of(row.modality)
    named = say(f"modality.{modality.value}")
    if not candidates:
        bench.mark(say("draft.mark.no_word_for", modality=named), "modality")
        return
    declares = modality is Modality.DECLARES
    fitting = [modal for modal, rest in candidates if declares or performs(row.action, _bare(rest, row), bool(row.who))]
    if not fitting:
        first = candidates[0]
        bench.mark(say("draft.mark.verb", words=_start(f"{first[0].words}{first[1]}")), "action")
    elif not declares and not in_order(row.action if row.who else row.action.partition(" ")[2], found.sentence):
        bench.mark(say("draft.mark.reordered"), "action")
    if modality is Modality.MUST and _RECEIVES.match(row.action.strip()):
        bench.mark(say("draft.mark.receives", words=_start(row.action)), "action")
    if not any(modality in modal.supports for modal in fitting or [modal for modal, _ in candidates]):
        bench.mark(say("draft.mark.modality", words=candidates[0][0].words, modality=named), "modality")


_RECEIVES = re.compile(
    r"(?:receive|get|obtain|gain|earn|inherit|enjoy|benefit|be (?:free|exempt|immune|safe|entitled|\w+(?:ed|en|id)))\b",
    re.IGNORECASE,
)
"""What is done to or for somebody, who then owes nothing."""


def _bare(rest: str, row: DraftDuty) -> str:
    """``rest`` without where, when and on which condition the row says it is done."""
    for words in filter(None, map(seen, (row.place, row.condition, row.due_words))):
        rest = rest.replace(words, " … ")
    return rest


def _start(text: str) -> str:
    return " ".join(text.split()[:6])


def _mark_limits(bench: Bench, rest: str, said: RowWords) -> None:
    """Note what limits or negates the duty in the quote, where the row does not say it as well."""
    for aside in (match[1].strip() for match in _ASIDE.finditer(rest)):
        if not CONDITIONS.search(aside) and said.leaves(aside):
            bench.mark(say("draft.mark.aside", words=shortened(aside)), "condition")
    for other in (match[0] for match in _OR.finditer(rest)):
        if said.leaves(other):
            bench.mark(say("draft.mark.aside", words=shortened(other)), "action")
    lasting = (match for match in _LASTING.finditer(rest) if not _is_dated(rest[match.start() :].partition(" ")[2]))
    for words in told("draft.mark.lasts", (match[0].strip() for match in lasting if not said.has(match[0].strip()))):
        bench.mark(words, "condition")
    kinds = ((CONDITIONS, "condition", "draft.mark.limits"), (NOTS, "action", "draft.mark.nots"))
    for pattern, part, key in (*kinds, (DENIALS, None, "draft.mark.inside")):
        for words in told(key, (word for word in words_in(pattern, rest) if not said.has(word))):
            bench.mark(words, part)


def _is_dated(text: str) -> bool:
    """Whether ``text`` begins with a date, or the end or beginning of one."""
    dates = dates_in(text[:40])
    return bool(dates) and re.fullmatch(r"\W*(?:the\W+)?(?:\w+\W+of\W+)?", text[: dates[0].start]) is not None


_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:(?:before|while|till|pending|throughout)\b(?:\s+\w+){0,4}|in (?:return|exchange)\b)", re.IGNORECASE
)
_OR = re.compile(r"\bor\s+(?:\w[\w’'-]*\s*){1,4}", re.IGNORECASE)
"""Another thing to do, or to do it to."""
_ASIDE = re.compile(
    r",\s*((?:in (?:accordance|consultation|co-?operation|agreement|co-?ordination|conformity|exchange|good)|under"
    r"|within|by|pursuant|at|after|before|with|on|upon|during|having)\b[^,;:]*)",
    re.IGNORECASE,
)
"""Behind a comma: how, when or under what something is to be done."""


def _mark_owed(bench: Bench, row: DraftDuty, found: QuotedPassage, rest: str) -> None:
    listed = tuple(name for name in row.owed_to if name in bench.people)
    owed = _owed(rest, row, (called for name in listed for called in bench.called[name]))
    for name in listed:
        if not bench.is_named(name, found.sentence):
            bench.mark(say("draft.mark.unnamed", name=name), "owed_to")
        elif not bench.is_named(name, owed):
            bench.mark(say("draft.mark.owed_to", name=name), "owed_to")


def _owed(rest: str, row: DraftDuty, called: Iterable[str]) -> str:
    """The names that stand behind “to”, or right behind the verb and are not what is handed over, sent or sold."""
    one = "|".join(re.escape(each) for each in sorted(called, key=len, reverse=True))
    small = r"(?:(?:the|all|any|each|every|other|both|an?)\s+)*"
    names = rf"{small}(?:{one})(?:\s*(?:,|and|or)\s*{small}(?:{one}))*"
    found = (
        re.finditer(
            rf"(?:{_TO}\b(?:to|towards?)|\b{re.escape(verb_of(row.action))}(?!\s+{names}{_GIVEN_AWAY}))\s+({names})(?![\w’'])",
            rest,
            re.IGNORECASE,
        )
        if one
        else ()
    )
    return " ; ".join(match[1] for match in found)


_GIVEN_AWAY = (
    r"\s+(?:(?:over|up|away|off)\b|(?:in)?to\s+(?:(?:the|an?|its|their|his|her|any|each|every)\s|(?-i:[A-Z])))"
)
"""What behind a name right behind the verb says that whoever is called so is not given something."""
_TO = "".join(
    f"(?<!{word} )"
    for word in ("due", "owed", "according", "belonging", "prior", "subject", "contrary", "relating", "not", "and not")
)


def _mark_words(bench: Bench, words: str, sentence: str, part: str) -> None:
    """Note where what stands before the words of a condition or deadline makes them say something else."""
    before = sentence[: sentence.find(words)] if words in sentence else ""
    turned = TURNED.search(before)
    if turned is not None and not any(modal.end > turned.start() for modal in modals_in(before)):
        bench.mark(say("draft.mark.turned", words=turned[0].strip()), part)
    if part == "condition" and not (OPENERS.match(words) or any(holding_days(words, "2000", forbids=False))):
        bench.mark(say("draft.mark.no_condition"), part)
