// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <functional>

class QStandardItemModel;
class QPushButton;

namespace Ui {
class RulesPage;
}

namespace yipi::gui {

/// 口径管理: the rule sets there are, a form for one of them with what its changes do to the present figures,
/// and two of them side by side.
class RulesPage : public Page {
    Q_OBJECT

public:
    enum class Leaving { Save, Discard, Stay };
    /// What becomes of unsaved edits; `name` is the set.
    using LeaveQuestion = std::function<Leaving(const QString &name)>;
    /// Asks the person before a deletion; true = go on.
    using Confirmation = std::function<bool(const QString &question)>;
    /// Asks for a file to read (empty suggestion) or to write. Empty = cancelled.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    explicit RulesPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~RulesPage() override;

    QString title() const override { return tr("口径管理"); }
    QString iconName() const override { return QStringLiteral("book"); }
    QList<QAction *> pageActions() const override { return m_actions; }
    void setScope(const services::FigureScope &scope) override;
    bool mayLeave() override;
    bool isComputing() const override;

    void setLeaveQuestion(LeaveQuestion ask) { m_askLeave = std::move(ask); }
    void setConfirmation(Confirmation confirm) { m_confirm = std::move(confirm); }
    void setPathChooser(PathChooser choose) { m_choose = std::move(choose); }
    QString selectedId() const { return m_selected; }
    /// Shows a set in the form, after unsaved edits of another one are settled.
    void select(const QString &id);

private:
    void setUpList();
    void setUpActions();
    void setUpCompare();
    void showList();
    void showSelected();
    void showState();
    void draftChanged();
    void tryDraft();
    void compareSets();
    bool save();
    void openSaveAs();
    void saveAs();
    void remove();
    void use();
    void importFile();
    void exportFile();
    void reload();
    /// Reads the library again on the screen and tells the window.
    void libraryChanged(const QString &selected, const QString &chosen = {});
    const indicators::RuleSet *selected() const;
    bool isOwn() const;

    std::unique_ptr<Ui::RulesPage> m_ui;
    QStandardItemModel *m_sets;
    services::FigureScope m_scope;
    QString m_selected;
    QList<QAction *> m_actions;
    LeaveQuestion m_askLeave;
    Confirmation m_confirm;
    PathChooser m_choose;
    bool m_isListing = false; ///< selections of the list's own do nothing
};

} // namespace yipi::gui
