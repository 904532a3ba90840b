// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload.h"

#include "domain/enterprise.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "domain/zone.h"

#include <QDir>
#include <QUuid>

#include <cstdio>
#include <stdexcept>

namespace yipi::storage::fault {

namespace {

constexpr qint64 kMonths = 3;
/// A month of the project that came this many steps before is deleted.
constexpr qint64 kDeleteAfter = 5;
/// Journal entries of a step: project, enterprise, months, zone.
constexpr qint64 kEntries = 2 + kMonths + 1;

qint64 deletedBy(qint64 steps) {
    return std::max<qint64>(0, steps - kDeleteAfter);
}

template <class E>
RecordChange inserted(const E &record, qint64 id) {
    RecordChange change{RecordChange::Kind::Insert, kKindOf<E>, id, 0, {}};
    const Record values = toRecord(record);
    for (int i = 0; i < int(values.values.size()); ++i)
        if (!isEmpty(values.values[std::size_t(i)]))
            change.values.emplace_back(i, values.values[std::size_t(i)]);
    return change;
}

Project projectOf(qint64 n, qint64 zone) {
    Project project;
    project.uid = QStringLiteral("uid-%1").arg(n);
    project.name = QStringLiteral("年产%1万吨新材料项目").arg(n);
    project.zone = {zone};
    project.content = QString(int(n * 37 % 600), QChar(u'建'));
    project.totalInvestment = Money::fromYuan(n * 10'000);
    return project;
}

ChangeSet setOf(std::vector<RecordChange> changes) {
    ChangeSet set;
    set.title = QStringLiteral("试验");
    set.user = QStringLiteral("张三");
    set.changes = std::move(changes);
    return set;
}

template <class T>
T valueOf(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    return std::move(*result);
}

} // namespace

WorkFolder::WorkFolder()
    : m_path((QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
             QStringLiteral("/yipi-fault-") + QUuid::createUuid().toString(QUuid::Id128)) {
    if (!QDir().mkpath(m_path))
        throw std::runtime_error("no work folder");
}

WorkFolder::~WorkFolder() {
    QDir(m_path).removeRecursively();
}

QString WorkFolder::file(const char *name) const {
    return m_path + u'/' + QString::fromLatin1(name);
}

void makeBase(const QString &path) {
    for (const char *suffix : {"", "-journal", ".lock"})
        QFile::remove(path + QString::fromLatin1(suffix));
    const auto store = valueOf(createLedger(path));
    Zone zone;
    zone.code = QStringLiteral("Z1");
    zone.name = QStringLiteral("经济技术开发区");
    zone.sortOrder = 0;
    valueOf(store->apply(setOf({inserted(zone, 0)})));
}

Result<AppliedChangeSet> step(LedgerStore &store, qint64 n) {
    Enterprise enterprise;
    enterprise.name = QStringLiteral("企业%1").arg(n);
    Project project = projectOf(n, 1);
    project.investor = {-1};
    std::vector<RecordChange> changes{inserted(enterprise, -1), inserted(project, -2)};
    for (int month = 1; month <= kMonths; ++month) {
        MonthlyProgress report;
        report.project = {-2};
        report.month = Month(2024, month);
        report.cumulativeInvestment = Money::fromYuan(n * month);
        changes.push_back(inserted(report, 0));
    }
    changes.push_back({RecordChange::Kind::Update,
                       EntityKind::Zone,
                       1,
                       int(n),
                       {{entity<Zone>().info.indexOf(QStringLiteral("sort_order")), Value(n)}}});
    if (n > kDeleteAfter)
        changes.push_back({RecordChange::Kind::Delete,
                           EntityKind::MonthlyProgress,
                           (n - kDeleteAfter - 1) * kMonths + 1,
                           1,
                           {}});
    return store.apply(setOf(std::move(changes)));
}

ChangeSet importOf(int rows) {
    std::vector<RecordChange> changes;
    for (int row = 1; row <= rows; ++row)
        changes.push_back(inserted(projectOf(100'000 + row, 1), 0));
    return setOf(std::move(changes));
}

State stateOf(LedgerStore &store) {
    State state;
    const auto zone = store.read(EntityKind::Zone, 1);
    const auto projects = store.count(EntityKind::Project);
    const auto enterprises = store.count(EntityKind::Enterprise);
    const auto months = store.count(EntityKind::MonthlyProgress);
    if (!zone || !projects || !enterprises || !months) {
        state.problem = QStringLiteral("unreadable");
        return state;
    }
    state.isOpen = true;
    state.steps = fromRecord<Zone>(*zone).sortOrder.value_or(-1);
    state.head = store.journalHead();
    const qint64 n = state.steps;
    state.isWhole = zone->version == n + 1 && *projects == n && *enterprises == n &&
                    *months == kMonths * n - deletedBy(n) &&
                    store.journalSequence() == 1 + kEntries * n + deletedBy(n);
    if (!state.isWhole)
        state.problem = QStringLiteral("counts do not belong together");
    return state;
}

State stateOf(const QString &path, bool isThorough) {
    auto store = openLedger(path, OpenMode::ReadWrite);
    if (!store)
        return {false, false, -1, {}, store.error().text()};
    State state = stateOf(**store);
    if (!isThorough)
        return state;
    const auto checks = (*store)->verify();
    for (const Check &check : checks.value_or(QList<Check>{{QStringLiteral("verify"), false, {}}}))
        if (!check.ok) {
            state.isOpen = false;
            state.problem = check.name + QStringLiteral(": ") + check.detail;
        }
    return state;
}

void Tally::add(const State &state, qint64 acknowledged, const std::map<qint64, QString> &heads) {
    ++runs;
    const auto known = heads.find(state.steps);
    if (!state.isOpen)
        ++corrupt;
    else if (!state.isWhole || (known != heads.end() && known->second != state.head))
        ++partial;
    else if (state.steps < acknowledged)
        ++lost;
}

void Tally::print(const char *what) const {
    std::printf("%-44s %7ld runs, %ld lost, %ld partial, %ld corrupt\n", what, runs, lost, partial, corrupt);
    std::fflush(stdout);
}

int verdict(const Tally &real, const std::map<std::string, Tally> &selfTests) {
    bool isGood = real.isClean();
    for (const auto &[name, tally] : selfTests)
        if (tally.isClean()) {
            std::printf("SELF-TEST FAILED: no harm was seen with %s\n", name.c_str());
            isGood = false;
        }
    std::puts(isGood ? "OK" : "FAILED");
    return isGood ? 0 : 1;
}

} // namespace yipi::storage::fault
