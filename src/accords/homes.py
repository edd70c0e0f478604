"""Which names are public, and where each is at home: the one list of them.

``accords/__init__.pyi``, which type checkers and editors read, is written from this table by ``make generate``.
"""

__all__ = ["HOMES", "PUBLIC"]

_NAMES = {
    "accords.checklist": (
        "Bucket Checklist Choice DueEntry DueKind DueList DueRecord FactLine GroupBy Item NameNote ReadAs RecordRow "
        "Section SectionKind Shape Timing TimingKind Unread checklist combined_checklist due"
    ),
    "accords.codec": "content_hash dumps to_dict",
    "accords.compare": "Aspect Compared Difference DutyChange EventChange LineChange PlaceChange Sort TurnChange diff",
    "accords.compare.coders": (
        "Agreed CodedBy CodersCompared CodingSide DutyDiffering FieldAgreement FieldDiffering FoundInText HowPaired "
        "PairedThing SplitDuty compare_coders"
    ),
    "accords.compare.publishing": "Hindrance NotPublishableError public_record",
    "accords.corpus": "read_records",
    "accords.corpus.asking": "query_tables",
    "accords.corpus.database": "MissingExtraError QuestionError",
    "accords.corpus.examples": "Examples examples",
    "accords.corpus.table_files": "ForeignFolderError TableTally export_tables",
    "accords.dates": "DateError DateLike Edtf Precision Qualifier parse_date",
    "accords.diagnostics": "AccordsError Diagnostic Edit Fix InvalidRecordError Place Report Waived",
    "accords.dates.durations": "Duration DurationError DurationLike parse_duration",
    "accords.texts.drafts.compiling": "compile_draft",
    "accords.texts.drafts.form": (
        "Draft DraftAmount DraftBeginning DraftBegins DraftConclusion DraftDuty DraftForm DraftPerson DraftRenewal "
        "DraftSays DraftSide DraftStatement DraftTerm DraftUnit"
    ),
    "accords.texts.drafts.from_people": "DraftedRecord Loss",
    "accords.texts.drafts.from_record": "draft_from",
    "accords.texts.drafts.prompting": "draft_prompt",
    "accords.texts.drafts.sheet": "DraftError draft_json read_draft",
    "accords.texts.drafts.telling": "render_compiled",
    "accords.texts.drafts.told": "CompiledDraft KeptRow Remark RemarkKind",
    "accords.editing": "ChangedMeanwhileError Revision revise write_revision",
    "accords.engine.days.spells": "SpellKind",
    "accords.engine.facts.claims": "Standing",
    "accords.engine.facts.knowledge": "Statement",
    "accords.engine.facts.telling": "Telling",
    "accords.engine.terms.table": "State",
    "accords.engine.worlds.assess": "Assumed Assumption",
    "accords.engine.worlds.disputes": "AsRead Contention Dispute",
    "accords.engine.worlds.proposals": "Means Proposal ProposalKind",
    "accords.formatting": "reformat",
    "accords.model.actors": "Actor ActorName ActsFor DesignationNote Party ThirdParty",
    "accords.model.agreement": "Agreement",
    "accords.model.coding": "Coding Correction DutyCoding Release Waiver",
    "accords.model.conclusion": "Calendar Conclusion NatureView ProvisionalApplication Relation Term",
    "accords.model.conditions": (
        "AllOf AnyOf AtLeast Condition Never NoEvent Offset OnConclusion OnDate OnEntryIntoForce OnEvent "
        "OnObligation Prose Vague"
    ),
    "accords.model.events": "Assessment Claim ClaimedQuantity Event Finding Monitoring RatingScale ScaleLevel",
    "accords.model.lookups": "PlacedCitation",
    "accords.model.obligations": (
        "Amount Carveout Continuing EachTime Linkage Obligation Once Performance Quantity Ratio Reading "
        "ReadingTerms Recurring Renewal Suspension"
    ),
    "accords.model.sources": "Citation Identifier LocalText Source Span",
    "accords.codec.notation": "NotationError parse_condition write_condition",
    "accords.codec.reading": "Limits",
    "accords.render.agenda.feed": "render_due_atom",
    "accords.render.agenda.listing": "render_due",
    "accords.render.agenda.plain": "render_due_json",
    "accords.render.checklist.csv": "render_csv",
    "accords.render.checklist.html": "render_html",
    "accords.render.checklist.ics": "render_ics",
    "accords.render.checklist.json": "render_json",
    "accords.render.checklist.markdown": "render_markdown",
    "accords.render.checklist.terminal": "render_terminal",
    "accords.render.checklist.xlsx": "render_xlsx",
    "accords.render.coders": "render_coders render_coders_json",
    "accords.render.diff": "render_diff render_diff_json render_diff_markdown",
    "accords.render.rows": "to_rows",
    "accords.render.site.whole": "SiteError render_site",
    "accords.rules": "RULES Rule Severity",
    "accords.schema.store": "read_schema",
    "accords.validate.settings": "FailOn Settings SettingsError find_settings",
    "accords.standing.amounts": "MeasuredAmount ToldFigure",
    "accords.standing.cited": "Cited SourceRow",
    "accords.standing.days": "Days Deadline DueAsTold",
    "accords.standing.history": "Change changes timeline",
    "accords.standing.instances": "Accusation FindingStatus InstanceStatus StatusReport Violation",
    "accords.standing.naming": "Context Heard",
    "accords.standing.own_name": "Ending",
    "accords.standing.own_dates": "OwnDate",
    "accords.standing.proof": "Proof ProvenSlot Reckoning Remedy Said Standstill",
    "accords.standing.proving": "explain",
    "accords.standing.ratings": "RatingRollUp Share",
    "accords.standing.report": "overdue status",
    "accords.standing.rollup": "RollUp",
    "accords.standing.trees": "Reached Tree",
    "accords.standing.values": (
        "AmountRow AssessmentRow Branch ClaimRow DisputeRow EventRow OtherDue Possible StandingRow "
        "UnderReading WatchRow"
    ),
    "accords.starter": "new_record",
    "accords.suggest": "UnknownIdError",
    "accords.tables": "TableColumn ColumnKind TABLES Table TableLink TableRow to_tables",
    "accords.texts.edition": "TextEdition TextError",
    "accords.texts.extract": "edition_of",
    "accords.texts.finding": "Passage Unlike find_passages",
    "accords.texts.kept": "keep read_kept",
    "accords.texts.paragraphs": "Paragraph",
    "accords.validate": "Examination RecordSource apply_fixes dump from_dict load loads validate",
    "accords.texts.verify": "SpanCheck Verification verify",
    "accords.version": "VERSION",
    "accords.vocabulary": (
        "Act ActorKind AnchorDay Basis BindsFrom Borne CodingStatus ConclusionForm Counted Dimension "
        "EventKind Extent IdentifierScheme IdentifierStatus InstanceChoice LegalNature LinkageMode Modality "
        "MonthEnd NextStart ObligorBasis Reaches Recorded RecurrenceMode RelationKind Role Says Scale "
        "SourceKind SuspensionEffect Verdict Weekday WeekdayOfMonth Whose"
    ),
    "accords.words": "ENGLISH Language",
    "accords.editing.workbook.csv_tables": "render_tables",
    "accords.editing.workbook.sheets": "CellFault NoBookError",
    "accords.editing.workbook.judging": "BookTaken",
    "accords.editing.workbook.taking": "take_workbook",
    "accords.editing.workbook.xlsx": "render_workbook",
}
"""Module → the public names that it has."""

HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
"""Public name → the module that has it."""

PUBLIC = sorted(HOMES, key=lambda name: (not name.isupper(), name[0].islower(), name))
"""The public names: constants, then classes, then functions, each by the alphabet."""
