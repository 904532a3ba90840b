// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/month.h"
#include "reports/official_page.h"
#include "reports/renderers.h"
#include "reports/spreadsheet.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace yipi::reports {

namespace {

Failure notWritten(const QString &reason) {
    return fail(ErrorCode::Io, QStringLiteral("Excel 文件无法生成：%1。").arg(reason),
                QStringLiteral("请检查临时文件夹是否可写、磁盘是否已满后重试。"));
}

/// The same time for the same figures: the end of the as-of month.
void setProperties(lxw_workbook *workbook, const Document &document) {
    QByteArray title = printable(document.title).toUtf8();
    QByteArray author = printable(document.issuer).toUtf8();
    const auto month = Month::parse(document.asOf);
    const QDate day = month ? month->lastDay() : QDate(1980, 1, 1);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    workbook_set_properties(workbook, &properties);
}

} // namespace

Result<QByteArray> renderXlsx(const Document &document) {
    const QTemporaryDir folder;
    if (!folder.isValid())
        return notWritten(folder.errorString());
    const QString path = folder.filePath(QStringLiteral("document.xlsx"));
    QByteArray temporary = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    lxw_workbook *workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!workbook)
        return notWritten(QStringLiteral("内存不足"));
    setProperties(workbook, document);
    Spreadsheet sheets(workbook, document);
    sheets.writeText();
    sheets.writeTables();
    sheets.writeFigures();
    const lxw_error error = workbook_close(workbook); // frees it, whatever happens
    if (!sheets.failure().isEmpty())
        return notWritten(sheets.failure());
    if (error != LXW_NO_ERROR)
        return notWritten(QString::fromUtf8(lxw_strerror(error)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notWritten(file.errorString());
    return file.readAll();
}

} // namespace yipi::reports
