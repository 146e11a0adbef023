"""Removes the rules of a stylesheet that no page of ours can match.

Material's has 138 KB for parts that our pages lack: drawers, tabs, admonitions, icons, highlighted code. Only rules
without classes other than KEPT stay. Stylesheet text in and out; tinycss2 parses the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

KEPT = frozenset({"md-typeset", "headerlink"})
"""Classes of Material's that our pages have: the prose of a page, and the links of headings."""
_ATTRIBUTES = frozenset({"dir", "hidden", "open", "type"})
"""Attributes allowed in selectors (`dir` only for left to right); Material selects its own parts by others."""
_GROUPS = frozenset({"media", "supports"})
"""At-rules whose nested rules are kept. Others are not needed: nothing moves, and print.css sets paper."""
_READ = re.compile(r"var\(\s*(--[\w-]+)")


@lru_cache(maxsize=1)  # `phaen serve` builds again and again with the same stylesheet
def used_rules(stylesheet: str) -> str:
    """Return the rules that our pages can match, without custom properties that none of them reads."""
    # Late: only builds need it.
    from tinycss2 import parse_stylesheet

    text = "".join(_kept(parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)))
    while True:
        read = frozenset(_READ.findall(text))
        smaller = "".join(_kept(parse_stylesheet(text), read))
        if smaller == text:
            return text
        text = smaller


def _kept(rules: Iterable[Any], read: frozenset[str] | None = None) -> Iterator[str]:
    """Yield the kept rules as text; `read`, if given, limits custom properties to those names."""
    from tinycss2 import parse_rule_list, serialize

    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [serialize(one) for one in _selectors(rule.prelude) if _may_match(one)]
            content = serialize(rule.content) if read is None else _without_unread(rule.content, read)
            if selectors and content:
                yield f"{','.join(selectors)}{{{content}}}"
        elif rule.type == "at-rule" and rule.at_keyword in _GROUPS:
            inner = "".join(_kept(parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), read))
            if inner:
                yield f"@{rule.at_keyword}{serialize(rule.prelude)}{{{inner}}}"


def _selectors(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield the selectors of a rule."""
    selector: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _may_match(selector: Sequence[Any]) -> bool:
    """Return whether a selector may match in our pages; negated parts are ignored."""
    for before, token in zip([None, *selector], selector, strict=False):
        is_class = token.type == "ident" and before is not None and before == "."
        if (is_class and token.value not in KEPT) or token.type == "hash":
            return False
        if token.type == "[] block":
            words = [part.value for part in token.content if part.type == "ident"]
            if words[0] not in _ATTRIBUTES or words[1:] == ["rtl"]:
                return False
    return True


def _without_unread(content: Sequence[Any], read: frozenset[str]) -> str:
    from tinycss2 import parse_blocks_contents

    declarations = parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(one.serialize() for one in declarations if not one.name.startswith("--") or one.name in read)
