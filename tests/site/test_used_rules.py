"""Of Material's stylesheet only rules that match our pages are kept; every class of ours is in a page or a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.frame.used_rules import KEPT, used_rules
from tests.building_blocks import ROOT

OURS = sorted((ROOT / "theme_overrides" / "assets" / "css").glob("*.css"))
SOURCES = (
    *(ROOT / "generator").rglob("*.jinja"),
    *(ROOT / "generator").rglob("*.py"),
    *(ROOT / "theme_overrides").rglob("*.html"),
    *(ROOT / "theme_overrides").rglob("*.js"),
)
MADE = re.compile(r"([a-z][a-z0-9_-]*--)(?:\{\{|\" ~|\{)")
"""Prefix of classes that templates generate: `state--{{ tone }}`."""


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-typeset a{color:red}", ".md-typeset a{color:red}"),
        (".md-header{color:red}", ""),
        (".md-typeset p,.md-nav p{color:red}", ".md-typeset p{color:red}"),
        (".md-typeset p:not(.x){color:red}", ".md-typeset p:not(.x){color:red}"),
        ("[data-md-toggle] p{color:red}", ""),
        ("[dir=ltr] ul{color:red}[dir=rtl] ul{color:red}", "[dir=ltr] ul{color:red}"),
        ("#id{color:red}", ""),
        ("@media print{.md-tabs{color:red}}", ""),
        ("@media print{p{color:red}}", "@media print{p{color:red}}"),
        ("@keyframes x{to{color:red}}", ""),
        (":root{--a:1;--b:var(--a);--c:2}p{top:var(--b)}", ":root{--a:1;--b:var(--a)}p{top:var(--b)}"),
        (":root{--a:url('data:;}');--b:1}p{top:var(--b)}", ":root{--b:1}p{top:var(--b)}"),
    ],
)
def test_a_rule_is_kept_if_a_page_can_match_it(css: str, kept: str) -> None:
    assert used_rules(css) == kept


def classes_of(css: str) -> set[str]:
    """Return the classes in the selectors of a stylesheet."""
    selectors = re.sub(r"\{[^{}]*\}", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return set(re.findall(r"\.([a-zA-Z_][\w-]*)", re.sub(r"\b[0-9]*\.[0-9]+", "", selectors)))


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_every_class_of_ours_is_used(file: Path) -> None:
    text = "\n".join(source.read_text("utf-8") for source in SOURCES)
    made = tuple(MADE.findall(text))
    named = set(re.findall(r"[a-zA-Z_][\w-]*", text)) | KEPT
    unused = {one for one in classes_of(file.read_text("utf-8")) - named if not one.startswith(made)}
    assert not unused


@pytest.mark.parametrize("one", ["bar__1", "card__nothing"])
def test_an_unused_class_is_found(one: str) -> None:
    assert classes_of(f".md-typeset :is(.{one}, p) > a {{ inset: .5em }}") == {"md-typeset", one}


def test_the_stylesheet_of_a_site_is_small(published_site: Path) -> None:
    (file,) = published_site.glob("assets/css/site.*.css")
    assert file.stat().st_size < 65_000


def test_no_page_has_a_class_of_material_that_was_cut(published_site: Path) -> None:
    # `block`, `card` and `cards` are ours: Material's are for pages with its own grid.
    from importlib.util import find_spec

    spec = find_spec("material")
    assert spec and spec.origin
    (material,) = Path(spec.origin).parent.glob("templates/assets/stylesheets/main.*.min.css")
    theirs = classes_of(material.read_text("utf-8"))
    on_pages = {
        one
        for page in published_site.rglob("*.html")
        for classes in re.findall(r'class="([^"]*)"', page.read_text("utf-8"))
        for one in classes.split()
    }
    assert theirs & on_pages == KEPT | {"block", "card", "cards"}
