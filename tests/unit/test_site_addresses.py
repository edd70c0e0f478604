"""Addresses of a site: once given they stay, whatever becomes of what stood there."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

from accords.codec import structure, to_dict
from accords.render.site.addresses import OWN_FILES, Address, actor_addresses, address_of, read_addresses, settled
from accords.render.site.whole import ADDRESSES, SiteError
from sites import deal, html_of, site_of


def _kept(site: dict[str, bytes]) -> str:
    return site[ADDRESSES].decode("utf-8")


def test_every_page_has_an_address_that_is_listed() -> None:
    """And no other one is."""
    site = site_of(deal())
    listed = json.loads(_kept(site))["addresses"]
    assert {f"{name}index.html" for name in listed} == {path for path in site if path.endswith("index.html")}


@pytest.mark.further
def test_an_address_that_would_vanish_stops_the_site() -> None:
    """Only the topmost is named."""
    before = _kept(site_of(deal(), deal("bridge")))
    with pytest.raises(SiteError) as stopped:
        site_of(deal(), earlier=before)
    assert stopped.value.vanished == ("a/bridge/",)


def test_former_ids_lead_on() -> None:
    """Those of an agreement, of its duties, and of both at once; the old page names the new one."""
    before = _kept(site_of(deal()))
    renamed = evolve(deal("ferry-2022"), former_ids=("ferry",))
    duties = tuple(
        evolve(duty, id="mend", former_ids=("repair",)) if duty.id == "repair" else duty for duty in renamed.obligations
    )
    events = tuple(evolve(event, obligation_ids=("mend",)) for event in renamed.events)
    site = site_of(evolve(renamed, obligations=duties, events=events), earlier=before)
    for old, new in (("", ""), ("repair/", "mend/"), ("no-tolls/", "no-tolls/")):
        page = html_of(site)[f"a/ferry/{old}index.html"]
        root = "../" * f"a/ferry/{old}".count("/")
        target = f"{root}a/ferry-2022/{new}index.html"
        assert target in [each["href"] for each in page.every("a")]
        assert f"0; url={target}" in [each.get("content") for each in page.every("meta")]
    again = site_of(evolve(renamed, obligations=duties, events=events), earlier=_kept(site))
    assert again == site


def test_what_is_withdrawn_says_why_and_goes_on_saying_it() -> None:
    """For the agreement, its duties and those who stood in nothing else; the next site needs no reason again."""
    alone = deal("bridge", actors=[{"id": "east", "name": "Eastland"}, {"id": "west", "name": "Westland"}],
                 parties=[{"actor_id": "east"}, {"actor_id": "west"}], obligations=[], events=[])  # fmt: skip
    before = _kept(site_of(deal(), alone))
    site = site_of(deal(), earlier=before, withdrawn={"a/bridge/": "it was a draft by mistake"})
    for path in ("a/bridge/index.html", "actor/east/index.html"):
        assert "it was a draft by mistake" in html_of(site)[path].seen
    assert site_of(deal(), earlier=_kept(site)) == site


def test_an_address_may_be_said_to_lead_to_another() -> None:
    """And the duties of an agreement to those of the other that have their ids."""
    before = _kept(site_of(deal("old"), deal("new")))
    site = site_of(deal("new"), earlier=before, withdrawn={"a/old/": "a/new/"})
    assert json.loads(_kept(site))["addresses"]["a/old/repair/"] == {"leads_to": "a/new/repair/"}


def test_a_preview_gives_no_addresses() -> None:
    """Nobody has them, so none of them has to stay."""
    before = _kept(site_of(deal()))
    assert _kept(site_of(deal("other"), earlier=before, preview=True)) == before
    assert json.loads(_kept(site_of(deal(), preview=True))) == {"addresses": {}}


def test_an_actor_keeps_its_address_when_records_come_and_go() -> None:
    """Whatever it is called in those that come before."""
    first = deal("ferry")
    before = _kept(site_of(first))
    people = [
        {"id": "n", "kind": "polity", "name": "Northland"},
        {"id": "north", "kind": "polity", "name": "Far North"},
    ]
    other = deal(
        "a-bridge", actors=people, parties=[{"actor_id": "n"}, {"actor_id": "north"}], obligations=[], events=[]
    )
    site = html_of(site_of(other, first, earlier=before))
    assert "Northland" in site["actor/north/index.html"].seen
    assert "Far North" in site["actor/north--a-bridge/index.html"].seen


def test_an_actor_with_another_id_keeps_its_address() -> None:
    """By the former id that it names, in a record that has another id too."""
    before = _kept(site_of(deal()))
    plain = to_dict(deal("ferry-2022"))
    text = json.dumps(plain).replace('"north"', '"northland"')
    renamed = structure(json.loads(text) | {"former_ids": ["ferry"]})
    actors = tuple(evolve(a, former_ids=("north",)) if a.id == "northland" else a for a in renamed.actors)
    site = site_of(evolve(renamed, actors=actors), earlier=before)
    assert "Northland must repair the landing" in html_of(site)["actor/north/index.html"].seen
    assert "actor/northland/index.html" not in site


def test_of_two_actors_that_prove_to_be_one_the_other_address_leads_on() -> None:
    """Merged by an identifier that a new version has."""
    earlier = {
        "actor/a/": Address(stands_for=("one/a",)),
        "actor/b/": Address(stands_for=("two/b",)),
    }
    found, leading = actor_addresses([("one/a", "two/b")], earlier, {})
    assert (found, leading) == (("actor/a/",), {"actor/b/": "actor/a/"})


def test_of_two_that_prove_to_be_different_each_has_an_address() -> None:
    """The first keeps the old one."""
    earlier = {"actor/a/": Address(stands_for=("one/a", "two/a"))}
    found, leading = actor_addresses([("one/a",), ("two/a",)], earlier, {})
    assert (found, leading) == (("actor/a/", "actor/a--two/"), {})


@pytest.mark.parametrize("name", OWN_FILES)
def test_a_duty_never_takes_the_name_of_a_file(name: str) -> None:
    """Ids may have dots in them, but never end in a hyphen."""
    assert address_of("x", name) == f"a/x/{name}-/"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"addresses": []}', '{"addresses": {"a/": 1}}'])
def test_a_list_that_is_none_is_refused(text: str) -> None:
    """In one sentence."""
    with pytest.raises(ValueError, match="earlier build"):
        read_addresses(text)


def test_a_chain_of_moves_goes_on_leading() -> None:
    """What led to an address that moved again leads to it, and that one on."""
    earlier = {"a/1/": Address(leads_to="a/2/"), "a/2/": Address()}
    found = settled({"a/3/": ()}, earlier, {"a/2/": "a/3/"}, {})
    assert {name: each.leads_to for name, each in found.addresses.items()} == {
        "a/1/": "a/2/", "a/2/": "a/3/", "a/3/": None,
    }  # fmt: skip
