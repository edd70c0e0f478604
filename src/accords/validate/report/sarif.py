"""Findings as SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from accords.diagnostics import Diagnostic, Edit, Place, Waived
from accords.prose import json_text, printable
from accords.rules import FAMILIES, RULES, Rule, Severity
from accords.rules.pages import page
from accords.validate import Examination
from accords.validate.report.fingerprints import fingerprint_all
from accords.validate.report.paint import meant
from accords.validate.report.paths import relative_uri
from accords.validate.report.view import View
from accords.version import VERSION

__all__ = ["sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BRACKET = re.compile(r"(\\*)([\[\]])")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(examinations: Iterable[Examination], _: View) -> Iterator[str]:
    """The format ``sarif``: one log with one run.

    Columns count code points. Files are named relative to the root of the repository. What a record waives is a result
    that is suppressed in the source.
    """
    results: list[dict[str, Any]] = []
    is_read = True
    for each in examinations:
        report = each.report
        is_read = is_read and all(found.code != "ACC012" for found in report.diagnostics)
        waived = {id(one.finding): one for one in report.waived}
        everything = [*report.diagnostics, *(one.finding for one in report.waived)]
        signs = fingerprint_all(everything, report, each.text)
        results += [_result(found, sign, waived.get(id(found))) for found, sign in zip(everything, signs, strict=True)]
    codes = sorted({result["ruleId"] for result in results})
    for result in results:
        result["ruleIndex"] = codes.index(result["ruleId"])
    driver = {
        "name": "accords",
        "semanticVersion": VERSION,
        "rules": [_rule(RULES[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": is_read}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    yield json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.what.replace("`", "'")},
        "fullDescription": {"text": f"{rule.what} {rule.why}".replace("`", "'")},
        "help": {"text": rule.mend.replace("`", "'"), "markdown": page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [FAMILIES[rule.code[3]]]},
    }


def _result(found: Diagnostic, fingerprint: str, waived: Waived | None) -> dict[str, Any]:
    advice = f"; did you mean {meant(found)}?" if found.suggestion else "."
    uri = relative_uri(found.file or "record")
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": _plain(found.message + advice)},
        "locations": [_location(found, uri)],
        "partialFingerprints": {"accords/v1": fingerprint},
    }
    related = [_related(place, uri, number) for number, place in enumerate(found.related, 1) if place.line]
    if related:
        result["relatedLocations"] = related
    if found.fix and all(edit.content for edit in found.fix.edits):
        result["fixes"] = [
            {
                "description": {"text": _plain(found.fix.title)},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": uri},
                        "replacements": [_replacement(edit) for edit in found.fix.edits],
                    }
                ],
            }
        ]
    if waived:
        result["suppressions"] = [{"kind": "inSource", "justification": printable(waived.reason)}]
    return result


def _plain(text: str) -> str:
    """A message in which nothing is a link or a place to be filled in (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return _BRACKET.sub(r"\1\1\\\2", printable(text)).replace("{", "{{").replace("}", "}}")


def _location(found: Diagnostic, uri: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if found.line and found.column:
        physical["region"] = _region(found.line, found.column, found.length)
    location: dict[str, Any] = {"physicalLocation": physical}
    if found.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(found.pointer), "kind": "member"}]
    return location


def _region(line: int, column: int, length: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + length}


def _related(place: Place, uri: str, number: int) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "id": number,
        "message": {"text": _plain(place.label)},
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    return {
        "deletedRegion": _region(edit.line or 1, edit.column or 1, edit.length or 0),
        "insertedContent": {"text": edit.content},
    }
