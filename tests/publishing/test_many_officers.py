"""Twenty officers push ten times each in parallel: every good push lands, every bad one is refused, nothing is lost."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.publishing.queue import waiting_pushes
from tests.building_blocks import make_lao
from tests.publishing.push_server import PushServer, must_git

OFFICERS = int(os.environ.get("PHAEN_OFFICERS") or 20)
PUSHES = int(os.environ.get("PHAEN_PUSHES") or 10)
BAD = 3
"""Every third push of each office changes the folder of the next office."""


@pytest.mark.soak
def test_all_good_pushes_land_and_all_bad_ones_are_refused(tmp_path: Path) -> None:
    codes = [f"59999{number:02}" for number in range(10, 10 + OFFICERS)]
    access = "officers:\n" + "".join(f"  u{code}: [{code}]\n" for code in codes)
    server = PushServer(tmp_path, access)
    keeper = server.clone("keeper")
    for code in codes:
        make_lao(keeper.folder / "content", code, "tua-yang")
    keeper.commit("เพิ่ม อปท.")
    must_git(server.repository, "fetch", "-q", str(keeper.folder), "main:main")
    offices = {code: server.clone(code) for code in codes}

    def work(place: int) -> tuple[list[bool], str]:
        code, other = codes[place], codes[(place + 1) % OFFICERS]
        office, name, answers = offices[code], "กองคลัง", []
        for number in range(PUSHES):
            if number % BAD == BAD - 1:
                file = f"content/plans/{other}-tua-yang/lao.yml"
                office.write(file, (office.folder / file).read_text("utf-8") + f"# {code} {number}\n")
                office.commit("แก้ของผู้อื่น")
                answers.append(office.push(f"HEAD:refs/heads/lao/{code}", user=f"u{code}").is_accepted)
                office.git("reset", "-q", "--hard", "HEAD~1")
            else:
                office.edit(f"content/plans/{code}-tua-yang/lao.yml", f"name: {name}\n", f"name: กองคลัง {number}\n")
                name = f"กองคลัง {number}"
                office.commit(f"แก้ชื่อกอง ครั้งที่ {number}")
                pushed = office.push(f"HEAD:refs/heads/lao/{code}", user=f"u{code}")
                assert "เพิ่มลงใน main แล้ว" in pushed.output, pushed.output
                answers.append(pushed.is_accepted)
        return answers, name

    with ThreadPoolExecutor(OFFICERS) as pool:
        results = list(pool.map(work, range(OFFICERS)))

    wanted = [number % BAD != BAD - 1 for number in range(PUSHES)]
    assert [answers for answers, _ in results] == [wanted] * OFFICERS
    for code, (_, name) in zip(codes, results, strict=True):
        assert f"name: {name}\n" in server.read(f"content/plans/{code}-tua-yang/lao.yml")
    landed = must_git(server.repository, "rev-list", "--first-parent", "--merges", "--count", "main")
    assert int(landed) == sum(wanted) * OFFICERS
    tips = set(must_git(server.repository, "for-each-ref", "--format=%(objectname)", "refs/heads/lao/").split())
    merged = must_git(server.repository, "for-each-ref", "--merged=main", "--format=%(objectname)", "refs/heads/lao/")
    assert tips == set(merged.split())
    commits = {one.push.commit for one in waiting_pushes(server.queue)}
    assert len(commits) == sum(wanted) * OFFICERS
    assert must_git(server.repository, "rev-parse", "main") in commits
    assert not list((server.repository / "objects").glob("tmp_*"))
