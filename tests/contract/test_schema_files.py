"""The schema files: generated, current, valid, and saying what the model says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from attrs import evolve

from accords import model, vocabulary
from accords.checklist import Unread, checklist, combined_checklist
from accords.compare import diff
from accords.compare.coders import compare_coders
from accords.model import actors, agreement, coding, conclusion, conditions, events, obligations, sources
from accords.render.checklist.json import render_json
from accords.render.coders import render_coders_json
from accords.render.diff import render_diff_json
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, CHECKLIST, CODERS, DIFF, read_schema, schema_text
from accords.validate import load
from generate import generated
from hostile import hostile_record
from trial import trial

ROOT = Path(__file__).parents[2]
VALID_RECORD = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
OF_RECORDS = (AGREEMENT, AGREEMENT_TYPES)
NAMES = (*OF_RECORDS, CHECKLIST, CODERS, DIFF)
MODULES = (actors, agreement, coding, conclusion, conditions, events, obligations, sources)
CLASSES = [
    getattr(module, name) for module in MODULES for name in module.__all__ if isinstance(getattr(module, name), type)
]


def _objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {**schema["$defs"], "Agreement": schema}


@pytest.mark.thorough
def test_every_generated_file_is_current() -> None:
    """`make generate` would change nothing."""
    stale = [path for path, text in generated().items() if not path.exists() or path.read_text("utf-8") != text]
    assert not stale


@pytest.mark.parametrize("name", NAMES)
def test_the_bundled_schema_is_byte_for_byte_the_published_one(name: str) -> None:
    """One at the top level for people, one in the package for the library."""
    assert (ROOT / "schemas" / "v1" / name).read_text("utf-8") == schema_text(name)


@pytest.mark.wide
@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_a_valid_schema(name: str) -> None:
    """By the meta-schema of 2020-12."""
    jsonschema.Draft202012Validator.check_schema(read_schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_refers_only_to_its_own_parts(name: str) -> None:
    """So that nothing has to be fetched, and no part is unused."""
    text = schema_text(name)
    definitions = read_schema(name)["$defs"]
    for part in definitions:
        assert f'"#/$defs/{part}"' in text, f"{part} is not used"
    assert text.count('"$ref"') == text.count('"$ref": "#/$defs/')


@pytest.mark.parametrize("name", OF_RECORDS)
def test_every_class_and_every_field_of_the_model_is_in_the_schema(name: str) -> None:
    """With title and description, closed, and required exactly where there is no default."""
    objects = _objects(read_schema(name))
    for cls in CLASSES:
        schema = objects[cls.__name__]
        fields = {field.name: field for field in attrs.fields(attrs.resolve_types(cls))}
        tag = {"kind"} if isinstance(getattr(cls, "kind", None), str) else set[str]()
        assert set(schema["properties"]) - {"$schema"} == set(fields) | tag
        assert schema["additionalProperties"] is False
        required = {name for name, field in fields.items() if field.default is attrs.NOTHING}
        assert set(schema.get("required", ())) == required | tag | ({"accords_version"} & set(fields))
        for value in schema["properties"].values():
            assert value["title"]
            assert value["description"].endswith(".")


@pytest.mark.parametrize("name", OF_RECORDS)
def test_every_word_of_the_vocabulary_is_in_the_schema_with_its_meaning(name: str) -> None:
    """And no other word."""
    definitions = read_schema(name)["$defs"]
    for list_name in vocabulary.__all__:
        words = getattr(vocabulary, list_name)
        if list_name != "Vocabulary":
            assert issubclass(words, Enum)
            assert definitions[list_name]["enum"] == [word.value for word in words]
            for word in words:
                assert f"- {word.value}: {word.meaning}" in definitions[list_name]["description"]
                assert word.meaning.endswith((".", ";"))


def test_every_example_in_the_schema_is_valid_where_it_stands() -> None:
    """Editors offer them."""
    schema = read_schema()
    for part in _objects(schema).values():
        for value in (part, *part.get("properties", {}).values()):
            for example in value.get("examples", ()):
                wanted = {key: inner for key, inner in value.items() if key != "examples"}
                jsonschema.Draft202012Validator({**wanted, "$defs": schema["$defs"]}).validate(example)


def test_the_two_files_differ_only_in_how_a_choice_is_written() -> None:
    """And in their names."""
    plain, types = (json.loads(schema_text(name)) for name in OF_RECORDS)
    assert plain.pop("$id") != types.pop("$id")
    assert AGREEMENT_TYPES in plain.pop("$comment")
    assert AGREEMENT in types.pop("$comment")
    for choice in ("Condition", "Performance"):
        kinds = plain["$defs"].pop(choice)
        assert len(types["$defs"].pop(choice)["oneOf"]) == len(kinds["allOf"])
    amount, either = plain["$defs"].pop("Amount"), types["$defs"].pop("Amount")["oneOf"]
    assert either == [{"type": "number", "minimum": amount["minimum"]}, amount["then"]]
    assert plain == types


def test_the_record_that_uses_everything_uses_every_field_and_kind() -> None:
    """A new field has to be put into it, so that every test over valid records meets the field."""
    schema = read_schema()
    used: dict[str, set[str]] = {}

    def look(value: Any, part: dict[str, Any], name: str) -> None:
        if "$ref" in part:
            name = part["$ref"].rpartition("/")[2]
            part = schema["$defs"][name]
        if "allOf" in part:
            chosen = next(
                one["then"] for one in part["allOf"] if one["if"]["properties"]["kind"]["const"] == value["kind"]
            )
            look(value, chosen, name)
        elif "then" in part and isinstance(value, dict):
            look(value, part["then"], name)
        elif isinstance(value, list):
            for item in value:
                look(item, part["items"], name)
        elif "properties" in part:
            used.setdefault(name, set()).update(value)
            for field, member in value.items():
                look(member, part["properties"][field], name)

    look(
        json.loads((ROOT / "tests" / "records" / "valid" / "everything.accord.json").read_text("utf-8")),
        schema,
        "Agreement",
    )
    for name, part in _objects(schema).items():
        if "properties" in part and "allOf" not in part:
            assert set(part["properties"]) - {"$schema"} <= used.get(name, set()), name


def test_the_model_package_has_no_room_that_the_schema_does_not_know() -> None:
    """A new module of the model has to be added to this test."""
    folder = Path(str(model.__file__)).parent
    known = {module.__name__.rpartition(".")[2] for module in MODULES}
    assert {path.stem for path in folder.glob("*.py")} == known | {
        "acting", "additions", "freezing", "lookups", "parts", "scalars", "turns", "value", "walk", "__init__",
    }  # fmt: skip


GOLDEN = ROOT / "tests" / "cli" / "golden"
DAY = "2023-01-20"


def _written() -> Iterator[tuple[str, str, str]]:
    """Label, name of the schema, and JSON that the library writes."""
    yield "golden", CHECKLIST, (GOLDEN / "checklist.json.txt").read_text("utf-8")
    yield "golden as of a day", CHECKLIST, (GOLDEN / "status.json.txt").read_text("utf-8")
    everything, deal = load(VALID_RECORD), trial()
    for day in (None, DAY):
        for record in (everything, deal, hostile_record()):
            yield f"{record.id} {day}", CHECKLIST, render_json(checklist(record, as_of=day))
        several = combined_checklist((everything, deal), as_of=day)
        yield f"several {day}", CHECKLIST, render_json(evolve(several, unread=(Unread(name="x", reason="y"),)))
        yield f"other {day}", DIFF, render_diff_json(diff(everything, deal, as_of=day))
    yield "two days", DIFF, render_diff_json(diff(deal, between=("2022-12-01", DAY)))
    for texts in ((), ("a\n\nb",)):
        yield f"coders {len(texts)}", CODERS, render_coders_json(compare_coders(everything, deal, texts=texts))
    yield "nothing", DIFF, render_diff_json(diff(deal, deal))


@pytest.mark.thorough
def test_what_is_written_as_json_has_the_shape_that_its_schema_says() -> None:
    """Closed objects with every member; one more, one fewer or one of another kind is refused."""
    judges = {name: jsonschema.Draft202012Validator(read_schema(name)) for name in (CHECKLIST, CODERS, DIFF)}
    for label, name, text in _written():
        value = json.loads(text)
        assert not list(judges[name].iter_errors(value)), label
        for wrong in ({**value, "more": 1}, {**value, "library_version": None}, dict(list(value.items())[1:])):
            assert not judges[name].is_valid(wrong), label


def test_every_member_of_a_row_is_described_by_its_class() -> None:
    """The schemas of what is written hold no field twice and name every class."""
    for name in (CHECKLIST, CODERS, DIFF):
        for part in _objects(read_schema(name)).values():
            assert part.get("description"), part.get("title")
            if "properties" in part:
                assert part["required"] == list(part["properties"])
                assert part["additionalProperties"] is False
