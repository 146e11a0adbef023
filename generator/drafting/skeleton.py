"""A commented skeleton of an LAO's folder: identity and cycle in, the text of each file out.

The forms under `forms/` are the files themselves. `## ` begins an explanation and `# ` an example: without its two
characters, every example is valid content.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from generator.drafting.identity import Identity
from generator.drafting.yaml_writer import yaml_scalar
from generator.thai.numerals import to_thai
from generator.thai.years import Cycle

FORMS = Path(__file__).parent / "forms"
PLAN_FILES = ("plan.yml", "projects.yml", "idp.yml", "narrative.md")

_COMMITTEES = {
    "อบจ.": "คณะกรรมการข้าราชการองค์การบริหารส่วนจังหวัด",
    "อบต.": "คณะกรรมการพนักงานส่วนตำบลจังหวัด",
    "เมืองพัทยา": "คณะกรรมการพนักงานเมืองพัทยา",
}
_HEADS = {"อบจ.": "นายกองค์การบริหารส่วนจังหวัด", "อบต.": "นายกองค์การบริหารส่วนตำบล", "เมืองพัทยา": "นายกเมืองพัทยา"}
_STAFF = {"อบจ.": "ข้าราชการองค์การบริหารส่วนจังหวัด", "อบต.": "พนักงานส่วนตำบล", "เมืองพัทยา": "พนักงานเมืองพัทยา"}


def plan_title(cycle: Cycle) -> str:
    """Return the usual title of a plan of a cycle."""
    return to_thai(f"แผนพัฒนาบุคลากร {cycle.length} ปี ประจำปีงบประมาณ พ.ศ. {cycle.first} - {cycle.last}")


def lao_file(identity: Identity, cycle: Cycle) -> str:
    """Return lao.yml; `cycle` only dates its examples."""
    return _filled(
        "lao.yml",
        code=identity.code,
        type=identity.type,
        name=yaml_scalar(identity.name),
        district=yaml_scalar(identity.district) if identity.district else "",
        province=yaml_scalar(identity.province),
        former_code=("5" if identity.code.startswith("6") else "6") + identity.code[1:],
        staff=_STAFF.get(identity.type, "พนักงานเทศบาล"),
        first_year=str(cycle.first),
    )


def plan_files(kind: str, cycle: Cycle) -> dict[str, str]:
    """Return the files of a cycle's folder for an LAO of a type."""
    years = [str(year) for year in cycle.years]
    words = {
        "cycle": cycle.slug,
        "previous_cycle": _slug_before(cycle),
        "title": yaml_scalar(plan_title(cycle)),
        "first_year": years[0],
        "second_year": years[min(1, len(years) - 1)],
        "last_year": years[-1],
        "years": ", ".join(years),
        "previous_year": str(cycle.first.be - 1),
        "committee": _COMMITTEES.get(kind, "คณะกรรมการพนักงานเทศบาลจังหวัด"),
        "head": _HEADS.get(kind, "นายกเทศมนตรี"),
    }
    return {name: _filled(name, **words) for name in PLAN_FILES}


def _slug_before(cycle: Cycle) -> str:
    return f"{cycle.first.be - cycle.length}-{cycle.first.be - 1}"


def _filled(form: str, **words: str) -> str:
    text = Template((FORMS / form).read_text("utf-8")).substitute(words)
    return "\n".join(line.rstrip() for line in text.split("\n"))
