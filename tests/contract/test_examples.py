"""The example records: valid, in canonical layout, equal to their Python version, and cited throughout."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from accords.codec import dumps
from accords.formatting import reformat
from accords.layout import WIDTH
from accords.model.agreement import Agreement
from accords.validate import load, loads, validate
from accords.vocabulary import ConclusionForm, Modality, Role

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS = sorted(EXAMPLES.glob("*.accord.json"))
REFERENCE = EXAMPLES / "kosovo-serbia-plates-2022.accord.json"


@pytest.fixture(scope="module")
def reference() -> Agreement:
    return load(REFERENCE)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_an_example_is_valid_without_a_remark(path: Path) -> None:
    """No finding of any severity."""
    assert validate(path).diagnostics == ()


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_an_example_is_in_canonical_layout(path: Path) -> None:
    """Reading and writing it changes nothing, and only a single text makes a line long."""
    text = path.read_text("utf-8")
    assert dumps(loads(text)) == text
    for line in text.splitlines():
        assert len(line) <= WIDTH or line.lstrip().startswith('"'), line


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_file_of_an_example_is_named_after_its_record(path: Path) -> None:
    """So that an id leads to its file; the minimal one is named after what it is."""
    assert path.name in (f"{load(path).id}.accord.json", "minimal.accord.json")


def test_every_real_agreement_is_released_and_what_is_there_to_be_copied_is_not() -> None:
    """So that a copied mark never says that somebody published a record."""
    assert {path.name for path in RECORDS if load(path).release is None} == {"minimal.accord.json"}
    assert {path.name for path in EXAMPLES.glob("*-*.accord.json")} == {
        path.name for path in RECORDS if path.name != "minimal.accord.json"
    }


def test_a_second_coding_is_a_valid_record_of_the_same_agreement_and_in_no_list() -> None:
    """As it was handed in: laid out, without a remark, and by somebody else."""
    (path,) = (EXAMPLES / "double-coding").iterdir()
    second = load(path)
    first = load(EXAMPLES / f"{second.id}.accord.json")
    assert validate(path).diagnostics == ()
    assert reformat(path.read_text("utf-8")) == path.read_text("utf-8")
    assert first.coding is not None
    assert second.coding is not None
    assert first.coding.coded_by != second.coding.coded_by
    assert not list(EXAMPLES.glob("*/**/*.accord.json"))


def test_the_python_version_of_the_reference_record_equals_the_json(reference: Agreement) -> None:
    """Both ways of writing a record say the same."""
    path = EXAMPLES / "kosovo_serbia_plates_2022.py"
    spec = importlib.util.spec_from_file_location("kosovo_serbia_plates_2022", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert reference == module.AGREEMENT
    assert dumps(module.AGREEMENT) == REFERENCE.read_text("utf-8")


def test_the_minimal_example_is_short_and_all_of_it_can_be_cited() -> None:
    """Two duties in some thirty lines, both citing the one source."""
    path = EXAMPLES / "minimal.accord.json"
    agreement = load(path)
    assert path.read_text("utf-8").count("\n") <= 35
    assert len(agreement.obligations) == 2
    assert len({citation.source_id for duty in agreement.obligations for citation in duty.citations}) == 1


def test_every_fact_of_the_reference_record_is_cited_to_the_character(reference: Agreement) -> None:
    """Whatever the format lets carry citations has one, and every citation of the report has locator and span.

    Names and titles that others use, and the notes on them, are cited by the page that prints them.
    """
    document = json.loads(REFERENCE.read_text("utf-8"))
    for kind in ("parties", "third_parties", "obligations"):
        assert all(item["citations"] for item in document[kind]), kind
    assert document["conclusion"]["citations"]
    assert all(event["claims"] for event in document["events"])
    assert all(claim["citations"] for event in document["events"] for claim in event["claims"])
    cited = _citations(document)
    pages = [citation for citation in cited if citation["source_id"] != "report"]
    assert all({"source_id", "locator", "span"} == set(each) for each in cited if each["source_id"] == "report")
    assert all(_citations(actor["names"]) for actor in document["actors"])
    of_actors = _citations(document["actors"])
    assert [each for each in of_actors if each["source_id"] != "report"] == pages
    assert reference.sources[0].text_sha256 is not None


def test_the_reference_record_adds_nothing_to_its_source(reference: Agreement) -> None:
    """No signature, entry into force, end, deadline, reciprocity or addressee is stated, so none is recorded."""
    assert reference.conclusion is not None
    assert reference.conclusion.form is ConclusionForm.ANNOUNCED
    assert reference.conclusion.date_basis.value == "inferred"
    assert reference.term is None
    assert reference.linkages == ()
    assert reference.sources[0].publisher is None
    assert reference.sources[0].published is None
    for duty in reference.obligations:
        assert duty.owed_to_ids == ()
        assert (duty.trigger, duty.not_before, duty.ends) == (None, None, None)
        assert duty.due is None or duty.due.kind == "vague"


def test_the_year_is_never_given_as_stated(reference: Agreement) -> None:
    """Every date in the events rests on a year that the source does not have."""
    claims = [claim for event in reference.events for claim in event.claims]
    assert [claim for claim in claims if claim.when]
    assert all(claim.when_basis.value == "inferred" for claim in claims if claim.when)
    assert all(claim.known_on_basis.value == "inferred" for claim in claims if claim.known_on)


def test_the_reference_record_has_the_duties_of_the_deal(reference: Agreement) -> None:
    """Serbia's, Kosovo's, the one that both share, and the facilitating side's own."""
    duties = {duty.id: (duty.obligor_ids, duty.modality, duty.performed.kind) for duty in reference.obligations}
    assert duties == {
        "serbia-plates": (("serbia",), Modality.MUST_NOT, "continuing"),
        "kosovo-reregistration": (("kosovo",), Modality.MUST_NOT, "continuing"),
        "normalisation": (("kosovo", "serbia"), Modality.ENDEAVOUR, "continuing"),
        "invitation": (("eu-foreign-policy-chief",), Modality.MUST, "once"),
    }


def test_facilitation_stands_first_and_mediation_beside_it(reference: Agreement) -> None:
    """The word of the announcement before that of the reporter, each as it is written."""
    assert [(third.role, third.role_as_written, third.according_to_ids) for third in reference.mediators] == [
        (Role.FACILITATOR, "under EU-facilitation", ()),
        (Role.MEDIATOR, "under EU mediation", ()),
    ]


def _citations(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = list(value.get("citations", ()))
        return own + [citation for member in value.values() for citation in _citations(member)]
    if isinstance(value, list):
        return [citation for item in value for citation in _citations(item)]
    return []
