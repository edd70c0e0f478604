"""What is overdue: one answer in statuses, their words, checklists, tables and Python."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import evolve

from accords.checklist import Bucket, Choice, checklist, combined_checklist
from accords.checklist.agenda import due
from accords.engine.terms.table import State
from accords.model.coding import Coding
from accords.model.conditions import OnDate
from accords.model.events import Claim
from accords.model.obligations import Continuing, Linkage
from accords.render.rows import to_rows
from accords.standing.days import Days, Deadline
from accords.standing.history import changes, timeline
from accords.standing.instances import InstanceStatus
from accords.standing.naming import Context, Heard, is_late
from accords.standing.report import overdue, status
from accords.suggest import UnknownIdError
from accords.validate import load
from accords.vocabulary import EventKind, LinkageMode, Says
from deals import deal, duty, on_day, said, stands
from records import ROOT, WHOLE

FERRY = load(ROOT / "examples" / "minimal.accord.json")
LATE = "1911-10-01"


@pytest.mark.wide
@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
@pytest.mark.parametrize("day", ["1911-10-01", "2022-12-23", "2023-12-31"])
def test_status_checklist_table_and_python_call_the_same_overdue(path: object, day: str) -> None:
    """Bucket for bucket, row for row."""
    record = evolve(load(path), coding=None)  # type: ignore[arg-type]
    found = {each.obligation_id for each in overdue(record, as_of=day)}
    report = status(record, as_of=day)
    rows = checklist(record, as_of=day)
    late = checklist(record, as_of=day, choice=Choice(buckets=("overdue",)))  # type: ignore[arg-type]
    assert {item.obligation_id for item in late.items} == found
    assert {row["obligation_id"] for row in to_rows(rows) if row["overdue"]} == found
    assert {row["obligation_id"] for row in to_rows(report) if row["overdue"]} == found
    assert rows.records[0].overdue == len(late.items)
    for each in report.instances:
        assert each.is_overdue is (
            each.name.startswith("overdue")
            or "not performed in time" in each.name
            or (each.states == {State.BREACHED} and each in found)
        )


def test_what_is_overdue_comes_with_names_and_days() -> None:
    """As values of the status, with the last possible day as a date."""
    (late,) = overdue(FERRY, as_of=LATE)
    assert isinstance(late, InstanceStatus)
    assert (late.obligation_id, late.obligor_ids) == ("repair-landing", ("ruritania",))
    assert late.deadline.last == date(1911, 9, 30)
    assert overdue(FERRY, as_of="1911-09-30") == ()


def test_nothing_is_called_overdue_after_the_day_until_which_anybody_looked() -> None:
    """An empty answer would read as if nothing were."""
    followed = evolve(FERRY, coding=Coding(followed_until="1911-09-15"))
    with pytest.raises(ValueError, match=f"what is overdue on {LATE} is not known"):
        overdue(followed, as_of=LATE)


OVERDUE = frozenset({State.FULFILLED, State.FULFILLED_LATE, State.BREACHED})
PLAIN = Context(continuing=False, watched=False, contested=False)


@pytest.mark.parametrize(
    ("states", "reported", "context", "late"),
    [
        (OVERDUE, State.BREACHED, PLAIN, True),
        (frozenset({State.BREACHED}), State.BREACHED, PLAIN, True),
        (OVERDUE | {State.ACTIVE}, State.BREACHED, PLAIN, False),
        (OVERDUE, State.FULFILLED, PLAIN, False),
        (OVERDUE, State.BREACHED, evolve(PLAIN, contested=True), False),
        (OVERDUE, State.BREACHED, evolve(PLAIN, claim="states.late"), True),
        (OVERDUE, State.BREACHED, evolve(PLAIN, continuing=True), False),
        (OVERDUE, State.BREACHED, evolve(PLAIN, heard=Heard.ACT), False),
        (OVERDUE, State.BREACHED, evolve(PLAIN, heard=Heard.PART), True),
        (OVERDUE | {State.EXCUSED}, State.BREACHED, evolve(PLAIN, aside=frozenset({State.EXCUSED})), True),
        (frozenset({State.FULFILLED}), State.FULFILLED, PLAIN, False),
    ],
)
def test_only_what_is_certain_and_what_nobody_says_otherwise_is_late(
    states: frozenset[State], reported: State, context: Context, late: bool
) -> None:
    """Not while somebody says that it was done; that somebody says that it was not changes nothing."""
    assert is_late(states, reported, context) is late


def test_a_deadline_is_a_value_with_days_and_words() -> None:
    """First and last possible day, as reported, and in words."""
    one = Days((("2023-05-01", "2023-05-03"),))
    deadline = Deadline(stated=one, reported=one, possible=Days((("2023-04-01", "2023-05-03"),)))
    assert (deadline.first, deadline.last) == (date(2023, 4, 1), date(2023, 5, 3))
    assert (deadline.reported.first, deadline.reported.last) == (date(2023, 5, 1), date(2023, 5, 3))
    assert deadline.words == "1 May 2023 to 3 May 2023"


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (Days(), None, None),
        (Days((("ever", "2023-05-03"),)), None, date(2023, 5, 3)),
        (Days((("2023-05-01", "never"),)), date(2023, 5, 1), None),
        (Days((("2023-05-01T10:00:00+02:00", "2023-05-01T10:00:00+02:00"),)), date(2023, 5, 1), date(2023, 5, 1)),
    ],
)
def test_days_without_a_beginning_or_an_end_have_none(days: Days, first: date | None, last: date | None) -> None:
    """None is no day of the calendar."""
    assert (days.first, days.last) == (first, last)


def test_where_there_is_no_deadline_there_are_no_words_for_it() -> None:
    """Days that are none never come; a deadline that is none is not said to be never."""
    none = Deadline(stated=Days(), reported=Days(), possible=Days())
    assert (none.first, none.last, none.words, none.reported.words) == (None, None, None, "never")
    assert Days(or_never=True).words == "never"


def test_a_deadline_that_may_never_come_has_no_last_day() -> None:
    """Although it has a last one among those on which it may come."""
    days = Days((("2023-05-01", "2023-05-03"),), or_never=True)
    assert Deadline(stated=days, reported=days, possible=days).last is None


def test_the_instances_of_an_unknown_duty_are_not_an_empty_answer() -> None:
    """A misspelt id is said to be one."""
    report = status(FERRY, as_of=LATE)
    assert len(report.of("repair-landing")) == 1
    with pytest.raises(UnknownIdError, match="did you mean repair-landing"):
        report.of("repair-landings")


BRUSSELS = evolve(FERRY, time_zone="Europe/Brussels", obligations=(
    evolve(FERRY.obligations[0], due=OnDate(value="2023-01-20")), FERRY.obligations[1]))  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "late"),
    [
        (datetime(2023, 1, 20, 22, 59, tzinfo=UTC), False),
        (datetime(2023, 1, 20, 23, 1, tzinfo=UTC), True),
        (datetime(2023, 1, 21, 1, 1, tzinfo=timezone(timedelta(hours=2))), True),
        (datetime(2023, 1, 20, 12, 59, tzinfo=timezone(timedelta(hours=-10))), False),
        (date(2023, 1, 20), False),
        ("2023-01-20T23:01:00Z", True),
    ],
)
def test_the_day_of_a_moment_is_that_of_the_record(moment: datetime | date | str, late: bool) -> None:
    """One instant is one day, however its time is written."""
    assert bool(overdue(BRUSSELS, as_of=moment)) is late
    assert checklist(BRUSSELS, as_of=moment).records[0].overdue == late
    assert status(BRUSSELS, as_of="2023-02-01", known_by=moment).known_by == ("2023-01-21" if late else "2023-01-20")
    assert bool(changes(BRUSSELS, between=("2023-01-15", moment))) is late
    assert any(each.obligation_id == "repair-landing" for each in timeline(BRUSSELS, known_by=moment)[2:]) is late


@pytest.mark.parametrize(
    ("zones", "day"),
    [(("Europe/Brussels",), "2023-01-21"), (("UTC",), "2023-01-20"), (("UTC", "Asia/Tokyo"), "2023-01-20")],
)
def test_one_checklist_of_several_names_the_day_that_is_theirs(zones: tuple[str, ...], day: str) -> None:
    """Where a moment is on different days in their zones, that in UTC."""
    records = [evolve(BRUSSELS, id=f"r{number}", time_zone=zone) for number, zone in enumerate(zones)]
    rows = combined_checklist(records, as_of=datetime(2023, 1, 20, 23, 30, tzinfo=UTC))
    assert (rows.as_of, rows.known_by) == (day, day)


def test_a_bucket_is_overdue_exactly_where_the_status_is() -> None:
    """Also where the deadline lies before the calendar, or the duty waited for something."""
    rows = checklist(FERRY, as_of=LATE)
    standing = rows.items[0].standing
    assert standing is not None
    assert standing.bucket is Bucket.OVERDUE


@pytest.mark.parametrize(("by", "said_so"), [("a", True), ("n", False)])
def test_a_payment_that_only_the_payers_own_charge_excuses_says_so(by: str, said_so: bool) -> None:
    """Not performed in time as reported, and contested by what it says of the other side; of a monitor's charge not."""
    stop = said("stop", "2023-05-01", by="ab", on="pass", kind=EventKind.CONDUCT, actor_ids=("b",))
    views = (
        Claim(says=Says.BREACH, known_on="2023-05-02", claimed_by_id=by),
        Claim(says=Says.NO_BREACH, known_on="2023-05-03", claimed_by_id="b"),
    )
    record = deal(
        duty("pay", owed_to_ids=("b",), due=on_day("2023-04-10")),
        duty("pass", "b", owed_to_ids=("a",), performance=Continuing()),
        events=(evolve(stop, claims=(*stop.claims, *views)),),
        linkages=(Linkage(obligation_ids=("pay", "pass"), mode=LinkageMode.RECIPROCAL),),
    )
    (found,) = stands(record, "2023-06-01", "pay")
    assert (found.name, "own_charge" in found.flags) == ("contested", said_so)
    (entry,) = [each for each in due([record], as_of="2023-06-01").entries if each.obligation_id == "pay"]
    remark = "contested; not performed in time as reported; the charge that would excuse it is made only by those"
    assert entry.status.startswith(remark) is said_so
