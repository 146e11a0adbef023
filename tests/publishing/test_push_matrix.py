"""The authorisation matrix over a plain bare repository: what is refused says why, and leaves everything as it was."""

from __future__ import annotations

from itertools import count

import pytest

from tests.publishing.push_cases import CASES, Case
from tests.publishing.push_server import OTHER, PushServer

_NUMBERS = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> PushServer:
    """One server for all: a refused push leaves nothing behind, which every case holds again."""
    made = PushServer(tmp_path_factory.mktemp("matrix"))
    office = made.clone("other-office")
    office.edit("content/plans/5999902-tua-yang-song/lao.yml", "name: กองคลัง", "name: กองคลังใหม่")
    office.commit("ร่าง")
    assert office.push(f"HEAD:refs/heads/draft/{OTHER}", user="other").is_accepted
    return made


def state(server: PushServer) -> tuple[object, ...]:
    queued = sorted(path.name for path in server.queue.iterdir())
    incoming = [path.name for path in (server.repository / "objects").glob("tmp_*")]
    return server.refs(), server.objects(), queued, incoming


@pytest.mark.parametrize(
    "case", [pytest.param(one, id=one.name, marks=[pytest.mark.soak] if one.is_long else []) for one in CASES]
)
def test_a_push_is_refused_and_leaves_nothing_behind(server: PushServer, case: Case) -> None:
    office = server.clone(f"office-{next(_NUMBERS)}")
    case.do(office)
    before = state(server)
    pushed = office.push(*case.to, user=case.user, **case.settings)
    assert not pushed.is_accepted
    for part in case.says:
        assert part in pushed.told, pushed.told
    assert any("ก" <= letter <= "ฮ" for letter in pushed.told) or case.is_long
    assert len(pushed.told.splitlines()) < 70
    assert state(server) == before
