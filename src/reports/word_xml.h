// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace yipi::reports {

/// Writes one part of a Word package. Names are written as given ("w:p"); the root declares the namespaces.
class WordXml {
public:
    using Attributes = std::initializer_list<std::pair<const char *, QString>>;

    explicit WordXml(QByteArray *out);

    void open(const char *name, Attributes attributes = {});
    /// The root element, with the namespaces w and r.
    void openRoot(const char *name);
    void close() { m_writer.writeEndElement(); }
    void leaf(const char *name, Attributes attributes = {});
    /// <name w:val="value"/>
    void val(const char *name, const QString &value) { leaf(name, {{"w:val", value}}); }
    void val(const char *name, int value) { val(name, QString::number(value)); }
    /// <name>text</name>
    void textElement(const char *name, const QString &text, Attributes attributes = {});
    /// A run of Chinese text: quotation marks take the Chinese font and width.
    void run(const QString &text, int sizeInTwips = 0);
    void finish() { m_writer.writeEndDocument(); }

private:
    QXmlStreamWriter m_writer;
};

/// The value of w:jc.
QString wordJustification(Qt::Alignment alignment);

} // namespace yipi::reports
