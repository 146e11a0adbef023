"""YAML text in; plain data, line and column of every key and value, and findings in Thai out.

Every scalar stays text; the model interprets it. Parser errors and typical beginners' mistakes are explained in the
authors' terms. No file content raises an exception.
"""

from generator.reading.yaml_text.reader import parse_yaml, read_yaml, unopened
from generator.reading.yaml_text.refusals import MAX_BYTES
from generator.reading.yaml_text.source import PlainData, Position, ValuePath, YamlSource

__all__ = [
    "MAX_BYTES",
    "PlainData",
    "Position",
    "ValuePath",
    "YamlSource",
    "parse_yaml",
    "read_yaml",
    "unopened",
]
