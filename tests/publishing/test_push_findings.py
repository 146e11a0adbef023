"""Every code of pushes in use has a title, and every title is in use."""

from __future__ import annotations

import re
from pathlib import Path

from generator import publishing
from generator.publishing.push_findings import WORDS


def test_every_code_has_a_title() -> None:
    modules = Path(publishing.__file__).parent.glob("*.py")
    texts = [path.read_text("utf-8") for path in modules if path.name != "push_findings.py"]
    assert {code for text in texts for code in re.findall(r'"(PUSH-[0-9]{3})"', text)} == set(WORDS)
