// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_history.h"

#include "gui/theme.h"

#include <QCoreApplication>
#include <QDateTime>

namespace yipi::gui {

namespace {

constexpr int kLines = 8;

QString tinted(const QString &text, const QColor &color) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text.toHtmlEscaped());
}

/// Who and when, then what and why.
QString lineHtml(const services::HistoryLine &line) {
    const auto orEmpty = [](const QString &text) {
        return text.isEmpty() ? QStringLiteral("空") : text.simplified();
    };
    const QString at =
        QDateTime::fromString(line.at, Qt::ISODate).toLocalTime().toString(QStringLiteral("MM-dd hh:mm"));
    QString what =
        line.field.isEmpty()
            ? line.title
            : QStringLiteral("%1 %2 → %3").arg(line.field, orEmpty(line.before), orEmpty(line.after));
    if (!line.reason.isEmpty())
        what += QStringLiteral("　原因：%1").arg(line.reason);
    return tinted(QStringLiteral("%1　%2　%3").arg(at, line.user, line.source), theme().t3) +
           QStringLiteral("<br>") + what.toHtmlEscaped();
}

} // namespace

QString historyHtml(const services::LedgerService &ledger, EntityKind kind, qint64 id) {
    const auto lines = ledger.history(kind, id);
    if (!lines)
        return tinted(lines.error().text(), theme().red);
    QStringList shown;
    for (auto line = lines->crbegin(); line != lines->crend() && shown.size() < kLines; ++line)
        shown << lineHtml(*line);
    return shown.isEmpty() ? QCoreApplication::translate("RecordsPage", "没有变更记录")
                           : shown.join(QStringLiteral("<br>"));
}

} // namespace yipi::gui
