// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/enterprise.h"
#include "domain/milestone.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "domain/target.h"
#include "domain/zone.h"
#include "storage/open_settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace yipi::storage::test {

template <class E>
int fieldOf(const char *key) {
    return entity<E>().info.indexOf(QString::fromLatin1(key));
}

/// An insert with all values of `record` that are not empty.
template <class E>
RecordChange inserted(const E &record, qint64 id = 0) {
    RecordChange change{RecordChange::Kind::Insert, kKindOf<E>, id, 0, {}};
    const Record values = toRecord(record);
    for (int i = 0; i < int(values.values.size()); ++i)
        if (!isEmpty(values.values[std::size_t(i)]))
            change.values.emplace_back(i, values.values[std::size_t(i)]);
    return change;
}

template <class E>
RecordChange updated(qint64 id, int version, const char *key, const Value &value) {
    return {RecordChange::Kind::Update, kKindOf<E>, id, version, {{fieldOf<E>(key), value}}};
}

template <class E>
RecordChange removed(qint64 id, int version) {
    return {RecordChange::Kind::Delete, kKindOf<E>, id, version, {}};
}

inline ChangeSet setOf(std::vector<RecordChange> changes, const QString &title = QStringLiteral("测试")) {
    ChangeSet set;
    set.title = title;
    set.user = QStringLiteral("张三");
    set.changes = std::move(changes);
    return set;
}

inline Zone zoneNamed(const QString &code) {
    Zone zone;
    zone.code = code;
    zone.name = code + QStringLiteral("经济技术开发区");
    return zone;
}

inline Project projectNamed(const QString &uid, qint64 zone) {
    Project project;
    project.uid = uid;
    project.name = QStringLiteral("年产%1万吨项目").arg(uid);
    project.zone = {zone};
    project.totalInvestment = Money::fromYuan(1'000'000);
    project.plannedStart = QDate(2024, 3, 15);
    return project;
}

inline QByteArray bytesOf(const QString &path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

inline void writeBytes(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

/// The value, or a failed test with the error's text.
template <class T>
T valueOf(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A new ledger in a folder of its own.
class LedgerTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        store = valueOf(createLedger(path));
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    std::unique_ptr<LedgerStore> opened(OpenMode mode = OpenMode::ReadWrite) const {
        return valueOf(openLedger(path, mode));
    }
    QStringList names() const {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    /// A zone and `count` projects in it; the zone has the id 1, the projects from 1.
    void fill(int count) {
        std::vector<RecordChange> changes{inserted(zoneNamed(QStringLiteral("Z1")), -1)};
        for (int i = 1; i <= count; ++i)
            changes.push_back(inserted(projectNamed(QStringLiteral("u%1").arg(i), -1)));
        valueOf(store->apply(setOf(std::move(changes), QStringLiteral("导入"))));
    }
    static bool isSound(const LedgerStore &ledger) {
        bool isGood = true;
        for (const Check &check : valueOf(ledger.verify())) {
            EXPECT_TRUE(check.ok) << check.name.toStdString() << ": " << check.detail.toStdString();
            isGood = isGood && check.ok;
        }
        return isGood;
    }

private:
    QTemporaryDir m_folder;

protected:
    QString path = file(QStringLiteral("台账.yipi"));
    std::unique_ptr<LedgerStore> store;
};

} // namespace yipi::storage::test
