#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of tests/data/workbooks by other writers: XlsxWriter, and LibreOffice (with --libreoffice, which must be there).

XlsxWriter writes the same bytes on every run, LibreOffice does not. Expected results are written by hand.
"""
import sys
from datetime import date, datetime

import xlsxwriter

from make_messy_workbooks import DAY, FOLDER, JK, SIGN_TITLE, START_TITLE, STEMS, WS, XX, XY, company, convert

HELD = date(2024, 5, 20)


class Book:
    def __init__(self, name):
        self.book = xlsxwriter.Workbook(str(FOLDER / f"{name}.xlsx"), {"default_date_format": "yyyy-mm-dd"})
        self.book.set_properties({"author": "演示", "created": datetime(2024, 9, 1)})
        self.title = self.book.add_format({"bold": True, "align": "center", "font_size": 18})
        self.head = self.book.add_format({"bold": True, "align": "center", "border": 1, "text_wrap": True})

    def sheet(self, name, title, heads, rows, unit=None):
        """Title, unit line, header and rows; a row that is a text is merged over the whole width."""
        ws = self.book.add_worksheet(name)
        lines = [(title, self.title)] + ([(unit, None)] if unit else [])
        for at, (line, style) in enumerate(lines):
            ws.merge_range(at, 0, at, len(heads) - 1, line, style)
        first = len(lines)
        ws.write_row(first, 0, heads, self.head)
        for at, row in enumerate(rows, first + 1):
            if isinstance(row, str):
                ws.merge_range(at, 0, at, len(heads) - 1, row)
            else:
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        ws.write_datetime(at, column, datetime(value.year, value.month, value.day))
                    elif value is not None:
                        ws.write(at, column, value)
        return ws


def hidden_skipped(book):
    ws = book.sheet("签约", SIGN_TITLE, ["序号", "项目名称", "开发区", "投资方", "总投资（万元）", "计划开工时间", "签约时间"],
                    [(n, f"隐藏跳过项目{c}", XY, company(c), 1000 * n, date(2024, 9, 30), DAY) for n, c in enumerate("甲乙丙丁", 1)]
                    + [("合计", None, None, None, 8000)])
    ws.set_row(3, None, None, {"hidden": True})
    ws.set_column("F:F", None, None, {"hidden": True})


def filtered(book):
    ws = book.sheet("签约", SIGN_TITLE, ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间"],
                    [(n, f"筛选项目{c}", zone, 1000, DAY) for n, (c, zone) in enumerate(zip("甲乙丙丁", [XY, WS, WS, XY]), 1)])
    ws.autofilter("A2:E6")
    ws.filter_column("C", f"x == {XY}")
    for row in (3, 4):
        ws.set_row(row, None, None, {"hidden": True})


def header_slips(book):
    book.sheet("签约", SIGN_TITLE, ["序号", "项目名称", "落地区域", "建没单位", "计划总投姿（万元）", "签约时问", "备注"],
               [(1, "笔误表头项目甲", XY, company("甲"), 1200, DAY, None), (2, "笔误表头项目乙", "文水经开区", company("乙"), 800, DAY, "扩建"),
                (3, "笔误表头项目丙", JK, company("丙"), 500, DAY, None)])


def kept_in_remarks(book):
    book.sheet("签约", SIGN_TITLE, ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间", "备注", "用电负荷", "环评批复号"],
               [(1, "备注保留项目甲", XY, 1200, DAY, "省级重点", "3000千瓦", "示例环评〔2024〕1号"),
                (2, "备注保留项目乙", WS, 800, DAY, None, "—", "示例环评〔2024〕2号")])


def value_forms(book):
    money = ["不少于5000万元", "3千万", "5百万", "2亿多", "壹亿贰仟万元整", "１２００", "￥1,200", "近3亿元", "总投资1.2亿元", "1.5-2亿", "800元", "5000（万元）"]
    days = ["2024、3、15", "2024年3月15日。", "'2024-03-15", "2024·3·15"]
    jobs = ["13个", "约120人", "一百二十"]
    rows = [(n, f"数值写法项目{STEMS[n - 1]}", XY, text, jobs[n - 1] if n <= 3 else None, days[n - 1] if n <= 4 else DAY,
             ["3公顷", "20000平方米"][n - 1] if n <= 2 else None) for n, text in enumerate(money, 1)]
    book.sheet("签约", SIGN_TITLE, ["序号", "项目名称", "开发区", "总投资", "就业", "签约时间", "用地（亩）"], rows, unit="单位：万元")


def totals_above(book):
    book.sheet("开工", START_TITLE, ["序号", "项目名称", "投资方", "总投资", "开工时间"], [
        ("合计", "3个", None, 4.7), ("一", "孝义经济开发区（2个）", None, 3.5), (1, "上方合计项目甲", company("甲"), 2, HELD),
        (2, "上方合计项目乙", company("乙"), 1.5, HELD), ("二", "兴县经济技术开发区（1个）", None, 1.2), (3, "上方合计项目丙", company("丙"), 1.1, HELD)],
        unit="单位：亿元")


def cumulative_since_start(book):
    book.sheet("进度", "2024年项目投资进度表", ["序号", "项目名称", "开发区", "1月累计完成投资（万元）", "2月完成投资（万元）", "2月累计完成投资（万元）",
                                  "3月累计完成投资（万元）", "形象进度"],
               [(1, "开工累计项目甲", XY, 100, 150, 250, 300, "基础施工"), (2, "开工累计项目乙", WS, 500, None, 580, None, "主体施工")])


CASES = [hidden_skipped, filtered, header_slips, kept_in_remarks, value_forms, totals_above, cumulative_since_start]
# What LibreOffice makes of the others: new name, source, format.
CONVERTED = [("stacked_lists_ods", "stacked_lists", "ods"), ("hidden_ods", "hidden", "ods"), ("filtered_ods", "filtered", "ods"),
             ("months_cumulative_ods", "months_cumulative", "ods"), ("subtotals_resaved", "subtotals_differ", "xlsx"),
             ("sections_resaved", "sections", "xlsx"), ("categories_libreoffice", "section_categories", "csv"),
             ("stacked_lists_xls", "stacked_lists", "xls"), ("sections_xls", "sections", "xls"), ("hidden_xls", "hidden", "xls"),
             ("months_investment_xls", "months_investment", "xls")]
UTF8_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # without it, the characters of the machine's locale


def main():
    for write in CASES:
        book = Book(write.__name__)
        write(book)
        book.book.close()
    if "--libreoffice" in sys.argv:
        for name, source, suffix in CONVERTED:
            convert(FOLDER / f"{source}.xlsx", name, suffix, UTF8_CSV if suffix == "csv" else None)


if __name__ == "__main__":
    main()
