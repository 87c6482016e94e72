# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the JSON Schemas, validates against them, and knows the order in which keys are written."""

import json

import jsonschema

import canonical
import tap

SCHEMAS = tap.SOURCE_ROOT / "data/schema"
EXAMPLES = tap.SOURCE_ROOT / "data/examples"
CASES = tap.SOURCE_ROOT / "tests/data/cases"
RULE_SAMPLES = tap.SOURCE_ROOT / "tests/data/rules"
RULES = tap.SOURCE_ROOT / "resources/rules"


def schema(name):
    """A schema, whole by itself: the profile of the authority stands in that of the case."""
    content = json.loads((SCHEMAS / f"foi-{name}-1.schema.json").read_text(encoding="utf-8"))
    if name == "case":
        profile = schema("authority")
        del profile["$id"], profile["$schema"]
        content["properties"]["foi:case"]["properties"]["authority"] = profile
    return content


def validator(name):
    return jsonschema.Draft202012Validator(
        schema(name), format_checker=jsonschema.FormatChecker(["date"]))


def invalid(checker, document):
    """What a validator has against a document, each with its path."""
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(document)]


def resolve(root, node):
    """The schema that NODE stands for."""
    while "$ref" in node:
        node = root["$defs"][node["$ref"].removeprefix("#/$defs/")]
    return node


def misplaced(root, node, value, path="$"):
    """The objects whose known keys are not in the order of the schema."""
    node = resolve(root, node)
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from misplaced(root, node.get("items", {}), item, f"{path}[{number}]")
    elif isinstance(value, dict):
        known = list(node.get("properties", {}))
        found = [key for key in value if key in known]
        if found != sorted(found, key=known.index):
            yield f"{path}: {', '.join(found)}"
        for key in found:
            yield from misplaced(root, node["properties"][key], value[key], f"{path}.{key}")


def layout(path, root):
    """What is not canonical in a file."""
    text = path.read_text(encoding="utf-8")
    document = canonical.parse(text)
    if canonical.document(document) != text:
        yield f"{path.name}: not laid out as the writer lays out"
    yield from (f"{path.name}: {place}" for place in misplaced(root, root, document))
