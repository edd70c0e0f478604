"""Findings, written for people and for machines."""

from accords.report.machine import render_json
from accords.report.text import render_concise, render_full, render_summary

__all__ = ["render_concise", "render_full", "render_json", "render_summary"]
