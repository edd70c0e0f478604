"""The objects of a map filled from a row: what no cell says is left out, and what cannot be read is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from accords.suggest import slug_of
from accords.tables.mapping.days import DayOrder, day_of_parts, day_of_text
from accords.tables.mapping.frames import Frame, member_of
from accords.tables.mapping.losses import Losses
from accords.tables.mapping.sheet import SheetRow

__all__ = ["MISSING", "Filler", "columns_in", "words_in"]

MISSING: Any = object()
"""What stands for a value that no cell states."""

ANY = "*"
"""What stands in an ``if`` for any cell that says something."""

_PLACE = re.compile(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")
"""``{column}``, ``{column|words}``, or ``{column|words?}`` where a cell without a word says nothing."""
_OWN = ("if", "day", "missing", "split")
"""Members of an object in a map that are no fields of the format."""


def columns_in(template: object) -> frozenset[str]:
    """The columns that an object of a map names, at any depth."""
    match template:
        case str():
            return frozenset(column for column, _ in _PLACE.findall(template) if column != "row")
        case Mapping():
            return frozenset().union(*(_columns_under(name, value) for name, value in template.items()))
        case Sequence():
            return frozenset().union(*(columns_in(each) for each in template))
        case _:
            return frozenset()


def _columns_under(name: str, value: Any) -> frozenset[str]:
    if name in ("if", "split"):
        return frozenset(value) if isinstance(value, Mapping) else frozenset({str(value)})
    if name == "day":
        return frozenset([value] if isinstance(value, str) else value)
    return frozenset() if name == "missing" else columns_in(value)


def words_in(template: object) -> frozenset[str]:
    """The tables of words that an object of a map names, at any depth."""
    if isinstance(template, str):
        return frozenset(words.removesuffix("?") for _, words in _PLACE.findall(template) if words)
    values = template.values() if isinstance(template, Mapping) else template if isinstance(template, Sequence) else ()
    return frozenset().union(*(words_in(each) for each in values))


@frozen
class Filler:
    """Fills objects from one row: what counts as missing, as yes and as no, the tables of words, the order of days."""

    row: SheetRow
    missing: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    words: Mapping[str, Mapping[str, Any]]
    order: DayOrder
    citation: Mapping[str, Any]
    losses: Losses

    def fill(self, template: Any, shape: Frame | None, *, is_id: bool = False) -> Any:
        """The value that ``template`` stands for, or MISSING."""
        match template:
            case str():
                return self._text(template, is_id=is_id)
            case Mapping() if "day" in template:
                return self._day(template)
            case Mapping():
                return self._object(template, shape)
            case list():
                filled = [self.fill(each, shape, is_id=is_id) for each in template]
                return [each for each in filled if each is not MISSING] or MISSING
            case _:
                return template

    def _object(self, template: Mapping[str, Any], shape: Frame | None) -> Any:
        if "if" in template and not self.holds(template["if"]):
            return MISSING
        filled: dict[str, Any] = {}
        for name, value in template.items():
            if name in _OWN:
                continue
            inner = None
            if shape is not None and name != "kind":
                first = value[0] if isinstance(value, list) and value else value
                inner = member_of(shape, name, first)
            found = self.fill(value, inner, is_id=name == "id" or name.endswith(("_id", "_ids")))
            if found is not MISSING:
                filled[name] = found
        if shape is not None:
            if shape.needed - filled.keys():
                return MISSING
            if shape.is_cited and "citations" not in filled:
                filled["citations"] = [dict(self.citation)]
        return filled or MISSING

    def says_something(self, template: Any) -> bool:
        """Whether any cell that an object names is stated, so that something is lost where it cannot be made."""
        return any(self.row.cells.get(column, "") not in self.missing for column in columns_in(template))

    def holds(self, condition: Any) -> bool:
        """Whether what ``if`` names is so: a column says yes, or each of several has one of its cells."""
        if isinstance(condition, Mapping):
            return all(self._is_one_of(column, wanted) for column, wanted in condition.items())
        cell = self.row.cells.get(str(condition), "")
        if cell in self.yes:
            return True
        if cell not in self.no and cell not in self.missing:
            self.losses.cell(str(condition), "it says neither yes nor no", self.row.number, cell)
        return False

    def _is_one_of(self, column: str, wanted: Any) -> bool:
        cell = self.row.cells.get(column, "")
        if wanted == ANY:
            return cell not in self.missing
        return cell in ([wanted] if isinstance(wanted, str) else wanted)

    def _cell(self, column: str, words: str | None) -> str | None:
        cell = str(self.row.number) if column == "row" else self.row.cells.get(column, "")
        if cell in self.missing:
            return None
        if words is None:
            return cell
        word = self.words[words.removesuffix("?")].get(cell)
        if word is None and not words.endswith("?"):
            self.losses.cell(column, f"the map has no word for it in {words}", self.row.number, cell)
        return word

    def _text(self, template: str, *, is_id: bool) -> Any:
        cells = [self._cell(column, words or None) for column, words in _PLACE.findall(template)]
        if None in cells:
            return MISSING
        parts = iter(str(cell) for cell in cells)
        text = _PLACE.sub(lambda _: next(parts), template)
        return text if not is_id or not cells else slug_of(text) or MISSING

    def _day(self, template: Mapping[str, Any]) -> Any:
        columns = [template["day"]] if isinstance(template["day"], str) else template["day"]
        missing = self.missing | frozenset(template.get("missing", ()))
        cells = [self.row.cells.get(column, "") for column in columns]
        told = next((at for at, cell in enumerate(cells) if cell in missing), len(cells))
        if not told:
            return MISSING
        try:
            return day_of_text(cells[0], self.order) if len(columns) == 1 else day_of_parts(cells[:told])
        except ValueError as error:
            self.losses.cell(", ".join(columns), str(error), self.row.number, ", ".join(cells))
            return MISSING
