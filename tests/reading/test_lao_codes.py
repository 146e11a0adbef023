"""An LAO code is recognised in every typed, printed or saved form; nothing is guessed."""

from __future__ import annotations

import pytest

from generator.reading.lao_codes import as_lao_code

FORMS = (
    "5440502",
    "๕๔๔๐๕๐๒",
    "05440502",
    "๐๕๔๔๐๕๐๒",
    " 5440502\u00a0",
    "\ufeff5440502\u200b",
    "5440502.0",
    "5440502.00",
    "05440502.0",
    "5,440,502",
    "5 440 502",
    "'5440502",
    "’05440502",
    '="05440502"',
    "5.440502E+06",
    "5.440502e6",
)
NONE = (
    "",
    "-",
    "544050",
    "54405020",
    "15440502",
    "5440502.5",
    "5.44E+06",
    "5440502E+01",
    "5440502x",
    "รหัส 5440502",
    "9" * 99,
)


@pytest.mark.parametrize("text", FORMS)
def test_a_code_is_recognised_in_every_form(text: str) -> None:
    assert as_lao_code(text) == "5440502"


@pytest.mark.parametrize("text", NONE)
def test_a_text_without_code_gives_none(text: str) -> None:
    assert as_lao_code(text) is None
