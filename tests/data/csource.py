# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads C well enough to measure it: masks what is no code, and finds functions."""

import dataclasses
import re

# What a lexer meets that may hide a brace or a quote. The order is that of C's own phases: a
# comment cannot start in a string, nor a string in a comment.
TOKEN = re.compile(
    r"""
      /\*.*?\*/                      # a comment
    | //[^\n]*                       # a comment to the end of its line
    | "(?:\\.|[^"\\\n])*"            # a string
    | '(?:\\.|[^'\\\n])*'            # a character
    | ^[ \t]*\#(?:\\\n|/\*.*?\*/|[^\n])*   # a directive with its continuation lines
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE)


@dataclasses.dataclass
class Function:
    """A function's body: from its opening to its closing brace, lines counted from 1."""

    name: str
    first: int
    last: int
    in_style: bool

    @property
    def lines(self):
        return self.last - self.first + 1


def masked(text):
    """The text with comments, strings, characters and directives blanked, lines kept."""
    return TOKEN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def functions(text):
    """The functions of a C file, and what could not be understood: (functions, complaints).

    A function is a block at depth 0 whose text since the last ; or } ends in a parameter list:
    however it is laid out, it is found, so nothing escapes the budget by its style. A closing
    brace at column 0 must bring the depth to 0 and the file must end there, so that a
    misunderstanding is reported instead of measured.
    """
    code = masked(text)
    found, complaints = [], []
    depth, header_start, opened = 0, 0, None
    for match in re.finditer(r"[{};]", code):
        at = match.start()
        line = code.count("\n", 0, at) + 1
        if match[0] == "{":
            if depth == 0:
                header = code[header_start:at]
                opened = (header, line, at == 0 or code[at - 1] == "\n")
            depth += 1
        elif match[0] == "}":
            depth -= 1
            at_margin = at == 0 or code[at - 1] == "\n"
            if depth < 0 or (at_margin and depth != 0):
                complaints.append(f"line {line}: braces do not pair up")
                return found, complaints
            if depth == 0:
                name = function_name(opened[0])
                if name:
                    in_style = opened[2] and at_margin and name_at_margin(opened[0], name)
                    found.append(Function(name, opened[1], line, in_style))
                header_start = match.end()
        elif depth == 0:
            header_start = match.end()
    if depth != 0:
        complaints.append("the last brace is never closed")
    return found, complaints


def function_name(header):
    """The name that a header declares, or None where it is no function's."""
    header = header.rstrip()
    # Attributes and macros may follow the parameters: G_GNUC_PRINTF (1, 2)
    header = re.sub(r"\)\s*(?:(?:G_GNUC_\w+|__attribute__)\s*(?:\([^)]*\)+)?\s*)+$", ")", header)
    if not header.endswith(")"):
        return None
    depth = 0
    for at in range(len(header) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(header[at], 0)
        if depth == 0:
            match = re.search(r"(\w+)\s*$", header[:at])
            return match[1] if match else None
    return None


def name_at_margin(header, name):
    """Whether the name starts a line and is set off from its parameters: GTK's layout."""
    return re.search(rf"^{name} \(", header, re.MULTILINE) is not None
