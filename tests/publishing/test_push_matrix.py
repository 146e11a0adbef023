"""The authorisation matrix on a plain bare repository: each refusal gives its reason and changes nothing."""

from __future__ import annotations

from itertools import count

import pytest

from tests.publishing.push_cases import CASES, Case
from tests.publishing.push_server import OTHER, PushServer

_NUMBERS = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> PushServer:
    """Return one server for all cases: each case checks that its refused push changed nothing."""
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


ALWAYS = frozenset(
    {
        "another_laos_file",
        "another_laos_file_renamed_into_the_own_folder",
        "a_middle_commit_that_deletes_another_laos_file_and_brings_it_back",
        "the_settings_of_the_site",
        "another_laos_branch",
        "main_itself",
        "nobody",
        "a_good_branch_together_with_a_bad_one",
        "a_draft_of_another_lao_below_the_own_commit",
        "a_symbolic_link_to_a_password_file",
        "two_names_that_differ_in_case_alone",
        "a_tree_that_stands_for_a_hundred_thousand_files",
        "a_merge_commit",
        "a_redaction_that_the_central_office_did_not_make",
        "a_replaced_object",
        "personal_data_that_the_next_commit_takes_out",
        "a_plan_that_cannot_be_read",
    }
)
"""One case of each kind for `make test`; `make soak` pushes the others."""


def test_the_cases_of_every_run_exist() -> None:
    assert {one.name for one in CASES} >= ALWAYS


@pytest.mark.parametrize(
    "case", [pytest.param(one, id=one.name, marks=[] if one.name in ALWAYS else [pytest.mark.soak]) for one in CASES]
)
def test_a_push_is_refused_and_leaves_nothing_behind(server: PushServer, case: Case) -> None:
    office = server.clone(f"office-{next(_NUMBERS)}")
    case.do(office)
    before = state(server)
    pushed = office.push(*case.to, user=case.user, **case.settings)
    assert not pushed.is_accepted
    for part in case.says:
        assert part in pushed.output, pushed.output
    assert any("ก" <= letter <= "ฮ" for letter in pushed.output) or case.is_long
    assert len(pushed.output.splitlines()) < 70
    assert state(server) == before
