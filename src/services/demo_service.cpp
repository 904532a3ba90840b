// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/demo_service.h"

#include "services/import_service.h"
#include "services/locations.h"

#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

namespace yipi::services {

namespace {

using nlohmann::json;

const QString kDemoUser = QStringLiteral("演示");
const QString kDemoRules = QStringLiteral("lvliang-2024");

/// Inserts of the records of one kind from JSON objects whose keys are field keys.
Result<void> addRecords(EntityKind kind, const json &list, ChangeSet &set, const LedgerService &ledger) {
    const auto &info = entityInfo(kind);
    for (const auto &object : list) {
        RecordChange change{RecordChange::Kind::Insert, kind, 0, 0, {}};
        for (std::size_t i = 0; i < info.fields.size(); ++i) {
            const auto it = object.find(info.fields[i].key.toStdString());
            if (it == object.end() || it->is_null())
                continue;
            const QString text = it->is_string() ? QString::fromStdString(it->get<std::string>())
                                                 : QString::fromStdString(it->dump());
            auto value = ledger.read(info.fields[i], text);
            if (!value)
                return Failure(std::move(value).error());
            if (!isEmpty(*value))
                change.values.emplace_back(int(i), *value);
        }
        set.changes.push_back(std::move(change));
    }
    return {};
}

Result<void> addDictionaries(LedgerService &ledger, const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, QStringLiteral("没有演示数据 %1").arg(path),
                    QStringLiteral("请检查程序的 data/demo 文件夹是否完整。"));
    const json content = json::parse(file.readAll().toStdString(), nullptr, false);
    if (!content.is_object())
        return fail(ErrorCode::FileUnreadable, QStringLiteral("演示数据 %1 不是有效的 JSON").arg(path));
    ChangeSet set;
    set.title = QStringLiteral("建立演示字典");
    set.source = ChangeSource::Demo;
    const std::pair<const char *, EntityKind> parts[]{{"zones", EntityKind::Zone},
                                                      {"chains", EntityKind::IndustryChain},
                                                      {"campaigns", EntityKind::Campaign}};
    for (const auto &[name, kind] : parts)
        if (auto added = addRecords(kind, content.value(name, json::array()), set, ledger); !added)
            return added;
    if (auto applied = ledger.apply(std::move(set)); !applied)
        return Failure(std::move(applied).error());
    return ledger.setCity(QString::fromStdString(content.value("city", std::string())));
}

Result<void> importWorkbook(LedgerService &ledger, const QString &path, const ProgressReport &progress) {
    ImportService service(ledger);
    auto workbook = ImportService::read(path);
    if (!workbook)
        return Failure(std::move(workbook).error());
    const exchange::ImportOptions options;
    auto plan = service.plan(*workbook, options);
    if (!plan)
        return Failure(std::move(plan).error());
    plan->changes.source = ChangeSource::Demo;
    auto written = service.write(*plan, options, progress);
    if (!written) {
        Error error = std::move(written).error();
        for (const auto &finding : plan->findings)
            if (finding.isError)
                error.details.append(
                    {ErrorCode::InvalidValue, finding.message, {}, finding.place, finding.value, {}});
        return Failure(error);
    }
    return {};
}

} // namespace

Result<std::unique_ptr<LedgerService>> createDemo(const QString &path, const ProgressReport &progress) {
    const QDir folder(dataFolder() + QStringLiteral("/demo"));
    auto ledger = LedgerService::create(path, kDemoUser);
    if (!ledger)
        return ledger;
    const QStringList workbooks = folder.entryList({QStringLiteral("*.xlsx")}, QDir::Files, QDir::Name);
    auto done = addDictionaries(**ledger, folder.filePath(QStringLiteral("dictionaries.json")));
    for (qsizetype i = 0; done && i < workbooks.size(); ++i) {
        if (progress && !progress(int(1000 * i / workbooks.size())))
            done = fail(ErrorCode::Cancelled, QStringLiteral("已取消"));
        else
            done = importWorkbook(**ledger, folder.filePath(workbooks[i]), {});
    }
    if (done)
        done = (*ledger)->markDemo();
    if (done)
        done = (*ledger)->setRuleSetId(kDemoRules);
    if (!done) {
        // A demonstration that is not complete would show wrong figures: nothing is left of it.
        ledger->reset();
        QFile::remove(path);
        return Failure(std::move(done).error());
    }
    return ledger;
}

} // namespace yipi::services
