"""Forty false rows about a vineyard and a canal, written after the checks that they were first tried on.

Ten were silent when they were new, and one is. Each is a true quote put to false use; whoever improves the
checks by them writes new ones.
"""

from __future__ import annotations

from attrs import frozen

from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.form import Draft, DraftDuty, DraftPerson, DraftStatement
from accords.texts.drafts.told import CompiledDraft
from accords.texts.edition import new_edition

__all__ = ["DRY", "OTHERWISE", "VINES", "VineUse", "compiled_vines"]

OPENING = "Ruritania and Graustark agreed on the vineyard"


@frozen
class VineUse:
    """Lines of a text, in which a row is false: the duty, what is said of it, or the part of somebody else."""

    lines: tuple[str, ...]
    list: str
    duty: DraftDuty | None = None
    statement: DraftStatement | None = None
    person: DraftPerson | None = None


def compiled_vines(use: VineUse) -> CompiledDraft:
    """The draft of a use, compiled."""
    names = (DraftPerson(quote=OPENING, paragraph=1, name=each, part="party") for each in ("Ruritania", "Graustark"))
    draft = Draft(
        people=(*(() if use.person is None else (use.person,)), *names),
        duties=() if use.duty is None else (use.duty,),
        statements=() if use.statement is None else (use.statement,),
    )
    text = "\n".join((f"{OPENING}.", *use.lines)) + "\n"
    return compile_draft(draft, new_edition(text, id="vines", source={"title": "Vines", "published": "2022-06-01"}))


def _duty(line: str, action: str, *, heading: str = "", **more: object) -> VineUse:
    quote = next(each for each in line.split(". ") if "Graustark" in each).removesuffix(".")
    lines = (heading, line) if heading else (line,)
    row = DraftDuty(quote=quote, paragraph=1 + len(lines), key="k", who=("Graustark",), action=action, **more)  # type: ignore[arg-type]
    return VineUse(lines, "duties", duty=row)


def _done(action: str, told: str, by: str = "Ruritania", to: tuple[str, ...] = ()) -> VineUse:
    owed, said = f"Graustark shall {action}", f"{by} said that Graustark had {told}"
    duty = DraftDuty(quote=owed, paragraph=2, key="k", who=("Graustark",), action=action, owed_to=to)
    row = DraftStatement(
        quote=said,
        paragraph=3,
        happening="h",
        summary=f"Graustark {told}.",
        said_by=by,
        done_by=("Graustark",),
        duty="k",
    )
    return VineUse((f"{owed}.", f"{said}."), "statements", duty=duty, statement=row)


def _part(line: str, part: str) -> VineUse:
    person = DraftPerson(quote=line.removesuffix("."), paragraph=2, name="Zenda", part=part)
    return VineUse((line,), "people", person=person)


_FILL = "Graustark shall fill the lock."
OTHERWISE = (
    _done("send the casks to Zenda", "sent the casks to Hentzau"),
    _done("send the casks to Zenda", "sent the corks to Zenda"),
    _done("mend the roof of the cellar", "mended the door of the cellar"),
    _done("mend the roof of the cellar", "mended the roof of the inn"),
    _done("lend Ruritania two presses", "lent Hentzau two presses", to=("Ruritania",)),
    _done("lend Ruritania two presses", "lent Ruritania one press", to=("Ruritania",)),
    _done("release the vintners", "released the dogs of the vintners"),
    _done("pull the boats out of the canal", "pulled the boats into the canal"),
    _done("prune the vines on the south slope", "pruned the vines on the north slope"),
    _done("teach the choir of Ruritania", "taught a choir"),
    _done("ring the bell for Ruritania", "rung the bell against Ruritania"),
    _done("paint the theatre white", "painted the theatre black"),
    _done("return the map to Ruritania", "shown the map to Ruritania", to=("Ruritania",)),
    _done("send the casks to Zenda", "shipped the casks to Hentzau", by="Graustark"),
)
"""What was done, but not what was owed."""
DRY = _duty("Graustark will run dry by 3 May 2022.", "run dry", due_date="2022-05-03")
"""The one of which nothing is said: what will be reads as what is promised."""
VINES = (
    *OTHERWISE,
    _duty("Graustark shall carry the grapes over the bridge.", "carry the grapes by the bridge"),
    _duty("Graustark shall plant vines for Ruritania.", "plant vines with Ruritania"),
    _duty("Graustark shall row from the mill to the lock.", "row to the mill from the lock"),
    _duty("Graustark shall take the wine off the list.", "take the wine on the list"),
    _duty("Graustark shall bring the judge to the singers.", "bring the singers to the judge"),
    _duty("Graustark shall act in the play.", "act on the play"),
    _duty("Graustark shall buy oil of Ruritania.", "buy oil for Ruritania"),
    _duty("Graustark shall stand by the gate.", "stand at the gate"),
    _duty("Graustark may fall ill.", "fall ill", modality="may"),
    _duty("Graustark must be tired.", "be tired"),
    _duty("Graustark can see the hills.", "see the hills", modality="may"),
    _duty("Graustark has to thank its luck.", "thank its luck"),
    _duty("Graustark is to be found in the north.", "be found in the north"),
    _duty("Graustark promised to fill the lock in its pact with Hentzau.", "fill the lock in its pact with Hentzau"),
    _duty(f"{_FILL} On that both fell out.", "fill the lock"),
    _duty(f"{_FILL} Ruritania tore up the page with this on it.", "fill the lock"),
    _duty(f"The rest remained in dispute. {_FILL}", "fill the lock"),
    _duty(_FILL, "fill the lock", heading="Left for another day"),
    _duty(_FILL, "fill the lock", heading="Fears of Ruritania"),
    _duty(f"{_FILL} The envoys moved on without it.", "fill the lock"),
    _duty("Graustark shall sign the guest book.", "sign the guest book", continuing=True),
    _duty("Graustark shall hand in a report.", "hand in a report", continuing=True),
    _part("Zenda thought about mediating.", "mediator"),
    _part("Zenda was too poor to be guarantor.", "guarantor"),
    _part("Zenda longed to be an observer.", "observer"),
)
"""All of which something is said."""
