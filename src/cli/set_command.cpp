// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/records.h"
#include "cli/subject.h"
#include "domain/project.h"
#include "domain/text_parsing.h"

#include <algorithm>

namespace yipi::cli {

namespace {

using services::Access;

struct SetArguments {
    std::string project, reason;
    std::vector<std::string> fields;
};

/// A doubt about what was typed or about the project as it now is.
struct Doubt {
    QString field, code, message;
};

/// Notes of reading ("约3000 → 3000") and amounts a thousand times away from what they were.
void doubtTyped(const FieldInfo &field, const QString &text, const Value &before,
                std::vector<Doubt> &doubts) {
    if (field.type == FieldType::Reference)
        return;
    const auto parsed = parseValue(field, text, MoneyUnit::Wan);
    if (!parsed.note.isEmpty())
        doubts.push_back(
            {field.key, QStringLiteral("guess"), field.title + QStringLiteral("：") + parsed.note});
    constexpr qint64 kUnitSlip = 1000;
    if (field.type != FieldType::Money || !parsed.value || isEmpty(before) || isEmpty(*parsed.value))
        return;
    const qint64 was = std::get<qint64>(before), is = std::get<qint64>(*parsed.value);
    if (was > 0 && is > 0 && (is / was >= kUnitSlip || was / is >= kUnitSlip))
        doubts.push_back({field.key, QStringLiteral("unit_suspect"),
                          QStringLiteral("%1原为 %2 万元，相差一千倍以上，请核对单位")
                              .arg(field.title, Money::fromYuan(was).shortText(MoneyUnit::Wan))});
}

/// What the checks find doubtful in the changed fields, or did not find before the change.
void doubtRecord(const Record &before, const Record &now, const QStringList &changed,
                 std::vector<Doubt> &doubts) {
    const auto known = validate(fromRecord<Project>(before), QDate::currentDate());
    for (const auto &issue : validate(fromRecord<Project>(now), QDate::currentDate())) {
        const bool isNew = std::none_of(known.begin(), known.end(), [&](const Issue &k) {
            return k.rule == issue.rule && k.field == issue.field;
        });
        if (isNew || changed.contains(issue.field))
            doubts.push_back({issue.field, issue.rule, issue.message});
    }
}

Result<Output> setFields(const Registry &registry, const SetArguments &a) {
    if (q(a.reason).trimmed().isEmpty())
        return fail(ErrorCode::Usage, QStringLiteral("--reason 不能为空"),
                    QStringLiteral("请写明修改的原因，它记入变更日志。"));
    std::vector<services::TypedField> fields;
    for (const auto &text : a.fields) {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            return fail(ErrorCode::Usage, QStringLiteral("“%1”应写成 字段=值").arg(q(text)));
        fields.push_back({q(text.substr(0, equals)), q(text.substr(equals + 1))});
    }
    auto ledger = registry.open(Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto subject = findSubject(**ledger, a.project);
    if (!subject)
        return Failure(std::move(subject).error());
    auto record = (*ledger)->record(subject->kind, subject->id);
    if (!record)
        return Failure(std::move(record).error());
    const auto &info = (*ledger)->described(subject->kind);
    std::vector<Doubt> doubts;
    QStringList changed;
    for (auto &typed : fields) {
        auto field = fieldNamed(info, typed.key);
        if (!field)
            return Failure(std::move(field).error());
        const auto at = std::size_t(*field);
        typed.key = info.fields[at].key;
        changed << typed.key;
        doubtTyped(info.fields[at], typed.text, record->values[at], doubts);
    }
    auto applied = (*ledger)->editFields(subject->kind, subject->id, record->version, fields, q(a.reason),
                                         ChangeSource::CommandLine);
    if (!applied)
        return Failure(std::move(applied).error());
    const int version = applied->records.empty() ? record->version : applied->records.back().version;
    if (subject->kind == EntityKind::Project) {
        auto now = (*ledger)->record(subject->kind, subject->id);
        if (!now)
            return Failure(std::move(now).error());
        doubtRecord(*record, *now, changed, doubts);
    }
    Json warnings = Json::array();
    Output output = confirmed({{"version", version}}, QStringLiteral("已修改，现为第 %1 版").arg(version));
    for (const Doubt &doubt : doubts) {
        warnings.push_back(
            {{"field", s(doubt.field)}, {"code", s(doubt.code)}, {"message", s(doubt.message)}});
        output.notes << QStringLiteral("提示：") + doubt.message;
    }
    output.json["warnings"] = warnings;
    return output;
}

} // namespace

void addSetCommand(Registry &registry) {
    auto set = kept<SetArguments>();
    auto *command = registry.add("set", "修改字段（与窗口同一途径，记入日志）",
                                 [&registry, set] { return setFields(registry, *set); });
    command->add_option("PROJECT", set->project, "编号、名称，或活动期次（如 2024-2 held_on=2024-05-28）")
        ->required();
    command->add_option("FIELD=VALUE", set->fields, "字段=值（金额缺省单位万元）")->required();
    command->add_option("--reason", set->reason, "原因，不能为空")->required();
    command->footer(
        s(QStringLiteral("字段可以写中文名或键：%1。\n活动期次的字段：%2。")
              .arg(fieldList(entityInfo(EntityKind::Project)), fieldList(entityInfo(EntityKind::Campaign)))));
}

} // namespace yipi::cli
