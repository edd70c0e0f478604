"""The words for checklists of several records and for what differs between two, part of the catalogue."""

from __future__ import annotations

__all__ = ["SETS"]

SETS = {
    "set.title": "{count} agreement|{count} agreements",
    "set.by_name": "its name",
    "code.user_assigned": "{code} (user-assigned)",
    "set.one_obligor": "{names}: read as one actor in {count} records, by {by}.",
    "set.assumed": "{words} ({records})",
    "set.record": "{title} ({id}): {shown}",
    "set.shown": "{count} undertaking|{count} undertakings",
    "set.shown_overdue": "{shown}, {overdue} overdue",
    "set.status": "{record}; {status}",
    "set.more": "{record}; {more}",
    "set.content": "{record}; {content}",
    "set.unread": "{name}: {reason}",
    "label.unread": "Missing",
    "column.agreement": "Agreement",
    "column.shown": "Undertakings",
    "column.overdue": "Overdue",
    "sheet.agreements": "Agreements",
    "title.agreements": "Agreements",
    "compare.obligor": "Obligor",
    "compare.duty": "Undertaking",
    "compare.label": "Heading",
    "compare.themes": "Themes",
    "compare.takes_back": "takes back the claim {id}",
    "compare.title": "What differs",
    "compare.before": "Before",
    "compare.after": "After",
    "compare.side": "{record} (content sha256 {hash})",
    "compare.side_day": "{side}, as of {as_of}, from what was known by {known_by}",
    "compare.same": "Nothing differs.",
    "compare.counts": "In numbers",
    "compare.section.agreement": "The agreement",
    "compare.section.added": "Added",
    "compare.section.removed": "Removed",
    "compare.section.changed": "Changed",
    "compare.section.events": "Events, and what is said about them",
    "compare.section.elsewhere": "Elsewhere in the record",
    "compare.section.notes": "Notes on names",
    "compare.thing": "{text} [{id}]",
    "compare.named": "{id} ({name})",
    "compare.numbered": "no. {number}",
    "compare.part": ": ",
    "compare.renamed_from": "had the id {id} before; nothing else in it differs for that",
    "compare.was": "before",
    "compare.is": "after",
    "compare.nothing": "not stated",
    "compare.event.added": "new in the record",
    "compare.event.removed": "not in the second record",
    "compare.added": "{count} undertaking was added.|{count} undertakings were added.",
    "compare.removed": "{count} undertaking was removed.|{count} undertakings were removed.",
    "compare.renamed": "{count} undertaking has another id.|{count} undertakings have other ids.",
    "compare.renamed_other": "“{old}” has the id “{new}” now.",
    "compare.renamed_more": "Other things of which only the id is another: {count} more.",
    "compare.turn": "turn {number}: {words}",
    "compare.turns": "{count} turn, {turns}: {words}|{count} turns, {turns}: {words}",
    "compare.turns.span": "no. {first} to {last}",
    "compare.turns.due": "{turns}, due from {first} to {last}",
    "compare.turns.more": (
        "and {count} more turn that moved; the difference as JSON has it"
        "|and {count} more turns that moved; the difference as JSON has them"
    ),
    "compare.alike": "In each of the {count} above",
    "compare.aspect.wording": "{count} undertaking is worded differently.|{count} undertakings are worded differently.",
    "compare.aspect.bearers": "{count} undertaking has other bearers.|{count} undertakings have other bearers.",
    "compare.aspect.deadline": "{count} deadline moved.|{count} deadlines moved.",
    "compare.timed": "{count} undertaking is timed otherwise.|{count} undertakings are timed otherwise.",
    "compare.aspect.conditions": (
        "{count} undertaking has other conditions.|{count} undertakings have other conditions."
    ),
    "compare.aspect.status": "{count} undertaking stands differently.|{count} undertakings stand differently.",
    "compare.aspect.retold": (
        "{count} undertaking stands as before, told in other words or nearer its day."
        "|{count} undertakings stand as before, told in other words or nearer their days."
    ),
    "compare.aspect.said": (
        "Ratings or watches differ for {count} undertaking.|Ratings or watches differ for {count} undertakings."
    ),
    "compare.aspect.other": "{count} undertaking differs in other parts.|{count} undertakings differ in other parts.",
    "compare.came": "{count} claim came in.|{count} claims came in.",
    "compare.gone": (
        "{count} claim of the first is not in the second.|{count} claims of the first are not in the second."
    ),
    "compare.two_records": (
        "These are two records, each with its own id: what is not in the second was not therefore taken back."
    ),
    "compare.agreement_changed": "What is said of the agreement as a whole differs.",
}
