"""Time: the days on which a record's deadlines fall."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic, diagnose, rename
from accords.prose import quoted
from accords.suggest import nearest

__all__ = ["TIME"]


def unknown_time_zone(index: Index) -> Iterator[Diagnostic]:
    """ACC301: ``time_zone`` names no zone of the IANA database."""
    name = index.agreement.time_zone
    if name == "UTC":
        return
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 - many records name no zone

    try:
        # Links to the machine's own settings and copies of the database are no zones of it.
        known = name not in ("localtime", "posixrules", "Factory") and not name.startswith(("posix/", "right/"))
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        known = False
    if not known:
        by_folded = {zone.lower(): zone for zone in available_timezones()}
        near = name.lower() if name.lower() in by_folded else nearest(name, (zone for zone in by_folded if "/" in zone))
        suggestion = by_folded.get(near or "")
        is_sure = suggestion is not None and suggestion != name and suggestion.lower() == name.lower()
        yield diagnose(
            "ACC301",
            f"no time zone is called {quoted(name)}",
            pointer="/time_zone",
            suggestion=suggestion if suggestion != name else None,
            fix=rename("/time_zone", suggestion) if suggestion and is_sure else None,
            help="name a zone of the IANA database, such as Europe/Brussels",
        )


TIME: tuple[Check, ...] = (Check("ACC301", unknown_time_zone),)
"""Code → the check that yields it."""
