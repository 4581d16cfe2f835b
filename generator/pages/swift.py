"""A template and its values in, what it prints out: as Jinja does it, with less around it.

A fact's template prints ninety values and is run for each fact. Jinja makes an object of each value it has escaped, asks
of each function whether it wants the context, and copies the globals one by one for every run.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import FunctionType, MethodType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

_FUNCTIONS = frozenset({FunctionType, MethodType, partial})


def _by_hand(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
        .replace("'", "&#39;").replace('"', "&#34;")
    )  # fmt: skip


_escaped = getattr(markupsafe, "_escape_inner", _by_hand)  # of newer ones, in C


def printed(value: object) -> str:
    """A value as ``escape`` gives it, by its letters."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return _escaped(value)  # type: ignore[arg-type]
    return escape(value)


class _Generator(CodeGenerator):
    """Prints by ``printed``, which the environment carries."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")


class _Context(Context):
    """Calls plain functions as they are."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """As Jinja's own."""
        if type(__obj) not in _FUNCTIONS or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        if not kwargs:
            return __obj(*args)
        kwargs.pop("_loop_vars", None)  # for those that want the context
        kwargs.pop("_block_vars", None)
        return __obj(*args, **kwargs)


class SwiftEnvironment(Environment):
    """An environment whose templates ``run`` fast."""

    code_generator_class = _Generator
    context_class = _Context
    printed = staticmethod(printed)

    def run(self, template: Template, values: Mapping[str, object]) -> str:
        """What the template prints."""
        context = self.context_class(self, {**self.globals, **values}, template.name, template.blocks)
        try:
            return self.concat(template.root_render_func(context))
        except Exception:
            self.handle_exception()
