#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the arrows between the layers only point down.

The include paths enforce most of it already; this says it once more, over the text, because a
path is easily widened by a dependency that brings its own.
"""

import json
import re
import subprocess

import tap

# In this order, and none includes one that stands after it.
CORE = ("base json publication table workbook documents calendar law case import disclosure chart "
        "letter checks store register answers").split()
# Whatever makes something that leaves the building sees these, and so no table and no case.
PUBLISHED = "base json publication calendar law chart letter".split()
# Headers that the build writes.
GENERATED = ("config.h", "foi-core-resources.h", "foi-ui-resources.h")
# Libraries that stand behind one file of ours each.
BEHIND_ONE_FILE = ("cmark", "archive", "glpk", "qpdf", "enchant")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.MULTILINE)


def place_of(path):
    """The layer of a file below app/: a folder's name in core, else render, ui or cli."""
    return path.parts[2] if path.parts[1] == "core" and len(path.parts) > 3 else path.parts[1]


def allowed(place):
    """The layers that a layer may include, itself among them."""
    if place in ("chart", "letter"):
        return [name for name in PUBLISHED if CORE.index(name) <= CORE.index(place)]
    if place in CORE:
        return CORE[:CORE.index(place) + 1]
    return {"render": PUBLISHED + ["render"],
            "cli": CORE + ["render", "cli"]}.get(place, CORE + ["render", "ui", "main.c"])


def read_includes(root):
    """Every include of app/: (path, layer, our file's name or None, the system's or None)."""
    for path in sorted((root / "app").rglob("*.[ch]")):
        text = path.read_text(encoding="utf-8")
        path = path.relative_to(root)
        for ours, theirs in INCLUDE.findall(text):
            yield path, place_of(path), ours, theirs


def include_rules(root):
    headers = {}
    for path in sorted((root / "app").rglob("*.h")):
        headers.setdefault(path.name, []).append(place_of(path.relative_to(root)))
    includes = list(read_includes(root))

    yield "there are includes to check, and every folder of core is in the order", (
        [] if includes else [f"{root}: nothing found"]) + [
        f"{path}: app/core/{place} has no place in the order" for path, place, _, _ in includes
        if path.parts[1] == "core" and place not in CORE]
    yield "no two headers have one name", [
        f"{name}: in {', '.join(places)}" for name, places in headers.items() if len(places) > 1]
    yield "includes point to the left and down", [
        f"{path}: {place} may not include {ours} of {headers[ours][0]}"
        for path, place, ours, _ in includes
        if ours in headers and headers[ours][0] not in allowed(place)]
    yield "our includes are of files that exist, by their bare name", [
        f"{path}: {ours}" for path, _, ours, _ in includes
        if ours and ours not in headers and ours not in GENERATED]
    for layer, places, heads in (("core", CORE, "gtk gdk gsk pango cairo"),
                                 ("render", ["render"], "gtk gdk gsk"),
                                 ("cli", ["cli"], "gtk gdk gsk")):
        prefixes = tuple(heads.split())
        yield f"{layer} includes no {', '.join(prefixes)}", [
            f"{path}: {theirs}" for path, place, _, theirs in includes
            if place in places and theirs.startswith(prefixes)]
    for library in BEHIND_ONE_FILE:
        users = sorted({str(path) for path, _, _, theirs in includes
                        if re.match(rf"{library}(\.h|/|_)|{library}-\w+\.h", theirs)})
        yield f"{library} is behind one file of ours", users if len(users) > 1 else []


def path_offenders(commands):
    """The compilations of core whose include path holds a library that paints."""
    for entry in commands:
        if "/core/" not in entry["file"] or "/app/" not in entry["file"]:
            continue
        for word in entry["command"].split():
            if re.match(r"-(I|isystem).*/(gtk-4.0|pango-1.0|cairo)$", word):
                yield f"{entry['file']}: {word}"


def link_offenders(listing):
    """The lines of ldd's output that name a library of windows."""
    return [line.strip() for line in listing.splitlines()
            if re.search(r"lib(gtk|gdk|adwaita|X11|wayland-client)[-.\w]*\.so", line)]


def build_rules(build_root):
    commands = json.loads((build_root / "compile_commands.json").read_text(encoding="utf-8"))
    core = [entry for entry in commands if "/app/core/" in entry["file"]]
    yield "core is compiled without the include paths of GTK, Pango and cairo", (
        list(path_offenders(commands)) if core else ["no compilation of core was found"])
    foi = build_root / "app/cli/foi"
    direct = subprocess.run(["readelf", "-d", foi], text=True, capture_output=True, check=True)
    whole = subprocess.run(["ldd", foi], text=True, capture_output=True, check=True)
    # libX11 comes with cairo, which can paint on an X window; GTK itself must not come with anything.
    yield "foi needs no library of windows itself", link_offenders(direct.stdout)
    yield "foi is not linked with GTK, by any way", (
        [line for line in link_offenders(whole.stdout) if "libX11" not in line]
        if "libglib-2.0" in whole.stdout else ["ldd found no GLib: nothing was checked"])


def stray_sources(root):
    """Files of app/ that no meson.build names: nothing reads them, and they look as if it did."""
    built = "".join(path.read_text(encoding="utf-8")
                    for path in (root / "app").rglob("meson.build"))
    names = set(re.findall(r"[\w.-]+\.c\b", built))
    return [f"{path.relative_to(root)}: it is built by nothing"
            for path in sorted((root / "app").rglob("*.c")) if path.name not in names]


def rules(root, build_root):
    yield from include_rules(root)
    yield "every source file is built", stray_sources(root)
    yield from build_rules(build_root)


if __name__ == "__main__":
    tap.report(rules(tap.SOURCE_ROOT, tap.BUILD_ROOT))
