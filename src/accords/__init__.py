"""Structured diplomatic agreements."""
