// SPDX-License-Identifier: GPL-3.0-or-later
// What a row is about: zone, list, project, months. What it changes is in row_changes.cpp.
#include "exchange/row_planner.h"

#include "domain/text_parsing.h"
#include "exchange/title_words.h"

namespace yipi::exchange::detail {

namespace {

std::optional<Batch> batchFrom(const QString &text) {
    if (text.contains(QStringLiteral("签约")))
        return Batch::Sign;
    if (text.contains(QStringLiteral("开工")))
        return Batch::Start;
    if (text.contains(QStringLiteral("投产")))
        return Batch::Produce;
    return choiceFrom<Batch>(text);
}

std::optional<Batch> batchOf(SheetKind kind) {
    switch (kind) {
    case SheetKind::Sign:
        return Batch::Sign;
    case SheetKind::Start:
        return Batch::Start;
    case SheetKind::Produce:
        return Batch::Produce;
    default:
        return std::nullopt;
    }
}

} // namespace

RowPlanner::RowPlanner(PlanState &state, const SheetLayout &layout, SheetPlan &plan, FindingList &findings,
                       const ImportOptions &options)
    : m_state(state)
    , m_layout(layout)
    , m_plan(plan)
    , m_findings(findings)
    , m_options(options)
    , m_totals(layout)
    , m_hasDeclaredColumns(layout.columnOf(EntityKind::CampaignEntry, u"declared_investment") ||
                           layout.columnOf(EntityKind::CampaignEntry, u"declared_output")) {}

int RowPlanner::columnOf(const char *field, EntityKind entity) const {
    const auto *column = m_layout.columnOf(entity, QString::fromLatin1(field));
    return column ? column->mapping.column : 0;
}

void RowPlanner::error(const QString &code, const RowData &data, const char *field, const QString &value,
                       const QString &message, const QString &suggestion) {
    m_findings.error(code, data.row, columnOf(field), QString::fromLatin1(field), value, message, suggestion);
}

void RowPlanner::warning(const QString &code, const RowData &data, const char *field, const QString &value,
                         const QString &message) {
    m_findings.warning(code, data.row, columnOf(field), QString::fromLatin1(field), value, message);
}

bool RowPlanner::resolveZone(const RowData &data, const SectionWords &section, Target &target) {
    target.zoneText = !data.zone.isEmpty()          ? data.zone
                      : section.zone != 0           ? QString()
                      : !section.zoneText.isEmpty() ? section.zoneText
                      : !m_options.zone.isEmpty()   ? m_options.zone
                                                    : zoneOfFile();
    const QString &text = target.zoneText;
    if (text.isEmpty()) {
        target.zone = section.zone; // 0: may still be known from the project's code
        if (section.isLikelyZone && m_findings.firstTime(QStringLiteral("zone_likely")))
            m_findings.warning(
                QStringLiteral("zone_likely"), 0, 0, QStringLiteral("zone"), m_state.zones.name(section.zone),
                QStringLiteral("标题里的开发区与台账写法不同，没有写明开发区的行记入“%1”，请确认")
                    .arg(m_state.zones.name(section.zone)));
        return true;
    }
    if (const auto zone = m_state.zones.find(text)) {
        target.zone = *zone;
        return true;
    }
    target.zoneIsNew = m_options.createZones;
    if (target.zoneIsNew)
        return true;
    const QString nearest = m_state.zones.nearest(text);
    error(QStringLiteral("unknown_zone"), data, "zone", text,
          nearest.isEmpty()
              ? QStringLiteral("台账中没有开发区“%"
                               "1”，也还没有任何开发区；请先在口径与字典中建立，或在导入时选择新建开发区")
                    .arg(text)
              : QStringLiteral("台账中没有开发区“%1”，最接近的是“%2”；请改正名称，或在导入时选择新建开发区")
                    .arg(text, nearest),
          m_state.zones.likely(text));
    return false;
}

/// Few campaigns are named by many rows.
std::optional<CampaignKey> RowPlanner::campaignNamedBy(const QString &text) {
    auto known = m_campaigns.find(text);
    if (known == m_campaigns.end())
        known = m_campaigns.insert(text, campaignIn(text));
    return *known;
}

bool RowPlanner::resolveList(const RowData &data, const SectionWords &section, Target &target) {
    if (!data.batch.isEmpty()) {
        target.batch = batchFrom(data.batch);
        if (!target.batch) {
            m_findings.error(QStringLiteral("bad_choice"), data.row,
                             columnOf("batch", EntityKind::CampaignEntry), QStringLiteral("batch"),
                             data.batch, QStringLiteral("批次应为签约一批、开工一批或投产一批"));
            return false;
        }
    } else if (columnOf("batch", EntityKind::CampaignEntry) == 0) {
        // A heading says more than columns do, and less than the title.
        const bool isSaidBySection =
            m_layout.kind == SheetKind::Unknown && section.kind != SheetKind::Unknown;
        target.batch = batchOf(isSaidBySection ? section.kind : m_plan.kind);
    }
    target.campaign = m_layout.campaign;
    if (!data.campaign.isEmpty()) {
        target.campaign = campaignNamedBy(data.campaign);
        if (!target.campaign)
            target.campaign = m_state.dictionary.campaignByTitle(data.campaign);
        if (!target.campaign) {
            m_findings.error(QStringLiteral("bad_campaign"), data.row,
                             columnOf("campaign", EntityKind::CampaignEntry), QStringLiteral("campaign"),
                             data.campaign, QStringLiteral("看不懂活动期次，请写成 2024年第2次 或 2024-2"));
            return false;
        }
    }
    if (!target.batch || target.campaign)
        return true;
    if (m_findings.firstTime(QStringLiteral("no_campaign")))
        m_findings.error(QStringLiteral("no_campaign"), data.row, 0, QStringLiteral("campaign"), {},
                         QStringLiteral("不知道这张%1清单属于哪一次活动，请在标题中写明（如 "
                                        "2024年第2次）、增加“期次”列，或在导入时指定活动期次")
                             .arg(title(*target.batch)));
    return false;
}

/// Eight zones send eight files, each without a column of zones.
QString RowPlanner::zoneOfFile() {
    if (!m_state.fileZone.isEmpty() && m_findings.firstTime(QStringLiteral("zone_from_file")))
        m_findings.warning(
            QStringLiteral("zone_from_file"), 0, 0, QStringLiteral("zone"), m_state.fileZone,
            QStringLiteral("没有写明开发区的行，按文件名记入“%1”，请确认").arg(m_state.fileZone));
    return m_state.fileZone;
}

bool RowPlanner::isCodeFree(const RowData &data, int handle) {
    const QString holder =
        data.code.isEmpty() ? QString() : m_state.projects.nameOfCodeHolder(data.code, handle);
    if (!holder.isEmpty())
        error(QStringLiteral("duplicate_code"), data, "code", data.code,
              QStringLiteral("编号“%1”已被项目“%2”使用，请换一个编号").arg(data.code, holder));
    return holder.isEmpty();
}

bool RowPlanner::resolveProject(const RowData &data, Target &target) {
    ProjectName name{data.uid, data.code, data.name, !data.investor.isEmpty(), 0, target.zone};
    constexpr qint64 kNowhere =
        std::numeric_limits<qint64>::min(); // a zone that is still to be made has no projects
    if (target.zoneIsNew)
        name.zone = kNowhere;
    if (name.hasInvestor)
        name.investor = m_state.dictionary.enterprise(data.investor, false);
    target.match = m_state.projects.find(name);
    if (const RowChoice *choice = choiceFor(data))
        heed(*choice, target);
    if (target.match.isAmbiguous) {
        error(QStringLiteral("ambiguous"), data, "name", data.name,
              QStringLiteral("台账或本文件中有几个同名项目，无法确定是哪一个；请填写项目编号或投资方"));
        return false;
    }
    if (target.match.isCopiedUid)
        warning(QStringLiteral("copied_uid"), data, "name", data.name,
                QStringLiteral("这一行像是复制另一项目的行改成的，按另一个项目处理"));
    constexpr int kNone = -1;
    if (!isCodeFree(data, target.match.handle.value_or(kNone)))
        return false;
    return target.match.handle || hasNameAndZone(data, target);
}

/// What a row must say that is no known project's.
bool RowPlanner::hasNameAndZone(const RowData &data, const Target &target) {
    const bool hasName = !data.name.isEmpty() || data.hasErrorAt(columnOf("name"));
    const bool hasZone = target.zone != 0 || target.zoneIsNew || data.hasErrorAt(columnOf("zone"));
    if (!hasName)
        error(QStringLiteral("missing_name"), data, "name", {}, QStringLiteral("缺少项目名称"));
    if (!hasZone)
        error(QStringLiteral("missing_zone"), data, "zone", {}, QStringLiteral("缺少开发区"));
    return hasName && hasZone;
}

std::optional<Month> RowPlanner::monthOf(const RowData &data, const ProgressValue &value,
                                         const Target &target) {
    static const int kProduced = projectField("actual_produce");
    static const int kAnnualOutput =
        entityInfo(EntityKind::MonthlyProgress).indexOf(QStringLiteral("annual_output"));
    if (value.month)
        return value.month;
    if (data.month)
        return data.month;
    if (m_layout.month)
        return m_layout.month;
    std::optional<Month> assumed;
    if (value.field == kAnnualOutput)
        for (const auto &[field, date] : data.project)
            if (field == kProduced)
                assumed = Month::of(dateFromIso(std::get<QString>(date)));
    if (!assumed && target.campaign) {
        const Campaign *campaign = m_state.dictionary.campaign(*target.campaign);
        const QDate held =
            campaign && campaign->heldOn.isValid() ? campaign->heldOn : heldOnSaid(data, target);
        if (held.isValid())
            assumed = Month::of(held);
    }
    const QString &field = entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(value.field)].key;
    if (assumed) {
        if (m_findings.firstTime(QStringLiteral("month %1").arg(value.column)))
            m_findings.warning(QStringLiteral("month_assumed"), data.row, value.column, field, {},
                               QStringLiteral("没有写明月份，按投产月份或活动月份（本行为 %1）记入月度进展")
                                   .arg(assumed->text()));
    } else if (m_findings.firstTime(QStringLiteral("month %1").arg(value.column))) {
        m_findings.error(QStringLiteral("unknown_month"), data.row, value.column, field, {},
                         QStringLiteral("不知道这一列是哪个月的，请在标题中写明（如 "
                                        "截至2024年7月底）、增加“月份”列，或在导入时指定月份"));
    }
    return assumed;
}

/// "2023年完成投资" beside a row's month of 2024.
bool RowPlanner::isOfOtherYear(const RowData &data, const ProgressValue &value, Month month) {
    if (value.year == 0 || value.year == month.year())
        return false;
    if (m_findings.firstTime(QStringLiteral("year %1").arg(value.column)))
        m_findings.warning(QStringLiteral("other_year"), data.row, value.column,
                           entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(value.field)].key, {},
                           QStringLiteral("表头写的是 %1 年，本行是 %2 的，没有当作这一年的数导入")
                               .arg(value.year)
                               .arg(month.text()));
    return true;
}

bool RowPlanner::resolveReports(const RowData &data, const Target &target, std::vector<Report> &reports) {
    bool known = true;
    for (const ProgressValue &value : data.progress) {
        const auto month = monthOf(data, value, target);
        if (!month) {
            known = false;
            continue;
        }
        if (isOfOtherYear(data, value, *month))
            continue;
        auto report =
            std::find_if(reports.begin(), reports.end(), [&](const Report &r) { return r.month == *month; });
        if (report == reports.end())
            report = reports.insert(reports.end(), Report{*month, {}});
        report->values.push_back(&value);
    }
    if (!known || !target.match.handle || m_state.projects.isNew(*target.match.handle))
        return known;
    const qint64 project = m_state.projects.ledgerProject(*target.match.handle).id;
    for (const Report &report : reports) {
        const MonthlyProgress *stored = m_state.ledgerReport(project, report.month);
        if (!stored || stored->state != ReportState::Locked)
            continue;
        const Record record = toRecord(*stored);
        for (const ProgressValue *value : report.values)
            if (record.values[std::size_t(value->field)] != value->value) {
                m_findings.error(
                    QStringLiteral("month_locked"), data.row, value->column,
                    entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(value->field)].key, {},
                    QStringLiteral("%1 已锁定，不能修改；需要更正时请先解锁").arg(report.month.text()));
                return false;
            }
    }
    return true;
}

bool RowPlanner::isRepeated(const RowData &data, const Target &target, const std::vector<Report> &reports) {
    if (!target.match.handle)
        return false;
    const QString key = rowKey(*target.match.handle, target, reports);
    if (!m_state.seenRows.contains(key))
        return false;
    warning(QStringLiteral("duplicate"), data, "name", data.name,
            target.batch
                ? QStringLiteral("该项目在同一次活动的%1中已出现过，本行跳过").arg(title(*target.batch))
                : QStringLiteral("该项目在本表中已出现过，本行跳过"));
    return true;
}

QString RowPlanner::rowKey(int handle, const Target &target, const std::vector<Report> &reports) const {
    if (target.batch)
        return QStringLiteral("%1 %2 %3").arg(handle).arg(key(*target.batch), target.campaign->text());
    QString months;
    for (const Report &report : reports)
        months += report.month.text() + u' ';
    return QStringLiteral("%1 %2 %3").arg(handle).arg(m_plan.sheet, months);
}

/// The first thing that the ledger has and that the row would change: fields and references of the project,
/// figures of a month.
std::optional<RowPlanner::Conflict> RowPlanner::conflictWith(const Project &project, const RowData &data,
                                                             const Target &target,
                                                             const std::vector<Report> &reports) {
    const auto shown = [](const FieldInfo &field, const Value &value) {
        return displayText(field, value, field.moneyUnit);
    };
    const auto conflict = [&](const char *key, const QString &before, const QString &now) {
        return Conflict{&entityInfo(EntityKind::Project).field(QString::fromLatin1(key)), columnOf(key),
                        before, now};
    };
    const Record known = toRecord(project);
    for (const auto &[field, value] : data.project) {
        const FieldInfo &info = entityInfo(EntityKind::Project).fields[std::size_t(field)];
        const Value &before = known.values[std::size_t(field)];
        const bool isKept = target.keepsName && info.key == QStringLiteral("name");
        if (!isEmpty(before) && !isKept && isChange(field, before, value))
            return conflict(info.key.toLatin1().constData(), shown(info, before), shown(info, value));
    }
    if (project.zone.id != 0 && (target.zoneIsNew || (target.zone != 0 && target.zone != project.zone.id)))
        return conflict("zone", m_state.zones.name(project.zone.id),
                        target.zoneIsNew ? target.zoneText : m_state.zones.name(target.zone));
    if (!data.investor.isEmpty() && project.investor.id != 0 &&
        m_state.dictionary.enterprise(data.investor, false) != project.investor.id)
        return conflict("investor", QStringLiteral("另一家"), data.investor);
    if (!data.chain.isEmpty() && project.chain.id != 0 &&
        m_state.dictionary.chain(data.chain) != project.chain.id)
        return conflict("chain", QStringLiteral("另一条"), data.chain);
    for (const auto &[field, value] : data.custom) {
        const FieldInfo &info = m_state.customFields.info(field);
        const Value before = m_state.customFields.value(project.id, field);
        if (!isEmpty(before) && before != value)
            return Conflict{&info, 0, shown(info, before), shown(info, value)};
    }
    for (const Report &report : reports)
        if (const MonthlyProgress *stored = m_state.ledgerReport(project.id, report.month)) {
            const Record record = toRecord(*stored);
            for (const ProgressValue *value : report.values) {
                const FieldInfo &info =
                    entityInfo(EntityKind::MonthlyProgress).fields[std::size_t(value->field)];
                const Value &before = record.values[std::size_t(value->field)];
                if (!isEmpty(before) && before != value->value)
                    return Conflict{&info, value->column, shown(info, before), shown(info, value->value)};
            }
        }
    return std::nullopt;
}

bool RowPlanner::mayChange(const RowData &data, const Target &target, const std::vector<Report> &reports,
                           PlannedRow &row) {
    using OnConflict = ImportOptions::OnConflict;
    if (!target.match.handle || m_state.projects.isNew(*target.match.handle))
        return true;
    const auto conflict =
        conflictWith(m_state.projects.ledgerProject(*target.match.handle), data, target, reports);
    if (!conflict)
        return true;
    row.conflict = RowConflict{conflict->field->title, conflict->before, conflict->now};
    if (m_options.onConflict == OnConflict::Update || target.isChosen)
        return true;
    row.projectId = m_state.projects.ledgerProject(*target.match.handle).id;
    row.verdict = RowVerdict::Skipped;
    if (m_options.onConflict == OnConflict::Stop) {
        m_findings.error(
            QStringLiteral("conflict"), data.row, conflict->column, conflict->field->key, conflict->now,
            QStringLiteral("台账中%1是“%2”，与本行不同").arg(conflict->field->title, conflict->before));
        row.verdict = RowVerdict::Rejected;
    }
    return false;
}

void RowPlanner::change(const RowData &data, const Target &target, const std::vector<Report> &reports,
                        PlannedRow &row) {
    if (mayChange(data, target, reports, row))
        apply(data, target, reports, row);
}

PlannedRow RowPlanner::plan(const RowData &data, const SectionWords &section) {
    PlannedRow row;
    row.row = data.row;
    row.name = data.name;
    Target target;
    std::vector<Report> reports;
    // All that is wrong with a row is said at once.
    const bool zoneKnown = resolveZone(data, section, target);
    const bool listKnown = resolveList(data, section, target);
    bool isSound = data.errorColumns.empty() && zoneKnown && listKnown;
    if (isSound)
        isSound = resolveProject(data, target);
    else if (data.code.isEmpty() && data.uid.isEmpty() && zoneKnown)
        hasNameAndZone(data, target);
    else if (data.code.isEmpty() && data.uid.isEmpty() && data.name.isEmpty() &&
             !data.hasErrorAt(columnOf("name")))
        error(QStringLiteral("missing_name"), data, "name", {}, QStringLiteral("缺少项目名称"));
    row.candidates = ledgerIds(target.match.others);
    isSound = resolveReports(data, target, reports) && isSound;
    if (!isSound)
        row.verdict = RowVerdict::Rejected;
    else if (isRepeated(data, target, reports))
        row.verdict = RowVerdict::Skipped;
    else if (data.appended.isEmpty())
        change(data, target, reports, row);
    else
        change(withAppended(data, target), target, reports, row);
    if (row.verdict == RowVerdict::Rejected)
        m_totals.reject(data);
    else if (row.verdict == RowVerdict::Skipped)
        m_totals.skip(data);
    if (row.verdict != RowVerdict::Skipped)
        m_plan.investmentRead += data.investment.value_or(Money()).yuan();
    return row;
}

} // namespace yipi::exchange::detail
