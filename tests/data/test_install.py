#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into a folder of its own and looks at what stands there, as a packager would."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap

WANTED = [
    "bin/foi",
    "bin/foi-desk",
    "share/applications/{id}.desktop",
    "share/foi-desk/examples/FOI651119421-corrected.foi.json",
    "share/foi-desk/examples/FOI651119421.foi.json",
    "share/foi-desk/help/en_GB/index.html",
    "share/foi-desk/schema/foi-case-1.schema.json",
    "share/glib-2.0/schemas/{id}.gschema.xml",
    "share/icons/hicolor/scalable/apps/{id}.svg",
    "share/icons/hicolor/symbolic/apps/{id}-symbolic.svg",
    "share/man/man1/foi-desk.1",
    "share/man/man1/foi.1",
    "share/metainfo/{id}.metainfo.xml",
    "share/mime/packages/{id}.xml",
]


def names_installed_programs(prefix, desktop):
    """The menu entry must start a program that is there, and show an icon that is there."""
    text = desktop.read_text(encoding="utf-8")
    program = re.search(r"^Exec=(\S+)", text, re.MULTILINE)[1]
    icon = re.search(r"^Icon=(\S+)", text, re.MULTILINE)[1]
    return [str(path) for path in (
        prefix / "bin" / program, prefix / f"share/icons/hicolor/scalable/apps/{icon}.svg")
        if not path.is_file()]


def mime_complaints(prefix, folder):
    """After the MIME database is made, a case must be known by its name, before plain JSON."""
    said = tap.complaints("update-mime-database", prefix / "share/mime")
    if said:
        return said
    case = folder / "FOI1.foi.json"
    case.write_text("{}\n", encoding="utf-8")
    globs = (prefix / "share/mime/globs2").read_text(encoding="utf-8")
    return [] if ":application/vnd.foi-desk.case+json:*.foi.json" in globs else [globs]


def rules(meson, build_root):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = {key: value for key, value in os.environ.items() if key != "DESTDIR"}
        outcome = subprocess.run(
            [meson, "install", "--no-rebuild", "--quiet", "-C", build_root, "--destdir", folder],
            text=True, capture_output=True, env=environment, check=False)
        yield "it installs", (
            [] if outcome.returncode == 0 else (outcome.stdout + outcome.stderr).splitlines())
        prefix = next(folder.glob("**/bin/foi")).parents[1]
        identity = next(prefix.glob("share/applications/*.desktop")).stem
        yield "everything stands where the desktop looks for it", [
            path for path in (wanted.format(id=identity) for wanted in WANTED)
            if not (prefix / path).is_file()]
        yield "the menu entry names what is there", names_installed_programs(
            prefix, prefix / f"share/applications/{identity}.desktop")
        yield "the settings compile where they stand", tap.complaints(
            "glib-compile-schemas", "--strict", prefix / "share/glib-2.0/schemas")
        yield "a case is known by its name", mime_complaints(prefix, folder)
        for program, option in (("foi", "--version"), ("foi-desk", "--help")):
            yield f"{program} {option} runs", tap.complaints(prefix / "bin" / program, option)


if __name__ == "__main__":
    tap.report(rules(sys.argv[1], tap.BUILD_ROOT))
