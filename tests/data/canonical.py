# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The canonical layout of a case file, written a second time, in Python: the oracle of the writer.

Two-space indent, text unescaped, each row of an array called "data" on one line, a newline at
the end. Numbers are kept as the file spells them, so that nothing is rounded on the way.
"""

import json


class Literal(int):
    """A whole number that remembers its spelling."""

    def __new__(cls, text):
        self = super().__new__(cls, text)
        self.text = text
        return self


def unique(pairs):
    """An object of these pairs; a key that comes twice is an error, as it is to the program."""
    result = {}
    for key, value in pairs:
        if key in result:
            raise ValueError(f'"{key}" appears twice')
        result[key] = value
    return result


def parse(text):
    """What a case file says. Fractions and exponents are errors, as they are to the program."""
    def refuse(number):
        raise ValueError(f"{number} is not a whole number")
    return json.loads(text, parse_int=Literal, parse_float=refuse, parse_constant=refuse,
                      object_pairs_hook=unique)


def row_text(row):
    return json.dumps(row, ensure_ascii=False)


def write(value, name="", indent=0):
    """The canonical text of VALUE, which stands under the key NAME."""
    inner, outer = "  " * (indent + 1), "  " * indent
    if isinstance(value, dict) and value:
        items = [f"{json.dumps(key, ensure_ascii=False)}: {write(item, key, indent + 1)}"
                 for key, item in value.items()]
        return "{\n" + ",\n".join(inner + item for item in items) + "\n" + outer + "}"
    if isinstance(value, list) and value:
        items = [row_text(item) if name == "data" else write(item, "", indent + 1)
                 for item in value]
        return "[\n" + ",\n".join(inner + item for item in items) + "\n" + outer + "]"
    return json.dumps(value, ensure_ascii=False)


def document(value):
    """The whole file."""
    return write(value) + "\n"
