# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person does: keys and the pointer by xdotool, reading by AT-SPI.

Every wait is bounded; what was not found is said with what there was instead.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

# Warnings are fatal in the program that is driven, not in the library that reads it.
PROGRAM_DEBUG = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APPLICATION = os.environ["FOI_APPLICATION"]
ROOT = os.environ["FOI_SOURCE_ROOT"]
EXAMPLE = os.path.join(ROOT, "data/examples/FOI651119421.foi.json")
# How much longer all takes, where something watches each step of the program.
TIMEOUT = 30 * int(os.environ.get("FOI_TEST_SLOWNESS", "1"))


class Failed(Exception):
    """What a step found instead of what it waited for."""


def wait(what, condition, seconds=TIMEOUT):
    """Returns the first true value of a condition, or fails saying what was waited for."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # the thing went away while it was asked
        if value:
            return value
        if time.monotonic() > end:
            raise Failed("waited in vain for " + what)
        time.sleep(0.05)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.PIPE,
                          text=True).stdout


def key(*names):
    """Presses keys one after the other, as fast as a quick typist."""
    xdotool("key", "--delay", "30", *names)


def type_text(text):
    xdotool("type", "--delay", "15", text)


def copy(text):
    """Puts text on the clipboard; the program that holds it keeps no pipe of ours open."""
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], check=True, text=True, input=text,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def get_text(node):
    text = node.get_text_iface()
    if text is None:
        return ""
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def forget_cases():
    """The start window lists the cases used lately, of other tests too, and begins with them."""
    listed = os.path.join(os.environ["XDG_DATA_HOME"], "recently-used.xbel")
    if os.path.exists(listed):
        os.remove(listed)


class Desk:
    """One run of the program on a copy of a case."""

    open_ones = []

    def __init__(self, source=EXAMPLE, arguments=None, debug=PROGRAM_DEBUG):
        Desk.open_ones.append(self)
        self.folder = tempfile.mkdtemp(prefix="foi-desk-")
        self.path = os.path.join(self.folder, os.path.basename(source)) if source else None
        if source:
            shutil.copyfile(source, self.path)
        if arguments is None:
            arguments = [self.path] if source else []
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8")
        self.debug = debug
        self._start(arguments)

    def _start(self, arguments):
        # What one run leaves to be recovered is not offered to the next.
        state = os.path.join(self.folder, "state")
        self.process = subprocess.Popen([os.environ["FOI_DESK"], *arguments], stdout=self.log,
                                        stderr=subprocess.STDOUT,
                                        env=dict(os.environ, G_DEBUG=self.debug,
                                                 XDG_STATE_HOME=state))
        self.application = None
        self.application = wait("the program on the accessibility bus", self._find_application)

    def kill_and_start(self):
        """Ends the program as a power cut does, and starts it again without a case."""
        self.process.kill()
        self.process.wait(10)
        self._start([])

    def _find_application(self):
        if self.process.poll() is not None:
            self.log.seek(0)
            raise Failed("the program ended: " + self.log.read())
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self.process.pid:
                return application if application.get_child_count() > 0 else None
        return None

    def nodes(self):
        return walk(self.application) if self.application is not None else iter(())

    def find(self, role=None, name=None, contains=None, seconds=TIMEOUT):
        """The first thing with that role and name; roles are AT-SPI's: "push button"."""
        def condition():
            for node in self.nodes():
                if role is not None and node.get_role_name() != role:
                    continue
                own = node.get_name() or ""
                if name is not None and own != name:
                    continue
                if contains is not None and contains not in own:
                    continue
                return node
            return None
        return wait("%s “%s”" % (role or "something", name or contains), condition, seconds)

    def has(self, **what):
        try:
            self.find(seconds=0.2, **what)
            return True
        except Failed:
            return False

    def wait_gone(self, **what):
        wait("%s to go" % what, lambda: not self.has(**what))

    def click(self, node):
        """Clicks in the middle of something, as a person with a mouse."""
        rect = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        window = xdotool("getactivewindow").strip()
        xdotool("mousemove", "--window", window, rect.x + rect.width // 2,
                rect.y + rect.height // 2, "click", 1)

    def do(self, node):
        """Presses a button by its action."""
        node.get_action_iface().do_action(0)

    def accept_findings(self):
        """Lets all stand that stops the letter, by keyboard: each with the reason that is asked."""
        label = self.find(contains="to be put right, or accepted")
        for left in reversed(range(int(label.get_name().split(" ")[0]))):
            key("Tab", "Return")
            self.find(name="Why it stays as it is")
            type_text("Agreed with the service")
            key("Return")
            if left > 0:
                self.find(contains="%d thing" % left)
        self.wait_gone(contains="to be put right, or accepted")

    def letter_text(self):
        """All that the preview says, block after block."""
        pages = [node for node in self.nodes() if node.get_name().startswith("Page ")]
        return "\n".join(block.get_name() for page in pages for block in walk(page))

    def wait_letter(self, text, there=True):
        wait("the letter to %s “%s”" % ("say" if there else "forget", text),
             lambda: (text in self.letter_text()) == there)

    def wait_page(self, asked):
        """Waits until the page of the question asked is there and its answer has the focus."""
        self.find(role="label", contains=asked)
        wait("the answer to “%s” to have the focus" % asked,
             lambda: any(node.get_name() == "Answer"
                         and node.get_state_set().contains(Atspi.StateType.FOCUSED)
                         for node in self.nodes()))

    def is_focused(self, name):
        """If something whose name begins like that has the focus."""
        return any((node.get_name() or "").startswith(name)
                   and node.get_state_set().contains(Atspi.StateType.FOCUSED)
                   for node in self.nodes())

    def wait_focus(self, name):
        wait("the focus on " + name, lambda: self.is_focused(name))

    def wait_active(self, title):
        """Waits until the window of that title is the one that hears the keys."""
        wait("“%s” to be in front" % title,
             lambda: any(node.get_role_name() == "frame" and node.get_name() == title
                         and node.get_state_set().contains(Atspi.StateType.ACTIVE)
                         for node in self.nodes()))

    def _quit(self):
        """Asks the program to go; each window asks in its turn what to do with its changes."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(APPLICATION, "/" + APPLICATION.replace(".", "/"), "org.gtk.Actions",
                      "Activate", GLib.Variant("(sava{sv})", ("quit", [], {})), None,
                      Gio.DBusCallFlags.NONE, TIMEOUT * 1000)

    def _has_gone(self):
        if self.process.poll() is None and self.has(role="push button", contains="Discard"):
            self.do(self.find(role="push button", contains="Discard"))
        return self.process.poll() is not None

    def close(self):
        """Ends the program as a person does, so that what it does last is tested, and what it
        still holds then is found by the leak checker; gives all that it said."""
        Desk.open_ones.remove(self)
        try:
            self._quit()
            wait("the program to end", self._has_gone)
        except (Failed, GLib.Error):
            self.process.kill()  # said below, with what it said
        status = self.process.wait(10)
        self.log.seek(0)
        said = self.log.read()
        self.log.close()
        shutil.rmtree(self.folder)
        if status != 0:
            raise Failed("the program ended with %d: %s" % (status, said))
        return said


def run(tests):
    """Runs the tests of a program, in TAP."""
    failed = 0
    print("1..%d" % len(tests))
    for number, test in enumerate(tests, 1):
        title = (test.__doc__ or test.__name__).splitlines()[0]
        try:
            test()
            print("ok %d - %s" % (number, title), flush=True)
        except (Failed, AssertionError, subprocess.SubprocessError) as fault:
            failed += 1
            print("not ok %d - %s" % (number, title))
            for line in str(fault).splitlines() or [repr(fault)]:
                print("# " + line, flush=True)
        for desk in list(Desk.open_ones):
            try:
                said = desk.close()
            except Failed as fault:
                said = str(fault)
                failed += 1
            for line in said.splitlines():
                print("# the program said: " + line, flush=True)
    sys.exit(1 if failed else 0)
