#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the checkers themselves: each rule is shown a tree that breaks it, and must say where.

A checker that finds nothing looks just like a tree with nothing to find.
"""

import importlib.util
import json
import pathlib
import sys
import tempfile

import check_installed
import check_layers
import check_manners
import check_potfiles
import check_sizes
import csource
import tap

GOOD = check_sizes.HEADER + "\n#include \"foi-a.h\"\n\nvoid\nfoi_a (void)\n{\n}\n"
GOOD_HEADER = check_sizes.HEADER + "\n#pragma once\n\nvoid foi_a (void);\n"
GOOD_TREE = {
    "app/core/base/foi-a.c": GOOD,
    "app/core/base/foi-a.h": GOOD_HEADER,
    "app/core/table/foi-table.h": GOOD_HEADER,
    "tests/core/test-a.c": GOOD,
    "po/POTFILES.in": "",
}
LONG = "void\nfoi_long (void)\n{\n" + "  a ();\n" * 80 + "}\n"
UNFINISHED = "TO" "DO"

# checker, rule's beginning, the files that break it (whole, or added to a good one), the offender
BAD = [
    (check_sizes, "functions have", "app/core/base/foi-a.c", LONG, "foi_long has 82 lines"),
    (check_sizes, "functions have", "tests/core/test-a.c", LONG, "foi_long has 82 lines"),
    (check_sizes, "functions have", "app/core/base/foi-a.c",
     'static int\nfoi_hidden (const char *s)\n{\n  f ("}\\"{", \'{\', s); /* } */\n'
     + "#define X { \\\n  }\n" + "  a ();\n" * 80 + "}\n", "foi_hidden has 85 lines"),
    (check_sizes, "functions have", "app/core/base/foi-a.c",
     "G_DEFINE_TYPE (FoiA, foi_a, G_TYPE_OBJECT)\n\nstatic const struct { int b; } c[] = { { 1 } };\n"
     + LONG, "foi_long has 82 lines"),
    (check_sizes, "functions have", "app/core/base/foi-a.c",
     "int foi_other (int (*f) (void), int b) {\n" + "  a ();\n" * 80 + "}\n", "foi_other has 82"),
    (check_sizes, "functions have", "app/core/base/foi-a.c",
     "void G_GNUC_PRINTF (1, 2)\nfoi_print (char *f, ...) G_GNUC_NO_INLINE\n{\n"
     + "  a ();\n" * 80 + "}\n", "foi_print has 82"),
    (check_sizes, "functions are laid out", "app/core/base/foi-a.c",
     "int foi_other (void) {\n}\n", "foi_other"),
    (check_sizes, "functions are laid out", "app/core/base/foi-a.c",
     "int\nfoi_other(void)\n{\n}\n", "foi_other"),
    (check_sizes, "the braces", "app/core/base/foi-a.c", "void\nf (void)\n{\n  {\n}\n", "pair up"),
    (check_sizes, "the braces", "app/core/base/foi-a.c", "void\nf (void)\n{\n", "never closed"),
    (check_sizes, "*.c have", "app/core/base/foi-a.c", "int a;\n" * 800, "809 lines"),
    (check_sizes, "*.h have", "app/core/base/foi-a.h", "int a;\n" * 86, "92 lines"),
    (check_sizes, "lines have", "app/core/base/foi-a.c", "/* " + "é" * 95 + " */\n", "101 columns"),
    (check_sizes, "no line has a tab", "app/core/base/foi-a.c", "\tint a;\n", "foi-a.c:10"),
    (check_sizes, "no line has a tab", "app/core/base/foi-a.c", "int a; \n", "foi-a.c:10"),
    (check_sizes, "every file starts", "app/core/base/foi-b.c", "int a;\n", "foi-b.c"),
    (check_sizes, "headers say", "app/core/base/foi-b.h", check_sizes.HEADER, "foi-b.h"),
    (check_sizes, "the program's files", "app/core/base/table.c", GOOD, "table.c"),
    (check_sizes, "the program's files", "app/ui/foi_window.c", GOOD, "foi_window.c"),
    (check_layers, "includes point", "app/core/base/foi-a.c", '#include "foi-table.h"\n',
     "base may not include foi-table.h of table"),
    (check_layers, "includes point", "app/core/letter/foi-b.c", '# include "foi-table.h"\n',
     "letter may not include foi-table.h of table"),
    (check_layers, "includes point", "app/core/chart/foi-b.c", '#include "foi-table.h"\n',
     "chart may not include foi-table.h of table"),
    (check_layers, "includes point", "app/render/foi-b.c", '#include "foi-table.h"\n',
     "render may not include foi-table.h of table"),
    (check_layers, "there are includes", "app/core/misc/foi-b.c", '#include "foi-a.h"\n', "misc"),
    (check_layers, "our includes", "app/ui/foi-b.c", '#include "../core/foi-a.h"\n', "../core"),
    (check_layers, "no two headers", "app/ui/foi-a.h", GOOD_HEADER, "foi-a.h: in base, ui"),
    (check_layers, "core includes", "app/core/base/foi-a.c", "#include <cairo.h>\n", "cairo.h"),
    (check_layers, "core includes", "app/core/store/foi-b.c", "#include <pango/pango.h>\n", "pango"),
    (check_layers, "render includes", "app/render/foi-b.c", "#include <gtk/gtk.h>\n", "gtk/gtk.h"),
    (check_layers, "cli includes", "app/cli/foi-b.c", "#include <gdk/gdk.h>\n", "gdk/gdk.h"),
    (check_layers, "cmark is behind", "app/core/letter/foi-b.c|app/ui/foi-c.c",
     "#include <cmark.h>\n", "foi-c.c"),
    (check_layers, "qpdf is behind", "app/render/foi-b.c|app/render/foi-c.c",
     "#include <qpdf/qpdf-c.h>\n", "foi-b.c"),
    (check_manners, "nothing is marked", "tests/core/test-a.c", f"/* {UNFINISHED}: more */\n",
     "test-a.c:10"),
    (check_manners, "nothing is marked", "tests/data/check.py", f"# {UNFINISHED}\n", "check.py:1"),
    (check_manners, "tests assert", "tests/core/test-a.c", "void\nt (void)\n{\n  g_assert (a);\n}\n",
     "test-a.c:13: g_assert"),
    (check_manners, "no test skips", "tests/core/test-a.c", "int a = g_test_skip (\"\");\n", "g_test_skip"),
    (check_manners, "no goto", "app/core/base/foi-a.c", "void\nt (void)\n{\n  goto out;\n}\n",
     "foi-a.c:13"),
    (check_manners, "core asks", "app/core/base/foi-a.c", "int a = g_random_int ();\n",
     "foi-a.c:10: g_random_int"),
    (check_manners, "core asks", "app/core/base/foi-a.c", "int a = time(NULL);\n", "foi-a.c:10: time"),
    (check_manners, "threads are begun", "app/core/base/foi-a.c",
     "void\nt (void)\n{\n  g_task_run_in_thread (a, b);\n}\n", "foi-a.c:13"),
    (check_manners, "files are opened", "app/core/base/foi-a.c",
     "int a = g_file_get_contents (b, &c, &d, e);\n", "foi-a.c:10: g_file_get_contents"),
    (check_manners, "files are opened", "app/core/base/foi-a.c",
     "int a = g_file_load_contents_async (b, c, d);\n", "foi-a.c:10: g_file_load_contents_async"),
    (check_manners, "files are opened", "app/core/base/foi-a.c",
     "int a = g_open (b,\n  O_RDONLY | O_CLOEXEC, 0);\nint c = O_NONBLOCK;\n", "foi-a.c:10: g_open"),
    (check_potfiles, "every file with", "app/core/base/foi-a.c", 'char *a = _("Letter");\n',
     "missing: app/core/base/foi-a.c"),
    (check_potfiles, "every file with", "resources/foi-a.ui", '<a translatable="yes">b</a>\n',
     "missing: resources/foi-a.ui"),
    (check_potfiles, "every file with", "data/a.desktop.in", "Name=A\n", "missing: data/a.desktop.in"),
    (check_potfiles, "every file listed", "po/POTFILES.in", "app/core/base/foi-a.c\n",
     "without: app/core/base/foi-a.c"),
    (check_potfiles, "the list is sorted", "po/POTFILES.in", "b.c\na.c\n", "POTFILES.in"),
]

# checker of one file, its name, its bad content, what is said of it
BAD_FILES = [
    (check_installed.manual_complaints, "a.1", ".TH A 1\n.undefined\n", "undefined"),
    (check_installed.resource_complaints, "a.gresource.xml",
     "<gresources><gresource><file>gone.ui</file></gresource></gresources>", "does not exist"),
    (check_installed.resource_complaints, "a.ui", "<interface><object></interface>", "mismatch"),
    (check_installed.flatpak_complaints, "a.json", "{", "Can't parse"),
    (check_installed.flatpak_complaints, "a.json", json.dumps(
        {"app-id": "org.a.B", "runtime": "r", "sdk": "s", "runtime-version": "1", "command": "b",
         "finish-args": ["--filesystem=host"], "modules": []}), "--filesystem=host"),
    (check_installed.flatpak_complaints, "a.json", json.dumps(
        {"app-id": "org.a.B", "runtime": "r", "sdk": "s", "runtime-version": "1", "command": "b",
         "finish-args": [], "modules": [{"name": "c", "sources": [
             {"type": "archive", "url": "https://a/b.tar.gz"}]}]}), "no hash"),
    (lambda path: tap.complaints("desktop-file-validate", path), "a.desktop",
     "[Desktop Entry]\nType=Application\n", "Name"),
    (lambda path: tap.complaints("appstreamcli", "validate", "--no-net", path), "a.metainfo.xml",
     "<component type='desktop-application'><id>a</id></component>", "a"),
    (lambda path: tap.complaints("glib-compile-schemas", "--strict", "--dry-run", path.parent),
     "a.gschema.xml", "<schemalist><schema id='a'><key name='b' type='s'/></schema></schemalist>",
     "default"),
    (lambda path: tap.complaints("shellcheck", path), "a.sh", "#!/bin/sh\nrm $1/*\n", "SC2086"),
    (lambda path: tap.complaints("no-such-checker", path), "a", "", "not installed"),
]

TALLY = [
    ("two points", [("OK", "1..2\nok 1 a\nok 2 b\n")], "2 passed, 0 failed", 0),
    ("a failure", [("FAIL", "1..2\nok 1 a\nnot ok 2 b\n")], "1 passed, 1 failed", 1),
    ("a crash after a pass", [("ERROR", "1..2\nok 1 a\n")], "1 passed, 1 failed", 1),
    ("a time-out", [("TIMEOUT", "")], "0 passed, 1 failed", 1),
    ("nothing", [], "0 passed, 0 failed", 1),
    ("a skip is no pass", [("OK", "1..1\nok 1 a # SKIP why\n")], "0 passed, 0 failed", 1),
    ("nested points once", [("OK", "# Subtest: a\n    ok 1 b\n    ok 2 c\n    1..2\nok 1 a\n1..1\n")],
     "2 passed, 0 failed", 0),
]


def write_tree(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def outcomes(checker, root):
    rules = checker.include_rules if checker is check_layers else checker.rules
    return list(rules(root))


def tree_results():
    """Good trees are passed, and each bad one is caught by its rule and named."""
    for checker in (check_sizes, check_layers, check_manners, check_potfiles):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            write_tree(root, GOOD_TREE)
            yield f"{checker.__name__} passes a good tree", [
                f"{rule}: {offender}" for rule, found in outcomes(checker, root) for offender in found]
    for checker, beginning, names, text, expected in BAD:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            tree = dict(GOOD_TREE)
            for name in names.split("|"):
                tree[name] = tree.get(name, "") + text
            write_tree(root, tree)
            found = [offender for rule, offenders in outcomes(checker, root)
                     if rule.startswith(beginning) for offender in offenders]
            yield f"{checker.__name__}: “{beginning}…” catches {expected}", (
                [] if any(expected in offender for offender in found) else [f"found: {found}"])


def file_results():
    for number, (check, name, text, expected) in enumerate(BAD_FILES, 1):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.write_text(text, encoding="utf-8")
            said = check(path)
            yield f"bad file {number}, {name}, is caught", (
                [] if any(expected in line for line in said) else [f"said: {said}"])


def build_results():
    compilation = {"file": "../app/core/base/foi-a.c", "command": "cc -I/usr/include/pango-1.0 -c a"}
    yield "an include path of Pango in core is caught", (
        [] if list(check_layers.path_offenders([compilation])) else ["not found"])
    yield "GTK behind foi is caught", (
        [] if check_layers.link_offenders("\tlibgtk-4.so.1 => /usr/lib/libgtk-4.so.1 (0x1)")
        else ["not found"])
    yield "masking keeps the lines", (
        [] if csource.masked("/* a\n b */ c \"d\\\"\" 'e'").split() == ["c"] else ["wrong"])


def tally_results():
    specification = importlib.util.spec_from_file_location(
        "tally", pathlib.Path(__file__).parents[1] / "tally.py")
    tally = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(tally)
    for name, programs, last_line, status in TALLY:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
            for result, output in programs:
                log.write(json.dumps({"name": name, "result": result, "stdout": output,
                                      "stderr": "", "returncode": 0}) + "\n")
            log.flush()
            said, got = [], None
            got = tally.tally([log.name], said.append)
            yield f"tally: {name}", (
                [] if (said[-1], got) == (last_line, status) else [f"said: {said}, {got}"])


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    tap.report([*tree_results(), *file_results(), *build_results(), *tally_results()])
