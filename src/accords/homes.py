"""Which names are public, and where each is at home: the one list of them.

``accords/__init__.pyi``, which type checkers and editors read, is written from this table by ``make generate``.
"""

__all__ = ["HOMES", "PUBLIC"]

_NAMES = {
    "accords.checklist": "Bucket Checklist Choice GroupBy Item Section Shape checklist combined_checklist",
    "accords.codec": "content_hash dumps",
    "accords.compare": "Aspect Compared Difference DutyChange EventChange LineChange Sort diff",
    "accords.corpus": "read_records",
    "accords.dates": "DateError Edtf parse_date",
    "accords.diagnostics": "AccordsError Diagnostic Edit Fix InvalidRecordError Place Report Waived",
    "accords.durations": "Duration DurationError parse_duration",
    "accords.engine.worlds.disputes": "Dispute",
    "accords.engine.terms.table": "State",
    "accords.formatting": "reformat",
    "accords.model.actors": "Actor ActorName ActsFor DesignationNote Party ThirdParty",
    "accords.model.agreement": (
        "Agreement Calendar Coding Conclusion Correction DutyCoding NatureView ProvisionalApplication "
        "RatingScale Relation Release ScaleLevel Term Waiver"
    ),
    "accords.model.conditions": (
        "AllOf AnyOf AtLeast Condition Never NoEvent Offset OnConclusion OnDate OnEntryIntoForce OnEvent "
        "OnObligation Prose Vague"
    ),
    "accords.model.events": "Assessment Claim ClaimedQuantity Event Finding Monitoring",
    "accords.model.obligations": (
        "Amount Carveout Continuing EachTime Linkage Obligation Once Performance Quantity Ratio Reading "
        "ReadingTerms Recurring Renewal Suspension"
    ),
    "accords.model.sources": "Citation Identifier LocalText Source Span",
    "accords.reading": "Limits",
    "accords.render.checklist.csv": "render_csv",
    "accords.render.checklist.html": "render_html",
    "accords.render.checklist.ics": "render_ics",
    "accords.render.checklist.json": "render_json",
    "accords.render.checklist.markdown": "render_markdown",
    "accords.render.checklist.terminal": "render_terminal",
    "accords.render.checklist.xlsx": "render_xlsx",
    "accords.render.diff": "render_diff render_diff_json render_diff_markdown",
    "accords.rules": "RULES Rule Severity",
    "accords.schema.store": "read_schema",
    "accords.settings": "FailOn Settings SettingsError find_settings",
    "accords.standing.amounts": "MeasuredAmount ToldFigure",
    "accords.standing.days": "Days",
    "accords.standing.history": "Change changes timeline",
    "accords.standing.proof": "Proof ProvenSlot Reckoning Remedy Said Standstill",
    "accords.standing.proving": "explain",
    "accords.standing.report": "Deadline InstanceStatus StatusReport Violation status",
    "accords.standing.rollup": "RollUp",
    "accords.standing.trees": "Reached Tree",
    "accords.starter": "new_record",
    "accords.validate": "Examination RecordSource apply_fixes dump load loads validate",
    "accords.verify": "SpanCheck Verification verify",
    "accords.version": "VERSION",
    "accords.vocabulary": (
        "Act ActorKind AnchorDay Basis BindsFrom Borne CodingStatus ConclusionForm Counted Dimension "
        "EventKind Extent IdentifierScheme IdentifierStatus InstanceChoice LegalNature LinkageMode Modality "
        "MonthEnd NextStart ObligorBasis Reaches Recorded RecurrenceMode RelationKind Role Says Scale "
        "SourceKind SuspensionEffect Verdict Weekday"
    ),
    "accords.words": "ENGLISH Language",
}
"""Module → the public names that it has."""

HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
"""Public name → the module that has it."""

PUBLIC = sorted(HOMES, key=lambda name: (not name.isupper(), name[0].islower(), name))
"""The public names: constants, then classes, then functions, each by the alphabet."""
