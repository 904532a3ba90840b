// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/search/search_entry.h"

#include <QFrame>

class QLabel;

namespace yipi::services {
class LedgerService;
}

namespace yipi::gui {

/// What there is to know about the current line of the search before it is opened: of a project its key facts
/// and the problem it has, of others what Enter does.
class SearchPreview : public QFrame {
    Q_OBJECT

public:
    explicit SearchPreview(QWidget *parent = nullptr);

    /// Null entry: empty. `ledger` may be null while there are only commands.
    void show(const SearchEntry *entry, const services::LedgerService *ledger, QDate asOf);

private:
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_deed;
};

} // namespace yipi::gui
