"""Sites of records that are published, and what the tests of them share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from posixpath import join, normpath
from typing import Any
from urllib.parse import urldefrag, urlsplit

from attrs import evolve

import accords
from accords.codec import structure
from accords.model.agreement import Agreement
from accords.model.coding import Release
from accords.render.site.whole import render_site
from page import Page
from records import ROOT

__all__ = ["CONTACT", "DAY", "deal", "example", "html_of", "links_of", "released", "site_of"]

DAY = "2023-01-20"
CONTACT = "office@example.org"
RELEASE = Release(on="2023-01-15", by="The office", licence="CC-BY-4.0", attribution="The office, 2023")


def released(record: Agreement, release: Release = RELEASE) -> Agreement:
    """``record`` with the mark that it is published."""
    return evolve(record, release=release)


def example(name: str) -> Agreement:
    """An example, published."""
    return released(accords.load(ROOT / "examples" / f"{name}.accord.json"))


def deal(record_id: str = "ferry", **members: Any) -> Agreement:
    """A small published agreement of two, with a duty of each."""
    plain = {
        "accords_version": "1.0",
        "id": record_id,
        "title": "Ferry agreement",
        "conclusion": {"form": "signed", "date": "2022-11-01"},
        "actors": [
            {"id": "north", "kind": "polity", "name": "Northland"},
            {"id": "south", "kind": "polity", "name": "Southland"},
        ],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        "obligations": [
            {
                "id": "repair",
                "obligor_ids": ["north"],
                "owed_to_ids": ["south"],
                "modality": "must",
                "action": "repair the landing",
                "themes": ["works"],
                "due": {"kind": "date", "value": "2023-02-10"},
                "citations": [{"source_id": "text", "locator": "Art. 1"}],
            },
            {"id": "no-tolls", "obligor_ids": ["south"], "modality": "must_not", "action": "charge tolls"},
        ],
        "events": [
            {
                "id": "works",
                "kind": "performance",
                "obligation_ids": ["repair"],
                "actor_ids": ["north"],
                "summary": "Northland repaired the landing",
                "claims": [
                    {"id": "north-says", "says": "occurred", "when": "2022-12-01", "known_on": "2022-12-05",
                     "claimed_by_id": "north", "citations": [{"source_id": "text"}]},
                    {"says": "not_occurred", "known_on": "2022-12-09", "claimed_by_id": "south"},
                ],
            }
        ],
        "sources": [{"id": "text", "kind": "agreement_text", "title": "The text", "url": "https://example.org/text"}],
    }  # fmt: skip
    return released(structure(json.loads(json.dumps(plain | members))))


def site_of(*records: Agreement, as_of: Any = DAY, **options: Any) -> dict[str, bytes]:
    """The site of ``records``."""
    return render_site(records, as_of=as_of, contact=CONTACT, **options)


def html_of(files: Mapping[str, bytes]) -> dict[str, Page]:
    """The pages of a site, taken apart."""
    return {path: Page(content.decode("utf-8")) for path, content in files.items() if path.endswith(".html")}


def links_of(path: str, page: Page) -> list[str]:
    """What the links, scripts and styles of a page lead to in the site, as paths of files."""
    found = [attributes.get("href") or attributes.get("src") for _, attributes in page.tags]
    relative = [urldefrag(each)[0] for each in found if each and not urlsplit(each).scheme]
    return [normpath(join(path, "..", each)) for each in relative if each]
