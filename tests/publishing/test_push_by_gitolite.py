"""Pushes over real SSH to a real gitolite: gitolite identifies the user, our hook checks the push."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from tests.publishing.gitolite_server import GitoliteServer
from tests.publishing.push_cases import CASES, TO_OWN, Case, edit_own
from tests.publishing.push_server import OTHER, OWN, own_folder

_NUMBERS = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GitoliteServer]:
    made = GitoliteServer(tmp_path_factory.mktemp("gitolite"))
    yield made
    made.stop()


def test_a_push_lands_and_another_laos_is_refused(server: GitoliteServer) -> None:
    office = server.clone("own-office")
    edit_own(office)
    refused = office.push(TO_OWN, user="other")
    assert "PUSH-003" in refused.output
    assert f"ไม่มีสิทธิ์ส่งข้อมูลของ อปท. รหัส {OWN}" in refused.output
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output
    assert "กองคลังและพัสดุ" in server.read(f"{own_folder()}/lao.yml")


def test_refused_objects_do_not_stay_in_the_store(server: GitoliteServer) -> None:
    office = server.clone("objects-office")
    office.edit(f"{own_folder(OTHER)}/lao.yml", "name: กองคลัง", "name: กองพัง")
    office.commit()
    before = server.objects()
    assert "PUSH-005" in office.push(TO_OWN).output
    assert server.objects() == before


@pytest.mark.soak
@pytest.mark.parametrize("case", [pytest.param(one, id=one.name) for one in CASES if one.user])
def test_a_push_is_refused_and_leaves_nothing_behind(server: GitoliteServer, case: Case) -> None:
    office = server.clone(f"office-{next(_NUMBERS)}")
    case.do(office)
    before = server.refs(), server.objects()
    pushed = office.push(*case.to, user=case.user, **case.settings)
    assert not pushed.is_accepted
    for part in case.says:
        assert part in pushed.output, pushed.output
    assert (server.refs(), server.objects()) == before
