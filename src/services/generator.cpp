// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic ledgers for benchmarks.
#include "domain/enterprise.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "services/demo_service.h"
#include "storage/ledger_store.h"

#include <QUuid>

#include <array>
#include <random>

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;

constexpr int kZones = 90;
constexpr int kChains = 16;
constexpr int kCampaigns = 24;
constexpr int kEnterprisesPerThousand = 300;
constexpr std::size_t kChangesPerSet = 50'000;
const QDate kFirstCampaign(2019, 2, 20);

/// Collects inserts and writes them in sets of bounded size.
class Writer {
public:
    explicit Writer(storage::LedgerStore &store)
        : m_store(store) {}

    template <class E>
    Result<void> add(const E &e) {
        RecordChange change{Kind::Insert, kKindOf<E>, e.id, 0, {}};
        const Record record = toRecord(e);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (!isEmpty(record.values[i]))
                change.values.emplace_back(int(i), record.values[i]);
        m_set.changes.push_back(std::move(change));
        return m_set.changes.size() >= kChangesPerSet ? flush() : Result<void>();
    }

    Result<void> flush() {
        if (m_set.changes.empty())
            return {};
        m_set.title = QStringLiteral("生成测试数据");
        m_set.user = QStringLiteral("generate");
        m_set.source = ChangeSource::Generator;
        auto applied = m_store.apply(m_set);
        m_set.changes.clear();
        if (!applied)
            return Failure(std::move(applied).error());
        return {};
    }

private:
    storage::LedgerStore &m_store;
    ChangeSet m_set;
};

/// Draws everything from one generator so that a seed decides the ledger.
class Generator {
public:
    Generator(storage::LedgerStore &store, qint64 projects, int months, quint64 seed)
        : m_writer(store)
        , m_random(seed)
        , m_projects(projects)
        , m_months(months) {}

    Result<GeneratedCounts> run(const ProgressReport &progress) {
        auto done = dictionaries();
        for (qint64 i = 1; done && i <= m_projects; ++i) {
            if (progress && i % 1000 == 0 && !progress(int(1000 * i / m_projects)))
                return fail(ErrorCode::Cancelled, QStringLiteral("已取消"));
            done = project(i);
        }
        if (done)
            done = m_writer.flush();
        if (!done)
            return Failure(std::move(done).error());
        m_counts.projects = m_projects;
        return m_counts;
    }

private:
    // Own draws: the distributions of the standard library differ between implementations.
    quint64 below(quint64 n) { return m_random() % n; }
    bool chance(int percent) { return below(100) < quint64(percent); }
    QDate after(QDate date, int days) { return date.addDays(qint64(below(quint64(days))) + 1); }

    Result<void> dictionaries() {
        Result<void> done;
        for (int i = 0; done && i < kZones; ++i) {
            Zone zone;
            zone.code = QStringLiteral("Z%1").arg(i + 1, 2, 10, QChar(u'0'));
            zone.name = QStringLiteral("第%1经济开发区").arg(i + 1);
            zone.shortName = QStringLiteral("第%1经开区").arg(i + 1);
            zone.city = QStringLiteral("第%1市").arg(i / 9 + 1);
            zone.rankingGroup = QStringLiteral("工业类");
            zone.sortOrder = i + 1;
            done = m_writer.add(zone);
        }
        for (int i = 0; done && i < kChains; ++i) {
            IndustryChain chain;
            chain.name = QStringLiteral("第%1产业链").arg(i + 1);
            done = m_writer.add(chain);
        }
        for (int i = 0; done && i < kCampaigns; ++i) {
            Campaign campaign;
            campaign.heldOn = heldOn(i);
            campaign.year = campaign.heldOn.year();
            campaign.sequence = i % 4 + 1;
            campaign.title = campaign.key().chineseText();
            done = m_writer.add(campaign);
        }
        m_enterprises = std::max<qint64>(1, m_projects * kEnterprisesPerThousand / 1000);
        for (qint64 i = 1; done && i <= m_enterprises; ++i) {
            Enterprise enterprise;
            enterprise.name = QStringLiteral("测试企业%1有限公司").arg(i);
            done = m_writer.add(enterprise);
        }
        return done ? m_writer.flush() : done;
    }

    static QDate heldOn(int campaign) { return kFirstCampaign.addMonths(3 * campaign); }

    Result<void> project(qint64 id) {
        static const std::array kKinds{QStringLiteral("新材料"), QStringLiteral("装备制造"),
                                       QStringLiteral("氢能"), QStringLiteral("食品加工"),
                                       QStringLiteral("物流园区")};
        const int first = int(below(kCampaigns));
        Project p;
        p.id = id; // chosen, because entries may fall into the next set
        p.uid = QUuid::fromRfc4122(uuidBytes()).toString(QUuid::WithoutBraces);
        p.code = QStringLiteral("G%1").arg(id, 7, 10, QChar(u'0'));
        p.name = QStringLiteral("%1项目%2").arg(kKinds[below(kKinds.size())]).arg(id);
        p.zone = {qint64(below(kZones)) + 1};
        p.investor = {qint64(below(quint64(m_enterprises))) + 1};
        p.chain = {qint64(below(kChains)) + 1};
        p.industry = QString::number(13 + below(31));
        p.totalInvestment = Money::fromYuan(qint64(below(100'000) + 100) * 10'000);
        p.expectedOutput = Money::fromYuan(qint64(below(100'000) + 100) * 10'000);
        p.industrial = chance(70);
        if (chance(30))
            p.strategicClass = QStringLiteral("新材料");
        p.actualSign = heldOn(first);
        p.plannedStart = p.actualSign.addMonths(6);
        p.plannedProduce = p.actualSign.addMonths(24);
        if (chance(75))
            p.actualStart = after(p.actualSign, 300);
        if (p.actualStart.isValid() && chance(45))
            p.actualProduce = after(p.actualStart, 600);
        if (chance(2))
            p.terminatedOn = after(p.actualSign, 400);
        auto done = m_writer.add(p);
        if (done)
            done = entries(p, first);
        if (done)
            done = reports(p);
        return done;
    }

    Result<void> entries(const Project &p, int first) {
        const std::array<std::pair<Batch, QDate>, 3> lists{
            {{Batch::Sign, p.actualSign}, {Batch::Start, p.actualStart}, {Batch::Produce, p.actualProduce}}};
        Result<void> done;
        for (const auto &[batch, date] : lists) {
            if (!done || !date.isValid())
                continue;
            int campaign = first;
            while (campaign < kCampaigns && heldOn(campaign) < date)
                ++campaign;
            if (campaign == kCampaigns)
                continue;
            CampaignEntry entry;
            entry.campaign = {campaign + 1};
            entry.project = {p.id};
            entry.batch = batch;
            entry.declaredInvestment = p.totalInvestment;
            entry.declaredOutput = p.expectedOutput;
            done = m_writer.add(entry);
            ++m_counts.entries;
        }
        return done;
    }

    Result<void> reports(const Project &p) {
        Result<void> done;
        qint64 cumulative = 0;
        for (int i = 0; done && i < m_months && p.actualStart.isValid(); ++i) {
            const Month month = Month::of(heldOn(kCampaigns - 1)).plus(i - m_months + 1);
            if (month < Month::of(p.actualStart))
                continue;
            MonthlyProgress report;
            report.project = {p.id};
            report.month = month;
            report.investment = Money::fromYuan(p.totalInvestment->yuan() / 40);
            cumulative += report.investment->yuan();
            report.cumulativeInvestment = Money::fromYuan(cumulative);
            if (p.actualProduce.isValid() && month >= Month::of(p.actualProduce))
                report.annualOutput =
                    Money::fromYuan(p.expectedOutput->yuan() / 100 * qint64(60 + below(60)));
            report.state = ReportState::Accepted;
            done = m_writer.add(report);
            ++m_counts.progress;
        }
        return done;
    }

    QByteArray uuidBytes() {
        QByteArray bytes(16, Qt::Uninitialized);
        for (char &b : bytes)
            b = char(below(256));
        return bytes;
    }

    Writer m_writer;
    std::mt19937_64 m_random;
    qint64 m_projects = 0;
    int m_months = 0;
    qint64 m_enterprises = 1;
    GeneratedCounts m_counts;
};

} // namespace

Result<GeneratedCounts> generateLedger(const QString &path, qint64 projects, int months, quint64 seed,
                                       const ProgressReport &progress) {
    if (projects < 1 || projects > 5'000'000 || months < 0 || months > 120)
        return fail(ErrorCode::Usage, QStringLiteral("项目数应为 1 至 5000000，月数应为 0 至 120"));
    auto store = storage::createLedger(path);
    if (!store)
        return Failure(std::move(store).error());
    return Generator(**store, projects, months, seed).run(progress);
}

} // namespace yipi::services
