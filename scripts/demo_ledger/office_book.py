# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks that look like an office's and are the same bytes on every run."""
import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

_THIN = Side(style="thin")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
TITLE = Font(name="方正小标宋简体", size=20)
HEAD = Font(name="黑体", size=11)
BODY = Font(name="仿宋_GB2312", size=11)
BOLD = Font(name="仿宋_GB2312", size=11, bold=True)
# A zip entry can't be older; any fixed moment would do.
STAMP = (2024, 9, 1, 0, 0, 0)


class OfficeSheet:
    """A sheet written from the top: title, unit line, one- or two-level header, rows, total, note."""

    def __init__(self, book, name, width):
        self.ws = book.create_sheet(name)
        self.width = width
        self.row = 0

    def merged(self, text, font=BODY, alignment=CENTRE, height=None, box=False):
        self.row += 1
        cell = self.ws.cell(self.row, 1, text)
        cell.font, cell.alignment = font, alignment
        self.ws.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=self.width)
        if box:
            cell.border = BOX
        if height:
            self.ws.row_dimensions[self.row].height = height

    def header(self, columns, groups=()):
        """`columns`: header words. `groups`: (first, last, text) of columns under a common upper header, from 1."""
        grouped = {c for first, last, _ in groups for c in range(first, last + 1)}
        top = self.row + 1
        self.row += 2 if groups else 1
        for c, word in enumerate(columns, 1):
            at = top if (not groups or c not in grouped) else top + 1
            self.ws.cell(at, c, word)
            if groups and c not in grouped:
                self.ws.merge_cells(start_row=top, start_column=c, end_row=top + 1, end_column=c)
        for first, last, text in groups:
            self.ws.cell(top, first, text)
            self.ws.merge_cells(start_row=top, start_column=first, end_row=top, end_column=last)
        for r in range(top, self.row + 1):
            for c in range(1, self.width + 1):
                cell = self.ws.cell(r, c)
                cell.font, cell.alignment, cell.border = HEAD, CENTRE, BOX
        self.ws.freeze_panes = self.ws.cell(self.row + 1, 1)

    def data(self, values, font=BODY):
        self.row += 1
        self.ws.row_dimensions[self.row].height = 45
        for c, value in enumerate(values, 1):
            cell = self.ws.cell(self.row, c, value)
            cell.font, cell.border = font, BOX
            cell.alignment = LEFT if isinstance(value, str) and len(value) > 8 else CENTRE
            if hasattr(value, "year"):
                cell.number_format = "yyyy-mm-dd"

    def widths(self, sizes):
        for c, size in enumerate(sizes, 1):
            self.ws.column_dimensions[get_column_letter(c)].width = size
        self.ws.page_setup.orientation = "landscape"
        self.ws.page_setup.paperSize = 8  # A3
        self.ws.page_setup.fitToHeight = 0
        self.ws.sheet_properties.pageSetUpPr.fitToPage = True


def new_book():
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "演示"
    return book


def save(book, path):
    """Fixed times inside and outside, so that the same content is the same file."""
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-09-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
