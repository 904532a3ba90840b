// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class StartPage;
}

namespace yipi::gui {

/// What the window shows while no ledger is open: the demonstration with one click, a new ledger, or an
/// existing one.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

Q_SIGNALS:
    void demoRequested();
    void createRequested();
    void openRequested();

private:
    std::unique_ptr<Ui::StartPage> m_ui;
};

} // namespace yipi::gui
