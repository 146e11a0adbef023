"""The files of one fictional LAO while its history is generated: their data, and how they are formatted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from generator.demo import story_words
from generator.demo import vocabulary as words
from generator.demo.offices import Office
from generator.demo.plan_edits import PlanEdits
from generator.demo.plans import lao_data, mark_of
from generator.demo.planted_errors import DAMAGED, damaged
from generator.demo.yaml_lines import lines_of
from generator.thai.years import Cycle


class LaoInHand:
    """One LAO whose data changes from revision to revision."""

    def __init__(self, office: Office, seed: int, entries: Mapping[str, str]) -> None:
        """Generate the LAO as `phaen demo` does; later changes use the random generator `chance`."""
        self.office = office
        self.chance = Random(f"{seed}/{office.code}/story")  # noqa: S311  # not for security
        self._data, self._texts = lao_data(office, seed, entries)
        departments = [one for one in self._data["lao.yml"]["departments"] if "covers_all" not in one]
        self._departments = {one["id"]: one["name"] for one in departments}
        self._damage: dict[str, dict[str, str]] | None = {} if self.chance.random() < DAMAGED else None
        self._styles: dict[str, Callable[[str], str]] = {}

    @property
    def names(self) -> list[str]:
        """Paths of all files below the LAO's folder."""
        return sorted((*self._data, *self._texts))

    @property
    def slugs(self) -> list[str]:
        """Folders of its plans, oldest first."""
        return sorted({name.partition("/")[0] for name in self._data if "/" in name})

    def written(self, name: str) -> bytes:
        """Return the current content of a file."""
        text = self._texts[name] if name in self._texts else mark_of(self.office) + lines_of(self._data[name])
        if self._damage is not None:
            known = self._damage.setdefault(name, {})
            if not known:
                known |= _damage_of(text, Random(f"{self.office.code}/{name}"))  # noqa: S311
            text = "\n".join(known.get(line, line) for line in text.split("\n"))
        return self._styles.get(name, _unchanged)(text).encode()

    def change_style(self, name: str) -> None:
        """Change a file's formatting from now on, without changing its data."""
        others = [style for style in _STYLES if style is not self._styles.get(name)]
        self._styles[name] = self.chance.choice(others)

    def change_contact(self) -> str:
        """Change the contact unit, or the spelling of its name; return the message."""
        head = self.chance.choice(list(self._departments.values()))
        unit = self.chance.choice(("งานการเจ้าหน้าที่", "งานบริหารงานบุคคล", "ฝ่ายอำนวยการ"))
        self._data["lao.yml"]["contact"] = {"unit": f"{unit} {head}"}
        return story_words.contact_changed(self.office)

    def edits(self, slug: str, files: dict[str, Any]) -> PlanEdits:
        """Return the edits of a plan."""
        reported = {row["project"] for name, one in files.items() if "results/" in name for row in one["projects"]}
        return PlanEdits(Cycle.parse(slug), files, self._departments, reported, self.chance)

    def take(self, slug: str) -> dict[str, Any]:
        """Return a plan's data by file name below its folder."""
        return {name.partition("/")[2]: one for name, one in self._data.items() if name.startswith(f"{slug}/")}

    def put(self, path: str, data: Any) -> None:
        """Set the data of a file."""
        self._data[path] = data

    def reword(self, path: str) -> bool:
        """Add a sentence to a narrative; return False if there is none."""
        if path not in self._texts:
            return False
        self._texts[path] += f"\n{self.chance.choice(words.FOLLOWED_UP)}\n"
        return True

    def has_text(self, path: str) -> bool:
        """Return whether the narrative exists."""
        return path in self._texts


def _damage_of(text: str, chance: Random) -> dict[str, str]:
    """Return the damaged lines of a text (by a person or a conversion), by their correct form."""
    return {
        one: other
        for one, other in zip(text.split("\n"), damaged(text, chance).split("\n"), strict=True)
        if one != other
    }


def _unchanged(text: str) -> str:
    return text


def _with_carriage_returns(text: str) -> str:
    return text.replace("\n", "\r\n")


def _with_a_remark(text: str) -> str:
    return f"{text}# ตรวจรูปแบบไฟล์แล้ว\n"


def _with_empty_lines(text: str) -> str:
    return text.replace("\n  - id: ", "\n\n  - id: ")


_STYLES: tuple[Callable[[str], str], ...] = (_unchanged, _with_carriage_returns, _with_a_remark, _with_empty_lines)
