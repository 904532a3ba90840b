// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QLineEdit>

class QStandardItemModel;

namespace yipi::gui {

/// A project as a list of suggestions shows it.
struct ProjectSuggestion {
    qint64 id = 0;
    QString code;
    QString name;
    QString zone;

    QString text() const; ///< 2303-XY-02　某某项目 · 孝义经开区
    QString key() const { return code.isEmpty() ? name : code; } ///< what findProject takes
};

/// The first projects that hold the text in code, name or investor.
std::vector<ProjectSuggestion> suggestProjects(const services::LedgerService &ledger, const QString &text,
                                               std::size_t limit);

/// A line for one project: typing a part of code or name offers projects, taking one writes its code.
class ProjectInput : public QLineEdit {
    Q_OBJECT

public:
    explicit ProjectInput(const services::LedgerService &ledger, QWidget *parent = nullptr);

private:
    void suggest(const QString &typed);

    const services::LedgerService &m_ledger;
    QStandardItemModel *m_suggestions;
};

} // namespace yipi::gui
