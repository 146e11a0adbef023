"""Compiles templates as Jinja does, without features that our templates never use but pay for at every value.

- Jinja escapes every printed value by calling `escape`, which makes a new object even for what a filter or a macro has
already escaped. Half of what our templates print is such markup: checking first saves 2 of 14 ms on the pages of a
plan with 22 projects and 30 positions.
- Jinja looks `a.b` up as an attribute, then as an item, and checks for every called function whether it takes the
context. Our templates get typed views: `a.b` is an attribute, and no function of ours takes the context. A missing
attribute raises AttributeError, as strictly as StrictUndefined does. Saves another 3 ms.
- Jinja's macros check at every call for what templates in general may pass; ours are called 1,200 times per plan.
Saves 1 ms.

The overridden methods are private to Jinja. They stay because the plain compiler adds more than a tenth to the work for
an LAO (decision 0029).

Escaping stays the default; `tests/pages/test_environment.py` compares this with Jinja's own output.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']").search


def escaped(value: object) -> str:
    """Return the value as HTML: text without special characters unchanged, other text escaped.

    Only for printing, where the value is joined with its surroundings next: the result may be a plain `str`.
    """
    if type(value) is str and not _SPECIAL(value):
        return value
    return escape(value)


def plain_macro(
    function: Callable[..., str], name: str | None, parameters: tuple[str, ...], has_caller: bool
) -> Callable[..., Markup]:
    """Return the function that a template calls as a macro: the compiled function, returning markup.

    Takes arguments as Jinja's own macros do: by position or by name; the function fills in omitted ones.
    """
    count, new = len(parameters) if not has_caller else -1, str.__new__

    def macro(*args: Any, **kwargs: Any) -> Markup:
        if not kwargs and len(args) == count:
            return new(Markup, function(*args))
        filled = [*args, *(kwargs.pop(one, missing) for one in parameters[len(args) :])]
        if has_caller:
            filled.append(kwargs.pop("caller"))
        if kwargs or len(args) > len(parameters):
            raise TypeError(f"macro {name!r} takes {parameters}, not {(*args, *kwargs)}")
        return new(Markup, function(*filled))

    return macro


class PlainCompiler(CodeGenerator):
    """Jinja's own compiler, except for escaping, attributes and calls."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("(p_ if type(p_ := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_post(node, frame, finalize)
            return
        self.write(") is Markup else environment.escaped(p_))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as a function, unless it takes what none of ours takes."""
        parameters = tuple(parameter.name for parameter in macro_ref.node.args)
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or "caller" in parameters:
            super().macro_def(macro_ref, frame)
            return
        name = getattr(macro_ref.node, "name", None)
        self.write(f"environment.plain_macro(macro, {name!r}, {parameters!r}, {macro_ref.accesses_caller!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write `a.b` as a Python attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  # Jinja's name
        """Write a call as a Python call, with `caller` if it is a call block."""
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for place, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if place else "")
            self.visit(argument, frame)
        if forward_caller:
            self.write(", caller=caller" if node.args or node.kwargs else "caller=caller")
        self.write(")")
