// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ledger_service.h"

#include "domain/enterprise.h"
#include "domain/region.h"
#include "domain/text_parsing.h"
#include "services/custom_columns.h"
#include "services/facts_loader.h"
#include "services/ledger_state.h"
#include "services/locations.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace yipi::services {

namespace {

/// The administrative divisions that every new ledger knows (data/reference/divisions.csv).
ChangeSet regionsOfReference(const QString &user) {
    ChangeSet set;
    set.title = QStringLiteral("建立行政区划");
    set.user = user;
    set.source = ChangeSource::Generator; // belongs to every ledger, so not a step of the undo list
    QFile file(dataFolder() + QStringLiteral("/reference/divisions.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return set;
    file.readLine(); // header
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        if (cells.size() < 4)
            continue;
        Region region;
        region.code = cells[0];
        region.name = cells[1];
        region.level = cells[2];
        region.parent = cells[3];
        RecordChange change{RecordChange::Kind::Insert, EntityKind::Region, 0, 0, {}};
        const Record record = toRecord(region);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (!isEmpty(record.values[i]))
                change.values.emplace_back(int(i), record.values[i]);
        set.changes.push_back(std::move(change));
    }
    return set;
}

/// The holidays of data/reference/workdays.csv; null when the file can't be read, then weekends alone count.
std::shared_ptr<const WorkdayCalendar> workdays() {
    const QString name = QStringLiteral("workdays.csv");
    QFile file(dataFolder() + QStringLiteral("/reference/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto calendar = WorkdayCalendar::fromCsv(file.readAll(), name);
    return calendar ? std::make_shared<const WorkdayCalendar>(std::move(*calendar)) : nullptr;
}

} // namespace

LedgerService::LedgerService(std::unique_ptr<Private> state)
    : d(std::move(state)) {}
LedgerService::~LedgerService() = default;

Result<std::unique_ptr<LedgerService>> LedgerService::open(const QString &location, Access access,
                                                           const QString &user) {
    auto ledger = openUnconfirmed(location, access, user);
    if (ledger)
        if (const auto sound = (*ledger)->confirmSound(); !sound)
            return Failure(sound.error());
    return ledger;
}

Result<std::unique_ptr<LedgerService>> LedgerService::openUnconfirmed(const QString &location, Access access,
                                                                      const QString &user) {
    auto store = storage::openLedgerUnconfirmed(
        location, access == Access::ReadWrite ? storage::OpenMode::ReadWrite : storage::OpenMode::ReadOnly);
    if (!store)
        return Failure(std::move(store).error());
    auto state = std::make_unique<Private>(std::move(*store));
    state->user = user;
    if (const auto loaded = state->loadEverything(); !loaded) {
        const auto sound = state->store->confirmSound(); // explains what the load stumbled over
        return Failure(sound ? loaded.error() : sound.error());
    }
    return std::unique_ptr<LedgerService>(new LedgerService(std::move(state)));
}

Result<void> LedgerService::confirmSound() const {
    return d->store->confirmSound();
}

Result<std::unique_ptr<LedgerService>> LedgerService::create(const QString &path, const QString &user) {
    auto store = storage::createLedger(path);
    if (!store)
        return Failure(std::move(store).error());
    if (const ChangeSet regions = regionsOfReference(user); !regions.changes.empty())
        if (auto written = (*store)->apply(regions); !written)
            return Failure(std::move(written).error());
    store->reset();
    return open(path, Access::ReadWrite, user);
}

Result<void> LedgerService::Private::loadEnterprises() {
    auto names = readEnterpriseNames(*store);
    if (!names)
        return Failure(std::move(names).error());
    enterpriseNames.clear();
    enterpriseIds.clear();
    for (auto it = names->cbegin(); it != names->cend(); ++it)
        nameEnterprise(it.key(), it.value());
    return {};
}

void LedgerService::Private::nameEnterprise(qint64 id, const QString &name) {
    enterpriseNames.insert(id, name);
    qint64 &known = enterpriseIds[foldedName(name)];
    known = std::max(known, id); // of several that are written alike, the newest
}

Result<void> LedgerService::Private::loadEverything() {
    if (auto loaded = loadEnterprises(); !loaded)
        return loaded;
    if (auto read = readFacts(); !read)
        return read;
    return steps.load();
}

Result<void> LedgerService::Private::readFacts() {
    auto loaded = loadFacts(*store, enterpriseNames);
    if (!loaded)
        return Failure(std::move(loaded).error());
    facts = std::move(*loaded);
    facts.workdays = workdays();
    columns = std::make_shared<ProjectColumns>(
        std::shared_ptr<const storage::RecordSource>(std::shared_ptr<void>(), store.get()),
        ProjectColumns::CustomColumns(std::shared_ptr<void>(), &facts.customColumns));
    facts.stored = columns;
    describeFacts();
    return {};
}

void LedgerService::Private::describeFacts() {
    zoneNames = exchange::detail::ZoneIndex(facts.zones);
    projectInfo = describedProject(facts);
}

LedgerStatus LedgerService::status() const {
    const auto info = d->store->info();
    LedgerStatus status;
    status.location = info.location;
    status.name = QFileInfo(info.location).completeBaseName();
    status.readOnly = info.readOnly;
    status.readOnlyReason = info.readOnlyReason;
    status.isDemo = d->store->setting(QStringLiteral("demo")) == QStringLiteral("1");
    status.city = d->store->setting(QStringLiteral("city"));
    status.schema = info.schema;
    status.projects = qint64(d->facts.projects.size());
    return status;
}

Result<void> LedgerService::setCity(const QString &city) {
    return d->store->setSetting(QStringLiteral("city"), city);
}

Result<void> LedgerService::markDemo() {
    return d->store->setSetting(QStringLiteral("demo"), QStringLiteral("1"));
}

QString LedgerService::ruleSetId() const {
    return d->store->setting(QStringLiteral("rule_set"));
}

Result<void> LedgerService::setRuleSetId(const QString &id) {
    return d->store->setSetting(QStringLiteral("rule_set"), id);
}

QString LedgerService::sharedViews() const {
    return d->store->setting(QStringLiteral("grid_views"));
}

Result<void> LedgerService::setSharedViews(const QString &views) {
    return d->store->setSetting(QStringLiteral("grid_views"), views);
}

const std::vector<Zone> &LedgerService::zones() const {
    return d->facts.zones;
}
const std::vector<IndustryChain> &LedgerService::chains() const {
    return d->facts.chains;
}
const std::vector<Campaign> &LedgerService::campaigns() const {
    return d->facts.campaigns;
}
const indicators::Facts &LedgerService::facts() const {
    return d->facts;
}

const Zone *LedgerService::zone(qint64 id) const {
    const auto &list = d->facts.zones;
    const auto it = std::find_if(list.begin(), list.end(), [&](const Zone &z) { return z.id == id; });
    return it == list.end() ? nullptr : &*it;
}

const Zone *LedgerService::zone(const QString &name) const {
    // As an import finds it, so that 兴县 means the same zone in a sheet, a filter and a form.
    const auto id = d->zoneNames.find(name);
    const auto &list = d->facts.zones;
    const auto it = std::find_if(list.begin(), list.end(), [&](const Zone &z) {
        return id ? z.id == *id : !z.code.isEmpty() && z.code == name.trimmed();
    });
    return it == list.end() ? nullptr : &*it;
}

QString LedgerService::enterpriseName(qint64 id) const {
    return d->enterpriseNames.value(id);
}

Result<void> LedgerService::backup(const QString &path, const ProgressReport &progress) {
    return d->store->backup(path, progress);
}

Result<QList<HealthCheck>> LedgerService::verify(const ProgressReport &progress) const {
    auto checks = d->store->verify(progress);
    if (!checks)
        return Failure(std::move(checks).error());
    QList<HealthCheck> list;
    for (const auto &check : *checks)
        list.append({check.name, check.ok, check.detail});
    return list;
}

Result<QString> restoreLedger(const QString &backupFile, const QString &target) {
    return storage::restoreLedger(backupFile, target);
}

} // namespace yipi::services
