"""`robots.txt` and `llms.txt`: information for crawlers. Words in, files out.

Drafts and made-up data are excluded from search engines by `noindex` in their pages, never here: a crawler cannot see
the `noindex` of an address that it may not fetch.
"""

from __future__ import annotations

from urllib.parse import urljoin

from generator import addresses

ROBOTS, LLMS = "robots.txt", "llms.txt"


def robots_file(site_url: str) -> dict[str, bytes]:
    """Return `robots.txt` by its path; it names the sitemap if the site's address is known.

    Crawlers look for it only at the root of a server: for a site below a folder the operator must put it there.
    """
    sitemap = f"\nSitemap: {urljoin(site_url, 'sitemap.xml')}\n" if site_url else ""
    return {ROBOTS: f"User-agent: *\nAllow: /\n{sitemap}".encode()}


def llms_file(site_name: str, description: str, site_url: str, banner: str | None) -> dict[str, bytes]:
    """Return `llms.txt` by its path (llmstxt.org): what the site is and where its data is, in Thai and English.

    `banner` is the notice of the whole site, as on every page if all plans are made up.
    """

    def link(address: str) -> str:
        return urljoin(site_url, address.removeprefix("/")) if site_url else address.removeprefix("/")

    def entry(title: str, address: str, said: str) -> str:
        return f"- [{title}]({link(address)}): {said}"

    lines = [
        f"# {_line(site_name)}",
        "",
        f"> {_line(description)}",
        "",
        *((f"**{_line(banner)}**", "") if banner else ()),
        "เว็บไซต์นี้แสดงแผนพัฒนาบุคลากร ๓ ปี ขององค์กรปกครองส่วนท้องถิ่น (อปท.) ตามที่เอกสารระบุ ไม่แก้ตัวเลขหรือถ้อยคำ "
        "สิ่งที่ไม่ตรงกันแสดงไว้คู่กันเป็นข้อสังเกต เว็บไซต์นี้ไม่ใช่เว็บไซต์ทางการของ อปท. ใด และไม่ใช้แทนเอกสารที่ลงนามแล้ว "
        "เมื่อนำตัวเลขไปใช้ โปรดนำฐานของจำนวนเงิน (ต่อปีหรือรวมตลอดรอบ) และข้อสังเกตที่อยู่ข้างตัวเลขไปด้วย "
        "อปท. ที่ไม่มีแผนในเว็บไซต์นี้ไม่ได้แปลว่าไม่มีแผน",
        "",
        "This site publishes the three-year personnel development plans of Thai local administrative organisations "
        "(LAOs) as their documents state them. Nothing is corrected silently: what does not add up is shown beside it. "
        "Amounts are per fiscal year, per cycle, or not stated which: never add or compare amounts of different kinds. "
        "An LAO without a plan here may well have one. Pages are in Thai; years are of the Buddhist era (CE + 543).",
        "",
        "## ข้อมูล (data)",
        "",
        f"- `{link('/lao/')}<code>/<cycle>/`: หน้าของแผน (a plan; code has 7 digits, cycle is like 2567-2569)",
        f"- `{link('/lao/')}<code>/<cycle>/data/plan.json`: แผนทั้งฉบับ (the whole plan; beside it projects.csv, idp.csv, "
        "budget.csv, results.csv, plan.xlsx, plan.pdf)",
        entry("ข้อมูลเปิด", addresses.DATA, "ไฟล์รวมทุก อปท. พร้อมพจนานุกรมข้อมูล (all plans as CSV, JSON Lines and Parquet)"),
        f"- `{link('/lao/')}<code>/figures.json`: ตัวเลขหลักของ อปท. (an LAO in a few figures)",
        entry("finder/index.json", "/finder/index.json", "รายชื่อ อปท. โครงการ และหน้า (names of LAOs, projects, pages)"),
        entry("manifest.json", addresses.MANIFEST, "ค่าแฮชของทุกไฟล์ (SHA-256 of every file)"),
        entry("feed.xml", addresses.CHANGES_FEED, "การเปลี่ยนแปลงล่าสุด (latest changes, Atom)"),
        *([entry("sitemap.xml", "/sitemap.xml", "ทุกหน้า (all pages)")] if site_url else []),
        "",
        "## อ่านก่อน (read first)",
        "",
        entry("วิธีอ่านแผน", addresses.READING_GUIDE, "ความหมายของตัวเลขและสถานะ (what figures and states mean)"),
        entry("เกี่ยวกับเว็บไซต์", addresses.ABOUT, "ที่มา หลักที่ถือ สัญญาอนุญาต (sources, principles, licence)"),
        entry("เทียบ อปท.", addresses.COMPARE, "วางตัวเลขของสองถึงสี่แห่งคู่กัน (two to four LAOs side by side)"),
        entry("กรอบระดับชาติ", addresses.FRAMEWORKS, "เอกสารที่แผนอ้างถึง (national documents that plans refer to)"),
        entry("คุณภาพข้อมูล", addresses.QUALITY, "ข้อตรวจที่ใช้กับ (the rules that plans are checked by)"),
        "",
    ]
    return {LLMS: "\n".join(lines).encode()}


def _line(text: str) -> str:
    return " ".join(text.split())
