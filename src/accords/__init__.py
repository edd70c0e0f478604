"""Structured diplomatic agreements: who owes what to whom, when, on what condition, and where the source says so.

``load`` and ``loads`` read a record, ``validate`` says everything that is wrong with one, ``checklist`` lays out
its obligations, ``verify`` checks its citations. A record can also be built from the classes here.

Importing this package loads next to nothing: each name brings the modules behind it when it is first asked for.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from accords.homes import HOMES
from accords.version import VERSION

if TYPE_CHECKING:
    # What type checkers and editors read, and what accords.homes is made from.
    from accords.checklist import (
        Bucket,
        Checklist,
        Choice,
        GroupBy,
        Item,
        Section,
        Shape,
        checklist,
        combined_checklist,
    )
    from accords.codec import content_hash, dumps
    from accords.compare import Aspect, Difference, DutyChange, EventChange, LineChange, Side, Sort, diff
    from accords.corpus import read_records
    from accords.dates import DateError, Edtf, parse_date
    from accords.diagnostics import AccordsError, Diagnostic, Edit, Fix, InvalidRecordError, Place, Report, Waived
    from accords.durations import Duration, DurationError, parse_duration
    from accords.engine.disputes import Dispute
    from accords.engine.flags import Violation
    from accords.engine.table import State
    from accords.formatting import reformat
    from accords.model.actors import Actor, ActorName, ActsFor, DesignationNote, Party, ThirdParty
    from accords.model.agreement import (
        Agreement,
        Calendar,
        Coding,
        Conclusion,
        Correction,
        DutyCoding,
        NatureView,
        ProvisionalApplication,
        RatingScale,
        Relation,
        Release,
        ScaleLevel,
        Term,
        Waiver,
    )
    from accords.model.conditions import (
        AllOf,
        AnyOf,
        AtLeast,
        Condition,
        Never,
        NoEvent,
        Offset,
        OnConclusion,
        OnDate,
        OnEntryIntoForce,
        OnEvent,
        OnObligation,
        Prose,
        Vague,
    )
    from accords.model.events import Assessment, Claim, ClaimedQuantity, Event, Finding, Monitoring
    from accords.model.obligations import (
        Amount,
        Carveout,
        Continuing,
        EachTime,
        Linkage,
        Obligation,
        Once,
        Performance,
        Quantity,
        Ratio,
        Reading,
        ReadingTerms,
        Recurring,
        Renewal,
        Suspension,
    )
    from accords.model.sources import Citation, Identifier, LocalText, Source, Span
    from accords.reading import Limits
    from accords.render.checklist.csv import render_csv
    from accords.render.checklist.html import render_html
    from accords.render.checklist.ics import render_ics
    from accords.render.checklist.json import render_json
    from accords.render.checklist.markdown import render_markdown
    from accords.render.checklist.terminal import render_terminal
    from accords.render.checklist.xlsx import render_xlsx
    from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
    from accords.rules import RULES, Rule, Severity
    from accords.schema.store import read_schema
    from accords.settings import FailOn, Settings, SettingsError, find_settings
    from accords.standing.history import Change, changes, timeline
    from accords.standing.proof import explain
    from accords.standing.report import Deadline, InstanceStatus, StatusReport, status
    from accords.standing.rollup import RollUp
    from accords.starter import new_record
    from accords.validate import Examination, RecordSource, apply_fixes, dump, load, loads, validate
    from accords.verify import SpanCheck, Verification, verify
    from accords.vocabulary import (
        Act,
        ActorKind,
        AnchorDay,
        Basis,
        BindsFrom,
        Borne,
        CodingStatus,
        ConclusionForm,
        Counted,
        Dimension,
        EventKind,
        Extent,
        IdentifierScheme,
        IdentifierStatus,
        InstanceChoice,
        LegalNature,
        LinkageMode,
        Modality,
        MonthEnd,
        NextStart,
        ObligorBasis,
        Reaches,
        Recorded,
        RecurrenceMode,
        RelationKind,
        Role,
        Says,
        Scale,
        SourceKind,
        SuspensionEffect,
        Verdict,
        Weekday,
    )

__all__ = [
    "RULES",
    "VERSION",
    "AccordsError",
    "Act",
    "Actor",
    "ActorKind",
    "ActorName",
    "ActsFor",
    "Agreement",
    "AllOf",
    "Amount",
    "AnchorDay",
    "AnyOf",
    "Aspect",
    "Assessment",
    "AtLeast",
    "Basis",
    "BindsFrom",
    "Borne",
    "Bucket",
    "Calendar",
    "Carveout",
    "Change",
    "Checklist",
    "Choice",
    "Citation",
    "Claim",
    "ClaimedQuantity",
    "Coding",
    "CodingStatus",
    "Conclusion",
    "ConclusionForm",
    "Condition",
    "Continuing",
    "Correction",
    "Counted",
    "DateError",
    "Deadline",
    "DesignationNote",
    "Diagnostic",
    "Difference",
    "Dimension",
    "Dispute",
    "Duration",
    "DurationError",
    "DutyChange",
    "DutyCoding",
    "EachTime",
    "Edit",
    "Edtf",
    "Event",
    "EventChange",
    "EventKind",
    "Examination",
    "Extent",
    "FailOn",
    "Finding",
    "Fix",
    "GroupBy",
    "Identifier",
    "IdentifierScheme",
    "IdentifierStatus",
    "InstanceChoice",
    "InstanceStatus",
    "InvalidRecordError",
    "Item",
    "LegalNature",
    "Limits",
    "LineChange",
    "Linkage",
    "LinkageMode",
    "LocalText",
    "Modality",
    "Monitoring",
    "MonthEnd",
    "NatureView",
    "Never",
    "NextStart",
    "NoEvent",
    "Obligation",
    "ObligorBasis",
    "Offset",
    "OnConclusion",
    "OnDate",
    "OnEntryIntoForce",
    "OnEvent",
    "OnObligation",
    "Once",
    "Party",
    "Performance",
    "Place",
    "Prose",
    "ProvisionalApplication",
    "Quantity",
    "RatingScale",
    "Ratio",
    "Reaches",
    "Reading",
    "ReadingTerms",
    "RecordSource",
    "Recorded",
    "RecurrenceMode",
    "Recurring",
    "Relation",
    "RelationKind",
    "Release",
    "Renewal",
    "Report",
    "Role",
    "RollUp",
    "Rule",
    "Says",
    "Scale",
    "ScaleLevel",
    "Section",
    "Settings",
    "SettingsError",
    "Severity",
    "Shape",
    "Side",
    "Sort",
    "Source",
    "SourceKind",
    "Span",
    "SpanCheck",
    "State",
    "StatusReport",
    "Suspension",
    "SuspensionEffect",
    "Term",
    "ThirdParty",
    "Vague",
    "Verdict",
    "Verification",
    "Violation",
    "Waived",
    "Waiver",
    "Weekday",
    "apply_fixes",
    "changes",
    "checklist",
    "combined_checklist",
    "content_hash",
    "diff",
    "dump",
    "dumps",
    "explain",
    "find_settings",
    "load",
    "loads",
    "new_record",
    "parse_date",
    "parse_duration",
    "read_records",
    "read_schema",
    "reformat",
    "render_csv",
    "render_diff",
    "render_diff_json",
    "render_diff_markdown",
    "render_html",
    "render_ics",
    "render_json",
    "render_markdown",
    "render_terminal",
    "render_xlsx",
    "status",
    "timeline",
    "validate",
    "verify",
]

__version__ = VERSION


class _FrontDoor(ModuleType):
    """Looks a public name up in the module it comes from, once."""

    if not TYPE_CHECKING:  # a checker would take any name for a public one

        def __getattr__(self, name: str) -> object:
            if name not in HOMES:
                raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
            value = getattr(import_module(HOMES[name]), name)
            setattr(self, name, value)
            return value

    def __setattr__(self, name: str, value: object) -> None:
        # Importing accords.checklist would put that module in the place of the function of the same name.
        if not (name in HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _FrontDoor
