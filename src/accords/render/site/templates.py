"""The templates of a site, and what every page of it is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from accords.checklist import Bucket, Checklist
from accords.checklist.notes import notes_beside
from accords.dates import as_date
from accords.render.isolating import Isolator
from accords.render.site.shelf import Shelf
from accords.render.templating import page_templates, squeezed, standing_shapes
from accords.words import counted, date_in_words, say, spoken

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["PageWriter", "SiteLook", "day_of"]


@frozen(kw_only=True)
class SiteLook:
    """What every page of a site says of it."""

    contact: str
    base_url: str | None
    preview: bool
    version: str


@frozen(kw_only=True, eq=False)
class PageWriter:
    """Writes pages of ``shelf``. ``isolated`` keeps texts of any record apart on pages of several."""

    shelf: Shelf
    look: SiteLook
    isolated: Isolator

    @classmethod
    def of(cls, shelf: Shelf, look: SiteLook) -> PageWriter:
        """For all pages of a site."""
        return cls(shelf=shelf, look=look, isolated=_isolator(shelf, spoken().tag))

    def page(self, name: str, address: str, title: str, **given: Any) -> bytes:
        """The page of the template ``name`` at ``address``, from what is ``given``, which has ``shown``, if of one."""
        root = "../" * address.count("/")
        shown = given.get("shown")
        isolated = shown.isolated if shown is not None else self.isolated
        text = _template(name).render(
            title=title,
            address=address,
            root=root,
            shelf=self.shelf,
            look=self.look,
            tag=spoken().tag,
            isolated=isolated,
            **{"shown": None, **given},
        )
        return squeezed(text).encode("utf-8", "backslashreplace")


def _isolator(shelf: Shelf, tag: str) -> Isolator:
    texts = [
        text
        for shown in shelf.shown
        for text in (
            shown.now.marked_title,
            *(actor.name for actor in shown.agreement.actors),
            *(duty.action for duty in shown.agreement.obligations),
            *(event.summary for event in shown.agreement.events),
        )
    ]
    return Isolator.of(texts, {}, tag)


@cache
def _template(name: str) -> Template:
    environment = page_templates()
    environment.globals.update(
        site_day=day_of,
        site_date=date_in_words,
        mail_address=_mail_address,
        bucket_words=_bucket_words,
        counted=counted,
        notes_beside=notes_beside,
        site_followed=_followed,
        site_shapes=_shapes,
    )
    return environment.get_template(f"site/{name}.html.j2")


def day_of(day: str) -> str:
    """A day in words."""
    return date_in_words(as_date(day))


def _followed(lists: Sequence[Checklist]) -> list[int]:
    """The places of the days on which a record was followed, so that statuses are told."""
    return [place for place, rows in enumerate(lists) if rows.records[0].not_followed is None]


def _shapes(lists: Sequence[Checklist]) -> list[tuple[str, str]]:
    """The shapes of the statuses in lists of several days, each with what it means."""
    return list(dict.fromkeys(each for rows in lists for each in standing_shapes(rows)))


def _bucket_words(bucket: Bucket) -> str:
    return say(f"bucket.{bucket.value}")


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def _mail_address(contact: str) -> str | None:
    """An address of mail that can be followed."""
    return contact if _MAIL.fullmatch(contact) else None
