// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/block_edit.h"

#include "domain/project.h"
#include "domain/text_parsing.h"
#include "domain/typed_text.h"

#include <QUuid>

#include <algorithm>
#include <set>

namespace yipi::services {

namespace {

constexpr qint64 kFirstNewEnterprise = -1'000'000'000; ///< below all numbers of new projects

int projectField(const char *key) {
    return entityInfo(EntityKind::Project).indexOf(QLatin1String(key));
}

/// Makes one plan: reads each cell, then checks project by project, then the codes of all.
class Planner {
public:
    Planner(const LedgerService &ledger, const BlockReading &reading)
        : m_ledger(ledger)
        , m_reading(reading)
        , m_fields(ledger.fields(EntityKind::Project))
        , m_isReadOnly(ledger.status().readOnly) {}

    Result<BlockPlan> plan(std::vector<TypedCell> cells) {
        m_plan.zone = m_reading.zone;
        if (auto loaded = load(cells); !loaded)
            return Failure(loaded.error());
        m_plan.cells.reserve(cells.size());
        for (TypedCell &cell : cells) {
            m_rows[cell.project].push_back(m_plan.cells.size());
            m_plan.cells.push_back(planned(std::move(cell)));
        }
        for (const auto &[project, row] : m_rows)
            checkRow(project, row);
        if (auto checked = checkCodes(); !checked)
            return Failure(checked.error());
        return std::move(m_plan);
    }

private:
    Result<void> load(const std::vector<TypedCell> &cells) {
        std::set<qint64> ids;
        for (const TypedCell &cell : cells)
            if (cell.project > 0)
                ids.insert(cell.project);
            else
                m_records.try_emplace(cell.project, newRecord());
        auto records = m_ledger.records(EntityKind::Project, std::vector<qint64>(ids.begin(), ids.end()));
        if (!records)
            return Failure(std::move(records).error());
        for (Record &record : *records) {
            m_plan.versions[record.id] = record.version;
            m_records.emplace(record.id, std::move(record));
        }
        return {};
    }

    Record newRecord() const {
        Record record{EntityKind::Project, 0, 0, std::vector<Value>(m_fields.size())};
        // Any will do for the checks; the one that is written is made with the change.
        record.values[std::size_t(projectField("uid"))] = QStringLiteral("new");
        if (m_reading.zone)
            record.values[std::size_t(projectField("zone"))] = m_reading.zone;
        return record;
    }

    PlannedCell planned(TypedCell typed) const {
        PlannedCell cell;
        cell.typed = std::move(typed);
        const auto record = m_records.find(cell.typed.project);
        const bool isField = cell.typed.field >= 0 && cell.typed.field < int(m_fields.size());
        if (m_isReadOnly || !isField || m_fields[std::size_t(cell.typed.field)].isInternal) {
            cell.outcome = CellOutcome::Locked;
            cell.reason = m_isReadOnly ? QStringLiteral("台账只读") : QStringLiteral("这一列不能修改");
        } else if (record == m_records.end()) {
            cell.outcome = CellOutcome::Failed;
            cell.reason = QStringLiteral("项目已不在台账中");
        } else {
            readInto(cell, record->second.values[std::size_t(cell.typed.field)]);
        }
        return cell;
    }

    void readInto(PlannedCell &cell, const Value &stored) const {
        const FieldInfo &field = m_fields[std::size_t(cell.typed.field)];
        cell.before = m_ledger.text(field, stored, m_reading.unit);
        QString text = completedTyping(field, cell.typed.text, m_reading.year);
        if (field.type == FieldType::Date && text.trimmed() == u"—")
            text.clear();          // how the grid, and so a copy of it, shows that there is none
        if (text == cell.before) { // the shown form may be rounded: it must not replace what is stored
            cell.after = cell.before;
            cell.outcome = CellOutcome::Unchanged;
            return;
        }
        const auto value = m_ledger.read(field, text, m_reading.unit);
        if (value) {
            cell.value = *value;
            cell.after = m_ledger.text(field, *value, m_reading.unit);
            const bool isStillNo = field.type == FieldType::Flag && isNo(stored) && isNo(*value);
            cell.outcome = *value == stored || isStillNo ? CellOutcome::Unchanged : CellOutcome::Changed;
        } else if (field.type == FieldType::Reference && field.target == EntityKind::Enterprise) {
            cell.newEnterprise = cell.after = text.trimmed();
            cell.value = kFirstNewEnterprise;
        } else {
            cell.outcome = CellOutcome::Failed;
            cell.reason = value.error().text();
        }
    }

    static bool isNo(const Value &flag) { return isEmpty(flag) || std::get<qint64>(flag) == 0; }

    void failed(PlannedCell &cell, const QString &reason) {
        cell.outcome = CellOutcome::Failed;
        cell.reason = reason;
    }

    /// A rule that names a field of the block fails that cell; one about something else fails the row.
    void checkRow(qint64 project, const std::vector<std::size_t> &row) {
        const auto record = m_records.find(project);
        if (record == m_records.end())
            return;
        for (;;) {
            Record after = record->second;
            bool isChanged = false;
            for (const std::size_t at : row)
                if (const PlannedCell &cell = m_plan.cells[at]; cell.outcome == CellOutcome::Changed) {
                    after.values[std::size_t(cell.typed.field)] = cell.value;
                    isChanged = true;
                }
            if (!isChanged || !failSome(row, after))
                return;
        }
    }

    bool failSome(const std::vector<std::size_t> &row, const Record &after) {
        QString first;
        bool isCellBlamed = false;
        for (const Issue &issue : validate(fromRecord<Project>(after), {})) {
            if (issue.severity != Severity::Error)
                continue;
            if (first.isEmpty())
                first = issue.message;
            for (const std::size_t at : row) {
                PlannedCell &cell = m_plan.cells[at];
                if (cell.outcome != CellOutcome::Changed ||
                    m_fields[std::size_t(cell.typed.field)].key != issue.field)
                    continue;
                failed(cell, issue.message);
                isCellBlamed = true;
            }
        }
        if (first.isEmpty())
            return false;
        if (!isCellBlamed)
            for (const std::size_t at : row)
                if (m_plan.cells[at].outcome == CellOutcome::Changed)
                    failed(m_plan.cells[at], first);
        return true;
    }

    std::vector<PlannedCell *> changedCodes() {
        std::vector<PlannedCell *> codes;
        for (PlannedCell &cell : m_plan.cells)
            if (cell.outcome == CellOutcome::Changed && cell.typed.field == projectField("code"))
                codes.push_back(&cell);
        return codes;
    }

    /// Each project has a code of its own: in the block, and against the projects that keep theirs.
    Result<void> checkCodes() {
        for (bool isStable = false; !isStable;) {
            isStable = true;
            const std::vector<PlannedCell *> codes = changedCodes();
            std::map<QString, int> given;
            std::set<qint64> givenUp;
            for (const PlannedCell *cell : codes) {
                givenUp.insert(cell->typed.project);
                ++given[cell->after];
            }
            for (PlannedCell *cell : codes) {
                if (isEmpty(cell->value))
                    continue;
                const auto reason = whyTaken(*cell, given[cell->after], givenUp);
                if (!reason)
                    return Failure(reason.error());
                if (reason->isEmpty())
                    continue;
                failed(*cell, *reason);
                isStable = false;
            }
        }
        return {};
    }

    Result<QString> whyTaken(const PlannedCell &cell, int times, const std::set<qint64> &givenUp) const {
        if (times > 1)
            return QStringLiteral("编号“%1”同时给了 %2 个项目，每个项目的编号应不同")
                .arg(cell.after)
                .arg(times);
        const auto holders = m_ledger.recordsWhere(EntityKind::Project, QStringLiteral("code"), cell.value);
        if (!holders)
            return Failure(holders.error());
        for (const Record &holder : *holders)
            if (!givenUp.contains(holder.id))
                return QStringLiteral("编号“%1”已被项目“%2”使用，请换一个编号")
                    .arg(cell.after, fromRecord<Project>(holder).name);
        return QString();
    }

    const LedgerService &m_ledger;
    const BlockReading &m_reading;
    const std::vector<FieldInfo> &m_fields;
    const bool m_isReadOnly;
    BlockPlan m_plan;
    std::map<qint64, Record> m_records;
    std::map<qint64, std::vector<std::size_t>> m_rows;
};

RecordChange changeOf(const BlockPlan &plan, qint64 project) {
    if (project > 0)
        return {RecordChange::Kind::Update, EntityKind::Project, project, plan.versions.at(project), {}};
    RecordChange change{RecordChange::Kind::Insert, EntityKind::Project, project, 0, {}};
    change.values.emplace_back(projectField("uid"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    return change;
}

void addZone(RecordChange &change, qint64 zone) {
    const int field = projectField("zone");
    const bool isNamed = std::any_of(change.values.begin(), change.values.end(),
                                     [&](const auto &value) { return value.first == field; });
    if (change.kind == RecordChange::Kind::Insert && zone && !isNamed)
        change.values.emplace_back(field, zone);
}

} // namespace

int BlockPlan::count(CellOutcome outcome) const {
    return int(std::count_if(cells.begin(), cells.end(),
                             [&](const PlannedCell &cell) { return cell.outcome == outcome; }));
}

Result<BlockPlan> planBlock(const LedgerService &ledger, std::vector<TypedCell> cells,
                            const BlockReading &reading) {
    return Planner(ledger, reading).plan(std::move(cells));
}

ChangeSet changesOf(const BlockPlan &plan, const QString &title, ChangeSource source) {
    static const int kEnterpriseName = entityInfo(EntityKind::Enterprise).indexOf(QStringLiteral("name"));
    ChangeSet set;
    set.title = title;
    set.source = source;
    std::map<QString, qint64> enterprises;
    std::map<qint64, std::size_t> places; ///< of the projects' changes
    std::vector<RecordChange> projects;
    for (const PlannedCell &cell : plan.cells) {
        if (cell.outcome != CellOutcome::Changed)
            continue;
        const auto [place, isFirst] = places.try_emplace(cell.typed.project, projects.size());
        if (isFirst)
            projects.push_back(changeOf(plan, cell.typed.project));
        Value value = cell.value;
        if (!cell.newEnterprise.isEmpty()) {
            const auto [known, isNew] = enterprises.try_emplace(
                foldedName(cell.newEnterprise), kFirstNewEnterprise - qint64(enterprises.size()));
            if (isNew)
                set.changes.push_back({RecordChange::Kind::Insert,
                                       EntityKind::Enterprise,
                                       known->second,
                                       0,
                                       {{kEnterpriseName, Value(cell.newEnterprise)}}});
            value = known->second;
        }
        if (isEmpty(value) && projects[place->second].kind == RecordChange::Kind::Insert)
            continue;
        projects[place->second].values.emplace_back(cell.typed.field, value);
    }
    for (RecordChange &change : projects) {
        addZone(change, plan.zone);
        set.changes.push_back(std::move(change));
    }
    return set;
}

std::map<qint64, qint64> addedProjects(const BlockPlan &plan, const AppliedChangeSet &applied) {
    std::vector<qint64> numbers; // in the order of changesOf
    for (const PlannedCell &cell : plan.cells)
        if (cell.outcome == CellOutcome::Changed && cell.typed.project < 0 &&
            std::find(numbers.begin(), numbers.end(), cell.typed.project) == numbers.end())
            numbers.push_back(cell.typed.project);
    std::map<qint64, qint64> added;
    std::size_t next = 0;
    for (const AppliedRecord &record : applied.records)
        if (record.entity == EntityKind::Project && record.kind == RecordChange::Kind::Insert &&
            next < numbers.size())
            added.emplace(numbers[next++], record.id);
    return added;
}

} // namespace yipi::services
