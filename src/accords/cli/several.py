"""The records that a verb is about where it takes several: which of them can be used, and what is wrong with others."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import click
from attrs import define, field

from accords.checklist import Unread
from accords.checklist.styles import WITHOUT, names_used_in, styles_in, used_by_first
from accords.cli.options import standard_input, wants_color
from accords.corpus import read_records, stands_for_many
from accords.model.agreement import Agreement
from accords.prose import counted, printable
from accords.validate import Examination
from accords.validate.report import render_full

__all__ = ["Usable", "one_of", "refuse_faulty", "refuse_unheard"]


def one_of(paths: tuple[str, ...]) -> tuple[Examination | None, Iterable[Examination]]:
    """The one record that ``paths`` name; None where they may name several, and all of them."""
    found = read_records(paths, stdin=standard_input(paths))
    if len(paths) != 1 or stands_for_many(paths[0]):
        return None, found
    first, *second = islice(found, 2)  # standard input may hold several although it is one name
    if second:
        return None, chain((first, *second), found)
    return first, (first,)


def refuse_faulty(examination: Examination, color: str) -> int:
    """Print on standard error what is wrong with a record that cannot be used, and return the exit code."""
    findings = render_full(examination.report, examination.text, color=wants_color(color, sys.stderr))
    click.echo(findings, err=True, color=True)
    return 2 if any(found.code == "ACC012" for found in examination.report.diagnostics) else 1


def refuse_unheard(what: str, asked: str | None, users: Iterable[str]) -> None:
    """Raise UsageError where notes on names, or names, are asked for that nobody among ``users`` has."""
    known = tuple(dict.fromkeys(users))
    if asked is not None and asked != WITHOUT and used_by_first(known, asked) is None:
        named = ", ".join(printable(each) for each in known) or "nobody"
        raise click.UsageError(f"no name has {what} {asked!r}; there are those of: {named}")


@define
class Usable:
    """Passes on the records that can be used, and keeps what is wrong with the others."""

    color: bool
    unread: list[Unread] = field(factory=list)
    findings: list[str] = field(factory=list)
    actor_ids: dict[str, None] = field(factory=dict)
    note_users: dict[str, None] = field(factory=dict)
    name_users: dict[str, None] = field(factory=dict)
    title_languages: dict[str, None] = field(factory=dict)
    is_incomplete: bool = False
    _names: dict[str, str] = field(factory=dict)
    _repeated: dict[str, tuple[str, Agreement]] = field(factory=dict)

    def unambiguous(self, examinations: Iterable[Examination]) -> tuple[Agreement, ...]:
        """The same without those that have one id and differ: which of them is current, nobody can say."""
        found = tuple(self.records(examinations))
        differing = {each.id for each in found if each.id in self._repeated and each != self._repeated[each.id][1]}
        for one in differing:
            self._leave_out(self._names[one], one, self._repeated[one][0])
        return tuple(record for record in found if record.id not in differing)

    def records(self, examinations: Iterable[Examination]) -> Iterator[Agreement]:
        """The agreements of ``examinations`` in their order, each id once."""
        for examination in examinations:
            report, record = examination.report, examination.agreement
            name = printable(report.file or "record")
            if report.first_line > 1:
                name = f"{name}:{report.first_line}"
            if record is None:
                self.is_incomplete |= any(found.code == "ACC012" for found in report.diagnostics)
                self.findings.append(render_full(report, examination.text, color=self.color) + "\n")
                codes = ", ".join(dict.fromkeys(found.code for found in report.errors))
                self.unread.append(Unread(name=name, reason=f"{counted(len(report.errors), 'error')} ({codes})"))
            elif record.id in self._names:
                self._repeated[record.id] = (name, record)
                self._leave_out(name, record.id, self._names[record.id])
            else:
                self._names[record.id] = name
                self.take(record)
                yield record

    def _leave_out(self, name: str, record_id: str, other: str) -> None:
        reason = f"its id, {record_id}, is that of {other} too; name the one that is meant, or move the other away"
        self.findings.append(f"{name}: {reason}\n")
        self.unread.append(Unread(name=name, reason=reason))

    def take(self, record: Agreement) -> None:
        """Keep what an option may name in ``record``."""
        self.actor_ids.update(dict.fromkeys(actor.id for actor in record.actors))
        self.note_users.update(dict.fromkeys(styles_in(record)))
        self.name_users.update(dict.fromkeys(names_used_in(record)))
        self.title_languages.update(dict.fromkeys(title.language for title in record.other_titles if title.language))

    def tell(self) -> None:
        """Print on standard error what is wrong with the records that were left out."""
        if self.findings:
            click.echo("".join(self.findings), err=True, color=True, nl=False)

    def remark(self) -> None:
        """Print on standard error how many were left out."""
        if self.unread:
            reason = "what is wrong with it" if len(self.unread) == 1 else "what is wrong with them"
            click.echo(f"{counted(len(self.unread), 'record')} left out for {reason}", err=True)

    @property
    def exit_code(self) -> int:
        """2 where something could not be read, 1 where a record was left out, else 0."""
        return 2 if self.is_incomplete else 1 if self.unread else 0
