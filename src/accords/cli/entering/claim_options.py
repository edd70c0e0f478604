"""What one claim is entered by on a command line, or on a line of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from accords.cli.options import means_today, today_in
from accords.editing.entries import ClaimEntry, EntryError, as_citation, as_day
from accords.editing.workbook.cells.naming import said_as
from accords.model.sources import Source
from accords.vocabulary import Act, EventKind, Extent, Says, SourceKind, Verdict, Vocabulary

__all__ = ["claim_options", "entry_of"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_OF_SOURCES = ("source_kind", "publisher", "published", "url", "source_language")
_HOW_WORKED_OUT = ("when", "known-on", "claim")


def _one_of(words: type[Vocabulary]) -> click.Choice[str]:
    return click.Choice([each.value for each in words])


_WHAT_IS_SAID = (
    click.option("--said-by", metavar="ACTOR", help="Who says it; without this the source itself reports it."),
    click.option(
        "--source", "sources", metavar="ID [PLACE]", multiple=True, help="The source, and where in it; may be repeated."
    ),
    click.option("--at", metavar="PLACE", help="Where in the source, as in ¶2, of the one without a place."),
    click.option("--text", metavar="WORDS", help="What is claimed, in your own words."),
    click.option(
        "--quote", metavar="WORDS", help="What is claimed, in the words of the source: they get quotation marks."
    ),
    click.option("--text-language", metavar="TAG", help="The language of that text."),
    click.option("--when-written", metavar="WORDS", help="The day in the words of the source, as in: on Monday."),
    click.option(
        "--known-on",
        metavar="DATE",
        help="When it became known, or `today`; without this when the source was published.",
    ),
    click.option("--until", metavar="DATE", help="The last day of a spell of which WHEN is the first."),
    click.option(
        "--worked-out",
        multiple=True,
        type=click.Choice(_HOW_WORKED_OUT),
        help="What you worked out and no source states: the day, when it was known, or the claim.",
    ),
    click.option(
        "--amount",
        "amounts",
        metavar="[OF=]NUMBER [UNIT]",
        multiple=True,
        help="How much: 88, 80..90, or prisoners=88; may be repeated.",
    ),
    click.option("--so-far", is_flag=True, help="The amounts are the sum of the whole turn up to then."),
    click.option("--reading", metavar="ID", help="The reading of the duty that the claim rests on."),
    click.option("--retracts", metavar="CLAIM", help="The speaker takes back this claim; needs no verdict."),
    click.option(
        "--amend",
        metavar="CLAIM",
        help="You mistyped this claim, an id or a number: what is given takes the place of what stands.",
    ),
    click.option("--claim-id", metavar="ID", help="The id of the claim, in place of the one made for it."),
    click.option("--no-claim-id", "has_no_id", is_flag=True, help="The claim gets no id."),
    click.option("--internal", is_flag=True, help="It is left out of what is published."),
)

_WHAT_HAPPENED = (
    click.option("--event", metavar="ID", help="With a duty: the event of it that is meant."),
    click.option(
        "--new-event",
        "is_new",
        is_flag=True,
        help="It is another event than those there are; with --kind, one of no duty.",
    ),
    click.option("--event-id", metavar="ID", help="The id of a new event, in place of the one made for it."),
    click.option(
        "--summary", metavar="WORDS", help="What happened, in neutral words, without a charge; a new event needs it."
    ),
    click.option(
        "--kind",
        type=_one_of(EventKind),
        help="What sort of happening; by default performance, or conduct where a duty is kept from day to day.",
    ),
    click.option("--act", type=_one_of(Act), help="The formal act that it is."),
    click.option(
        "--done-by",
        metavar="ACTOR",
        multiple=True,
        help="Who did it; may be repeated, or `not-stated`. Who says so is another matter.",
    ),
    click.option("--turn", type=click.IntRange(1), help="Which turn of the duty."),
    click.option("--extent", type=_one_of(Extent), help="How much of the duty it performed."),
    click.option("--extent-text", metavar="WORDS", help="How much, in words."),
    click.option("--place", metavar="WORDS", help="Where it happened."),
    click.option("--count", type=click.IntRange(0), help="How many of the things it is about."),
    click.option("--defined-as", metavar="LINE", help="What defines its day, as a condition in one line."),
    click.option("--about", metavar="EVENT", multiple=True, help="Another event that it is about; may be repeated."),
    click.option("--bears-on", metavar="DUTY", multiple=True, help="A further duty that it bears on; may be repeated."),
    click.option("--occurrence-of", metavar="EVENT", help="The repeatable event of which it is one occurrence."),
)

_WHAT_IT_HOLDS = (
    click.option(
        "--found", metavar="VERDICT", type=_one_of(Verdict), help="What a body found; --done-by says which body."
    ),
    click.option("--found-on", metavar="ID", help="The duty, event or condition that was judged; by default the duty."),
    click.option(
        "--found-of", metavar="ACTOR", multiple=True, help="Whose, of a duty that several owe each; may be repeated."
    ),
    click.option("--found-when", metavar="DATE", help="The days that were judged; by default the day of the finding."),
    click.option("--found-reading", metavar="ID", help="The reading of the duty that the body adopts."),
    click.option("--new-due", metavar="DAY", help="The deadline was moved to this: a day, or a condition in one line."),
)

_NEW_SOURCE = (
    click.option(
        "--new-source",
        metavar="TITLE",
        help="The source is not in the record yet: its title; its id stands in --source.",
    ),
    click.option("--source-kind", type=_one_of(SourceKind), help="What sort of source the new one is; needed."),
    click.option("--publisher", metavar="WHO", help="Who published the new source."),
    click.option("--published", metavar="DATE", help="When the new source was published."),
    click.option("--url", metavar="URL", help="Where the new source was found."),
    click.option("--source-language", metavar="TAG", help="The language of the new source."),
)


def claim_options(command: _Command) -> _Command:
    """The target, the verdict, the day, and every option of one claim."""
    for option in reversed((*_WHAT_IS_SAID, *_WHAT_HAPPENED, *_WHAT_IT_HOLDS, *_NEW_SOURCE)):
        command = option(command)
    command = click.argument("when", required=False)(command)
    command = click.argument("verdict", required=False)(command)
    return click.argument("target", required=False)(command)


def entry_of(given: dict[str, Any], zone: str) -> ClaimEntry:
    """The entry that the options say, of a record in ``zone``.

    Raises EntryError where they cannot be read or do not go together.
    """
    if not given["target"]:
        raise EntryError("name the event or the duty that the claim is about")
    known_on = today_in(zone) if means_today(given["known_on"]) else given["known_on"]
    return ClaimEntry(
        target=given["target"],
        says=_verdict(given["verdict"], given["when"]),
        when=as_day(given["when"], "WHEN", zone),
        said_by=given["said_by"],
        citations=tuple(as_citation(each, given["at"]) for each in _sources(given)),
        text=given["text"],
        text_language=given["text_language"],
        quote=given["quote"],
        when_written=given["when_written"],
        known_on=as_day(known_on, "--known-on", zone),
        until=as_day(given["until"], "--until", zone),
        worked_out=frozenset(given["worked_out"]),
        amounts=given["amounts"],
        so_far=given["so_far"],
        reading=given["reading"],
        retracts=given["retracts"],
        amend=given["amend"],
        claim_id=given["claim_id"],
        has_no_id=given["has_no_id"],
        internal=given["internal"],
        event=given["event"],
        is_new=given["is_new"],
        event_id=given["event_id"],
        summary=given["summary"],
        kind=EventKind.of(given["kind"]) if given["kind"] else None,
        act=Act.of(given["act"]) if given["act"] else None,
        extent=Extent.of(given["extent"]) if given["extent"] else None,
        extent_text=given["extent_text"],
        place=given["place"],
        count=given["count"],
        defined_as=given["defined_as"],
        done_by=given["done_by"],
        about=given["about"],
        bears_on=given["bears_on"],
        occurrence_of=given["occurrence_of"],
        turn=given["turn"],
        found=Verdict.of(given["found"]) if given["found"] else None,
        found_on=given["found_on"],
        found_of=given["found_of"],
        found_when=as_day(given["found_when"], "--found-when", zone),
        found_reading=given["found_reading"],
        new_due=given["new_due"],
        source=_new_source(given),
    )


def _verdict(word: str | None, when: str | None) -> Says | None:
    if word is None:
        return None
    if word not in list(Says):
        if when in list(Says):
            raise EntryError(f"the verdict comes before the day: {when} {word}")
        meant = said_as(word, tuple(Says))
        hint = f"; did you mean {meant}?" if meant is not None else ""
        words = "".join(f"\n  {each.value}: {each.meaning}" for each in Says)
        raise EntryError(f'"{word}" is no verdict{hint or "; there are"}{words}')
    return Says.of(word)


def _sources(given: dict[str, Any]) -> tuple[str, ...]:
    sources: tuple[str, ...] = given["sources"]
    if given["at"] and sum(" " not in each.strip() for each in sources) != 1:
        raise EntryError("--at goes with one --source that has no place of its own")
    return sources


def _new_source(given: dict[str, Any]) -> Source | None:
    details = [option for option in _OF_SOURCES if given[option]]
    if given["new_source"] is None:
        if details:
            raise EntryError(
                f"--{details[0].replace('_', '-')} describes a new source: give its title with --new-source"
            )
        return None
    if not given["sources"] or not given["source_kind"]:
        raise EntryError("--new-source needs --source ID, the id it is to have, and --source-kind")
    return Source(
        id=as_citation(given["sources"][0]).source_id,
        kind=SourceKind.of(given["source_kind"]),
        title=given["new_source"],
        publisher=given["publisher"],
        published=as_day(given["published"], "--published"),
        language=given["source_language"],
        url=given["url"],
    )
