"""The phrases in which people read what a body found."""

from __future__ import annotations

VERDICTS = {
    "finding": "found: {words}",
    "finding.when": "{finding}, {when}",
    "finding.on": "{subject} {verdict}",
    "finding.condition": "the condition ‘{id}’",
    "finding.duty.fulfilled": "was fulfilled",
    "finding.duty.breached": "was breached",
    "finding.duty.not_breached": "was not breached",
    "finding.duty.excused": "was excused",
    "finding.duty.occurred": "came about",
    "finding.duty.not_occurred": "did not come about",
    "finding.duty.met": "is met",
    "finding.event.fulfilled": "fulfilled the duty",
    "finding.event.breached": "breached the duty",
    "finding.event.not_breached": "did not breach the duty",
    "finding.event.excused": "was excused",
    "finding.event.occurred": "happened",
    "finding.event.not_occurred": "did not happen",
    "finding.event.met": "met what was asked",
    "claim.finding": "{event}; {finding}",
    "says.finding.occurred": "says that this was found",
    "says.finding.not_occurred": "says that this was not found",
    "says.finding.occurred.by": "says that this was found, on a day not recorded, {last} at the latest",
    "says.finding.occurred.when": "says that this was found {when}",
    "says.finding.not_occurred.when": "says that this had not been found by {last}",
    "status.finding": "{event}: {finding}; said by {names}",
    "status.finding.denied": "{words}, denied by {names}",
    "status.finding.settles_nothing": "{words}; here that settles nothing",
    "status.finding.of_nobody": "{words}; it does not say that it is about this one, so it settles nothing here",
}
