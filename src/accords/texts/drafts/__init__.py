"""Drafts: what somebody or something reads out of a text, held against it before a record is made of it."""
