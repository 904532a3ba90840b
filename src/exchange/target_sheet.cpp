// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/target_sheet.h"

#include "domain/text_parsing.h"
#include "domain/validation.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

TargetSheet::TargetSheet(PlanState &state, const Sheet &sheet, const TargetLayout &layout, SheetPlan &plan,
                         FindingList &findings, const ImportOptions &options)
    : m_state(state)
    , m_sheet(sheet)
    , m_layout(layout)
    , m_plan(plan)
    , m_findings(findings)
    , m_options(options)
    , m_merged(sheet, layout.headerRow + 1) {}

QString TargetSheet::text(int row, int column) const {
    if (column == 0)
        return {};
    static const QRegularExpression kNothing(QStringLiteral("^[-—–/]+$"));
    const QString found = normalisedText(m_sheet.cell(m_merged.topRow(row, column), column).text);
    return kNothing.match(found).hasMatch() ? QString() : found;
}

void TargetSheet::error(const QString &code, int row, int column, const char *field, const QString &message) {
    m_findings.error(code, row, column, QString::fromLatin1(field), text(row, column), message);
}

void TargetSheet::mapColumns() {
    const auto add = [&](const TargetLayout::Column &column, const char *field, bool isMoney) {
        if (column.column == 0)
            return;
        ColumnMapping mapping;
        mapping.column = column.column;
        mapping.header = column.header;
        mapping.entity = entityInfo(EntityKind::Target).key;
        mapping.field = QString::fromLatin1(field);
        mapping.confidence = 1;
        if (isMoney)
            mapping.unit = column.unit ? column.unit : m_layout.unit;
        m_plan.columns.push_back(std::move(mapping));
    };
    add(m_layout.zone, "zone", false);
    add(m_layout.year, "year", false);
    add(m_layout.indicator, "indicator", false);
    add(m_layout.count, "target_count", false);
    add(m_layout.amount, "target_amount", true);
    for (const auto &[indicator, column] : m_layout.byIndicator)
        add(column, countsPieces(indicator) ? "target_count" : "target_amount", !countsPieces(indicator));
    add(m_layout.curve, "curve", false);
    std::sort(m_plan.columns.begin(), m_plan.columns.end(),
              [](const auto &a, const auto &b) { return a.column < b.column; });
}

/// Blank rows, totals and notes are told like those of other sheets.
bool TargetSheet::isIgnored(int row) {
    static const QRegularExpression kTotal(QStringLiteral("^(合计|小计|总计|共计|全市|全省)"));
    static const QRegularExpression kNote(QStringLiteral("^(注|备注|说明|填表人|审核人)\\s*[:：]"));
    QStringList texts;
    for (const Cell &cell : m_sheet.rows[std::size_t(row) - 1])
        if (const QString found = normalisedText(cell.text); !found.isEmpty())
            texts << found;
    const QString zone = text(row, m_layout.zone.column);
    const QString reason = texts.isEmpty()                          ? QStringLiteral("blank")
                           : kTotal.match(zone).hasMatch()          ? QStringLiteral("subtotal")
                           : kTotal.match(texts.front()).hasMatch() ? QStringLiteral("subtotal")
                           : kNote.match(texts.front()).hasMatch()  ? QStringLiteral("note")
                                                                    : QString();
    if (!reason.isEmpty())
        m_plan.ignored.push_back({row, reason, texts.join(u' ')});
    return !reason.isEmpty();
}

std::optional<qint64> TargetSheet::zoneOf(int row) {
    const QString said = text(row, m_layout.zone.column);
    const QString name = said.isEmpty() ? m_options.zone : said;
    const int column = m_layout.zone.column;
    if (name.isEmpty()) {
        error(QStringLiteral("missing_zone"), row, column, "zone", QStringLiteral("缺少开发区"));
        return std::nullopt;
    }
    if (const auto zone = m_state.zones.find(name))
        return zone;
    const QString nearest = m_state.zones.nearest(name);
    if (m_options.createZones) {
        m_findings.warning(QStringLiteral("zone_created"), row, column, QStringLiteral("zone"), name,
                           QStringLiteral("新建开发区，请确认不是已有的开发区写法不同"));
        return m_state.zones.create(name, m_state.ids);
    }
    error(QStringLiteral("unknown_zone"), row, column, "zone",
          nearest.isEmpty()
              ? QStringLiteral("台账中没有开发区“%1”，也还没有任何开发区；请先建立开发区").arg(name)
              : QStringLiteral("台账中没有开发区“%1”，最接近的是“%2”；请改正名称，或在导入时选择新建开发区")
                    .arg(name, nearest));
    return std::nullopt;
}

std::optional<qint64> TargetSheet::yearOf(int row) {
    static const QRegularExpression kYear(QStringLiteral("^(20\\d{2})(?:年度?)?$"));
    const QString said = text(row, m_layout.year.column);
    if (const auto m = kYear.match(said); m.hasMatch())
        return m.captured(1).toInt();
    if (said.isEmpty() && m_layout.titleYear)
        return *m_layout.titleYear;
    error(QStringLiteral("bad_year"), row, m_layout.year.column, "year",
          said.isEmpty() ? QStringLiteral("不知道是哪一年的任务，请增加“年度”列，或在标题中写明（如 2024年）")
                         : QStringLiteral("年度“%1”读不懂，请写成 2024").arg(said));
    return std::nullopt;
}

std::optional<std::vector<TargetSheet::Task>> TargetSheet::tasksOf(int row) {
    std::vector<Task> tasks;
    for (const auto &[indicator, column] : m_layout.byIndicator)
        if (!text(row, column.column).isEmpty())
            tasks.push_back({indicator, &column});
    if (m_layout.indicator.column == 0)
        return tasks;
    const QString said = text(row, m_layout.indicator.column);
    const auto indicator = choiceFrom<TargetIndicator>(said);
    if (!indicator) {
        QStringList known;
        for (const Choice &choice : choicesOf<TargetIndicator>())
            known << choice.title;
        error(QStringLiteral("bad_choice"), row, m_layout.indicator.column, "indicator",
              QStringLiteral("不认识指标“%1”，可以写：%2").arg(said, known.join(QStringLiteral("、"))));
        return std::nullopt;
    }
    // A single column 任务数 holds pieces and amounts alike.
    const bool counts = countsPieces(*indicator);
    const auto &own = counts ? m_layout.count : m_layout.amount;
    const auto &other = counts ? m_layout.amount : m_layout.count;
    tasks.push_back({*indicator, own.column > 0 ? &own : &other});
    return tasks;
}

bool TargetSheet::readFigure(int row, const Task &task, Target &target) {
    const QString said = text(row, task.column->column);
    const bool counts = countsPieces(task.indicator);
    const char *field = counts ? "target_count" : "target_amount";
    if (said.isEmpty()) {
        error(QStringLiteral("missing_target"), row, task.column->column, field,
              QStringLiteral("缺少%1的任务数").arg(title(task.indicator)));
        return false;
    }
    QString problem, note;
    if (counts) {
        const auto read = parseInteger(said);
        target.targetCount = read.value;
        problem = read.problem;
        note = read.note;
    } else {
        const auto unit = task.column->unit ? task.column->unit : m_layout.unit;
        const auto read = parseMoney(said, unit.value_or(MoneyUnit::Wan));
        // Without a unit only an amount that names its own has a meaning.
        if (!unit && read.value != parseMoney(said, MoneyUnit::Yuan).value)
            problem = QStringLiteral("不知道金额单位，请在表头写明（万元）或（亿元），或在导入时指定单位");
        else
            problem = read.problem;
        target.targetAmount = read.value;
        note = read.note;
    }
    if (!problem.isEmpty())
        error(QStringLiteral("bad_number"), row, task.column->column, field,
              QStringLiteral("%1：%2").arg(title(task.indicator), problem));
    else if (!note.isEmpty())
        m_findings.warning(QStringLiteral("guess"), row, task.column->column, QString::fromLatin1(field),
                           said, note);
    return problem.isEmpty();
}

bool TargetSheet::mayChange(int row, const Target &before, const Target &now, PlannedRow &planned) {
    using OnConflict = ImportOptions::OnConflict;
    const bool isSame = toRecord(before).values == toRecord(now).values;
    if (isSame || m_options.onConflict == OnConflict::Update)
        return true;
    planned.verdict = RowVerdict::Skipped;
    if (m_options.onConflict == OnConflict::Stop) {
        planned.verdict = RowVerdict::Rejected;
        m_findings.error(QStringLiteral("conflict"), row, m_layout.zone.column, QStringLiteral("target"), {},
                         QStringLiteral("台账中%1已有不同的任务").arg(planned.name));
    }
    return false;
}

PlannedRow TargetSheet::planTarget(int row, const Task &task, qint64 zone, qint64 year) {
    PlannedRow planned;
    planned.row = row;
    planned.name = QStringLiteral("%1 %2年%3")
                       .arg(m_state.zones.name(zone), QString::number(year), title(task.indicator));
    planned.verdict = RowVerdict::Rejected;
    Target read;
    read.indicator = task.indicator;
    read.year = year;
    read.zone = {zone};
    read.curve = text(row, m_layout.curve.column);
    if (!readFigure(row, task, read))
        return planned;
    for (const Issue &issue : validate(read))
        if (issue.severity == Severity::Error) {
            error(issue.rule, row, issue.field == u"curve" ? m_layout.curve.column : task.column->column,
                  issue.field.toLatin1().constData(), issue.message);
            return planned;
        }
    const Target *known = m_state.ledgerTarget(zone, year, task.indicator);
    if (known && read.curve.isEmpty())
        read.curve = known->curve; // an empty cell blanks nothing
    if (known && !mayChange(row, *known, read, planned))
        return planned;
    auto &draft = m_state.target(zone, year, task.indicator);
    planned.changedFields = draft.now.targetCount != read.targetCount ||
                            draft.now.targetAmount != read.targetAmount || draft.now.curve != read.curve;
    draft.now.targetCount = read.targetCount;
    draft.now.targetAmount = read.targetAmount;
    draft.now.curve = read.curve;
    planned.verdict = !draft.before           ? RowVerdict::Added
                      : planned.changedFields ? RowVerdict::Updated
                                              : RowVerdict::Unchanged;
    return planned;
}

void TargetSheet::readRow(int row) {
    if (isIgnored(row))
        return;
    const auto zone = zoneOf(row);
    const auto year = yearOf(row);
    const auto tasks = tasksOf(row);
    if (!zone || !year || !tasks) {
        PlannedRow rejected;
        rejected.row = row;
        rejected.name = text(row, m_layout.zone.column);
        rejected.verdict = RowVerdict::Rejected;
        m_plan.add(rejected);
        return;
    }
    for (const Task &task : *tasks)
        m_plan.add(planTarget(row, task, *zone, *year));
}

} // namespace yipi::exchange::detail
