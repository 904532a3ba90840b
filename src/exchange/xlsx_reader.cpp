// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_reader.h"

#include "exchange/xlsx_sheet.h"

namespace yipi::exchange::detail {

namespace {

struct SheetEntry {
    QString name;
    QString relation;
    bool isHidden = false;
};

struct Relations {
    QHash<QString, QString> byId;   ///< part names
    QHash<QString, QString> byType; ///< of the last one of a type: "worksheet", "styles" …
};

/// Part name of a relation's target: openpyxl writes "/xl/worksheets/sheet1.xml", others
/// "worksheets/sheet1.xml".
QString partName(const QString &folder, const QString &target) {
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : target.split(u'/', Qt::SkipEmptyParts))
        if (step != QStringLiteral(".."))
            parts << step;
        else if (!parts.isEmpty())
            parts.removeLast();
    return parts.join(u'/');
}

QString attribute(const QXmlStreamReader &xml, QStringView localName) {
    for (const auto &a : xml.attributes())
        if (a.name() == localName)
            return a.value().toString();
    return {};
}

Relations readRelations(Archive &archive, const QString &part) {
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    const QString name =
        folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels");
    Relations relations;
    if (!archive.contains(name))
        return relations;
    archive.readXml(name, [&](QXmlStreamReader &xml) {
        while (nextToken(xml))
            if (xml.isStartElement() && xml.name() == u"Relationship") {
                const QString target = partName(folder, attribute(xml, u"Target"));
                relations.byId.insert(attribute(xml, u"Id"), target);
                relations.byType.insert(attribute(xml, u"Type").section(u'/', -1), target);
            }
    });
    return relations;
}

class XlsxReader {
public:
    XlsxReader(Archive &archive, ReadBudget &budget)
        : m_archive(archive)
        , m_budget(budget) {}
    std::vector<Sheet> read();

private:
    std::vector<SheetEntry> readWorkbookPart(const QString &part);
    void readStyles(const QString &part);
    Sheet readSheet(const SheetEntry &entry, const QString &part);

    Archive &m_archive;
    ReadBudget &m_budget;
    XlsxTables m_tables;
};

std::vector<SheetEntry> XlsxReader::readWorkbookPart(const QString &part) {
    std::vector<SheetEntry> sheets;
    m_archive.readXml(part, [&](QXmlStreamReader &xml) {
        while (nextToken(xml)) {
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"workbookPr") {
                const QString flag = attribute(xml, u"date1904");
                if (flag == QStringLiteral("1") || flag == QStringLiteral("true"))
                    m_tables.origin = QDate(1904, 1, 1); // files that began on an old Mac
            } else if (xml.name() == u"sheet") {
                const QString state = attribute(xml, u"state");
                sheets.push_back({attribute(xml, u"name"), attribute(xml, u"id"),
                                  !state.isEmpty() && state != QStringLiteral("visible")});
            }
        }
    });
    return sheets;
}

void XlsxReader::readStyles(const QString &part) {
    m_archive.readXml(part, [&](QXmlStreamReader &xml) {
        QHash<int, QString> codes;
        bool inCellFormats = false;
        while (nextToken(xml)) {
            if (xml.name() == u"cellXfs")
                inCellFormats = xml.isStartElement();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"numFmt") {
                codes.insert(attribute(xml, u"numFmtId").toInt(), attribute(xml, u"formatCode"));
            } else if (xml.name() == u"xf" && inCellFormats) {
                const int id = attribute(xml, u"numFmtId").toInt();
                m_tables.formats.push_back(codes.contains(id) ? formatKind(-1, codes.value(id))
                                                              : formatKind(id, {}));
            }
        }
    });
}

Sheet XlsxReader::readSheet(const SheetEntry &entry, const QString &part) {
    SheetBuilder sheet(m_budget, entry.name, entry.isHidden);
    XlsxSheet content(m_tables, sheet);
    m_archive.readXml(part, content);
    return sheet.take();
}

std::vector<Sheet> XlsxReader::read() {
    const Relations root = readRelations(m_archive, QString());
    const QString workbook = root.byType.value(QStringLiteral("officeDocument"));
    if (!m_archive.contains(workbook))
        throw ReadStopped{};
    const Relations relations = readRelations(m_archive, workbook);
    const auto entries = readWorkbookPart(workbook);
    if (const QString part = relations.byType.value(QStringLiteral("styles")); m_archive.contains(part))
        readStyles(part);
    XlsxTexts texts(m_tables.texts, m_budget);
    if (const QString part = relations.byType.value(QStringLiteral("sharedStrings"));
        m_archive.contains(part))
        m_archive.readXml(part, texts);
    std::vector<Sheet> sheets;
    for (const SheetEntry &entry : entries) {
        const QString part = relations.byId.value(entry.relation);
        if (!part.contains(QStringLiteral("worksheets/"))) // chart sheets
            continue;
        if (!m_archive.contains(part))
            throw ReadStopped{};
        sheets.push_back(readSheet(entry, part));
    }
    return sheets;
}

} // namespace

std::vector<Sheet> readXlsx(Archive &archive, ReadBudget &budget) {
    return XlsxReader(archive, budget).read();
}

} // namespace yipi::exchange::detail
