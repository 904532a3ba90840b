// SPDX-License-Identifier: GPL-3.0-or-later
#include "package_reading.h"
#include "seed_input.h"

#include "reports/renderers.h"

#include <QRegularExpression>

using namespace yipi;
using namespace yipi::reports;

TEST(Xlsx, TheTextIsScaledToThePaperWhateverFontStandsIn) {
    const auto file = renderXlsx(bulletin(seedInput()));
    ASSERT_TRUE(file);
    // LibreOffice never scales one column alone; the empty one beside the text makes it do so.
    static const QRegularExpression area(QStringLiteral("Print_Area[^>]*>'?正文'?!\\$A\\$1:\\$B\\$\\d+<"));
    const QString book = QString::fromUtf8(partOf(*file, "xl/workbook.xml"));
    EXPECT_TRUE(book.contains(area)) << book.toStdString();
    const QByteArray sheet = partOf(*file, "xl/worksheets/sheet1.xml");
    EXPECT_TRUE(sheet.contains("fitToPage=\"1\""));
    EXPECT_TRUE(sheet.contains("paperSize=\"9\" fitToHeight=\"0\""));
}
