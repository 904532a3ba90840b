// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.h"
#include "exchange/html_reader.h"
#include "exchange/json_export_reader.h"
#include "exchange/ods_reader.h"
#include "exchange/ole_file.h"
#include "exchange/refusals.h"
#include "exchange/workbook.h"
#include "exchange/xls_reader.h"
#include "exchange/xlsx_reader.h"

#include <QFile>
#include <QFileInfo>

namespace yipi::exchange {

namespace {

using detail::Archive;
using detail::ReadBudget;
using detail::ReadStopped;
using detail::saveAsXlsx;
using detail::unreadable;

constexpr qint64 kLargestFile = 128LL << 20;
constexpr qint64 kLargestInMemory = 64LL << 20; ///< of what is not read piece by piece

Failure notASpreadsheet() {
    return unreadable(QStringLiteral("这不是电子表格文件，或文件已损坏。"),
                      QStringLiteral("请选择 .xlsx、.xls、.ods 或 .csv 文件。"));
}

/// An OLE2 container: an old xls, an encrypted xlsx, or a document of another program.
Result<std::vector<Sheet>> readOle(const QByteArray &content, ReadBudget &budget) {
    const auto mentions = [&](QStringView name) { // also where the container is damaged
        return content.contains(QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
    };
    if (mentions(u"EncryptedPackage"))
        return detail::refusal({ReadStopped::Reason::Encrypted});
    if (!mentions(u"Workbook") && !mentions(u"Book"))
        return notASpreadsheet();
    try {
        const detail::OleFile container(content);
        for (const QString &stream : {QStringLiteral("Workbook"), QStringLiteral("Book")})
            if (container.contains(stream))
                return detail::readXls(container.stream(stream), budget);
    } catch (const ReadStopped &stop) {
        if (stop.reason != ReadStopped::Reason::Damaged)
            throw;
    }
    return unreadable(QStringLiteral("这个旧格式的 .xls 文件已损坏，或是 Excel 95 以前的格式，读不出内容。"),
                      saveAsXlsx());
}

/// Many old office systems export a web page under the name .xls.
Result<std::vector<Sheet>> readMarkup(const QByteArray &content, const QString &name, ReadBudget &budget) {
    auto html = detail::decodedText(content);
    if (!html)
        return detail::refusal({});
    if (html->contains(QStringLiteral("urn:schemas-microsoft-com:office:spreadsheet")) &&
        html->contains(QStringLiteral("<Worksheet")))
        return unreadable(QStringLiteral("这是“XML 表格 2003”文件，不能直接导入。"), saveAsXlsx());
    auto sheets = detail::readHtmlTables(std::move(*html), name, detail::HtmlTextOutside::Keep, budget);
    if (sheets.empty())
        return unreadable(QStringLiteral("这是网页或 XML 文件，里面没有表格。"), saveAsXlsx());
    return sheets;
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
            return detail::refusal({ReadStopped::Reason::Encrypted});
        return detail::readOds(archive, budget);
    }
    return notASpreadsheet();
}

Result<std::vector<Sheet>> readContent(const QString &path, QFile &file, ReadBudget &budget) {
    const QByteArray head = file.peek(8);
    if (head.startsWith("PK"))
        return readZip(path, budget);
    if (file.size() > kLargestInMemory)
        return unreadable(QStringLiteral("文件超过 64 MB（只有 .xlsx 和 .ods 可以到 128 MB）。"),
                          QStringLiteral("请拆成几个文件，或用 WPS 或 Excel 另存为 .xlsx 再导入。"));
    const QByteArray content = file.readAll();
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return readOle(content, budget);
    const QFileInfo info(path);
    if (info.suffix().toLower() == QStringLiteral("json"))
        return detail::readExportedJson(content, budget);
    static const QStringList kTextFiles{QStringLiteral("csv"), QStringLiteral("txt"), QStringLiteral("tsv")};
    if (kTextFiles.contains(info.suffix().toLower())) {
        std::vector<Sheet> sheets;
        sheets.push_back(detail::readCsv(content, info.completeBaseName(), budget));
        return sheets;
    }
    const auto start = content.left(64).trimmed();
    if (start.startsWith('<') || start.startsWith("\xEF\xBB\xBF<") ||
        start.startsWith(QByteArray("\xFF\xFE<\0", 4)))
        return readMarkup(content, info.completeBaseName(), budget);
    return notASpreadsheet();
}

Result<Workbook> read(const QString &path, const ProgressReport &progress) {
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, QStringLiteral("找不到文件。"),
                    QStringLiteral("请核对路径和文件名。"));
    if (info.isDir())
        return unreadable(QStringLiteral("这是一个文件夹，不是文件。"),
                          QStringLiteral("请选择 .xlsx、.xls、.ods 或 .csv 文件。"));
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
        return detail::refusal(stop);
    } catch (const std::bad_alloc &) {
        return detail::refusal({ReadStopped::Reason::TooLarge});
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
