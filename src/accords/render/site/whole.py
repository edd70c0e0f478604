"""The whole site: which files it has, by their paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from accords.checklist.notes import NoteBook
from accords.dates import DateLike, Edtf, as_date
from accords.model.agreement import Agreement, the_agreement
from accords.prose import refuse_one
from accords.render.checklist.ics import render_ics
from accords.render.pictures.timeline_svg import STYLE
from accords.render.site.addresses import Address, Settled, former_addresses, read_addresses, settled, write_addresses
from accords.render.site.data import manifest_of, of_agreement, searched
from accords.render.site.feeds import Feed, render_feed
from accords.render.site.news import News, latest
from accords.render.site.pages import Pages
from accords.render.site.publishing import published
from accords.render.site.shelf import Shelf, Shown, Somebody
from accords.render.site.templates import PageWriter, SiteLook
from accords.version import VERSION
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["ADDRESSES", "MANIFEST", "SiteError", "lay_out", "render_site"]

ADDRESSES = "addresses.json"
MANIFEST = "manifest-sha256.txt"


class SiteError(ValueError):
    """A site cannot be made of these records: ``reasons`` says why, a sentence for each record or address.

    ``vanished`` are the addresses that the site gave before and of which nothing says what became of them.
    """

    def __init__(self, reasons: Sequence[str], vanished: Sequence[str] = ()) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)
        self.vanished = tuple(vanished)


@in_language
def render_site(
    agreements: Iterable[Agreement],
    *,
    as_of: DateLike | Sequence[DateLike],
    contact: str,
    base_url: str | None = None,
    preview: bool = False,
    earlier: str | None = None,
    withdrawn: Mapping[str, str] = MappingProxyType({}),
    house_style: str | None = None,
    library_version: str | None = None,
    language: Language = ENGLISH,
) -> dict[str, bytes]:
    """Make a static site of published records: the path of each file → what it holds.

    Args:
        agreements: The records, each with an id of its own; what is internal in them is left out.
        as_of: The day at whose end every page says where duties stand, or two, which then stand side by side.
        contact: Where readers write to: an address of mail or of a page. It stands on every page.
        base_url: Where the site will stand; without it nothing in it says so, and there are no cards for sharing.
        preview: Take records that are not published, and say "not for publication" on every page.
        earlier: What ``addresses.json`` of the build before holds; no address of it may vanish.
        withdrawn: Addresses at which nothing stands any more: why, or the address to which it leads.
        house_style: Whose notes on names to print, ``none`` for none; absent means the first note of each actor.
        library_version: What to print as the version of accords; absent means its own.
        language: In what to say everything that is not a text of the record.

    No clock is asked, and the same arguments give the same bytes. Raises SiteError, which is a ValueError, where a
    record is a draft or not published, or where an address would vanish; ValueError for dates that cannot be read, more
    than two days, a ``base_url`` that is none, and two records with one id.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> files = accords.render_site([deal], as_of="1911-10-01", contact="office@example.org", preview=True)
    >>> "a/ruritania-graustark-ferry/repair-landing/index.html" in files
    True
    """
    refuse_one(agreements, "several agreements, as in [agreement]")
    days = _days(as_of)
    if base_url is not None and not re.fullmatch(r"https?://[^\s\"'<>?#]+", base_url):
        raise ValueError(f"a site stands at an address that begins with https:// or http://, not at {base_url!r}")
    records = _records(agreements, days, preview=preview)
    look = SiteLook(
        contact=contact.strip(),
        base_url=f"{base_url.rstrip('/')}/" if base_url else None,
        preview=preview,
        version=library_version or VERSION,
    )
    return lay_out(records, days, look, earlier=earlier, withdrawn=withdrawn, house_style=house_style)


@in_language
def lay_out(
    records: Sequence[Agreement],
    days: Sequence[str],
    look: SiteLook,
    *,
    earlier: str | None = None,
    withdrawn: Mapping[str, str] = MappingProxyType({}),
    house_style: str | None = None,
    language: Language = ENGLISH,
) -> dict[str, bytes]:
    """The files of a site of ``records``, which are public ones already."""
    known = read_addresses(earlier) if earlier is not None else {}
    shelf = Shelf.of(records, days, NoteBook(house_style), known, look.version)
    pages = Pages(writer=PageWriter.of(shelf, look))
    made = {f"{address}index.html": page for address, page in pages.whole()}
    kept = _settled(shelf, made, known, withdrawn)
    if kept.vanished and not look.preview:
        raise SiteError([say("site.stop.vanished", address=each) for each in kept.vanished], kept.vanished)
    made |= {f"{address}index.html": page for address, page in pages.gone(kept.addresses)}
    # An address of a preview was given to nobody.
    made[ADDRESSES] = write_addresses(known if look.preview else kept.addresses).encode("utf-8")
    made |= dict(_beside(shelf, look))
    made[MANIFEST] = manifest_of(made)
    return made


def _days(as_of: DateLike | Sequence[DateLike]) -> tuple[str, ...]:
    given = (as_of,) if isinstance(as_of, str | date | Edtf) else as_of
    days = tuple(as_date(each) for each in given)
    if not 1 <= len(days) <= _MOST_DAYS:
        raise ValueError(f"a site is as of one day or two, not {len(days)}")
    found = [(day.latest.isoformat() if day.latest is not None else day.text) for day in days]
    if found != sorted(found):
        raise ValueError("the second day comes before the first")
    return tuple(found)


_MOST_DAYS = 2


def _records(agreements: Iterable[Agreement], days: Sequence[str], *, preview: bool) -> list[Agreement]:
    records = [the_agreement(each) for each in agreements]
    if not records:
        raise ValueError("a site needs at least one record")
    ids = [each.id for each in records]
    if len(set(ids)) < len(ids):
        twice = sorted({each for each in ids if ids.count(each) > 1})
        raise ValueError(f"two records have the id {', '.join(twice)}")
    found, reasons = published(sorted(records, key=lambda each: each.id), days, preview=preview)
    if reasons:
        raise SiteError(reasons)
    return found


def _settled(shelf: Shelf, made: Iterable[str], known: Mapping[str, Address], withdrawn: Mapping[str, str]) -> Settled:
    live: dict[str, tuple[str, ...]] = {path.removesuffix("index.html"): () for path in made}
    for somebody in shelf.actors:
        live[somebody.address] = tuple(sorted(f"{shown.agreement.id}/{actor_id}" for shown, actor_id in somebody.whos))
    leading = former_addresses(shown.agreement for shown in shelf.shown) | dict(shelf.merged)
    return settled(live, known, leading, withdrawn)


def _beside(shelf: Shelf, look: SiteLook) -> Iterator[tuple[str, bytes]]:
    """Everything besides pages."""
    yield from _assets().items()
    yield "assets/duties.js", searched(shelf)
    yield "calendar.ics", render_ics(shelf.calendar, alarm_days=()).encode("utf-8", "backslashreplace")
    feeds = _Feeds(shelf, look)
    yield "feed.atom", feeds.whole()
    for shown in shelf.shown:
        yield from of_agreement(shown).items()
        yield f"{shown.address}feed.atom", feeds.agreement(shown)
    for somebody in shelf.actors:
        yield f"{somebody.address}feed.atom", feeds.actor(somebody)


class _Feeds:
    """The feeds of a site."""

    def __init__(self, shelf: Shelf, look: SiteLook) -> None:
        self.shelf, self.look = shelf, look
        self.places = {shown.agreement.id: shown for shown in shelf.shown}

    def whole(self) -> bytes:
        news = latest(each for shown in self.shelf.shown for each in shown.news)
        return self._made(("site", self.look.contact), say("site.title"), "", news)

    def agreement(self, shown: Shown) -> bytes:
        return self._made(("agreement", shown.agreement.id), shown.now.marked_title, shown.address, shown.news, shown)

    def actor(self, somebody: Somebody) -> bytes:
        ids: dict[str, set[str]] = {}
        for shown, actor_id in somebody.whos:
            ids.setdefault(shown.agreement.id, set()).add(actor_id)
        news = (
            each
            for record_id, own in ids.items()
            for each in self.places[record_id].news
            if not own.isdisjoint(each.actor_ids)
        )
        return self._made(("actor", somebody.address), somebody.name, somebody.address, latest(news))

    def _made(
        self, of: tuple[str, ...], title: str, address: str, news: Sequence[News], shown: Shown | None = None
    ) -> bytes:
        root = "../" * address.count("/")
        release = shown.agreement.release if shown is not None else None
        feed = Feed(
            of=of,
            title=say("site.preview.titled", title=title) if self.look.preview else title,
            day=self.shelf.days[-1],
            by=release.by if release is not None and release.by else self.look.contact,
            page="index.html",
            own=f"{self.look.base_url}{address}feed.atom" if self.look.base_url else None,
            rights=release.licence if release is not None else None,
            notes=self.shelf.notes,
            version=self.look.version,
        )
        return render_feed(feed, news, lambda each: f"{root}{self._page(each)}index.html", self._bearing)

    def _page(self, news: News) -> str:
        shown = self.places[news.record_id]
        return next((duty.address for duty in shown.duties if duty.id in news.duty_ids), shown.address)

    def _bearing(self, news: News) -> Sequence[str]:
        shown = self.places[news.record_id]
        duties = [shown.names.duty(duty_id) for duty_id in news.duty_ids]
        return (*(say("site.feed.bears", duty=each) for each in duties), shown.now.marked_title)


@cache
def _assets() -> dict[str, bytes]:
    """What does not hang on the records: style, scripts, and the licence of the one that is not ours."""
    here = files("accords.render")
    own, vendored = here / "templates", here / "vendored"
    style = "".join((own / name).read_text("utf-8") for name in ("style.css", "site/site.css"))
    return {
        "assets/site.css": (style + STYLE.strip() + "\n").encode("utf-8"),
        "assets/site.js": (own / "site" / "site.js").read_bytes(),
        "assets/minisearch.js": (vendored / "minisearch.js").read_bytes(),
        "assets/minisearch-LICENSE.txt": (vendored / "minisearch-LICENSE.txt").read_bytes(),
    }
