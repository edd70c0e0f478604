"""Words that people read only in pages and pictures: the HTML checklist, the graph, the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PAGES"]

_GRAPH = {
    "graph.title": "{title}: what hangs on what",
    "graph.desc": "{obligations}, {parties}, {events} and {conditions}, joined by {links}. {sentences}",
    "graph.obligations": "{count} undertaking|{count} undertakings",
    "graph.parties": "{count} actor|{count} actors",
    "graph.events": "{count} event|{count} events",
    "graph.conditions": "{count} condition|{count} conditions",
    "graph.links": "{count} link|{count} links",
    "graph.sentence": "{source} – {label} – {target}.",
    "graph.sentence_bare": "{source} – {target}.",
    "graph.owes.must": "must",
    "graph.owes.must_not": "must not",
    "graph.owes.may": "may",
    "graph.owes.endeavour": "must try to",
    "graph.owes.declares": "declares",
    "graph.owed_to": "to {names}",
    "graph.trigger": "is its condition",
    "graph.not_before": "opens it",
    "graph.due": "is its deadline",
    "graph.ends": "ends it",
    "graph.excused_if": "excuses it",
    "graph.each_time": "starts a turn of it",
    "graph.in_force": "entry into force",
    "graph.reaches.fulfilled": "once fulfilled",
    "graph.reaches.breached": "once breached",
    "graph.reaches.exercised": "once used",
    "graph.reaches.ended": "once ended",
    "graph.performance": "is said to perform it",
    "graph.bears": "bears on it",
    "graph.occurrence": "is one such event",
    "graph.linkage.simultaneous": "at the same time",
    "graph.linkage.reciprocal": "each only while the other is kept",
    "graph.linkage.independent": "whatever becomes of the other",
    "graph.linkage.alternative": "one or the other",
    "graph.no_event.event": "if it does not happen",
    "graph.no_event.until": "by then",
    "graph.no_event.since": "from then on",
    "graph.vague.after": "not before",
    "graph.offset.after": "{time} after",
    "graph.offset.before": "{time} before",
    "graph.offset.same": "the same day as",
    "graph.nobody": "Obligor not stated",
    "graph.too_large": "{count} box is too much for one picture.|{count:,} boxes are too many for one picture.",
    "graph.kind.party": "Actor",
    "graph.kind.obligation": "Undertaking",
    "graph.kind.event": "Event",
    "graph.kind.condition": "Condition",
}

_TIMELINE = {
    "timeline.title": "{title}: timeline",
    "timeline.desc": "{count} dated entry.|{count} dated entries.",
    "timeline.conclusion": "Agreement {form}",
    "timeline.planned": "{when} (planned)",
    "timeline.plan": "told as a plan: {words}",
    "timeline.denied": "denied by {names}",
    "timeline.by": "according to {names}",
    "timeline.duty": "{obligors} {modality} {action}",
    "timeline.sentence": "{when}, {kind}: {words}.",
    "timeline.today": "The list is as of {day}.",
    "timeline.kind.conclusion": "conclusion",
    "timeline.kind.event": "event",
    "timeline.kind.planned": "planned",
    "timeline.kind.deadline": "deadline",
}

_PAGE = {
    "page.skip": "Skip to the list",
    "page.as_of": "As of {as_of}, from what was known by {known_by}",
    "page.as_of_only": "As of {as_of}",
    "page.agreement": "Agreement",
    "page.caption": "Undertakings",
    "page.no": "No.",
    "page.number": "Number",
    "page.undertaking": "Undertaking",
    "page.sign_off": "Date, initials",
    "page.to_sign": "to be filled in by hand",
    "page.to_item": "Go to undertaking",
    "page.none": "nothing is to be done",
    "page.declared": "declared",
    "page.if": "condition: {words}",
    "page.key": "What the signs mean",
    "page.timeline": "Timeline",
    "page.timeline_key": (
        "Square: conclusion. Dot: event. Ring: planned. Diamond: deadline. Bar: day not known exactly. "
        "Arrow: outside the scale."
    ),
    "page.duties": "Each undertaking",
    "page.graph": "What hangs on what",
    "page.graph_part": "Undertakings that hang on nothing are left out.",
    "page.graph_key": (
        "Rounded: actor. Square-cornered: undertaking. Soft-cornered: event. Six-sided, dashed: condition. "
        "The same in words stands above, under each undertaking."
    ),
    "page.conditions": "Conditions",
    "page.readings": "Read differently",
    "page.reading_alone": "How it is read",
    "page.reading_alone.words": "No other reading is recorded here.",
    "page.claims": "What is said",
    "page.at": "→ {number}",
    "page.assessments": "Monitoring and ratings",
    "page.not_named": "nobody named",
    "page.proof": "Why it stands there",
    "page.proof_of": "Why undertaking {number} stands where it stands",
    "page.reading": "by the reading of",
    "page.said": "Said by {names}",
    "page.charged": "Charged by {names}",
    "page.denied": "Denied by {names}",
    "page.otherwise": "Read otherwise by {names}",
    "page.possible": "possible:",
    "page.if_so": "If it is so: {states}.",
    "page.if_not": "If it is not: {states}.",
    "page.assumed": "Assumed:",
    "page.would_change": "What would tell:",
    "page.about": "About this list",
    "page.hash": "Content (SHA-256)",
    "page.days": "Days",
}

PAGES: Mapping[str, str] = MappingProxyType({**_GRAPH, **_TIMELINE, **_PAGE})
"""The phrases by key; a bar parts the singular from the plural."""
