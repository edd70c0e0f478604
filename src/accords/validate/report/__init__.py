"""Findings, written for people and for machines: one module for each format."""

from accords.validate.report.concise import render_concise
from accords.validate.report.formats import FORMATS
from accords.validate.report.full import render_full
from accords.validate.report.plain import render_json
from accords.validate.report.summary import Tally, render_summary
from accords.validate.report.view import View

__all__ = ["FORMATS", "Tally", "View", "render_concise", "render_full", "render_json", "render_summary"]
