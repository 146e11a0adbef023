"""Users of a national framework: each plan that references an entry, in a fixed order."""

from __future__ import annotations

from generator.facts.framework_users import find_framework_users
from tests.views.some_laos import plan_folder, summary


def test_users_come_in_thai_order_with_the_newest_plan_first() -> None:
    users = find_framework_users(
        [
            summary(plan_folder(), code="5440503", name="แก"),
            summary(plan_folder("2564-2566"), plan_folder(state="draft"), code="5440502", name="ขา"),
            summary(plan_folder(), code="5440501", name="กา"),
        ]
    )
    found = [(user.summary.code, user.cycle.slug, user.is_draft) for user in users["core-1"]]
    assert found == [
        ("5440501", "2567-2569", False),
        ("5440503", "2567-2569", False),
        ("5440502", "2567-2569", True),
        ("5440502", "2564-2566", False),
    ]
