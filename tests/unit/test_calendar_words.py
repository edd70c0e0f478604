"""What an entry of a calendar says."""

from __future__ import annotations

from accords import checklist, load
from accords.render.checklist.calendar_words import common_to, lines_of, title_of
from books import MONITORED

LIST = checklist(load(MONITORED), as_of="2023-01-20")


def test_a_title_names_who_is_bound_and_what_to_do() -> None:
    """And, in brackets, what a glance needs besides."""
    for item in LIST.items:
        title = title_of(item, item.standing, ("a mark",))
        assert all(name in title for name in item.obligors)
        assert item.action in title
        assert title.endswith("a mark)")
        assert title_of(item) == title_of(item, None) != title


def test_lines_say_the_words_of_the_row() -> None:
    """No line is empty or of two lines, for calendars fold them on their own."""
    for item in LIST.items:
        for standing in (*item.turns, *filter(None, [item.standing])):
            lines = list(lines_of(item, standing))
            assert any(standing.words in line for line in lines)
            assert all(line.strip() and "\n" not in line for line in lines)


def test_every_entry_of_a_record_says_which_record_it_is_and_as_of_when() -> None:
    """Since entries are seen one by one."""
    common = common_to(LIST, LIST.records[0])
    assert any(LIST.records[0].id in line for line in common.lines)
    assert any("20 January 2023" in line for line in common.lines)
