"""A small record with one of everything that a status can turn on, to be looked at as of 20 January 2023."""

from __future__ import annotations

from collections.abc import Callable

from accords.model.actors import Actor, DesignationNote, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.conditions import Offset, OnDate, OnEvent, Vague
from accords.model.events import Assessment, Claim, Event, Monitoring
from accords.model.obligations import Continuing, Obligation, Reading, Recurring
from accords.model.sources import Source
from accords.vocabulary import ConclusionForm, Dimension, EventKind, Modality, Recorded, Role, Says, Scale, SourceKind


def trial(text: Callable[[str], str] = str) -> Agreement:
    """The record; ``text`` may replace what a coder would have written."""
    return Agreement(
        id="trial",
        title=text("Trial deal"),
        conclusion=Conclusion(form=ConclusionForm.ANNOUNCED, date="2022-11-23"),
        actors=(
            Actor(
                id="kosovo",
                name=text("Kosovo"),
                designation_notes=(
                    DesignationNote(text=text("Without prejudice to positions on status."), used_by="EU"),
                ),
            ),
            Actor(id="serbia", name=text("Serbia")),
            Actor(id="eu", name=text("European Union")),
            Actor(id="court", name=text("Court")),
        ),
        parties=(Party(actor_id="kosovo"), Party(actor_id="serbia")),
        third_parties=(ThirdParty(actor_id="eu", role=Role.FACILITATOR),),
        obligations=(
            Obligation(
                id="stop",
                obligor_ids=("serbia",),
                owed_to_ids=("kosovo",),
                modality=Modality.MUST_NOT,
                action=text("issue plates with the denominations of Kosovo cities"),
                themes=(text("plates"),),
                readings=(
                    Reading(id="new", held_by_ids=("serbia",), text=text("Only new plates")),
                    Reading(id="all", held_by_ids=("kosovo",), text=text("Renewals too")),
                ),
            ),
            Obligation(
                id="law",
                obligor_ids=("kosovo",),
                owed_to_ids=("serbia",),
                modality=Modality.MUST,
                action=text("adopt the law"),
                themes=(text("law"),),
                due=Offset(anchor=OnEvent(event_id="draft"), duration="P30D"),
            ),
            Obligation(
                id="pay",
                obligor_ids=("serbia", "kosovo"),
                modality=Modality.MUST,
                action=text("pay the fee"),
                due=OnDate(value="2023-01-25"),
            ),
            Obligation(
                id="late",
                obligor_ids=("serbia",),
                modality=Modality.MUST,
                action=text("open the office"),
                due=OnDate(value="2022-12-31"),
            ),
            Obligation(
                id="report",
                obligor_ids=("eu",),
                modality=Modality.MUST,
                action=text("report"),
                performance=Recurring(every="P1M", times=6),
                due=OnDate(value="2022-12-15"),
            ),
            Obligation(
                id="invite",
                obligor_ids=("eu",),
                modality=Modality.MUST,
                action=text("invite the parties"),
                due=Vague(text=text("in the coming days")),
            ),
            Obligation(
                id="then",
                obligor_ids=("kosovo",),
                modality=Modality.MUST,
                action=text("withdraw"),
                trigger=OnEvent(event_id="vote"),
                due=Offset(anchor=OnEvent(event_id="vote"), duration="P10D"),
            ),
            Obligation(id="may", obligor_ids=("eu",), modality=Modality.MAY, action=text("call a meeting")),
            Obligation(
                id="try",
                obligor_ids=("kosovo", "serbia"),
                modality=Modality.ENDEAVOUR,
                action=text("normalise"),
                performance=Continuing(),
            ),
            Obligation(id="rec", obligor_ids=("kosovo",), modality=Modality.DECLARES, action=text("understands")),
        ),
        events=(
            Event(
                id="draft",
                kind=EventKind.MILESTONE,
                summary=text("The draft is tabled"),
                claims=(Claim(says=Says.OCCURRED, when="2022-12-16", claimed_by_id="eu", known_on="2022-12-17"),),
            ),
            Event(id="vote", kind=EventKind.MILESTONE, summary=text("The vote")),
            Event(
                id="renewals",
                kind=EventKind.CONDUCT,
                summary=text("Serbian offices renewed plates"),
                obligation_ids=("stop",),
                actor_ids=("serbia",),
                claims=(
                    Claim(
                        id="k",
                        says=Says.BREACH,
                        when="2023-01-05",
                        claimed_by_id="kosovo",
                        known_on="2023-01-06",
                        reading_id="all",
                        text=text("Plates are still renewed"),
                    ),
                    Claim(
                        id="s",
                        says=Says.NO_BREACH,
                        when="2023-01-05",
                        claimed_by_id="serbia",
                        known_on="2023-01-08",
                        reading_id="new",
                        text=text("No new plates were issued"),
                    ),
                ),
            ),
            Event(
                id="opened",
                kind=EventKind.PERFORMANCE,
                summary=text("The office opened"),
                obligation_ids=("late",),
                actor_ids=("serbia",),
                claims=(Claim(says=Says.OCCURRED, when="2022-12-20", claimed_by_id="serbia", known_on="2022-12-21"),),
            ),
            Event(
                id="r1",
                kind=EventKind.PERFORMANCE,
                summary=text("First report"),
                obligation_ids=("report",),
                instance=1,
                actor_ids=("eu",),
                claims=(Claim(says=Says.OCCURRED, when="2022-12-14", claimed_by_id="kosovo", known_on="2022-12-21"),),
            ),
        ),
        assessments=(
            Assessment(
                obligation_id="law",
                assessor=text("Institute"),
                on="2023-01-10",
                dimension=Dimension.FORMAL,
                scale=Scale.PAM_0_3,
                value="1",
            ),
        ),
        monitoring=(
            Monitoring(
                obligation_ids=("stop",),
                since="2022-11-23",
                through="2022-12-10",
                monitored_by_id="eu",
                recorded=Recorded.ALL,
                known_on="2022-12-12",
            ),
        ),
        sources=(Source(id="src", kind=SourceKind.NEWS_REPORT, title=text("News")),),
    )
