#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has what is installed checked by the programs that know: theirs is the last word."""

import json
import re
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
    # As in resources/meson.build: schemas are in data/, where validators find them.
    folders = (path.parent, path.parent.parent / "data")
    return [f"{path}: {node.text} does not exist" for node in tree.iter("file")
            if not any((folder / node.text).is_file() for folder in folders)]


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


KEY_NAMES = {"Control": "Ctrl", "Return": "Enter", "comma": ",", "question": "?", "plus": "+",
             "minus": "-", "Page_Up": "Page Up", "Page_Down": "Page Down", "space": "Space",
             "1...8": "1 … 8", "1...9": "1 … 9"}


def name_key(accelerator):
    """"<Control>z" as a person reads it: "Ctrl+Z"."""
    *held, key = accelerator.replace("<", "").replace(">", " ").split()
    names = [*held, key.upper() if len(key) == 1 else key]
    return "+".join(KEY_NAMES.get(name, name) for name in names)


def words_of(node):
    return " ".join("".join(node.itertext()).split())


def read_shortcuts(path):
    """Title and keys of each shortcut of the window that lists them."""
    for node in xml.etree.ElementTree.parse(path).iter("object"):
        if node.get("class") == "GtkShortcutsShortcut":
            values = {child.get("name"): child.text for child in node.findall("property")}
            yield values["title"], [name_key(key) for key in values["accelerator"].split()]


def help_complaints(page, shortcuts):
    """The help is one file that needs no other, leads nowhere that is not, and has every key."""
    tree = xml.etree.ElementTree.parse(page)
    ids = {node.get("id") for node in tree.iter()}
    said = [f"{page}: {node.tag} needs another file" for node in tree.iter()
            if node.tag in ("script", "img", "link", "iframe")]
    said += [f"{page}: {node.get('href')} leads nowhere" for node in tree.iter("a")
             if node.get("href", "")[:1] != "#" or node.get("href")[1:] not in ids]
    rows = [(words_of(row[0]), words_of(row[1]).split(", "))
            for row in tree.iter("tr") if row[0].tag == "td"]
    said += [f"{page}: “{title}” with {keys} is not there"
             for title, keys in read_shortcuts(shortcuts) if (title, keys) not in rows]
    return said


def shortcut_complaints(shortcuts, source):
    """Every key of the program's table of keys is in the window that lists them."""
    listed = {key for _, keys in read_shortcuts(shortcuts) for key in keys}
    listed |= {f"Alt+{number}" for number in range(1, 10)} if "Alt+1 … 9" in listed else set()
    table = source.read_text(encoding="utf-8").split("accelerators[] = {")[1].split("};")[0]
    keys = [name_key(key) for line in table.splitlines()
            for key in re.findall('"([^"]+)"', line)[1:]]
    return [f"{shortcuts}: {key} is not there" for key in keys
            if key not in listed and not key.endswith(("KP_Enter", "+F1"))]


def twice_complaints(shortcuts):
    """No key of three is listed for two things: the window would have one of them never heard."""
    keys = [key for _, listed in read_shortcuts(shortcuts) for key in listed
            if key.startswith("Ctrl+Shift+")]
    return [f"{shortcuts}: {key} is listed twice" for key in sorted(set(keys))
            if keys.count(key) > 1]


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
    for page in sorted((root / "data/help").rglob("*.html")):
        name = page.relative_to(root)
        yield f"{name}", tap.complaints("xmllint", "--noout", "--nonet", page)
        yield f"{name} has every key", help_complaints(
            page, root / "resources/ui/foi-shortcuts.ui")
    yield "every key of the program is listed", shortcut_complaints(
        root / "resources/ui/foi-shortcuts.ui", root / "app/ui/foi-application-actions.c")
    yield "no key of three does two things", twice_complaints(
        root / "resources/ui/foi-shortcuts.ui")
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
