// SPDX-License-Identifier: GPL-3.0-or-later
// Random conditions over random ledgers against a naive reading of what they mean; YIPI_CASES and YIPI_SEED.
#include "single_case.h"

#include "indicators/expression/expression_runs.h"

#include <cstdlib>

namespace yipi::indicators {
namespace {

/// Random conditions over a random ledger, and what they mean read naively.
class RandomCondition {
public:
    RandomCondition(Random &random, const Facts &facts)
        : m_random(random)
        , m_facts(facts) {}

    Expression make(int depth) {
        const int kind = depth == 0 ? 0 : number(0, 5);
        if (kind <= 1)
            return condition();
        if (kind == 2)
            return Expression::negation(make(depth - 1));
        std::vector<Expression> parts;
        for (int count = number(1, 3); count > 0; --count)
            parts.push_back(make(depth - 1));
        return kind < 5 ? Expression::all(parts) : Expression::any(parts);
    }

private:
    int number(int lowest, int highest) {
        return std::uniform_int_distribution<int>(lowest, highest)(m_random);
    }

    Operand operand(const FilterField &field) {
        using Kind = FilterField::Kind;
        switch (field.kind) {
        case Kind::Number:
        case Kind::Money: {
            const qint64 yuan = number(0, 6);
            return {yuan, yuan, {}, false};
        }
        case Kind::Date: {
            const QDate day = QDate(2022, 7, 1).addDays(number(0, 1100));
            const QDate first(day.year(), number(0, 1) ? 1 : day.month(), 1);
            if (number(0, 1))
                return {day.toJulianDay(), day.toJulianDay(), {}, false};
            const QDate last = first.month() == 1 && number(0, 1) ? QDate(day.year(), 12, 31)
                                                                  : first.addMonths(1).addDays(-1);
            return {first.toJulianDay(), last.toJulianDay(), {}, false};
        }
        case Kind::Campaign: {
            const int year = number(2021, 2025), sequence = number(1, 5);
            if (number(0, 3) == 0)
                return {campaignNumber(year, 0), campaignNumber(year, 99), {}, false};
            return {campaignNumber(year, sequence), campaignNumber(year, sequence), {}, false};
        }
        case Kind::Choice: {
            const qint64 choice = number(0, int(field.choices.size()) - 1);
            return {choice, choice, {}, false};
        }
        default:
            break;
        }
        static const QStringList kTexts{"区1", "区2", "甲市", "乙市", "链0", "链1", "业0",  "业1",      "A",
                                        "b",   "铸",  "铝材", "1A",   "县1", "组1", "没有", "\"市 且\""};
        return {0, 0, kTexts[number(0, int(kTexts.size()) - 1)], false};
    }

    Expression condition() {
        const auto fields = FilterFields::builtIn().all();
        Condition made;
        made.field = &fields[std::size_t(number(0, int(fields.size()) - 1))];
        using Kind = FilterField::Kind;
        if (made.field->kind == Kind::Flag) {
            made.comparison = number(0, 1) ? Comparison::Equal : Comparison::NotEqual;
            return Expression::condition(made);
        }
        std::vector<Comparison> possible{Comparison::Equal, Comparison::NotEqual, Comparison::Empty,
                                         Comparison::NotEmpty};
        if (made.field->hasOrder())
            for (const auto order :
                 {Comparison::Less, Comparison::LessEqual, Comparison::Greater, Comparison::GreaterEqual})
                possible.push_back(order);
        if (made.field->isSearch())
            possible.clear();
        if (made.field->hasText())
            possible.insert(possible.end(), {Comparison::Contains, Comparison::NotContains});
        made.comparison = possible[std::size_t(number(0, int(possible.size()) - 1))];
        if (made.comparison == Comparison::Empty || made.comparison == Comparison::NotEmpty)
            return Expression::condition(made);
        const bool isList = made.comparison <= Comparison::NotEqual;
        if (made.field->kind == Kind::Date && number(0, 4) == 0)
            made.operands.push_back({0, 0, {}, true});
        else
            for (int count = isList ? number(1, 3) : 1; count > 0; --count)
                made.operands.push_back(operand(*made.field));
        return Expression::condition(made);
    }

    Random &m_random;
    const Facts &m_facts;
};

/// The value of a field as a person would look it up: a number, or a text, or nothing.
struct Looked {
    std::optional<qint64> number;
    QString text;
    bool isEmpty() const { return !number && text.isEmpty(); }
};

Looked lookUp(const Facts &facts, const QString &key, std::size_t project, const EntryFact *entry,
              QDate asOf) {
    const ProjectFact &p = facts.projects[project];
    if (const auto *stored =
            std::get_if<FilterField::StoredField>(&FilterFields::builtIn().find(key)->member)) {
        const auto column = facts.stored->column(stored->field);
        if (column->numbers.empty())
            return {{}, QString::fromStdString(std::string(column->text(project)))};
        const qint64 number = column->numbers[project];
        return number == StoredColumn::kEmpty ? Looked() : Looked{number, {}};
    }
    const Zone *zone = p.zone < 0 ? nullptr : &facts.zones[std::size_t(p.zone)];
    const auto text = [](const QString &t) { return Looked{{}, t}; };
    const auto amount = [](qint64 v) { return v < 0 ? Looked() : Looked{v, {}}; };
    const std::map<QString, Day> days{{"planned_start", p.plannedStart},
                                      {"planned_produce", p.plannedProduce},
                                      {"planned_attain", p.plannedAttain},
                                      {"actual_sign", p.sign},
                                      {"actual_start", p.start},
                                      {"actual_produce", p.produce},
                                      {"actual_attain", p.attain},
                                      {"statistics_entry", p.statistics},
                                      {"suspended_on", p.suspended},
                                      {"terminated_on", p.terminated},
                                      {"reserved_on", p.reserved},
                                      {"fulfilled_on", p.fulfilled},
                                      {"removal_approved_on", p.removalApproved}};
    if (const auto it = days.find(key); it != days.end())
        return it->second ? Looked{qint64(it->second), {}} : Looked();
    const std::map<QString, bool> flags{
        {"industrial", p.industrial},        {"strategic", p.strategic},
        {"commitment", p.commitment},        {"standard_land", p.standardLand},
        {"standard_plant", p.standardPlant}, {"key_project", p.keyProject}};
    if (const auto it = flags.find(key); it != flags.end())
        return {qint64(it->second), {}};
    if (key == "total_investment")
        return amount(p.investment);
    if (key == "expected_output")
        return amount(p.expectedOutput);
    if (key == "declared_investment")
        return entry ? amount(entry->investment) : Looked();
    if (key == "declared_output")
        return entry ? amount(entry->output) : Looked();
    if (key == "batch")
        return entry ? Looked{qint64(entry->batch), {}} : Looked();
    if (key == "campaign") {
        if (!entry)
            return {};
        const CampaignKey held = facts.campaigns[std::size_t(entry->campaign)].key();
        return {held.year * 100LL + held.sequence, {}};
    }
    if (key == "stage") {
        Project dated;
        dated.actualSign = dateOf(p.sign);
        dated.actualStart = dateOf(p.start);
        dated.actualProduce = dateOf(p.produce);
        dated.actualAttain = dateOf(p.attain);
        dated.suspendedOn = dateOf(p.suspended);
        dated.terminatedOn = dateOf(p.terminated);
        return {qint64(stageOf(dated, asOf)), {}};
    }
    if (key == "chain")
        return p.chain < 0 ? Looked() : text(facts.chains[std::size_t(p.chain)].name);
    if (key == "industry")
        return p.industry < 0 ? Looked() : text(facts.industries[std::size_t(p.industry)]);
    if (!zone)
        return {};
    if (key == "category")
        return {qint64(zone->category), {}};
    if (key == "level")
        return {qint64(zone->level), {}};
    return text(key == "zone"     ? zone->name
                : key == "city"   ? zone->city
                : key == "county" ? zone->county
                                  : zone->rankingGroup);
}

bool holdsNaively(const Condition &condition, const Looked &value, QDate asOf) {
    if (condition.comparison == Comparison::Empty || condition.comparison == Comparison::NotEmpty)
        return value.isEmpty() == (condition.comparison == Comparison::Empty);
    if (condition.field->kind == FilterField::Kind::Flag)
        return (*value.number == 1) == (condition.comparison == Comparison::Equal);
    if (value.isEmpty())
        return false;
    bool isNamed = false, contains = false;
    for (Operand operand : condition.operands) {
        if (operand.isAsOf)
            operand.low = operand.high = asOf.toJulianDay();
        if (value.number) {
            isNamed |= operand.low <= *value.number && *value.number <= operand.high;
            switch (condition.comparison) {
            case Comparison::Less:
                return *value.number < operand.low;
            case Comparison::LessEqual:
                return *value.number <= operand.high;
            case Comparison::Greater:
                return *value.number > operand.high;
            case Comparison::GreaterEqual:
                return *value.number >= operand.low;
            default:
                break;
            }
        } else {
            const QString stem = value.text.endsWith(u'市') ? value.text.chopped(1) : value.text;
            isNamed |= value.text.compare(operand.text, Qt::CaseInsensitive) == 0 || stem == operand.text;
            contains |= value.text.contains(operand.text, Qt::CaseInsensitive);
        }
    }
    switch (condition.comparison) {
    case Comparison::Equal:
        return isNamed;
    case Comparison::NotEqual:
        return !isNamed;
    case Comparison::Contains:
        return contains;
    default:
        return !contains;
    }
}

bool passesNaively(const Expression &expression, const SingleCase &question, const Facts &facts,
                   std::size_t project, const EntryFact *entry, QDate asOf) {
    const auto passes = [&](const Expression &part) {
        return passesNaively(part, question, facts, project, entry, asOf);
    };
    const auto &parts = expression.parts();
    switch (expression.kind()) {
    case Expression::Kind::Not:
        return !passes(parts.front());
    case Expression::Kind::All:
        return std::all_of(parts.begin(), parts.end(), passes);
    case Expression::Kind::Any:
        return std::any_of(parts.begin(), parts.end(), passes);
    case Expression::Kind::Condition:
        break;
    }
    const Condition &condition = expression.condition();
    const oracle::Project &p = question.ledger.projects[project];
    const QString &key = condition.field->key;
    Looked value;
    if (key == "text")
        value.text = p.code + u'\n' + p.name + u'\n' + p.investor;
    else if (key == "code" || key == "name" || key == "investor")
        value.text = key == "code" ? p.code : key == "name" ? p.name : p.investor;
    else
        value = lookUp(facts, key, project, entry, asOf);
    return holdsNaively(condition, value, asOf);
}

/// Fields that are in the table only: both kinds of each, so that the field decides which one counts.
class RandomColumns : public StoredColumns {
public:
    RandomColumns(std::size_t projects, Random &random) {
        static const char *const kTexts[] = {"", "a", "b", "\u94f8", "\u94dd\u6750", "1a"};
        for (const FilterField &field : FilterFields::builtIn().all()) {
            const auto *stored = std::get_if<FilterField::StoredField>(&field.member);
            if (!stored)
                continue;
            auto column = std::make_shared<StoredColumn>();
            for (std::size_t i = 0; i < projects; ++i) {
                if (field.isAmount()) {
                    column->numbers.push_back(random() % 3 ? qint64(random() % 7) : StoredColumn::kEmpty);
                    continue;
                }
                column->texts += kTexts[random() % 6];
                column->ends.push_back(column->texts.size());
            }
            m_columns.emplace(stored->field, std::move(column));
        }
    }
    std::shared_ptr<const StoredColumn> column(int field) const override { return m_columns.at(field); }

private:
    std::map<int, std::shared_ptr<const StoredColumn>> m_columns;
};

/// What the ledger of the oracle does not fill.
void fillIn(Facts &facts, Random &random) {
    const auto number = [&](int lowest, int highest) {
        return std::uniform_int_distribution<int>(lowest, highest)(random);
    };
    for (Zone &zone : facts.zones) {
        zone.county = number(0, 2) ? QStringLiteral("县%1").arg(number(0, 2)) : QString();
        zone.rankingGroup = number(0, 1) ? QStringLiteral("组%1").arg(number(0, 2)) : QString();
        zone.category = static_cast<ZoneCategory>(number(0, 2));
        zone.level = static_cast<ZoneLevel>(number(0, 1));
    }
    for (ProjectFact &p : facts.projects) {
        p.expectedOutput = number(-1, 5);
        p.commitment = number(0, 1);
        p.standardLand = number(0, 1);
        p.standardPlant = number(0, 1);
        p.keyProject = number(0, 1);
    }
    facts.stored = std::make_shared<RandomColumns>(facts.projects.size(), random);
}

std::vector<bool> monthsNaively(const Expression &expression, const SingleCase &question, const Facts &facts,
                                const EntryFact &entry, const std::vector<Day> &ends) {
    std::vector<bool> months;
    for (const Day end : ends)
        months.push_back(passesNaively(expression, question, facts, entry.project, &entry, dateOf(end)));
    return months;
}

std::vector<bool> monthsOfRuns(const ExpressionMatcher &matcher, const EntryFact &entry,
                               const std::vector<Day> &ends) {
    std::vector<bool> months(ends.size(), false);
    forEachRun(
        matcher, entry.project, ends, [&](Day asOf) { return matcher.matchesEntry(entry, asOf); },
        [&](std::size_t from, std::size_t to) {
            EXPECT_LT(from, to);
            EXPECT_TRUE(from == 0 || !months[from - 1]) << "runs are as long as can be";
            std::fill(months.begin() + std::ptrdiff_t(from), months.begin() + std::ptrdiff_t(to), true);
        });
    return months;
}

TEST(ExpressionProperty, MatcherAgreesWithANaiveReading) {
    const char *const cases = std::getenv("YIPI_CASES");
    const char *const given = std::getenv("YIPI_SEED");
    const quint64 seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    Random random(seed);
    SingleCase question;
    Facts facts;
    quint64 passed = 0, failed = 0;
    for (quint64 i = 0, count = cases ? std::strtoull(cases, nullptr, 10) : 10'000; i < count; ++i) {
        if (i % 8 == 0) {
            question = SingleCase::random(random);
            facts = question.facts();
            fillIn(facts, random);
        }
        question.asOf = Month(2022, 7).plus(int(random() % 36));
        const QDate asOf = question.asOf.lastDay();
        const Expression expression = RandomCondition(random, facts).make(3);
        const auto again = parseExpression(expression.text());
        ASSERT_TRUE(again && *again == expression) << "seed " << seed << "\n"
                                                   << expression.text().toStdString();
        const ExpressionMatcher matcher(facts, expression, asOf);
        std::vector<bool> expected(facts.projects.size(), false), hasEntry(facts.projects.size(), false);
        for (const EntryFact &entry : facts.entries) {
            const bool passes = passesNaively(expression, question, facts, entry.project, &entry, asOf);
            ASSERT_EQ(matcher.matchesEntry(entry), passes)
                << "seed " << seed << " case " << i << " entry " << entry.id << "\n"
                << expression.text().toStdString() << "\n"
                << question.describe();
            expected[entry.project] = expected[entry.project] || passes;
            hasEntry[entry.project] = true;
            ++(passes ? passed : failed);
        }
        for (std::uint32_t p = 0; p < facts.projects.size(); ++p) {
            if (!hasEntry[p])
                expected[p] = passesNaively(expression, question, facts, p, nullptr, asOf);
            ASSERT_EQ(matcher.matches(p), expected[p])
                << "seed " << seed << " case " << i << " project " << p << "\n"
                << expression.text().toStdString() << "\n"
                << question.describe();
        }
        if (i % 8 != 0 || facts.entries.empty())
            continue;
        std::vector<Day> ends;
        for (int month = 0; month < 40; ++month)
            ends.push_back(dayOf(Month(2022, 6).plus(month).lastDay()));
        for (const EntryFact &entry : facts.entries)
            ASSERT_EQ(monthsOfRuns(matcher, entry, ends),
                      monthsNaively(expression, question, facts, entry, ends))
                << "seed " << seed << " case " << i << " entry " << entry.id << "\n"
                << expression.text().toStdString() << "\n"
                << question.describe();
    }
    EXPECT_GT(passed, failed / 20) << "the conditions are neither all true nor all false";
    EXPECT_GT(failed, passed / 20);
}

} // namespace
} // namespace yipi::indicators
