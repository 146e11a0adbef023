"""How templates compile: as Jinja does, without what our templates never use and pay for at every value.

- Jinja escapes every printed value by calling `escape`, which makes a new object even of what a filter or a macro has
  already escaped. Half of what our templates print is such markup: asking first takes 2 of 14 ms off the pages of a
  plan with 22 projects and 30 positions.
- Jinja looks `a.b` up as an attribute, then as an item, and asks of every function that is called whether it wants the
  context. Our templates are given typed views: `a.b` is an attribute, and no function of ours wants the context. An
  attribute that is not there raises AttributeError, as strictly as StrictUndefined does. Another 3 ms.

Escaping stays the default; `tests/pages/test_environment.py` holds this to Jinja's own output.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


def escaped(value: object) -> Markup:
    """Return the value as markup: itself when it is markup, escaped when it is anything else."""
    return value if type(value) is Markup else escape(value)


class PlainCompiler(CodeGenerator):
    """Jinja's own compiler but for escaping, attributes and calls."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write `a.b` as it stands."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  # Jinja's name
        """Write a call as it stands, with `caller` where it is the call of a block."""
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
