"""Kinds of events to the engine."""

from __future__ import annotations

import pytest

from accords.engine.facts.hearing import Favours
from accords.engine.facts.kinds import ACTED, DECLARED, FAVOURS, is_formal
from accords.model.events import Event
from accords.vocabulary import Act, EventKind


@pytest.mark.parametrize(
    ("kind", "act", "formal"),
    [
        (EventKind.MILESTONE, None, True),
        (EventKind.BACKGROUND, Act.OBJECTION, True),
        (EventKind.BACKGROUND, None, False),
        (EventKind.PERFORMANCE, None, False),
        (EventKind.TERMINATION, None, False),
        (EventKind.TERMINATION, Act.DENUNCIATION, True),
    ],
)
def test_a_formal_act_is_a_milestone_or_has_an_act(kind: EventKind, act: Act | None, formal: bool) -> None:
    """What a party merely declares is none."""
    assert is_formal(Event(id="x", kind=kind, act=act, summary="X.")) is formal


def test_what_ends_a_duty_serves_its_obligor_and_what_it_did_wrong_serves_the_others() -> None:
    """Kinds that are about no duty serve nobody."""
    assert all(FAVOURS[kind] is Favours.OBLIGOR for kind in DECLARED)
    assert [FAVOURS[kind] for kind in ACTED] == [Favours.OBLIGOR, Favours.OTHERS]
    assert not FAVOURS.keys() & {EventKind.BACKGROUND, EventKind.MILESTONE, EventKind.FINDING}
