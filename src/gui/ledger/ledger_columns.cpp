// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/ledger_columns.h"

#include "domain/text_parsing.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace yipi::gui {

enum class Group { Project, Attributes, Investment, Dates, Duty, Other };

/// Where a column stands and how it looks.
struct PlacedColumn {
    const char *key; ///< field key, or "#", "light", "stage"
    Group group;
    int width;
    bool isExpected;
};

namespace {

QString text(const char *source) {
    return QCoreApplication::translate("LedgerColumns", source);
}

QString title(Group group) {
    static const std::array<const char *, 6> titles{
        QT_TRANSLATE_NOOP("LedgerColumns", "项目"), QT_TRANSLATE_NOOP("LedgerColumns", "属性"),
        QT_TRANSLATE_NOOP("LedgerColumns", "投资"), QT_TRANSLATE_NOOP("LedgerColumns", "节点"),
        QT_TRANSLATE_NOOP("LedgerColumns", "责任"), QT_TRANSLATE_NOOP("LedgerColumns", "其他")};
    return text(titles[std::size_t(group)]);
}

QString titleOf(const FieldInfo &field) {
    return field.unit.isEmpty() ? field.title : text("%1（%2）").arg(field.title, field.unit);
}

// Order and widths: docs/ui.md, 02 项目台账.
constexpr std::array kPlaced{
    PlacedColumn{"#", Group::Project, 46, false},
    PlacedColumn{"light", Group::Project, 28, false},
    PlacedColumn{"code", Group::Project, 96, false},
    PlacedColumn{"name", Group::Project, 220, true},
    PlacedColumn{"zone", Group::Attributes, 104, true},
    PlacedColumn{"chain", Group::Attributes, 92, true},
    PlacedColumn{"stage", Group::Attributes, 60, false},
    PlacedColumn{"investor", Group::Attributes, 180, true},
    PlacedColumn{"industry", Group::Attributes, 100, false},
    PlacedColumn{"industrial", Group::Attributes, 66, false},
    PlacedColumn{"strategic_class", Group::Attributes, 96, false},
    PlacedColumn{"commitment", Group::Attributes, 56, false},
    PlacedColumn{"standard_land", Group::Attributes, 56, false},
    PlacedColumn{"standard_plant", Group::Attributes, 80, false},
    PlacedColumn{"key_project", Group::Attributes, 66, false},
    PlacedColumn{"total_investment", Group::Investment, 88, true},
    PlacedColumn{"fixed_asset_investment", Group::Investment, 96, false},
    PlacedColumn{"expected_output", Group::Investment, 88, true},
    PlacedColumn{"expected_tax", Group::Investment, 80, false},
    PlacedColumn{"jobs", Group::Investment, 66, false},
    PlacedColumn{"land_mu", Group::Investment, 66, false},
    PlacedColumn{"planned_start", Group::Dates, 90, true},
    PlacedColumn{"reserved_on", Group::Dates, 100, false},
    PlacedColumn{"actual_sign", Group::Dates, 90, false},
    PlacedColumn{"fulfilled_on", Group::Dates, 90, false},
    PlacedColumn{"actual_start", Group::Dates, 90, false},
    PlacedColumn{"planned_produce", Group::Dates, 90, true},
    PlacedColumn{"actual_produce", Group::Dates, 90, false},
    PlacedColumn{"planned_attain", Group::Dates, 90, false},
    PlacedColumn{"actual_attain", Group::Dates, 90, false},
    PlacedColumn{"statistics_entry", Group::Dates, 100, false},
    PlacedColumn{"suspended_on", Group::Dates, 90, false},
    PlacedColumn{"terminated_on", Group::Dates, 90, false},
    PlacedColumn{"termination_reason", Group::Dates, 140, false},
    PlacedColumn{"removal_approved_on", Group::Dates, 100, false},
    PlacedColumn{"patron", Group::Duty, 76, true},
    PlacedColumn{"service_officer", Group::Duty, 76, true},
    PlacedColumn{"responsible_unit", Group::Duty, 130, false},
    PlacedColumn{"responsible_person", Group::Duty, 76, false},
    PlacedColumn{"phone", Group::Duty, 110, false},
    PlacedColumn{"content", Group::Other, 260, false},
    PlacedColumn{"remarks", Group::Other, 180, false},
};

} // namespace

LedgerColumns::LedgerColumns(std::vector<FieldInfo> fields,
                             std::shared_ptr<const indicators::FilterFields> asked)
    : m_fields(std::move(fields))
    , m_asked(std::move(asked)) {
    std::set<int> placedFields;
    for (const PlacedColumn &place : kPlaced) {
        m_columns.push_back(placed(place));
        placedFields.insert(m_columns.back().field);
    }
    for (int field = 0; field < int(m_fields.size()); ++field) {
        const FieldInfo &f = m_fields[std::size_t(field)];
        if (!f.isInternal && !placedFields.contains(field))
            m_columns.push_back(
                {ColumnKind::Field, f.key, field, title(Group::Other), titleOf(f), 100, nullptr, false});
    }
    const auto &known = m_asked ? *m_asked : indicators::FilterFields::builtIn();
    for (LedgerColumn &column : m_columns)
        if (column.kind == ColumnKind::Field || column.kind == ColumnKind::Stage)
            column.asked = known.find(foldedName(column.key));
    m_name = columnOf(QStringLiteral("name"));
}

LedgerColumn LedgerColumns::placed(const PlacedColumn &place) const {
    const QString key = QString::fromLatin1(place.key);
    LedgerColumn c{ColumnKind::Field, key,     positionOf(key), title(place.group), {},
                   place.width,       nullptr, place.isExpected};
    if (c.field >= 0) {
        c.title = titleOf(m_fields[std::size_t(c.field)]);
        return c;
    }
    c.kind = key == u"#" ? ColumnKind::RowNumber : key == u"light" ? ColumnKind::Light : ColumnKind::Stage;
    c.title = c.kind == ColumnKind::RowNumber ? QStringLiteral("#")
              : c.kind == ColumnKind::Light   ? text("灯")
                                              : text("阶段");
    return c;
}

int LedgerColumns::positionOf(const QString &fieldKey) const {
    const auto it =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const FieldInfo &f) { return f.key == fieldKey; });
    return it == m_fields.end() ? -1 : int(it - m_fields.begin());
}

const FieldInfo *LedgerColumns::fieldAt(int column) const {
    return contains(column) && at(column).field >= 0 ? &m_fields[std::size_t(at(column).field)] : nullptr;
}

int LedgerColumns::columnOf(const QString &key) const {
    const auto it = std::find_if(m_columns.begin(), m_columns.end(),
                                 [&](const LedgerColumn &column) { return column.key == key; });
    return it == m_columns.end() ? -1 : int(it - m_columns.begin());
}

} // namespace yipi::gui
