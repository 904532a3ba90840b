// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/main_window.h"
#include "services/demo_service.h"

#include <QFile>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace yipi::gui {

/// Path of a demonstration ledger that is made once for all tests; copy it before changing it.
inline const QString &demoOriginal() {
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("original.yipi"));
        const auto demo = services::createDemo(made);
        EXPECT_TRUE(demo) << (demo ? "" : demo.error().text().toStdString());
        return made;
    }();
    return path;
}

/// Chinese arrives through an input method, never as key presses.
inline void typeChinese(QWidget *widget, const QString &text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
}

/// A window with settings of its own and a fresh copy of the demonstration ledger as of 2024-07.
class DemoWindow : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(QFile::copy(demoOriginal(), ledgerPath()));
        openWindow();
        const auto opened = window->session().open(ledgerPath());
        ASSERT_TRUE(opened) << opened.error().text().toStdString();
    }

    void openWindow() {
        window.reset(); // writes its settings before they are read again
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("yipi.ini")));
        window = std::make_unique<MainWindow>(*settings);
        window->show();
        QCoreApplication::processEvents();
    }

    QString ledgerPath() const { return folder.filePath(QStringLiteral("demo.yipi")); }
    services::LedgerService &ledger() { return *window->session().ledger(); }
    services::FigureService &figures() { return *window->session().figures(); }

    QTemporaryDir folder;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;
};

} // namespace yipi::gui
