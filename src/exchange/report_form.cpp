// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report_form.h"

#include "exchange/export_columns.h"

#include <unordered_map>

namespace yipi::exchange::detail {

namespace {

constexpr int kFormHeaderRow = 3;
constexpr double kTwoLines = 32; ///< points
const QString kBeforeSheet = QStringLiteral("上月");

/// The columns of the form, from 1. Formulas refer to them.
enum FormColumn {
    Code = 1,
    Name,
    ZoneName,
    Investor,
    ReportMonth,
    Investment,
    Cumulative,
    AnnualPlan,
    YearInvestment,
    PlanShare,
    FundsInPlace,
    Output,
    AnnualOutput,
    Progress,
    Percent,
    Problems,
    NextStep,
    Coordination,
    FormColumns = Coordination
};

/// The field of a column; null where it is only worked out.
const FieldInfo *fieldOf(int column) {
    static constexpr std::array<const char *, FormColumns> kFields{"code",
                                                                   "name",
                                                                   "zone",
                                                                   "investor",
                                                                   "month",
                                                                   "investment",
                                                                   "cumulative_investment",
                                                                   "annual_plan",
                                                                   "year_investment",
                                                                   nullptr,
                                                                   "funds_in_place",
                                                                   "output",
                                                                   "annual_output",
                                                                   "progress",
                                                                   "percent_complete",
                                                                   "problems",
                                                                   "next_step",
                                                                   "coordination"};
    const char *key = kFields.at(std::size_t(column) - 1);
    const auto entity = column <= Investor ? EntityKind::Project : EntityKind::MonthlyProgress;
    return key ? &exportColumn(entity, key).info() : nullptr;
}

/// What the sums of a form go on from.
struct Before {
    std::optional<Money> cumulative, year, annualPlan;
};

/// By project: from its latest report before the month; the year's figures only from the same year.
std::unordered_map<qint64, Before> knownBefore(const std::vector<MonthlyProgress> &reports, Month month) {
    std::unordered_map<qint64, const MonthlyProgress *> latest;
    for (const MonthlyProgress &report : reports)
        if (report.month && *report.month < month) {
            const MonthlyProgress *&known = latest[report.project.id];
            if (!known || *known->month < *report.month)
                known = &report;
        }
    std::unordered_map<qint64, Before> before;
    for (const auto &[project, report] : latest) {
        const bool isSameYear = report->month->year() == month.year();
        before[project] = {report->cumulativeInvestment, isSameYear ? report->yearInvestment : std::nullopt,
                           isSameYear ? report->annualPlan : std::nullopt};
    }
    return before;
}

QString cell(int column, int row) {
    return columnLetters(column) + QString::number(row);
}

QString beforeCell(const QString &column, int row) {
    return u'\'' + kBeforeSheet + QStringLiteral("'!") + column + QString::number(row);
}

/// Empty until the month's figure is there: a row that nobody filled in reports nothing.
QString onceReported(int row, const QString &formula) {
    return QStringLiteral("=IF(%1=\"\",\"\",%2)").arg(cell(Investment, row), formula);
}

QString planShare(int row) {
    return QStringLiteral("=IF(OR(%1=\"\",%1=0,%2=\"\"),\"\",%2/%1*100)")
        .arg(cell(AnnualPlan, row), cell(YearInvestment, row));
}

/// Writes the form row by row, and the sheet its formulas refer to.
class ReportFormWriter {
public:
    ReportFormWriter(XlsxBook &book, const ExportData &data, const ReportForm &form)
        : m_book(book)
        , m_data(data)
        , m_form(form)
        , m_names(data)
        , m_before(knownBefore(data.progress, form.month)) {}
    void write(const DictionarySheet &dictionary);

private:
    void writeHead();
    void writeRow(int row, const Project &project);
    void sum(int row, int column, const std::optional<Money> &before, const QString &beforeColumn);
    void writeBefore();
    Before beforeOf(const Project &project) const;

    XlsxBook &m_book;
    const ExportData &m_data;
    const ReportForm &m_form;
    ReferenceNames m_names;
    std::unordered_map<qint64, Before> m_before;
};

Before ReportFormWriter::beforeOf(const Project &project) const {
    const auto it = m_before.find(project.id);
    Before before = it == m_before.end() ? Before{} : it->second;
    if (m_form.month.month() == 1)
        before.year = Money();
    return before;
}

void ReportFormWriter::writeHead() {
    const QString zone = m_form.zone.isEmpty() ? QStringLiteral("开发区") : m_form.zone;
    m_book.mergedText(
        1, FormColumns,
        QStringLiteral("%1“三个一批”项目%2年%3月进展表")
            .arg(zone, QString::number(m_form.month.year()), QString::number(m_form.month.month())),
        CellStyle::Title);
    m_book.mergedText(
        2, FormColumns,
        QStringLiteral("单位：%1　只填白色的格；灰色的格由台账填好或自动计算").arg(title(m_data.unit)),
        CellStyle::Unit);
    m_book.rowHeight(kFormHeaderRow, kTwoLines);
    for (int column = 1; column <= FormColumns; ++column) {
        const FieldInfo *field = fieldOf(column);
        m_book.text(kFormHeaderRow, column,
                    field ? exportHeader(*field, m_data.unit) : QStringLiteral("占年度计划比例（%）"),
                    CellStyle::Header);
    }
}

/// A sum since some day goes on from what was reported last; where that is not known it is typed.
void ReportFormWriter::sum(int row, int column, const std::optional<Money> &before,
                           const QString &beforeColumn) {
    if (before)
        m_book.formula(row, column,
                       onceReported(row, beforeCell(beforeColumn, row) + u'+' + cell(Investment, row)),
                       CellStyle::Money);
    else
        m_book.input(row, column, CellStyle::Money);
}

void ReportFormWriter::writeRow(int row, const Project &project) {
    const Before before = beforeOf(project);
    const Record record = toRecord(project);
    for (int column = 1; column <= FormColumns; ++column) {
        const FieldInfo *field = fieldOf(column);
        switch (column) {
        case Code:
        case Name:
        case ZoneName:
        case Investor:
            writeValue(m_book, row, column, *field,
                       record.values[std::size_t(entityInfo(EntityKind::Project).indexOf(field->key))],
                       m_data.unit, m_names);
            break;
        case ReportMonth:
            m_book.text(row, column, m_form.month.text());
            break;
        case Cumulative:
            sum(row, column, before.cumulative, QStringLiteral("A"));
            break;
        case YearInvestment:
            sum(row, column, before.year, QStringLiteral("B"));
            break;
        case PlanShare:
            m_book.formula(row, column, planShare(row), CellStyle::Quantity);
            break;
        case AnnualPlan:
            if (before.annualPlan)
                m_book.inputFormula(row, column, onceReported(row, beforeCell(QStringLiteral("C"), row)),
                                    CellStyle::Money);
            else
                m_book.input(row, column, CellStyle::Money);
            break;
        default:
            m_book.input(row, column, styleOf(*field));
        }
    }
}

/// What was reported last, in the rows of the form. Hidden, and without a header that an import would take.
void ReportFormWriter::writeBefore() {
    m_book.beginSheet(kBeforeSheet);
    for (std::size_t i = 0; i < m_data.projects.size(); ++i) {
        const Before before = beforeOf(m_data.projects[i]);
        const int row = kFormHeaderRow + 1 + int(i);
        int column = 0;
        for (const auto &sum : {before.cumulative, before.year, before.annualPlan}) {
            ++column;
            if (sum)
                m_book.number(row, column, sum->shortText(m_data.unit, 8).toDouble(), CellStyle::Money);
        }
    }
    m_book.hideSheet();
}

void ReportFormWriter::write(const DictionarySheet &dictionary) {
    const int first = kFormHeaderRow + 1;
    const int last = std::max(first, kFormHeaderRow + int(m_data.projects.size()));
    m_book.beginSheet(title(SheetKind::Progress));
    for (int column = 1; column <= FormColumns; ++column)
        m_book.columnWidth(column, fieldOf(column) ? widthOf(*fieldOf(column)) : 12);
    writeHead();
    for (std::size_t i = 0; i < m_data.projects.size(); ++i)
        writeRow(first + int(i), m_data.projects[i]);
    m_book.freezeBelow(kFormHeaderRow, Name, last, FormColumns);
    m_book.printWide(kFormHeaderRow);
    for (int column = Investment; column <= FormColumns; ++column) {
        const FieldInfo *field = fieldOf(column);
        if (field && (field->type == FieldType::Money || field->type == FieldType::Quantity))
            m_book.acceptAmounts(column, first, last);
        else if (field)
            dictionary.offer(m_book, *field, column, first, last);
    }
    m_book.protectSheet(first, last, FormColumns);
    writeBefore();
}

} // namespace

void writeReportForm(XlsxBook &book, const ExportData &data, const ReportForm &form,
                     const DictionarySheet &dictionary) {
    ReportFormWriter(book, data, form).write(dictionary);
}

} // namespace yipi::exchange::detail
