"""The words for what is to be looked at now, part of the catalogue."""

from __future__ import annotations

__all__ = ["AGENDA"]

AGENDA = {
    "agenda.title": "What is to be looked at",
    "agenda.as_of": (
        "As of {day}, from what was known by then. New is what came after {since}; due is what falls on a day up to "
        "{until}. It decides nothing: what sides say stands side by side."
    ),
    "agenda.nothing": "Nothing.",
    "agenda.draft": "a draft, which nobody has checked",
    "agenda.draft_out": "{name} is left out: {reason}",
    "agenda.unread": "{name} is left out: {reason}",
    "agenda.kind.overdue": "Newly overdue",
    "agenda.kind.disputed": "Newly contested",
    "agenda.kind.charged": "Newly charged",
    "agenda.kind.passed": "Deadline passed, nothing certain",
    "agenda.kind.due": "Due",
    "agenda.kind.silent": "Nothing is reported",
    "agenda.thing": "{sign} {text} [{id}]",
    "agenda.of": "{text}, in {agreement}",
    "agenda.deadline": "deadline {deadline}",
    "agenda.or_due": "or {deadline}",
    "agenda.turns_alike": "{turn}, and likewise {further}",
    "agenda.section.left": "Not looked at",
    "agenda.section.before": "Since before",
    "agenda.not_followed": "{title}: {words}",
    "agenda.before": "{title}: {parts}",
    "agenda.before.overdue": "{count} was overdue already|{count} were overdue already",
    "agenda.before.disputed": "{count} was contested already|{count} were contested already",
    "agenda.before.charged": "{count} was charged already|{count} were charged already",
    "agenda.before.passed": (
        "the deadline of {count} had passed already, nothing certain|the deadlines of {count} had passed already, "
        "nothing certain"
    ),
    "agenda.entry": "{kind}: {text}",
}
