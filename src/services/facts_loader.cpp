// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facts_loader.h"

#include "domain/monthly_progress.h"
#include "domain/project.h"

#include <algorithm>
#include <charconv>

namespace yipi::services {

using indicators::Day;
using indicators::Facts;
using indicators::OutputFact;
using indicators::ProjectFact;
using storage::LedgerStore;
using storage::RowView;

namespace {

/// ISO text to a Julian day without building a QDate: days from a civil date, proleptic Gregorian.
Day dayFrom(std::string_view iso) {
    if (iso.size() != 10)
        return 0;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        std::from_chars(iso.data() + from, iso.data() + from + length, value);
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    const int shift = (14 - month) / 12;
    const int y = year + 4800 - shift;
    const int m = month + 12 * shift - 3;
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045;
}

/// Positions of the project fields that the facts hold, in the order of the scan.
struct ProjectColumns {
    std::vector<int> fields;

    int add(const char *key) {
        fields.push_back(entityInfo(EntityKind::Project).indexOf(QString::fromLatin1(key)));
        return int(fields.size()) - 1;
    }

    int zone = add("zone"), chain = add("chain"), industry = add("industry"),
        investment = add("total_investment"), output = add("expected_output"), industrial = add("industrial"),
        strategic = add("strategic_class"), commitment = add("commitment"),
        standardLand = add("standard_land"), standardPlant = add("standard_plant"),
        keyProject = add("key_project"), plannedStart = add("planned_start"),
        plannedProduce = add("planned_produce"), plannedAttain = add("planned_attain"),
        sign = add("actual_sign"), start = add("actual_start"), produce = add("actual_produce"),
        attain = add("actual_attain"), statistics = add("statistics_entry"), suspended = add("suspended_on"),
        terminated = add("terminated_on"), code = add("code"), name = add("name"), investor = add("investor");
};

/// Index of records by id for the dictionaries.
template <class E>
std::unordered_map<qint64, std::int32_t> indexById(const std::vector<E> &list) {
    std::unordered_map<qint64, std::int32_t> index;
    for (std::size_t i = 0; i < list.size(); ++i)
        index.emplace(list[i].id, std::int32_t(i));
    return index;
}

template <class E>
Result<std::vector<E>> readAllAs(const LedgerStore &store) {
    auto records = store.readAll(kKindOf<E>);
    if (!records)
        return Failure(std::move(records).error());
    std::vector<E> list;
    list.reserve(records->size());
    for (const auto &record : *records)
        list.push_back(fromRecord<E>(record));
    return list;
}

/// Turns project rows into facts; keeps the look-ups that a load and a patch share.
class ProjectReader {
public:
    ProjectReader(Facts &facts, const QHash<qint64, QString> &enterpriseNames)
        : m_facts(facts)
        , m_enterprises(enterpriseNames)
        , m_zones(indexById(facts.zones))
        , m_chains(indexById(facts.chains)) {
        for (std::size_t i = 0; i < facts.industries.size(); ++i)
            m_industries.insert(facts.industries[i], std::int32_t(i));
    }

    const std::vector<int> &fields() const { return m_columns.fields; }

    ProjectFact fact(const RowView &row) {
        const auto &c = m_columns;
        ProjectFact p;
        p.id = row.id();
        p.zone = find(m_zones, row.integer(c.zone));
        p.chain = find(m_chains, row.integer(c.chain));
        p.industry = industry(row.text(c.industry));
        p.investment = row.isNull(c.investment) ? -1 : row.integer(c.investment);
        p.expectedOutput = row.isNull(c.output) ? -1 : row.integer(c.output);
        p.industrial = row.integer(c.industrial) != 0;
        p.strategic = !row.isNull(c.strategic);
        p.commitment = row.integer(c.commitment) != 0;
        p.standardLand = row.integer(c.standardLand) != 0;
        p.standardPlant = row.integer(c.standardPlant) != 0;
        p.keyProject = row.integer(c.keyProject) != 0;
        p.plannedStart = dayFrom(row.text(c.plannedStart));
        p.plannedProduce = dayFrom(row.text(c.plannedProduce));
        p.plannedAttain = dayFrom(row.text(c.plannedAttain));
        p.sign = dayFrom(row.text(c.sign));
        p.start = dayFrom(row.text(c.start));
        p.produce = dayFrom(row.text(c.produce));
        p.attain = dayFrom(row.text(c.attain));
        p.statistics = dayFrom(row.text(c.statistics));
        p.suspended = dayFrom(row.text(c.suspended));
        p.terminated = dayFrom(row.text(c.terminated));
        return p;
    }

    std::string searchText(const RowView &row) const {
        std::string text(row.text(m_columns.code));
        text += '\n';
        text += row.text(m_columns.name);
        text += '\n';
        text += m_enterprises.value(row.integer(m_columns.investor)).toStdString();
        text += '\n';
        // Only Latin letters have a case worth folding here; byte-wise is safe in UTF-8.
        for (char &c : text)
            if (c >= 'A' && c <= 'Z')
                c = char(c - 'A' + 'a');
        return text;
    }

private:
    static std::int32_t find(const std::unordered_map<qint64, std::int32_t> &index, qint64 id) {
        const auto it = index.find(id);
        return it == index.end() ? -1 : it->second;
    }

    std::int32_t industry(std::string_view text) {
        if (text.empty())
            return -1;
        const QString name = QString::fromUtf8(text.data(), qsizetype(text.size()));
        const auto it = m_industries.constFind(name);
        if (it != m_industries.constEnd())
            return *it;
        m_facts.industries.push_back(name);
        return *m_industries.insert(name, std::int32_t(m_facts.industries.size()) - 1);
    }

    Facts &m_facts;
    const QHash<qint64, QString> &m_enterprises;
    std::unordered_map<qint64, std::int32_t> m_zones, m_chains;
    QHash<QString, std::int32_t> m_industries;
    ProjectColumns m_columns;
};

Result<void> loadEntries(Facts &facts, const LedgerStore &store) {
    const auto &info = entityInfo(EntityKind::CampaignEntry);
    const auto campaigns = indexById(facts.campaigns);
    const std::vector<int> fields{
        info.indexOf(QStringLiteral("campaign")), info.indexOf(QStringLiteral("project")),
        info.indexOf(QStringLiteral("batch")), info.indexOf(QStringLiteral("declared_investment")),
        info.indexOf(QStringLiteral("declared_output"))};
    auto done = store.scan(EntityKind::CampaignEntry, fields, [&](const RowView &row) {
        indicators::EntryFact e;
        e.id = row.id();
        e.campaign = campaigns.at(row.integer(0));
        e.project = facts.projectIndex.at(row.integer(1));
        const std::string_view batch = row.text(2);
        e.batch = batch == "start" ? Batch::Start : batch == "produce" ? Batch::Produce : Batch::Sign;
        e.investment = row.isNull(3) ? -1 : row.integer(3);
        e.output = row.isNull(4) ? -1 : row.integer(4);
        facts.entries.push_back(e);
    });
    facts.indexEntries();
    return done;
}

Result<void> loadOutputs(Facts &facts, const LedgerStore &store) {
    struct Report {
        std::uint32_t project;
        OutputFact output;
    };
    const auto &info = entityInfo(EntityKind::MonthlyProgress);
    const std::vector<int> fields{info.indexOf(QStringLiteral("project")),
                                  info.indexOf(QStringLiteral("month")),
                                  info.indexOf(QStringLiteral("annual_output"))};
    std::vector<Report> reports;
    auto done = store.scan(EntityKind::MonthlyProgress, fields, [&](const RowView &row) {
        if (!row.isNull(2))
            reports.push_back(
                {facts.projectIndex.at(row.integer(0)), {std::int32_t(row.integer(1)), row.integer(2)}});
    });
    if (!done)
        return done;
    std::sort(reports.begin(), reports.end(), [](const Report &a, const Report &b) {
        return std::pair(a.project, a.output.month) < std::pair(b.project, b.output.month);
    });
    facts.outputs.reserve(reports.size());
    std::size_t at = 0;
    for (std::uint32_t project = 0; project < facts.projects.size(); ++project) {
        facts.projects[project].outputBegin = std::uint32_t(facts.outputs.size());
        for (; at < reports.size() && reports[at].project == project; ++at)
            facts.outputs.push_back(reports[at].output);
        facts.projects[project].outputEnd = std::uint32_t(facts.outputs.size());
    }
    return {};
}

} // namespace

Result<Facts> loadFacts(const LedgerStore &store, const QHash<qint64, QString> &enterpriseNames) {
    Facts facts;
    auto zones = readAllAs<Zone>(store);
    auto chains = readAllAs<IndustryChain>(store);
    auto campaigns = readAllAs<Campaign>(store);
    for (const Error *error : {zones ? nullptr : &zones.error(), chains ? nullptr : &chains.error(),
                               campaigns ? nullptr : &campaigns.error()})
        if (error)
            return Failure(*error);
    facts.zones = std::move(*zones);
    std::stable_sort(facts.zones.begin(), facts.zones.end(), [](const Zone &a, const Zone &b) {
        return a.sortOrder.value_or(INT_MAX) < b.sortOrder.value_or(INT_MAX);
    });
    facts.chains = std::move(*chains);
    facts.campaigns = std::move(*campaigns);
    std::sort(facts.campaigns.begin(), facts.campaigns.end(),
              [](const Campaign &a, const Campaign &b) { return a.key() < b.key(); });

    ProjectReader reader(facts, enterpriseNames);
    auto done = store.scan(EntityKind::Project, reader.fields(), [&](const RowView &row) {
        facts.projectIndex.emplace(row.id(), std::uint32_t(facts.projects.size()));
        facts.projects.push_back(reader.fact(row));
        facts.searchText += reader.searchText(row);
        facts.searchEnd.push_back(facts.searchText.size());
    });
    if (done)
        done = loadEntries(facts, store);
    if (done)
        done = loadOutputs(facts, store);
    if (!done)
        return Failure(std::move(done).error());
    return facts;
}

namespace {

/// A record of the change path seen as a row of a scan.
class RecordRow final : public RowView {
public:
    RecordRow(const Record &record, const std::vector<int> &fields)
        : m_record(record)
        , m_fields(fields) {
        m_texts.reserve(fields.size());
        for (const int field : fields) {
            const auto *text = std::get_if<QString>(&record.values[std::size_t(field)]);
            m_texts.push_back(text ? text->toStdString() : std::string());
        }
    }
    qint64 id() const override { return m_record.id; }
    int version() const override { return m_record.version; }
    bool isNull(int column) const override { return isEmpty(value(column)); }
    qint64 integer(int column) const override {
        const auto *number = std::get_if<qint64>(&value(column));
        return number ? *number : 0;
    }
    std::string_view text(int column) const override { return m_texts[std::size_t(column)]; }

private:
    const Value &value(int column) const {
        return m_record.values[std::size_t(m_fields[std::size_t(column)])];
    }
    const Record &m_record;
    const std::vector<int> &m_fields;
    std::vector<std::string> m_texts;
};

void replaceProject(Facts &facts, std::uint32_t index, ProjectFact fact, const std::string &search) {
    fact.outputBegin = facts.projects[index].outputBegin;
    fact.outputEnd = facts.projects[index].outputEnd;
    facts.projects[index] = fact;
    facts.changed.push_back(index);
    const std::size_t begin = index == 0 ? 0 : facts.searchEnd[index - 1];
    const std::size_t length = facts.searchEnd[index] - begin;
    if (facts.searchText.compare(begin, length, search) == 0)
        return;
    facts.searchText.replace(begin, length, search);
    const auto shift = std::ptrdiff_t(search.size()) - std::ptrdiff_t(length);
    for (std::size_t i = index; i < facts.searchEnd.size(); ++i)
        facts.searchEnd[i] = std::size_t(std::ptrdiff_t(facts.searchEnd[i]) + shift);
}

void appendProject(Facts &facts, ProjectFact fact, const std::string &search) {
    fact.outputBegin = fact.outputEnd = std::uint32_t(facts.outputs.size());
    facts.projectIndex.emplace(fact.id, std::uint32_t(facts.projects.size()));
    facts.projects.push_back(fact);
    facts.searchText += search;
    facts.searchEnd.push_back(facts.searchText.size());
    facts.entryBegin.push_back(facts.entryBegin.empty() ? 0 : facts.entryBegin.back());
    facts.renew();
}

} // namespace

Result<bool> patchFacts(Facts &facts, const AppliedChangeSet &applied, const LedgerStore &store,
                        const QHash<qint64, QString> &enterpriseNames) {
    using Kind = RecordChange::Kind;
    std::vector<qint64> ids;
    for (const auto &record : applied.records) {
        if (record.entity == EntityKind::Enterprise && record.kind == Kind::Insert)
            continue; // names are read by the caller
        const bool known = facts.projectIndex.contains(record.id);
        const bool appended = !known && (facts.projects.empty() || record.id > facts.projects.back().id);
        if (record.entity != EntityKind::Project || record.kind == Kind::Delete || (!known && !appended))
            return false;
        ids.push_back(record.id);
    }
    auto records = store.readMany(EntityKind::Project, ids);
    if (!records)
        return Failure(std::move(records).error());
    ProjectReader reader(facts, enterpriseNames);
    for (const auto &record : *records) {
        const RecordRow row(record, reader.fields());
        const ProjectFact fact = reader.fact(row);
        const auto it = facts.projectIndex.find(record.id);
        if (it != facts.projectIndex.end())
            replaceProject(facts, it->second, fact, reader.searchText(row));
        else
            appendProject(facts, fact, reader.searchText(row));
    }
    return true;
}

} // namespace yipi::services
