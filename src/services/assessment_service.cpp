// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/assessment_service.h"

#include "services/data_files.h"
#include "services/locations.h"
#include "storage/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace yipi::services {

using indicators::AssessmentScheme;
using indicators::AssessmentSource;

namespace {

constexpr std::size_t kKnownSources = 4; ///< this month and the one before, of two scopes

QString shippedFolder() {
    return dataFolder() + QStringLiteral("/assessments");
}

QString ownFile(const QString &id) {
    return userAssessmentsFolder() + u'/' + id + QStringLiteral(".json");
}

/// Zones that are assessed: all of the city, in the order of lists.
std::vector<Zone> assessedZones(const std::vector<Zone> &zones, const QString &city) {
    std::vector<Zone> assessed;
    std::copy_if(zones.begin(), zones.end(), std::back_inserter(assessed),
                 [&](const Zone &zone) { return city.isEmpty() || zone.city == city; });
    std::stable_sort(assessed.begin(), assessed.end(), [](const Zone &a, const Zone &b) {
        constexpr qint64 kLast = std::numeric_limits<qint64>::max();
        return a.sortOrder.value_or(kLast) < b.sortOrder.value_or(kLast);
    });
    return assessed;
}

bool isSameQuestion(const FigureScope &a, const FigureScope &b) {
    return a.asOf == b.asOf && a.rulesId == b.rulesId && a.filter == b.filter && a.knownAt == b.knownAt;
}

} // namespace

bool Assessment::shows(qint64 zone) const {
    const auto &zones = scope.filter.zones;
    return zones.empty() || std::find(zones.begin(), zones.end(), zone) != zones.end();
}

AssessmentChange Assessment::sinceLastMonth(const indicators::ZoneScore &now) const {
    AssessmentChange change;
    const auto *group = lastMonth.groupOf(now.zone);
    const auto *then = group ? group->zone(now.zone) : nullptr;
    if (!then)
        return change;
    change.rank = then->rank;
    change.total = then->total;
    if (then->rank && now.rank)
        change.places = then->rank - now.rank;
    if (then->total && now.total)
        change.points = *now.total - *then->total;
    return change;
}

const indicators::ZoneFigures *Assessment::figuresOf(qint64 zone) const {
    const auto found = std::find_if(figures.zones.begin(), figures.zones.end(),
                                    [&](const auto &line) { return line.zone == zone; });
    return found == figures.zones.end() ? nullptr : &*found;
}

AssessmentService::AssessmentService(const LedgerService &ledger, const FigureService &figures)
    : m_ledger(ledger)
    , m_figures(figures) {
    load();
}

void AssessmentService::load() {
    m_schemes.clear();
    m_problems.clear();
    m_shipped.clear();
    const auto take = [this](const QFileInfo &info, const QByteArray &content) {
        auto scheme = indicators::parseAssessmentScheme(content, info.fileName(), m_figures.ruleSets());
        if (!scheme) {
            m_problems << scheme.error().text();
            return;
        }
        // The office's own file of the same name wins over the shipped one.
        std::erase_if(m_schemes, [&](const AssessmentScheme &known) { return known.id == scheme->id; });
        m_schemes.push_back(std::move(*scheme));
    };
    forEachDataFile(shippedFolder(), QStringLiteral("考核方案"), m_problems, take);
    for (const AssessmentScheme &scheme : m_schemes)
        m_shipped << scheme.id;
    forEachDataFile(userAssessmentsFolder(), QStringLiteral("考核方案"), m_problems,
                    [&](const QFileInfo &info, const QByteArray &content) {
                        m_shipped.removeAll(info.completeBaseName());
                        take(info, content);
                    });
}

Result<const AssessmentScheme *> AssessmentService::scheme(const QString &id) const {
    QStringList known;
    for (const AssessmentScheme &scheme : m_schemes) {
        if (id.isEmpty() || scheme.id == id)
            return &scheme;
        known << scheme.id;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("没有考核方案“%1”").arg(id),
                known.isEmpty()
                    ? QStringLiteral("没有找到任何考核方案，请检查程序的 data/assessments 文件夹。")
                    : QStringLiteral("现有方案：%1。").arg(known.join(QStringLiteral("、"))));
}

Result<void> AssessmentService::save(const AssessmentScheme &scheme) {
    static const QRegularExpression kFileName(
        QStringLiteral("\\A[^\\s./\\\\:*?\"<>|\\p{C}][^/\\\\:*?\"<>|\\p{C}]{0,59}\\z"));
    if (!kFileName.match(scheme.id).hasMatch())
        return fail(ErrorCode::InvalidValue, QStringLiteral("“%1”不能作方案的文件名").arg(scheme.id),
                    QStringLiteral("最多 60 个字，不含 / \\ : * ? \" < > |，不以点或空格开头。"));
    if (isShipped(scheme.id))
        return fail(ErrorCode::Refused, QStringLiteral("“%1”是随程序提供的方案，不能改写").arg(scheme.id),
                    QStringLiteral("请另存为别的名称。"));
    const QByteArray content = indicators::toJson(scheme);
    const auto checked =
        indicators::parseAssessmentScheme(content, scheme.id + QStringLiteral(".json"), m_figures.ruleSets());
    if (!checked)
        return Failure(checked.error());
    if (!QDir().mkpath(userAssessmentsFolder()))
        return fail(ErrorCode::Io, QStringLiteral("建不了文件夹 %1").arg(userAssessmentsFolder()),
                    QStringLiteral("请检查这个位置能否写入。"));
    if (auto written = storage::writeFileAtomically(ownFile(scheme.id), content); !written)
        return written;
    load();
    return {};
}

Result<void> AssessmentService::remove(const QString &id) {
    if (auto known = scheme(id); !known)
        return Failure(std::move(known).error());
    if (isShipped(id))
        return fail(ErrorCode::Refused, QStringLiteral("“%1”是随程序提供的方案，不能删除").arg(id));
    QFile file(ownFile(id));
    if (!file.remove())
        return fail(ErrorCode::Io, QStringLiteral("删不了 %1：%2").arg(file.fileName(), file.errorString()),
                    QStringLiteral("请检查文件是否被占用、文件夹能否写入。"));
    load();
    return {};
}

Result<std::shared_ptr<const AssessmentSource>>
AssessmentService::source(const FigureScope &scope, const indicators::RuleSet &rules) const {
    for (const Known &known : m_known)
        if (known.revision == m_ledger.revision() && isSameQuestion(known.scope, scope) &&
            known.rules == rules)
            return known.source;
    FigureScope yearBefore = scope;
    yearBefore.asOf = scope.asOf.plus(-12);
    const auto facts = m_figures.facts(scope);
    if (!facts)
        return Failure(facts.error());
    auto now = m_figures.rates(scope, indicators::GroupBy::Zone);
    auto before = m_figures.rates(yearBefore, indicators::GroupBy::Zone);
    auto targets = m_figures.targets(scope);
    if (!now || !before)
        return Failure(!now ? now.error() : before.error());
    if (!targets)
        return Failure(targets.error());
    auto made = std::make_shared<const AssessmentSource>(
        AssessmentSource{scope.asOf, assessedZones((*facts)->zones, scope.filter.city), std::move(*now),
                         std::move(*before), std::move(*targets)});
    m_known.insert(m_known.begin(), Known{scope, rules, m_ledger.revision(), made});
    if (m_known.size() > kKnownSources)
        m_known.pop_back();
    return std::shared_ptr<const AssessmentSource>(made);
}

Result<Assessment> AssessmentService::run(const AssessmentScheme &scheme, const FigureScope &scope) const {
    Assessment assessment{scheme, {}, scope, {}, {}, {}};
    if (!scheme.rules.isEmpty())
        assessment.scope.rulesId = scheme.rules;
    const auto rules = m_figures.ruleSet(assessment.scope.rulesId);
    if (!rules)
        return Failure(rules.error());
    assessment.rules = **rules;
    FigureScope wide = assessment.scope;
    wide.filter.zones.clear();
    FigureScope earlier = wide;
    earlier.asOf = scope.asOf.plus(-1);
    const auto now = source(wide, **rules), before = source(earlier, **rules);
    if (!now || !before)
        return Failure(!now ? now.error() : before.error());
    auto figures = indicators::assessmentFigures(scheme, **rules, **now);
    auto figuresBefore = indicators::assessmentFigures(scheme, **rules, **before);
    if (!figures || !figuresBefore)
        return Failure(!figures ? figures.error() : figuresBefore.error());
    const bool asksTargets = std::any_of(scheme.items.begin(), scheme.items.end(), [](const auto &item) {
        return item.measure == indicators::AssessmentMeasure::Target;
    });
    if (asksTargets && indicators::narrowsWithinZones(wide.filter))
        figures->notices << QStringLiteral("筛选条件只限制完成数，任务仍是各开发区的全部任务。");
    assessment.scores = indicators::scoreAssessment(scheme, *figures);
    assessment.lastMonth = indicators::scoreAssessment(scheme, *figuresBefore);
    assessment.figures = std::move(*figures);
    return assessment;
}

Result<ItemEvidence> AssessmentService::evidence(const Assessment &assessment, qint64 zone,
                                                 std::size_t item) const {
    const indicators::AssessmentItem &line = assessment.scheme.items[item];
    FigureScope scope = assessment.scope;
    scope.filter.zones = {zone};
    ItemEvidence evidence;
    if (line.measure == indicators::AssessmentMeasure::Target) {
        auto rows = m_figures.explainTarget(scope, line.target);
        // A zone without the task has no value; that is said by the score and is no failure.
        if (!rows && rows.error().code != ErrorCode::NotFound)
            return Failure(std::move(rows).error());
        if (rows)
            evidence.target = std::move(*rows);
        return evidence;
    }
    auto explanation = m_figures.explain(scope, line.rate);
    if (!explanation)
        return Failure(std::move(explanation).error());
    evidence.rate = std::move(*explanation);
    return evidence;
}

} // namespace yipi::services
