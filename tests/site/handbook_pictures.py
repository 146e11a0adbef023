"""The handbook's pictures of a command window: the answers to a real push by a fictional office, taken in Chromium.

`python -m tests.site.handbook_pictures DIR` writes one picture per answer; `make pictures` writes them to the handbook.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.publishing.trial_server import TrialOffice, TrialServer
from tests.building_blocks import CODE, ROOT, make_lao, make_site
from tests.site.browser import opened

GOOD = ("name: ตัวอย่าง", "name: ตัวอย่างพัฒนา", "แก้ชื่อตามประกาศ")
BAD = ("name: กองคลัง", "name: กองคลัง (โทร ๐๘๑-๒๓๔-๕๖๗๘)", "เพิ่มหมายเลขโทรศัพท์")
"""Text to replace in lao.yml, its replacement, and the commit message: one accepted push and one refused."""
_WINDOW = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #14191f }}
pre {{ display: inline-block; margin: 0; padding: 20px 24px; max-width: 872px; color: #e8ecf0;
  font: 16px/1.6
  "DejaVu Sans Mono", "Liberation Mono", Waree, Garuda, "Noto Sans Thai", monospace; white-space: pre-wrap }}
b {{ color: #8fd3ff; font-weight: normal }}
</style><pre><b>C:\\phaen&gt; git push</b>
{answer}</pre>"""


def answers(folder: Path) -> dict[str, str]:
    """Return the output of git after an accepted and after a refused push, by the name of the picture."""
    content = make_site(folder / "source")
    make_lao(content)
    server = TrialServer(folder / "server")
    server.set_up(content, {"office": CODE}, ROOT / "mkdocs.yml")
    with server.ssh() as port:
        office = server.clone("office", CODE, port)
        return {"push-accepted": _pushed(office, *GOOD), "push-refused": _pushed(office, *BAD)}


def _pushed(office: TrialOffice, old: str, new: str, message: str) -> str:
    place = next((office.clone / "content/plans").glob(f"{office.code}-*")) / "lao.yml"
    place.write_text(place.read_text("utf-8").replace(old, new, 1), "utf-8")
    subprocess.run(["git", "commit", "--quiet", "--all", "--message", message], cwd=office.clone, check=True)
    command = ["git", "push", "origin", f"HEAD:{office.branch}"]
    done = subprocess.run(command, cwd=office.clone, capture_output=True, text=True, check=False)
    lines = [re.sub(r"ssh://[^\s']+", "ที่อยู่ของคลังข้อมูล", line.rstrip()) for line in done.stderr.splitlines()]
    return "\n".join(line for line in lines if not line.startswith("Warning"))


def main() -> None:
    """Write the pictures to the folder named on the command line."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("needs Chromium: apt-get install chromium")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, opened(chromium) as browser:
        for name, answer in answers(Path(place)).items():
            page = browser.new_page(viewport={"width": 920, "height": 400})
            page.set_content(_WINDOW.format(answer=html.escape(answer)))
            page.locator("pre").screenshot(path=folder / f"{name}.png")
            page.close()


if __name__ == "__main__":
    main()
