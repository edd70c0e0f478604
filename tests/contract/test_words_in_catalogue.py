"""What people read is in the catalogue: no sentence stands in the code that works out or draws what is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import EnumType
from typing import get_args

import pytest

from accords.engine.days.spells import SpellKind
from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.engine.worlds.disputes import Contention
from accords.engine.worlds.settling import Means
from accords.model.conditions import Condition
from accords.standing.values import Bucket, Shape
from accords.vocabulary import Says
from accords.words import PHRASES
from sources import SOURCE, name_of, tree_of

ROOMS = ("engine", "standing", "checklist", "render")
FILES = sorted(path for room in ROOMS for path in (SOURCE / room).rglob("*.py"))

_SENTENCE = re.compile(r"(?:[^\W\d_]+|\{\})(?:[,;:]? (?:[^\W\d_]+|\{\}))+")
"""Words, or places where something is filled in, one after the other with single spaces."""
_WORD = re.compile(r"[^\W\d_]{2,}")

EXCEPTIONS = {
    "established not yet": "a value in JSON; people read `fact.…` and `proof.standing.…` of the catalogue",
    "trigger became impossible": "a name in JSON",
    "in force from": "a name in JSON",
    "provisionally applied from": "a name in JSON",
    "entry into force": "a name in JSON",
    "end of the term #{number}": "a name in JSON",
}
"""What looks like a sentence and is none, with the reason."""
STYLE = "color-scheme:light dark"
"""What a style sheet holds."""


def _own(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of ``tree`` without what nobody reads in an output: documentation, and what goes with an error."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            continue
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Vocabulary" for base in node.bases):
            continue  # each member of a closed list comes with its documentation
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("refuse_"):
            continue  # it raises
        yield node
        if not isinstance(node, ast.JoinedStr):
            yield from _own(node)


def _text(node: ast.AST) -> str:
    """The text of a literal, with ``{}`` for what is filled in; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        return "".join(str(part) for part in parts)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _sentences(tree: ast.AST) -> list[str]:
    """Every literal with three words in a row, besides the exceptions."""
    return [
        f"{getattr(node, 'lineno', 0)}: {text}"
        for node in _own(tree)
        if (text := _text(node)) and text not in EXCEPTIONS and STYLE not in text
        if any(len(_WORD.findall(run)) >= 3 for run in _SENTENCE.findall(text))
    ]


@pytest.mark.thorough
def test_no_sentence_stands_outside_the_catalogue() -> None:
    """Another language is another table: what is worked out and shown takes its words from there."""
    outside = [f"{name_of(path)}:{sentence}" for path in FILES for sentence in _sentences(tree_of(path))]
    assert not outside, "put them in words/english and say() them by their keys"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('x = "in force from then on"', True),
        ('x = f"any day from {day} on"', True),
        ('x = f"{who}, who said {what}"', False),
        ('x = ("a",) if y else ("kept to its end",)', True),
        ('def f():\n    """What it does, in words."""\n    return "x"', False),
        ('raise ValueError("precision is one of two")', False),
        ('x = say("states.kept")', False),
        ('x = \'<g class="node party" x="1">\'', False),
    ],
)
def test_sentences_are_found_where_they_are(code: str, found: bool) -> None:
    """The search finds a sentence in a text, in one with parts filled in, in a table; not in documentation."""
    assert bool(_sentences(ast.parse(code))) is found


@pytest.mark.parametrize("exception", EXCEPTIONS)
def test_exceptions_are_still_needed(exception: str) -> None:
    """An exception that nothing in the code needs is taken out."""
    assert any(exception in path.read_text("utf-8") for path in FILES)


@pytest.mark.parametrize(
    ("prefix", "listing"),
    [
        ("state", State),
        ("proof.standing", Standing),
        ("proof.spell", SpellKind),
        ("proof.says", Says),
        ("matter", Contention),
        ("change", Means),
        ("shape", Shape),
        ("count.shape", Shape),
        ("bucket", Bucket),
    ],
)
def test_what_is_looked_up_by_a_member_exists_for_each(prefix: str, listing: EnumType) -> None:
    """A new state, standing, spell or way of saying cannot be forgotten in the catalogue."""
    assert {f"{prefix}.{member.value}" for member in listing} <= PHRASES.keys()


def test_every_kind_of_condition_has_a_word_in_proofs() -> None:
    """A new kind of condition cannot be forgotten in the catalogue."""
    kinds = {kind.kind for kind in get_args(Condition)}
    assert kinds
    assert {f"proof.kind.{kind}" for kind in kinds} <= PHRASES.keys()
