// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/change_set.h"

#include <algorithm>

#include <array>
#include <ranges>

namespace yipi {

template <>
std::span<const Choice> choicesOf<ChangeSource>() {
    static const std::array<Choice, 8> c{{{QStringLiteral("edit"), QStringLiteral("编辑")},
                                          {QStringLiteral("paste"), QStringLiteral("粘贴")},
                                          {QStringLiteral("import"), QStringLiteral("导入")},
                                          {QStringLiteral("undo"), QStringLiteral("撤销")},
                                          {QStringLiteral("redo"), QStringLiteral("重做")},
                                          {QStringLiteral("command_line"), QStringLiteral("命令行")},
                                          {QStringLiteral("demo"), QStringLiteral("演示")},
                                          {QStringLiteral("generator"), QStringLiteral("生成")}}};
    return c;
}

RecordChange insertionOf(Record record) {
    RecordChange change{RecordChange::Kind::Insert, record.kind, record.id, 0, {}};
    change.values.reserve(std::size_t(std::count_if(record.values.begin(), record.values.end(),
                                                    [](const Value &value) { return !isEmpty(value); })));
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!isEmpty(record.values[i]))
            change.values.emplace_back(int(i), std::move(record.values[i]));
    return change;
}

ChangeSet inverse(const AppliedChangeSet &applied) {
    using Kind = RecordChange::Kind;
    ChangeSet set;
    set.source = ChangeSource::Undo;
    set.undoes = applied.setId;
    set.changes.reserve(applied.records.size());
    for (const AppliedRecord &record : applied.records | std::views::reverse) {
        RecordChange change;
        change.entity = record.entity;
        change.id = record.id;
        change.baseVersion = record.version;
        change.kind = record.kind == Kind::Insert   ? Kind::Delete
                      : record.kind == Kind::Delete ? Kind::Insert
                                                    : Kind::Update;
        if (change.kind != Kind::Delete)
            for (const FieldDelta &delta : record.fields)
                if (change.kind == Kind::Update || !isEmpty(delta.before))
                    change.values.emplace_back(delta.field, delta.before);
        set.changes.push_back(std::move(change));
    }
    return set;
}

} // namespace yipi
