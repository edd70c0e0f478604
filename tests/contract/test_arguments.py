"""Wrong arguments of public functions are refused in words, at once: none gives an empty answer."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

import accords
from records import ROOT

DEAL: Any = accords.load(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json")
DAY = "2022-12-23"
SET: Any = {"a", "b"}
WORD: Any = "serbia"


@pytest.mark.parametrize(
    ("ask", "error", "words"),
    [
        (lambda: accords.load('{"id": "x"}'), ValueError, "this is JSON text and not a path: .*loads reads it"),
        (lambda: accords.load(DEAL), TypeError, "expected a path or an open stream, not Agreement"),
        (lambda: accords.load({"id": "x"}), TypeError, "expected a path or an open stream, not dict"),  # type: ignore[arg-type]
        (lambda: accords.load(b"{}"), TypeError, "not bytes"),  # type: ignore[arg-type]
        (lambda: accords.loads(ROOT), TypeError, "expected text or bytes"),  # type: ignore[arg-type]
        (lambda: accords.loads({"id": "x"}), TypeError, "expected text or bytes, not dict"),  # type: ignore[arg-type]
        (lambda: accords.from_dict("{}"), TypeError, "expected a mapping, not str"),  # type: ignore[arg-type]
        (lambda: accords.validate(5), TypeError, "expected a record in any of its forms, not int 5"),  # type: ignore[arg-type]
        (lambda: accords.validate(None), TypeError, "not NoneType"),  # type: ignore[arg-type]
        (lambda: accords.dump(DEAL, 5), TypeError, "expected a path or an open stream, not int"),  # type: ignore[arg-type]
        (lambda: accords.dump(WORD, io.StringIO()), TypeError, "expected an Agreement, as load gives it, not str"),
        *(
            (call, TypeError, "expected an Agreement, as load gives it, not str 'serbia'")
            for call in (
                lambda: accords.dumps(WORD),
                lambda: accords.to_dict(WORD),
                lambda: accords.content_hash(WORD),
                lambda: accords.status(WORD, as_of=DAY),
                lambda: accords.overdue(WORD, as_of=DAY),
                lambda: accords.explain(WORD, "x", as_of=DAY),
                lambda: accords.changes(WORD, between=(DAY, DAY)),
                lambda: accords.timeline(WORD, known_by=DAY),
                lambda: accords.checklist(WORD),
                lambda: accords.combined_checklist([WORD]),
                lambda: accords.diff(WORD, DEAL),
                lambda: accords.diff(DEAL, WORD),
                lambda: accords.verify(WORD, {}),
            )
        ),
        (lambda: accords.Choice(obligor_ids=WORD), TypeError, "expected a tuple, not the text 'serbia'"),
        (lambda: accords.Choice(buckets=WORD), TypeError, "expected a tuple, not the text"),
        (lambda: accords.Choice(party_ids=SET), TypeError, "whose order is kept, not set"),
        (lambda: accords.Choice(statuses=("late",)), ValueError, "'late' is not one of not_started, "),  # type: ignore[arg-type]
        (lambda: accords.Choice(modalities=("shall",)), ValueError, "'shall' is not one of must, "),  # type: ignore[arg-type]
        (lambda: accords.checklist(DEAL, choice=accords.Choice(obligor_ids=("servia",))), ValueError, "mean serbia"),
        (lambda: accords.checklist(DEAL, choice=accords.Choice(party_ids=("servia",))), KeyError, "mean serbia"),
        (
            lambda: accords.combined_checklist([DEAL], choice=accords.Choice(obligor_ids=("servia",))),
            ValueError,
            "mean serbia",
        ),
        (lambda: accords.checklist(DEAL, group_by="obligors"), ValueError, "'obligors' is not one of obligor, "),
        (lambda: accords.explain(DEAL, "nope", as_of=DAY), KeyError, "no obligation has the id 'nope'; there are "),
        (lambda: accords.explain(DEAL, "serbia-plate", as_of=DAY), KeyError, "did you mean serbia-plates"),
        (
            lambda: accords.explain(DEAL, "serbia-plates", as_of=DAY, precision="exat"),
            ValueError,
            "precision is 'interval' or 'exact', not 'exat'",
        ),
        (lambda: accords.status(DEAL, as_of=datetime(2022, 12, 23)), ValueError, "has no time zone"),
        (lambda: accords.status(DEAL, as_of=20221223), TypeError, "a date is read from text, not from int"),  # type: ignore[arg-type]
        (lambda: accords.status(DEAL, as_of="23 December"), accords.DateError, "is not a date"),
        (lambda: accords.status(DEAL, as_of=DAY).of("nope"), KeyError, "no obligation has the id 'nope'"),
        (
            lambda: accords.read_schema("agreement"),
            ValueError,
            "no schema is called 'agreement'; there are ",
        ),
        (lambda: accords.Obligation(id="x", modality="must", action="y", obligor_ids=SET), TypeError, "not set"),  # type: ignore[arg-type]
        (lambda: accords.Obligation(id="x", modality="must", action="y", themes=5), TypeError, "not int 5"),  # type: ignore[arg-type]
        (lambda: accords.changes(DEAL, between=SET), TypeError, "whose order is kept, not set"),
        (lambda: accords.diff(DEAL, between=WORD), TypeError, "not the text 'serbia'"),
        (lambda: accords.changes(DEAL, between=(DAY,)), ValueError, "between has two dates"),  # type: ignore[arg-type]
        (lambda: accords.new_record(parties=SET), TypeError, "whose order is kept, not set"),
        (lambda: accords.new_record(parties=WORD), TypeError, "not the text 'serbia'"),
        (lambda: accords.Calendar(holidays=SET), TypeError, "whose order is kept, not set"),
        (lambda: accords.Claim(says="ocurred"), ValueError, "'ocurred' is not one of occurred"),  # type: ignore[arg-type]
        *(
            (call, TypeError, words)
            for words, calls in {
                "expected a Checklist, as checklist gives it, not Agreement": (
                    lambda: accords.render_csv(DEAL),
                    lambda: accords.render_html(DEAL),
                    lambda: accords.render_ics(DEAL),
                    lambda: accords.render_json(DEAL),
                    lambda: accords.render_markdown(DEAL),
                    lambda: accords.render_terminal(DEAL),
                    lambda: accords.render_xlsx(DEAL),
                ),
                "expected a DueList, as due gives it, not Agreement": (
                    lambda: accords.render_due(DEAL),
                    lambda: accords.render_due_atom(DEAL),
                    lambda: accords.render_due_json(DEAL),
                ),
                "expected a Difference, as diff gives it, not Agreement": (
                    lambda: accords.render_diff(DEAL),
                    lambda: accords.render_diff_markdown(DEAL),
                    lambda: accords.render_diff_json(DEAL),
                ),
                r"expected several agreements, as in \[agreement\], not Agreement": (
                    lambda: accords.combined_checklist(DEAL),
                    lambda: accords.due(DEAL, as_of=DAY),
                    lambda: accords.render_workbook(DEAL),
                    lambda: accords.render_tables(DEAL),
                    lambda: accords.render_site(DEAL, as_of=DAY, contact="us"),
                ),
                r"expected names of files or folders, as in \[name\], not str 'serbia'": (
                    lambda: accords.read_records(WORD),
                    lambda: accords.query_tables(WORD, "select 1"),
                    lambda: accords.export_tables(WORD, "out"),
                ),
                "expected the id of the actor, not Actor": (
                    lambda: DEAL.actor(DEAL.actors[0]),
                    lambda: DEAL.obligations_of(DEAL.actors[0]),
                    lambda: DEAL.owed_to(DEAL.actors[0]),
                ),
                "expected the id of the obligation, not Obligation": (
                    lambda: accords.explain(DEAL, DEAL.obligations[0], as_of=DAY),
                ),
                "expected the id of the obligation, not int": (lambda: accords.status(DEAL, as_of=DAY).of(5),),  # type: ignore[arg-type]
                "expected a Choice, not str 'serbia'": (
                    lambda: accords.checklist(DEAL, choice=WORD),
                    lambda: accords.combined_checklist([DEAL], choice=WORD),
                ),
                "expected a Language, not str 'serbia'": (lambda: accords.checklist(DEAL, language=WORD),),
                "expected Settings, not str": (lambda: accords.validate(DEAL, settings=WORD),),
                "expected Limits, not str": (lambda: accords.validate(DEAL, limits=WORD),),
                "max_bytes": (lambda: accords.Limits(max_bytes=WORD),),
                "expected the text of a record, not int": (lambda: accords.apply_fixes(5, ()),),  # type: ignore[arg-type]
                "expected findings, as a report has them, not int": (lambda: accords.apply_fixes("", 5),),  # type: ignore[arg-type]
            }.items()
            for call in calls
        ),
        *(
            (call, ValueError, "no undertaking has the theme 'plate'; the themes are: .*licence plates")
            for call in (
                lambda: accords.checklist(DEAL, choice=accords.Choice(themes=("plate",))),
                lambda: accords.combined_checklist([DEAL], choice=accords.Choice(themes=("plate",))),
            )
        ),
        *(
            (call, ValueError, "the second date comes before the first")
            for call in (
                lambda: accords.changes(DEAL, between=(DAY, "2022-12-01")),
                lambda: accords.diff(DEAL, between=(DAY, "2022-12-01")),
            )
        ),
        (lambda: accords.Settings(as_of=datetime(2024, 1, 1)), accords.SettingsError, "has no time zone"),
    ],
)
def test_a_wrong_argument_is_refused_in_words(ask: Callable[[], Any], error: type[Exception], words: str) -> None:
    """By a TypeError or a ValueError; an unknown id by one that is a KeyError too."""
    with pytest.raises(error, match=words):
        ask()


def test_a_schema_that_is_read_is_the_callers_own() -> None:
    """Whoever changes it changes no validation."""
    mine = accords.read_schema()
    mine["$defs"].clear()
    assert accords.read_schema()["$defs"]
    assert accords.validate(DEAL)


@pytest.mark.parametrize("stream", [io.StringIO(), io.BytesIO()], ids=["text", "bytes"])
def test_a_record_is_written_to_an_open_stream_as_to_a_file(stream: Any) -> None:
    """Of text or of bytes, and read back from it; it stays open."""
    accords.dump(DEAL, stream)
    stream.seek(0)
    assert accords.load(stream) == DEAL


def test_a_record_goes_through_a_dictionary_and_back() -> None:
    """What is wrong with one is told as in a file."""
    plain = accords.to_dict(DEAL)
    assert accords.from_dict(plain) == DEAL
    plain["obligations"][0]["modality"] = "shall"
    with pytest.raises(accords.InvalidRecordError) as caught:
        accords.from_dict(plain)
    assert [found.pointer for found in caught.value.report.errors] == ["/obligations/0/modality"]
