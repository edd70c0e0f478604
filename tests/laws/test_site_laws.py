"""What holds for the site of any records: it says what the checklists say, and no link of it leads nowhere."""

from __future__ import annotations

import random
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.model.agreement import Agreement
from accords.render.safe import clean
from accords.render.site.addresses import address_of
from accords.render.site.templates import SiteLook
from accords.render.site.whole import lay_out
from sites import html_of, links_of

from .random_records import random_record
from .soundness import day

SAMPLE = range(30_003, 30_009)


LOOK = SiteLook(contact="office@example.org", base_url=None, preview=False, version="1")


def _record(seed: int) -> Agreement:
    return evolve(random_record(random.Random(seed)), id=f"record-{seed}")


def site_of(*records: Agreement, as_of: tuple[date, ...] | date, **options: Any) -> dict[str, bytes]:
    days = as_of if isinstance(as_of, tuple) else (as_of,)
    return lay_out(records, [each.isoformat() for each in days], LOOK, **options)


@pytest.mark.parametrize("seed", SAMPLE)
def test_pages_of_duties_say_what_the_checklist_says(seed: int) -> None:
    """Every status, on the page of its duty and in the list of its agreement, and every claim with its speaker."""
    record, as_of = _record(seed), day(400)
    site = html_of(site_of(record, as_of=as_of))
    whole = site[f"{address_of(record.id)}index.html"].seen
    items = checklist(record, as_of=as_of).items
    assert {path for path in site if path.count("/") == 3} == {
        f"{address_of(record.id, item.obligation_id)}index.html" for item in items
    }
    for item in items:
        seen = site[f"{address_of(record.id, item.obligation_id)}index.html"].seen
        for text in (item.status, item.timing.words, *(claim.says_words for claim in item.claims)):
            assert clean(text or "") in seen, (item.instance, text)
        assert clean(item.status or "") in whole, item.instance


@pytest.mark.parametrize("seed", SAMPLE[::4])
def test_links_of_any_site_lead_somewhere(seed: int) -> None:
    """Of several records together, whose actors have the same ids."""
    site = site_of(_record(seed), _record(seed + 1), as_of=(day(200), day(400)))
    for path, page in html_of(site).items():
        assert [link for link in links_of(path, page) if unquote(link) not in site] == [], path


@pytest.mark.parametrize("seed", SAMPLE[::4])
def test_no_address_is_lost_when_records_come_and_go(seed: int) -> None:
    """With what was there before, each build has every address that any build ever had."""
    one, two, three = (_record(seed + step) for step in range(3))
    first = site_of(one, two, as_of=day(200))
    gone = {address_of(one.id): "no longer followed"}
    second = site_of(two, three, as_of=day(300), earlier=first["addresses.json"].decode(), withdrawn=gone)
    third = site_of(one, three, as_of=day(400), earlier=second["addresses.json"].decode(),
                    withdrawn={address_of(two.id): address_of(three.id)})  # fmt: skip
    pages = [{path for path in site if path.endswith("index.html")} for site in (first, second, third)]
    assert pages[0] - pages[1] == set()
    assert (pages[0] | pages[1]) - pages[2] == set()
