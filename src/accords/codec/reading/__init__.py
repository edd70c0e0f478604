"""Bytes to plain JSON that has lost nothing, and the places of its values in the text."""

from accords.codec.reading.limits import Limits
from accords.codec.reading.nodes import TextNode, nodes_of
from accords.codec.reading.positions import Lines, NodeSpan, Stretch, locate, split_lines
from accords.codec.reading.read import (
    Json,
    ReadText,
    Stream,
    open_file,
    read_bytes,
    read_file,
    read_path,
    read_stream,
    read_text,
    unreadable,
)

__all__ = [
    "Json",
    "Limits",
    "Lines",
    "NodeSpan",
    "ReadText",
    "Stream",
    "Stretch",
    "TextNode",
    "locate",
    "nodes_of",
    "open_file",
    "read_bytes",
    "read_file",
    "read_path",
    "read_stream",
    "read_text",
    "split_lines",
    "unreadable",
]
