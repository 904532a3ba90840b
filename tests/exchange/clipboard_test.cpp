// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as Excel, WPS and LibreOffice put them on the clipboard.
#include "exchange/clipboard_reader.h"
#include "exchange_fixture.h"

namespace yipi::exchange::test {

namespace {

Workbook pasted(const char *html, const char *text = "") {
    auto book = readClipboard(QString::fromUtf8(html), QString::fromUtf8(text));
    EXPECT_TRUE(book) << book.error().text();
    return book ? std::move(*book) : Workbook{};
}

void expectRefused(const char *html, const char *text, const char *words) {
    const auto book = readClipboard(QString::fromUtf8(html), QString::fromUtf8(text));
    ASSERT_FALSE(book);
    EXPECT_TRUE(book.error().text().contains(QStringLiteral("剪贴板")));
    EXPECT_TRUE(book.error().message.contains(QString::fromUtf8(words))) << book.error().message;
    EXPECT_FALSE(book.error().advice.isEmpty());
}

/// Texts of a row, joined by "|".
QString line(const Sheet &sheet, int row) {
    QStringList texts;
    for (std::size_t column = 1; column <= sheet.rows.at(std::size_t(row) - 1).size(); ++column)
        texts << sheet.cell(row, int(column)).text;
    return texts.join(u'|');
}

} // namespace

TEST(Clipboard, ReadsExcel) {
    const Workbook book = pasted(R"html(Version:1.0
StartHTML:0000000105
EndHTML:0000004321
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\.";}
.xl65
	{mso-number-format:"yyyy\/m\/d\;\@";}
.xl66
	{mso-number-format:0%;}
.xl67
	{mso-number-format:"\@";}
.xl68
	{mso-number-format:"yyyy\0022年\0022m\0022月\0022";}
-->
</style></head><body link="#0563C1">
<table border=0 cellpadding=0 width=360><!--StartFragment-->
 <col width=72><col width=72 style='display:none'><col width=72 span=4>
 <tr height=19><td colspan=6 class=xl69 width=432>2024年第2次签约项目</td></tr>
 <tr height=19><td rowspan=2>项目<br>名称</td><td rowspan=2>密</td><td colspan=2>投资<span
  style='mso-spacerun:yes'>  </span>情况</td><td colspan=2 style='mso-ignore:colspan'>很长的备注伸到右边</td></tr>
 <tr height=19><td>总投资</td><td>完成率</td><td>签约时间</td><td>编号</td></tr>
 <tr height=19 style='display:none'><td>甲项目</td><td></td><td align=right x:num="1250.5">1,251</td>
  <td class=xl66 align=right x:num="0.62">62%</td><td class=xl65 align=right x:num="45366">2024/3/15</td>
  <td class=xl67>001</td></tr>
 <tr><td>乙&amp;丙&nbsp;</td><td x:num>7</td><td x:err="#REF!">#REF!</td><td x:bool="TRUE">TRUE</td>
  <td class=xl68 x:num="45366">2024年3月</td><td>&nbsp;</td></tr>
<!--EndFragment--></table></body></html>)html",
                                 "");
    ASSERT_EQ(book.sheets.size(), 1u);
    const Sheet &sheet = book.sheets[0];
    EXPECT_EQ(sheet.name, QStringLiteral("剪贴板"));
    EXPECT_EQ(line(sheet, 1), QStringLiteral("2024年第2次签约项目"));
    EXPECT_EQ(line(sheet, 2), QStringLiteral("项目\n名称|密|投资 情况||很长的备注伸到右边"));
    EXPECT_EQ(line(sheet, 3), QStringLiteral("||总投资|完成率|签约时间|编号"));
    EXPECT_EQ(line(sheet, 4), QStringLiteral("甲项目||1250.5|62%|2024-03-15|001"));
    EXPECT_EQ(line(sheet, 5), QStringLiteral("乙&丙|7|#REF!|是|2024-03-15"));
    EXPECT_EQ(sheet.cell(4, 5).kind, Cell::Kind::Date);
    EXPECT_EQ(sheet.cell(4, 6).kind, Cell::Kind::Text);
    EXPECT_EQ(sheet.cell(5, 2).kind, Cell::Kind::Number);
    EXPECT_EQ(sheet.cell(5, 3).kind, Cell::Kind::Formula);
    EXPECT_EQ(sheet.merged, (std::vector<CellRange>{{1, 1, 1, 6}, {2, 1, 3, 1}, {2, 2, 3, 2}, {2, 3, 2, 4}}));
    EXPECT_EQ(sheet.hiddenRows, (std::vector<int>{4}));
    EXPECT_EQ(sheet.hiddenColumns, (std::vector<int>{2}));
}

TEST(Clipboard, ReadsWps) {
    const Workbook book = pasted(R"html(<html xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name="ProgId" content="Excel.Sheet"/>
<meta name="Generator" content="WPS Office ET"/><!--[if gte mso 9]><xml><o:P>x</o:P></xml><![endif]-->
<style>.et3{mso-number-format:"yyyy\-mm\-dd";text-align:right;}</style></head><body><!--StartFragment-->
<table width="288" border="0" style='width:216.00pt;border-collapse:collapse;'>
<tr height="18"><td class="et2" height="18" width="72" x:str>项目名称</td><td class="et2" x:str>总投资（万元）</td>
<td class="et2" x:str>签约时间</td></tr>
<tr height="18"><td class="et2" x:str>甲项目<br/>（一期）</td><td class="et2" align="right" x:num="1250.5">1250.50</td>
<td class="et3" x:num="45366">2024-03-15</td></tr></table><!--EndFragment--></body></html>)html",
                                 "项目名称\t总投资（万元）\t签约时间\r\n");
    ASSERT_EQ(book.sheets.size(), 1u);
    EXPECT_EQ(line(book.sheets[0], 1), QStringLiteral("项目名称|总投资（万元）|签约时间"));
    EXPECT_EQ(line(book.sheets[0], 2), QStringLiteral("甲项目\n（一期）|1250.5|2024-03-15"));
}

TEST(Clipboard, ReadsLibreOffice) {
    const Workbook book = pasted(R"html(<!DOCTYPE html><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">
body,div,table,td,p { font-family:"Arial"; font-size:x-small } comment { display:none;  }</style></head>
<body><table cellspacing="0" border="0"><colgroup span="4" width="85"></colgroup><tr>
<td rowspan=2 height="34" align="left"><font face="Noto Sans CJK SC">项目名称</font></td>
<td colspan=2 align="left">时间</td></tr>
<tr><td>计划</td><td>实际</td></tr>
<tr><td height="17" align="left">甲</td><td align="right" sdval="45366" sdnum="1033;0;YYYY-MM-DD">2024-03-15</td>
<td align="right" sdval="45397" sdnum="1033;0;YYYY\年M\月D\日">2024年4月15日</td>
<td align="right" sdval="0.62" sdnum="1033;0;0%">62%</td><td sdval="1250.5" sdnum="1033;">1250.5</td></tr>
</table></body></html>)html");
    ASSERT_EQ(book.sheets.size(), 1u);
    EXPECT_EQ(line(book.sheets[0], 2), QStringLiteral("|计划|实际"));
    EXPECT_EQ(line(book.sheets[0], 3), QStringLiteral("甲|2024-03-15|2024-04-15|62%|1250.5"));
    EXPECT_EQ(book.sheets[0].merged, (std::vector<CellRange>{{1, 1, 2, 1}, {1, 2, 1, 3}}));
}

TEST(Clipboard, KeepsSeveralTablesApart) {
    const Workbook book =
        pasted("<p>外</p><table><tr><td><table><tr><td>一<tr><td>二</table></td></tr></table>"
               "<table><caption>标题</caption><td>三<script>x</script></table><table></table>");
    ASSERT_EQ(book.sheets.size(), 2u);
    EXPECT_EQ(book.sheets[0].rows.size(), 2u);
    EXPECT_EQ(line(book.sheets[0], 2), QStringLiteral("二"));
    EXPECT_EQ(book.sheets[1].name, QStringLiteral("剪贴板 2"));
    EXPECT_EQ(line(book.sheets[1], 1), QStringLiteral("标题"));
    EXPECT_EQ(line(book.sheets[1], 2), QStringLiteral("三"));
}

TEST(Clipboard, ReadsTabbedText) {
    const Workbook book =
        pasted("<p>没有表格</p>", "项目名称\t备注\t\r\n\"甲\n项目\"\t\"有\t\"\"制表符\"\"\"\t1\r\n"
                                  "\"三个一批\"项目\t\"未完\t\"\"\r\n\r\n尾");
    ASSERT_EQ(book.sheets.size(), 1u);
    const Sheet &sheet = book.sheets[0];
    EXPECT_EQ(line(sheet, 1), QStringLiteral("项目名称|备注"));
    EXPECT_EQ(line(sheet, 2), QStringLiteral("甲\n项目|有\t\"制表符\"|1"));
    EXPECT_EQ(line(sheet, 3), QStringLiteral("\"三个一批\"项目|\"未完"));
    EXPECT_EQ(line(sheet, 5), QStringLiteral("尾"));
}

TEST(Clipboard, RefusesWhatIsNoTable) {
    expectRefused("", "", "没有表格");
    expectRefused("<table><tr><td>&nbsp;</td></tr></table>", "\t\r\n\t", "没有表格");
}

TEST(Clipboard, SurvivesHostilePages) {
    QString deep, wide = QStringLiteral("<table>");
    for (int i = 0; i < 100'000; ++i)
        deep += QStringLiteral("<table><tr><td>");
    expectRefused(deep.toUtf8().constData(), "", "不安全");
    for (int i = 0; i < 2000; ++i)
        wide += QStringLiteral("<tr><td colspan=99999999 rowspan=1>x</td></tr>");
    EXPECT_EQ(pasted(wide.toUtf8().constData()).sheets.at(0).merged.back().lastColumn, 16'384);
    const Workbook outside =
        pasted("<!DOCTYPE html SYSTEM \"file:///etc/passwd\" [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
               "<table><tr><td>&a;<img src=\"http://127.0.0.1:1/x\">甲</td></tr></table>");
    EXPECT_FALSE(outside.sheets.at(0).cell(1, 1).text.contains(QStringLiteral("root:")));
}

} // namespace yipi::exchange::test
