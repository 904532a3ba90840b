// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a csv file: read or refused, and the same text in another encoding reads the same.
#include "exchange/csv_reader.h"
#include "fuzz/fuzz_target.h"

#include <QStringEncoder>

namespace yipi::fuzz {

namespace {

using namespace exchange;
using namespace exchange::detail;

constexpr std::size_t kLongest = 2000;

std::optional<Sheet> sheetIn(const QByteArray &bytes) {
    const ProgressReport progress;
    ReadBudget budget(progress);
    try {
        return readCsv(bytes, QStringLiteral("表"), budget);
    } catch (const ReadStopped &) {
        return std::nullopt;
    }
}

bool sameCells(const Sheet &a, const Sheet &b) {
    const auto sameCell = [](const Cell &x, const Cell &y) { return x.kind == y.kind && x.text == y.text; };
    return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [&](const auto &x, const auto &y) {
                          return std::equal(x.begin(), x.end(), y.begin(), y.end(), sameCell);
                      });
}

void checkSheet(const Sheet &sheet, const QString &text) {
    qsizetype length = 0;
    for (const auto &row : sheet.rows)
        for (const Cell &cell : row) {
            require(cell.kind == Cell::Kind::Text || cell.kind == Cell::Kind::Empty, "csv cells are texts");
            require((cell.kind == Cell::Kind::Empty) == cell.text.isEmpty(), "a text cell has text");
            length += cell.text.size();
        }
    require(length <= text.size(), "csv cells hold no more than the file");
    require(qsizetype(sheet.rows.size()) <= text.count(u'\n') + text.count(u'\r') + 1, "a row has a line");
}

} // namespace

} // namespace yipi::fuzz

int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size) {
    using namespace yipi::fuzz;
    const QByteArray bytes = bytesOf(data, size, kLongest);
    const auto sheet = sheetIn(bytes);
    const auto text = yipi::exchange::detail::decodedText(bytes);
    require(text || !sheet, "what can't be decoded is refused");
    if (sheet)
        checkSheet(*sheet, *text);
    if (!text || !text->isValidUtf16())
        return 0;
    QStringEncoder utf16(QStringConverter::Utf16LE);
    const auto other = sheetIn(QByteArray("\xFF\xFE") + QByteArray(utf16(*text)));
    require(sheet.has_value() == other.has_value(), "an encoding decides nothing");
    require(!sheet || sameCells(*sheet, *other), "UTF-16 reads as the same text does otherwise");
    return 0;
}
