// SPDX-License-Identifier: GPL-3.0-or-later
// What the reading program sends arrives unchanged, or is known not to be an answer.
#include "exchange/workbook_stream.h"

#include <cstring>
#include <limits>
#include <random>

namespace yipi::exchange::test {

namespace {

QByteArray sent(const Result<Workbook> &result) {
    QByteArray bytes;
    AnswerWriter writer([&](const char *data, std::size_t size) {
        bytes.append(data, qsizetype(size));
        return true;
    });
    EXPECT_TRUE(writer.progress(500));
    EXPECT_TRUE(writer.finish(result));
    return bytes;
}

/// Arrives in pieces of `piece` bytes.
std::optional<Result<Workbook>> received(const QByteArray &bytes, std::size_t piece = 1 << 16,
                                         const ProgressReport &progress = {}) {
    std::size_t at = 0;
    return readAnswer(
        [&](char *data, std::size_t size) {
            const std::size_t part = std::min({size, piece, std::size_t(bytes.size()) - at});
            std::memcpy(data, bytes.constData() + at, part);
            at += part;
            return std::ptrdiff_t(part);
        },
        progress);
}

Workbook fullWorkbook() {
    Workbook book;
    Sheet &sheet = book.sheets.emplace_back();
    sheet.name = QStringLiteral("签约");
    sheet.isHidden = true;
    sheet.merged = {{1, 1, 1, 4}, {2, 1, 1'048'576, 16'384}};
    sheet.hiddenRows = {3, 70'000};
    sheet.hiddenColumns = {2};
    using Kind = Cell::Kind;
    sheet.rows = {
        {{Kind::Text, 0, QStringLiteral("项目名称")}, {}, {Kind::Text, 0, QStringLiteral("项目名称")}},
        {},
        {{Kind::Number, -1250.5, QStringLiteral("-1250.5")},
         {Kind::Date, 45366, QStringLiteral("2024-03-15")},
         {Kind::Flag, 1, QStringLiteral("是")},
         {Kind::Formula, 0, QStringLiteral("#REF!")},
         {Kind::Number, std::numeric_limits<double>::max(), QStringLiteral("1e308")},
         {Kind::Text, 0, QStringLiteral("é\u00FF")},
         {Kind::Text, 0, QString(70'000, u'长')},
         {Kind::Text, 0, QString(300, u'x')}}};
    book.sheets.emplace_back().name = QStringLiteral("空");
    return book;
}

} // namespace

TEST(WorkbookStream, KeepsEveryField) {
    const Workbook book = fullWorkbook();
    for (const std::size_t piece : {std::size_t(1), std::size_t(1000), std::size_t(1 << 20)}) {
        const auto answer = received(sent(book), piece);
        ASSERT_TRUE(answer && *answer);
        EXPECT_EQ(**answer, book) << piece;
    }
    Error error;
    error.code = ErrorCode::FileEncrypted;
    error.message = QStringLiteral("有密码");
    error.advice = QStringLiteral("取消密码");
    error.place = {{}, QStringLiteral("表"), 7, 3, QStringLiteral("name")};
    error.value = QStringLiteral("x");
    const auto refused = received(sent(Failure(error)));
    ASSERT_TRUE(refused);
    ASSERT_FALSE(*refused);
    EXPECT_EQ(refused->error().code, error.code);
    EXPECT_EQ(refused->error().text(), error.text());
    EXPECT_EQ(refused->error().place, error.place);
    EXPECT_EQ(refused->error().value, error.value);
}

TEST(WorkbookStream, SharesTheMemoryOfEqualTexts) {
    Workbook book;
    auto &row = book.sheets.emplace_back().rows.emplace_back();
    for (int i = 0; i < 2; ++i)
        row.push_back({Cell::Kind::Text, 0, QString(5, u'甲')});
    const auto answer = received(sent(book));
    ASSERT_TRUE(answer && *answer);
    const Sheet &sheet = answer->value().sheets.at(0);
    EXPECT_EQ(sheet.cell(1, 1).text.constData(), sheet.cell(1, 2).text.constData());
}

TEST(WorkbookStream, KnowsWhatIsNoWholeAnswer) {
    const QByteArray whole = sent(fullWorkbook());
    for (qsizetype size = 0; size < whole.size(); size += size < 2000 ? 1 : 997)
        EXPECT_FALSE(received(whole.left(size))) << size;
    EXPECT_FALSE(received(QByteArray(100'000, 'x')));
}

TEST(WorkbookStream, SurvivesFlippedBits) {
    const QByteArray whole = sent(fullWorkbook());
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        QByteArray flipped = whole;
        for (int bits = 1 + i % 3; bits > 0; --bits) {
            const auto at = qsizetype(random() % std::min<std::size_t>(std::size_t(whole.size()), 400));
            flipped[at] = char(flipped[at] ^ (1 << random() % 8));
        }
        (void)received(flipped); // any result will do, as long as there is one
    }
}

TEST(WorkbookStream, StopsWhenAsked) {
    const auto answer = received(sent(fullWorkbook()), 1000, [](int permille) { return permille != 500; });
    ASSERT_TRUE(answer);
    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().code, ErrorCode::Cancelled);
}

} // namespace yipi::exchange::test
