"""How many findings there are, of what kind, in how many records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve, field, frozen
from click import style

from accords.diagnostics import Report
from accords.prose import counted, listed, printable
from accords.rules import RULES, Severity
from accords.validate import Examination
from accords.validate.report.view import View

__all__ = ["Ration", "Tally", "left_out", "not_shown", "rationed", "render_closing", "render_summary"]

_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


@frozen(kw_only=True)
class Tally:
    """What was counted so far."""

    records: int = 0
    faulty: int = 0
    waived: int = 0
    codes: Counter[str] = field(factory=Counter[str])
    fixable: Counter[str] = field(factory=Counter[str])

    def plus(self, examination: Examination) -> Tally:
        """The count with one record more."""
        return self.plus_report(examination.report)

    def plus_report(self, report: Report) -> Tally:
        """The same, of a report alone."""
        found = report.diagnostics
        return Tally(
            records=self.records + (report.told_before is None),
            faulty=self.faulty + (bool(found) and not report.told_before),
            waived=self.waived + len(report.waived),
            codes=self.codes + Counter(one.code for one in found) if found else self.codes,
            fixable=self.fixable + Counter(one.code for one in found if one.fix) if found else self.fixable,
        )

    def of(self, severity: Severity) -> int:
        """How many findings have ``severity``."""
        return sum(number for code, number in self.codes.items() if RULES[code].severity is severity)

    def in_words(self) -> str:
        """The findings counted by severity, such as "3 errors and 1 warning"; empty where there are none."""
        parts = [counted(self.of(severity), noun) for severity, noun in _NOUNS.items() if self.of(severity)]
        return listed(parts) if parts else ""


def render_closing(tally: Tally, view: View) -> str:
    """The statistics and the summary, as far as they are wanted."""
    statistics = _statistics(tally) if view.statistics else ""
    if view.quiet:
        return statistics
    return (f"{statistics}\n" if statistics else "") + _summary(tally, view)


def render_summary(reports: Iterable[Report], *, color: bool = False) -> str:
    """Say in one line how many findings there are in how many records."""
    tally = Tally()
    for report in reports:
        tally = tally.plus_report(report)
    return _summary(tally, View(color=color))


def _summary(tally: Tally, view: View) -> str:
    took = f" ({view.elapsed():.1f} s)" if view.elapsed else ""
    records = counted(tally.records, "record")
    rest = ""
    if tally.waived:
        rest += f" {tally.waived:,} waived" + ("." if view.show_waived else " (`--show-waived` prints them).")
    if number := tally.fixable.total():
        rest += f" [*] {number:,} fixable with `--fix`."
    mended = f"Fixed {counted(view.fixed, 'finding')}. " if view.fixed else ""
    if words := tally.in_words():
        return f"{mended}Found {words} in {tally.faulty:,} of {records}{took}.{rest}\n"
    clean = f"No findings in {records}{took}."
    return mended + (style(clean, fg="green") if view.color else clean) + rest + "\n"


def _statistics(tally: Tally) -> str:
    """A line for each kind of finding, the most frequent first."""
    rows = sorted(tally.codes.items(), key=lambda pair: (-pair[1], pair[0]))
    wide = max((len(f"{number:,}") for _, number in rows), default=0)
    name = max((len(RULES[code].name) for code, _ in rows), default=0)
    return "".join(
        f"{number:>{wide},}  {code}  {RULES[code].name:<{name}}  {RULES[code].severity}"
        + (f"  [*] {tally.fixable[code]:,} fixable" if tally.fixable[code] else "")
        + "\n"
        for code, number in rows
    )


def left_out(report: Report, most: int) -> str:
    """How many findings are not printed, where only ``most`` are (0 prints all)."""
    return not_shown(report.file, len(report.diagnostics) - most if most else 0)


def not_shown(file: str | None, left: int) -> str:
    """The line that says so; none where nothing is left out."""
    return f"{printable(file or 'record')}: {counted(left, 'more finding')} not shown\n" if left > 0 else ""


@frozen(kw_only=True)
class Ration:
    """A record with the findings of it that may be printed, or how many of a file were left out in the end."""

    file: str | None
    examination: Examination | None = None
    report: Report = field(factory=Report)
    left: int = 0


def rationed(examinations: Iterable[Examination]) -> Iterator[Ration]:
    """Cut the findings to as many as may be printed of a file, with all its records; then tell what was left out."""
    for file, records in groupby(examinations, key=lambda each: each.report.file):
        printed = left = 0
        for each in records:
            found, most = each.report.diagnostics, each.settings.max_findings
            shown = found[: max(0, most - printed)] if most else found
            printed += len(shown)
            left += len(found) - len(shown)
            report = each.report if len(shown) == len(found) else evolve(each.report, diagnostics=shown)
            yield Ration(file=file, examination=each, report=report)
        if left:
            yield Ration(file=file, left=left)
