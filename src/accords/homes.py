"""Which names are public, and where each is at home: the one list of them.

``accords/__init__.pyi``, which type checkers and editors read, is written from this table by ``make generate``.
"""

__all__ = ["HOMES", "PUBLIC"]

_NAMES = {
    "accords.checklist": "Bucket Checklist Choice GroupBy Item Section Shape checklist combined_checklist",
    "accords.codec": "content_hash dumps",
    "accords.compare": "Aspect Difference DutyChange EventChange LineChange Side Sort diff",
    "accords.corpus": "read_records",
    "accords.dates": "DateError Edtf parse_date",
    "accords.diagnostics": "AccordsError Diagnostic Edit Fix InvalidRecordError Place Report Waived",
    "accords.durations": "Duration DurationError parse_duration",
    "accords.engine.disputes": "Dispute",
    "accords.engine.flags": "Violation",
    "accords.engine.table": "State",
    "accords.formatting": "reformat",
    "accords.model.actors": "Actor ActorName DesignationNote Party ThirdParty",
    "accords.model.agreement": (
        "Agreement Coding Conclusion NatureView ProvisionalApplication Relation Renewal Term Waiver"
    ),
    "accords.model.conditions": (
        "AllOf AnyOf AtLeast Condition Never NoEvent Offset OnConclusion OnDate OnEntryIntoForce OnEvent "
        "OnObligation Prose Vague"
    ),
    "accords.model.events": "Assessment Claim Event Finding Monitoring",
    "accords.model.obligations": (
        "Carveout Continuing EachTime Linkage Obligation Once Performance Reading ReadingTerms Recurring Suspension"
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
    "accords.standing.history": "Change changes timeline",
    "accords.standing.proof": "explain",
    "accords.standing.report": "Deadline InstanceStatus StatusReport status",
    "accords.standing.rollup": "RollUp",
    "accords.starter": "new_record",
    "accords.validate": "Examination RecordSource apply_fixes dump load loads validate",
    "accords.verify": "SpanCheck Verification verify",
    "accords.version": "VERSION",
    "accords.vocabulary": (
        "Act ActorKind AnchorDay Basis BindsFrom Borne CodingStatus ConclusionForm Dimension EventKind Extent "
        "IdentifierScheme IdentifierStatus LegalNature LinkageMode Modality MonthEnd ObligorBasis Reaches "
        "Recorded RecurrenceMode RelationKind Role Says Scale SourceKind SuspensionEffect Verdict"
    ),
}
"""Module → the public names that it has."""

HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
"""Public name → the module that has it."""

PUBLIC = sorted(HOMES, key=lambda name: (not name.isupper(), name[0].islower(), name))
"""The public names: constants, then classes, then functions, each by the alphabet."""
