// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/clipboard_table.h"
#include "services/block_edit.h"

#include <QObject>

namespace yipi::gui {

/// What a paste would do, for the bar that asks.
struct PasteOffer {
    int changed = 0, unchanged = 0, failed = 0, locked = 0;
    QStringList failures; ///< a line for each of the first cells that fail, with the reason
    int rowsBelow = 0;    ///< rows that the grid does not have …
    bool canAdd = false;  ///< … and that could become projects
    bool addsProjects = false;
    int columnsBeyond = 0;
    bool hasHeader = false;
};

/// What became of a block.
struct BlockResult {
    QString what;    ///< 粘贴
    int written = 0; ///< cells
    int failed = 0;
    int locked = 0;
};

/// Everything that writes several cells of the grid at once: each is one step of the undo list; what fails
/// stays in its cell as a draft with its reason.
class BlockEditing : public QObject {
    Q_OBJECT

public:
    BlockEditing(services::LedgerService &ledger, LedgerView &view, QObject *parent);

    /// The table on the clipboard. A single cell is written at once, for more `pastePlanned` asks.
    void paste();
    void setAddsProjects(bool adds);
    void confirmPaste();
    void cancelPaste();
    void fill(Qt::Orientation direction);
    void clearSelection();
    /// The same text into all selected cells, as typed.
    void typeIntoSelection(const QString &text);
    void repeat(const CellBlock &source, const CellBlock &target);
    /// `what` names the step: 批量填写.
    void type(std::vector<services::TypedCell> cells, const QString &what);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void pastePlanned(const PasteOffer &offer);
    void pasteEnded();
    void written(const BlockResult &result);
    void failed(const Error &error);

private:
    bool isRefused();
    services::BlockReading reading() const;
    void planPaste();
    PasteOffer offer() const;
    QString failureLine(const services::PlannedCell &cell) const;
    bool write(const services::BlockPlan &plan, const QString &what, ChangeSource source);
    void keepFailed(const services::BlockPlan &plan, const std::map<qint64, qint64> &added);

    services::LedgerService &m_ledger;
    LedgerView &m_view;
    ClipboardTable m_table;
    PastePlace m_place;
    services::BlockPlan m_plan;
    bool m_addsProjects = false;
};

} // namespace yipi::gui
