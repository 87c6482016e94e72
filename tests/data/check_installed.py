#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has what is installed checked by the programs that know: theirs is the last word."""

import json
import xml.etree.ElementTree

import tap

MIME_TYPE = "application/vnd.foi-desk.case+json"


def manual_complaints(page):
    """man formats a page with warnings, which it prints and then still exits with 0."""
    return tap.complaints(
        "sh", "-c", 'said=$(man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null) '
        '&& test -z "$said" && exit 0; echo "$said"; exit 1', "sh", page)


def resource_complaints(path):
    """A resource list, a UI file or a style must be XML, and name only what exists."""
    said = tap.complaints("xmllint", "--noout", "--nonet", path)
    if said or not path.name.endswith(".gresource.xml"):
        return said
    tree = xml.etree.ElementTree.parse(path)
    return [f"{path}: {node.text} does not exist" for node in tree.iter("file")
            if not (path.parent / node.text).is_file()]


def identity_complaints(desktop, mime):
    """The MIME type must be one and the same, in the menu entry and in its package."""
    said = []
    if f"MimeType={MIME_TYPE};" not in desktop.read_text(encoding="utf-8"):
        said.append(f"{desktop}: does not open {MIME_TYPE}")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    node = xml.etree.ElementTree.parse(mime).find(f"{space}mime-type")
    globs = [glob.get("pattern") for glob in node.findall(f"{space}glob")]
    if node.get("type") != MIME_TYPE or globs != ["*.foi.json"]:
        said.append(f"{mime}: not {MIME_TYPE} for *.foi.json")
    return said


def flatpak_complaints(manifest):
    """The sandbox gets no folder of the host, and every archive says its hash."""
    said = tap.complaints("flatpak-builder", "--show-manifest", manifest)
    if said:
        return said
    content = json.loads(manifest.read_text(encoding="utf-8"))
    said += [f"{manifest}: {argument}" for argument in content["finish-args"]
             if argument.startswith(("--filesystem", "--device=all", "--socket=session-bus"))]
    said += [f"{manifest}: {module['name']}: {source.get('url')}: no hash"
             for module in content["modules"] for source in module["sources"]
             if source["type"] in ("archive", "file") and len(source.get("sha256", "")) != 64]
    return said


def rules(root, build_root):
    data = build_root / "data"
    desktop, = data.glob("*.desktop")
    metainfo, = data.glob("*.metainfo.xml")
    mime = root / "data/io.github.foidesk.FoiDesk.mime.xml"
    yield "the desktop entry", tap.complaints("desktop-file-validate", desktop)
    yield "the metainfo", tap.complaints(
        "appstreamcli", "validate", "--no-net", "--explain", metainfo)
    yield "the settings' schema", tap.complaints(
        "glib-compile-schemas", "--strict", "--dry-run", data)
    yield "the MIME type's package", tap.complaints("xmllint", "--noout", "--nonet", mime)
    yield "the MIME type is the same everywhere", identity_complaints(desktop, mime)
    for icon in sorted((root / "data/icons").rglob("*.svg")):
        yield f"{icon.name}", tap.complaints("xmllint", "--noout", "--nonet", icon)
    for page in sorted((root / "data").glob("*.1")):
        yield f"manual page {page.name}", manual_complaints(page)
    for pattern in ("*.gresource.xml", "*.ui"):
        for path in sorted((root / "resources").rglob(pattern)):
            yield f"{path.relative_to(root)}", resource_complaints(path)
    for manifest in [root / "flatpak/io.github.foidesk.FoiDesk.json"]:
        yield f"Flatpak manifest {manifest.name}", flatpak_complaints(manifest)
    for script in ("dev", ".ci/run", "tests/with-display"):
        yield f"shell script {script}", tap.complaints("shellcheck", root / script)


if __name__ == "__main__":
    tap.report(rules(tap.SOURCE_ROOT, tap.BUILD_ROOT))
