// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ods_reader.h"

#include "exchange/cell_values.h"

#include <QSet>

namespace yipi::exchange::detail {

namespace {

constexpr int kLastRow = 1'048'576;
constexpr int kLastColumn = 16'384;

QString attribute(const QXmlStreamReader &xml, QStringView localName) {
    // "value" of the office: namespace also exists in calcext:, which repeats the type
    for (const auto &a : xml.attributes())
        if (a.name() == localName && a.prefix() != u"calcext")
            return a.value().toString();
    return {};
}

int count(const QXmlStreamReader &xml, QStringView localName) {
    return std::clamp(attribute(xml, localName).toInt(), 1, kLastRow);
}

/// Of rows and columns; "filter" is what a filter leaves out.
bool isHiddenInOds(const QXmlStreamReader &xml) {
    const QString visibility = attribute(xml, u"visibility");
    return visibility == QStringLiteral("collapse") || visibility == QStringLiteral("filter");
}

/// The paragraphs of a cell up to its end tag; notes and drawings that hang on the cell are not its text.
QString readParagraphs(QXmlStreamReader &xml, const QString &cellName) {
    QStringList paragraphs;
    int depth = 0, skipped = 0; ///< skipped: depth inside an annotation or a shape
    static const QSet<QString> kSkipped{QStringLiteral("annotation"), QStringLiteral("frame"),
                                        QStringLiteral("custom-shape"), QStringLiteral("control"),
                                        QStringLiteral("ruby-text")};
    int inParagraph = 0;
    while (nextToken(xml)) {
        if (xml.isStartElement()) {
            ++depth;
            if (skipped > 0 || kSkipped.contains(xml.name().toString()))
                ++skipped;
            else if (xml.name() == u"p" && inParagraph++ == 0)
                paragraphs << QString();
            else if (inParagraph > 0 && xml.name() == u"s")
                paragraphs.last() += QString(count(xml, u"c"), u' ');
            else if (inParagraph > 0 && xml.name() == u"tab")
                paragraphs.last() += u'\t';
            else if (inParagraph > 0 && xml.name() == u"line-break")
                paragraphs.last() += u'\n';
        } else if (xml.isEndElement()) {
            if (depth == 0 && xml.name() == cellName)
                break;
            --depth;
            if (skipped > 0)
                --skipped;
            else if (xml.name() == u"p")
                --inParagraph;
        } else if (inParagraph > 0 && skipped == 0) {
            paragraphs.last() += xml.text();
        }
    }
    return paragraphs.join(u'\n');
}

class OdsReader {
public:
    OdsReader(QXmlStreamReader &xml, ReadBudget &budget)
        : m_xml(xml)
        , m_budget(budget) {}
    std::vector<Sheet> read();

private:
    void readStyle();
    Sheet readTable();
    void readRow(SheetBuilder &sheet);
    Cell readCell(SheetBuilder &sheet);

    QXmlStreamReader &m_xml;
    ReadBudget &m_budget;
    QSet<QString> m_hiddenStyles;
    QString m_style;
    int m_row = 1;
    int m_column = 1;
};

Cell OdsReader::readCell(SheetBuilder &sheet) {
    const QString element = m_xml.name().toString();
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString type = attribute(m_xml, u"value-type");
    const QString value = attribute(m_xml, u"value");
    const QString date = attribute(m_xml, u"date-value");
    const QString flag = attribute(m_xml, u"boolean-value");
    const QString formula = attribute(m_xml, u"formula");
    const int rows = count(m_xml, u"number-rows-spanned");
    const int columns = count(m_xml, u"number-columns-spanned");
    if (rows > 1 || columns > 1)
        sheet.merge({m_row, m_column, m_row + rows - 1, m_column + columns - 1});
    const QString text = readParagraphs(m_xml, element);

    const QDate origin(1899, 12, 30);
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    const bool isError = std::any_of(attributes.begin(), attributes.end(), [](const QXmlStreamAttribute &a) {
        return a.name() == u"value-type" && a.prefix() == u"calcext" && a.value() == u"error";
    });
    if (isError)
        return formulaCell(text);
    if (!formula.isEmpty() && type.isEmpty() && text.isEmpty()) // never calculated
        return formulaCell(formula.mid(formula.indexOf(u'=')));
    if (type == QStringLiteral("date")) {
        const QDate day = QDate::fromString(date.left(10), Qt::ISODate);
        return day.isValid() ? dateCell(day) : textCell(text);
    }
    if (type == QStringLiteral("percentage") && isNumber)
        return numberCell(number, FormatKind::Percent, origin);
    if ((type == QStringLiteral("float") || type == QStringLiteral("currency")) && isNumber)
        return numberCell(number, FormatKind::Plain, origin);
    if (type == QStringLiteral("boolean"))
        return flagCell(flag == QStringLiteral("true"));
    return textCell(text);
}

void OdsReader::readRow(SheetBuilder &sheet) {
    const int repeated = count(m_xml, u"number-rows-repeated");
    const bool hides = isHiddenInOds(m_xml);
    std::vector<std::pair<int, Cell>> cells;
    m_column = 1;
    while (nextToken(m_xml)) {
        if (m_xml.isEndElement() && m_xml.name() == u"table-row")
            break;
        if (!m_xml.isStartElement() ||
            (m_xml.name() != u"table-cell" && m_xml.name() != u"covered-table-cell"))
            continue;
        const int times = count(m_xml, u"number-columns-repeated");
        const Cell cell = readCell(sheet);
        if (cell.kind != Cell::Kind::Empty)
            m_budget.spendText(cell.text); // its copies share it
        if (cell.kind != Cell::Kind::Empty)
            for (int i = 0; i < times && m_column + i <= kLastColumn; ++i)
                cells.emplace_back(m_column + i, cell);
        m_column += times;
    }
    if (!cells.empty())
        for (int i = 0; i < repeated && m_row + i <= kLastRow; ++i) {
            for (const auto &[column, cell] : cells)
                sheet.put(m_row + i, column, cell);
            if (hides)
                sheet.hideRow(m_row + i);
        }
    m_row = std::min(m_row + repeated, kLastRow);
}

Sheet OdsReader::readTable() {
    SheetBuilder sheet(m_budget, attribute(m_xml, u"name"),
                       m_hiddenStyles.contains(attribute(m_xml, u"style-name")));
    m_row = 1;
    int column = 1;
    while (nextToken(m_xml)) {
        if (m_xml.isEndElement() && m_xml.name() == u"table")
            break;
        if (!m_xml.isStartElement())
            continue;
        if (m_xml.name() == u"table-row") {
            readRow(sheet);
        } else if (m_xml.name() == u"table-column") {
            const int repeated = count(m_xml, u"number-columns-repeated");
            if (isHiddenInOds(m_xml))
                sheet.hideColumns(column, column + repeated - 1);
            column += repeated;
        }
    }
    return sheet.take();
}

void OdsReader::readStyle() {
    if (m_xml.name() == u"style")
        m_style = attribute(m_xml, u"name");
    else if (m_xml.name() == u"table-properties" && attribute(m_xml, u"display") == QStringLiteral("false"))
        m_hiddenStyles.insert(m_style);
}

std::vector<Sheet> OdsReader::read() {
    std::vector<Sheet> sheets;
    while (nextToken(m_xml)) {
        if (!m_xml.isStartElement())
            continue;
        if (m_xml.name() == u"table")
            sheets.push_back(readTable());
        else if (m_xml.name() == u"tracked-changes") // deleted cells live there
            m_xml.skipCurrentElement();
        else
            readStyle();
    }
    return sheets;
}

} // namespace

std::vector<Sheet> readOds(Archive &archive, ReadBudget &budget) {
    std::vector<Sheet> sheets;
    archive.readXml(QStringLiteral("content.xml"),
                    [&](QXmlStreamReader &xml) { sheets = OdsReader(xml, budget).read(); });
    return sheets;
}

bool isEncryptedOds(Archive &archive) {
    const QString manifest = QStringLiteral("META-INF/manifest.xml");
    return archive.contains(manifest) && archive.read(manifest).contains("encryption-data");
}

} // namespace yipi::exchange::detail
