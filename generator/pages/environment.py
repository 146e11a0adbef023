"""The Jinja environment: escaping by default, StrictUndefined, and the filters that print values in Thai.

Everything that a template prints is HTML, in headings as in blocks, and always autoescaped.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import addresses
from generator.frame.compiled_templates import compiled_templates
from generator.pages import compiler
from generator.pages.compiler import PlainCompiler, escaped, plain_macro
from generator.pages.contexts import Contexts
from generator.pages.sanitiser import sanitise_markdown
from generator.pages.table_html import TableHtml
from generator.settings import Digits
from generator.thai import unbroken as thai_unbroken
from generator.thai.dates import format_thai_date, quarters_in_words
from generator.thai.numerals import format_baht, format_integer, in_digits, to_arabic
from generator.thai.unbroken import unbroken, unbroken_day, unbroken_years
from generator.views.charts import share_label
from generator.words import interface
from generator.words.glossary import TERMS
from generator.words.plan_changes import sentence as change_sentence


class PageEnvironment(Environment):
    """Jinja's environment with our compiler, and with contexts that are emptied once a page is made."""

    code_generator_class = PlainCompiler
    escaped = staticmethod(escaped)
    plain_macro = staticmethod(plain_macro)

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Convert the template's own words from Thai digits to the site's: once per template, not per page."""
        source = super().preprocess(source, name, filename)
        return unbroken(to_arabic(source) if self.digits == "arabic" else source)

    def __init__(self, digits: Digits, **options: Any) -> None:
        """Take the digits of our own words, and the options of Jinja's environment."""
        super().__init__(**options)
        self.digits = digits
        self.contexts = Contexts()
        self.context_class = self.contexts.make  # type: ignore[assignment]  # Jinja only calls it, so a function serves as well


@lru_cache(maxsize=2)
def make_environment(digits: Digits) -> PageEnvironment:
    """Make the environment whose filters write numbers in the given digits."""
    environment = PageEnvironment(
        digits,
        loader=PackageLoader("generator.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # templates are code: changes need a restart
        bytecode_cache=compiled_templates(Path(compiler.__file__), Path(thai_unbroken.__file__), variant=digits),
    )

    def date(value: datetime.date, style: str = "full") -> str:
        return unbroken_day(format_thai_date(value, digits, "short" if style == "short" else "full"))

    def baht(value: Decimal) -> str:
        return format_baht(value, digits)

    # A page prints the same few counts and years repeatedly. `typed`, as 1 and True are equal cache keys.
    @lru_cache(maxsize=4096, typed=True)
    def count(value: int) -> Markup:
        return escape(format_integer(value, digits))

    @lru_cache(maxsize=4096, typed=True)
    def figure(value: object) -> Markup:
        return escape(in_digits(str(value), digits))

    @lru_cache(maxsize=64)
    def quarters(value: tuple[int, ...]) -> str:
        return quarters_in_words(value, digits)

    def link(address: str) -> str:
        """Return the relative link to an address from the page being rendered."""
        return addresses.relative(address, environment.contexts.page_address)

    def word(term_id: str, shown: str = "") -> Markup:
        """Return a glossary word; its first use on a page links to the explanation."""
        shown = shown or in_digits(TERMS[term_id].title, digits)
        if term_id in environment.contexts.explained:
            return escape(shown)
        environment.contexts.explained.add(term_id)
        return Markup('<a class="word" href="{}">{}</a>').format(link(addresses.word(term_id)), shown)

    environment.filters |= {
        "text": _text,
        "compound": _compound,
        "unbroken_years": unbroken_years,
        "prose": lambda value: Markup(sanitise_markdown(value)),  # noqa: S704  # sanitised by nh3
        "date": date,
        "baht": baht,
        "count": count,
        "figure": figure,
        "quarters": quarters,
        "link": link,
        "share_label": share_label,
        "sentence": lambda change: change_sentence(change, digits),
        "trim": _trim,
    }
    environment.globals |= {"words": _set(interface, digits), "word": word}
    tables = TableHtml(environment)
    environment.filters |= {"headings": tables.headings, "rows": tables.rows, "cell": tables.cell}
    return environment


def _set(words: ModuleType, digits: Digits) -> SimpleNamespace:
    """Return the interface's words in the site's digits, unbreakable where needed."""

    def of(value: Any) -> Any:
        if type(value) is str:
            return unbroken(in_digits(value, digits))
        if type(value) is dict:  # subclasses define `__missing__`
            return {key: of(one) for key, one in value.items()}
        return value

    return SimpleNamespace(**{name: of(value) for name, value in vars(words).items() if name.isupper()})


_COMPOUND = "งบประมาณ"


@lru_cache(maxsize=64)
def _compound(value: str) -> Markup:
    """Keep a compound unbroken that browsers, knowing its halves, would break in a narrow column."""
    return Markup(f'<span class="nowrap">{_COMPOUND}</span>').join(escape(value).split(_COMPOUND))  # noqa: S704  # our own word, and escaped parts


# The most called filter; plans repeat the same texts (departments, methods, quarters).
@lru_cache(maxsize=4096)
def _text(value: str) -> Markup:
    """Escape text for HTML, turning line breaks into `<br>`."""
    return Markup("<br>").join(escape(value.strip()).splitlines())


def _trim(value: str, around: str | None = None) -> Markup:
    """Return a macro's result without surrounding space; Markup's own strip takes four times as long."""
    return str.__new__(Markup, str.strip(value if type(value) is Markup else escape(value), around))
