// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/main_actions.h"

#include "gui/shell/page_registry.h"
#include "gui/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace yipi::gui {
namespace {
const QKeySequence kExportKeys(Qt::CTRL | Qt::Key_E);
const QKeySequence kSearchKeys(Qt::CTRL | Qt::Key_K);
constexpr int kSearchWidth = 330;

/// Looks like a field to type into, and opens the search.
QToolButton *searchButton(QAction *search, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("searchButton"));
    button->setText(QCoreApplication::translate("MainActions", "搜索项目、企业、人员、问题或命令"));
    button->setAccessibleName(button->text());
    button->setIcon(search->icon());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFixedWidth(kSearchWidth);
    auto *keys = new QLabel(kSearchKeys.toString(QKeySequence::NativeText), button);
    keys->setProperty("role", QStringLiteral("keys"));
    keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *row = new QHBoxLayout(button);
    row->setContentsMargins(0, 4, 5, 4);
    row->addStretch();
    row->addWidget(keys);
    QObject::connect(button, &QToolButton::clicked, search, &QAction::trigger);
    return button;
}
} // namespace

MainActions::MainActions(QMenuBar *bar)
    : QObject(bar) {
    QMenu *file = bar->addMenu(tr("文件(&F)"));
    create = add(file, tr("新建台账(&N)…"), QKeySequence::New, QStringLiteral("file"));
    open = add(file, tr("打开(&O)…"), QKeySequence::Open);
    demo = add(file, tr("打开演示台账(&D)"));
    file->addSeparator();
    backup = add(file, tr("备份(&B)…"), {}, QStringLiteral("copy"));
    restore = add(file, tr("恢复(&R)…"), {}, QStringLiteral("ret"));
    verify = add(file, tr("校验(&V)"), {}, QStringLiteral("check"));
    file->addSeparator();
    quit = add(file, tr("退出(&X)"), QKeySequence::Quit);

    m_edit = bar->addMenu(tr("编辑(&E)"));
    undo = add(m_edit, tr("撤销"), QKeySequence(Qt::CTRL | Qt::Key_Z), QStringLiteral("undo"));
    redo = add(m_edit, tr("重做"), QKeySequence(Qt::CTRL | Qt::Key_Y), QStringLiteral("redo"));
    search = add(m_edit, tr("搜索…"), kSearchKeys, QStringLiteral("search"));
    history = add(m_edit, tr("修改记录(&H)…"), QKeySequence(Qt::CTRL | Qt::Key_H), QStringLiteral("hist"));
    m_edit->addSeparator();

    QMenu *view = bar->addMenu(tr("视图(&V)"));
    int number = 0;
    for (const PageEntry &entry : pageEntries()) {
        const QKeySequence keys =
            entry.isListed ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number++)) : QKeySequence();
        pages << add(view, entry.title, keys, entry.iconName);
        pages.last()->setVisible(entry.isListed);
    }
    view->addSeparator();
    back = add(view, tr("后退"), QKeySequence(Qt::ALT | Qt::Key_Left), QStringLiteral("left"));
    forward = add(view, tr("前进"), QKeySequence(Qt::ALT | Qt::Key_Right), QStringLiteral("right"));
    previousMonth = add(view, tr("上一月"), QKeySequence(Qt::Key_BracketLeft));
    nextMonth = add(view, tr("下一月"), QKeySequence(Qt::Key_BracketRight));
    refresh = add(view, tr("重新计算"), QKeySequence(Qt::Key_F5), QStringLiteral("sync"));
    view->addSeparator();
    navigation = add(view, tr("收起导航"), QKeySequence(Qt::CTRL | Qt::Key_B));
    navigation->setCheckable(true);

    QMenu *data = bar->addMenu(tr("数据(&D)"));
    import = add(data, tr("导入(&I)…"), {}, QStringLiteral("imp"));
    exportLedger = add(data, tr("导出(&E)…"), kExportKeys, QStringLiteral("exp"));
    exportByZone = add(data, tr("按开发区导出(&Z)…"));
    data->addSeparator();
    fillTemplate = add(data, tr("下载填报模板(&T)…"));
    fillForms = add(data, tr("按开发区生成下月填报表(&F)…"));

    QMenu *reports = bar->addMenu(tr("报表(&R)"));
    bulletin = add(reports, tr("三个一批月度通报"), {}, QStringLiteral("doc"));

    QMenu *tools = bar->addMenu(tr("工具(&T)"));
    tools->addAction(verify);
    tools->addAction(backup);

    QMenu *help = bar->addMenu(tr("帮助(&H)"));
    about = add(help, tr("关于一批"), {}, QStringLiteral("info"));

    auto *corner = new QWidget(bar);
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(2);
    row->addWidget(searchButton(search, corner));
    row->addSpacing(6);
    for (QAction *action : {undo, redo}) {
        auto *button = new QToolButton(corner);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    }
    bar->setCornerWidget(corner, Qt::TopRightCorner);
    setLedgerOpen(false, false);
    setUndo({}, {}, false, false);
}

QAction *MainActions::add(QMenu *menu, const QString &text, const QKeySequence &keys,
                          const QString &iconName) {
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    return action;
}

void MainActions::setLedgerOpen(bool isOpen, bool isWritable) {
    for (QAction *action : {backup, verify, history, navigation, previousMonth, nextMonth, refresh,
                            exportLedger, exportByZone, fillForms, bulletin})
        action->setEnabled(isOpen);
    for (QAction *action : pages)
        action->setEnabled(isOpen);
    import->setEnabled(isOpen && isWritable);
    back->setEnabled(false);
    forward->setEnabled(false);
}

void MainActions::setPageActions(const QList<QAction *> &actions) {
    for (QAction *action : m_pageActions)
        m_edit->removeAction(action);
    m_pageActions = actions;
    m_edit->addActions(actions);
    // Of two actions with one shortcut Qt carries out neither: what the page exports goes before the ledger.
    const bool isTaken = std::any_of(actions.begin(), actions.end(),
                                     [](const QAction *action) { return action->shortcut() == kExportKeys; });
    exportLedger->setShortcut(isTaken ? QKeySequence() : kExportKeys);
}

void MainActions::setUndo(const QString &undoTitle, const QString &redoTitle, bool canUndo, bool canRedo) {
    undo->setText(canUndo ? tr("撤销 %1").arg(undoTitle) : tr("撤销"));
    redo->setText(canRedo ? tr("重做 %1").arg(redoTitle) : tr("重做"));
    undo->setEnabled(canUndo);
    redo->setEnabled(canRedo);
}

} // namespace yipi::gui
