"""How a duty is performed, and when it stands still, in words."""

from __future__ import annotations

from typing import assert_never

from accords.model.agreement import Agreement
from accords.model.obligations import Continuing, EachTime, Once, Performance, Recurring, Renewal, Suspension
from accords.words.conditions import condition_in_words, end_in_words
from accords.words.names import Names, names_of
from accords.words.phrasing import counted, say
from accords.words.times import duration_in_words

__all__ = ["performance_in_words", "renewal_in_words", "suspension_in_words"]


def performance_in_words(performance: Performance, agreement: Agreement | Names) -> str:
    """How often a duty is to be performed: ``one act``, ``recurring: every 3 months, 4 times in all``."""
    match performance:
        case Once():
            return say("once")
        case Continuing():
            return say("continuing")
        case EachTime():
            names = names_of(agreement)
            if performance.obligation_id is not None:
                return say("each_time.duty", duty=names.duty(performance.obligation_id))
            key = "each_time" if performance.whose is None else f"each_time.{performance.whose}"
            return say(key, event=names.event(performance.event_id or ""))
        case Recurring():
            parts = _turns(performance, names_of(agreement))
            return say("recurring", parts=say("comma").join(parts)) if parts else say("recurring.bare")
        case _:
            assert_never(performance)


def _turns(recurring: Recurring, names: Names) -> list[str]:
    parts: list[str] = []
    if recurring.every is not None:
        parts.append(say("recurring.every", time=duration_in_words(recurring.every, every=True)))
    if recurring.weekday_of_month is not None:
        parts.append(say(f"recurring.weekday.{recurring.weekday_of_month.value}"))
    if recurring.text is not None:
        parts.append(say("recurring.text", text=recurring.text.strip()))
    if recurring.mode is not None:
        parts.append(say(f"recurring.{recurring.mode.value}"))
    if recurring.times is not None:
        parts.append(counted("recurring.times", recurring.times))
    if recurring.ends is not None:
        parts.append(end_in_words(recurring.ends, names))
    return parts


def suspension_in_words(suspension: Suspension, agreement: Agreement | Names) -> str:
    """When a duty stands still and what that does to its deadline."""
    words = say(
        "suspension",
        start=condition_in_words(suspension.starts, agreement),
        end=end_in_words(suspension.ends, agreement),
        effect=say(f"suspension.{suspension.effect.value}"),
    )
    if not suspension.obligor_ids:
        return words
    return say("suspension.for", suspension=words, names=names_of(agreement).actors_in_words(suspension.obligor_ids))


def renewal_in_words(renewal: Renewal, agreement: Agreement | Names) -> str:
    """How a term is renewed: ``by 1 year, if the event ‘Both agree’ happens, at most once``."""
    names = names_of(agreement)
    parts = [say("renewal", time=duration_in_words(renewal.duration))]
    for key, event_id in (("if", renewal.if_event_id), ("unless", renewal.unless_event_id)):
        if event_id is None:
            continue
        if renewal.notice is None:
            parts.append(say(f"renewal.{key}", event=names.event(event_id)))
        else:
            time = duration_in_words(renewal.notice)
            parts.append(say(f"renewal.{key}_notice", event=names.event(event_id), time=time))
    if renewal.max_times is not None:
        parts.append(counted("renewal.times", renewal.max_times))
    return say("comma").join(parts)
