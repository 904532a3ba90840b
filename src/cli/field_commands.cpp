// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that the office has added to its projects.
#include "cli/records.h"
#include "domain/custom_field.h"
#include "domain/text_parsing.h"
#include "services/new_record.h"
#include "services/removal.h"

#include <algorithm>

namespace yipi::cli {

namespace {

using services::Access;
using services::LedgerService;

struct FieldArguments {
    std::string title, type = "text", unit, options, synonyms, help;
};

Result<Output> listFields(const Registry &registry) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto records = (*ledger)->allRecords(EntityKind::CustomField);
    if (!records)
        return Failure(std::move(records).error());
    Json list = Json::array();
    QList<QStringList> rows;
    for (const auto &column : (*ledger)->facts().customColumns) {
        const auto record = std::find_if(records->begin(), records->end(),
                                         [&](const Record &r) { return r.id == column.fieldId(); });
        const auto field = fromRecord<CustomField>(*record);
        const qint64 filled = services::filledProjects(**ledger, column.fieldId());
        list.push_back({{"key", s(field.key)},
                        {"title", s(field.title)},
                        {"type", s(key(field.type))},
                        {"unit", s(field.unit)},
                        {"options", Json::array()},
                        {"filled", filled}});
        for (const QString &option : wordsOf(field.options))
            list.back()["options"].push_back(s(option));
        rows << QStringList{field.key,
                            field.title,
                            title(field.type),
                            field.unit,
                            wordsOf(field.options).join(u'、'),
                            QString::number(filled)};
    }
    Output output;
    output.json = {{"fields", list}};
    output.text = rows.isEmpty()
                      ? QStringLiteral("没有自定义字段")
                      : textTable({QStringLiteral("键"), QStringLiteral("名称"), QStringLiteral("类型"),
                                   QStringLiteral("单位"), QStringLiteral("选项"), QStringLiteral("已填")},
                                  rows);
    return output;
}

Result<Output> addField(const Registry &registry, const FieldArguments &a) {
    if (!choiceFrom<CustomType>(q(a.type)))
        return fail(ErrorCode::Usage, QStringLiteral("--type 没有“%1”").arg(q(a.type)),
                    QStringLiteral("可用：text、number、money、date、choice。"));
    auto ledger = registry.open(Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const auto lines = [](const std::string &list) {
        return wordsOf(q(list).replace(u',', u'\n')).join(u'\n');
    };
    auto set = services::additionOf(**ledger, EntityKind::CustomField,
                                    {{QStringLiteral("title"), q(a.title)},
                                     {QStringLiteral("type"), q(a.type)},
                                     {QStringLiteral("unit"), q(a.unit)},
                                     {QStringLiteral("options"), lines(a.options)},
                                     {QStringLiteral("synonyms"), lines(a.synonyms)},
                                     {QStringLiteral("help"), q(a.help)}});
    if (!set)
        return Failure(std::move(set).error());
    set->source = ChangeSource::CommandLine;
    auto applied = (*ledger)->apply(*set);
    if (!applied)
        return Failure(std::move(applied).error());
    auto record = (*ledger)->record(EntityKind::CustomField, applied->records.front().id);
    if (!record)
        return Failure(std::move(record).error());
    const auto field = fromRecord<CustomField>(*record);
    return confirmed({{"key", s(field.key)}, {"title", s(field.title)}},
                     QStringLiteral("已新建自定义字段“%1”，键为 %2").arg(field.title, field.key));
}

Result<Output> removeField(const Registry &registry, const std::string &name) {
    auto ledger = registry.open(Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    const auto &columns = (*ledger)->facts().customColumns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const auto &c) {
        return c.info().key == q(name) || foldedName(c.info().title) == foldedName(q(name));
    });
    if (column == columns.end())
        return fail(ErrorCode::NotFound, QStringLiteral("没有自定义字段“%1”").arg(q(name)),
                    QStringLiteral("用 yipi-cli fields 查看有哪些。"));
    const QString title = column->info().title;
    const qint64 filled = services::filledProjects(**ledger, column->fieldId());
    auto set = services::removalOf(**ledger, EntityKind::CustomField, std::array{column->fieldId()});
    if (!set)
        return Failure(std::move(set).error());
    set->source = ChangeSource::CommandLine;
    auto applied = (*ledger)->apply(*set);
    if (!applied)
        return Failure(std::move(applied).error());
    return confirmed({{"title", s(title)}, {"filled", filled}},
                     QStringLiteral("已删除自定义字段“%1”和 %2 个项目的值，可以撤销").arg(title).arg(filled));
}

} // namespace

void addFieldCommands(Registry &registry) {
    registry.add("fields", "列出自定义字段", [&registry] { return listFields(registry); });

    auto added = kept<FieldArguments>();
    auto *add = registry.add("add-field", "新建自定义字段（项目的）",
                             [&registry, added] { return addField(registry, *added); });
    add->add_option("TITLE", added->title, "名称，不能与已有字段相同")->required();
    add->add_option("--type", added->type, "text、number、money、date、choice（缺省 text）");
    add->add_option("--unit", added->unit, "数字的单位，如 台");
    add->add_option("--options", added->options, "选项，逗号分隔，如 A类,B类");
    add->add_option("--also", added->synonyms, "表头的其他写法，逗号分隔");
    add->add_option("--help-text", added->help, "填写说明");

    auto removed = kept<std::string>();
    registry
        .add("remove-field", "删除自定义字段和它的值（可撤销）",
             [&registry, removed] { return removeField(registry, *removed); })
        ->add_option("FIELD", *removed, "键或名称")
        ->required();
}

} // namespace yipi::cli
