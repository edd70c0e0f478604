"""The closed lists of the format. Every member says what it means; schema and documentation take it from here."""

from __future__ import annotations

from accords.wordlists import (
    Act,
    AnchorDay,
    Counted,
    Dimension,
    EventKind,
    Extent,
    InstanceChoice,
    MonthEnd,
    NextStart,
    Recorded,
    Says,
    Scale,
    Verdict,
    Vocabulary,
    Weekday,
    Whose,
)

__all__ = [
    "Act",
    "ActorKind",
    "AnchorDay",
    "Basis",
    "BindsFrom",
    "Borne",
    "CodingStatus",
    "ConclusionForm",
    "Counted",
    "Dimension",
    "EventKind",
    "Extent",
    "IdentifierScheme",
    "IdentifierStatus",
    "InstanceChoice",
    "LegalNature",
    "LinkageMode",
    "Modality",
    "MonthEnd",
    "NextStart",
    "ObligorBasis",
    "Reaches",
    "Recorded",
    "RecurrenceMode",
    "RelationKind",
    "Role",
    "Says",
    "Scale",
    "SourceKind",
    "SuspensionEffect",
    "Verdict",
    "Vocabulary",
    "Weekday",
    "Whose",
]


class Basis(Vocabulary):
    """Where a date or another statement comes from."""

    STATED = "stated", "The source says it."
    INFERRED = "inferred", "The coder worked it out; the source does not say it."


class IdentifierScheme(Vocabulary):
    """The list or register from which a code is taken."""

    ISO_3166_1_ALPHA2 = "iso_3166_1_alpha2", "Two-letter country codes of ISO 3166-1."
    ISO_3166_1_ALPHA3 = "iso_3166_1_alpha3", "Three-letter country codes of ISO 3166-1."
    GLEDITSCH_WARD = "gleditsch_ward", "State numbers of Gleditsch and Ward."
    CORRELATES_OF_WAR = "correlates_of_war", "State numbers of the Correlates of War project."
    UCDP = "ucdp", "Ids of the Uppsala Conflict Data Program."
    PAAX = "paax", "Actor ids of the PA-X data sets."
    PAX = "pax", "Agreement ids of the PA-X Peace Agreements Database."
    PAM = "pam", "Ids of the Peace Accords Matrix."
    UNTS = "unts", "Registration numbers of the United Nations Treaty Series."
    WIKIDATA = "wikidata", "Wikidata item ids, such as Q1246."
    URL = "url", "A web address that names the thing."
    OTHER = "other", "Another scheme; say which in the value."


class IdentifierStatus(Vocabulary):
    """What standing a code has in its own scheme."""

    OFFICIAL = "official", "Assigned by the keeper of the scheme."
    USER_ASSIGNED = "user_assigned", "From the range left to users; not assigned by the keeper."
    RESERVED = "reserved", "Set aside by the keeper, not assigned."
    WITHDRAWN = "withdrawn", "Once assigned, since withdrawn."


class ConclusionForm(Vocabulary):
    """How the agreement was concluded."""

    SIGNED = "signed", "The sides signed it."
    INITIALLED = "initialled", "The sides put their initials to it."
    INITIALLED_AD_REFERENDUM = "initialled_ad_referendum", "Initialled, subject to approval at home."
    AGREED_UNSIGNED = "agreed_unsigned", "Agreed by the sides, with no signature."
    ANNOUNCED = "announced", "Known from an announcement that the sides agreed."
    EXCHANGE_OF_INSTRUMENTS = "exchange_of_instruments", "Concluded by an exchange of notes or letters."
    PARALLEL_DOCUMENTS = "parallel_documents", "Each side concluded a paper of its own with a third party."
    UNILATERAL_MATCHING = "unilateral_matching", "Each side declared by itself what the other expected."


class LegalNature(Vocabulary):
    """What somebody holds the agreement to be in law."""

    TREATY = "treaty", "Binding under international law."
    POLITICAL_COMMITMENT = "political_commitment", "A political commitment without legal force."
    ARRANGEMENT = "arrangement", "A technical or administrative arrangement."


class ActorKind(Vocabulary):
    """What sort of actor it is; no kind says anything about statehood."""

    POLITY = (
        "polity",
        "A state, territory, authority or entity that acts as one; says nothing about statehood.",
    )
    INTERNATIONAL_ORGANISATION = "international_organisation", "An organisation of states or polities."
    ARMED_GROUP = "armed_group", "An organised armed group."
    POLITICAL_PARTY = "political_party", "A political party or movement."
    BODY = "body", "A committee, court, mission or other body."
    GROUP = "group", "Several actors taken together; see its members."
    OFFICE = "office", "An office, whoever holds it."
    PERSON = "person", "A natural person."
    OTHER = "other", "None of these."


class Role(Vocabulary):
    """What a third party does for the agreement, in the words of whoever says so."""

    MEDIATOR = "mediator", "Brings the sides together and may propose terms."
    CO_MEDIATOR = "co_mediator", "Mediates together with others."
    FACILITATOR = "facilitator", "Helps the sides to talk, without proposing terms."
    HOST = "host", "Gives the place."
    CHAIR = "chair", "Chairs the talks."
    CONVENOR = "convenor", "Calls the sides together."
    WITNESS = "witness", "Attests that it was concluded."
    GUARANTOR = "guarantor", "Answers for its being kept."
    OBSERVER = "observer", "Looks on."
    VERIFIER = "verifier", "Its word on the facts counts by agreement."
    MONITOR = "monitor", "Watches whether it is kept, and reports."
    JOINT_BODY = "joint_body", "A body that the parties set up and sit in together."
    ARBITER = "arbiter", "Decides disputes."
    DEPOSITARY = "depositary", "Keeps the text and the instruments."
    SECURITY_PROVIDER = "security_provider", "Gives security on the ground."
    DONOR = "donor", "Pays."
    SUPPORTER = "supporter", "Supports in another way."
    OTHER = "other", "None of these; see the role as written."


class SourceKind(Vocabulary):
    """What sort of source it is."""

    AGREEMENT_TEXT = "agreement_text", "The text of the agreement, or a statement that is the text."
    OFFICIAL_STATEMENT = "official_statement", "A statement by an office or an organisation."
    LEGAL_ACT = "legal_act", "A law, decree, decision or judgment."
    NEWS_REPORT = "news_report", "A report by a news outlet."
    SOCIAL_MEDIA_POST = "social_media_post", "A post on a social network."
    REPORT = "report", "A report by a mission, institute or organisation."
    DATASET = "dataset", "A data set."
    INTERVIEW = "interview", "An interview."
    OTHER = "other", "None of these."


class RelationKind(Vocabulary):
    """What this agreement does to another one. The inverse is derived, and written only for annexes."""

    IMPLEMENTS = "implements", "Puts the other into practice."
    AMENDS = "amends", "Changes the other."
    SUPPLEMENTS = "supplements", "Adds to the other."
    REPLACES = "replaces", "Takes the place of the other."
    SUSPENDS = "suspends", "Suspends the other."
    REAFFIRMS = "reaffirms", "Confirms the other."
    ENDORSES = "endorses", "Approves the other without being party to it."
    ANNEX_OF = "annex_of", "Is an annex of the other."
    HAS_ANNEX = "has_annex", "Has the other as an annex; for an annex without a record of its own."
    PART_OF = "part_of", "Is a part of the other."
    FOLLOWS = "follows", "Comes after the other in the same process."
    REFERS_TO = "refers_to", "Mentions the other."
    SAME_AGREEMENT = "same_agreement", "Is the same agreement, of which there is another record."


class CodingStatus(Vocabulary):
    """How far the coding of the record has come."""

    MACHINE_DRAFT = "machine_draft", "Made by a program, and checked by nobody; every output says so."
    DRAFT = "draft", "Being written."
    CODED = "coded", "Written, not yet read by a second person."
    REVIEWED = "reviewed", "Read and checked by a second person."


class Borne(Vocabulary):
    """How several obligors share one obligation."""

    EACH = "each", "Every obligor owes it separately: one instance each."
    JOINTLY = "jointly", "All obligors owe one act that can only be done together."
    ANY = "any", "One act by any of the obligors is enough."
    IN_TURN = "in_turn", "The obligors take the turns of a recurring duty one after another, in the order named."


class ObligorBasis(Vocabulary):
    """Where the obligors come from."""

    STATED = "stated", "The source names them."
    NOT_STATED = "not_stated", "The source names nobody; the list is empty."
    INFERRED = "inferred", "The coder reads them in."


class Modality(Vocabulary):
    """What kind of duty, permission or declaration it is."""

    MUST = "must", "The obligor is to do it."
    MUST_NOT = "must_not", "The obligor is not to do it."
    MAY = "may", "The obligor has the power or the permission to do it."
    ENDEAVOUR = "endeavour", "The obligor is to try; best efforts."
    DECLARES = "declares", "A recognition or understanding; nothing is to be done."


class RecurrenceMode(Vocabulary):
    """From where the next turn of a recurring duty is counted."""

    ANCHORED = "anchored", "Always from the first turn."
    ROLLING = "rolling", "From the day on which the turn before was performed."


class WeekdayOfMonth(Vocabulary):
    """Which of the days of one name in a month it is."""

    FIRST = "first", "The first, such as the first Monday of a month."
    SECOND = "second", "The second."
    THIRD = "third", "The third."
    FOURTH = "fourth", "The fourth."
    LAST = "last", "The last, which is the fourth or the fifth."

    @property
    def place(self) -> int:
        """From 0, the first, to 3, the fourth; 4 is the last."""
        return list(WeekdayOfMonth).index(self)


class BindsFrom(Vocabulary):
    """From when an obligation binds."""

    ENTRY_INTO_FORCE = "entry_into_force", "From the entry into force of the agreement."
    CONCLUSION = "conclusion", "From its conclusion, as duties to ratify or to refrain in the meantime do."


class SuspensionEffect(Vocabulary):
    """What a suspension does to a deadline."""

    STOPS_THE_CLOCK = "stops_the_clock", "The days of the suspension do not count towards the deadline."
    CLOCK_RUNS = "clock_runs", "The deadline stays; if it falls into the suspension it moves to its end."


class LinkageMode(Vocabulary):
    """How the duties of a linkage depend on each other, where the text itself ties them."""

    SIMULTANEOUS = "simultaneous", "To be performed at the same time."
    RECIPROCAL = "reciprocal", "Each is owed only while the other is kept."
    INDEPENDENT = "independent", "Said to be owed whatever becomes of the other."
    ALTERNATIVE = "alternative", "Performing one releases from the others."


class Reaches(Vocabulary):
    """The turn in the life of an obligation at which a condition becomes true."""

    FULFILLED = "fulfilled", "It was performed, late or in time; of several instances, all."
    BREACHED = "breached", "It was breached; of several instances, the first."
    EXERCISED = "exercised", "A power was used; of several instances, the first."
    ENDED = "ended", "It came to its end; of several instances, the first."
