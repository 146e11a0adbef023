"""Updates a YAML file to new data and keeps its comments: what does not change stays as written.

In: a file's text and its new data. Out: the new text, which reads back as exactly that data; rewritten without comments
only if that fails otherwise.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from generator.drafting.format_order import in_format_order
from generator.drafting.yaml_writer import yaml_text
from generator.intake.overlay_tree import OverlayTree
from generator.reading.content_tree import ContentTree
from generator.reading.yaml_text import read_yaml


class _TextResolver(VersionedResolver):
    """Resolves every plain scalar as text, like our reader: `2567` and `no` stay as written."""

    @property
    def versioned_resolver(self) -> Any:
        """Return no patterns for numbers, dates and booleans."""
        return {}


def _round_trip() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = 2**20
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def merged(old: Any, new: Any, *, whole: bool) -> Any:
    """Return new data merged over old, list records matched by id; keys missing in `new` are kept unless `whole`."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        kept = {} if whole else {key: value for key, value in old.items() if key not in new}
        return {key: merged(old.get(key), value, whole=whole) for key, value in new.items()} | kept
    if isinstance(old, list) and isinstance(new, list) and (by_id := _by_id(old)) and _by_id(new) is not None:
        found = [merged(by_id.get(one["id"]), one, whole=whole) for one in new]
        ids = {one["id"] for one in new}
        return found if whole else [*found, *(one for one in old if one["id"] not in ids)]
    return new


def _by_id(records: list[Any]) -> dict[str, Any] | None:
    if not all(isinstance(one, Mapping) and isinstance(one.get("id"), str) for one in records):
        return None
    return {one["id"]: one for one in records}


def updated_yaml(tree: ContentTree, name: str, text: str, old: Any, new: dict[str, Any], model: type[BaseModel]) -> str:
    """Return the text of a file with new data; the same text if nothing changes."""
    if old == new:
        return text
    fresh = yaml_text(in_format_order(new, model))
    yaml = _round_trip()
    try:
        root = yaml.load(text)
        if not isinstance(root, CommentedMap):
            return fresh
        _update(root, old, new)
        out = io.StringIO()
        yaml.dump(root, out)
    except (YAMLError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return fresh
    changed = out.getvalue()
    source, _ = read_yaml(OverlayTree(tree, {name: changed.encode()}), name)
    wanted, _ = read_yaml(OverlayTree(tree, {name: fresh.encode()}), name)
    return changed if source and wanted and source.data == wanted.data else fresh


def _update(node: Any, old: Any, new: Any) -> None:
    """Update a ruamel node to new data, changing only what differs."""
    if isinstance(node, CommentedMap):
        for key in [key for key in node if key not in new]:
            if key in old:  # keep keys without a value
                del node[key]
        for key, value in new.items():
            if key not in node or key not in old:
                node[key] = _node(value)
            elif old[key] != value:
                _replace(node, key, old[key], value)
    elif isinstance(node, CommentedSeq):
        places = {one["id"]: place for place, one in enumerate(old)} if _by_id(old) else {}
        if _by_id(new) and places:
            kept = {}
            for identifier, place in places.items():
                kept[identifier] = node[place]
            nodes = []
            for one in new:
                if one["id"] in places:
                    before = old[places[one["id"]]]
                    if before != one:
                        _update(kept[one["id"]], before, one)
                    nodes.append(kept[one["id"]])
                else:
                    nodes.append(_node(one))
            if [one["id"] for one in new] != [one["id"] for one in old]:
                del node[:]
                node.extend(nodes)
            return
        for place, value in enumerate(new):
            if place >= len(node):
                node.append(_node(value))
            elif old[place] != value:
                _replace(node, place, old[place], value)
        del node[len(new) :]


def _replace(node: Any, key: Any, old: Any, new: Any) -> None:
    below = node[key]
    same_kind = (isinstance(below, CommentedMap) and isinstance(new, Mapping)) or (
        isinstance(below, CommentedSeq) and isinstance(new, list)
    )
    if same_kind:
        _update(below, old, new)
    else:
        node[key] = _node(new)


def _node(value: Any) -> Any:
    """Return a value as ruamel nodes, quoted like our own writer."""
    yaml = _round_trip()
    return yaml.load(yaml_text({"k": value}))["k"]
