"""Findings as JUnit XML, which most servers that run tests can read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from accords.diagnostics import Diagnostic
from accords.prose import printable
from accords.validate import Examination
from accords.validate.report.full import render_each
from accords.validate.report.paths import relative_path
from accords.validate.report.view import View

__all__ = ["junit"]

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(examinations: Iterable[Examination], _: View) -> Iterator[str]:
    """The format ``junit``: a suite for each record, a case for each finding, one that passes where there is none.

    A finding for which the record fails is a failure; one that says that the record was not read is an error; all
    others pass and are told as output. What XML forbids is left out.
    """
    suites = [_suite(each) for each in examinations]
    root = ElementTree.Element("testsuites", {"name": "accords"} | _sums(suites))
    root.extend(suites)
    ElementTree.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(examination: Examination) -> ElementTree.Element:
    report = examination.report
    name = _allowed(printable(relative_path(report.file or "record")))
    if report.first_line > 1:
        name = f"{name}:{report.first_line}"
    texts = render_each(report, examination.text)
    cases = [
        _case(found, name, _allowed(text), examination) for found, text in zip(report.diagnostics, texts, strict=True)
    ]
    if not cases:
        cases = [ElementTree.Element("testcase", {"classname": name, "name": "valid", "time": "0"})]
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": 0,
    }
    suite = ElementTree.Element("testsuite", {"name": name, **{key: str(value) for key, value in counts.items()}})
    suite.set("time", "0")
    suite.extend(cases)
    return suite


def _case(found: Diagnostic, suite: str, text: str, examination: Examination) -> ElementTree.Element:
    place = f" at {found.line}:{found.column}" if found.line else ""
    case = ElementTree.Element(
        "testcase", {"classname": suite, "name": f"{found.code} {found.name}{place}", "time": "0"}
    )
    if found.line:
        case.set("line", str(found.line))
    if found.code == "ACC012":
        kind = "error"
    elif examination.settings.fails(found.severity):
        kind = "failure"
    else:
        ElementTree.SubElement(case, "system-out").text = text
        return case
    attributes = {"type": found.code, "message": _allowed(printable(found.message))}
    ElementTree.SubElement(case, kind, attributes).text = text
    return case


def _sums(suites: list[ElementTree.Element]) -> dict[str, str]:
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "errors")}


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("", text)
