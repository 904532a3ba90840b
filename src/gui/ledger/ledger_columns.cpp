// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/ledger_columns.h"

#include "domain/entity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace yipi::gui {

namespace {

QString text(const char *source) {
    return QCoreApplication::translate("LedgerColumns", source);
}

enum class Group { Project, Attributes, Investment, Dates, Duty, Other };

QString title(Group group) {
    static const std::array<const char *, 6> titles{
        QT_TRANSLATE_NOOP("LedgerColumns", "项目"), QT_TRANSLATE_NOOP("LedgerColumns", "属性"),
        QT_TRANSLATE_NOOP("LedgerColumns", "投资"), QT_TRANSLATE_NOOP("LedgerColumns", "节点"),
        QT_TRANSLATE_NOOP("LedgerColumns", "责任"), QT_TRANSLATE_NOOP("LedgerColumns", "其他")};
    return text(titles[std::size_t(group)]);
}

struct Placed {
    const char *key; ///< field key, or "#", "light", "stage"
    Group group;
    int width;
    bool isExpected;
};

// Order and widths: docs/ui.md, 02 项目台账.
constexpr std::array kPlaced{
    Placed{"#", Group::Project, 46, false},
    Placed{"light", Group::Project, 28, false},
    Placed{"code", Group::Project, 96, false},
    Placed{"name", Group::Project, 220, true},
    Placed{"zone", Group::Attributes, 104, true},
    Placed{"chain", Group::Attributes, 92, true},
    Placed{"stage", Group::Attributes, 60, false},
    Placed{"investor", Group::Attributes, 180, true},
    Placed{"industry", Group::Attributes, 100, false},
    Placed{"industrial", Group::Attributes, 66, false},
    Placed{"strategic_class", Group::Attributes, 96, false},
    Placed{"commitment", Group::Attributes, 56, false},
    Placed{"standard_land", Group::Attributes, 56, false},
    Placed{"standard_plant", Group::Attributes, 80, false},
    Placed{"key_project", Group::Attributes, 66, false},
    Placed{"total_investment", Group::Investment, 88, true},
    Placed{"fixed_asset_investment", Group::Investment, 96, false},
    Placed{"expected_output", Group::Investment, 88, true},
    Placed{"expected_tax", Group::Investment, 80, false},
    Placed{"jobs", Group::Investment, 66, false},
    Placed{"land_mu", Group::Investment, 66, false},
    Placed{"planned_start", Group::Dates, 90, true},
    Placed{"reserved_on", Group::Dates, 100, false},
    Placed{"actual_sign", Group::Dates, 90, false},
    Placed{"fulfilled_on", Group::Dates, 90, false},
    Placed{"actual_start", Group::Dates, 90, false},
    Placed{"planned_produce", Group::Dates, 90, true},
    Placed{"actual_produce", Group::Dates, 90, false},
    Placed{"planned_attain", Group::Dates, 90, false},
    Placed{"actual_attain", Group::Dates, 90, false},
    Placed{"statistics_entry", Group::Dates, 100, false},
    Placed{"suspended_on", Group::Dates, 90, false},
    Placed{"terminated_on", Group::Dates, 90, false},
    Placed{"termination_reason", Group::Dates, 140, false},
    Placed{"removal_approved_on", Group::Dates, 100, false},
    Placed{"patron", Group::Duty, 76, true},
    Placed{"service_officer", Group::Duty, 76, true},
    Placed{"responsible_unit", Group::Duty, 130, false},
    Placed{"responsible_person", Group::Duty, 76, false},
    Placed{"phone", Group::Duty, 110, false},
    Placed{"content", Group::Other, 260, false},
    Placed{"remarks", Group::Other, 180, false},
};

LedgerColumn column(const Placed &placed, const EntityInfo &info) {
    const QString key = QString::fromLatin1(placed.key);
    LedgerColumn c{ColumnKind::Field, info.indexOf(key), title(placed.group), {},
                   placed.width,      placed.isExpected};
    if (c.field >= 0) {
        const FieldInfo &field = info.fields[std::size_t(c.field)];
        c.title = field.unit.isEmpty() ? field.title : text("%1（%2）").arg(field.title, field.unit);
        return c;
    }
    c.kind = key == u"#" ? ColumnKind::RowNumber : key == u"light" ? ColumnKind::Light : ColumnKind::Stage;
    c.title = c.kind == ColumnKind::RowNumber ? QStringLiteral("#")
              : c.kind == ColumnKind::Light   ? text("灯")
                                              : text("阶段");
    return c;
}

std::vector<LedgerColumn> makeColumns() {
    const EntityInfo &info = entityInfo(EntityKind::Project);
    std::vector<LedgerColumn> columns;
    std::set<int> placedFields;
    for (const Placed &placed : kPlaced) {
        columns.push_back(column(placed, info));
        placedFields.insert(columns.back().field);
    }
    for (int field = 0; field < int(info.fields.size()); ++field) {
        const FieldInfo &f = info.fields[std::size_t(field)];
        if (!f.isInternal && !placedFields.contains(field))
            columns.push_back({ColumnKind::Field, field, title(Group::Other), f.title, 100, false});
    }
    return columns;
}

} // namespace

const std::vector<LedgerColumn> &ledgerColumns() {
    static const std::vector<LedgerColumn> columns = makeColumns();
    return columns;
}

int ledgerColumnOf(const QString &fieldKey) {
    const int field = entityInfo(EntityKind::Project).indexOf(fieldKey);
    const auto &columns = ledgerColumns();
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const LedgerColumn &c) {
        return c.kind == ColumnKind::Field && c.field == field;
    });
    return field < 0 || it == columns.end() ? -1 : int(it - columns.begin());
}

} // namespace yipi::gui
