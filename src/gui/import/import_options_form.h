// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "services/ledger_service.h"

#include <QWidget>

namespace Ui {
class ImportOptionsForm;
}

namespace yipi::gui {

/// What the user says about the file where it does not say so itself.
class ImportOptionsForm : public QWidget {
    Q_OBJECT

public:
    explicit ImportOptionsForm(QWidget *parent = nullptr);
    ~ImportOptionsForm() override;

    /// Zones and campaigns to choose from; keeps what was chosen.
    void setDictionaries(const services::LedgerService &ledger);
    exchange::ImportOptions options() const;
    /// What was agreed to for one file does not hold for the next.
    void forgetConsent();
    /// An empty text means recognised from the sheets; false while the typed campaign can't be read.
    bool isCampaignValid() const;
    bool isMonthValid() const; ///< the same of the month

Q_SIGNALS:
    void optionsChanged();

private:
    void changed();

    std::unique_ptr<Ui::ImportOptionsForm> m_ui;
};

} // namespace yipi::gui
