// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.h"
#include "exchange/json_export_reader.h"
#include "exchange/ods_reader.h"
#include "exchange/workbook.h"
#include "exchange/xlsx_reader.h"

#include <QFile>
#include <QFileInfo>

namespace yipi::exchange {

namespace {

using detail::Archive;
using detail::ReadBudget;
using detail::ReadStopped;

constexpr qint64 kLargestFile = 128LL << 20;

QString saveAsXlsx() {
    return QStringLiteral("请用 WPS 或 Excel 打开后，另存为 .xlsx 再导入。");
}

Failure unreadable(const QString &message, const QString &advice) {
    return fail(ErrorCode::FileUnreadable, message, advice);
}

Failure stopped(const ReadStopped &stop) {
    switch (stop.reason) {
    case ReadStopped::Reason::Cancelled:
        return fail(ErrorCode::Cancelled, QStringLiteral("已取消读取。"));
    case ReadStopped::Reason::TooLarge:
        return unreadable(QStringLiteral("文件内容过大（解压后超过 256 MB 或超过 1200 万个单元格）。"),
                          QStringLiteral("请删除多余的工作表或拆成几个文件再导入。"));
    case ReadStopped::Reason::Unsafe:
        return unreadable(QStringLiteral("文件含有不安全的内容，已拒绝读取。"), saveAsXlsx());
    case ReadStopped::Reason::OpenQuote:
        return unreadable(
            QStringLiteral("第 %1 行有一个引号没有配对，它后面的内容无法分列。").arg(stop.line),
            QStringLiteral("请补上或删去这个引号；也可以用 WPS 或 Excel 另存为 .xlsx 再导入。"));
    case ReadStopped::Reason::Damaged:
        break;
    }
    return unreadable(QStringLiteral("文件已损坏或格式不对，读不出内容。"), saveAsXlsx());
}

/// An OLE2 container: an encrypted xlsx, an old xls, or a document of another program.
Failure refuseOle(const QByteArray &content) {
    const auto hasStream = [&](QStringView name) {
        return content.contains(QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
    };
    if (hasStream(u"EncryptedPackage"))
        return fail(ErrorCode::FileEncrypted, QStringLiteral("文件有打开密码，无法读取。"),
                    QStringLiteral("请用 WPS 或 Excel 打开，取消密码后另存为 .xlsx 再导入。"));
    if (hasStream(u"Workbook") || hasStream(u"Book"))
        return unreadable(QStringLiteral("这是旧格式的 .xls 文件，不能直接导入。"), saveAsXlsx());
    return unreadable(QStringLiteral("这不是电子表格文件。"),
                      QStringLiteral("请选择 .xlsx、.ods 或 .csv 文件。"));
}

Result<std::vector<Sheet>> readZip(const QString &path, ReadBudget &budget) {
    Archive archive(path, budget);
    if (archive.contains(QStringLiteral("xl/workbook.bin")))
        return unreadable(QStringLiteral("这是二进制的 .xlsb 文件，不能直接导入。"), saveAsXlsx());
    if (archive.contains(QStringLiteral("[Content_Types].xml")) &&
        (archive.contains(QStringLiteral("xl/workbook.xml")) ||
         !archive.contains(QStringLiteral("word/document.xml"))))
        return detail::readXlsx(archive, budget);
    const QString mimetype = QStringLiteral("mimetype");
    if (archive.contains(mimetype) && archive.read(mimetype).contains("opendocument.spreadsheet")) {
        if (detail::isEncryptedOds(archive))
            return fail(ErrorCode::FileEncrypted, QStringLiteral("文件有打开密码，无法读取。"),
                        QStringLiteral("请打开后取消密码，另存再导入。"));
        return detail::readOds(archive, budget);
    }
    return unreadable(QStringLiteral("这不是电子表格文件。"),
                      QStringLiteral("请选择 .xlsx、.ods 或 .csv 文件。"));
}

Result<std::vector<Sheet>> readContent(const QString &path, QFile &file, ReadBudget &budget) {
    const QByteArray head = file.peek(8);
    if (head.startsWith("PK"))
        return readZip(path, budget);
    const QByteArray content = file.readAll();
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return refuseOle(content);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("json"))
        return detail::readExportedJson(content, budget);
    static const QStringList kTextFiles{QStringLiteral("csv"), QStringLiteral("txt"), QStringLiteral("tsv")};
    if (!kTextFiles.contains(suffix)) {
        if (content.trimmed().startsWith('<'))
            return unreadable(QStringLiteral("这是网页或 XML 文件，不是真正的电子表格。"), saveAsXlsx());
        return unreadable(QStringLiteral("这不是电子表格文件，或文件已损坏。"),
                          QStringLiteral("请选择 .xlsx、.ods 或 .csv 文件。"));
    }
    std::vector<Sheet> sheets;
    sheets.push_back(detail::readCsv(content, QFileInfo(path).completeBaseName(), budget));
    return sheets;
}

Result<Workbook> read(const QString &path, const ProgressReport &progress) {
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, QStringLiteral("找不到文件。"),
                    QStringLiteral("请核对路径和文件名。"));
    if (info.isDir())
        return unreadable(QStringLiteral("这是一个文件夹，不是文件。"),
                          QStringLiteral("请选择 .xlsx、.ods 或 .csv 文件。"));
    if (info.size() == 0)
        return unreadable(QStringLiteral("文件是空的（0 字节）。"),
                          QStringLiteral("请重新导出或重新接收该文件。"));
    if (info.size() > kLargestFile)
        return unreadable(QStringLiteral("文件超过 128 MB。"), QStringLiteral("请拆成几个文件再导入。"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(QStringLiteral("没有读取该文件的权限，或文件正被占用。"),
                          QStringLiteral("请关闭其他程序中的该文件，或检查权限。"));
    ReadBudget budget(progress);
    Workbook workbook{path, {}};
    try {
        auto sheets = readContent(path, file, budget);
        if (!sheets)
            return Failure(sheets.error());
        workbook.sheets = std::move(*sheets);
    } catch (const ReadStopped &stop) {
        return stopped(stop);
    } catch (const std::bad_alloc &) {
        return stopped({ReadStopped::Reason::TooLarge});
    }
    if (workbook.sheets.empty())
        return unreadable(QStringLiteral("文件里没有工作表。"), saveAsXlsx());
    const bool hasCells = std::any_of(workbook.sheets.begin(), workbook.sheets.end(),
                                      [](const Sheet &sheet) { return !sheet.rows.empty(); });
    if (!hasCells)
        return unreadable(QStringLiteral("工作表里没有任何内容。"), QStringLiteral("请确认选对了文件。"));
    return workbook;
}

} // namespace

Result<Workbook> readWorkbook(const QString &path, const ProgressReport &progress) {
    auto result = read(path, progress);
    if (!result)
        result.error().place.file = path;
    return result;
}

} // namespace yipi::exchange
