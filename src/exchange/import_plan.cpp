// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import_plan.h"

#include <array>

namespace yipi::exchange {

QString key(SheetKind kind) {
    static const std::array kKeys{"auto", "sign", "start", "produce", "progress", "campaigns", "target"};
    return QString::fromLatin1(kKeys.at(std::size_t(kind)));
}

QString title(SheetKind kind) {
    static const std::array kTitles{QStringLiteral("未识别"),   QStringLiteral("签约一批"),
                                    QStringLiteral("开工一批"), QStringLiteral("投产一批"),
                                    QStringLiteral("月度进展"), QStringLiteral("活动"),
                                    QStringLiteral("任务目标")};
    return kTitles.at(std::size_t(kind));
}

QString mappingKey(const ColumnMapping &column) {
    const bool isProjects = column.entity.isEmpty() || column.entity == entityInfo(EntityKind::Project).key ||
                            column.entity == entityInfo(EntityKind::CustomValue).key; // by its title
    return isProjects || column.field.isEmpty() ? column.field : column.entity + u'.' + column.field;
}

QString ImportPlan::filesText() const {
    if (files.size() < 2)
        return files.value(0);
    return QStringLiteral("%1 等 %2 个文件")
        .arg(files.front().section(u'/', -1), QString::number(files.size()));
}

void SheetPlan::add(const PlannedRow &row) {
    int *const counts[]{&added, &updated, &unchanged, &skipped, &rejected};
    ++*counts[std::size_t(row.verdict)];
    rows.push_back(row);
}

QString tableLabel(const QString &sheet, int table) {
    return table > 0 ? QStringLiteral("%1 表%2").arg(sheet, QString::number(table)) : sheet;
}

} // namespace yipi::exchange
