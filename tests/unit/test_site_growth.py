"""A site grows as its records do: what is said of one of many stands with that one."""

from __future__ import annotations

import pytest

from accords.model.actors import Actor, DesignationNote, Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.conditions import OnDate
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation
from accords.vocabulary import ConclusionForm, EventKind, Modality, Says
from sites import released, site_of


def of_many(many: int) -> Agreement:
    """One duty of many, each with an act of their own and a note on their name."""
    ids = [f"state-{n:03}" for n in range(many)]
    return released(
        Agreement(
            id="many",
            title="Many",
            conclusion=Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01"),
            actors=tuple(
                Actor(id=each, name=each.title(), designation_notes=(DesignationNote(text=f"On {each}: no position."),))
                for each in ids
            ),
            parties=tuple(Party(actor_id=each) for each in ids),
            obligations=(
                Obligation(
                    id="act",
                    obligor_ids=tuple(ids),
                    modality=Modality.MUST,
                    action="act",
                    due=OnDate(value="2023-02-01"),
                ),
            ),
            events=tuple(
                Event(
                    id=f"act-{each}",
                    kind=EventKind.PERFORMANCE,
                    summary=f"an act of {each}",
                    actor_ids=(each,),
                    obligation_ids=("act",),
                    claims=(Claim(says=Says.OCCURRED, when="2023-01-10", known_on="2023-01-11", claimed_by_id=each),),
                )
                for each in ids
            ),
        )
    )


@pytest.mark.further
def test_what_one_of_many_did_is_no_news_of_the_others() -> None:
    """Each has their own act in their feed, and the note on their own name on their page."""
    site = site_of(of_many(20))
    feed, page = (site[f"actor/state-003/{name}"].decode() for name in ("feed.atom", "index.html"))
    assert feed.count("<entry>") == 1
    assert "an act of state-003" in feed
    assert "On state-003: no position." in page
    assert "On state-011: no position." not in page
    assert site["feed.atom"].decode().count("<entry>") == 21  # and that the record was published


def test_up_to_a_dozen_notes_on_names_stand_on_every_page() -> None:
    """For a name may stand in somebody's words, where it has no mark."""
    page = site_of(of_many(12))["actor/state-003/index.html"].decode()
    assert "On state-011: no position." in page


@pytest.mark.thorough
def test_a_site_of_four_times_as_many_is_about_four_times_as_large() -> None:
    """All its files together, without those that are the same for every site."""
    small, large = (
        sum(len(content) for path, content in site_of(of_many(many)).items() if not path.startswith("assets/"))
        for many in (20, 80)
    )
    assert large < 4.5 * small
