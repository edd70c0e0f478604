"""Citations held against the texts they cite: every span is exact to the letter, or an orphan."""

from accords.texts.verify.spans import SpanCheck, Verification, cited_sources, verify

__all__ = ["SpanCheck", "Verification", "cited_sources", "verify"]
