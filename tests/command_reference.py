"""Makes the tables of docs/commands.md from the commands, the plugin's options and the settings from the environment.

A table is between `<!-- made: NAME -->` and `<!-- end -->`; the rest of the page is hand-written.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import click

from generator.cli import COMMANDS, main
from tests.building_blocks import ROOT

_MADE = re.compile(r"(?<=^<!-- made: )(?P<name>.+?)( -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL)
_PLUGIN = ROOT / "generator" / "engine" / "plugin.py"
_PREFIX = {"PhaenOptions": "", "PublisherOptions": "publisher."}
_ENVIRONMENT = {
    "PHAEN_DEBUG": "`1` prints the traceback of a failure of the program",
    "PHAEN_SITE": "default of `--site`, the folder of a published site",
    "PHAEN_USER": "user of a push, set by the forced command; gitolite sets `GL_USER`",
    "SOURCE_DATE_EPOCH": "default of `--today` and `today:`, the current day",
}
"""Variables that a person may set; those that git sets for hooks are not among them."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its full name, for example `phaen hooks install`."""
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        yield from _with_subcommands(f"phaen {name}", command)


def _with_subcommands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for inner, sub in command.commands.items():
            yield from _with_subcommands(f"{name} {inner}", sub)
    else:
        yield name, command


def options_of(command: click.Command) -> dict[str, click.Option]:
    """Return the options of a command by their long names."""
    return {max(one.opts, key=len): one for one in command.params if isinstance(one, click.Option)}


def _command_tables() -> str:
    return "\n".join(_command_table(name, command) for name, command in commands())


def _command_table(name: str, command: click.Command) -> str:
    arguments = [one.make_metavar(click.Context(command)) for one in command.params if isinstance(one, click.Argument)]
    heading = " ".join((name, *arguments))
    summary = (command.help or "").partition("\n")[0]
    rows = [
        f"| `{option}` | {_value(one)} | {_cell(one.help or '')} |"
        for option, one in sorted(options_of(command).items())
    ]
    table = ("| option | value | what it does |", "|---|---|---|", *rows, "") if rows else ()
    return "\n".join((f"### `{heading}`", "", _cell(summary), "", *table))


def _value(option: click.Option) -> str:
    if option.is_flag:
        return "none"
    value = option.metavar or (
        "\\|".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper()
    )
    return f"`{_cell(value)}`" + (", may be repeated" if option.multiple else "")


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split())).replace("<", "&lt;")


def plugin_options() -> dict[str, str]:
    """Return the options under `phaen:` in `mkdocs.yml` with their meanings, from the source of the plugin."""
    found: dict[str, str] = {}
    for node in ast.parse(_PLUGIN.read_text("utf-8")).body:
        if not isinstance(node, ast.ClassDef) or node.name not in _PREFIX:
            continue
        for statement, after in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                said = after.value if isinstance(after, ast.Expr) else None
                text = said.value if isinstance(said, ast.Constant) else ""
                found[f"{_PREFIX[node.name]}{statement.targets[0].id}"] = str(text)
    return found


def publisher_fields() -> dict[str, str]:
    """Return the fields of `publisher:` with their meanings."""
    from generator.model.description import docstrings
    from generator.settings import Publisher

    return docstrings(Publisher)


def _settings_table() -> str:
    said = plugin_options() | {f"publisher.{name}": text for name, text in publisher_fields().items()}
    rows = [f"| `{name}` | {_cell(text)} |" for name, text in sorted(said.items()) if name != "publisher"]
    return "\n".join(("| option | meaning |", "|---|---|", *rows, ""))


def _environment_table() -> str:
    rows = [f"| `{name}` | {text} |" for name, text in sorted(_ENVIRONMENT.items())]
    return "\n".join(("| variable | meaning |", "|---|---|", *rows, ""))


TABLES: dict[str, Callable[[], str]] = {
    "commands": _command_tables,
    "settings": _settings_table,
    "environment": _environment_table,
}


def with_tables(page: str) -> str:
    """Return a page with its tables regenerated."""
    return _MADE.sub(lambda found: f"{found['name']} -->\n{TABLES[found['name']]()}", page)
