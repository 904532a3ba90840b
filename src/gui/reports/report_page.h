// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "reports/document.h"

#include <functional>

class QTimer;

namespace Ui {
class ReportPage;
}

namespace yipi::gui {

class FigureListModel;

/// 报表中心: the monthly bulletin of the current scope, its figures with where they come from, and its
/// exports.
class ReportPage : public Page {
    Q_OBJECT

public:
    /// Asks where to write; `suggestion` has the suffix. Empty = cancelled.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    explicit ReportPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~ReportPage() override;

    QString title() const override { return tr("报表中心"); }
    QString iconName() const override { return QStringLiteral("doc"); }
    QList<QAction *> pageActions() const override { return m_actions; }
    void setScope(const services::FigureScope &scope) override;

    void setPathChooser(PathChooser choose) { m_choose = std::move(choose); }
    const reports::Document &document() const { return m_document; }

private:
    void setUpControls();
    void setUpActions();
    void setUpFigures();
    void regenerate();
    void showDocument(reports::Document document);
    void exportAs(const QString &suffix);
    void showPageNumber();
    void showFonts();
    void figureSelected(int row);
    void openFigure(int row);

    std::unique_ptr<Ui::ReportPage> m_ui;
    FigureListModel *m_figures;
    QTimer *m_stale; ///< regenerates once for a burst of changes
    services::FigureScope m_scope;
    reports::Document m_document;
    bool m_hasDocument = false; ///< of the present scope and ledger; else there is nothing to export
    QList<QAction *> m_actions;
    PathChooser m_choose;
};

} // namespace yipi::gui
