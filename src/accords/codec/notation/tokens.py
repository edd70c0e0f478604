"""A line as words, quoted texts and marks, each with its place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from accords.codec.notation.faults import NotationError

__all__ = ["Token", "split", "written_text"]

Sort: TypeAlias = Literal["word", "text", "mark", "end"]


class Token(NamedTuple):
    """A word, a quoted text, a bracket, comma or semicolon, or the end of the line."""

    sort: Sort
    value: str
    """A word in lower case, but for dates; what a quoted text holds; a mark as it is."""
    start: int
    end: int


_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<mark>[();,])
    |(?P<text>"(?:[^"\\]|\\.)*")
    |(?P<curly>[“„][^“”„"]*[”“])
    |(?P<open>["“”„])
    |(?P<word>[^\s();,"“”„]+)""",
    re.VERBOSE | re.DOTALL,
)


def split(text: str) -> list[Token]:
    """The tokens of ``text``, the end of it last. Raises NotationError for a quotation mark that is not closed."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "word":
                found.append(Token("word", match[0] if match[0][0] in "0123456789." else match[0].lower(), start, end))
            case "text":
                found.append(Token("text", _unquoted(text, match[0], start), start, end))
            case "curly":
                found.append(Token("text", match[0][1:-1], start, end))
            case "mark":
                found.append(Token("mark", match[0], start, end))
            case "open":
                raise NotationError(text, start, text[start:], "the quotation mark is not closed", f'{text.rstrip()}"')
    return [*found, Token("end", "", len(text), len(text))]


_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_PLAIN = {"n": "\n", '"': '"', "\\": "\\"}
_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f\ufffe\uffff]')


def _unquoted(text: str, quoted: str, start: int) -> str:
    def meant(found: re.Match[str]) -> str:
        if found[1] in _PLAIN:
            return _PLAIN[found[1]]
        if len(found[1]) == 1 or 0xD800 <= int(found[1][1:], 16) <= 0xDFFF:
            advice = "inside quotation marks a backslash is written twice"
            raise NotationError(text, start, quoted, advice, text.replace(quoted, quoted.replace("\\", "\\\\"), 1))
        return chr(int(found[1][1:], 16))

    return _ESCAPE.sub(meant, quoted[1:-1])


def written_text(words: str) -> str:
    """``words`` in quotation marks, as they are read back."""
    return f'"{_SPECIAL.sub(_escaped, words)}"'


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return next((f"\\{letter}" for letter, plain in _PLAIN.items() if plain == sign), f"\\u{ord(sign):04x}")
