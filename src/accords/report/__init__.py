"""Findings, written for people and for machines: one module for each format."""

from accords.report.concise import render_concise
from accords.report.formats import FORMATS
from accords.report.full import render_full
from accords.report.plain import render_json
from accords.report.summary import Tally, render_summary
from accords.report.view import View

__all__ = ["FORMATS", "Tally", "View", "render_concise", "render_full", "render_json", "render_summary"]
