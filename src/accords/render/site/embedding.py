"""A few lines of HTML for the page of somebody else: what it is, of which day, under which licence."""

from __future__ import annotations

from accords.checklist.lines import note_in_words
from accords.render.safe import clean
from accords.render.site.shelf import Shown
from accords.render.site.templates import day_of
from accords.words import say

__all__ = ["fragment"]


def fragment(shown: Shown, base_url: str, preview: bool) -> str:
    """The lines for an agreement of a site that stands at ``base_url``."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    release = shown.agreement.release
    link = Markup('<a href="{}{}">{}</a>').format(base_url, shown.address, clean(shown.now.marked_title))
    day = say("page.as_of_only", as_of=day_of(shown.now.as_of or ""))
    lines = [
        say("site.preview") if preview else None,
        say("site.line", label=day, words=shown.now.records[0].status_words or ""),
        release.attribution or release.by if release is not None else None,
        release.licence if release is not None else None,
        *(f"{note.mark} {note_in_words(note)}" for note in shown.now.notes if note.mark in shown.now.marked_title),
    ]
    told = [escape(clean(line)) for line in lines if line]
    return str(Markup('<p class="accords">{}</p>').format(Markup("<br>").join([link, *told])))
