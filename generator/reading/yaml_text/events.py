"""Types of the PyYAML events we use: its own stubs leave marks and values untyped."""

from __future__ import annotations

from typing import Protocol


class EventMark(Protocol):
    """A position in the text, counted from 0."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """An event of a parsed text; always has marks, unlike in the stubs."""

    start_mark: EventMark
    end_mark: EventMark


class DocumentEnd(Event, Protocol):
    """The end of a document, explicit if `...` is written."""

    explicit: bool


class Node(Event, Protocol):
    """The start of a value, or a whole value; for an alias, `anchor` is its target."""

    anchor: str | None
    tag: str | None


class Collection(Node, Protocol):
    """The start of a mapping or list, in flow or block style."""

    flow_style: bool


class Scalar(Node, Protocol):
    """A text; no style means plain, neither quoted nor a block."""

    value: str
    style: str | None
