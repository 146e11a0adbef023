"""What we use of PyYAML's events, as types: its own stubs leave marks and values untyped."""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """A place in the text, counted from 0."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """Every event of a text that was read has marks, whatever the stubs say."""

    start_mark: Mark
    end_mark: Mark


class DocumentEnd(Event, Protocol):
    """The end of a document, explicit when `...` is written out."""

    explicit: bool


class Node(Event, Protocol):
    """The beginning of a value, or all of it; for an alias, `anchor` is what it refers to."""

    anchor: str | None
    tag: str | None


class Collection(Node, Protocol):
    """The beginning of a mapping or list, written within braces or brackets or not."""

    flow_style: bool


class Scalar(Node, Protocol):
    """A text; without a style when it is not in quotes and no block."""

    value: str
    style: str | None
