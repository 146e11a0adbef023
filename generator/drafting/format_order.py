"""Sorts the keys of plain data into the order of the model, and removes empty values."""

from __future__ import annotations

import types
import typing
from typing import Any

from pydantic import BaseModel


def in_format_order(data: Any, model: type[BaseModel] | None) -> Any:
    """Return the data with the keys of every record in the order of its fields; unknown keys come last.

    Keys without a value are removed. An empty item of a list is kept, because tables count cells.
    """
    if isinstance(data, dict):
        fields = model.model_fields if model else {}
        order = dict.fromkeys([*fields, *data])
        return {
            key: in_format_order(data[key], _record_in(fields[key].annotation) if key in fields else None)
            for key in order
            if data.get(key) is not None
        }
    if isinstance(data, list):
        return ["" if item is None else in_format_order(item, model) for item in data]
    return data


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """Return the record type in an annotation, whether optional, annotated or in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated):
        found = (_record_in(argument) for argument in typing.get_args(annotation))
        return next((record for record in found if record), None)
    return None
