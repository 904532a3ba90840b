// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/html_reader.h"

#include "exchange/html_table.h"

#include <libxml/HTMLparser.h>

#include <QSet>

namespace yipi::exchange::detail {

namespace {

QString textOf(const xmlChar *text, qsizetype length = -1) {
    return QString::fromUtf8(reinterpret_cast<const char *>(text), length);
}

/// Takes the events of libxml2's parser; no tree is built.
class HtmlTables {
public:
    HtmlTables(const QString &name, HtmlTextOutside outside, ReadBudget &budget)
        : m_name(name)
        , m_outside(outside)
        , m_budget(budget) {}

    void start(const QString &element, const HtmlAttributes &attributes);
    void end(const QString &element);
    void text(const QString &text);
    void comment(const QString &text);
    std::vector<Sheet> take();

private:
    struct OpenTable {
        HtmlTable table;
        std::size_t order; ///< of the sheets: as the tables begin
    };
    void startTable();
    void endTable();
    void endLine();
    HtmlTable *table() { return m_open.empty() ? nullptr : &m_open.back().table; }

    QString m_name;
    HtmlTextOutside m_outside;
    ReadBudget &m_budget;
    HtmlStyles m_styles;
    std::vector<OpenTable> m_open; ///< the last one is the innermost
    std::vector<Sheet> m_sheets;
    QStringList m_linesAbove;
    QString m_line, m_css;
    int m_unseen = 0; ///< depth inside elements whose text is not shown
    bool m_isInStyle = false;
};

bool isUnseen(const QString &element) {
    static const QSet<QString> kUnseen{QStringLiteral("script"), QStringLiteral("title"),
                                       QStringLiteral("xml"), QStringLiteral("noscript")};
    return kUnseen.contains(element);
}

bool endsLine(const QString &element) {
    static const QSet<QString> kBlocks{
        QStringLiteral("p"),       QStringLiteral("div"),   QStringLiteral("br"), QStringLiteral("h1"),
        QStringLiteral("h2"),      QStringLiteral("h3"),    QStringLiteral("h4"), QStringLiteral("li"),
        QStringLiteral("caption"), QStringLiteral("center")};
    return kBlocks.contains(element);
}

void HtmlTables::startTable() {
    constexpr std::size_t kDeepest = 32;
    if (m_open.size() >= kDeepest)
        throw ReadStopped{ReadStopped::Reason::Unsafe};
    endLine();
    const std::size_t order = m_sheets.size();
    m_sheets.emplace_back();
    m_open.push_back({HtmlTable(m_budget, m_name), order});
    for (const QString &line : std::exchange(m_linesAbove, {}))
        m_open.back().table.addLine(line);
}

void HtmlTables::endTable() {
    if (m_open.empty())
        return;
    m_open.back().table.endCell();
    m_sheets[m_open.back().order] = m_open.back().table.take();
    m_open.pop_back();
}

void HtmlTables::endLine() {
    if (m_outside == HtmlTextOutside::Keep && !m_line.trimmed().isEmpty())
        m_linesAbove << m_line;
    m_line.clear();
}

void HtmlTables::start(const QString &element, const HtmlAttributes &attributes) {
    const auto look = [&] {
        return m_styles.look(attributes.value(QStringLiteral("class")),
                             attributes.value(QStringLiteral("style")));
    };
    m_unseen += isUnseen(element) ? 1 : 0;
    if (element == QStringLiteral("style"))
        m_isInStyle = true;
    else if (element == QStringLiteral("table"))
        startTable();
    else if (!table())
        endsLine(element) ? endLine() : void();
    else if (element == QStringLiteral("col"))
        table()->addColumn(attributes, look());
    else if (element == QStringLiteral("tr"))
        table()->startRow(look());
    else if (element == QStringLiteral("td") || element == QStringLiteral("th"))
        table()->startCell(attributes, look());
    else if (endsLine(element) && table()->isInCell())
        table()->addLineBreak();
}

void HtmlTables::end(const QString &element) {
    m_unseen -= isUnseen(element) && m_unseen > 0 ? 1 : 0;
    if (element == QStringLiteral("style")) {
        m_isInStyle = false;
        m_styles.addSheet(std::exchange(m_css, {}));
    } else if (element == QStringLiteral("table")) {
        endTable();
    } else if (table() && (element == QStringLiteral("td") || element == QStringLiteral("th"))) {
        table()->endCell();
    } else if (table() && element == QStringLiteral("caption")) {
        table()->addLine(std::exchange(m_line, {}));
    } else if (!table() && endsLine(element)) {
        endLine();
    }
}

void HtmlTables::text(const QString &text) {
    if (m_isInStyle)
        m_css += text;
    else if (m_unseen > 0)
        return;
    else if (table() && table()->isInCell())
        table()->addText(QString(text).replace(u'\n', u' '));
    else
        m_line += QString(text).replace(u'\n', u' ');
    if (std::max(m_css.size(), m_line.size()) > kLongestText)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
}

void HtmlTables::comment(const QString &text) {
    if (m_isInStyle)
        m_css += text;
    else if (text == QStringLiteral("StartFragment") &&
             m_open.empty()) { // before it: what surrounds the selection
        m_line.clear();
        m_linesAbove.clear();
    }
}

std::vector<Sheet> HtmlTables::take() {
    while (!m_open.empty())
        endTable();
    std::erase_if(m_sheets, [](const Sheet &sheet) { return sheet.rows.empty(); });
    for (std::size_t i = 1; i < m_sheets.size(); ++i)
        m_sheets[i].name = QStringLiteral("%1 %2").arg(m_name, QString::number(i + 1));
    return std::move(m_sheets);
}

/// libxml2 is C: nothing may be thrown through it, so a stop is kept until its call is over.
struct Parsing {
    HtmlTables tables;
    htmlParserCtxtPtr parser = nullptr;
    std::exception_ptr stopped;

    template <class Work>
    void run(Work work) {
        if (stopped)
            return;
        try {
            work();
        } catch (...) {
            stopped = std::current_exception();
            xmlStopParser(parser);
        }
    }
};

void onStart(void *data, const xmlChar *name, const xmlChar **pairs) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->run([&] {
        HtmlAttributes attributes;
        for (; pairs && pairs[0]; pairs += 2)
            attributes.insert(textOf(pairs[0]).toLower(), pairs[1] ? textOf(pairs[1]) : QString());
        parsing->tables.start(textOf(name), attributes);
    });
}

void onEnd(void *data, const xmlChar *name) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->run([&] { parsing->tables.end(textOf(name)); });
}

void onText(void *data, const xmlChar *text, int length) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->run([&] { parsing->tables.text(textOf(text, length)); });
}

void onComment(void *data, const xmlChar *text) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->run([&] { parsing->tables.comment(textOf(text).trimmed()); });
}

} // namespace

std::vector<Sheet> readHtmlTables(QString html, const QString &name, HtmlTextOutside outside,
                                  ReadBudget &budget) {
    const QByteArray utf8 = std::exchange(html, {}).toUtf8();
    budget.expectBytes(utf8.size());
    htmlSAXHandler events{};
    events.startElement = onStart;
    events.endElement = onEnd;
    events.characters = onText;
    events.cdataBlock = onText;
    events.ignorableWhitespace = onText;
    events.comment = onComment;
    Parsing parsing{HtmlTables(name, outside, budget), nullptr, nullptr};
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(
        htmlCreatePushParserCtxt(&events, &parsing, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        &htmlFreeParserCtxt);
    if (!parser)
        throw std::bad_alloc();
    parsing.parser = parser.get();
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                         HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    constexpr qsizetype kPiece = 1 << 16;
    for (qsizetype at = 0; at < utf8.size() && !parsing.stopped; at += kPiece) {
        const qsizetype size = std::min(kPiece, utf8.size() - at);
        budget.spendBytes(size);
        htmlParseChunk(parser.get(), utf8.constData() + at, int(size), 0);
    }
    if (!parsing.stopped)
        htmlParseChunk(parser.get(), nullptr, 0, 1);
    if (parsing.stopped)
        std::rethrow_exception(parsing.stopped);
    return parsing.tables.take();
}

} // namespace yipi::exchange::detail
