// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/explanation/figure_words.h"
#include "gui/page.h"

#include <QFrame>

#include <memory>

namespace Ui {
class ExplanationPanel;
}

namespace yipi::gui {

class ExplanationModel;
class FigureTable;

/// How one figure came about: formula, rule, and the entries in numerator, denominator, missing and left out.
/// Floats over the window under the figure that was clicked, closes on Esc or a click outside; pinned it
/// stays in a dock.
class ExplanationPanel : public QFrame {
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget *window);
    ~ExplanationPanel() override;

    /// Null: closes and forgets.
    void setWorkspace(const Workspace *workspace);
    /// Error: no such rate or rule set; nothing is shown then.
    Result<void> explain(const QString &rateId, const services::FigureScope &scope, RowsOf rows);
    void refresh(); ///< the ledger has changed
    void popUp();   ///< places the floating panel near the focused figure
    void dismiss(); ///< closes unless pinned
    RowsOf shownPart() const;
    int rowsShown() const;

Q_SIGNALS:
    void projectListRequested(const std::vector<qint64> &ids, const QString &title);
    void pinToggled(bool pinned);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showRate();
    void showRows();
    void openInLedger();
    void closePanel();
    bool isPinned() const;

    std::unique_ptr<Ui::ExplanationPanel> m_ui;
    const Workspace *m_workspace = nullptr;
    ExplanationModel *m_model;
    FigureTable *m_table;
    services::FigureScope m_scope;
    QString m_rateId;
    indicators::Explanation m_explanation;
    FigureWords m_words;
};

} // namespace yipi::gui
