// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/project_suggestions.h"

#include "domain/project.h"

#include <QCompleter>
#include <QStandardItemModel>

#include <algorithm>

namespace yipi::gui {

namespace {
constexpr std::size_t kOffered = 20;
}

QString ProjectSuggestion::text() const {
    const QString named = code.isEmpty() ? name : QStringLiteral("%1　%2").arg(code, name);
    return zone.isEmpty() ? named : QStringLiteral("%1 · %2").arg(named, zone);
}

std::vector<ProjectSuggestion> suggestProjects(const services::LedgerService &ledger, const QString &text,
                                               std::size_t limit) {
    ProjectFilter filter;
    filter.text = text.trimmed();
    const auto ids = ledger.projectIds(filter, {});
    if (!ids)
        return {};
    const auto records =
        ledger.records(EntityKind::Project, std::span(*ids).first(std::min(limit, ids->size())));
    std::vector<ProjectSuggestion> offered;
    if (records)
        for (const Record &record : *records) {
            const auto project = fromRecord<Project>(record);
            offered.push_back({project.id, project.code, project.name,
                               ledger.referenceText(EntityKind::Zone, project.zone.id)});
        }
    return offered;
}

ProjectInput::ProjectInput(const services::LedgerService &ledger, QWidget *parent)
    : QLineEdit(parent)
    , m_ledger(ledger)
    , m_suggestions(new QStandardItemModel(this)) {
    auto *completer = new QCompleter(m_suggestions, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setCompletionRole(Qt::UserRole);
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, this, &ProjectInput::suggest);
}

void ProjectInput::suggest(const QString &typed) {
    m_suggestions->clear();
    if (typed.trimmed().isEmpty())
        return;
    for (const ProjectSuggestion &offered : suggestProjects(m_ledger, typed, kOffered)) {
        auto *item = new QStandardItem(offered.text());
        item->setData(offered.key(), Qt::UserRole); // what is written when it is taken
        m_suggestions->appendRow(item);
    }
}

} // namespace yipi::gui
