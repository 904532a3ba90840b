// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_reader.h"

#include "exchange/cell_values.h"

#include <QRegularExpression>

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

/// "_x000D_" stands for a character that XML can't hold, "_x005F_" for an underscore before such a text.
QString unescaped(const QString &text) {
    static const QRegularExpression kEscape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QStringLiteral("_x")))
        return text;
    QString result;
    qsizetype end = 0;
    for (auto it = kEscape.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += QChar(char16_t(match.capturedView(1).toUShort(nullptr, 16)));
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

/// Text of a string item that starts at the current token: plain or in runs, without phonetic hints.
QString readStringItem(QXmlStreamReader &xml, QStringView element) {
    QString text;
    bool inText = false;
    int phonetic = 0;
    while (nextToken(xml)) {
        if (xml.isStartElement()) {
            phonetic += xml.name() == u"rPh" ? 1 : 0;
            inText = xml.name() == u"t";
        } else if (xml.isEndElement()) {
            if (xml.name() == element)
                break;
            phonetic -= xml.name() == u"rPh" ? 1 : 0;
            inText = false;
        } else if (inText && phonetic == 0) {
            text += xml.text();
        }
    }
    return unescaped(text);
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
    void readSharedStrings(const QString &part);
    Sheet readSheet(const SheetEntry &entry, const QString &part);
    void readCell(QXmlStreamReader &xml, SheetBuilder &sheet, CellAddress &at);
    Cell cellFrom(const QString &type, const QString &value, int style) const;

    Archive &m_archive;
    ReadBudget &m_budget;
    std::vector<QString> m_texts;
    std::vector<FormatKind> m_formats; ///< by cell style
    QDate m_origin{1899, 12, 30};
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
                    m_origin = QDate(1904, 1, 1); // files that began on an old Mac
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
                m_formats.push_back(codes.contains(id) ? formatKind(-1, codes.value(id))
                                                       : formatKind(id, {}));
            }
        }
    });
}

void XlsxReader::readSharedStrings(const QString &part) {
    m_archive.readXml(part, [&](QXmlStreamReader &xml) {
        while (nextToken(xml))
            if (xml.isStartElement() && xml.name() == u"si")
                m_texts.push_back(readStringItem(xml, u"si"));
    });
}

Cell XlsxReader::cellFrom(const QString &type, const QString &value, int style) const {
    if (type == QStringLiteral("s")) {
        const auto index = value.toULongLong();
        if (index >= m_texts.size())
            throw ReadStopped{};
        return textCell(m_texts[std::size_t(index)]);
    }
    if (type == QStringLiteral("b"))
        return value.isEmpty() ? Cell() : flagCell(value != QStringLiteral("0"));
    if (value.isEmpty())
        return {};
    if (type == QStringLiteral("e"))
        return formulaCell(value);
    if (type == QStringLiteral("d")) {
        const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
        return day.isValid() ? dateCell(day) : textCell(value);
    }
    if (type == QStringLiteral("inlineStr"))
        return textCell(value); // unescaped already, and never twice
    if (!type.isEmpty() && type != QStringLiteral("n"))
        return textCell(unescaped(value));
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return textCell(value);
    const bool known = style >= 0 && std::size_t(style) < m_formats.size();
    return numberCell(number, known ? m_formats[std::size_t(style)] : FormatKind::Plain, m_origin);
}

void XlsxReader::readCell(QXmlStreamReader &xml, SheetBuilder &sheet, CellAddress &at) {
    const auto attributes = xml.attributes();
    ++at.column; // cells may leave their address out: then they follow one another
    if (attributes.hasAttribute(QStringLiteral("r"))) {
        const auto address = cellAddress(attributes.value(QStringLiteral("r")));
        if (!address) // beyond the last row or column: its place can't be guessed
            throw ReadStopped{};
        at = *address;
    }
    if (at.row < 1 || at.row > 1'048'576 || at.column > 16'384)
        throw ReadStopped{};
    const QString type = attributes.value(QStringLiteral("t")).toString();
    const int style = attributes.value(QStringLiteral("s")).toInt();
    QString value, formula;
    bool hasFormula = false; // the cells of a shared one have an empty element
    QString *target = nullptr;
    while (nextToken(xml)) {
        if (xml.isStartElement()) {
            if (xml.name() == u"is")
                value = readStringItem(xml, u"is");
            hasFormula = hasFormula || xml.name() == u"f";
            target = xml.name() == u"v" ? &value : xml.name() == u"f" ? &formula : nullptr;
        } else if (xml.isEndElement()) {
            if (xml.name() == u"c")
                break;
            target = nullptr;
        } else if (target) {
            *target += xml.text();
        }
    }
    // Without a stored result it must not look like an empty cell; the empty text (type str) is a result.
    const bool isUnknown = hasFormula && value.isEmpty() && type != QStringLiteral("str");
    sheet.put(at.row, at.column, isUnknown ? formulaCell(u'=' + formula) : cellFrom(type, value, style));
}

/// Of rows and columns; the rows that a filter leaves out are hidden as well.
bool isHiddenInXlsx(const QXmlStreamReader &xml) {
    const QString flag = attribute(xml, u"hidden");
    return flag == QStringLiteral("1") || flag == QStringLiteral("true");
}

Sheet XlsxReader::readSheet(const SheetEntry &entry, const QString &part) {
    SheetBuilder sheet(m_budget, entry.name, entry.isHidden);
    m_archive.readXml(part, [&](QXmlStreamReader &xml) {
        CellAddress at;
        while (nextToken(xml)) {
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"row") {
                const int row = xml.attributes().value(QStringLiteral("r")).toInt();
                at = {row > 0 ? row : at.row + 1, 0};
                if (isHiddenInXlsx(xml))
                    sheet.hideRow(at.row);
            } else if (xml.name() == u"col") {
                if (isHiddenInXlsx(xml))
                    sheet.hideColumns(attribute(xml, u"min").toInt(), attribute(xml, u"max").toInt());
            } else if (xml.name() == u"c") {
                readCell(xml, sheet, at);
            } else if (xml.name() == u"mergeCell") {
                if (const auto range = cellRange(xml.attributes().value(QStringLiteral("ref"))))
                    sheet.merge(*range);
            }
        }
    });
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
    if (const QString part = relations.byType.value(QStringLiteral("sharedStrings"));
        m_archive.contains(part))
        readSharedStrings(part);
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
