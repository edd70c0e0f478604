"""Functions that are written out: made once for each key, of names and things alone."""

from __future__ import annotations

from accords.compiling import Code, Made


def test_a_function_is_made_of_its_lines_and_sees_the_things_it_names() -> None:
    code = Code("scaled", "value")
    code.add(f"return {code.name(3)} * value + {code.name(4)}")
    assert code.function()(5) == 19


def test_a_function_is_made_when_it_is_first_asked_for_and_only_then() -> None:
    made: list[str] = []
    functions = Made(lambda key: made.append(key) or (lambda: key))
    assert made == []
    assert [functions["a"](), functions["a"](), functions["b"]()] == ["a", "a", "b"]
    assert made == ["a", "b"]
