// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ErrorDialog;
}

namespace yipi::gui {

/// For what can't be said in place: the failure, the advice, and the single errors under 详细信息.
class ErrorDialog : public QDialog {
    Q_OBJECT

public:
    explicit ErrorDialog(const Error &error, QWidget *parent = nullptr);
    ~ErrorDialog() override;

private:
    std::unique_ptr<Ui::ErrorDialog> m_ui;
};

} // namespace yipi::gui
