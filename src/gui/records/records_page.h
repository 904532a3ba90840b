// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/records/record_table_model.h"

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace yipi::gui {

class CampaignListPanel;
class EmptyState;
class RecordPanel;
class RecordView;
class StripMessage;

/// 基础数据: the kinds of records at the left, all records of one in the middle, the current one as a form at
/// the right; below the campaigns their three lists.
class RecordsPage : public Page {
    Q_OBJECT

public:
    /// Asks the person before a deletion that takes values along, and before what was filled in for a new
    /// record is given up; true = go on.
    using Confirmation = std::function<bool(const QString &question)>;

    explicit RecordsPage(const Workspace &workspace, QWidget *parent = nullptr);

    QString title() const override { return tr("基础数据"); }
    QString iconName() const override { return QStringLiteral("group"); }
    bool usesFilterBar() const override { return false; }
    void setScope(const services::FigureScope &scope) override;
    bool mayLeave() override;
    bool isComputing() const override;

    void showKind(EntityKind kind);
    void showRecord(EntityKind kind, qint64 id);
    void setConfirmation(Confirmation confirm) { m_confirm = std::move(confirm); }
    RecordTableModel *model() const { return m_model; }
    RecordView *view() const { return m_view; }
    RecordPanel *panel() const { return m_panel; }
    CampaignListPanel *campaignPanel() const { return m_campaigns; }

private:
    QWidget *makeKindList();
    QWidget *makeToolRow();
    QWidget *makeCenter();
    void setUpActions();
    void chooseKind();
    void reload();
    void applyFilter();
    void showContent();
    void showCurrent(qint64 id);
    void startAdding();
    void add(const std::vector<services::TypedField> &fields);
    void deleteSelected();
    bool mayDelete(const std::vector<qint64> &ids);
    void togglePanel();
    void report(const Result<void> &done);
    void offerUndo(const QString &text);

    RecordTableModel *m_model;
    RecordView *m_view;
    RecordPanel *m_panel;
    CampaignListPanel *m_campaigns;
    QListWidget *m_kinds = nullptr;
    QPushButton *m_addButton = nullptr, *m_deleteButton = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_panelButton = nullptr;
    StripMessage *m_strip;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QList<QAction *> m_changing; ///< those that change the ledger
    Confirmation m_confirm;
};

} // namespace yipi::gui
