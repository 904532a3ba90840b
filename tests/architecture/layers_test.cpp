// SPDX-License-Identifier: GPL-3.0-or-later
// The layer graph of docs/architecture.md, enforced on the #include lines.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace {

/// What each folder of src may include from the others. gui and cli name data types of indicators, exchange
/// and reports (docs/decisions/0002), but never storage.
const QMap<QString, QStringList> kMayInclude{
    {"domain", {}},
    {"indicators", {"domain"}},
    {"storage", {"domain"}},
    {"exchange", {"domain"}},
    {"reader", {"domain", "exchange"}},
    {"reports", {"domain", "indicators"}},
    {"services", {"domain", "indicators", "storage", "exchange", "reader", "reports"}},
    {"cli", {"domain", "indicators", "exchange", "reports", "services"}},
    {"gui", {"domain", "indicators", "exchange", "reports", "services"}},
};

/// Libraries that only some layers may see.
const QMap<QString, QStringList> kOnlyIn{
    {"SQLiteCpp/", {"storage"}},
    {"sqlite3.h", {"storage"}},
    {"orcus/", {"exchange"}},
    {"libxml/", {"exchange"}},
    {"xlsxwriter.h", {"exchange", "reports"}},
    {"qcustomplot.h", {"gui"}},
    {"QtWidgets", {"gui"}},
    {"CLI/", {"cli"}},
};

/// Complaint about one include line of a file in `layer`; empty when it is allowed.
QString complaint(const QString &layer, const QString &included) {
    const QString target = included.section(u'/', 0, 0);
    if (kMayInclude.contains(target) && target != layer && !kMayInclude[layer].contains(target))
        return QStringLiteral("%1 must not include %2").arg(layer, included);
    for (auto it = kOnlyIn.begin(); it != kOnlyIn.end(); ++it)
        if (included.startsWith(it.key()) && !it.value().contains(layer))
            return QStringLiteral("%1 must not use %2").arg(layer, included);
    return {};
}

} // namespace

TEST(Layers, IncludesFollowTheGraph) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    const QString src = QStringLiteral(YIPI_SOURCE_DIR "/src");
    int files = 0;
    for (auto layer = kMayInclude.keyBegin(); layer != kMayInclude.keyEnd(); ++layer) {
        QDirIterator it(src + u'/' + *layer, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            ++files;
            while (!file.atEnd()) {
                const auto match = include.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch()) {
                    EXPECT_TRUE(complaint(*layer, match.captured(1)).isEmpty())
                        << qPrintable(file.fileName()) << ": "
                        << qPrintable(complaint(*layer, match.captured(1)));
                }
            }
        }
    }
    EXPECT_GT(files, 50);
}

TEST(Layers, TheRuleItselfFindsACrossing) {
    EXPECT_FALSE(complaint("domain", "storage/ledger_store.h").isEmpty());
    EXPECT_FALSE(complaint("gui", "storage/ledger_store.h").isEmpty());
    EXPECT_FALSE(complaint("reports", "exchange/importer.h").isEmpty());
    EXPECT_FALSE(complaint("services", "sqlite3.h").isEmpty());
    EXPECT_TRUE(complaint("services", "storage/ledger_store.h").isEmpty());
    EXPECT_TRUE(complaint("gui", "services/ledger_service.h").isEmpty());
}

TEST(Layers, SqlStaysInStorage) {
    static const QRegularExpression sql(
        QStringLiteral("\"\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\\s"));
    QDirIterator it(QStringLiteral(YIPI_SOURCE_DIR "/src"), {"*.h", "*.cpp"}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.fileName().contains(QStringLiteral("/src/storage/")))
            continue;
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(QString::fromUtf8(file.readAll()).contains(sql)) << qPrintable(file.fileName());
    }
}
