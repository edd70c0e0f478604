"""What is to be looked at, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist import DueEntry, DueKind, DueList
from accords.checklist.lines import note_in_words
from accords.dates import as_date
from accords.prose import refuse_other
from accords.render.safe import clean
from accords.words import ENGLISH, Language, counted, date_in_words, in_language, joined, say
from accords.wrapping import filled

__all__ = ["about_due", "entry_id", "entry_lines", "render_due"]


@in_language
def render_due(found: DueList, *, width: int = 80, language: Language = ENGLISH) -> str:
    """Write ``found`` for a terminal of ``width`` columns. Control characters of the records are taken out.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.render_due(accords.due([deal], as_of="1911-09-10")).splitlines()[0]
    'What is to be looked at'
    """
    refuse_other(found, DueList, "a DueList, as due gives it")
    lines = [clean(say("agenda.title")), filled(about_due(found), width, "", "")]
    for kind in DueKind:
        entries = found.of(kind)
        if entries:
            lines += _heading(say(f"agenda.kind.{kind}"), width)
        for entry in entries:
            first, *rest = entry_lines(entry, named=len(found.records) > 1)
            lines.append(filled(clean(first), width, "", "  "))
            lines += [filled(clean(line), width, "    ", "      ") for line in rest]
    if not found.entries:
        lines += ["", say("agenda.nothing")]
    for heading, told in _ends(found):
        if told:
            lines += _heading(heading, width)
            lines += [filled(clean(line), width, "", "  ") for line in told]
    return "\n".join(lines) + "\n"


def about_due(found: DueList) -> str:
    """As of which day it is, what is new and what is due."""
    day, since, until = (date_in_words(as_date(each)) for each in (found.as_of, found.since, found.until))
    return say("agenda.as_of", day=day, since=since, until=until)


def entry_lines(entry: DueEntry, *, named: bool) -> tuple[str, ...]:
    """What is owed by whom, with the agreement if ``named``, where it stands, by when, and who sees it differently."""
    text = say("agenda.of", text=entry.duty, agreement=entry.agreement) if named else entry.duty
    lines = [say("agenda.thing", sign=entry.sign, text=text, id=entry_id(entry)), entry.status]
    if entry.number is not None:
        turn, further = say("turn.one", first=entry.number), joined([str(each) for each in entry.further_numbers])
        lines.append(say("agenda.turns_alike", turn=turn, further=further) if further else turn)
    if entry.deadline:
        lines.append(say("agenda.deadline", deadline=entry.deadline))
    if entry.or_due:
        lines.append(say("agenda.or_due", deadline=entry.or_due))
    return (*lines, *entry.amounts, *entry.disputes, *entry.charges)


def entry_id(entry: DueEntry) -> str:
    """Of which record it is, and what there: the same on every day."""
    return f"{entry.record_id}/{entry.instance}"


def _heading(words: str, width: int) -> list[str]:
    return ["", clean(words), "─" * width]


def _ends(found: DueList) -> Iterator[tuple[str, list[str]]]:
    yield (
        say("agenda.section.before"),
        [
            say("agenda.before", title=record.title.strip(), parts=joined(parts))
            for record in found.records
            if (
                parts := [
                    counted(f"agenda.before.{name}", count)
                    for name, count in (
                        ("overdue", record.overdue_before),
                        ("disputed", record.disputed_before),
                        ("charged", record.charged_before),
                        ("passed", record.passed_before),
                    )
                    if count
                ]
            )
        ],
    )
    yield (
        say("agenda.section.left"),
        [
            *(
                say("agenda.not_followed", title=record.title.strip(), words=record.not_followed)
                for record in found.records
                if record.not_followed is not None
            ),
            *(say("agenda.draft_out", name=each.name, reason=each.reason) for each in found.drafts),
            *(say("agenda.unread", name=each.name, reason=each.reason) for each in found.unread),
        ],
    )
    yield say("label.assumed"), list(found.assumptions)
    yield say("compare.section.notes"), [f"{note.mark} {note_in_words(note)}" for note in found.notes]
