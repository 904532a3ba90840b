// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_reader.h"

#include "exchange/cell_parsing.h"
#include "exchange/month_differences.h"
#include "exchange/project_index.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

namespace {

bool isNumeric(FieldType type) {
    return type == FieldType::Money || type == FieldType::Integer || type == FieldType::Quantity;
}

bool isText(FieldType type) {
    return type == FieldType::Text || type == FieldType::LongText || type == FieldType::Reference;
}

} // namespace

RowReader::RowReader(const Sheet &sheet, const SheetLayout &layout, const MergedCells &merged,
                     FindingList &findings)
    : m_sheet(sheet)
    , m_layout(layout)
    , m_merged(merged)
    , m_findings(findings) {
    if (const auto *name = layout.columnOf(EntityKind::Project, u"name"))
        m_nameColumn = name->mapping.column;
}

int RowReader::lastRow(int row) const {
    return m_nameColumn > 0 ? m_merged.bottomRow(row, m_nameColumn) : row;
}

void RowReader::error(const QString &code, const SheetColumn &column, const Found &found,
                      const QString &message, RowData &data) {
    data.errorColumns.push_back(column.mapping.column);
    m_findings.error(code, found.row, column.mapping.column, column.mapping.field, found.text, message);
}

/// The text of a column within the rows of one project: merged cells count from their top, several different
/// texts are joined, several different figures are an error.
std::optional<RowReader::Found> RowReader::cellText(const SheetColumn &column, int first, int last,
                                                    RowData &data) {
    const FieldType type = column.match.field->type;
    std::optional<Found> found;
    for (int row = first; row <= last; ++row) {
        const int top = m_merged.topRow(row, column.mapping.column);
        const Cell &cell = m_sheet.cell(top, column.mapping.column);
        if (cell.kind == Cell::Kind::Empty || cell.text.trimmed().isEmpty())
            continue;
        if (top < first && isNumeric(type)) { // one figure over several projects belongs to the first of them
            m_findings.warning(QStringLiteral("merged_number"), row, column.mapping.column,
                               column.mapping.field, cell.text,
                               QStringLiteral("该数值的单元格合并了几个项目，只计入第 %1 行的项目").arg(top));
            continue;
        }
        if (!found) {
            found = Found{cell.text, cell.kind, row};
        } else if (found->text != cell.text && top == row) {
            if (!isText(type)) {
                error(QStringLiteral("merged_values"), column, Found{cell.text, cell.kind, row},
                      QStringLiteral("同一项目占几行，这一列却有不同的值，请合并为一个值"), data);
                return std::nullopt;
            }
            found->text += QStringLiteral("；") + cell.text.trimmed();
        }
    }
    return found;
}

bool RowReader::isPlaceholder(const SheetColumn &column, const Found &found) {
    static const QSet<QString> kDashes{QStringLiteral("-"),  QStringLiteral("--"), QStringLiteral("—"),
                                       QStringLiteral("——"), QStringLiteral("/"),  QStringLiteral("\\"),
                                       QStringLiteral("―"),  QStringLiteral("－")};
    static const QSet<QString> kWords{QStringLiteral("无"),   QStringLiteral("暂无"), QStringLiteral("待定"),
                                      QStringLiteral("未定"), QStringLiteral("不详"), QStringLiteral("n/a"),
                                      QStringLiteral("未知"), QStringLiteral("待报")};
    if (found.kind != Cell::Kind::Text || found.text.size() > 6)
        return false;
    const QString text = foldedName(found.text);
    const FieldType type = column.match.field->type;
    if (isDash(text)) // in plain texts a dash stays what it is
        return !isText(type) || type == FieldType::Reference ||
               column.mapping.field == QStringLiteral("code") ||
               column.match.special == HeaderMatch::Special::Appended ||
               column.mapping.field == QStringLiteral("strategic_class");
    if (!saysNothing(text) || isText(type) || type == FieldType::Flag)
        return false;
    m_findings.warning(QStringLiteral("placeholder"), found.row, column.mapping.column, column.mapping.field,
                       found.text, QStringLiteral("按未填处理"));
    return true;
}

/// 未开工 is no date and no slip either: the date stays empty, and the user sees it. 已开工 lacks its day.
bool RowReader::readEventWord(const SheetColumn &column, const Found &found, RowData &data) {
    const EventWord word =
        column.match.field->type == FieldType::Date ? eventWord(found.text) : EventWord::None;
    if (word == EventWord::None)
        return false;
    const QString text = found.text.trimmed();
    const bool isDenied = word == EventWord::Denied;
    m_findings.warning(isDenied ? QStringLiteral("placeholder") : QStringLiteral("no_date"), found.row,
                       column.mapping.column, column.mapping.field, text,
                       (isDenied ? QStringLiteral("“%1”→ 未填：%2没有日期")
                                 : QStringLiteral("“%1”→ 未填：写了%2却没有日期，请补填日期"))
                           .arg(text, column.match.field->title));
    if (isDenied && column.match.entity == EntityKind::Project)
        data.denied.push_back({column.field, text});
    return true;
}

Parsed<Value> RowReader::parseMoneyCell(const SheetColumn &column, const Found &found, RowData &data) {
    const FieldInfo &field = *column.match.field;
    if (column.mapping.unit)
        return parseValue(field, found.text, *column.mapping.unit);
    // Without a unit only an amount that names its own (or 0) has a meaning.
    const auto yuan = parseValue(field, found.text, MoneyUnit::Yuan);
    const auto wan = parseValue(field, found.text, MoneyUnit::Wan);
    if (!yuan.value || yuan.value == wan.value)
        return wan;
    data.errorColumns.push_back(column.mapping.column);
    if (m_findings.firstTime(QStringLiteral("unit %1").arg(column.mapping.column)))
        m_findings.error(
            QStringLiteral("unknown_unit"), m_layout.headerRow, column.mapping.column, column.mapping.field,
            column.mapping.header,
            QStringLiteral("不知道“%1”列的金额单位，请在表头写明（万元）或（亿元），或在导入时指定单位")
                .arg(column.mapping.header));
    return {};
}

Parsed<Value> RowReader::parse(const SheetColumn &column, const Found &found, RowData &data) {
    const FieldInfo &field = *column.match.field;
    if (field.type == FieldType::Money)
        return parseMoneyCell(column, found, data);
    if (field.key == QStringLiteral("strategic_class"))
        return parseStrategicClass(found.text);
    if (column.match.special == HeaderMatch::Special::Category)
        return parseCategory(found.text);
    static const QRegularExpression kJanuary(QStringLiteral("^\\d{4}\\.1$"));
    auto parsed = parseValue(field, found.text, MoneyUnit::Wan);
    if (parsed.value && field.key.endsWith(QStringLiteral("_start"))) { // 2024.10-2025.6 starts in October
        const auto start = parseDate(found.text, DateEdge::First);
        parsed = {Value(isoText(*start.value)), start.note, {}};
    }
    if (field.type == FieldType::Date && found.kind == Cell::Kind::Number &&
        kJanuary.match(found.text).hasMatch())
        parsed.note =
            QStringLiteral("数字 %1 按 1 月读取；如果原意是 10 月（表格把 %2 存成了 %1），请改成日期")
                .arg(found.text, found.text + u'0');
    return parsed;
}

void RowReader::readName(const Found &found, RowData &data) {
    static const int kName = projectField("name");
    static const int kKeyProject = projectField("key_project");
    static const QRegularExpression kStar(QStringLiteral("^[★☆※▲*]+\\s*|\\s*[★☆※▲]+$"));
    data.name = found.text.trimmed();
    const auto before = data.name.size();
    data.name.remove(kStar);
    if (data.name.size() != before)
        data.project.emplace_back(kKeyProject, Value(qint64(1)));
    data.name.replace(u'\n', QString());
    if (!data.name.isEmpty())
        data.project.emplace_back(kName, Value(data.name));
}

/// "张三 13812345678" under 联系人及电话 is a person and a number.
bool RowReader::splitContact(const SheetColumn &column, const QString &text, RowData &data) {
    static const int kPerson = projectField("responsible_person");
    static const QRegularExpression kContact(
        QStringLiteral("^([^\\d,，、;；]{1,12}?)[\\s:：,，、/]*(1\\d{10}|\\d{3,4}-?\\d{7,8})$"));
    if (!column.key.contains(QStringLiteral("联系人")) || !column.key.contains(QStringLiteral("电话")) ||
        m_layout.columnOf(EntityKind::Project, u"responsible_person"))
        return false;
    const auto m = kContact.match(text.trimmed());
    if (!m.hasMatch())
        return false;
    data.project.emplace_back(kPerson, Value(m.captured(1).trimmed()));
    data.project.emplace_back(column.field, Value(m.captured(2)));
    return true;
}

/// "县工信局 张三" under 责任单位及责任人 is a unit and a person.
bool RowReader::splitResponsible(const SheetColumn &column, const QString &text, RowData &data) {
    static const int kPerson = projectField("responsible_person");
    static const QRegularExpression kBoth(QStringLiteral(
        "^(.{2,30}?)(?:\\s+|[:：,，、/;；]\\s*|[(（])([\\p{Han}·]{2,4}|\\p{Han}\\s\\p{Han})[)）]?$"));
    static const QRegularExpression kUnit(
        QStringLiteral("(?:局|委|办|会|府|司|厂|院|部|处|所|区|镇|乡|中心|公司|集团)$"));
    if (!column.key.contains(QStringLiteral("单位")) || !column.key.contains(QStringLiteral("责任人")) ||
        m_layout.columnOf(EntityKind::Project, u"responsible_person"))
        return false;
    const auto m = kBoth.match(text.trimmed());
    if (!m.hasMatch() || kUnit.match(m.captured(2)).hasMatch())
        return false;
    data.project.emplace_back(column.field, Value(m.captured(1).trimmed()));
    data.project.emplace_back(kPerson, Value(m.captured(2)));
    return true;
}

void RowReader::store(const SheetColumn &column, const Found &found, const Value &value, RowData &data) {
    const QString &key = column.mapping.field;
    const auto money = [&] { return Money::fromYuan(std::get<qint64>(value)); };
    if (column.match.entity == EntityKind::MonthlyProgress) {
        if (key == QStringLiteral("month"))
            data.month = Month::fromIndex(int(std::get<qint64>(value)));
        else
            (column.match.isOutputSum ? data.outputSums : data.progress)
                .push_back({column.month, column.field, column.mapping.column, value,
                            column.match.month > 0 ? 0 : column.match.year});
    } else if (column.match.entity == EntityKind::CustomValue) {
        data.custom.emplace_back(column.field, value);
    } else if (column.match.entity == EntityKind::CampaignEntry) {
        (key == QStringLiteral("declared_investment") ? data.declaredInvestment : data.declaredOutput) =
            money();
    } else if (column.match.entity == EntityKind::Campaign) {
        data.heldOn = dateFromIso(std::get<QString>(value));
    } else {
        if (key == QStringLiteral("total_investment"))
            data.investment = money();
        else if (key == QStringLiteral("expected_output"))
            data.output = money();
        else if (key == QStringLiteral("code"))
            data.code = found.text.trimmed();
        else if (key == QStringLiteral("uid"))
            data.uid = found.text.trimmed();
        data.project.emplace_back(column.field, value);
    }
}

void RowReader::readCell(const SheetColumn &column, const Found &found, RowData &data) {
    const FieldInfo &field = *column.match.field;
    const QString &key = column.mapping.field;
    if (found.kind == Cell::Kind::Formula)
        return error(
            QStringLiteral("formula"), column, found,
            QStringLiteral("“%1”是没有结果或结果出错的公式；请在表格软件中打开、更正并保存，或改填算出的值")
                .arg(found.text),
            data);
    if (isText(field.type) && isLossyCode(found.text, found.kind) &&
        (found.kind == Cell::Kind::Number || key == QStringLiteral("code") || key == QStringLiteral("phone")))
        return error(QStringLiteral("lossy_number"), column, found,
                     QStringLiteral("长号码被存成了数字，末几位可能已丢失；请把该列设为文本格式后重新填写"),
                     data);
    if (field.type == FieldType::Reference || key == QStringLiteral("batch")) {
        QString &target = key == QStringLiteral("zone")       ? data.zone
                          : key == QStringLiteral("investor") ? data.investor
                          : key == QStringLiteral("chain")    ? data.chain
                          : key == QStringLiteral("batch")    ? data.batch
                                                              : data.campaign;
        target = found.text.trimmed();
        return;
    }
    if (key == QStringLiteral("name") && column.match.entity == EntityKind::Project)
        return readName(found, data);
    if ((key == QStringLiteral("phone") && splitContact(column, found.text, data)) ||
        (key == QStringLiteral("responsible_unit") && splitResponsible(column, found.text, data)))
        return;
    if (column.match.special == HeaderMatch::Special::Appended) {
        const QString header = column.mapping.header.section(u'/', -1);
        data.appended << QStringLiteral("%1：%2").arg(header, found.text.trimmed());
        return;
    }
    if (readEventWord(column, found, data))
        return;
    const auto parsed = parse(column, found, data);
    if (!parsed.problem.isEmpty())
        return error(problemCode(field.type), column, found, parsed.problem, data);
    if (!parsed.note.isEmpty())
        m_findings.warning(QStringLiteral("guess"), found.row, column.mapping.column, key, found.text,
                           parsed.note);
    if (!parsed.value)
        return;
    if (const auto *number = std::get_if<qint64>(&*parsed.value);
        number && *number < 0 && isNumeric(field.type))
        return error(QStringLiteral("negative"), column, found,
                     QStringLiteral("%1不能是负数").arg(field.title), data);
    if (field.type == FieldType::Money || field.type == FieldType::Integer)
        data.amounts.push_back({column.mapping.column, std::get<qint64>(*parsed.value)});
    store(column, found, *parsed.value, data);
}

RowData RowReader::read(int row) {
    RowData data;
    data.row = row;
    data.project.reserve(m_layout.columns.size());
    const int last = lastRow(row);
    for (const SheetColumn &column : m_layout.columns) {
        if (!column.isRead())
            continue;
        const auto found = cellText(column, row, last, data);
        if (found && !isPlaceholder(column, *found))
            readCell(column, *found, data);
    }
    addMonthlyDifferences(m_layout, data, m_findings);
    return data;
}

} // namespace yipi::exchange::detail
