// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound row changes: dictionaries, project, entry, events, monthly reports.
#include "exchange/row_planner.h"

#include "domain/text_parsing.h"
#include "domain/validation.h"

namespace yipi::exchange::detail {

namespace {

std::size_t position(const char *key) {
    return std::size_t(projectField(key));
}

QString shown(int field, const Value &value) {
    const FieldInfo &info = entityInfo(EntityKind::Project).fields[std::size_t(field)];
    return displayText(info, value, info.moneyUnit);
}

} // namespace

/// The row's values with the ids of the records that it names; unknown ones are made.
std::vector<std::pair<int, Value>> RowPlanner::projectValues(const RowData &data, const Target &target) {
    auto values = data.project;
    qint64 zone = target.zone;
    if (target.zoneIsNew) {
        const QString &name = target.zoneText;
        const QString nearest = m_state.zones.nearest(name);
        zone = m_state.zones.create(normalisedText(name), m_state.ids);
        warning(QStringLiteral("zone_created"), data, "zone", name,
                nearest.isEmpty()
                    ? QStringLiteral("新建开发区")
                    : QStringLiteral("新建开发区；台账中最接近的是“%1”，请确认不是同一个").arg(nearest));
    }
    if (zone != 0)
        values.emplace_back(int(position("zone")), Value(zone));
    if (!data.investor.isEmpty())
        values.emplace_back(int(position("investor")),
                            Value(m_state.dictionary.enterprise(data.investor, true)));
    if (!data.chain.isEmpty()) {
        auto chain = m_state.dictionary.chain(data.chain);
        if (!chain) {
            chain = m_state.dictionary.createChain(data.chain);
            warning(QStringLiteral("unknown_chain"), data, "chain", data.chain,
                    QStringLiteral("字典中没有这条产业链，已加入字典"));
        }
        values.emplace_back(int(position("chain")), Value(*chain));
    }
    return values;
}

bool RowPlanner::isChange(int field, const Value &before, const Value &after) {
    static const std::size_t kUid = position("uid"), kName = position("name"),
                             kStrategic = position("strategic_class");
    const auto at = std::size_t(field);
    const auto *oldText = std::get_if<QString>(&before);
    const auto *newText = std::get_if<QString>(&after);
    if (at == kUid || before == after)
        return false;
    if (at == kName && oldText && newText && foldedName(*oldText) == foldedName(*newText))
        return false; // another way to write the same name
    return at != kStrategic || !oldText || !newText ||
           *newText != QStringLiteral("是"); // the class itself says more
}

/// Sets what differs; empty cells never get here, so nothing is blanked out.
int RowPlanner::applyProject(const RowData &data, const std::vector<std::pair<int, Value>> &values,
                             ProjectDraft &draft, PlannedRow &row) {
    static const std::size_t kInvestment = position("total_investment");
    constexpr qint64 kUnitSlip = 1000; // 万/亿 differ by 10,000; a true change of plan never comes near
    int changed = 0;
    for (const auto &[field, value] : values) {
        const auto at = std::size_t(field);
        Value &now = draft.record.values[at];
        const bool setBefore = draft.setHere[at];
        draft.setHere[at] = true;
        if (!isChange(field, now, value))
            continue;
        const FieldInfo &info = entityInfo(EntityKind::Project).fields[at];
        if (setBefore && !isEmpty(now))
            m_findings.warning(
                QStringLiteral("differs"), data.row, columnOf(info.key.toLatin1().constData()), info.key,
                shown(field, value),
                QStringLiteral("本文件前面的行中%1是“%2”，以本行为准").arg(info.title, shown(field, now)));
        if (at == kInvestment && !isEmpty(now)) {
            const qint64 before = std::get<qint64>(now), after = std::get<qint64>(value);
            if (before > 0 && after > 0 && (before / after >= kUnitSlip || after / before >= kUnitSlip))
                warning(QStringLiteral("unit_suspect"), data, "total_investment", shown(field, value),
                        QStringLiteral("原为 %1 万元，相差一千倍以上，请核对单位").arg(shown(field, now)));
        }
        if (!draft.isNew && m_state.rowsDetailed < kRowsDetailed)
            row.changes.push_back({info.title, shownReference(field, now), shownReference(field, value)});
        now = value;
        ++changed;
    }
    return changed;
}

int RowPlanner::applyReports(const std::vector<Report> &reports, const Target &target,
                             const ProjectDraft &draft, PlannedRow &row) {
    int changed = 0;
    for (const Report &report : reports) {
        auto &known = m_state.report(draft.record.id, report.month);
        Record record = toRecord(known.now);
        for (const ProgressValue *value : report.values) {
            Value &now = record.values[std::size_t(value->field)];
            if (now == value->value || (!isEmpty(now) && target.fillsGaps))
                continue;
            const FieldInfo &info = entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(value->field)];
            if (!draft.isNew && m_state.rowsDetailed < kRowsDetailed)
                row.changes.push_back({report.month.text() + u' ' + info.title,
                                       displayText(info, now, info.moneyUnit),
                                       displayText(info, value->value, info.moneyUnit)});
            now = value->value;
            ++changed;
        }
        known.now = fromRecord<MonthlyProgress>(record);
    }
    return changed;
}

int RowPlanner::applyCustom(const RowData &data, const Target &target, const ProjectDraft &draft,
                            PlannedRow &row) {
    int changed = 0;
    for (const auto &[field, value] : data.custom) {
        const Value before = m_state.customFields.value(draft.record.id, field);
        if (before == value || (!isEmpty(before) && target.fillsGaps))
            continue;
        const FieldInfo &info = m_state.customFields.info(field);
        if (!draft.isNew && m_state.rowsDetailed < kRowsDetailed)
            row.changes.push_back({info.title, displayText(info, before, info.moneyUnit),
                                   displayText(info, value, info.moneyUnit)});
        m_state.customFields.set(draft.record.id, field, value);
        ++changed;
    }
    return changed;
}

/// As `shown`; of another record its name.
QString RowPlanner::shownReference(int field, const Value &value) const {
    const FieldInfo &info = entityInfo(EntityKind::Project).fields[std::size_t(field)];
    if (info.type != FieldType::Reference || isEmpty(value))
        return shown(field, value);
    const qint64 id = std::get<qint64>(value);
    return info.target == EntityKind::Zone ? m_state.zones.name(id)
                                           : m_state.dictionary.nameOf(info.target, id);
}

QDate RowPlanner::heldOnSaid(const RowData &data, const Target &target) const {
    if (data.heldOn.isValid())
        return data.heldOn;
    return target.campaign == m_layout.campaign ? m_layout.campaignDate : QDate();
}

/// An empty date is filled; a date that the ledger has already is never changed by the way.
void RowPlanner::settleCampaignDate(const RowData &data, const Campaign &campaign, QDate said) {
    if (!said.isValid() || said == campaign.heldOn)
        return;
    const QString key = campaign.key().text();
    const int column = columnOf("held_on", EntityKind::Campaign);
    const QString day = said.toString(Qt::ISODate);
    if (!campaign.heldOn.isValid()) {
        m_findings.warning(QStringLiteral("campaign_dated"), data.row, column, QStringLiteral("held_on"), day,
                           QStringLiteral("活动 %1 原来没有举办日期，现记为 %2").arg(key, day));
        m_state.dictionary.dateCampaign(campaign.key(), said);
    } else if (m_findings.firstTime(QStringLiteral("held %1 %2").arg(key, day))) {
        m_findings.warning(
            QStringLiteral("campaign_date_differs"), data.row, column, QStringLiteral("held_on"), day,
            QStringLiteral(
                "活动 %1 已记的举办日期是 %2，与文件不同，未改；要改请用 yipi-cli set %1 held_on=%3 "
                "--reason 原因")
                .arg(key, campaign.heldOn.toString(Qt::ISODate), day));
    }
}

const Campaign &RowPlanner::campaignOf(const RowData &data, const Target &target) {
    const QDate held = heldOnSaid(data, target);
    if (const Campaign *known = m_state.dictionary.campaign(*target.campaign)) {
        settleCampaignDate(data, *known, held);
        return *known;
    }
    const Campaign &campaign = m_state.dictionary.createCampaign(*target.campaign, held);
    m_findings.warning(
        QStringLiteral("new_campaign"), data.row, columnOf("campaign", EntityKind::CampaignEntry),
        QStringLiteral("campaign"), target.campaign->text(),
        held.isValid()
            ? QStringLiteral("新建活动期次，举办日期 %1 取自%2")
                  .arg(held.toString(Qt::ISODate),
                       data.heldOn.isValid() ? QStringLiteral("本行") : QStringLiteral("标题"))
            : QStringLiteral("新建活动期次，没有举办日期，率的计算要用；请在标题中写明日期（如 "
                             "2024年5月28日）或增加“举办日期”列后再导入一次，也可以用 yipi-cli set %1 "
                             "held_on=日期 --reason 原因 补填")
                  .arg(target.campaign->text()));
    return campaign;
}

/// The declared figures are those of the first import; later ones change the project only.
int RowPlanner::applyEntry(const RowData &data, const Target &target, const Campaign &campaign,
                           const ProjectDraft &draft) {
    const auto investment = m_hasDeclaredColumns ? data.declaredInvestment : data.investment;
    const auto output = m_hasDeclaredColumns ? data.declaredOutput : data.output;
    auto *known = m_state.entry(campaign.id, draft.record.id, *target.batch);
    if (!known) {
        auto &entry = m_state.addEntry(campaign.id, draft.record.id, *target.batch);
        entry.now.declaredInvestment = investment;
        entry.now.declaredOutput = output;
        return 1;
    }
    int changed = 0;
    const auto freeze = [&](std::optional<Money> &declared, const std::optional<Money> &read,
                            const char *field) {
        if (read && !declared) {
            declared = read;
            ++changed;
        } else if (read && *declared != *read) {
            warning(QStringLiteral("declared_differs"), data, field, read->shortText(MoneyUnit::Wan, 4),
                    QStringLiteral("入批时申报的是 %1 万元，申报数不变，只更新项目")
                        .arg(declared->shortText(MoneyUnit::Wan, 4)));
        }
    };
    freeze(known->now.declaredInvestment, investment, "total_investment");
    freeze(known->now.declaredOutput, output, "expected_output");
    return changed;
}

/// A project on the list of 开工一批 has started, even if the list leaves the day out: then it is the
/// campaign's.
int RowPlanner::applyEvent(const RowData &data, Batch batch, const Campaign &campaign, ProjectDraft &draft) {
    static constexpr std::array kEvents{"actual_sign", "actual_start", "actual_produce"};
    const char *event = kEvents.at(std::size_t(batch));
    Value &date = draft.record.values[position(event)];
    if (m_hasDeclaredColumns || !isEmpty(date) || !campaign.heldOn.isValid() ||
        data.denies(int(position(event))))
        return 0;
    date = Value(campaign.heldOn.toString(Qt::ISODate));
    warning(QStringLiteral("event_from_campaign"), data, event, {},
            QStringLiteral("没有写明日期，按活动日期 %1 记入%2")
                .arg(campaign.heldOn.toString(Qt::ISODate),
                     entityInfo(EntityKind::Project).fields[position(event)].title));
    return 1;
}

/// "未开工" where the ledger has the day of the start: nothing is blanked out, one of the two is wrong.
void RowPlanner::tellDenied(const RowData &data, const ProjectDraft &draft) {
    for (const DeniedEvent &event : data.denied) {
        const FieldInfo &info = entityInfo(EntityKind::Project).fields[std::size_t(event.field)];
        const Value &known = draft.record.values[std::size_t(event.field)];
        if (!isEmpty(known))
            warning(QStringLiteral("event_denied"), data, info.key.toLatin1().constData(), event.text,
                    QStringLiteral("台账中%1是 %2，本行写“%3”，未改，请核对")
                        .arg(info.title, shown(event.field, known), event.text));
    }
}

/// The checks that every record undergoes; here their doubts, each once a project and only new ones: what
/// the ledger has already was asked before.
void RowPlanner::tellDoubts(const RowData &data, const std::vector<Report> &reports,
                            const ProjectDraft &draft) {
    const auto tell = [&](const QList<Issue> &issues, EntityKind entity, const QString &of) {
        for (const Issue &issue : issues) {
            const QString id = QStringLiteral("%1 %2 %3").arg(draft.record.id).arg(of, issue.rule);
            if (issue.severity != Severity::Warning || m_state.toldDoubts.contains(id))
                continue;
            m_state.toldDoubts.insert(id);
            const int column = columnOf(issue.field.toLatin1().constData(), entity);
            if (issue.rule == u"produce_without_start") // of every row where a list has no such dates
                m_findings.share(issue.rule, data.row, column, issue.field, issue.message);
            else
                m_findings.warning(issue.rule, data.row, column, issue.field, {}, issue.message);
        }
    };
    const auto project = fromRecord<Project>(draft.record);
    const QDate asOf = m_layout.month ? m_layout.month->lastDay() : m_options.asOf;
    auto issues = validate(project, asOf);
    if (!draft.isNew)
        for (const Issue &known : validate(m_state.projects.ledgerProject(draft.handle), asOf))
            issues.removeIf([&](const Issue &i) { return i.rule == known.rule && i.field == known.field; });
    tell(issues, EntityKind::Project, {});
    for (const Report &report : reports)
        if (const auto *planned = m_state.plannedReport(project.id, report.month))
            tell(validate(*planned, project, m_state.plannedReport(project.id, report.month.plus(-1))),
                 EntityKind::MonthlyProgress, report.month.text());
}

void RowPlanner::apply(const RowData &data, const Target &target, const std::vector<Report> &reports,
                       PlannedRow &row) {
    static const std::size_t kInvestment = position("total_investment");
    auto values = projectValues(data, target);
    int handle = 0;
    if (target.match.handle) {
        handle = *target.match.handle;
    } else {
        tellSimilar(data, target, row);
        Project project;
        project.id = m_state.ids.next();
        project.uid = data.uid.isEmpty() || target.match.isCopiedUid ? m_state.makeUid() : data.uid;
        project.name = data.name;
        project.code = data.code;
        project.zone.id = target.zone;
        handle = m_state.projects.create(toRecord(project));
    }
    const bool isFirst = !target.match.handle;
    auto &draft = m_state.projects.draft(handle);
    if (target.fillsGaps)
        values = gapsOnly(std::move(values), draft.record);
    if (target.keepsName)
        keepName(data, draft, values);
    int changed = applyProject(data, values, draft, row);
    tellDenied(data, draft);
    if (target.batch) {
        const Campaign &campaign = campaignOf(data, target);
        changed += applyEntry(data, target, campaign, draft);
        changed += applyEvent(data, *target.batch, campaign, draft);
    }
    changed += applyReports(reports, target, draft, row);
    changed += applyCustom(data, target, draft, row);
    m_state.rowsDetailed += row.changes.empty() ? 0 : 1;
    if (changed > 0 || isFirst)
        tellDoubts(data, reports, m_state.projects.draft(handle));
    m_state.seenRows.insert(rowKey(handle, target, reports));
    row.projectId = draft.isNew ? 0 : draft.record.id;
    row.changedFields = changed;
    row.verdict = isFirst ? RowVerdict::Added : changed > 0 ? RowVerdict::Updated : RowVerdict::Unchanged;
    if (const auto *stored = std::get_if<qint64>(&draft.record.values[kInvestment]);
        stored && data.investment)
        m_plan.investmentStored += *stored;
    tally(data, target, reports, draft);
}

} // namespace yipi::exchange::detail
