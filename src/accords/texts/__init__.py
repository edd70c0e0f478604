"""Texts of sources: taken out of files, kept with their hashes, parted into paragraphs, and searched to the letter."""
