"""Two codings of one agreement, held against each other: for the terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from accords.compare.coders import (
    Agreed,
    CodedBy,
    CodersCompared,
    CodingSide,
    DutyDiffering,
    FoundInText,
    HowPaired,
    PairedThing,
)
from accords.prose import json_text, refuse_other
from accords.render.safe import clean
from accords.vocabulary import CodingStatus
from accords.words import ENGLISH, Language, counted, in_language, joined, say
from accords.wrapping import filled

__all__ = ["render_coders", "render_coders_json"]

_HASH_DIGITS = 16
_FIELD, _N, _SHARE, _ALPHA = 26, 5, 8, 15


@in_language
def render_coders(compared: CodersCompared, *, width: int = 80, language: Language = ENGLISH) -> str:
    """Write two codings for a terminal of ``width`` columns. Control characters of the records are taken out.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.render_coders(accords.compare_coders(deal, deal)).splitlines()[0]
    'Two coders'
    """
    refuse_other(compared, CodersCompared, "what compare_coders gives")
    lines = [say("coders.title"), "", *_wrapped(_head(compared), width)]
    for name, found in (
        ("actors", _pairs(compared.actors, compared.actors_only_a, compared.actors_only_b)),
        ("duties", _duties(compared)),
        ("finding", _finding(compared)),
        ("coding", _coding(compared)),
        ("differing", _differing(compared.differing)),
    ):
        told = list(_wrapped(found, width))
        if told:
            lines += ["", say(f"coders.section.{name}"), "─" * width, *told]
    return "\n".join(lines) + "\n"


def render_coders_json(compared: CodersCompared) -> str:
    """Write two codings as JSON, with all members; its schema is ``coders.schema.json``.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> '"alpha": 1.0' in accords.render_coders_json(accords.compare_coders(deal, deal))
    True
    """
    refuse_other(compared, CodersCompared, "what compare_coders gives")
    return json_text(attrs.asdict(compared))


class _Row(str):
    """A line of a table, which is not filled anew."""

    __slots__ = ()


def _wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    for line in lines:
        if isinstance(line, _Row):
            yield line
            continue
        indent = " " * (len(line) - len(line.lstrip()))
        yield filled(clean(line.strip()), width, indent, f"{indent}  ")


def _head(compared: CodersCompared) -> Iterator[str]:
    for key, coding in (("coders.a", compared.a), ("coders.b", compared.b)):
        yield say("calendar.line", label=say(key), words=_of(coding))
        if coding.status == CodingStatus.MACHINE_DRAFT:
            yield "  " + say("draft.unchecked")
    figures = [*(each.agreed for each in compared.fields), *(each.agreed for each in compared.found)]
    draws = max((each.draws for each in figures), default=0)
    words = say("coders.seeded", draws=draws, seed=compared.seed)
    yield say("calendar.line", label=say("coders.seed"), words=words)


def _of(coding: CodedBy) -> str:
    who = coding.coded_by or say("coders.nobody")
    duties = counted("coders.duties", coding.duties)
    digits = coding.content_hash[:_HASH_DIGITS]
    return say("coders.of", record=coding.record_id, who=who, duties=duties, hash=digits)


def _pairs(pairs: Sequence[PairedThing], only_a: Sequence[str], only_b: Sequence[str]) -> Iterator[str]:
    hows = Counter(each.how for each in pairs)
    told = [say("coders.how", count=hows[how], how=say(f"coders.how.{how.value}")) for how in HowPaired if how in hows]
    yield say("coders.paired", count=len(pairs), hows=joined(told)) if told else say("coders.no_pairs")
    for key, ids in (("coders.a", only_a), ("coders.b", only_b)):
        if ids:
            yield say("coders.only", side=say(key), ids=say("comma").join(ids))


def _duties(compared: CodersCompared) -> Iterator[str]:
    yield from _pairs(compared.duties, compared.duties_only_a, compared.duties_only_b)
    for split in compared.splits:
        side, other = ("coders.a", "coders.b") if split.side is CodingSide.A else ("coders.b", "coders.a")
        yield say("coders.split", side=say(side), other=say(other), one=split.one, several=joined(split.several))


def _finding(compared: CodersCompared) -> Iterator[str]:
    for found in compared.found:
        yield from _in_text(found)
    for edition in compared.not_found_for:
        yield say("coders.no_text", hash=edition[:_HASH_DIGITS])
    if not compared.found and not compared.not_found_for:
        yield say("coders.no_edition")


def _in_text(found: FoundInText) -> Iterator[str]:
    n = found.agreed.n
    yield counted("coders.text", n, source=found.source_id)
    neither = n - found.both - found.only_a - found.only_b
    yield "  " + say("coders.counts", both=found.both, only_a=found.only_a, only_b=found.only_b, neither=neither)
    yield from _table([(say("coders.finding"), found.agreed)])
    for key, ids in (("coders.a", found.unplaced_a), ("coders.b", found.unplaced_b)):
        if ids:
            yield "  " + say("coders.unplaced", side=say(key), ids=say("comma").join(ids))


def _coding(compared: CodersCompared) -> Iterator[str]:
    if not compared.duties:
        yield say("coders.none")
        return
    share = _percent(compared.same / compared.values)
    yield say("coders.overall", same=compared.same, values=compared.values, share=share)
    varied = [each.agreed for each in compared.fields if each.agreed.alpha is not None]
    if 0 < len(varied) < len(compared.fields):
        same, values = sum(each.same for each in varied), sum(each.n for each in varied)
        plain, share = len(compared.fields) - len(varied), _percent(same / values)
        yield counted("coders.unvaried", plain, same=same, values=values, share=share)
    named = ((say(f"coders.field.{each.field}"), each) for each in compared.fields)
    yield from _table([(say("coders.set", field=name) if each.is_set else name, each.agreed) for name, each in named])


def _table(rows: Sequence[tuple[str, Agreed]]) -> Iterator[str]:
    names = [say(f"coders.column.{each}") for each in ("field", "n", "same", "alpha", "interval")]
    yield _row(names)
    for name, found in rows:
        share = _percent(found.share) if found.share is not None else ""
        number = say("coders.no_alpha") if found.alpha is None else _figure(found.alpha)
        yield _row([name, str(found.n), share, number, _interval(found)])


def _row(cells: Sequence[str]) -> _Row:
    name, n, share, number, interval = cells
    return _Row(f"{name:<{_FIELD}} {n:>{_N}} {share:>{_SHARE}} {number:>{_ALPHA}}  {interval}".rstrip())


def _interval(found: Agreed) -> str:
    if found.low is None or found.high is None:
        return "" if found.alpha is None else say("coders.no_interval")
    return say("coders.interval", low=_figure(found.low), high=_figure(found.high))


def _figure(number: float) -> str:
    return f"{round(number, 2) + 0:.2f}"  # nothing has no sign


def _percent(share: float) -> str:
    return say("coders.percent", number=f"{100 * share:.0f}")


def _differing(duties: Iterable[DutyDiffering]) -> Iterator[str]:
    for duty in duties:
        yield say("coders.action", a=duty.a, b=duty.b, action_a=duty.action_a, action_b=duty.action_b)
        for each in duty.fields:
            sides = [say("semicolon").join(side) or say("coders.absent") for side in (each.a, each.b)]
            name = say(f"coders.field.{each.field}")
            yield "  " + say("coders.difference", field=name, a=sides[0], b=sides[1])
