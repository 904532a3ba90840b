// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search/search_preview.h"

#include "domain/life_cycle.h"
#include "services/ledger_service.h"

#include <QLabel>
#include <QVBoxLayout>

namespace yipi::gui {

using services::SearchKind;

namespace {

constexpr int kWidth = 268;
constexpr int kLongestValue = 90;

/// What is said about a project, by field key; those that are empty are left out.
constexpr std::array kFacts{"code",
                            "zone",
                            "investor",
                            "total_investment",
                            "chain",
                            "actual_sign",
                            "planned_start",
                            "actual_start",
                            "planned_produce",
                            "actual_produce",
                            "patron",
                            "service_officer",
                            "responsible_person"};

QString line(const QString &name, const QString &value) {
    const QString shown =
        value.size() > kLongestValue ? value.left(kLongestValue) + QStringLiteral("…") : value;
    return QStringLiteral("<tr><td style='padding:2px 8px 2px 0; white-space:nowrap'>%1</td>"
                          "<td style='padding:2px 0'>%2</td></tr>")
        .arg(name.toHtmlEscaped(), shown.toHtmlEscaped());
}

QString projectFacts(const services::LedgerService &ledger, const services::SearchHit &hit, QDate asOf) {
    const auto record = ledger.record(EntityKind::Project, hit.id);
    if (!record)
        return record.error().text().toHtmlEscaped();
    const EntityInfo &info = entityInfo(EntityKind::Project);
    const auto project = fromRecord<Project>(*record);
    QString rows;
    if (hit.kind == SearchKind::Problem) // its own words are the title
        rows += line(SearchPreview::tr("项目"), project.name);
    rows += line(SearchPreview::tr("阶段"), title(stageOf(project, asOf)));
    for (const char *key : kFacts) {
        const int field = info.indexOf(QLatin1String(key));
        const FieldInfo &f = info.fields[std::size_t(field)];
        const QString value = ledger.text(f, record->values[std::size_t(field)], MoneyUnit::Yi);
        if (!value.isEmpty())
            rows +=
                line(f.title, f.type == FieldType::Money ? SearchPreview::tr("%1 亿元").arg(value) : value);
    }
    const auto reports =
        ledger.recordsWhere(EntityKind::MonthlyProgress, QStringLiteral("project"), Value(hit.id));
    if (const auto problem = reports ? services::newestProblem(*reports) : std::nullopt)
        rows += line(SearchPreview::tr("问题"), problem->problems);
    return QStringLiteral("<table cellspacing='0'>%1</table>").arg(rows);
}

/// What Enter does.
QString deed(const SearchEntry &entry) {
    if (!entry.hit)
        return SearchPreview::tr("Enter　执行");
    switch (entry.hit->kind) {
    case SearchKind::Project:
    case SearchKind::Problem:
        return SearchPreview::tr("Enter　在台账中查看");
    case SearchKind::Enterprise:
    case SearchKind::Person:
        return SearchPreview::tr("Enter　列出有关的项目");
    default:
        return SearchPreview::tr("Enter　按它筛选台账");
    }
}

} // namespace

SearchPreview::SearchPreview(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_deed(new QLabel(this)) {
    setObjectName(QStringLiteral("searchPreview"));
    setFixedWidth(kWidth);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("role", QStringLiteral("title"));
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setProperty("role", QStringLiteral("label"));
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_deed->setProperty("role", QStringLiteral("note"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_facts, 1);
    column->addWidget(m_deed);
}

void SearchPreview::show(const SearchEntry *entry, const services::LedgerService *ledger, QDate asOf) {
    m_title->clear();
    m_facts->clear();
    m_deed->clear();
    if (!entry)
        return;
    m_title->setText(entry->title);
    m_deed->setText(deed(*entry));
    const bool isOfProject =
        entry->hit && (entry->hit->kind == SearchKind::Project || entry->hit->kind == SearchKind::Problem);
    if (isOfProject && ledger)
        m_facts->setText(projectFacts(*ledger, *entry->hit, asOf));
    else if (!entry->keys.isEmpty())
        m_facts->setText(tr("快捷键　%1").arg(entry->keys.toHtmlEscaped()));
    else
        m_facts->setText(entry->detail.toHtmlEscaped());
}

} // namespace yipi::gui
