"""The pages of open data: the catalogue of files, made together with them, and the data dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model.lao import Fiction
from generator.pages import navigation, page_kinds
from generator.pages.page import Crumb, Page, PageMeta
from generator.pages.renderer import Renderer
from generator.settings import Digits
from generator.views.data_catalogue import DataCatalogueView
from generator.views.data_dictionary import DataDictionaryView
from generator.words import interface

DATA_TITLE = "ข้อมูลเปิด"


def data_pages(
    catalogue: DataCatalogueView, dictionary: DataDictionaryView, digits: Digits, fiction: Fiction
) -> Iterator[Page]:
    """Yield both pages; `fiction` says how much of the whole site is made up."""
    renderer = Renderer(digits)
    made_up = fiction is not Fiction.NO
    banner = interface.SITE_FICTION[fiction] if made_up else None
    meta = PageMeta(
        title=DATA_TITLE,
        description="ไฟล์ข้อมูลของทุกแผนในเว็บไซต์นี้ สำหรับโปรแกรมตารางคำนวณและการวิเคราะห์ พร้อมความหมายของทุกคอลัมน์",
        breadcrumbs=(navigation.HOME,),
        noindex=made_up,
        banner=banner,
        subject=catalogue.subject,
    )
    yield renderer.render(page_kinds.DATA_CATALOGUE, addresses.DATA, meta, catalogue)
    meta = PageMeta(
        title="พจนานุกรมข้อมูล",
        description="ความหมาย ชนิด และค่าที่มีได้ของทุกคอลัมน์ในไฟล์ข้อมูลแผนพัฒนาบุคลากร",
        breadcrumbs=(navigation.HOME, Crumb(DATA_TITLE, addresses.DATA)),
        noindex=made_up,
        banner=banner,
    )
    yield renderer.render(page_kinds.DATA_DICTIONARY, addresses.DATA_DICTIONARY, meta, dictionary)
