// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo_window.h"

#include "gui/ledger/inline_callout.h"
#include "gui/ledger/ledger_page.h"
#include "gui/ledger/ledger_view.h"
#include "gui/ledger/project_changes.h"
#include "gui/shell/page_registry.h"

#include <QApplication>

namespace yipi::gui {

/// The demonstration window on 项目台账, worked with the keyboard as a person does: each key goes to whatever
/// has the focus.
class LedgerCells : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        showLedger();
    }

    void showLedger() {
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->showPage(pageIndex(QStringLiteral("ledger")));
        view().setFocus();
        QCoreApplication::processEvents();
    }

    LedgerPage &page() { return *qobject_cast<LedgerPage *>(window->currentPage()); }
    LedgerView &view() { return *page().view(); }
    LedgerTableModel &model() { return *page().model(); }
    template <class Widget>
    Widget *part(const char *name) {
        return page().findChild<Widget *>(QLatin1String(name));
    }

    int columnOf(const char *key) { return model().columns().columnOf(QLatin1String(key)); }
    QModelIndex cell(int row, const char *field) { return model().index(row, columnOf(field)); }
    QString shown(int row, const char *field) { return cell(row, field).data().toString(); }
    QString reason(int row, const char *field) {
        return cell(row, field).data(LedgerTableModel::ErrorRole).toString();
    }
    void goTo(int row, const char *field) { view().setCurrentIndex(cell(row, field)); }

    Result<AppliedChangeSet> addProjects(int count) {
        ChangeSet set;
        set.title = QStringLiteral("many");
        for (int i = 0; i < count; ++i)
            set.changes.push_back(
                newProject(QStringLiteral("many %1").arg(i), ledger().zones().front().id).changes.front());
        return ledger().apply(std::move(set));
    }
    Value stored(qint64 project, const char *field) {
        const auto record = ledger().record(EntityKind::Project, project);
        EXPECT_TRUE(record);
        const int at = entityInfo(EntityKind::Project).indexOf(QLatin1String(field));
        return record ? record->values[std::size_t(at)] : Value();
    }
    int version(qint64 project) { return ledger().record(EntityKind::Project, project)->version; }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// Latin by keys, everything else by the input method.
    static void type(const QString &text) {
        for (const QChar c : text)
            if (c.unicode() < 128)
                QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
            else
                typeChinese(QApplication::focusWidget(), c);
    }
    void enter(int row, const char *field, const QString &text) {
        goTo(row, field);
        type(text);
        press(Qt::Key_Return);
    }
};

} // namespace yipi::gui
