"""Translates click's errors about a command line into Thai sentences.

Not with gettext: it takes the language from the environment and leaves the names of types in English (decision 0029).
"""

from __future__ import annotations

import re

import click

_NUMBER_OF_VALUES = re.compile(r"takes (\d+) values?|requires (\d+) arguments?|requires an argument")
# Click's messages on values rejected by its types; our own callbacks' messages are Thai already.
_NOT_ONE_OF = re.compile(r"is not one of (?P<choices>.+?)\.?$")
_OUT_OF_RANGE = re.compile(r"is not in the range (?P<least>\d+)<=x<=(?P<most>\d+)")
_THAI = re.compile("[\u0e01-\u0e5b]")


def thai_sentence(error: click.ClickException) -> str:
    """Return the error of a command line and a pointer to its help."""
    hint = _hint(error)
    return f"{_complaint(error)}\n{hint}" if hint else _complaint(error)


def _complaint(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" หมายถึง {' หรือ '.join(error.possibilities)} หรือไม่" if error.possibilities else ""
        return f"ไม่มีตัวเลือก {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        return f"ยังไม่ได้ระบุ {_name_of(error)}"
    if isinstance(error, click.BadParameter):
        return f"ค่าของ {_name_of(error)} ใช้ไม่ได้: {_reason(error.message)}"
    if isinstance(error, click.BadOptionUsage):
        return f"ตัวเลือก {error.option_name} ใช้ไม่ถูก: {_reason(error.message)}"
    if isinstance(error, click.FileError):
        return f"เปิดไฟล์ {error.ui_filename} ไม่ได้ ({error.message})"
    return _reason(error.message)


def _name_of(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Argument):
        return parameter.human_readable_name.strip("[].")
    if parameter is not None:
        return max(parameter.opts, key=len)
    return str(error.param_hint or "ค่า")


def _reason(message: str) -> str:
    if match := _NOT_ONE_OF.search(message):
        return f"ต้องเป็นค่าใดค่าหนึ่งใน {match['choices']}"
    if _THAI.search(message):
        return message
    if match := _OUT_OF_RANGE.search(message):
        return f"ต้องเป็นจำนวนตั้งแต่ {match['least']} ถึง {match['most']}"
    if "is not a valid integer" in message:
        return "ต้องเป็นจำนวนเต็ม"
    if _NUMBER_OF_VALUES.search(message):
        return "ต้องมีค่าตามหลัง"
    if match := re.search(r"unexpected extra arguments?\s*\((?P<rest>.*)\)", message, re.IGNORECASE):
        return f"มีคำเกินมา: {match['rest']}"
    if "does not take a value" in message:
        return "ตัวเลือกนี้ไม่มีค่าตามหลัง"
    return message


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"ดูวิธีใช้: {context.command_path} --help" if context is not None else ""
