# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The canonical layout of a case file, written a second time, in Python: the oracle of the writer.

Two-space indent, text unescaped, each row of a table on one line, a newline at the end. A row is
a list of scalars that is itself an element of a list.
"""

import json


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
    return json.loads(text, parse_float=refuse, parse_constant=refuse, object_pairs_hook=unique)


def is_row(value):
    return isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value)


def write(value, indent=0):
    """The canonical text of VALUE, which stands INDENT levels deep."""
    inner, outer = "\n" + "  " * (indent + 1), "\n" + "  " * indent
    if isinstance(value, dict) and value:
        items = [f"{json.dumps(key, ensure_ascii=False)}: {write(item, indent + 1)}"
                 for key, item in value.items()]
        return "{" + inner + ("," + inner).join(items) + outer + "}"
    if isinstance(value, list) and value:
        items = [json.dumps(item, ensure_ascii=False) if is_row(item) else write(item, indent + 1)
                 for item in value]
        return "[" + inner + ("," + inner).join(items) + outer + "]"
    return json.dumps(value, ensure_ascii=False)


def document(value):
    """The whole file."""
    return write(value) + "\n"
