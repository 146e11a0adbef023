"""Follows the types of a view through its template: which fields of which records it uses, and which do not exist.

A small abstract interpreter over Jinja's syntax tree, based on the annotations of views; if they give no type (`Any`, a
value of a filter) it stops there and records the names used.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import enum
import importlib
import inspect
import pkgutil
import types
import typing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import nodes
from pydantic import BaseModel

import generator
from generator.pages.environment import make_environment

TEMPLATES = Path(__file__).parents[2] / "generator" / "pages" / "templates"
KEEPS = {"list", "sort", "reverse", "selectattr", "rejectattr", "select", "reject", "unique", "default"}
"""Filters that return their input or a part of it."""
SEQUENCES = (tuple, list, set, frozenset, collections.abc.Sequence, collections.abc.Iterable, collections.abc.Iterator)
SEQUENCES += (collections.abc.Collection, collections.abc.Set)
MAPPINGS = (dict, collections.abc.Mapping, types.MappingProxyType)


@dataclass(frozen=True)
class Template:
    """An imported template."""

    name: str


@dataclass(frozen=True)
class Macro:
    """A macro of a template."""

    template: str
    name: str


@dataclass(frozen=True)
class Method:
    """A method about to be called, by its return type."""

    returns: Any


@dataclass
class Used:
    """What templates use."""

    fields: set[tuple[type, str]] = field(default_factory=set)
    """Fields, with their class."""
    names: set[str] = field(default_factory=set)
    """Names used on values of unknown type."""
    classes: set[type] = field(default_factory=set)
    """Classes reached."""
    wrong: list[str] = field(default_factory=list)
    """Names that are not fields of their type."""


class Walk:
    """Walks through templates and records what they use."""

    def __init__(self) -> None:
        """Start with empty records."""
        self.used = Used()
        self._environment = make_environment("arabic")
        self._trees: dict[str, nodes.Template] = {}
        self._done: set[tuple[Any, ...]] = set()

    def page(self, template: str, view: type) -> None:
        """Walk through the template of a page with its view."""
        tree = self._tree(template)
        self._body(tree.body, {**self._scope(template), "view": view}, template)

    def _tree(self, template: str) -> nodes.Template:
        if template not in self._trees:
            self._trees[template] = self._environment.parse((TEMPLATES / template).read_text("utf-8"))
        return self._trees[template]

    def _scope(self, template: str) -> dict[str, Any]:
        """Return the imports and definitions of a template, by name."""
        scope: dict[str, Any] = {}
        for node in self._tree(template).body:
            if isinstance(node, nodes.Import) and isinstance(node.template, nodes.Const):
                scope[node.target] = Template(node.template.value)
            elif isinstance(node, nodes.FromImport) and isinstance(node.template, nodes.Const):
                for name in node.names:
                    inner, outer = name if isinstance(name, tuple) else (name, name)
                    scope[outer] = Macro(node.template.value, inner)
            elif isinstance(node, nodes.Macro):
                scope[node.name] = Macro(template, node.name)
        return scope

    def _body(self, body: list[nodes.Node], scope: dict[str, Any], template: str) -> None:
        for node in body:
            self._statement(node, scope, template)

    def _statement(self, node: nodes.Node, scope: dict[str, Any], template: str) -> None:
        if isinstance(node, (nodes.Macro, nodes.Import, nodes.FromImport)):
            return
        if isinstance(node, nodes.For):
            inner = {**scope, "loop": Any}
            self._bind(node.target, element(self._type(node.iter, scope, template)), inner)
            if node.test:
                self._type(node.test, inner, template)
            self._body(node.body, inner, template)
            self._body(node.else_, scope, template)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._type(node.node, scope, template), scope)
        elif isinstance(node, nodes.If):
            self._type(node.test, scope, template)
            for part in (node.body, node.elif_, node.else_):
                self._body(part, scope, template)
        elif isinstance(node, nodes.CallBlock):
            self._type(node.call, scope, template)
            self._body(node.body, {**scope, **dict.fromkeys((one.name for one in node.args), Any)}, template)
        elif isinstance(node, nodes.Expr):
            self._type(node, scope, template)
        else:
            for child in node.iter_child_nodes():
                self._statement(child, scope, template)

    def _bind(self, target: nodes.Node, value: Any, scope: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        elif isinstance(target, nodes.Tuple):
            parts = pieces(value, len(target.items))
            for one, part in zip(target.items, parts, strict=True):
                self._bind(one, part, scope)

    def _type(self, node: nodes.Node | None, scope: dict[str, Any], template: str) -> Any:
        """Return the type of an expression, after walking all of it."""
        match node:
            case nodes.Name():
                return scope.get(node.name, Any)
            case nodes.Const():
                return type(node.value)
            case nodes.Getattr():
                return self._attribute(self._type(node.node, scope, template), node.attr, f"{template}:{node.lineno}")
            case nodes.Getitem():
                whole = self._type(node.node, scope, template)
                self._type(node.arg, scope, template)
                return item(whole, node.arg)
            case nodes.Call():
                return self._call(node, scope, template)
            case nodes.Filter():
                given = self._type(node.node, scope, template)
                for argument in node.args:
                    self._type(argument, scope, template)
                if node.name in ("selectattr", "rejectattr", "sum") and node.args:
                    self._path(given, node.args[0], template)
                for keyword in node.kwargs:
                    self._type(keyword.value, scope, template)
                    if keyword.key == "attribute":
                        self._path(given, keyword.value, template)
                return given if node.name in KEEPS else Any
            case nodes.CondExpr():
                self._type(node.test, scope, template)
                return union(self._type(node.expr1, scope, template), self._type(node.expr2, scope, template))
            case nodes.And() | nodes.Or():
                return union(self._type(node.left, scope, template), self._type(node.right, scope, template))
            case nodes.Tuple() | nodes.List():
                parts = [self._type(one, scope, template) for one in node.items]
                return tuple[tuple(parts)] if parts else Any  # type: ignore[misc]  # built at run time
            case None:
                return Any
            case _:
                for child in node.iter_child_nodes():
                    self._type(child, scope, template)
                return Any

    def _path(self, given: Any, argument: nodes.Node, template: str) -> None:
        """Look up an attribute that a filter names by a text; of a dotted one, only on the first element."""
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            one = element(given)
            for part in argument.value.split("."):
                one = self._attribute(one, part, f"{template}:{argument.lineno}")

    def _call(self, node: nodes.Call, scope: dict[str, Any], template: str) -> Any:
        called = self._type(node.node, scope, template)
        given = [self._type(one, scope, template) for one in node.args]
        named = {one.key: self._type(one.value, scope, template) for one in node.kwargs}
        if isinstance(called, Macro):
            self._macro(called, given, named)
            return Any
        return called.returns if isinstance(called, Method) else Any

    def _macro(self, macro: Macro, given: list[Any], named: dict[str, Any]) -> None:
        done = (macro, tuple(map(str, given)), tuple(sorted((key, str(one)) for key, one in named.items())))
        if done in self._done:
            return
        self._done.add(done)
        scope = self._scope(macro.template)
        body = next(
            (one for one in self._tree(macro.template).find_all(nodes.Macro) if one.name == macro.name),
            None,
        )
        if body is None:
            self.used.wrong.append(f"{macro.template} has no macro {macro.name}")
            return
        for place, argument in enumerate(body.args):
            default = len(body.args) - len(body.defaults)
            otherwise = self._type(body.defaults[place - default], scope, macro.template) if place >= default else Any
            scope[argument.name] = given[place] if place < len(given) else named.get(argument.name, otherwise)
        self._body(body.body, scope, macro.template)

    def _attribute(self, owner: Any, name: str, where: str) -> Any:
        if isinstance(owner, Template):
            return Macro(owner.name, name)
        members = [one for one in members_of(owner) if one is not types.NoneType]
        if not members or Any in members:
            self.used.names.add(name)
            return Any
        found = [one for one in (self._of_class(member, name) for member in members) if one is not MISSING]
        if not found:
            self.used.wrong.append(f"{where}: {' | '.join(map(shown, members))} has no {name}")
            return Any
        return union(*found)

    def _of_class(self, owner: Any, name: str) -> Any:
        origin = typing.get_origin(owner) or owner
        if not isinstance(origin, type):
            self.used.names.add(name)
            return Any
        if origin.__module__.startswith("generator."):
            self.used.classes.add(origin)
        known = fields_of(owner)
        if name in known:
            self.used.fields.add((origin, name))
            return known[name]
        if not hasattr(origin, name):
            return MISSING
        self.used.fields.add((origin, name))
        if origin in MAPPINGS and name in ("items", "values", "keys"):
            key, value = (*typing.get_args(owner), Any, Any)[:2]
            of = {"items": tuple[key, value], "values": value, "keys": key}[name]  # type: ignore[valid-type]  # built at run time
            return Method(tuple[of, ...])
        if origin in MAPPINGS and name == "get":
            return Method((*typing.get_args(owner), Any, Any)[1])
        return returned(origin, name)


MISSING = object()


def shown(one: Any) -> str:
    return getattr(one, "__name__", str(one))


def members_of(one: Any) -> list[Any]:
    """Return the members of a union, or the type itself."""
    if typing.get_origin(one) in (typing.Union, types.UnionType):
        return [inner for part in typing.get_args(one) for inner in members_of(part)]
    if isinstance(one, typing.TypeVar):
        return [Any]
    if typing.get_origin(one) is typing.Annotated:
        return members_of(typing.get_args(one)[0])
    if isinstance(one, typing.NewType):
        return [one.__supertype__]
    return [one]


def union(*parts: Any) -> Any:
    """Return the union of some types."""
    found = list(dict.fromkeys(inner for part in parts for inner in members_of(part)))
    if len(found) == 1:
        return found[0]
    if any(isinstance(one, (Method, Macro, Template)) for one in found):
        return next(one for one in found if isinstance(one, (Method, Macro, Template)))
    return Any if Any in found else typing.Union[tuple(found)]  # noqa: UP007  # built at run time


def element(whole: Any) -> Any:
    """Return the element type of a loop over a value."""
    found = []
    for one in members_of(whole):
        origin, arguments = typing.get_origin(one), typing.get_args(one)
        if origin is tuple and arguments:
            found += [part for part in arguments if part is not Ellipsis]
        elif (origin in SEQUENCES or origin in MAPPINGS) and arguments:
            found.append(arguments[0])
        elif one is not types.NoneType:
            found.append(Any)
    return union(*found) if found else Any


def item(whole: Any, index: nodes.Node) -> Any:
    """Return the type of one element, by index or key."""
    found = []
    for one in members_of(whole):
        origin, arguments = typing.get_origin(one), typing.get_args(one)
        number = index.value if isinstance(index, nodes.Const) and isinstance(index.value, int) else None
        if origin in MAPPINGS and len(arguments) > 1:
            found.append(arguments[1])
        elif origin is tuple and number is not None and Ellipsis not in arguments and number < len(arguments):
            found.append(arguments[number])
        elif isinstance(index, nodes.Slice):
            found.append(one)
        elif one is not types.NoneType:
            found.append(element(one))
    return union(*found) if found else Any


def pieces(whole: Any, count: int) -> list[Any]:
    """Return the types into which a value is unpacked."""
    for one in members_of(whole):
        arguments = typing.get_args(one)
        if typing.get_origin(one) is tuple and len(arguments) == count and Ellipsis not in arguments:
            return list(arguments)
        if isinstance(one, type) and issubclass(one, tuple) and len(getattr(one, "_fields", ())) == count:
            return list(fields_of(one).values())
    return [element(whole)] * count


def fields_of(owner: Any) -> dict[str, Any]:
    """Return the fields of a record with their types."""
    origin = typing.get_origin(owner) or owner
    if isinstance(origin, type) and issubclass(origin, BaseModel):
        return {name: one.annotation for name, one in origin.model_fields.items()}
    is_record = dataclasses.is_dataclass(origin) or hasattr(origin, "_fields")
    if not is_record:
        return {}
    hints = hints_of(origin)
    variables = dict(zip(getattr(origin, "__parameters__", ()), typing.get_args(owner), strict=False))
    return {name: variables.get(hint, hint) for name, hint in hints.items() if name in names_of(origin)}


def names_of(record: type) -> tuple[str, ...]:
    """Return the names of a record's fields."""
    if dataclasses.is_dataclass(record):
        return tuple(one.name for one in dataclasses.fields(record))
    return tuple(getattr(record, "_fields", ()))


def returned(owner: type, name: str) -> Any:
    """Return the type of a property, or the return type of a method."""
    found = inspect.getattr_static(owner, name)
    if issubclass(owner, enum.Enum) or not owner.__module__.startswith(("generator.", "tests.")):
        return Any
    function = found.fget if isinstance(found, property) else getattr(found, "func", None)
    if function is not None:
        return hints_of(function).get("return", Any)
    return Method(hints_of(found).get("return", Any)) if inspect.isfunction(found) else Any


def hints_of(one: Any) -> dict[str, Any]:
    """Return annotations, including those imported only for the type checker."""
    try:
        return typing.get_type_hints(one)
    except NameError:
        return typing.get_type_hints(one, localns=every_name())


def every_name() -> dict[str, Any]:
    """Return every class of the program by its name."""
    if not _NAMES:
        for module in pkgutil.walk_packages(generator.__path__, "generator."):
            for name, one in vars(importlib.import_module(module.name)).items():
                if isinstance(one, type) or typing.get_origin(one):
                    _NAMES.setdefault(name, one)
        _NAMES.update({name: getattr(collections.abc, name) for name in collections.abc.__all__})
    return _NAMES


_NAMES: dict[str, Any] = {}
