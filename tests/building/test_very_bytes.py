"""Sanitised prose reaches pages byte for byte, through MkDocs and through another Markdown engine."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.building.markdown_folder import write_pages
from generator.engine.batch import build_site
from generator.pages.sanitiser import sanitise_markdown
from generator.settings import Settings
from tests.building_blocks import make_lao, make_site

PROSE = """\
ย่อหน้าหนึ่ง **หนา** <script>alert(1)</script> [คลิก](javascript:alert(1)) [ลิงก์](https://example.org/?a=1&b=2)

- ข้อหนึ่ง

  <img src=x onerror=alert(1)>

```
บรรทัดหนึ่ง

    # ไม่ใช่หัวข้อ {: onclick=alert(1) }
```

| ก | ข |
|---|---|
| <b onmouseover=alert(1)>1</b> | [x](data:text/html,1) |

⟦b1⟧

# หัวข้อของ อปท.
"""
PAGE = "lao/5999901/2567-2569/document/index"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bytes")
    make_lao(make_site(folder), narrative=f"## other\n\n{PROSE}")
    settings = Settings(content=folder / "content", today=datetime.date(2024, 6, 1))
    build_site(folder / "mkdocs.yml", settings, folder / "site")
    write_pages(settings, folder / "pages")
    return folder


def test_prose_passes_mkdocs_unchanged(site: Path) -> None:
    assert sanitise_markdown(PROSE) in (site / "site" / f"{PAGE}.html").read_text("utf-8")


def test_prose_passes_another_markdown_engine_unchanged(site: Path) -> None:
    markdown = (site / "pages" / f"{PAGE}.md").read_text("utf-8").partition("\n---\n")[2]
    html = MarkdownIt("commonmark").render(markdown)
    assert sanitise_markdown(PROSE) in html
    assert "onerror" not in html
    assert "javascript:" not in html
