// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/bulletin_sections.h"
#include "reports/zone_ranking.h"

#include <array>

namespace yipi::reports {

namespace {

using indicators::Light;
using indicators::OverdueItem;
using indicators::OverdueKind;

constexpr std::array kKinds{OverdueKind::NotStarted, OverdueKind::NotProduced, OverdueKind::NotAttained};
constexpr std::array kLights{Light::Red, Light::Yellow, Light::Green, Light::Done};

/// What the rule set calls the kind.
QString nameOf(const BulletinInput &input, OverdueKind kind) {
    return input.rules ? input.rules->overdueTitle(kind) : title(kind);
}

QString nameOf(const BulletinInput &, Light light) {
    return title(light);
}

QString shownTitle(const BulletinInput &input, OverdueKind kind) {
    return nameOf(input, kind);
}

QString shownTitle(const BulletinInput &, Light light) {
    return light == Light::Green ? QStringLiteral("绿灯（未超期）") : title(light);
}

/// "签约未开工15个、开工未投产22个": what there is none of is left out.
template <class Values, class Member>
Phrase countsBy(const BulletinInput &input, const Values &values, Member member, const QString &idPrefix) {
    std::vector<Phrase> parts;
    for (const auto value : values) {
        const auto count = std::count_if(input.overdue.begin(), input.overdue.end(),
                                         [&](const OverdueItem &item) { return item.*member == value; });
        if (count == 0)
            continue;
        Phrase part;
        part << shownTitle(input, value)
             << countFigure(idPrefix + key(value), QStringLiteral("“三未”项目：") + nameOf(input, value),
                            count, QStringLiteral("“三未”清单"));
        parts.push_back(part);
    }
    return joined(parts, QStringLiteral("、"), {});
}

Span daysFigure(const BulletinInput &input, const OverdueItem &item) {
    return {QStringLiteral("%1天").arg(item.daysOverdue),
            FigureRef{.id = QStringLiteral("overdue.%1.%2.days").arg(item.projectId).arg(key(item.kind)),
                      .meaning = QStringLiteral("超期天数"),
                      .formula = QStringLiteral("%1 − %2").arg(input.asOf.lastDay().toString(Qt::ISODate),
                                                               item.due.toString(Qt::ISODate)),
                      .value = QString::number(item.daysOverdue)}};
}

QString shapeOf(Light light) {
    static const std::array kShapes{QStringLiteral("●"), QStringLiteral("◆"), QStringLiteral("▲"),
                                    QStringLiteral("○")};
    return kShapes.at(static_cast<std::size_t>(light));
}

TableCell cell(const QString &text, Qt::Alignment alignment = Qt::AlignCenter) {
    return {{{text.isEmpty() ? QStringLiteral("—") : text, std::nullopt}}, alignment, 1, 1};
}

} // namespace

std::vector<Paragraph> overdueParagraphs(const BulletinInput &input) {
    Phrase text;
    if (input.overdue.empty()) {
        text << QStringLiteral("截至%1月底，没有“三未”项目。").arg(input.asOf.month());
        return {text.paragraph(Style::Body)};
    }
    text << QStringLiteral("“三未”项目")
         << countFigure(QStringLiteral("overdue.count"), QStringLiteral("“三未”项目"),
                        static_cast<qint64>(input.overdue.size()), QStringLiteral("“三未”清单"))
         << QStringLiteral("，其中")
         << countsBy(input, kKinds, &OverdueItem::kind, QStringLiteral("overdue.kind."))
         << QStringLiteral("；")
         << countsBy(input, kLights, &OverdueItem::light, QStringLiteral("overdue.light."))
         << QStringLiteral("。");
    const auto longest =
        std::max_element(input.overdue.begin(), input.overdue.end(),
                         [](const auto &a, const auto &b) { return a.daysOverdue < b.daysOverdue; });
    if (longest->daysOverdue > 0) {
        const auto project = input.projects.value(longest->projectId);
        text << QStringLiteral("超期时间最长的是%1（%2，%3），超期")
                    .arg(project.name, project.zone, nameOf(input, longest->kind))
             << daysFigure(input, *longest) << QStringLiteral("。");
    } else {
        text << QStringLiteral("以上项目均未到期。");
    }
    text << QStringLiteral("项目清单见附件2。");
    return {text.paragraph(Style::Body)};
}

Table overdueTable(const BulletinInput &input) {
    Table table;
    table.widths = {25, 58, 80, 50, 31, 56, 26, 33, 42, 42};
    std::vector<TableCell> header;
    for (const char *name :
         {"序号", "编号", "项目", "开发区", "类型", "应达日期", "超期\n天数", "灯", "包联领导", "服务专员"})
        header.push_back(cell(QString::fromUtf8(name)));
    table.rows.push_back(std::move(header));
    int number = 0;
    for (const OverdueItem &item : input.overdue) {
        const auto project = input.projects.value(item.projectId);
        TableCell days = cell(QStringLiteral("未到期"));
        if (!item.due.isValid())
            days = cell({});
        else if (item.daysOverdue > 0)
            days.spans = {withoutUnit(daysFigure(input, item))};
        table.rows.push_back({cell(QString::number(++number)), cell(project.code),
                              cell(project.name, Qt::AlignLeft), cell(project.zone),
                              cell(nameOf(input, item.kind)), cell(item.due.toString(Qt::ISODate)), days,
                              cell(shapeOf(item.light) + title(item.light)), cell(project.patron),
                              cell(project.serviceOfficer)});
    }
    return table;
}

} // namespace yipi::reports
