"""A minimal skeleton of an LAO's folder: identity and cycle in, the text of each file out.

The forms under `forms/` are the files themselves: live YAML with one example row each, whose values are stand-ins.
`## ` begins an explanation; `# ` at the start of a line, later content that is valid without these two characters.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from generator.drafting.lao_identity import LaoIdentity
from generator.drafting.yaml_writer import yaml_scalar
from generator.model.to_fill_in import STAND_INS
from generator.thai.numerals import to_thai
from generator.thai.years import Cycle

FORMS = Path(__file__).parent / "forms"
PLAN_FILES = ("plan.yml", "projects.yml", "idp.yml")

_STAND_INS = {f"{name}_here": yaml_scalar(text) for name, text in STAND_INS.items()}
_NO_DEPARTMENTS = re.compile(r"^departments:[ \t]*(?:\[[ \t]*\]|~|null)?[ \t]*(?:#.*)?(?:\r?\n|\Z)", re.MULTILINE)


def plan_title(cycle: Cycle) -> str:
    """Return the usual plan title for a cycle."""
    return to_thai(f"แผนพัฒนาบุคลากร {cycle.length} ปี ประจำปีงบประมาณ พ.ศ. {cycle.first} - {cycle.last}")


def lao_file(identity: LaoIdentity) -> str:
    """Return the text of lao.yml."""
    return _filled(
        "lao.yml",
        code=identity.code,
        type=identity.type,
        name=yaml_scalar(identity.name),
        district=yaml_scalar(identity.district) if identity.district else "",
        province=yaml_scalar(identity.province),
    )


def plan_files(cycle: Cycle) -> dict[str, str]:
    """Return the texts of a cycle's files by name."""
    years = [str(year) for year in cycle.years]
    words = {
        "cycle": cycle.slug,
        "title": yaml_scalar(plan_title(cycle)),
        "first_year": years[0],
        "years": ", ".join(years),
        "previous_year": str(cycle.first.be - 1),
    }
    return {name: _filled(name, **words) for name in PLAN_FILES}


def with_departments(lao_text: str) -> str:
    """Return the text of a lao.yml without departments, with the skeleton's example of one added."""
    form = _filled("lao.yml", code="", type="", name="", district="", province="")
    # Departments are last in the form, below their explanation.
    example = form[form.index("## ส่วนราชการ") :]
    text, replaced = _NO_DEPARTMENTS.subn(lambda _: example, lao_text, count=1)
    return text if replaced else lao_text.rstrip() + "\n" + example


def _filled(form: str, **words: str) -> str:
    text = Template((FORMS / form).read_text("utf-8")).substitute(_STAND_INS | words)
    return "\n".join(line.rstrip() for line in text.split("\n"))
