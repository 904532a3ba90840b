// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.h"

#include "exchange/cell_values.h"

#include <QStringDecoder>
#include <orcus/csv_parser.hpp>
#include <unicode/ucnv.h>

#include <array>

namespace yipi::exchange::detail {

namespace {

std::optional<QString> decoded(const QByteArray &bytes, QStringConverter::Encoding encoding) {
    QStringDecoder decoder(encoding);
    QString text = decoder(bytes);
    // No text has the character 0, and liborcus would drop what follows it in a quoted cell.
    return decoder.hasError() || text.contains(QChar::Null) ? std::nullopt : std::optional(text);
}

/// The line of a quotation mark that begins a cell and never ends it: liborcus would put the rest of the file
/// into that cell. 0 = none.
int lineOfOpenQuote(const QByteArray &utf8, char separator) {
    int line = 1, openedOn = 0;
    bool atCellStart = true;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8.at(i);
        if (openedOn > 0) {
            if (c == '"' && i + 1 < utf8.size() && utf8.at(i + 1) == '"')
                ++i;
            else if (c == '"')
                openedOn = 0;
        } else if (c == '"' && atCellStart) {
            openedOn = line;
        }
        atCellStart = openedOn == 0 && (c == separator || c == '\n');
        line += c == '\n' ? 1 : 0;
    }
    return openedOn;
}

/// Takes the cells that liborcus cuts out of the text.
class CsvCells : public orcus::csv_handler {
public:
    explicit CsvCells(SheetBuilder &sheet, ReadBudget &budget)
        : m_sheet(sheet)
        , m_budget(budget) {}
    void begin_row() { m_column = 0; }
    void end_row() { ++m_row; }
    void cell(const char *p, size_t n, bool) {
        m_budget.spendBytes(qint64(n) + 1);
        QString text = QString::fromUtf8(p, qsizetype(n));
        // What our own export puts before a text that looks like a formula (docs/import.md).
        static const QString kFormulaStarts = QStringLiteral("=+-@\t\r\n＝＋－＠'");
        if (text.size() > 1 && text.startsWith(u'\'') && kFormulaStarts.contains(text.at(1)))
            text.remove(0, 1);
        if (++m_column > 16'384 || m_row > 1'048'576) // leaving cells out would be a silent loss
            throw ReadStopped{ReadStopped::Reason::TooLarge};
        m_sheet.put(m_row, m_column, textCell(std::move(text)));
    }

private:
    SheetBuilder &m_sheet;
    ReadBudget &m_budget;
    int m_row = 1;
    int m_column = 0;
};

} // namespace

std::optional<QString> fromGb18030(const QByteArray &bytes) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open("gb18030", &status);
    if (U_FAILURE(status))
        return std::nullopt;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(bytes.size() + 1, Qt::Uninitialized);
    const auto length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int32_t(text.size()),
                                      bytes.constData(), int32_t(bytes.size()), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return std::nullopt;
    text.truncate(length);
    return text;
}

std::optional<QString> decodedText(const QByteArray &bytes) {
    if (bytes.startsWith("\xFF\xFE"))
        return decoded(bytes, QStringConverter::Utf16LE);
    if (bytes.startsWith("\xFE\xFF"))
        return decoded(bytes, QStringConverter::Utf16BE);
    if (bytes.contains('\0'))
        return std::nullopt;
    if (auto text = decoded(bytes, QStringConverter::Utf8)) // takes the mark off
        return text;
    return fromGb18030(bytes);
}

char separatorOf(const QByteArray &utf8) {
    constexpr std::array kCandidates{',', '\t', ';'};
    constexpr int kLines = 20;
    char best = ',';
    std::pair<int, int> bestScore; ///< lines with the commonest number of cells, that number
    for (const char candidate : kCandidates) {
        std::map<int, int> linesWith;
        int line = 0, cuts = 0;
        bool quoted = false;
        for (const char c : utf8) {
            if (c == '"')
                quoted = !quoted;
            else if (c == candidate && !quoted)
                ++cuts;
            else if (c == '\n' && !quoted) {
                ++linesWith[std::exchange(cuts, 0)];
                if (++line == kLines)
                    break;
            }
        }
        ++linesWith[cuts];
        for (const auto &[count, lines] : linesWith)
            if (const std::pair score(lines, count); count > 0 && score > bestScore) {
                best = candidate;
                bestScore = score;
            }
    }
    return best;
}

Sheet readCsv(const QByteArray &bytes, const QString &name, ReadBudget &budget) {
    auto text = decodedText(bytes);
    if (!text)
        throw ReadStopped{};
    QByteArray utf8 = text->toUtf8();
    text.reset(); // twice as large as the file
    utf8.replace("\r\n", "\n");
    utf8.replace('\r', '\n');
    budget.expectBytes(utf8.size());
    SheetBuilder sheet(budget, name, false);
    CsvCells cells(sheet, budget);
    orcus::csv::parser_config config;
    config.delimiters.push_back(separatorOf(utf8));
    if (const int line = lineOfOpenQuote(utf8, config.delimiters.front()); line > 0)
        throw ReadStopped{ReadStopped::Reason::OpenQuote, line};
    config.text_qualifier = '"';
    config.trim_cell_value = false;
    try {
        orcus::csv_parser<CsvCells> parser(utf8.constData(), size_t(utf8.size()), cells, config);
        parser.parse();
    } catch (const std::exception &) { // liborcus: what follows a closing quotation mark, and the like
        throw ReadStopped{};
    }
    return sheet.take();
}

} // namespace yipi::exchange::detail
