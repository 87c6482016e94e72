# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A print server of the test's own, on a Unix socket, with one queue that writes PDF to a file."""

import os
import shutil
import subprocess
import tempfile
import time

PPD = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd"

CUPSD = """
Listen {folder}/cups.sock
LogLevel warn
DefaultAuthType None
WebInterface No
Browsing No
MaxLogSize 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

FILES = """
FileDevice Yes
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
"""


class PrintServer:
    """Starts at once; its queue is the default one."""

    def __init__(self):
        # Filters run as a user of their own, who may not look into the folder of this test.
        self.folder = tempfile.mkdtemp(prefix="foi-cups-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        for name in ("etc", "spool", "spool/tmp", "cache", "state", "out"):
            os.mkdir(os.path.join(self.folder, name))
            os.chmod(os.path.join(self.folder, name), 0o777)
        self.output = os.path.join(self.folder, "out", "printed.pdf")
        self._write("cupsd.conf", CUPSD)
        self._write("cups-files.conf", FILES)
        self.server = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", os.path.join(self.folder, "cupsd.conf"), "-s",
             os.path.join(self.folder, "cups-files.conf")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.environ["CUPS_SERVER"] = os.path.join(self.folder, "cups.sock")
        self._add_queue()

    def _write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text.format(folder=self.folder))

    def _add_queue(self):
        command = ["/usr/sbin/lpadmin", "-p", "PdfPrinter", "-E", "-v", "file:" + self.output, "-P",
                   PPD]
        for _ in range(100):
            if os.path.exists(os.environ["CUPS_SERVER"]):
                if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0:
                    break
            time.sleep(0.1)
        else:
            raise RuntimeError("the print server did not take a queue: " + self.get_log())
        subprocess.run(["/usr/sbin/lpadmin", "-d", "PdfPrinter"], check=True)

    def get_log(self):
        try:
            with open(os.path.join(self.folder, "error_log"), encoding="utf-8") as file:
                return file.read()
        except OSError:
            return "(no log)"

    def has_printed(self):
        """Whether the last job is whole: a file that ends as a PDF ends."""
        try:
            with open(self.output, "rb") as file:
                return b"%%EOF" in file.read()[-64:]
        except OSError:
            return False

    def close(self):
        self.server.terminate()
        self.server.wait(10)
        shutil.rmtree(self.folder)
