"""Texts of sources, taken out of files and kept: citations and drafts are held against them to the letter."""
