"""Cached results of LAOs by kind of output; missing or corrupt ones are made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from generator.building.store import Store, get_object, get_record, pack, put_object, put_record, unpack
from generator.building.unit import ListedLao, Unit
from generator.errors import PhaenError

if TYPE_CHECKING:
    from generator.building.lao_job import Shared


class KeptResults:
    """Results of all LAOs of a build."""

    def __init__(self, shared: Callable[[], Shared], store: Store, laos: Iterable[ListedLao]) -> None:
        """Take the store, and what making results again needs."""
        self._shared = shared
        self._store = store
        self._laos = {lao.code: lao for lao in laos}
        self.made_again: set[str] = set()
        """Codes of LAOs whose results were missing or corrupt."""

    def files(self, unit: Unit, output: str) -> dict[str, bytes]:
        """Return the files of one output, none if the LAO lacks it."""
        if output not in unit.objects:
            return {}
        content = get_object(self._store, unit.objects[output])
        if content is None:
            self.made_again.add(unit.code)
            from generator.building.lao_job import do_lao  # late: rarely needed

            unit, _ = do_lao(self._shared(), self._store, self._laos[unit.code])
            content = get_object(self._store, unit.objects[output])
        if content is None:
            raise PhaenError(f"ข้อมูลของ {unit.code} เปลี่ยนไประหว่างสร้างเว็บไซต์ ให้สั่งใหม่อีกครั้ง")
        return unpack(content)

    def kept(self, key: str, make: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
        """Return files that no LAO's unit has, cached under the key of their inputs, or made now."""
        record = get_record(self._store, key)
        content = get_object(self._store, record["files"]) if record else None
        if content is not None:
            return unpack(content)
        files = make()
        put_record(self._store, key, {"files": put_object(self._store, pack(files))})
        return files
