"""``accords draft``: schema, prompt, compile and from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from accords.cli import main
from accords.schema.store import DRAFT, schema_text
from accords.texts.drafts.form import Draft, DraftDuty, DraftPerson
from accords.texts.drafts.sheet import draft_json, read_draft
from accords.validate import load
from accords.vocabulary import CodingStatus

TEXT = "Ruritania shall repair the ferry landing by 1 June 2022.\n"
QUOTE = "Ruritania shall repair the ferry landing"
DRAFT_OF = Draft(
    people=(DraftPerson(quote=QUOTE, paragraph=1, name="Ruritania", part="party"),),
    duties=(
        DraftDuty(quote=QUOTE, paragraph=1, key="repair", who=("Ruritania",), action="repair the ferry landing",
                  due_date="2022-06-01"),
    ),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a kept text and a draft of it, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deal.txt").write_text(TEXT, "utf-8")
    (tmp_path / "draft.json").write_text(draft_json(DRAFT_OF), "utf-8")
    assert main(["text", "add", "deal.txt", "--id", "deal", "--title", "Deal", "--kind", "agreement_text"]) == 0
    capsys.readouterr()
    return tmp_path


def test_schema_and_prompt_are_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The schema byte for byte, the text as lines of JSON."""
    assert main(["draft", "schema"]) == 0
    assert capsys.readouterr().out == schema_text(DRAFT)
    assert main(["draft", "prompt", "deal"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"paragraph": 1, "text": TEXT.strip()}
    assert main(["draft", "prompt", "nothing"]) == 2


def test_compile_writes_a_record_and_says_what_to_look_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there already is not replaced unasked."""
    words = ["draft", "compile", "draft.json", "--text", "deal", "-o", "deal.accord.json"]
    assert main(words) == 0
    told = capsys.readouterr()
    assert told.err.startswith("Draft, checked by nobody\n")
    assert "2 rows kept, 0 things left out, 0 things to look at" in told.err
    record = load(folder / "deal.accord.json")
    assert record.coding is not None
    assert record.coding.status is CodingStatus.MACHINE_DRAFT
    assert main(["validate", "deal.accord.json"]) == 0
    assert main(["verify", "deal.accord.json"]) == 0
    assert main(words) == 2
    assert main([*words, "--force"]) == 0
    assert main(["draft", "compile", "draft.json", "--text", "texts/deal.txt"]) == 0


@pytest.mark.parametrize(
    ("draft", "code", "words"),
    [
        ("nonsense", 2, "the draft is no JSON"),
        ("{}", 2, "the draft lacks people"),
        (draft_json(Draft()), 1, "no party is left"),
        (draft_json(evolve(DRAFT_OF, people=())), 1, "“Ruritania” is not among the people"),
    ],
)
def test_a_draft_that_makes_no_record_writes_none(
    folder: Path, capsys: pytest.CaptureFixture[str], draft: str, code: int, words: str
) -> None:
    """And says why."""
    (folder / "draft.json").write_text(draft, "utf-8")
    assert main(["draft", "compile", "draft.json", "--text", "deal", "-o", "deal.accord.json"]) == code
    assert words in capsys.readouterr().err
    assert not (folder / "deal.accord.json").exists()


def test_from_gives_the_draft_again_and_lists_what_it_cannot_hold(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, so that the draft can be passed on."""
    main(["draft", "compile", "draft.json", "--text", "deal", "-o", "deal.accord.json"])
    capsys.readouterr()
    assert main(["draft", "from", "deal.accord.json", "--text", "deal"]) == 0
    told = capsys.readouterr()
    assert read_draft(told.out) == DRAFT_OF
    assert told.err == ""
    plain = json.loads((folder / "deal.accord.json").read_text("utf-8"))
    plain["obligations"][0]["note"] = "A remark."
    (folder / "deal.accord.json").write_text(json.dumps(plain), "utf-8")
    assert main(["draft", "from", "deal.accord.json", "--text", "deal"]) == 0
    assert capsys.readouterr().err == "not in the draft:\n  obligations repair note\n"
    assert main(["draft", "from", "deal.accord.json", "--text", "nothing"]) == 2
    (folder / "deal.accord.json").write_text("{}", "utf-8")
    assert main(["draft", "from", "deal.accord.json", "--text", "deal"]) == 1
