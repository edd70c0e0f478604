"""Small texts for findings: what is safe to print, numbers with their nouns, lists, kinds of values."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from html import escape
from json.encoder import encode_basestring
from typing import cast

__all__ = [
    "bytes_in_words",
    "character",
    "composed",
    "counted",
    "cut",
    "cut_at_word",
    "html_table",
    "json_line",
    "json_text",
    "kind_of",
    "listed",
    "printable",
    "quoted",
    "refuse_one",
    "refuse_other",
    "with_article",
]

_LONGEST = 64


def printable(text: str) -> str:
    r"""``text`` with what cannot be seen, half surrogate pairs included, written as ``\u....``."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)


def json_text(value: object) -> str:
    r"""``value`` as JSON over several lines, with what cannot be seen written as ``\u....``."""
    return _seen(_laid_out(value, "\n")) + "\n"


def _laid_out(value: object, margin: str) -> str:
    """As ``json.dumps`` lays it out by two spaces, which takes a step of a generator for every part."""
    inner = margin + "  "
    if isinstance(value, dict) and set(map(type, value)) == {str}:
        keys = [f"{encode_basestring(key)}: {_laid_out(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(keys)}{margin}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_laid_out(item, inner) for item in value])}{margin}]"
    if type(value) is str:
        return encode_basestring(value)
    return str(value) if type(value) is int else json.dumps(value, indent=2, ensure_ascii=False).replace("\n", margin)


def json_line(value: object) -> str:
    r"""``value`` as JSON on one line, with what cannot be seen written as ``\u....``."""
    return _seen(json.dumps(value, ensure_ascii=False)) + "\n"


def _seen(text: str) -> str:
    if text.replace("\n", "").isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text)


def quoted(text: str) -> str:
    """``text`` in quotation marks, safe to print, cut at 64 characters."""
    return f'"{printable(cut(text))}"'


def cut_at_word(text: str, most: int) -> str:
    """``text`` in one line of at most ``most`` characters; what does not fit ends after a word, with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    words = line[:most].rpartition(" ")[0] or line[: most - 1]
    return words[: most - 1].rstrip(" ,;:–-") + "…"


def cut(text: str) -> str:
    """``text``, at most 64 characters of it."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def character(one: str) -> str:
    """How to speak of a single character: itself if it can be seen, otherwise its number and name."""
    if one.isprintable() and one not in " `":
        return f"`{one}`"
    name = unicodedata.name(one, "")
    return f"U+{ord(one):04X} ({name})" if name else f"U+{ord(one):04X}"


def composed(text: str) -> str:
    """``text`` in the one Unicode form (NFC) in which texts are compared; they are kept as they are written."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def kind_of(value: object) -> str:
    """What JSON calls ``value``, with its article."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case list():
            length = len(cast("list[object]", value))
            return f"a list of {counted(length, 'item')}" if length else "an empty list"
        case _:
            return "an object"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``number`` with its thousands marked and ``noun``, in the plural where there are more or none."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"


def bytes_in_words(number: int) -> str:
    """A size in megabytes where it is a round number of them or large, otherwise in bytes."""
    if number >= 1_000_000:
        return f"{number / 1_000_000:,.1f} MB".replace(".0 MB", " MB")
    return counted(number, "byte")


def listed(items: Iterable[str], word: str = "and") -> str:
    """``items``, of which there is at least one, as in "a, b and c"."""
    *firsts, last = items
    return f"{', '.join(firsts)} {word} {last}" if firsts else last


def with_article(noun: str) -> str:
    """``noun`` with "a" or "an" before it."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


_ROWS_SHOWN = 50


def refuse_other(value: object, wanted: type | tuple[type, ...], words: str) -> None:
    """Raise TypeError where a caller hands over another value than the ``wanted`` one, which ``words`` call."""
    if not isinstance(value, wanted):
        raise TypeError(f"expected {words}, not {type(value).__name__} {value!r:.64}")


def refuse_one(values: object, words: str) -> None:
    """Raise TypeError where a caller hands over one thing, or a text, in place of the several that ``words`` call."""
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise TypeError(f"expected {words}, not {type(values).__name__} {values!r:.64}")


def html_table(caption: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table for notebooks of at most fifty rows, every text as it is; None is an empty cell."""
    cells = [tuple(row) for row in rows]
    left_out = f" ({len(cells) - _ROWS_SHOWN:,} more rows)" if len(cells) > _ROWS_SHOWN else ""
    body = "".join(_html_row("td", row) for row in cells[:_ROWS_SHOWN])
    title = f"<caption>{escape(printable(caption))}{left_out}</caption>"
    return f"<table>{title}<thead>{_html_row('th', head)}</thead><tbody>{body}</tbody></table>"


def _html_row(tag: str, cells: Iterable[object]) -> str:
    texts = ("" if cell is None else escape(printable(str(cell))) for cell in cells)
    return "<tr>" + "".join(f'<{tag} dir="auto">{text}</{tag}>' for text in texts) + "</tr>"
