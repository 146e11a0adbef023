"""Reads the frame of a site from MkDocs' configuration, nav and files; the result is independent of MkDocs."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from generator.engine.assets import theme_folder
from generator.frame.site_frame import Assets, Headings, MenuEntry, Operator, SiteFrame
from generator.pages.escaping import text_of


def site_frame(
    config: MkDocsConfig, assets: Assets, nav: Navigation, policy: str | None, operator: Operator
) -> SiteFrame:
    """Return the frame; all titles in the nav must be known."""
    return SiteFrame(
        site_name=config.site_name,
        description=config.site_description or "",
        language=str(config.theme.get("language", "th")),
        site_url=config.site_url or "",
        templates=theme_folder(config),
        assets=assets,
        menu=tuple(MenuEntry(text_of(page.title or ""), page.url) for page in nav.pages if not page.is_homepage),
        headings=headings_of(config),
        policy=policy,
        operator=operator,
    )


def headings_of(config: MkDocsConfig) -> Headings:
    """Return the permalink settings of headings, from the `toc` options for hand-written pages."""
    toc: dict[str, Any] = config.mdx_configs.get("toc", {})
    permalink = toc.get("permalink", "")
    first, _, last = str(toc.get("toc_depth", "1-6")).rpartition("-")
    return Headings(
        permalink if isinstance(permalink, str) else "¶" if permalink else "",
        str(toc.get("permalink_title", "Permanent link")),
        int(first or 1),
        int(last),
    )
