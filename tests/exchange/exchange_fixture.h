// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enterprise.h"
#include "domain/text_parsing.h"
#include "exchange/archive.h"
#include "exchange/importer.h"
#include "exchange/workbook_writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <initializer_list>
#include <ostream>
#include <variant>

/// Texts print readably in failures.
inline std::ostream &operator<<(std::ostream &out, const QString &text) {
    return out << text.toStdString();
}

namespace yipi::exchange::test {

inline QString writeFile(const QString &path, const QByteArray &content) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size()) << path;
    return path;
}

/// A cell as typed: nothing, a text or a number.
using Typed = std::variant<std::monostate, const char *, double>;

inline Sheet sheetOf(const char *name, std::initializer_list<std::vector<Typed>> rows) {
    Sheet sheet;
    sheet.name = QString::fromUtf8(name);
    for (const auto &row : rows) {
        auto &cells = sheet.rows.emplace_back();
        for (const Typed &typed : row) {
            Cell &cell = cells.emplace_back();
            if (const auto *text = std::get_if<const char *>(&typed)) {
                cell.kind = Cell::Kind::Text;
                cell.text = QString::fromUtf8(*text);
            } else if (const auto *number = std::get_if<double>(&typed)) {
                cell = {Cell::Kind::Number, *number,
                        QString::number(*number, 'f', QLocale::FloatingPointShortest)};
            }
        }
    }
    return sheet;
}

inline Workbook bookOf(std::vector<Sheet> sheets) {
    return Workbook{QStringLiteral("测试.xlsx"), std::move(sheets)};
}

/// A ledger in memory: 吕梁's zones and campaigns, and what plans write into it.
struct TestLedger {
    LedgerSnapshot snapshot;
    QHash<qint64, QString> enterpriseNames;
    qint64 lastId = 1000;
    int lastUid = 0;

    TestLedger() {
        addZone("LL-LL", "吕梁经济技术开发区", "吕梁经开区");
        addZone("LL-XY", "孝义经济开发区", "孝义经开区");
        addZone("LL-WS", "文水经济开发区", "文水经开区");
        addZone("LL-JK", "交口经济开发区", "交口经开区");
        addZone("LL-XX", "兴县经济技术开发区", "兴县经开区");
        addZone("LL-FY", "汾阳杏花村经济技术开发区", "杏花村经开区");
        addCampaign(2024, 1, QDate(2024, 3, 15));
        addCampaign(2024, 2, QDate(2024, 5, 20));
        for (const char *name : {"氢能产业链", "白酒产业链"}) {
            IndustryChain chain;
            chain.id = ++lastId;
            chain.name = QString::fromUtf8(name);
            snapshot.chains.push_back(chain);
        }
    }

    void addZone(const char *code, const char *name, const char *shortName) {
        Zone zone;
        zone.id = ++lastId;
        zone.code = QString::fromUtf8(code);
        zone.name = QString::fromUtf8(name);
        zone.shortName = QString::fromUtf8(shortName);
        snapshot.zones.push_back(zone);
    }
    void addCampaign(int year, int sequence, QDate heldOn) {
        Campaign campaign;
        campaign.id = ++lastId;
        campaign.year = year;
        campaign.sequence = sequence;
        campaign.heldOn = heldOn;
        snapshot.campaigns.push_back(campaign);
    }

    Result<ImportPlan> plan(const Workbook &workbook, const ImportOptions &options = {}) {
        return planImport(workbook, options, snapshot, {},
                          [this] { return QStringLiteral("uid-%1").arg(++lastUid); });
    }

    /// Does what storage would do with the set.
    void apply(const ChangeSet &set) {
        QHash<qint64, qint64> ids;
        std::vector<Enterprise> enterprises;
        for (const RecordChange &change : set.changes)
            switch (change.entity) {
            case EntityKind::Zone:
                write(snapshot.zones, change, ids);
                break;
            case EntityKind::IndustryChain:
                write(snapshot.chains, change, ids);
                break;
            case EntityKind::Enterprise:
                write(enterprises, change, ids);
                break;
            case EntityKind::Campaign:
                write(snapshot.campaigns, change, ids);
                break;
            case EntityKind::Project:
                write(snapshot.projects, change, ids);
                break;
            case EntityKind::CampaignEntry:
                write(snapshot.entries, change, ids);
                break;
            case EntityKind::MonthlyProgress:
                write(snapshot.progress, change, ids);
                break;
            case EntityKind::Target:
                write(snapshot.targets, change, ids);
                break;
            case EntityKind::CustomField:
                write(snapshot.customFields, change, ids);
                break;
            case EntityKind::CustomValue:
                write(snapshot.customValues, change, ids);
                break;
            default:
                ADD_FAILURE() << "an import never writes " << int(change.entity);
            }
        for (const Enterprise &enterprise : enterprises) {
            snapshot.enterprises.insert(foldedName(enterprise.name), enterprise.id);
            enterpriseNames.insert(enterprise.id, enterprise.name);
        }
    }

    const Project *project(const QString &name) const {
        for (const Project &project : snapshot.projects)
            if (project.name == name)
                return &project;
        return nullptr;
    }
    const MonthlyProgress *report(const QString &name, Month month) const {
        const Project *of = project(name);
        for (const MonthlyProgress &report : snapshot.progress)
            if (of && report.project.id == of->id && report.month == month)
                return &report;
        return nullptr;
    }
    const Target *target(const QString &zone, int year, TargetIndicator indicator) const {
        for (const Target &target : snapshot.targets)
            if (zoneName(target.zone.id) == zone && target.year == year && target.indicator == indicator)
                return &target;
        return nullptr;
    }
    QString zoneName(qint64 id) const {
        for (const Zone &zone : snapshot.zones)
            if (zone.id == id)
                return zone.name;
        return {};
    }
    ExportData exportData() const {
        ExportData data;
        data.zones = snapshot.zones;
        data.chains = snapshot.chains;
        data.campaigns = snapshot.campaigns;
        data.enterpriseNames = enterpriseNames;
        data.projects = snapshot.projects;
        data.entries = snapshot.entries;
        data.progress = snapshot.progress;
        data.targets = snapshot.targets;
        for (const CustomField &field : snapshot.customFields)
            data.customFields.push_back(describe(field));
        for (const CustomValue &value : snapshot.customValues)
            for (std::size_t i = 0; i < snapshot.customFields.size(); ++i)
                if (snapshot.customFields[i].id == value.field.id) {
                    auto &values = data.customValues[value.project.id];
                    values.resize(data.customFields.size());
                    values[i] = customValue(data.customFields[i].type, value.value);
                }
        return data;
    }

private:
    template <class E>
    void write(std::vector<E> &list, const RecordChange &change, QHash<qint64, qint64> &ids) {
        const auto known =
            std::find_if(list.begin(), list.end(), [&](const E &e) { return e.id == change.id; });
        const bool isNew = change.kind == RecordChange::Kind::Insert;
        ASSERT_TRUE(isNew || known != list.end());
        Record record = toRecord(isNew ? E{} : *known);
        for (const auto &[field, value] : change.values) {
            const auto *number = std::get_if<qint64>(&value);
            const bool isReference =
                entityInfo(change.entity).fields[std::size_t(field)].type == FieldType::Reference;
            ASSERT_TRUE(!isReference || !number || *number > 0 || ids.contains(*number))
                << "refers to a record that comes later";
            record.values[std::size_t(field)] =
                isReference && number && *number < 0 ? Value(ids.value(*number)) : value;
        }
        if (isNew) {
            record.id = ++lastId;
            ids.insert(change.id, record.id);
            list.push_back(fromRecord<E>(record));
        } else {
            *known = fromRecord<E>(record);
        }
    }
};

/// A workbook as the program that opens it would see it.
inline Workbook readBack(const QTemporaryDir &folder, const QByteArray &content,
                         const QString &name = QStringLiteral("出.xlsx")) {
    auto book = readWorkbook(writeFile(folder.filePath(name), content));
    EXPECT_TRUE(book) << book.error().text();
    return book ? std::move(*book) : Workbook{};
}

/// The XML of all sheets of an xlsx file.
inline QByteArray sheetXml(const QTemporaryDir &folder, const QByteArray &content) {
    const QString path = writeFile(folder.filePath(QStringLiteral("部件.xlsx")), content);
    const ProgressReport progress;
    detail::ReadBudget budget(progress);
    detail::Archive archive(path, budget);
    QByteArray xml;
    for (int i = 1; archive.contains(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i)); ++i)
        xml += archive.read(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i));
    return xml;
}

inline QStringList codes(const ImportPlan &plan, bool areErrors) {
    QStringList list;
    for (const Finding &finding : plan.findings)
        if (finding.isError == areErrors)
            list << finding.code;
    return list;
}
inline QStringList errorCodes(const ImportPlan &plan) {
    return codes(plan, true);
}
inline QStringList warningCodes(const ImportPlan &plan) {
    return codes(plan, false);
}

} // namespace yipi::exchange::test
