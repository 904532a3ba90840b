// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QWidget>

class QComboBox;
class QTableView;

namespace yipi::gui {

class RestoreBar;
class StripMessage;

/// The whole history of one record, newest first: who changed which field from what to what, when and why. It
/// can be narrowed to one field, and a field can be given back the value it had before a change.
class RecordHistory : public QWidget {
    Q_OBJECT

public:
    explicit RecordHistory(services::LedgerService &ledger, QWidget *parent = nullptr);
    ~RecordHistory() override;

    /// Follows changes of the ledger from then on.
    void showRecord(EntityKind kind, qint64 id);
    /// Shows one field only, by its Chinese title; all when it has no entry.
    void chooseField(const QString &title);

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Model;

    void refresh();
    void fillFields();
    void showLine();
    void restore(const QString &reason);

    services::LedgerService &m_ledger;
    EntityKind m_kind = EntityKind::Project;
    qint64 m_id = 0;
    bool m_isStale = false;
    Model *m_model;
    StripMessage *m_strip;
    QComboBox *m_fields;
    QTableView *m_view;
    RestoreBar *m_restore;
};

} // namespace yipi::gui
