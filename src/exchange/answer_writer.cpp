// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/answer_format.h"
#include "exchange/workbook_stream.h"

#include <algorithm>

namespace yipi::exchange {

namespace {

using detail::AnswerPart;
using detail::TextForm;

/// Collects small values into large writes.
class AnswerBytes {
public:
    explicit AnswerBytes(const ByteSink &sink)
        : m_sink(sink) {
        m_bytes.reserve(2 * kChunk);
    }

    void byte(unsigned value) { m_bytes.push_back(char(value)); }
    void part(AnswerPart part) { byte(unsigned(part)); }
    void count(quint64 value) {
        for (; value >= 0x80; value >>= 7)
            byte(unsigned(value & 0x7F) | 0x80);
        byte(unsigned(value));
    }
    void raw(const void *bytes, std::size_t size) {
        if (m_bytes.size() >= kChunk)
            flush();
        const auto *first = static_cast<const char *>(bytes);
        m_bytes.insert(m_bytes.end(), first, first + size);
    }
    /// `form` has been written already.
    void text(TextForm form, const QString &text) {
        const std::size_t slot = detail::TextSlots::slotOf(text);
        if (form == TextForm::Known)
            return count(slot);
        if (form == TextForm::None)
            return;
        m_slots[slot] = text;
        count(slot);
        count(quint64(text.size()));
        if (form == TextForm::Utf16)
            return raw(text.utf16(), std::size_t(text.size()) * sizeof(char16_t));
        for (const QChar c : text)
            byte(c.unicode());
    }
    TextForm formOf(const QString &text) {
        if (text.isEmpty())
            return TextForm::None;
        if (m_slots[detail::TextSlots::slotOf(text)] == text)
            return TextForm::Known;
        const bool isNarrow =
            std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 256; });
        return isNarrow ? TextForm::Latin1 : TextForm::Utf16;
    }
    void text(const QString &value) {
        const TextForm form = formOf(value);
        byte(unsigned(form));
        text(form, value);
    }
    void cell(const Cell &cell) {
        const TextForm form = formOf(cell.text);
        byte(unsigned(cell.kind) | unsigned(form) << 4);
        if (cell.kind != Cell::Kind::Empty && cell.kind != Cell::Kind::Text &&
            cell.kind != Cell::Kind::Formula)
            raw(&cell.number, sizeof(cell.number));
        text(form, cell.text);
    }
    bool flush() {
        m_isWanted = m_isWanted && (m_bytes.empty() || m_sink(m_bytes.data(), m_bytes.size()));
        m_bytes.clear();
        return m_isWanted;
    }
    bool isFull() const { return m_bytes.size() >= kChunk; }

private:
    static constexpr std::size_t kChunk = 1 << 18;
    const ByteSink &m_sink;
    std::vector<char> m_bytes;
    detail::TextSlots m_slots;
    bool m_isWanted = true;
};

void write(AnswerBytes &out, const std::vector<int> &numbers) {
    out.count(numbers.size());
    for (const int number : numbers)
        out.count(quint64(number));
}

bool write(AnswerBytes &out, const Sheet &sheet) {
    out.part(AnswerPart::Sheet);
    out.text(sheet.name);
    out.byte(sheet.isHidden ? 1 : 0);
    out.count(sheet.merged.size());
    for (const CellRange &range : sheet.merged)
        for (const int number : {range.firstRow, range.firstColumn, range.lastRow, range.lastColumn})
            out.count(quint64(number));
    write(out, sheet.hiddenRows);
    write(out, sheet.hiddenColumns);
    out.count(sheet.rows.size());
    for (const auto &row : sheet.rows) {
        out.count(row.size());
        for (const Cell &cell : row)
            out.cell(cell);
        if (out.isFull() && !out.flush())
            return false;
    }
    return true;
}

void write(AnswerBytes &out, const Error &error) {
    out.part(AnswerPart::Failure);
    out.count(quint64(error.code));
    for (const QString &text :
         {error.message, error.advice, error.place.sheet, error.place.field, error.value})
        out.text(text);
    out.count(quint64(error.place.row));
    out.count(quint64(error.place.column));
}

} // namespace

AnswerWriter::AnswerWriter(ByteSink sink)
    : m_sink(std::move(sink)) {
    m_sink(detail::kAnswerMark.data(), detail::kAnswerMark.size());
}

bool AnswerWriter::progress(int permille) {
    const int told = std::clamp(permille, 0, 1000);
    const std::array<char, 3> bytes{char(AnswerPart::Progress), char(told & 0xFF), char(told >> 8)};
    return m_sink(bytes.data(), bytes.size());
}

bool AnswerWriter::finish(const Result<Workbook> &result) {
    AnswerBytes out(m_sink);
    if (!result)
        write(out, result.error());
    else
        for (const Sheet &sheet : result->sheets)
            if (!write(out, sheet))
                return false;
    out.part(AnswerPart::End);
    return out.flush();
}

} // namespace yipi::exchange
