// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/word_xml.h"
#include "reports/official_page.h"

#include <utility>

namespace yipi::reports {

WordXml::WordXml(QByteArray *out)
    : m_writer(out) {
    m_writer.writeStartDocument(QStringLiteral("1.0"), true);
}

void WordXml::open(const char *name, Attributes attributes) {
    m_writer.writeStartElement(QLatin1String(name));
    for (const auto &[key, value] : attributes)
        m_writer.writeAttribute(QLatin1String(key), value);
}

void WordXml::openRoot(const char *name) {
    open(name, {{"xmlns:w", QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main")},
                {"xmlns:r",
                 QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships")}});
}

void WordXml::leaf(const char *name, Attributes attributes) {
    m_writer.writeEmptyElement(QLatin1String(name));
    for (const auto &[key, value] : attributes)
        m_writer.writeAttribute(QLatin1String(key), value);
}

void WordXml::textElement(const char *name, const QString &text, Attributes attributes) {
    open(name, attributes);
    m_writer.writeCharacters(text);
    close();
}

void WordXml::run(const QString &text, int sizeInTwips) {
    open("w:r");
    open("w:rPr");
    leaf("w:rFonts", {{"w:hint", QStringLiteral("eastAsia")}});
    if (sizeInTwips > 0) {
        val("w:sz", sizeInTwips / 10);
        val("w:szCs", sizeInTwips / 10);
    }
    close();
    bool isFirstLine = true;
    for (const QString &line : printable(text).split(u'\n')) {
        if (!std::exchange(isFirstLine, false))
            leaf("w:br");
        if (!line.isEmpty())
            textElement("w:t", line, {{"xml:space", QStringLiteral("preserve")}});
    }
    close();
}

QString wordJustification(Qt::Alignment alignment) {
    if (alignment & Qt::AlignJustify)
        return QStringLiteral("both");
    if (alignment & Qt::AlignLeft)
        return QStringLiteral("left");
    return alignment & Qt::AlignRight ? QStringLiteral("right") : QStringLiteral("center");
}

} // namespace yipi::reports
