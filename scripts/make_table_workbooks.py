#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Further workbooks of tests/data/workbooks, by openpyxl: several tables on a sheet, sections, totals, months.

As with make_messy_workbooks.py the expected results are written by hand, and files are the same bytes on every run.
"""
from datetime import date

from demo_ledger.office_book import BODY, HEAD, LEFT, TITLE, CENTRE, OfficeSheet, new_book, save
from make_messy_workbooks import DAY, FOLDER, JK, RIGHT, SIGN_TITLE, START_TITLE, WS, XX, XY, company, sheet_of

HELD = date(2024, 5, 20)


def table(sheet, titles, heads, rows, groups=()):
    """A table below what the sheet has: lines over its whole width, header, rows (a text is such a line as well)."""
    for n, title in enumerate(titles):
        sheet.merged(title, TITLE if n == 0 else BODY, RIGHT if title.startswith("单位") else CENTRE)
    sheet.header(heads, groups)
    for row in rows:
        if isinstance(row, str):
            sheet.merged(row, HEAD, LEFT)
        else:
            sheet.data(list(row) + [None] * (len(heads) - len(row)))


def stacked_lists(book):
    sheet = OfficeSheet(book, "三个一批", 7)
    table(sheet, ["2024年第2次“三个一批”活动项目汇总表", "一、签约项目（2个）", "单位：万元"],
          ["序号", "项目名称", "开发区", "投资方", "总投资", "签约时间"],
          [(1, "叠表签约项目甲", XY, company("甲"), 12000, DAY), (2, "叠表签约项目乙", WS, company("乙"), 8000, DAY),
           ("合计", None, None, None, 20000), ()])
    table(sheet, ["二、开工项目（2个）", "单位：亿元"], ["序号", "项目名称", "开发区", "建设单位", "总投资", "固定资产投资", "开工时间"],
          [(1, "叠表开工项目丙", JK, company("丙"), 1.5, 1.2, HELD), (2, "叠表开工项目丁", XX, company("丁"), 0.8, 0.6, HELD),
           ("合计", None, None, None, 2.3, 1.8), ()])
    table(sheet, ["三、投产项目（1个）"], ["序号", "项目名称", "开发区", "总投资（万元）", "预计年产值（万元）", "投产时间"],
          [(1, "叠表投产项目戊", WS, 6000, 9000, date(2024, 5, 18)), "注：以上均为示例。"])


def stacked_zones(book):
    heads = ["序号", "项目名称", "投资方", "总投资", "签约时间"]
    sheet = OfficeSheet(book, "签约", len(heads))
    table(sheet, [SIGN_TITLE, "单位：万元", "（一）孝义经济开发区（2个）"], heads,
          [(1, "分区叠表项目甲", company("甲"), 3000, DAY), (2, "分区叠表项目乙", company("乙"), 5000, DAY), ("小计", None, None, 8000)])
    table(sheet, ["（二）文水经济开发区（1个）"], heads,
          [(1, "分区叠表项目丙", company("丙"), 2000, DAY), ("小计", None, None, 2000)])
    table(sheet, ["（三）东山经济开发区（1个）"], heads,
          [(1, "分区叠表项目丁", company("丁"), 1000, DAY), ("合计", None, None, 11000)])


def table_far_below(book):
    sheet = OfficeSheet(book, "汇总", 5)
    table(sheet, ["2024年第2次签约项目"], ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间"],
          [(n, f"远表{n}号厂房项目", XY, 100, DAY) for n in range(1, 43)])
    table(sheet, ["2024年第1次开工项目"], ["序号", "项目名称", "开发区", "总投资（万元）", "开工时间"],
          [(1, "远表开工项目甲", JK, 500, DAY), (2, "远表开工项目乙", JK, 700, DAY)])


def side_by_side(book):
    heads = ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间"]
    sheet_of(book, "签约", SIGN_TITLE, heads + [None] + heads,
             [(1, "并排左表项目甲", XY, 1000, DAY, None, 1, "并排右表项目甲", WS, 2000, DAY),
              (2, "并排左表项目乙", XY, 3000, DAY, None, 2, "并排右表项目乙", WS, 4000, DAY),
              (None, None, None, None, None, None, 3, "并排右表项目丙", WS, 5000, DAY)])


def printed_pages(book):
    sheet = OfficeSheet(book, "开工", 5)
    heads = ["序号", "项目名称", "开发区", "总投资", "开工时间"]
    page = [START_TITLE, "单位：万元"]
    table(sheet, page, heads, [(1, "分页项目甲", XY, 1000, HELD), (2, "分页项目乙", XY, 2000, HELD)])
    table(sheet, page, heads, [(3, "分页项目丙", WS, 3000, HELD), ("合计", None, None, 6000)])


def section_lists(book):
    sheet_of(book, "项目库", "2024年第2次“三个一批”活动项目清单", ["序号", "项目名称", "开发区", "投资方", "总投资", "备注"], [
        "一、签约项目（2项）", (1, "列表段项目甲", XY, company("甲"), 1.2), (2, "列表段项目乙", WS, company("乙"), 0.8),
        "二、开工一批 2个", (1, "列表段项目丙", JK, company("丙"), 2), (2, "列表段项目丁", XX, company("丁"), 1.5),
        "三、投产项目", (1, "列表段项目戊", XY, company("戊"), 0.5),
        "四、续建项目（1项）", (1, "列表段项目己", XY, company("己"), 3, "去年开工")], unit="单位：亿元")


def section_categories(book):
    sheet_of(book, "签约", SIGN_TITLE, ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间"], [
        "一、产业项目（2个）", (1, "类别段项目甲", XY, 1000, DAY), (2, "类别段项目乙", XY, 2000, DAY),
        "二、基础设施项目（1个）", (3, "类别段项目丙", XY, 3000, DAY), "三、民生项目", (4, "类别段项目丁", XY, 4000, DAY),
        "四、其他项目", (5, "类别段项目戊", XY, 5000, DAY)])


def subtotals_differ(book):
    sheet_of(book, "开工", START_TITLE, ["序号", "项目名称", "投资方", "总投资", "固定资产投资", "就业（人）", "开工时间"], [
        "一、孝义经济开发区（3个）", (1, "核对项目甲", company("甲"), 1000.4, 800, 50, HELD), (2, "核对项目乙", company("乙"), 2000.3, 1500, 60, HELD),
        ("小计", None, None, 3001, 2300, 110),
        "二、文水经济开发区（1个）", (3, "核对项目丙", company("丙"), 4000, 3000, 70, HELD), ("小计", None, None, 5000, 3000, 70),
        ("合计（3个）", None, None, 8001, 5300, 190), ("其中：亿元以上", None, None, 9999)], unit="单位：万元")


def months_investment(book):
    sheet_of(book, "投资", "2024年重点项目投资完成情况表",
             ["序号", "项目名称", "开发区", "总投资", "1月", "2月", "3月", "4月", "5月", "6月", "备注"],
             [(1, "各月投资项目甲", XY, 5000, 100, 200, 300, 400, 500, 600), (2, "各月投资项目乙", WS, 3000, "—", 50, None, 70),
              ("合计", None, None, 8000, 100, 250, 300, 470, 500, 600)],
             unit="单位：万元", groups=[(5, 8, "完成投资"), (9, 10, "计划投资")])


def months_output(book):
    sheet_of(book, "产值", "2024年重点企业项目产值月报表", ["序号", "项目名称", "开发区", "投产时间", "1月", "2月", "3月"],
             [(1, "各月产值项目甲", XY, date(2023, 6, 1), 300, 280, 350), (2, "各月产值项目乙", WS, date(2023, 9, 1), None, None, 120)],
             unit="单位：万元")


def months_cumulative(book):
    sheet_of(book, "调度", "2024年1-6月项目调度表", ["序号", "项目名称", "开发区", "1-2月", "1-3月", "1-4月", "1-6月"],
             [(1, "累计推算项目甲", XY, 100, 250, 250, 700), (2, "累计推算项目乙", WS, 200, 180, 300, 500),
              (3, "累计推算项目丙", WS, None, None, None, 50)], unit="单位：万元", groups=[(4, 7, "累计完成投资")])


def months_on_top(book):
    sheet_of(book, "投资", "2024年项目投资计划及完成情况表", ["序号", "项目名称", "开发区", "计划", "完成", "计划", "完成"],
             [(1, "月在上层项目甲", XY, 120, 100, 220, 210), (2, "月在上层项目乙", WS, 50, 40, 60, 70)],
             unit="单位：万元", groups=[(4, 5, "1月"), (6, 7, "2月")])


def stacked_untitled(book):
    sheet = OfficeSheet(book, "Sheet1", 5)
    heads = ["序号", "项目名称", "开发区", "总投资"]
    table(sheet, ["2024年第2次活动项目清单（万元）"], heads + ["签约时间"], [(1, "无题叠表项目甲", XY, 1000, DAY), ()])
    table(sheet, [], heads + ["开工时间"], [(1, "无题叠表项目乙", WS, 2000, HELD)])


def main():
    for write in [stacked_lists, stacked_zones, table_far_below, side_by_side, printed_pages, section_lists, section_categories,
                  subtotals_differ, stacked_untitled, months_investment, months_output, months_cumulative, months_on_top]:
        book = new_book()
        write(book)
        save(book, FOLDER / f"{write.__name__}.xlsx")


if __name__ == "__main__":
    main()
