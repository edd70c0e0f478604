"""Time: the days on which a record's deadlines fall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo, available_timezones

from accords.checks.index import Index
from accords.diagnostics import Diagnostic, diagnose
from accords.suggest import nearest

__all__ = ["TIME"]


def unknown_time_zone(index: Index) -> Iterator[Diagnostic]:
    """ACC301: ``time_zone`` names no zone of the IANA database."""
    name = index.agreement.time_zone
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        zones = available_timezones()
        by_folded = {zone.lower(): zone for zone in zones}
        meant = by_folded.get(name.lower()) or by_folded.get(nearest(name, by_folded) or "")
        yield diagnose(
            "ACC301",
            f'no time zone is called "{name}"',
            pointer="/time_zone",
            suggestion=meant,
            help="name a zone of the IANA database, such as Europe/Brussels",
        )


TIME: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = (("ACC301", unknown_time_zone),)
"""Code → the check that yields it."""
