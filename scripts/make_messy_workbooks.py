#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the workbooks of tests/data/workbooks: small, and each untidy in one way that offices are.

The expected result of NAME.xlsx is NAME.json beside it, written by hand and never by this script. Files are the same
bytes on every run, except the two that LibreOffice saves; these are only made anew with --libreoffice.
Projects, companies and persons are invented.
"""
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from openpyxl.styles import Alignment

from demo_ledger.office_book import BODY, HEAD, LEFT, TITLE, CENTRE, OfficeSheet, new_book, save

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "workbooks"
RIGHT = Alignment(horizontal="right", vertical="center")
XY, WS, JK, XX = "孝义经济开发区", "文水经济开发区", "交口经济开发区", "兴县经济技术开发区"
SIGN_TITLE = "2024年第2次“三个一批”活动签约项目清单"
START_TITLE = "2024年第2次“三个一批”活动开工项目清单"
DAY = date(2024, 5, 10)
STEMS = "甲 乙 丙 丁 戊 己 庚 辛 壬 癸 十一 十二 十三 十四".split()


def company(name):
    return f"样例{name}（演示）有限公司"


def sheet_of(book, name, title, heads, rows, unit=None, groups=()):
    """Title, unit line, header and rows; a row that is a text is merged over the whole width."""
    sheet = OfficeSheet(book, name, len(heads))
    if title:
        sheet.merged(title, TITLE, CENTRE, 30)
    if unit:
        sheet.merged(unit, BODY, RIGHT)
    if heads:
        sheet.header(heads, groups)
    for row in rows:
        if isinstance(row, str):
            sheet.merged(row, HEAD, LEFT)
        else:
            sheet.data(list(row) + [None] * (len(heads) - len(row)))
    return sheet


def merged_header(book):
    sheet_of(book, "签约项目", "吕梁市2024年第2次“三个一批”活动签约项目推进情况表",
             ["序\n号", "项 目 名 称", "所属\n开发区", "投　资　方", "总投资", "其中：\n固定资产投资", "年产值", "税收",
              "签约\n时间", "计划开工", "备注"],
             [(1, "高纯氧化铝\n微粉项目", XY, company("氧化铝"), 12000, 9000, 20000, 800, DAY, "2024年9月"),
              (2, "★ 碳纤维制品项目（一期）", "文水", company("碳纤维"), 35000.5, None, 42000, None, date(2024, 4, 18),
               date(2024, 10, 1), "省级重点"),
              (3, "铸造生铁　改造项目", "交口经开区", company("铸造"), 8600, 8000, 9000, 300, date(2024, 5, 18),
               date(2024, 12, 31)),
              "注：★为省级重点项目。"],
             unit="单位：万元", groups=[(5, 6, "投资情况"), (7, 8, "预期\n效益"), (9, 10, "时间节点")])


def three_row_header(book):
    sheet = OfficeSheet(book, "投产", 13)
    sheet.merged("2024年第2次“三个一批”投产项目达效情况表（截至2024年10月底）", TITLE, CENTRE, 30)
    ws = sheet.ws
    boxes = {"A2:A4": "序号", "B2:B4": "项目名称", "C2:C4": "开发区", "D2:D4": "项目业主", "E2:F2": "投资情况（万元）",
             "E3:E4": "总投资", "F3:F4": "固定资产\n投资", "G2:H2": "产值情况（万元）", "G3:G4": "预计年产值",
             "H3:H4": "实际\n年产值", "I2:L2": "建设时间", "I3:J3": "开工时间", "K3:L3": "投产时间", "M2:M4": "存在问题"}
    for box, text in boxes.items():
        ws[box.split(":")[0]] = text
        ws.merge_cells(box)
    for cell, text in {"I4": "计划", "J4": "实际", "K4": "计划", "L4": "实际"}.items():
        ws[cell] = text
    sheet.row = 4
    sheet.data([1, "玻璃器皿自动化项目", JK, company("玻璃"), 9500, 8000, 8600, 8800, "2023.3", date(2023, 4, 12), "2023年底",
                date(2024, 1, 20), None])
    sheet.data([2, "预拌砂浆项目", JK, company("砂浆"), 4300, 4000, 5000, 4600, "2023-05-08", "2023/6/1", "2024-03-31",
                "2024.3.20", "用电负荷不足"])
    sheet.data([3, "再生铝合金项目", XY, company("铝业"), 16200, 15000, 30000, 33900, date(2022, 8, 1), date(2022, 9, 15),
                date(2023, 12, 31), date(2024, 2, 28), None])
    sheet.data(["总计", None, None, None, 30000, 27000, 43600, 47300] + [None] * 5)


def sections(book):
    heads = ["序号", "项目名称", "建设单位", "建设内容及规模", "总投资", "年产值", "开工时间", "计划竣工时间", "备注"]
    d = date(2024, 5, 20)
    sheet_of(book, "开工", "2024年第二次“三个一批”集中开工项目清单", heads, [
        "一、孝义经济开发区（2项）",
        (1, "铝镁合金压铸项目", company("压铸"), "年产3万吨压铸件", 1.2, 2, d, date(2025, 6, 30)),
        (2, "焦炉煤气制氢项目", company("氢能"), None, 1.3, 1.1, d, date(2025, 12, 31)),
        ("小计", None, None, None, 2.5, 3.1),
        "二、兴县经济技术开发区（1项）",
        ("（一）工业项目1个",),
        (3, "煤层气液化项目", company("燃气"), None, 0.8, 0.9, d, date(2025, 3, 31)),
        ("小计", None, None, None, 0.8, 0.9),
        heads,
        "三、市本级（1项）",
        (4, "城市矿产基地项目", company("再生"), None, 2, 3, d, None),
        ("合计", None, None, None, 5.3, 7.0),
        ("其中：亿元以上项目", None, None, None, 4.5, 6.1),
        (),
        "注：本表按开发区排列。",
        "填表人：郝示范　　审核人：甄样例"], unit="2024年5月20日　　单位：亿元")


def units(book):
    heads = ["序号", "项目名称", "开发区", "投资方", "总投资", "签约时间"]
    sheet_of(book, "签约一批", SIGN_TITLE, heads,
             [(1, "单位项目甲", XY, company("甲"), 12000, DAY), (2, "单位项目乙", XY, company("乙"), "1.2亿", DAY)], unit="单位：万元")
    sheet_of(book, "开工一批", START_TITLE, heads[:5] + ["开工时间"],
             [(1, "单位项目丙", JK, company("丙"), 1.5, DAY), (2, "单位项目丁", JK, company("丁"), "3000万", DAY)],
             unit="（金额单位：亿元）")
    sheet_of(book, "投产一批", "2024年第2次“三个一批”活动投产项目清单",
             heads[:4] + ["总投资（亿元）", "固定资产投资（万元）", "预计年产值（元）", "投产时间"],
             [(1, "单位项目戊", WS, company("戊"), 0.95, 8000, 86000000, DAY)])
    sheet_of(book, "签约（补充）", "2024年第2次“三个一批”活动签约项目补充清单", heads,
             [(1, "单位项目己", XY, company("己"), 3000, DAY), (2, "单位项目庚", XY, company("庚"), "2000万元", DAY),
              (3, "单位项目辛", XY, company("辛"), 5200, DAY)])


def amounts(book):
    heads = ["序号", "项目名称", "开发区", "总投资", "预计年产值", "带动就业", "用地（亩）", "签约时间"]
    figures = [(2000, "约3000", "13个", "35亩"), ("2000万", "1.2亿", "120人", 35.5), ("1.2亿元", "５２００", "约50", "—"),
               ("12,500.5", "无", None, None), ("面议", 100), ("1000-2000", 100), (-500, 100), (3000, "#REF!"), ("1,2,3", 100),
               ("三千五百万", None), ("2亿3000万", None)]
    rows = []
    for n, found in enumerate(figures, 1):
        found = list(found) + [None] * (4 - len(found))
        rows.append([n, f"金额写法项目{STEMS[n - 1]}", XY, *found, DAY])
    sheet_of(book, "签约", SIGN_TITLE, heads, rows, unit="单位：万元")


def dates(book):
    heads = ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间", "计划开工时间", "计划竣工时间"]
    written = [(45371, date(2024, 6, 30), "2025.6"), ("2024.3", "2024年3月", "2024年底"),
               ("2024-03-15", "2024/5/31", "2024年12月31日"), ("24.3.15", "2024年上半年", "2025年一季度"), ("2024年13月", "2024.6.1"),
               ("2024.2.30",), (2024.1, 2024.3, "待定"), ("二〇二四年三月十五日", "2024.10-2025.6", "2024.10-2025.6"), ("3月15日",),
               ("2024年3月15日前",), (20240315,), ("45371",), ("2024-05-10 00:00:00",), ("1899年",)]
    rows = [[n, f"日期写法项目{STEMS[n - 1]}", XY, 1000, *found] for n, found in enumerate(written, 1)]
    sheet_of(book, "签约", SIGN_TITLE, heads, rows)


def contacts_and_codes(book):
    heads = ["序号", "项目编号", "项目名称", "开发区", "总投资（万元）", "联系人及电话", "签约时间"]
    rows = [("2405-XY-01", "张示范 13800000001"), ("202405210001234567", "李示例13900000002"), (202405210001234567, None),
            ("9.11E+17", None), (20240507, 13800000003), (None, "王样例：0358-8220000"), (None, "13800000004")]
    sheet_of(book, "签约", SIGN_TITLE, heads,
             [(n, code, f"编号电话项目{STEMS[n - 1]}", XY, 500, contact, DAY) for n, (code, contact) in enumerate(rows, 1)])


def merged_projects(book):
    heads = ["序号", "项目名称", "开发区", "建设单位", "建设内容及规模", "总投资（万元）", "开工时间"]
    sheet = sheet_of(book, "开工", START_TITLE, heads, [
        (1, "煤基新材料园项目", XY, company("新材"), "一期年产10万吨", 12000, DAY), (None, None, None, None, "二期年产20万吨"),
        (None, None, None, None, "配套铁路专用线"),
        (2, "白酒包装项目", "杏花村经开区", company("包装"), "包装线4条", 800, DAY),
        (3, "物流园项目", WS, company("物流"), "仓储", 1000, DAY), (None, None, None, None, "停车场", 2000),
        (4, "光伏组件项目", JK, company("光伏甲"), "组件", 3000, DAY), (5, "光伏支架项目", None, company("光伏乙"), "支架", None, DAY)])
    for box in ["A3:A5", "B3:B5", "C3:C5", "D3:D5", "F3:F5", "G3:G5", "A7:A8", "B7:B8", "C7:C8", "D7:D8", "G7:G8", "C9:C10", "F9:F10"]:
        sheet.ws.merge_cells(box)


def hidden(book):
    heads = ["序号", "项目名称", "开发区", "投资方", "总投资（万元）", "计划开工时间", "签约时间"]
    rows = [(n, f"隐藏行列项目{c}", XY, company(c), 1000 * n, date(2024, 9, 30), DAY) for n, c in enumerate("甲乙丙", 1)]
    sheet = sheet_of(book, "签约", SIGN_TITLE, heads, rows)
    sheet.ws.row_dimensions[4].hidden = True
    sheet.ws.column_dimensions["F"].hidden = True
    old = sheet_of(book, "签约（旧）", SIGN_TITLE, heads, [(1, "去年的旧项目", XY, company("旧"), 99999, None, DAY)])
    old.ws.sheet_state = "hidden"
    sheet_of(book, "填表说明", "填表说明", ["一、本表由各开发区填报。"], ["二、每月5日前报送。"])


def same_twice(book):
    heads = ["序号", "项目名称", "开发区", "投资方", "总投资（万元）", "签约时间"]
    quartz = company("石英")
    sheet_of(book, "签约", SIGN_TITLE, heads, [
        (1, "高纯石英砂提纯项目", XY, quartz, 5000, DAY), (2, "高纯石英砂提纯项目", XY, quartz, 5000, DAY),
        (3, "高纯石英砂　提纯项目", "孝义", quartz, 5000, DAY), (4, "高纯石英砂提存项目", XY, company("石英二厂"), 3000, DAY),
        (5, "锂电池负极材料项目（一期）", XY, company("负极"), 8000, DAY), (6, "锂电池负极材料项目（二期）", XY, company("负极"), 6000, DAY),
        (7, "高纯石英砂提纯项目", JK, quartz, 5000, DAY)])
    sheet_of(book, "开工", START_TITLE, heads[:5] + ["开工时间"], [
        (1, "高纯石英砂提纯项目", XY, quartz, 5000, date(2024, 5, 20)),
        (2, "锂电池负极材料项目(一期)", XY, company("负极"), 8800, date(2024, 5, 20))])


def running_numbers(book):
    heads = ["编号", "项目名称", "开发区", "投资方", "总投资（万元）", "签约时间"]
    sheet_of(book, "签约", SIGN_TITLE, heads, [
        "一、工业项目（2项）", (1, "编号当序号项目甲", XY, company("甲"), 1000, DAY), (2, "编号当序号项目乙", XY, company("乙"), 2000, DAY),
        "二、农业项目（1项）", (1, "编号当序号项目丙", XY, company("丙"), 3000, DAY)])
    sheet_of(book, "开工", START_TITLE, heads[:5] + ["开工时间"], [
        (1, "编号当序号项目丁", XY, company("丁"), 4000, DAY), (2, "编号当序号项目戊", XY, company("戊"), 5000, DAY)])


def unknown_zone(book):
    heads = ["序号", "项目名称", "开发区", "投资方", "总投资（万元）", "签约时间"]
    sheet_of(book, "签约", SIGN_TITLE, heads, [
        (1, "开发区写错项目", "孝意经济开发区", company("甲"), 1000, DAY), (2, "开发区未建项目", "柳林经济开发区", company("乙"), 2000, DAY),
        (3, "没有开发区项目", None, company("丙"), 3000, DAY), (4, None, XY, company("丁"), 4000, DAY),
        (5, "写全的项目", XY, company("戊"), 5000, DAY)])


def synonyms(book):
    heads = ["序号", "期次", "承载地", "工程名称", "承办单位", "项目建设规模和内容", "签约额（亿元）", "固投（亿元）", "达产后年产值\n（亿元）",
             "预计年税收（万元）", "就业人数（人）", "占地面积（亩）", "产业类别", "重点产业链", "是否战新", "是否承诺制", "是否标准地", "签约日期",
             "计划（拟）开工时间", "计划（拟）竣工时间", "挂点领导", "服务秘书", "牵头单位", "负责人", "联系方式", "入统时间", "备注"]
    sheet_of(book, "汇总", "重点项目基本情况一览表", heads, [
        (1, "2024年第2次", "孝义", "氢能重卡换装项目", company("重卡"), "年产重卡5000台", 3.2, 2.5, 10, 3500, 260, 120.5, "装备制造", "氢能",
         "新能源汽车", "是", "否", date(2024, 4, 8), date(2024, 8, 31), date(2026, 6, 30), "甲领导", "乙专员", "工信局", "丙示例", "0358-8220001",
         None, None),
        (2, "2024-2", "兴县经开区", "煤矸石制砖项目", company("建材"), None, 0.45, None, 0.6, None, None, None, "建材", "煤化工产业链", "否", "否",
         "是", date(2024, 5, 6), None, None, None, None, None, None, None, date(2024, 6, 12), "利废")])


def monthly_progress(book):
    heads = ["序号", "项目名称", "开发区", "总投资", "开工以来\n累计完成投资", "2024年\n计划投资", "1-7月累计\n完成投资", "7月完成投资", "占年计划%",
             "形象进度", "完成进度（%）", "存在问题", "需协调解决的问题", "下一步措施", "至上年底累计完成投资"]
    sheet = sheet_of(book, "7月调度", "2024年7月“三个一批”项目调度表", heads, [
        (1, "高纯氧化铝微粉项目", XY, 12000, 7440, 6000, 4200, 650, 0.7, "主体封顶", 0.62, "设备到货迟", "协调用电", "安装调试", 3240),
        (2, "碳纤维制品项目", WS, 35000, 1200, 9000, 1200, "约300", 0.1333, "基础施工", 0.035, None, None, None, 0),
        (3, "煤层气液化项目", XX, 8000, "——", 3000, None, None, None, "未开工", None, "土地未供应", "用地指标", "报批", None),
        ("合计", None, None, 55000, 8640, 18000, 5400, 950, 0.3)],
        unit="单位：万元", groups=[(7, 9, "2024年完成情况")])
    for row in range(5, 8):
        for column in "IK":
            sheet.ws[f"{column}{row}"].number_format = "0.0%"


def formulas(book):
    heads = ["序号", "项目名称", "开发区", "总投资（万元）", "签约时间", "备注"]
    sheet_of(book, "签约", SIGN_TITLE, heads, [
        (1, "公式项目甲", XY, "=1000+500", DAY), (2, '="公式项目"&"乙"', XY, 2000, DAY), (3, "公式项目丙", XY, 3000, DAY, "=TODAY()"),
        (4, "公式项目丁", XY, 4000, DAY, "#N/A"), (5, "公式项目戊", XY, 5000, DAY), ("合计", None, None, "=SUM(D3:D7)")])


def stars_and_flags(book):
    heads = ["序号", "项目名称", "开发区", "总投资（万元）", "项目类别", "是否战新", "承诺制", "标准地", "签约时间", "分管副市长意见"]
    sheet_of(book, "签约", SIGN_TITLE, heads, [
        (1, "★光伏玻璃项目", XY, 1000, "工业", "√", "√", "是", DAY, "同意"), (2, "污水管网项目★", XY, 2000, "基础设施", "×", "×", "否", DAY),
        (3, "☆氢气压缩机项目", XY, 3000, "先进制造业", "新能源", "Y", None, DAY), (4, "冷库项目", XY, 4000, "其它", None, None, "待定", DAY),
        (5, "智慧农业项目", XY, 5000, "其它", "否", None, None, DAY)])


def office_ods(book):
    heads = ["序号", "项目名称", "开发区", "总投资（万元）", "预计年产值（万元）", "实际年产值（万元）", "完成率", "产业项目", "投产时间"]
    sheet = sheet_of(book, "投产", "2024年第2次“三个一批”投产项目（截至2024年6月底）", heads, [
        (1, "药用玻璃项目", XY, "1250.5", 2000, 1900, 0.95, True, date(2024, 3, 5)), (),
        (2, "陈醋项目", WS, "２０００", "约3000", 2800, 0.9333, True, "2024年4月"),
        (3, "厂房配套项目", None, 3000, 0, None, None, False, date(2024, 5, 31)), ("合计", None, None, 6250.5, 5000, 4700)])
    for row in range(3, 7):
        sheet.ws[f"G{row}"].number_format = "0.00%"
        sheet.ws[f"E{row}"].number_format = '"¥"#,##0.00'
    sheet.ws.merge_cells("C5:C6")


CSV = [["序号", "项目名称", "开发区", "投资方", "总投资（万元）", "签约时间", "备注"],
       ["1", "焦炉煤气制氢,一期", XY, company("氢能"), "12000", "2024-05-10", "含引号\"重点\""],
       ["2", "𠮷庆煤矸石；综合利用项目", JK, company("矸石"), "5200.5", "2024.4", "第一行\n第二行"],
       ["合计", "", "", "", "17200.5", "", ""]]


def csv_text(separator, newline="\n"):
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if set(text) & {separator, '"', "\n"} else text
    return newline.join(separator.join(map(cell, row)) for row in CSV) + newline


def write_csv():
    files = {"csv_utf8": csv_text(",").encode(), "csv_utf8_bom": csv_text(",", "\r\n").encode("utf-8-sig"),
             "csv_gb18030": csv_text(",", "\r\n").encode("gb18030"), "csv_tab": csv_text("\t").encode(),
             "csv_semicolon": csv_text(";").encode(), "csv_utf16": ("\ufeff" + csv_text("\t", "\r\n")).encode("utf-16-le")}
    for name, content in files.items():
        (FOLDER / f"{name}.csv").write_bytes(content)


def convert(source, name, suffix, output_filter=None):
    """What LibreOffice makes of a workbook when somebody opens and saves it."""
    with tempfile.TemporaryDirectory() as folder:
        stem = Path(name).name
        work = Path(folder) / f"{stem}.xlsx"
        work.write_bytes(source.read_bytes())
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", output_filter or suffix, "--outdir",
                        f"{folder}/out", str(work)], check=True, stdout=subprocess.DEVNULL)
        (FOLDER / f"{name}.{suffix}").write_bytes((Path(folder) / "out" / f"{stem}.{suffix}").read_bytes())


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for write in [merged_header, three_row_header, sections, units, amounts, dates, contacts_and_codes, merged_projects, hidden,
                  same_twice, running_numbers, unknown_zone, synonyms, monthly_progress, formulas, stars_and_flags]:
        book = new_book()
        write(book)
        save(book, FOLDER / f"{write.__name__}.xlsx")
    write_csv()
    if "--libreoffice" in sys.argv:
        convert(FOLDER / "merged_header.xlsx", "resaved_by_libreoffice", "xlsx")
        with tempfile.TemporaryDirectory() as folder:
            book = new_book()
            office_ods(book)
            save(book, Path(folder) / "office.xlsx")
            convert(Path(folder) / "office.xlsx", "office_ods", "ods")


if __name__ == "__main__":
    main()
