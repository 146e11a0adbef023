"""Makes the page of an LAO for which the program itself failed."""

from __future__ import annotations

from generator import addresses
from generator.pages import navigation, page_kinds
from generator.pages.page import Page, PageMeta
from generator.pages.renderer import Renderer
from generator.settings import Digits
from generator.views.failed import FailedView


def failed_page(code: str, digits: Digits) -> Page:
    """Return the page at the LAO's address."""
    meta = PageMeta(
        title=f"ทำหน้านี้ไม่สำเร็จ {code}",
        description="ระบบทำหน้านี้ไม่สำเร็จในขณะนี้",
        breadcrumbs=(navigation.HOME,),
        noindex=True,
    )
    return Renderer(digits).render(page_kinds.FAILED, addresses.lao(code), meta, FailedView(code))
