#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that po/POTFILES.in lists the files with translatable text, all, sorted and once.

With --write the list is made anew instead.
"""

import re
import sys

import csource
import tap

CALL = re.compile(r"(?<!\w)(?:_|N_|C_|NC_|Q_|gettext|ngettext|dgettext|dngettext|g_dngettext"
                  r"|g_dpgettext2?)\s*\(")
INSTALLED = (".desktop.in", ".metainfo.xml.in", ".gschema.xml.in", ".mime.xml")


def is_translatable(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        return CALL.search(csource.masked(text)) is not None
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    return path.name.endswith(INSTALLED)


def expected(root):
    files = [*(root / "app").rglob("*.[ch]"), *(root / "resources").rglob("*.ui"),
             *(root / "data").glob("*")]
    return sorted(str(path.relative_to(root)) for path in files
                  if path.is_file() and is_translatable(path))


def rules(root):
    listed = (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
    wanted = expected(root)
    hint = "(./dev potfiles mends it)"
    yield "every file with translatable text is listed", [
        f"missing: {path} {hint}" for path in wanted if path not in listed]
    yield "every file listed has translatable text", [
        f"without: {path} {hint}" for path in listed if path not in wanted]
    yield "the list is sorted, each file once", (
        [] if listed == sorted(set(listed)) else [f"po/POTFILES.in {hint}"])


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        lines = "".join(f"{path}\n" for path in expected(tap.SOURCE_ROOT))
        (tap.SOURCE_ROOT / "po/POTFILES.in").write_text(lines, encoding="utf-8")
    else:
        tap.report(rules(tap.SOURCE_ROOT))
