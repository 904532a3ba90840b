// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_workbook.h"

#include <QDate>
#include <QFile>
#include <xlsxwriter.h>

#include <array>
#include <random>
#include <string>

namespace yipi::bench {

namespace {

constexpr std::array kCounties{"孝义", "文水", "交口", "兴县", "汾阳", "离石", "柳林", "石楼",
                               "岚县", "方山", "中阳", "交城", "临县", "祁县", "平遥", "介休",
                               "灵石", "寿阳", "昔阳", "和顺", "左权", "榆社", "太谷", "榆次",
                               "清徐", "阳曲", "娄烦", "古交", "盂县", "平定"};
constexpr std::array kKinds{"经济开发区", "经济技术开发区", "高新技术产业开发区"};
constexpr std::array kProducts{"氢能装备", "白酒酿造", "铝镁新材料", "光伏组件",
                               "特种玻璃", "智能制造", "冷链物流"};
constexpr std::array kChains{"氢能产业链", "白酒产业链", "铝镁产业链", "光伏产业链"};
constexpr int kColumns = 30;
constexpr std::array<const char *, kColumns> kHeaders{"序号",
                                                      "项目名称",
                                                      "开发区",
                                                      "期次",
                                                      "批次",
                                                      "投资方",
                                                      "建设内容及规模",
                                                      "总投资（万元）",
                                                      "固定资产投资（万元）",
                                                      "预计年产值（万元）",
                                                      "预计税收（万元）",
                                                      "带动就业（人）",
                                                      "用地（亩）",
                                                      "行业",
                                                      "产业链",
                                                      "产业项目",
                                                      "战新类别",
                                                      "承诺制",
                                                      "标准地",
                                                      "标准化厂房",
                                                      "计划开工",
                                                      "计划投产",
                                                      "储备入库时间",
                                                      "签约时间",
                                                      "履约时间",
                                                      "实际开工",
                                                      "实际投产",
                                                      "包联领导",
                                                      "服务专员",
                                                      "备注"};

std::string zoneName(std::size_t index) {
    return std::string(kCounties[index / kKinds.size()]) + kKinds[index % kKinds.size()];
}

/// Writes row after row of one sheet.
class ProjectList {
public:
    explicit ProjectList(const QByteArray &path)
        : m_path(path) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(m_path.constData(), &options);
        m_sheet = workbook_add_worksheet(m_book, "签约一批");
        m_day = workbook_add_format(m_book);
        format_set_num_format(m_day, "yyyy-mm-dd");
        text("“三个一批”活动签约项目清单");
        nextRow();
        for (const char *header : kHeaders)
            text(header);
        nextRow();
    }
    void add(int number);
    bool finish() { return workbook_close(m_book) == LXW_NO_ERROR; }

private:
    int below(int limit) { return int(m_random() % std::uint32_t(limit)); }
    template <class List>
    const char *any(const List &list) {
        return list[std::size_t(below(int(list.size())))];
    }
    void nextRow() {
        ++m_row;
        m_column = 0;
    }
    void text(const std::string &text) {
        worksheet_write_string(m_sheet, m_row, m_column++, text.c_str(), nullptr);
    }
    void number(double value) { worksheet_write_number(m_sheet, m_row, m_column++, value, nullptr); }
    void day(int serial) { worksheet_write_number(m_sheet, m_row, m_column++, serial, m_day); }
    void dayOrNothing(int serial, bool isKnown) { isKnown ? day(serial) : void(++m_column); }

    QByteArray m_path; ///< libxlsxwriter keeps the pointer
    lxw_workbook *m_book;
    lxw_worksheet *m_sheet;
    lxw_format *m_day;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
    std::mt19937 m_random{1};
};

void ProjectList::add(int count) {
    const auto zone = std::size_t(below(int(kCounties.size() * kKinds.size())));
    const std::string product = any(kProducts), id = std::to_string(count);
    const int investment = 500 + below(200'000), signedOn = 44'562 + below(900);
    const bool started = below(3) > 0, produces = started && below(2) > 0;
    number(count);
    text(std::string(kCounties[zone / kKinds.size()]) + product + "第" + id + "号生产线项目");
    text(zoneName(zone));
    text(std::to_string(2022 + below(3)) + "-" + std::to_string(1 + below(4)));
    text("签约一批");
    text("样例" + std::to_string(below(30'000)) + product + "有限公司");
    text("新建" + product + "生产线" + std::to_string(1 + below(9)) + "条，建筑面积" +
         std::to_string(1000 + below(90'000)) + "平方米，配套建设仓储、办公及环保设施，年产" +
         std::to_string(100 + below(9000)) + "吨。");
    number(investment);
    number(investment * 0.8);
    number(investment * 1.25 + below(100) / 100.0);
    number(below(5000));
    number(below(900));
    number(below(50'000) / 100.0);
    text(product);
    text(any(kChains));
    text("是");
    text(below(4) == 0 ? "是" : "否");
    text(below(2) == 0 ? "是" : "否");
    text(below(2) == 0 ? "是" : "否");
    text("否");
    day(signedOn + 60);
    day(signedOn + 500);
    dayOrNothing(signedOn - 90, below(2) == 0);
    day(signedOn);
    dayOrNothing(signedOn + 30, below(2) == 0);
    dayOrNothing(signedOn + 70, started);
    dayOrNothing(signedOn + 480, produces);
    text("领导" + std::to_string(below(300)));
    text("专员" + std::to_string(below(900)));
    if (below(5) == 0)
        text("土地手续正在办理，预计下月完成。");
    nextRow();
}

} // namespace

std::vector<Zone> benchZones() {
    std::vector<Zone> zones(kCounties.size() * kKinds.size());
    for (std::size_t i = 0; i < zones.size(); ++i) {
        zones[i].id = -qint64(i) - 1;
        zones[i].code = QStringLiteral("Z%1").arg(i);
        zones[i].name = QString::fromStdString(zoneName(i));
        zones[i].shortName = zones[i].name;
    }
    return zones;
}

bool writeBenchWorkbook(const QString &path, int rows) {
    ProjectList list(QFile::encodeName(path));
    for (int row = 1; row <= rows; ++row)
        list.add(row);
    return list.finish();
}

} // namespace yipi::bench
