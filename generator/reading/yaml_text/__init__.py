"""YAML text in; plain data, the line and column of every key and value, and findings in Thai out.

Every scalar stays text: what it means is the model's business. What a parser rejects, and what those who write YAML for
the first time get wrong, is explained in their own terms. Nothing in a file raises.
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
