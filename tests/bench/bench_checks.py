#!/usr/bin/python3
# SPDX-FileCopyrightText: The FOI Desk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the case of 40 questions, 12 tables and 10,000 rows, and has all checks run over it."""

import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "large.foi.json")
    subprocess.run([sys.executable, "-B", os.path.join(os.path.dirname(__file__), "make-case.py"),
                    "-o", path], check=True)
    sys.exit(subprocess.run([sys.argv[1], path], check=False).returncode)
