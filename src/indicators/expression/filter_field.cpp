// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/filter_field.h"

#include "domain/edit_distance.h"
#include "domain/project.h"
#include "domain/text_parsing.h"

namespace yipi::indicators {

namespace {

using Kind = FilterField::Kind;
using Source = FilterField::Source;

/// Builds the table; a field that the entity does not describe (yet) is left out.
class FieldTable {
public:
    explicit FieldTable(std::span<const CustomColumn> custom) {
        money("total_investment", &ProjectFact::investment, {"investment"});
        money("expected_output", &ProjectFact::expectedOutput, {"output"});
        zones();
        chainAndIndustry();
        flags();
        dates();
        entries();
        texts();
        stored();
        for (std::size_t i = 0; i < custom.size(); ++i)
            addStored(custom[i].info(), int(entityInfo(EntityKind::Project).fields.size() + i));
    }
    std::vector<FilterField> fields;

private:
    using Words = std::vector<const char *>;

    FilterField &add(EntityKind entity, const char *key, Kind kind, Source source,
                     const FilterField::Member &member, const Words &further = {}) {
        static FilterField none;
        const EntityInfo &info = entityInfo(entity);
        const int index = info.indexOf(QString::fromLatin1(key));
        if (index < 0)
            return none;
        const FieldInfo &described = info.fields[std::size_t(index)];
        FilterField field{described.key,
                          described.title,
                          kind,
                          source,
                          member,
                          described.choices,
                          described.type == FieldType::Quantity,
                          described.unit,
                          {}};
        for (const QString &name : QStringList{described.key, described.title} + described.synonyms)
            field.names << foldedName(name);
        for (const char *name : further)
            field.names << foldedName(QString::fromUtf8(name));
        fields.push_back(field);
        return fields.back();
    }

    void money(const char *key, qint64 ProjectFact::*member, const Words &further) {
        add(EntityKind::Project, key, Kind::Money, Source::Project, member, further);
    }
    void date(const char *key, Day ProjectFact::*member, const Words &further = {}) {
        add(EntityKind::Project, key, Kind::Date, Source::Project, member, further);
    }
    void flag(const char *key, bool ProjectFact::*member) {
        add(EntityKind::Project, key, Kind::Flag, Source::Project, member);
    }

    void zones() {
        add(EntityKind::Project, "zone", Kind::Name, Source::Zone, &Zone::name);
        add(EntityKind::Zone, "city", Kind::Name, Source::Zone, &Zone::city, {"地市", "所属市"});
        FilterField &county = add(EntityKind::Zone, "county", Kind::Name, Source::Zone, &Zone::county,
                                  {"县", "县区", "县市区"});
        county.title = QStringLiteral("县区");
        FilterField &category =
            add(EntityKind::Zone, "category", Kind::Choice, Source::Zone, &Zone::category, {"开发区类别"});
        category.title = QStringLiteral("开发区类别");
        FilterField &level =
            add(EntityKind::Zone, "level", Kind::Choice, Source::Zone, &Zone::level, {"开发区级别"});
        level.title = QStringLiteral("开发区级别");
        add(EntityKind::Zone, "ranking_group", Kind::Name, Source::Zone, &Zone::rankingGroup);
    }

    void chainAndIndustry() {
        add(EntityKind::Project, "chain", Kind::Name, Source::Chain, {});
        add(EntityKind::Project, "industry", Kind::Name, Source::Industry, {});
    }

    void flags() {
        flag("industrial", &ProjectFact::industrial);
        FilterField &strategic = add(EntityKind::Project, "strategic_class", Kind::Flag, Source::Project,
                                     &ProjectFact::strategic, {"strategic"});
        // The facts know whether there is a class, not which.
        strategic.key = QStringLiteral("strategic");
        strategic.title = QStringLiteral("战新");
        flag("commitment", &ProjectFact::commitment);
        flag("standard_land", &ProjectFact::standardLand);
        flag("standard_plant", &ProjectFact::standardPlant);
        flag("key_project", &ProjectFact::keyProject);
    }

    void dates() {
        date("planned_start", &ProjectFact::plannedStart);
        date("planned_produce", &ProjectFact::plannedProduce);
        date("planned_attain", &ProjectFact::plannedAttain);
        date("reserved_on", &ProjectFact::reserved);
        date("actual_sign", &ProjectFact::sign, {"sign"});
        date("fulfilled_on", &ProjectFact::fulfilled);
        date("actual_start", &ProjectFact::start, {"start"});
        date("actual_produce", &ProjectFact::produce, {"produce"});
        date("actual_attain", &ProjectFact::attain, {"attain"});
        date("statistics_entry", &ProjectFact::statistics, {"statistics"});
        date("suspended_on", &ProjectFact::suspended, {"suspended"});
        date("terminated_on", &ProjectFact::terminated, {"terminated"});
        date("removal_approved_on", &ProjectFact::removalApproved);
    }

    void entries() {
        FilterField stage{QStringLiteral("stage"),
                          QStringLiteral("阶段"),
                          Kind::Choice,
                          Source::Stage,
                          {},
                          choicesOf<Stage>(),
                          false,
                          {},
                          {}};
        stage.names << stage.key << stage.title << QStringLiteral("项目阶段");
        fields.push_back(stage);
        add(EntityKind::CampaignEntry, "campaign", Kind::Campaign, Source::Campaign, {});
        add(EntityKind::CampaignEntry, "batch", Kind::Choice, Source::Batch, {});
        add(EntityKind::CampaignEntry, "declared_investment", Kind::Money, Source::Entry,
            &EntryFact::investment);
        add(EntityKind::CampaignEntry, "declared_output", Kind::Money, Source::Entry, &EntryFact::output);
    }

    void texts() {
        using Part = FilterField::TextPart;
        FilterField all{QStringLiteral("text"),
                        QStringLiteral("文字"),
                        Kind::Text,
                        Source::ProjectText,
                        Part::All,
                        {},
                        false,
                        {},
                        {}};
        all.names << all.key << all.title << QStringLiteral("关键词");
        fields.push_back(all);
        add(EntityKind::Project, "code", Kind::Text, Source::ProjectText, Part::Code);
        add(EntityKind::Project, "name", Kind::Text, Source::ProjectText, Part::Name);
        add(EntityKind::Project, "investor", Kind::Text, Source::ProjectText, Part::Investor);
    }

    /// The rest of what people see of a project: read from the table when it is asked for.
    void stored() {
        const EntityInfo &info = entityInfo(EntityKind::Project);
        for (int i = 0; i < int(info.fields.size()); ++i) {
            const FieldInfo &described = info.fields[std::size_t(i)];
            const std::optional<Kind> kind = storedKind(described.type);
            const bool isKnown = std::any_of(fields.begin(), fields.end(), [&](const FilterField &field) {
                return field.names.contains(foldedName(described.key));
            });
            if (kind && !isKnown && !described.isInternal)
                add(EntityKind::Project, described.key.toLatin1().constData(), *kind, Source::Stored,
                    FilterField::StoredField{i});
        }
    }

    /// A custom field; its dates and choices are compared like texts would be, but read as what they are.
    void addStored(const FieldInfo &described, int place) {
        FilterField field{described.key,
                          described.title,
                          customKind(described.type),
                          Source::Stored,
                          FilterField::StoredField{place},
                          {},
                          described.type == FieldType::Quantity,
                          described.unit,
                          {}};
        for (const QString &name : QStringList{described.key, described.title} + described.synonyms)
            field.names << foldedName(name);
        fields.push_back(field);
    }

    static Kind customKind(FieldType type) {
        return type == FieldType::Date ? Kind::Date : storedKind(type).value_or(Kind::Text);
    }

    static std::optional<Kind> storedKind(FieldType type) {
        switch (type) {
        case FieldType::Money:
            return Kind::Money;
        case FieldType::Integer:
        case FieldType::Quantity:
            return Kind::Number;
        case FieldType::Text:
        case FieldType::LongText:
            return Kind::Text;
        default:
            return std::nullopt;
        }
    }
};

/// How far two names are apart, in halves of the shorter one; large when they have nothing in common.
int distance(const QString &a, const QString &b) {
    if (std::min(a.size(), b.size()) >= 2 && (a.contains(b) || b.contains(a)))
        return 1;
    const int limit = int(std::max(a.size(), b.size())) / 2;
    const int steps = editDistance(a, b, limit);
    return steps > limit ? 1000 : 1 + steps;
}

} // namespace

FilterFields::FilterFields(std::span<const CustomColumn> custom)
    : m_fields(FieldTable(custom).fields) {
    for (const FilterField &field : m_fields)
        for (const QString &word : field.names)
            if (!m_byName.contains(word))
                m_byName.insert(word, &field);
}

const FilterFields &FilterFields::builtIn() {
    static const FilterFields fields{{}};
    return fields;
}

const FilterFields &filterFieldsOf(const Facts &facts) {
    return facts.filterFields ? *facts.filterFields : FilterFields::builtIn();
}

qsizetype FilterFields::nameLength(QStringView folded) const {
    qsizetype longest = 0;
    for (const FilterField &field : m_fields)
        for (const QString &name : field.names)
            if (name.size() > longest && folded.startsWith(name))
                longest = name.size();
    return longest;
}

bool isFieldWithoutFilter(const QString &name) {
    for (const EntityKind kind : {EntityKind::Project, EntityKind::Zone, EntityKind::CampaignEntry})
        for (const FieldInfo &field : entityInfo(kind).fields)
            for (const QString &word : QStringList{field.key, field.title} + field.synonyms)
                if (!field.isInternal && foldedName(word) == name)
                    return true;
    return false;
}

QStringList FilterFields::similarTitles(const QString &name) const {
    std::vector<std::pair<int, QString>> near;
    if (name.size() > 40) // longer than any name: nothing to compare
        return {};
    for (const FilterField &field : m_fields) {
        int best = 1000;
        for (const QString &word : field.names)
            best = std::min(best, distance(name, word));
        if (best < 1000)
            near.emplace_back(best, field.title);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList titles;
    for (const auto &[steps, title] : near)
        // A name that holds what was typed leaves nothing to guess.
        if (titles.size() < 3 && steps <= near.front().first + (near.front().first > 1 ? 1 : 0))
            titles << title;
    return titles;
}

} // namespace yipi::indicators
