"""The page of each rule: what the documentation holds and what ``accords rule`` prints, one text for both."""

from __future__ import annotations

from importlib import resources

from accords.rules import FAMILIES, RULES, Rule

__all__ = ["compose", "list_rules", "page"]


def page(rule: Rule) -> str:
    """The page of ``rule`` as Markdown, as it is bundled with the package."""
    return resources.files("accords").joinpath("pages", f"{rule.code}.md").read_text("utf-8")


def compose(rule: Rule, printed: str, near_miss: str) -> str:
    """Write the page of ``rule`` as Markdown.

    Args:
        rule: the rule.
        printed: what ``accords validate`` prints for a record with this fault.
        near_miss: a sentence on what comes close to the fault and is none.
    """
    return f"""# {rule.code} {rule.name}

*{rule.severity}, {FAMILIES[rule.code[3]]}*

{rule.what}

## Why it matters

{rule.why}

## What to do

{rule.mend}

## What is printed

```text
{printed.strip()}
```

## What is not this fault

{near_miss}
"""


def list_rules() -> str:
    """All rules, a line each, under the names of their families."""
    width = max(len(rule.name) for rule in RULES.values())
    lines: list[str] = []
    for digit, family in FAMILIES.items():
        members = [rule for rule in RULES.values() if rule.code[3] == digit]
        if members:
            lines += ["", f"ACC{digit}xx  {family}"]
            lines += [f"  {rule.code}  {rule.name:<{width}}  {rule.severity}" for rule in members]
    return "\n".join(lines[1:]) + "\n\n`accords rule CODE` explains one of them.\n"
