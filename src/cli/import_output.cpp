// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_output.h"

namespace yipi::cli {

namespace {

using exchange::Finding;
using exchange::ImportPlan;

constexpr int kFindingsShown = 200;

Json findingsOf(const ImportPlan &plan, const exchange::SheetPlan &sheet, bool errors, int &room) {
    Json list = Json::array();
    for (const Finding &f : plan.findings) {
        if (f.isError != errors || f.place.file != sheet.file || f.place.sheet != sheet.sheet ||
            f.table != sheet.table)
            continue;
        if (room-- <= 0)
            break;
        list.push_back({{"row", f.place.row},
                        {"column", s(columnLetters(f.place.column))},
                        {"field", s(f.place.field)},
                        {"code", s(f.code)},
                        {"value", s(f.value)},
                        {"message", s(f.message)}});
    }
    return list;
}

/// What updates change, of the rows that the plan keeps it of.
Json changesOf(const exchange::SheetPlan &sheet) {
    Json rows = Json::array();
    for (const exchange::PlannedRow &row : sheet.rows) {
        if (row.changes.empty())
            continue;
        Json fields = Json::array();
        for (const exchange::RowConflict &change : row.changes)
            fields.push_back(
                {{"field", s(change.field)}, {"before", s(change.before)}, {"now", s(change.now)}});
        rows.push_back({{"row", row.row}, {"name", s(row.name)}, {"changes", fields}});
    }
    return rows;
}

QString changesText(const exchange::SheetPlan &sheet) {
    const auto shown = [](const QString &value) {
        return value.isEmpty() ? QStringLiteral("未填") : value.simplified();
    };
    QString text;
    for (const exchange::PlannedRow &row : sheet.rows) {
        QStringList changes;
        for (const exchange::RowConflict &change : row.changes)
            changes
                << QStringLiteral("%1 %2 → %3").arg(change.field, shown(change.before), shown(change.now));
        if (!changes.isEmpty())
            text += QStringLiteral("更新 第 %1 行 %2：%3\n")
                        .arg(QString::number(row.row), row.name, changes.join(QStringLiteral("；")));
    }
    return text;
}

Json sheetJson(const ImportPlan &plan, const exchange::SheetPlan &sheet, int &errorRoom, int &warningRoom) {
    Json columns = Json::array();
    for (const auto &c : sheet.columns)
        columns.push_back({{"column", s(columnLetters(c.column))},
                           {"header", s(c.header)},
                           {"field", c.field.isEmpty() ? Json(nullptr) : Json(s(c.field))},
                           {"unit", c.unit ? Json(s(key(*c.unit))) : Json(nullptr)},
                           {"confidence", c.confidence},
                           {"remembered", c.isRemembered}});
    Json ignored = Json::array();
    for (const auto &row : sheet.ignored)
        ignored.push_back({{"row", row.row}, {"reason", s(row.reason)}, {"text", s(row.text)}});
    Json totals = Json::array();
    for (const auto &total : sheet.totals)
        totals.push_back({{"column", s(columnLetters(total.column))},
                          {"field", s(total.field)},
                          {"read", total.read},
                          {"stored", total.stored},
                          {"skipped", total.skipped},
                          {"rejected", total.rejected}});
    return {{"file", s(sheet.file)},
            {"sheet", s(sheet.sheet)},
            {"table", sheet.table > 0 ? Json(sheet.table) : Json(nullptr)},
            {"first_row", sheet.firstRow},
            {"last_row", sheet.lastRow},
            {"fingerprint", s(sheet.fingerprint)},
            {"batch", s(key(sheet.kind))},
            {"campaign", sheet.campaign ? Json(s(sheet.campaign->text())) : Json(nullptr)},
            {"header_row", sheet.headerRow},
            {"unit", sheet.unit ? Json(s(key(*sheet.unit))) : Json(nullptr)},
            {"columns", columns},
            {"added", sheet.added},
            {"updated", sheet.updated},
            {"unchanged", sheet.unchanged},
            {"skipped", sheet.skipped},
            {"rejected", sheet.rejected},
            {"totals", totals},
            {"investment_read", sheet.investmentRead},
            {"investment_stored", sheet.investmentStored},
            {"ignored_rows", ignored},
            {"changes", changesOf(sheet)},
            {"errors", findingsOf(plan, sheet, true, errorRoom)},
            {"warnings", findingsOf(plan, sheet, false, warningRoom)}};
}

/// A refusal ends with its own error instead.
QString closing(Outcome outcome) {
    switch (outcome) {
    case Outcome::DryRun:
        return QStringLiteral("试运行，未写入。");
    case Outcome::Written:
        return QStringLiteral("已写入。");
    case Outcome::NothingToWrite:
        return QStringLiteral("没有需要写入的内容。");
    case Outcome::Refused:
        break;
    }
    return {};
}

/// "核对：…": rows and money that were read, by what became of them.
QString controlSums(const exchange::SheetPlan &sheet) {
    if (sheet.rows.empty())
        return {};
    QStringList parts{QStringLiteral("读 %1 行 = 写入或不变 %2 + 跳过 %3 + 有误 %4")
                          .arg(sheet.rows.size())
                          .arg(sheet.added + sheet.updated + sheet.unchanged)
                          .arg(sheet.skipped)
                          .arg(sheet.rejected)};
    const auto wan = [](qint64 yuan) { return Money::fromYuan(yuan).shortText(MoneyUnit::Wan, 4); };
    for (const auto &total : sheet.totals) {
        const auto *info = entityInfo(total.entity);
        if (total.read > 0 && info)
            parts << QStringLiteral("%1 列%2 %3 万元 = %4 + %5 + %6")
                         .arg(columnLetters(total.column), info->field(total.field).title, wan(total.read),
                              wan(total.stored), wan(total.skipped), wan(total.rejected));
    }
    return QStringLiteral("核对：%1\n").arg(parts.join(QStringLiteral("；")));
}

} // namespace

Output planOutput(const ImportPlan &plan, Outcome outcome) {
    Output output;
    Json sheets = Json::array();
    int errorRoom = kFindingsShown;
    int warningRoom = kFindingsShown;
    QString file;
    for (const auto &sheet : plan.sheets) {
        sheets.push_back(sheetJson(plan, sheet, errorRoom, warningRoom));
        if (plan.files.size() > 1 && sheet.file != file)
            output.text += QStringLiteral("文件 %1\n").arg(file = sheet.file);
        output.text +=
            QStringLiteral("工作表“%1”（%2%3）：新增 %4，更新 %5，不变 %6，跳过 %7，有误 %8\n")
                .arg(sheet.label(), title(sheet.kind),
                     sheet.campaign ? u' ' + sheet.campaign->text() : QString(), QString::number(sheet.added),
                     QString::number(sheet.updated), QString::number(sheet.unchanged),
                     QString::number(sheet.skipped), QString::number(sheet.rejected));
        output.text += controlSums(sheet);
        if (outcome == Outcome::DryRun)
            output.text += changesText(sheet);
    }
    Json files = Json::array();
    for (const QString &path : plan.files)
        files.push_back(s(path));
    output.json = {{"file", s(plan.files.front())},
                   {"files", files},
                   {"dry_run", outcome == Outcome::DryRun},
                   {"written", outcome == Outcome::Written},
                   {"error_count", plan.errorCount},
                   {"warning_count", plan.warningCount},
                   {"sheets", sheets}};
    int shown = 0;
    for (const Finding &f : plan.findings) {
        if (++shown > kFindingsShown) {
            output.text += QStringLiteral("…… 共 %1 处错误、%2 处提示，以上为前 %3 处\n")
                               .arg(plan.errorCount)
                               .arg(plan.warningCount)
                               .arg(kFindingsShown);
            break;
        }
        const QString value = f.value.simplified();
        const bool isNamed = value.isEmpty() || f.message.contains(value);
        output.text +=
            QStringLiteral("%1 %2：%3%4\n")
                .arg(f.isError ? QStringLiteral("错误") : QStringLiteral("提示"), describe(f.place),
                     f.message, isNamed ? QString() : QStringLiteral("（“%1”）").arg(value));
    }
    output.text += closing(outcome);
    return output;
}

} // namespace yipi::cli
