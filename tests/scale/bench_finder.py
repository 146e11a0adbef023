"""The finder of a whole nation in Chromium: how much is loaded, how long the first and the next answers take.

7,850 LAOs, with the names of a registry (PHAEN_REGISTRY, the CSV of the README) or made-up ones, and 22 project titles
each, drawn from 40,000, a few of them very common. Run by `make bench`.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from generator.search.finder_index import INDEX, FinderIndex, FoundLao, FoundTitle, TitlePlace
from generator.thai.provinces import PROVINCES
from tests.site.browser import opened, served

COUNTS = (3, 100, 1_000, 7_850)
PROJECTS = 22
BAR_BYTES, BAR_MS = 1_500_000, 300
VERBS = (
    *("โครงการอบรม", "โครงการพัฒนา", "โครงการส่งเสริม", "กิจกรรม", "โครงการเพิ่มประสิทธิภาพ"),
    *("ประชุมเชิงปฏิบัติการ", "ส่งบุคลากรเข้ารับการอบรม", "ศึกษาดูงาน"),
)
TOPICS = (
    *("คุณธรรมจริยธรรม", "ระเบียบพัสดุ", "งานสารบรรณ", "การจัดซื้อจัดจ้าง", "ทักษะดิจิทัล", "ภาษาอังกฤษ"),
    *("กฎหมายท้องถิ่น", "การป้องกันสาธารณภัย", "บัญชีและการเงิน", "แผนที่ภาษี", "การบริหารความเสี่ยง"),
    *("การควบคุมภายใน", "วินัยข้าราชการ", "การให้บริการประชาชน", "งานทะเบียน", "การศึกษาปฐมวัย"),
    *("สาธารณสุขชุมชน", "ผังเมือง", "งานช่าง", "สิ่งแวดล้อม", "การจัดการขยะ", "ภาวะผู้นำ", "การทำงานเป็นทีม"),
    *("จิตอาสา", "กีฬาบุคลากร", "ตรวจสุขภาพ", "องค์ความรู้", "ธรรมาภิบาล", "การวางแผน", "การประเมินผล"),
)
AUDIENCES = (
    *("พนักงาน", "บุคลากร", "ผู้บริหาร", "พนักงานจ้าง", "สมาชิกสภา", "ลูกจ้างประจำ", "ครูผู้ดูแลเด็ก"),
    *("ข้าราชการ", "หัวหน้าส่วนราชการ", "พนักงานใหม่"),
)
ENDINGS = (
    *("", "ประจำปี", "ขององค์กร", "ตามมาตรฐานกำหนดตำแหน่ง", "ในยุคดิจิทัล", "ร่วมกับหน่วยงานอื่น"),
    *("เพื่อประชาชน", "รุ่นที่ ๑", "รุ่นที่ ๒", "เชิงรุก", "อย่างยั่งยืน", "ระดับต้น", "ระดับกลาง", "ระดับสูง"),
    *("ภาคทฤษฎี", "ภาคปฏิบัติ", "แบบออนไลน์"),
)
ASK = """async queries => {
  const { root, finder } = document.querySelector(".site-header").dataset;
  const began = performance.now();
  const module = await import(new URL(`${root}/${finder}`, document.baseURI).href);
  const all = await module.loadFinder(root);
  all.find(queries[0], 8);
  const first = performance.now() - began;
  const times = queries.map(query => {
    const start = performance.now();
    all.find(query, 8);
    return performance.now() - start;
  });
  return [first, times];
}"""


def laos(count: int) -> list[FoundLao]:
    """Return this number of LAOs, from the registry if there is one."""
    registry = os.environ.get("PHAEN_REGISTRY")
    if registry:
        with Path(registry).open(encoding="utf-8-sig", newline="") as file:
            rows = [
                (row["dla_code"], _title(row), row["district_name_th"], PROVINCES[row["province_code"]].name)
                for row in csv.DictReader(file)
            ]
    else:
        rows = [(str(2_000_000 + number), f"เทศบาลตำบลสมมุติ{number}", "สมมุติ", "สมมุติ") for number in range(count)]
    chance = random.Random(1)  # noqa: S311  # the same in every run
    chosen = rows if len(rows) <= count else sorted(chance.sample(rows, count))
    return [
        FoundLao(code, title, f"อำเภอ{district} จังหวัด{province}", province)
        for code, title, district, province in chosen
    ]


def _title(row: dict[str, str]) -> str:
    kind = row["type_th"].replace("อบต.", "องค์การบริหารส่วนตำบล").replace("อบจ.", "องค์การบริหารส่วนจังหวัด")
    return f"{kind}{row['name_th']}"


def nation(count: int) -> FinderIndex:
    """Return the index of this number of LAOs."""
    chance = random.Random(2567)  # noqa: S311  # the same in every run
    titles = [" ".join(filter(None, parts)) for parts in itertools.product(VERBS, TOPICS, AUDIENCES, ENDINGS)]
    chance.shuffle(titles)
    found = laos(count)
    places: dict[str, list[TitlePlace]] = {}
    for place in range(len(found)):
        for number in range(PROJECTS):
            # One in three is among the two hundred most common.
            title = titles[chance.randrange(200)] if chance.random() < 1 / 3 else chance.choice(titles)
            places.setdefault(title, []).append(
                TitlePlace(place, "2567-2569", f"s{number // 6 + 1}t1-{number % 6 + 1}")
            )
    listed = tuple(FoundTitle(title, tuple(where), len({one.lao for one in where})) for title, where in places.items())
    return FinderIndex(tuple(found), listed, ())


def main() -> None:
    """Print the table; return 1 if the nation misses a bar."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("needs Chromium: apt-get install chromium")
    from tests.site.trial_site import build_trial_site

    chance = random.Random(2568)  # noqa: S311  # the same in every run
    print(" LAOs   titles  compressed  first answer  next answers, median  95 %  worst")  # noqa: T201  # its purpose
    with tempfile.TemporaryDirectory() as folder:
        site = build_trial_site(Path(folder))
        for count in COUNTS:
            index = nation(count)
            for path, content in index.files().items():
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_bytes(content)
            names = [title.title for title in index.titles] + [lao.title for lao in index.laos]
            queries = [name[(at := chance.randrange(len(name))) : at + 12] for name in chance.choices(names, k=500)]
            size = len(gzip.compress((site / INDEX).read_bytes(), 9))
            with served(site) as address, opened(chromium) as browser:
                page = browser.new_page()
                page.goto(address + "/about/")
                first, times = page.evaluate(ASK, queries)
            row = f"{count:5,}  {len(index.titles):7,}  {size:10,}  {first:9.0f} ms  {median(times):17.1f} ms"
            print(f"{row}  {quantiles(times, n=20)[-1]:4.0f}  {max(times):5.0f}")  # noqa: T201
    if size > BAR_BYTES or median(times) > BAR_MS:
        sys.exit(f"the bars are {BAR_BYTES:,} bytes and {BAR_MS} ms")


if __name__ == "__main__":
    main()
