"""The questions of the documentation have the answers that stand below them."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from accords.cli.giving_out.answers import ANSWERS
from accords.corpus.database import ask
from accords.corpus.table_files import DATABASE, export_tables
from accords.tables import TABLES
from blocks import Block, blocks
from records import ROOT

pytest.importorskip("duckdb")

PAGE = ROOT / "docs" / "questions.md"
RECORDS = ("minimal", "kosovo-serbia-plates-2022-monitored")
DAYS = ("2022-12-01", "2023-01-20", "2024-01-08")
REWRITE = bool(os.environ.get("ACCORDS_REWRITE"))


def _asked() -> list[tuple[Block, Block]]:
    found = blocks(PAGE)
    return [(one, two) for one, two in pairwise(found) if two.note == "answer"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of two examples, with statuses on three days."""
    paths = [ROOT / "examples" / f"{name}.accord.json" for name in RECORDS]
    folder = tmp_path_factory.mktemp("questions") / "tables"
    export_tables(paths, folder, form="duckdb", as_of=DAYS)
    return folder / DATABASE


def _answer(question: str, database: Path) -> str:
    given = ask(database, question)
    return "".join(ANSWERS["text"](given.columns, given.rows))


def test_each_of_ten_questions_has_an_answer_below_it() -> None:
    """None is left without."""
    asked = _asked()
    assert len(asked) == 10
    assert all(one.language == "sql" for one, _ in asked)


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize("number", range(10))
def test_a_question_is_answered_as_the_page_says(number: int, database: Path) -> None:
    """As the command prints it, asked of two examples, on three days."""
    question, answer = _asked()[number]
    printed = _answer(question.text, database)
    assert len(printed.splitlines()) > 2, "an answer without a row shows nothing"
    if REWRITE:
        text = PAGE.read_text("utf-8")
        PAGE.write_text(text[: answer.start] + printed + text[answer.end :], "utf-8")
    else:
        assert answer.text == printed


def test_a_question_that_is_damaged_has_another_answer(database: Path) -> None:
    """The comparison can fail: without its filter the first question of a status tells of more duties."""
    question, answer = _asked()[4]
    damaged = question.text.replace("WHERE obligation_id IN ('serbia-plates', 'repair-landing')", "")
    assert damaged != question.text
    assert _answer(damaged, database) != answer.text


def test_every_table_that_questions_name_is_in_the_codebook() -> None:
    """A page of an older version would name what is no more."""
    named = {word for one, _ in _asked() for word in one.text.replace(",", " ").split() if word in TABLES}
    assert {"obligations", "statuses", "claims", "citations", "identifiers"} <= named
