"""A record whose every text tries to be something else than text."""

from __future__ import annotations

from accords.codec import structure
from accords.model.agreement import Agreement

__all__ = ["HOSTILE", "MARKER", "hostile_record"]

MARKER = "owned"
"""A name that a script would set if one ran."""

HOSTILE = (
    f"<script>window.{MARKER}=1</script>",
    f"</title></style></script><img src=x onerror=window.{MARKER}=1>",
    f"\"><svg onload=window.{MARKER}=1> ' onmouseover='window.{MARKER}=1",
    "{{ 7*7 }} {% for x in y %} ${7*7} #{7*7} <%= 7*7 %>",
    '"]; click o1 "javascript:alert(1)"; end %%{init: {}}%% ```mermaid',
    '\\"; evil [label=<b>x</b>]; \\N \\G &lt; &#60; #quot; \\',
    "\u202egnp.exe\u202c \u2066isolate\u2069 \u200fmark",
    "line one\r\nline two\x1b[31mred\x00\x07\u2028end\ufffe",
    "ج" * 40 + " كوسوفو وصربيا " + "שלום",
    "w" * 10_000,
    "-- ]]> --> <!-- &amp; <![CDATA[ x",
    "國" * 300 + "👩‍👩‍👧‍👦",
)


def hostile_record() -> Agreement:
    """A valid record with a duty for each of the hostile texts, and the text in every place that takes one."""
    actors = [
        {"id": f"actor-{n}", "name": text, "position": text, "designation_notes": [{"text": text, "used_by": text}]}
        for n, text in enumerate(HOSTILE)
    ]
    citation = [{"source_id": "source", "locator": HOSTILE[0]}]
    duties = [
        {
            "id": f"duty-{n}",
            "label": text,
            "clause": text,
            "obligor_ids": [f"actor-{n}"],
            "owed_to_ids": [f"actor-{(n + 1) % len(HOSTILE)}"],
            "modality": "must",
            "action": text,
            "as_written": text,
            "note": text,
            "place": text,
            "themes": [text],
            "trigger": {
                "kind": "any_of",
                "conditions": [{"kind": "event", "event_id": f"event-{n}"}, {"kind": "prose", "text": text}],
            },
            "due": {"kind": "vague", "text": text},
            "readings": [{"id": f"reading-{n}", "held_by_ids": [f"actor-{n}"], "text": text}],
            "citations": citation,
        }
        for n, text in enumerate(HOSTILE)
    ]
    events = [
        {
            "id": f"event-{n}",
            "kind": "milestone",
            "summary": text,
            "claims": [
                {
                    "says": "occurred",
                    "when": "2022-11-23",
                    "claimed_by_id": f"actor-{n}",
                    "text": text,
                    "citations": citation,
                },
                {"says": "not_occurred", "when": "2022-11-24", "claimed_by_id": "actor-0", "text": text},
            ],
        }
        for n, text in enumerate(HOSTILE)
    ]
    record = {
        "accords_version": "1.0",
        "id": "hostile",
        "title": " ".join(HOSTILE[:8]),
        "conclusion": {"form": "announced", "date": "2022-11-01", "place": HOSTILE[1]},
        "actors": actors,
        "parties": [{"actor_id": "actor-0"}, {"actor_id": "actor-1"}],
        "third_parties": [{"actor_id": "actor-2", "role": "other", "role_as_written": HOSTILE[1]}],
        "obligations": duties,
        "events": events,
        "sources": [
            {
                "id": "source",
                "kind": "report",
                "title": HOSTILE[1],
                "publisher": HOSTILE[0],
                "url": "javascript:window.owned=1",
            },
            {"id": "other", "kind": "report", "title": HOSTILE[2], "url": 'https://example.org/"><script>'},
        ],
    }
    return structure(record)
