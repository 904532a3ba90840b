// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo_window.h"

#include "gui/ledger/empty_state.h"
#include "gui/records/campaign_list_panel.h"
#include "gui/records/record_form.h"
#include "gui/records/record_panel.h"
#include "gui/records/record_view.h"
#include "gui/records/records_page.h"
#include "gui/shell/page_registry.h"
#include "gui/widgets/strip_message.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yipi::gui {

/// The demonstration window on 基础数据, worked with the keyboard as a person does.
class RecordCells : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->showPage(pageIndex(QStringLiteral("records")));
        page().setConfirmation([this](const QString &question) {
            questions << question;
            return answer;
        });
        view().setFocus();
        QCoreApplication::processEvents();
    }

    RecordsPage &page() { return *qobject_cast<RecordsPage *>(window->currentPage()); }
    RecordTableModel &model() { return *page().model(); }
    RecordView &view() { return *page().view(); }
    template <class Widget>
    Widget *part(const char *name) {
        auto *found = page().findChild<Widget *>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    /// The input of a field in the form at the right.
    QWidget *input(const char *field) {
        auto *found = page().panel()->form()->findChild<QWidget *>(QLatin1String(field));
        EXPECT_TRUE(found) << field;
        return found;
    }
    QLineEdit *line(const char *field) {
        auto *combo = qobject_cast<QComboBox *>(input(field));
        return combo ? combo->lineEdit() : qobject_cast<QLineEdit *>(input(field));
    }
    QString stripText() { return page().findChild<StripMessage *>()->text(); }
    /// What is said below the fields of the form.
    QStringList messages() {
        QStringList texts;
        for (const QLabel *label :
             page().panel()->form()->findChildren<QLabel *>(QStringLiteral("fieldMessage")))
            texts << label->text();
        return texts;
    }

    int columnOf(const char *field) {
        const int at = ledger().fieldIndex(model().kind(), QLatin1String(field));
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().fieldAt(column) == at)
                return column;
        ADD_FAILURE() << field;
        return -1;
    }
    QModelIndex cell(int row, const char *field) { return model().index(row, columnOf(field)); }
    Value stored(qint64 id, const char *field) {
        const auto record = ledger().record(model().kind(), id);
        EXPECT_TRUE(record);
        const int at = ledger().fieldIndex(model().kind(), QLatin1String(field));
        return record ? record->values[std::size_t(at)] : Value();
    }

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
    /// Types over a field of the form and leaves it.
    void fill(const char *field, const QString &text) {
        line(field)->setFocus();
        ASSERT_TRUE(QTest::qWaitFor([&] { return line(field)->hasFocus(); }, 5000)) << field;
        line(field)->selectAll();
        if (text.isEmpty())
            press(Qt::Key_Delete);
        type(text);
        if (QApplication::activePopupWidget()) // as the display server delivers it: an open list is asked
                                               // first
            QTest::keyClick(window->windowHandle(), Qt::Key_Tab);
        else
            press(Qt::Key_Tab);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !QApplication::activePopupWidget(); }, 5000)) << field;
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }

    QStringList questions;
    bool answer = true;
};

} // namespace yipi::gui
