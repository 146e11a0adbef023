"""Rebuilds one LAO from its content, to compare with a site. Writes and caches nothing."""

from __future__ import annotations

from pathlib import Path

from generator.building.cache import Cache
from generator.building.fixed_part import kept_fixed_part
from generator.building.inputs import Inputs
from generator.building.lao_job import do_background, do_lao, shared_by_all
from generator.building.outputs.kinds import ALL
from generator.building.site_engine import Engine
from generator.building.unit import Unit
from generator.errors import UsageError
from generator.settings import Settings


def rebuild_lao(settings: Settings, config_file: Path, code: str, *, engine: Engine) -> tuple[Unit, dict[str, bytes]]:
    """Return the unit of the rebuilt LAO, and its published files by path.

    Raises UsageError if the content has no such LAO.
    """
    with Cache("", is_kept=False).opened() as store:
        inputs = Inputs(settings)
        lao = next((one for one in inputs.laos if one.code == code), None)
        if lao is None:
            raise UsageError(f"ไม่มี อปท. รหัส {code} ใน {settings.content}")
        fixed, _ = kept_fixed_part(engine, config_file, inputs, store)
        keys, writer = inputs.keys(fixed.frame.digest()), engine.writer(fixed.frame)
        shared = shared_by_all(inputs, keys, writer, ALL)
        unit, made = do_lao(shared, store, lao)
        if any(output.background for output in ALL):
            unit, later = do_background(shared, store, lao, unit)
            made = {**made, **later}
        return unit, {path: content for files in made.values() for path, content in files.items()}
