"""Scripts of single pages: small ES modules of the theme in, few files for the browser out.

A page script and all that it imports become one file; so does each module that it loads later with `import("./x.js")`,
without what the first file has. Small files compress badly, and each costs a request. The modules of a file share one
scope: imports are written `import { a, b } from "./x.js";`, and no two modules of a file declare the same name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.frame.stylesheet import fingerprint

_IMPORT = re.compile(r'^import \{ (?P<names>\w+(?:, \w+)*) \} from "(?P<address>\.\.?/[^"]+)";\n', re.MULTILINE)
_LOADED = re.compile(r'(?<=\bimport\(")\.\.?/[^"]+(?="\))')
_OTHER_IMPORT = re.compile(r"^import\b|^\} from\b|^export (?!const\b)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:const|let) (?:(\w+)|\{ ([^}]+) \})", re.MULTILINE)
_UNSEEN = re.compile(r"^(?: *//.*\n| +|\n)", re.MULTILINE)
"""Comment lines, indentation and blank lines; no script has texts over several lines."""


class PageFiles(NamedTuple):
    """The files of one page script."""

    address: str
    """Address below the site of the file that the page starts with."""
    files: dict[str, str]
    """All files by address; their names have a hash of all of them."""
    used: frozenset[str]
    """Paths of the modules in them."""


class _Module(NamedTuple):
    path: str
    body: str
    """Without imports; dynamic imports name a path from the theme's root."""
    imports: dict[str, tuple[str, ...]]
    """Imported names by path."""
    loaded: tuple[str, ...]
    """Paths of dynamic imports."""


def page_files(path: str, read: Callable[[str], str]) -> PageFiles:
    """Return the files of a page script. `read` returns the text of a path.

    Raises ValueError for modules that import each other, for a name declared twice in one file, for other forms of
    import and for a dynamic import in a module loaded later; and what `read` raises for a missing file.
    """
    first = _with_imports(path, read)
    chunks = {path: list(first.values())}
    for later in dict.fromkeys(one for module in first.values() for one in module.loaded):
        chunks[later] = [one for one in _with_imports(later, read).values() if one.path not in first]
        if deeper := [one.path for one in chunks[later] if one.loaded]:
            raise ValueError(f"{deeper[0]}: only modules of {path} may load others later")
    texts = {name: _joined(name, modules, set(first), path) for name, modules in chunks.items()}
    mark = fingerprint("\0".join(texts.values()).encode())
    addresses = {name: f"{name.removesuffix('.js')}.{mark}.js" for name in texts}
    files = {addresses[name]: _addressed(name, text, addresses) for name, text in texts.items()}
    return PageFiles(addresses[path], files, frozenset(one.path for modules in chunks.values() for one in modules))


def _with_imports(path: str, read: Callable[[str], str]) -> dict[str, _Module]:
    """Return a module and all that it imports, each after its imports."""
    found: dict[str, _Module] = {}

    def add(one: str, above: tuple[str, ...]) -> None:
        if one in above:
            raise ValueError(f"{' -> '.join((*above, one))}: modules import each other")
        if one not in found:
            module = _module(one, read(one))
            for imported in module.imports:
                add(imported, (*above, one))
            found[one] = module

    add(path, ())
    return found


def _module(path: str, text: str) -> _Module:
    def absolute(address: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))

    imports = {absolute(one["address"]): tuple(one["names"].split(", ")) for one in _IMPORT.finditer(text)}
    body = _LOADED.sub(lambda one: absolute(one[0]), _IMPORT.sub("", text))
    if _OTHER_IMPORT.search(body):
        raise ValueError(f'{path}: write imports as `import {{ a, b }} from "./x.js";` and exports as `export const`')
    loaded = tuple(absolute(one) for one in _LOADED.findall(text))
    return _Module(path, body, imports, loaded)


def _joined(name: str, modules: Iterable[_Module], first: set[str], start: str) -> str:
    """Return the text of a file; a file loaded later imports from the first one."""
    declared: dict[str, str] = {}
    taken: dict[str, None] = {}
    bodies = []
    for module in modules:
        bodies.append(_UNSEEN.sub("", module.body))
        for one, several in _DECLARED.findall(module.body):
            for word in [one] if one else several.split(", "):
                if other := declared.get(word):
                    raise ValueError(f"{module.path} and {other}: both declare {word}")
                declared[word] = module.path
        if name != start:
            taken |= dict.fromkeys(word for path, names in module.imports.items() if path in first for word in names)
    if clash := sorted(taken.keys() & declared.keys()):
        raise ValueError(f"{name}: declares {', '.join(clash)} of {start}")
    imports = f'import {{ {", ".join(sorted(taken))} }} from "{start}";\n' if taken else ""
    return imports + "".join(bodies)


def _addressed(path: str, text: str, addresses: dict[str, str]) -> str:
    """Return the text of a file with relative addresses for the paths of other files."""
    folder = posixpath.dirname(path)
    for other, address in addresses.items():
        text = text.replace(f'"{other}"', f'"./{posixpath.relpath(address, folder)}"')
    return text
