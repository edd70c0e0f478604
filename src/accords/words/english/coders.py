"""The words for two codings of one agreement, part of the catalogue."""

from __future__ import annotations

__all__ = ["CODERS"]

CODERS = {
    "coders.title": "Two coders",
    "coders.a": "A",
    "coders.b": "B",
    "coders.of": "{record}, coded by {who}: {duties} (content sha256 {hash})",
    "coders.nobody": "nobody named",
    "coders.duties": "{count} duty|{count} duties",
    "coders.seed": "Intervals",
    "coders.seeded": "95 %, by {draws} draws of units at most, with the seed {seed}",
    "coders.section.actors": "Actors",
    "coders.section.duties": "Duties",
    "coders.section.finding": "Finding: does a paragraph hold a duty?",
    "coders.section.coding": "Coding: what is said of the duties that are in both",
    "coders.section.differing": "Where they differ",
    "coders.paired": "{count} in both: {hows}",
    "coders.no_pairs": "none in both",
    "coders.how": "{count} {how}",
    "coders.how.given": "said by hand",
    "coders.how.passage": "by the passage they cite",
    "coders.how.clause": "by the clause",
    "coders.how.identity": "by identifier or name",
    "coders.how.id": "by their id alone",
    "coders.only": "only in {side}: {ids}",
    "coders.split": "{side} has one duty where {other} has several: {one} stands where {several} do",
    "coders.finding": "duty or none",
    "coders.text": "{source}: {count} paragraph|{source}: {count} paragraphs",
    "coders.counts": (
        "a duty in {both} for both, in {only_a} for A alone, in {only_b} for B alone, in {neither} for neither"
    ),
    "coders.unplaced": "without a passage in this text, and not counted here: {ids} of {side}",
    "coders.no_text": (
        "The text with the hash {hash} was not given, so that it is not known in how many of its paragraphs neither "
        "found a duty."
    ),
    "coders.no_edition": "The two cite passages of no text in common, so that finding cannot be compared.",
    "coders.none": "No duty is in both.",
    "coders.overall": "{same} of {values} values are the same ({share})",
    "coders.unvaried": (
        "without the {count} field that says the same of every duty: {same} of {values} ({share})"
        "|without the {count} fields that each say the same of every duty: {same} of {values} ({share})"
    ),
    "coders.column.field": "Field",
    "coders.column.n": "n",
    "coders.column.same": "same",
    "coders.column.alpha": "alpha",
    "coders.column.interval": "95 % interval",
    "coders.no_alpha": "no variation",
    "coders.no_interval": "none",
    "coders.interval": "{low} to {high}",
    "coders.percent": "{number} %",
    "coders.set": "{field} (set)",
    "coders.duty": "{a} / {b}",
    "coders.action": "{a} / {b}: {action_a} / {action_b}",
    "coders.absent": "not stated",
    "coders.difference": "{field}: {a} / {b}",
    "coders.field.obligor_ids": "obligors",
    "coders.field.obligor_basis": "basis of the obligors",
    "coders.field.borne": "how it is borne",
    "coders.field.owed_to_ids": "owed to",
    "coders.field.modality": "modality",
    "coders.field.performance": "performance",
    "coders.field.turns": "turns",
    "coders.field.quantities": "quantities",
    "coders.field.trigger": "trigger",
    "coders.field.not_before": "not before",
    "coders.field.due": "deadline",
    "coders.field.ends": "end",
    "coders.field.excused_if": "excused if",
    "coders.field.renewal": "renewal",
    "coders.field.suspensions": "suspensions",
    "coders.field.binds_from": "binds from",
    "coders.field.owed_after_breach": "owed after breach",
    "coders.field.survives_termination": "survives termination",
    "coders.field.beside_agreement": "beside the agreement",
    "coders.field.verified_by_ids": "verified by",
    "coders.field.determined_by_ids": "determined by",
    "coders.field.with_consent_of_ids": "with consent of",
}
