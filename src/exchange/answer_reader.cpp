// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/answer_format.h"
#include "exchange/sheet_builder.h"
#include "exchange/workbook_stream.h"

#include <cstring>

namespace yipi::exchange {

namespace {

using detail::AnswerPart;
using detail::ReadBudget;
using detail::ReadStopped;
using detail::TextForm;

/// Bytes of the answer, each value checked before it is used. Throws ReadStopped (Damaged) for what no
/// AnswerWriter writes and at the end of the bytes.
class AnswerSource {
public:
    explicit AnswerSource(const ByteSource &source)
        : m_source(source) {}

    unsigned byte() {
        if (m_next == m_end)
            fill();
        return static_cast<unsigned char>(m_buffer[m_next++]);
    }
    quint64 count(quint64 most) {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const unsigned next = byte();
            value |= quint64(next & 0x7F) << shift;
            if (next < 0x80) {
                if (value > most)
                    break;
                return value;
            }
        }
        throw ReadStopped{};
    }
    int number(int most) { return int(count(quint64(most))); }
    void raw(void *target, std::size_t size) {
        for (auto *to = static_cast<char *>(target); size > 0;) {
            if (m_next == m_end)
                fill();
            const std::size_t part = std::min(size, m_end - m_next);
            std::memcpy(to, m_buffer.data() + m_next, part);
            m_next += part;
            to += part;
            size -= part;
        }
    }
    QString text(unsigned form) {
        if (form == unsigned(TextForm::None))
            return {};
        if (form > unsigned(TextForm::Known))
            throw ReadStopped{};
        QString &known = m_slots[std::size_t(count(detail::TextSlots::kCount - 1))];
        if (form != unsigned(TextForm::Known)) {
            known = form == unsigned(TextForm::Latin1) ? latin1() : utf16();
            m_textBudget.spendText(known);
        }
        return known;
    }
    QString text() { return text(byte()); }

private:
    static constexpr quint64 kChunk = 1 << 16; ///< a long text grows by this while it arrives

    void fill() {
        const std::ptrdiff_t got = m_source(m_buffer.data(), m_buffer.size());
        if (got <= 0)
            throw ReadStopped{};
        m_next = 0;
        m_end = std::size_t(got);
    }
    QString latin1() {
        QString result;
        for (quint64 left = count(quint64(detail::kLongestText)); left > 0;) {
            std::array<char, 256> part;
            const auto size = std::size_t(std::min<quint64>(left, part.size()));
            raw(part.data(), size);
            result += QLatin1String(part.data(), qsizetype(size));
            left -= size;
        }
        return result;
    }
    QString utf16() {
        QString result;
        for (quint64 left = count(quint64(detail::kLongestText)); left > 0;) {
            const quint64 size = std::min(left, kChunk);
            const qsizetype before = result.size();
            result.resize(before + qsizetype(size));
            raw(result.data() + before, std::size_t(size) * sizeof(char16_t));
            left -= size;
        }
        return result;
    }

    const ByteSource &m_source;
    std::vector<char> m_buffer = std::vector<char>(1 << 18);
    std::size_t m_next = 0, m_end = 0;
    detail::TextSlots m_slots;
    const ProgressReport m_silent;
    ReadBudget m_textBudget{
        m_silent}; ///< apart from the cells': fewer texts share memory here than in the reader
};

constexpr int kLastRow = 1'048'576;
constexpr int kLastColumn = 16'384;
constexpr int kMostRanges = 1 << 30; ///< each takes bytes, so they end with the answer

Cell readCell(AnswerSource &in) {
    const unsigned head = in.byte();
    if ((head & 0xF) > unsigned(Cell::Kind::Formula))
        throw ReadStopped{};
    Cell cell;
    cell.kind = Cell::Kind(head & 0xF);
    if (cell.kind == Cell::Kind::Number || cell.kind == Cell::Kind::Date || cell.kind == Cell::Kind::Flag)
        in.raw(&cell.number, sizeof(cell.number));
    cell.text = in.text(head >> 4);
    return cell;
}

std::vector<int> readNumbers(AnswerSource &in, int most) {
    std::vector<int> numbers;
    for (int left = in.number(most); left > 0; --left)
        numbers.push_back(in.number(most));
    return numbers;
}

Sheet readSheet(AnswerSource &in, ReadBudget &budget) {
    Sheet sheet;
    sheet.name = in.text();
    sheet.isHidden = in.byte() != 0;
    for (int left = in.number(kMostRanges); left > 0; --left) {
        budget.spendCells(1);
        CellRange range;
        for (int *number : {&range.firstRow, &range.firstColumn, &range.lastRow, &range.lastColumn})
            *number = in.number(2 * kLastRow);
        sheet.merged.push_back(range);
    }
    sheet.hiddenRows = readNumbers(in, kLastRow);
    sheet.hiddenColumns = readNumbers(in, kLastColumn);
    for (int rows = in.number(kLastRow); rows > 0; --rows) {
        auto &row = sheet.rows.emplace_back();
        const int cells = in.number(kLastColumn);
        budget.spendMemory(qint64(sizeof(row)));
        budget.spendCells(cells);
        row.reserve(std::size_t(cells));
        for (int i = 0; i < cells; ++i)
            row.push_back(readCell(in));
    }
    return sheet;
}

Error readError(AnswerSource &in) {
    Error error;
    error.code = ErrorCode(in.number(int(ErrorCode::Internal)));
    for (QString *text :
         {&error.message, &error.advice, &error.place.sheet, &error.place.field, &error.value})
        *text = in.text();
    error.place.row = in.number(kLastRow);
    error.place.column = in.number(kLastColumn);
    return error;
}

Result<Workbook> readParts(AnswerSource &in, const ProgressReport &progress) {
    const ProgressReport silent;
    ReadBudget budget(silent);
    std::array<char, detail::kAnswerMark.size()> mark;
    in.raw(mark.data(), mark.size());
    if (mark != detail::kAnswerMark)
        throw ReadStopped{};
    Workbook workbook;
    while (true) {
        switch (AnswerPart(in.byte())) {
        case AnswerPart::Progress: {
            const unsigned low = in.byte();
            const unsigned permille = std::min(low | in.byte() << 8, 1000u);
            if (progress && !progress(int(permille)))
                return fail(ErrorCode::Cancelled, QStringLiteral("已取消读取。"));
            break;
        }
        case AnswerPart::Failure: {
            Error error = readError(in);
            if (AnswerPart(in.byte()) != AnswerPart::End)
                throw ReadStopped{};
            return Failure(std::move(error));
        }
        case AnswerPart::Sheet:
            workbook.sheets.push_back(readSheet(in, budget));
            break;
        case AnswerPart::End:
            return workbook;
        default:
            throw ReadStopped{};
        }
    }
}

} // namespace

std::optional<Result<Workbook>> readAnswer(const ByteSource &source, const ProgressReport &progress) {
    try {
        AnswerSource in(source);
        return readParts(in, progress);
    } catch (const ReadStopped &) {
        return std::nullopt;
    }
}

} // namespace yipi::exchange
