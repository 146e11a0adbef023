"""Codes that are no longer found: a code is never reused, and its meaning stays readable.

Used by `/quality/<code>/`, `phaen check --explain CODE` and the rule about answers (`acknowledged:`) that name one.
`docs/checking.md` says how to retire a code.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetiredCode:
    """A code that is no longer found."""

    code: str
    """The code itself."""
    title: str
    """What the rule looked for, in its last Thai wording."""
    retired: str
    """Version of the program that no longer finds it."""
    why: str
    """Why, in Thai, for readers of an old link or an old answer."""
    replaced_by: tuple[str, ...] = ()
    """Codes that replace it; empty if none does."""

    @property
    def since_when(self) -> str:
        """The Thai sentence: version in which it was retired, and its replacement."""
        instead = f"ปัจจุบันใช้ {' และ '.join(self.replaced_by)} แทน" if self.replaced_by else "ไม่มีข้อตรวจอื่นแทน"
        return f"เลิกใช้ตั้งแต่รุ่น {self.retired} {instead}"


_ALL: tuple[RetiredCode, ...] = ()
RETIRED: dict[str, RetiredCode] = {one.code: one for one in _ALL}
"""Every retired code: `RetiredCode("MONEY-099", "...", "0.2.0", "...", ("MONEY-004",))`."""


def retired_code(code: str) -> RetiredCode | None:
    """Return a retired code's record; None for a code that is in use or never was."""
    return RETIRED.get(code)


def retired_codes() -> tuple[RetiredCode, ...]:
    """Return all retired codes in order."""
    return tuple(one for _, one in sorted(RETIRED.items()))
