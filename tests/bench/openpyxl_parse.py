#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""openpyxl_parse.py FILE: prints the seconds of processor time that openpyxl takes to parse all cells of a workbook, read-only."""
import sys
import time

from openpyxl import load_workbook

start = time.process_time()
for sheet in load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        pass
print(time.process_time() - start)
