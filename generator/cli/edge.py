"""The outer layer of the command line: lazy commands, Thai help, and every failure as a Thai sentence.

Exceptions of click and of the commands in; a sentence on stderr and an exit code out. Tracebacks are shown only with
PHAEN_DEBUG=1.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

import click

from generator.cli.sentences import thai_sentence
from generator.cli.thai_help import ThaiCommand
from generator.errors import PhaenError
from generator.findings import printable, printable_lines

_INTERRUPTED = 130
"""Exit code that shells expect after Ctrl+C."""


@dataclass(frozen=True, slots=True)
class ListedCommand:
    """A command for `phaen --help`, without importing it."""

    module: str
    """Module that defines `command`."""
    summary: str
    """One line in Thai."""


class CommandLine(ThaiCommand, click.Group):
    """The group of all commands: lists names and summaries from a table, imports a command when it is run."""

    def __init__(self, *args: Any, commands_shown: Mapping[str, ListedCommand], **attributes: Any) -> None:
        """Take the table of commands besides click's arguments."""
        super().__init__(*args, **attributes)
        self._shown = commands_shown

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the command names in the order of an officer's work."""
        return list(self._shown)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Import and return a command."""
        shown = self._shown.get(cmd_name)
        if shown is None:
            return None
        command = import_module(shown.module).command
        assert isinstance(command, click.Command)  # noqa: S101  # for mypy; a test runs every command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help page for a bare `phaen`."""
        if not args:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(PhaenError.exit_code)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; for an unknown name, raise an error that lists the names."""
        if args and not args[0].startswith("-") and args[0] not in self._shown:
            raise click.UsageError(f"ไม่มีคำสั่ง “{printable(args[0][:60])}” คำสั่งที่มีคือ {', '.join(self._shown)}", ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the usage line's placeholders."""
        return ["[ตัวเลือก]", "คำสั่ง ..."]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands from the table, without imports, then the options."""
        with formatter.section("คำสั่ง"):
            formatter.write_dl([(name, shown.summary) for name, shown in self._shown.items()])
        super().format_options(ctx, formatter)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command, print every failure as a Thai sentence, and exit with its code.

        The only place that catches all exceptions.
        """
        _use_utf8()
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.ClickException as error:
            code = _refuse(thai_sentence(error), error)
        except PhaenError as error:
            code = error.exit_code
            _say(str(error))
        except (click.Abort, KeyboardInterrupt):
            code = _INTERRUPTED
            _say("ยกเลิกคำสั่งแล้ว")
        except OSError as error:
            code = _refuse(_sentence_of_os_error(error), error)
        except Exception as error:  # noqa: BLE001  # the edge: officers get a sentence, PHAEN_DEBUG the traceback
            code = _refuse(_sentence_of_defect(error), error)
        sys.exit(code if isinstance(code, int) else 0)


def _refuse(sentence: str, error: Exception) -> int:
    if os.environ.get("PHAEN_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    _say(sentence)
    return PhaenError.exit_code


def _say(sentence: str) -> None:
    click.echo(printable_lines(sentence), err=True)


def _sentence_of_os_error(error: OSError) -> str:
    what = "เปิดหรือเขียนไฟล์ไม่ได้" if error.filename is None else f"เปิดหรือเขียน {error.filename} ไม่ได้"
    return f"{what} ({error.strerror or type(error).__name__}) ตรวจว่ามีอยู่จริง มีสิทธิ์ใช้ และมีเนื้อที่ว่างพอ"


def _sentence_of_defect(error: Exception) -> str:
    return (
        f"ขออภัย โปรแกรมทำงานผิดพลาดเอง ไม่ใช่ความผิดของท่าน ({type(error).__name__}: {str(error)[:500]})\n"
        f"โปรดแจ้ง{_where_to_report()} พร้อมข้อความข้างต้นและคำสั่งที่ใช้ "
        "ผู้ดูแลระบบดูรายละเอียดได้โดยตั้งค่า PHAEN_DEBUG=1 แล้วสั่งซ้ำ"
    )


def _where_to_report() -> str:
    # Late: only needed for a defect.
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        addresses: Sequence[str] = metadata("phaen").get_all("Project-URL") or ()
    except PackageNotFoundError:
        addresses = ()
    for entry in addresses:
        label, _, address = entry.partition(",")
        if label.strip().casefold() == "issues":
            return f"ที่ {address.strip()}"
    return "ผู้ดูแลระบบของเว็บไซต์นี้"


def _use_utf8() -> None:
    """Use UTF-8 for Thai on any console: pipes on Windows default to a code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
