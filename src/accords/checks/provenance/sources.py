"""Provenance: who says so, where, and since when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import first_published
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.dates import Edtf
from accords.diagnostics import Diagnostic
from accords.model.actors import ThirdParty
from accords.model.conclusion import NatureView
from accords.model.events import Assessment, Claim, Monitoring
from accords.model.obligations import Reading
from accords.model.sources import Citation, Source
from accords.pointer import Path
from accords.prose import composed, quoted
from accords.vocabulary import Act, Basis, ConclusionForm, EventKind, Says, SourceKind

__all__ = ["ACTS", "PROVENANCE"]

ACTS = {
    ConclusionForm.SIGNED: Act.SIGNATURE,
    ConclusionForm.INITIALLED: Act.INITIALLING,
    ConclusionForm.INITIALLED_AD_REFERENDUM: Act.INITIALLING,
}
"""Form of a conclusion → the act that concludes it. An announcement does not: it may come days later."""
_HAPPENED = (Says.OCCURRED, Says.BREACH, Says.NO_BREACH)
_OWN_WORDS = {
    SourceKind.OFFICIAL_STATEMENT: "an official statement",
    SourceKind.SOCIAL_MEDIA_POST: "a post on a social network",
}
_RELATIVE = late(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(yesterday|today|tomorrow|tonight|ago)\b"
    r"|\b(last|this|next) (night|week|month|year|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_NUMBERS = late("[0-9]+")


def obligation_without_citation(index: Index) -> Iterator[Diagnostic]:
    """ACC404: no source is cited for a duty; of a record without sources that is said once."""
    agreement = index.agreement
    if agreement.obligations and not agreement.sources:
        yield index.found(
            "ACC404",
            "the record names no source, so nothing in it can be looked up",
            (),
            "add what was coded to `sources`, and cite it for every duty, role and claim",
        )
        return
    for place, duty in enumerate(agreement.obligations):
        if not duty.citations:
            words = "its words are given, and not where they stand" if duty.as_written else "no source is cited for it"
            yield index.found(
                "ACC404",
                f"{words}: {quoted(duty.action)}",
                ("obligations", place, "id"),
                "add `citations` with a locator",
            )


def role_without_source(index: Index) -> Iterator[Diagnostic]:
    """ACC405: nobody is said to give a third party its role."""
    for place, third in enumerate(index.agreement.third_parties if index.agreement.sources else ()):
        if not third.citations and not third.according_to_ids:
            yield index.found(
                "ACC405",
                f'"{third.actor_id}" has the role `{third.role.value}`, and nobody is said to give it',
                ("third_parties", place, "actor_id"),
                "cite the source that does, or name who says so in `according_to_ids`",
            )


def claim_without_source(index: Index) -> Iterator[Diagnostic]:
    """ACC406: a claim cites nothing, and its event does not either."""
    for claim, path, cited in _claims(index):
        if not cited and index.agreement.sources:
            who = "nobody is named who claims it, and" if claim.claimed_by_id is None else "it is claimed, and"
            yield index.found("ACC406", f"{who} no source is cited", path, "add `citations` to the claim or its event")


def claim_without_date(index: Index) -> Iterator[Diagnostic]:
    """ACC407: nothing dates a claim, neither itself nor its source; a note about the source accounts for that."""
    for claim, path, cited in _claims(index):
        if claim.when or claim.until or claim.when_as_written or claim.known_on or not cited:
            continue
        sources = list(_sources(cited, index))
        if sources and not any(source.published or source.note for source in sources):
            yield index.found(
                "ACC407",
                f'neither the claim nor its source "{sources[0].id}" has a date, so it counts as known at all times',
                path,
                "give `known_on`, or date the source; where neither can be known, say so in the `note` of the source",
                related=(((*index.by_id[sources[0].id].path, "id"), sources[0].id),),
                related_label="its source",
            )


def conclusion_without_source(index: Index) -> Iterator[Diagnostic]:
    """ACC408: no source is cited for how the agreement was concluded, or all that is said of that act is a denial."""
    conclusion = index.agreement.conclusion
    if conclusion is None or not index.agreement.sources:
        return
    act = ACTS.get(conclusion.form)
    acts = [
        event
        for event in index.agreement.events
        if event.kind is EventKind.MILESTONE and (event.act is act or act is None)
    ]
    said = [claim.says for event in acts for claim in event.claims]
    word = conclusion.form.value.replace("_", " ")
    if act is not None and Says.NOT_OCCURRED in said and not any(says in _HAPPENED for says in said):
        message = f"the agreement is called {word}, and the record holds a denial of that act and no claim of it"
    elif not conclusion.citations and not any(event.claims or event.citations for event in acts):
        message = f"no source is cited for its being {word}"
    else:
        return
    yield index.found(
        "ACC408",
        message,
        ("conclusion", "form"),
        "cite who says so; what was only announced is `announced`, and what was agreed without a signature "
        "`agreed_unsigned`",
    )


def official_word_as_neutral(index: Index) -> Iterator[Diagnostic]:
    """ACC409: a claim rests on an official statement or a post, and names no speaker."""
    said = [(path, cited) for claim, path, cited in _claims(index) if claim.claimed_by_id is None]
    said += [(path, watch.citations) for watch, path in index.placed(Monitoring) if watch.monitored_by_id is None]
    names: dict[str, str] | None = None
    for path, cited in said:
        source = next(_sources(cited[:1], index), None)
        if source is None or source.kind not in _OWN_WORDS:
            continue
        names = _names(index) if names is None else names
        speaker = next(
            (names[folded] for n in (source.publisher, *source.authors) if n and (folded := _folded(n)) in names), ""
        )
        member = "monitored_by_id" if path[0] == "monitoring" else "claimed_by_id"
        yield index.found(
            "ACC409",
            f'it names no speaker, and "{source.id}" is {_OWN_WORDS[source.kind]}, which speaks for somebody',
            path,
            f'write `{member}`: "{speaker}"' if speaker else f"say in `{member}` whose word it is",
            related=(((*index.by_id[source.id].path, "kind"), source.id),),
            related_label="its source",
        )


def known_before_published(index: Index) -> Iterator[Diagnostic]:
    """ACC410: a claim was known before the source that makes it was published."""
    own_words = {source.id for source in index.agreement.sources if source.kind in _OWN_WORDS}
    for claim, path, cited in _claims(index):
        if claim.known_on is None or claim.known_on.latest is None:
            continue
        speaks = claim.claimed_by_id is None or all(one.source_id in own_words for one in cited)
        published = first_published(cited, index) if speaks else None
        if published is not None and published.earliest and claim.known_on.latest < published.earliest:
            period = f"{claim.known_on.latest}/{published.latest or published.earliest}"
            yield index.found(
                "ACC410",
                f"it was known on {claim.known_on}, and what it cites was published on {published}",
                (*path, "known_on"),
                "correct one of the two days; "
                + (
                    "where somebody else said it first, name them in `claimed_by_id`"
                    if claim.claimed_by_id is None
                    else "where the source only repeats what was said before, give the kind of a report"
                )
                + f'; a register or a file of many days has a period as `published`, such as "{period}"',
            )


def worked_out_date_unmarked(index: Index) -> Iterator[Diagnostic]:
    """ACC411: the words of the source do not give the day that counts as stated."""
    for claim, path, cited in _claims(index):
        if claim.when is None or claim.when_as_written is None or claim.when_basis is not Basis.STATED:
            continue
        missing = _missing(claim.when, claim.when_as_written)
        if missing is None or (missing == "the year" and _implied_year(claim.when, cited, index)):
            continue
        yield index.found(
            "ACC411",
            f"{quoted(claim.when_as_written)} does not state {missing}, and {claim.when} counts as stated",
            (*path, "when"),
            'add "when_basis": "inferred"',
        )


def inferred_conclusion_unmarked(index: Index) -> Iterator[Diagnostic]:
    """ACC412: the day of the conclusion counts as stated, and the claims that give this day were worked out."""
    conclusion = index.agreement.conclusion
    if conclusion is None or conclusion.date is None or conclusion.date_basis is not Basis.STATED:
        return
    same = [
        (claim, (*path, "when_basis"))
        for claim, path, _ in _claims(index)
        if claim.when == conclusion.date and index.agreement.events[int(path[1])].kind is EventKind.MILESTONE
    ]
    if same and all(claim.when_basis is Basis.INFERRED for claim, _ in same):
        yield index.found(
            "ACC412",
            f"{conclusion.date} counts as stated here, and as inferred in the claims about that day",
            ("conclusion", "date"),
            'add "date_basis": "inferred", or correct the claims',
            related=[(path, "inferred") for _, path in same[:12]],
            related_label="marked there",
        )


def said_by_nobody(index: Index) -> Iterator[Diagnostic]:
    """ACC413: a view, a reading, a rating or a watch has nobody behind it."""
    for cls, members, what in (
        (NatureView, ("according_to_ids", "citations"), "nobody is said to hold this of the agreement"),
        (Reading, ("held_by_ids", "citations"), "nobody is said to read the duty so"),
        (Monitoring, ("monitored_by_id", "citations"), "nobody is said to have watched"),
        (Assessment, ("assessor_id", "assessor", "citations"), "nobody is said to rate the duty so"),
    ):
        for value, path in index.placed(cls):
            if not any(getattr(value, member) for member in members):
                yield index.found("ACC413", what, path, f"fill in `{members[0]}`, or cite the source that says so")


def _claims(index: Index) -> Iterator[tuple[Claim, Path, tuple[Citation, ...]]]:
    """The claims, their places, and what is cited for each: by itself, otherwise by its event."""
    for place, event in enumerate(index.agreement.events):
        for number, claim in enumerate(event.claims):
            yield claim, ("events", place, "claims", number), claim.citations or event.citations


def _sources(citations: tuple[Citation, ...], index: Index) -> Iterator[Source]:
    for citation in citations:
        owner = index.by_id.get(citation.source_id)
        if owner is not None and isinstance(owner.value, Source):
            yield owner.value


def _names(index: Index) -> dict[str, str]:
    """Every name of an actor, folded → the id of the actor."""
    return {
        _folded(name): actor.id
        for actor in reversed(index.agreement.actors)
        for name in (actor.name, *(used.text for used in actor.names))
    }


def _folded(name: str) -> str:
    return composed(name).casefold()


def _missing(when: Edtf, written: str) -> str | None:
    """What of the day its words leave out: the day itself, the year, or nothing that can be told."""
    plain = "".join(str(unicodedata.digit(one, one)) for one in written)
    numbers = [number.lstrip("0") for number in _NUMBERS.findall(plain)]
    if not numbers and _RELATIVE.search(written):
        return "a day of the calendar"
    days = [day for day in (when.earliest, when.latest) if day is not None]
    years = {text for day in days for text in (str(day.year), str(day.year % 100))}
    told = any(len(number) > 3 or number in years for number in numbers)
    return None if told or not days or not numbers else "the year"


def _implied_year(when: Edtf, cited: tuple[Citation, ...], index: Index) -> bool:
    """Whether a cited source bears a date of that year, which its readers then read into a day and month."""
    years = {day.year for day in (when.earliest, when.latest) if day is not None}
    return any(
        source.published is not None
        and source.published_basis is Basis.STATED
        and source.published.earliest is not None
        and source.published.earliest.year in years
        for source in _sources(cited, index)
    )


PROVENANCE: tuple[Check, ...] = (
    Check("ACC404", obligation_without_citation),
    Check("ACC405", role_without_source, (ThirdParty,)),
    Check("ACC406", claim_without_source, (Claim,)),
    Check("ACC407", claim_without_date, (Claim,)),
    Check("ACC408", conclusion_without_source),
    Check("ACC409", official_word_as_neutral, (Claim, Monitoring)),
    Check("ACC410", known_before_published, (Claim,)),
    Check("ACC411", worked_out_date_unmarked, (Claim,)),
    Check("ACC412", inferred_conclusion_unmarked, (Claim,)),
    Check("ACC413", said_by_nobody, (NatureView, Reading, Monitoring, Assessment)),
)
"""Code → the check that yields it."""
