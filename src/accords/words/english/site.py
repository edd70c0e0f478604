"""The words of the site of published records, part of the catalogue."""

from __future__ import annotations

__all__ = ["SITE"]

SITE = {
    "site.title": "Agreements and undertakings",
    "site.intro": (
        "Who undertook what, by when, under which conditions, and where that stands by what is reported and said. "
        "This site makes no findings of its own: every status is worked out from claims, each with who makes it."
    ),
    "site.nav": "Parts of this site",
    "site.skip": "Skip to the content",
    "site.actors": "Actors",
    "site.actors.intro": "In the order of the alphabet. A name says nothing about what it names.",
    "site.changed": "What changed",
    "site.changed.intro": (
        "What became known, by the day on which it did, and what was corrected. A claim is what somebody says, no fact."
    ),
    "site.about": "About",
    "site.sources": "Sources and licences",
    "site.sources.intro": "What each record rests on, who publishes it, and under which licence.",
    "site.two_days": "As of {first} and of {last}",
    "site.since": "Days since then: {count}",
    "site.preview": "Not for publication",
    "site.preview.titled": "Not for publication: {title}",
    "site.search": "Search in all undertakings",
    "site.choose.actor": "Owed by or to",
    "site.choose.theme": "Theme",
    "site.choose.any": "any",
    "site.found": "Undertakings found: {count}",
    "site.found_more": "More than are shown: {count}. Other words find fewer.",
    "site.soon": "Due within 30 days of {day}",
    "site.soon_more": "Further ones on the pages of the agreements: {count}",
    "site.news_more": "Earlier ones on the pages of the undertakings: {count}",
    "site.between": "Between {first} and {last}",
    "site.known": "What became known",
    "site.line": "{label}: {words}",
    "site.becomes": "{before} → {after}",
    "site.stands": "Where it stands",
    "site.stands_of": "Where it stands: {name}",
    "site.history": "How it came to stand there",
    "site.history.how": "Where it stood from each day on, by what is known on {day}.",
    "site.history.turn": "turn {number}: {words}",
    "site.history.of": "{name}: {words}",
    "site.owes": "Owes",
    "site.owed": "Is owed",
    "site.neither": "Nothing is owed by it or to it by itself.",
    "site.role.acts_for": "acts for {name}",
    "site.data": "Data and feeds",
    "site.data.json": "The record (JSON)",
    "site.data.csv": "The undertakings as a table (CSV)",
    "site.feed": "What became known, as a feed (Atom)",
    "site.feed.of": (
        "{kept} entry: what became known, by its day.|{count:,} entries, {kept} of them here: what became known, "
        "the latest first."
    ),
    "site.feed.bears": "Bears on {duty}",
    "site.calendar": "Deadlines as a calendar (iCalendar)",
    "site.addresses": "All addresses that this site ever gave",
    "site.manifest": "The SHA-256 of every file",
    "site.vendored": "The search is done by MiniSearch: its licence",
    "site.embed": "Show this on a page of your own",
    "site.embed.how": "Copy these lines into a page. They say of which day they are, and lead here.",
    "site.released": "Published",
    "site.by": "by {name}",
    "site.licence": "licence:",
    "site.unreleased": "This record is not published.",
    "site.licences": "Each record has a licence of its own:",
    "site.contact": "What is wrong or missing here:",
    "site.related": "Other records",
    "site.former_ids": "formerly {ids}",
    "relation.implements": "Implements",
    "relation.amends": "Amends",
    "relation.supplements": "Supplements",
    "relation.replaces": "Replaces",
    "relation.suspends": "Suspends",
    "relation.reaffirms": "Reaffirms",
    "relation.endorses": "Endorses",
    "relation.annex_of": "Annex of",
    "relation.has_annex": "Has as an annex",
    "relation.part_of": "Part of",
    "relation.follows": "Follows",
    "relation.refers_to": "Refers to",
    "relation.same_agreement": "The same agreement in another record",
    "relation.of.implements": "By its record, implements this one",
    "relation.of.amends": "By its record, amends this one",
    "relation.of.supplements": "By its record, supplements this one",
    "relation.of.replaces": "By its record, replaces this one",
    "relation.of.suspends": "By its record, suspends this one",
    "relation.of.reaffirms": "By its record, reaffirms this one",
    "relation.of.endorses": "By its record, endorses this one",
    "relation.of.annex_of": "By its record, an annex of this one",
    "relation.of.has_annex": "By its record, has this one as an annex",
    "relation.of.part_of": "By its record, a part of this one",
    "relation.of.follows": "By its record, follows this one",
    "relation.of.refers_to": "By its record, refers to this one",
    "relation.of.same_agreement": "The same agreement in another record",
    "site.corrections": "Corrections",
    "site.corrections.how": "Whoever finds a mistake, or has a source that is missing, writes to:",
    "site.news.correction": "The record was corrected",
    "site.news.release": "The record was published",
    "site.news.released": "published",
    "site.news.released_by": "published by {by}",
    "site.moved": "This stands elsewhere now",
    "site.moved.to": "It stands here now:",
    "site.withdrawn": "Withdrawn",
    "site.withdrawn.words": "What stood at this address was withdrawn by the publisher, who says why:",
    "site.about.method": "How this is made",
    "site.about.method.words": (
        "People code the text of an agreement: who is to do what, by when, on which condition, with the place where it "
        "says so. What happened is recorded as claims, each with its speaker, its source and the day on which it "
        "became known. A program works out from them where each undertaking stands, and every page shows why."
    ),
    "site.about.status": "What a status means",
    "site.about.status.words": (
        "It holds at the end of the day that heads the page, by what was known then. What one side alone says is "
        "never stated as a fact, nor what the other side denies: both stand side by side, and several states are then "
        "possible. A deadline counts as missed only where no reading of the claims leaves another way."
    ),
    "site.about.names": "Names",
    "site.about.names.words": (
        "Names and titles are as in the records, and mean nothing about the standing of those whom they name. Notes "
        "that belong to a name stand at the end of each page."
    ),
    "site.about.silence": "Silence",
    "site.about.silence.words": (
        "That nothing is reported does not mean that nothing happened. After the last day on which somebody looked for "
        "reports there is no status, only since when the record is not monitored."
    ),
    "site.stop": "{id}: {why} ({where}): {help}",
    "site.stop.history": "{id}: as of {day} the history of {duty} would say worse than the whole record: {why}",
    "site.stop.repeated": "{id}: its pages would be too large, as many repeat a long text ({where}): shorten it",
    "site.stop.vanished": "{address} would vanish: nothing stands there any more, and nothing says what became of it",
}
