"""The pages of a site: which there are, and what each is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import Factory, evolve, field, frozen

from accords.checklist import Bucket, Item
from accords.checklist.counting import standings_of, timed_by
from accords.checklist.lines import duty_in_words, heading_in_words
from accords.render.pictures.timeline import timeline_of
from accords.render.pictures.timeline_svg import render_timeline
from accords.render.safe import clean
from accords.render.site.addresses import Address
from accords.render.site.duties import cited_sources, history_of, moved_between
from accords.render.site.embedding import fragment
from accords.render.site.kin import Kin, kin_among
from accords.render.site.news import by_day, latest
from accords.render.site.people import parts_of
from accords.render.site.shelf import Duty, Shelf, Shown, Somebody
from accords.render.site.templates import PageWriter
from accords.vocabulary import Borne
from accords.words import joined, say

__all__ = ["MOST_NEWS", "Pages"]

MOST_NEWS = 300
"""How much of what became known stands on the page of all agreements; each agreement has its own."""

_SOON = (Bucket.WITHIN_7_DAYS, Bucket.WITHIN_30_DAYS)
_MOST_SOON = 20
_CHOSEN = (*_SOON, Bucket.LATER, Bucket.NO_DATE, Bucket.VAGUE, Bucket.WAITING, Bucket.CONTINUING)
"""By which times duties can be chosen: what lies ahead, or has no day; nothing that counts who is late."""


@frozen(kw_only=True)
class Pages:
    """The pages of a site, written by ``writer``."""

    writer: PageWriter
    kin: Mapping[str, tuple[Kin, ...]] = field(
        init=False, default=Factory(lambda self: kin_among(self.writer.shelf.shown), takes_self=True)
    )

    @property
    def shelf(self) -> Shelf:
        """What they are about."""
        return self.writer.shelf

    def whole(self) -> Iterator[tuple[str, bytes]]:
        """Every page that stands for something, by its address."""
        page = self.writer.page
        yield "", self._index()
        yield "actor/", page("actors", "actor/", say("site.actors"), everybody=self.shelf.actors)
        yield "changed/", self._changed()
        yield "about/", page("about", "about/", say("site.about"))
        yield "about/sources/", page("sources", "about/sources/", say("site.sources"))
        for shown in self.shelf.shown:
            yield shown.address, self._agreement(shown)
            for duty in shown.duties:
                yield duty.address, self._duty(shown, duty)
        for somebody in self.shelf.actors:
            yield somebody.address, self._actor(somebody)

    def gone(self, addresses: Mapping[str, Address]) -> Iterator[tuple[str, bytes]]:
        """The pages at addresses where nothing stands any more: they lead on, or say why."""
        page = self.writer.page
        for name, address in addresses.items():
            if address.leads_to is not None:
                yield name, page("moved", name, say("site.moved"), target=address.leads_to)
            elif address.withdrawn is not None:
                yield name, page("withdrawn", name, say("site.withdrawn"), reason=address.withdrawn)

    def _index(self) -> bytes:
        items = [item for shown in self.shelf.shown for item in shown.now.items]
        times = {timed.bucket for item in items if (timed := timed_by(item)) is not None}
        soon = sorted(self._soon(), key=lambda each: each[0])
        return self.writer.page(
            "index",
            "",
            say("site.title"),
            soon=[each for _, each in soon[:_MOST_SOON]],
            soon_more=max(len(soon) - _MOST_SOON, 0),
            themes=sorted({clean(theme) for item in items for theme in item.themes}, key=str.casefold),
            times=[bucket for bucket in _CHOSEN if bucket in times],
            everybody=self.shelf.actors,
        )

    def _soon(self) -> Iterator[tuple[tuple[str, str], tuple[Shown, Duty, Item]]]:
        """What is due within 30 days of the day asked about, with its place in the order."""
        for shown in self.shelf.shown:
            for duty in shown.duties:
                for each in duty.items:
                    soon = (turn for turn in standings_of(each[-1]) if turn.open and turn.bucket in _SOON)
                    if (standing := next(soon, None)) is not None:
                        yield (
                            (standing.due_first or "", duty.address),
                            (shown, duty, evolve(each[-1], standing=standing)),
                        )

    def _agreement(self, shown: Shown) -> bytes:
        from markupsafe import Markup  # noqa: PLC0415

        now = shown.now
        entries = timeline_of(shown.agreement, now)
        # The picture escapes what it holds.
        drawn = entries and Markup(render_timeline(entries, title=now.marked_title, as_of=now.as_of, styled=False))
        places = {each.id: each.address for each in shown.duties}
        on_days = {each[-1].instance: each for duty in shown.duties for each in duty.items}
        sections = [
            (
                heading_in_words(section),
                [(places[item.obligation_id], on_days[item.instance]) for item in section.items],
            )
            for section in now.sections
        ]
        look = self.writer.look
        return self.writer.page(
            "agreement",
            shown.address,
            now.marked_title,
            shown=shown,
            drawn=drawn,
            entries=entries,
            people=self._people(shown),
            kin=self.kin[shown.agreement.id],
            sections=sections,
            embed=fragment(shown, look.base_url, look.preview) if look.base_url else None,
        )

    def _people(self, shown: Shown) -> list[tuple[Somebody, str]]:
        """The actors with pages, each with its name in this agreement."""
        found: dict[str, tuple[Somebody, str]] = {}
        for actor in shown.agreement.actors:
            somebody = self.shelf.actor_of.get((shown.agreement.id, actor.id))
            if somebody is not None:
                found.setdefault(somebody.address, (somebody, shown.names.actor(actor.id)))
        return list(found.values())

    def _duty(self, shown: Shown, duty: Duty) -> bytes:
        first = duty.items[0][-1]
        everybody = list(dict.fromkeys(name for each in duty.items for name in each[-1].obligors))
        return self.writer.page(
            "duty",
            duty.address,
            _title(first, everybody),
            shown=shown,
            duty=duty,
            beside=[each for each in self.kin[shown.agreement.id] if each.same],
            places={each.id: each.address for each in shown.duties},
            everybody=everybody,
            history=history_of(shown, duty),
            cited=cited_sources(shown, duty),
        )

    def _actor(self, somebody: Somebody) -> bytes:
        found = parts_of(somebody)
        noted = {note.mark: note for part in found for note in part.shown.now.notes}
        return self.writer.page("actor", somebody.address, somebody.name, parts_of=found, noted=tuple(noted.values()))

    def _changed(self) -> bytes:
        news = latest(each for shown in self.shelf.shown for each in shown.news)
        between = self.shelf.shown if len(self.shelf.days) > 1 else ()
        moved = [(shown, moved_between(shown)) for shown in between]
        return self.writer.page(
            "changed",
            "changed/",
            say("site.changed"),
            news=by_day(news[:MOST_NEWS]),
            news_more=max(len(news) - MOST_NEWS, 0),
            by_record={shown.agreement.id: shown for shown in self.shelf.shown},
            places={(s.agreement.id, duty.id): duty.address for s in self.shelf.shown for duty in s.duties},
            moved=[(shown, duties) for shown, duties in moved if duties or _whole_moved(shown)],
        )


def _title(item: Item, everybody: Sequence[str]) -> str:
    """What a tab or a bookmark shows: who is to do what; without the modality it would say the contrary of a ban."""
    who = joined(everybody, "or" if item.borne is Borne.ANY else "and") or say("heading.not_stated")
    words = " ".join((who, *duty_in_words(item)))
    return say("site.line", label=item.label, words=words) if item.label else words


def _whole_moved(shown: Shown) -> bool:
    return shown.days[0].records[0].status_words != shown.now.records[0].status_words
