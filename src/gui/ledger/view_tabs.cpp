// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/view_tabs.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace yipi::gui {

namespace {

constexpr int kHeight = 34;

} // namespace

ViewTabs::ViewTabs(const Workspace &workspace, const GridView &all, QWidget *parent)
    : QFrame(parent)
    , m_store(workspace)
    , m_all(all)
    , m_views(m_store.load())
    , m_state(all)
    , m_tabs(new QTabBar(this))
    , m_name(new QLineEdit(this))
    , m_note(new QLabel(tr("视图有改动"), this))
    , m_save(new QToolButton(this))
    , m_saveAs(new QToolButton(this)) {
    setFixedHeight(kHeight);
    m_tabs->setObjectName(QStringLiteral("viewTabs"));
    m_tabs->setAccessibleName(tr("视图"));
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setPlaceholderText(tr("视图名称"));
    m_name->setAccessibleName(tr("视图名称，回车保存"));
    m_name->setMaximumWidth(180);
    m_name->installEventFilter(this);
    m_name->hide();
    m_note->setProperty("role", QStringLiteral("label"));
    m_save->setObjectName(QStringLiteral("saveView"));
    m_save->setText(tr("保存"));
    m_save->setAccessibleName(tr("保存视图"));
    m_saveAs->setObjectName(QStringLiteral("saveViewAs"));
    m_saveAs->setText(tr("另存"));
    m_saveAs->setAccessibleName(tr("另存为新视图"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_tabs);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_note);
    row->addWidget(m_save);
    row->addWidget(m_saveAs);
    connect(m_save, &QToolButton::clicked, this, &ViewTabs::save);
    connect(m_saveAs, &QToolButton::clicked, this, &ViewTabs::startSaveAs);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewTabs::takeName);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { Q_EMIT chosen(current()); });
    connect(m_tabs, &QTabBar::tabMoved, this, &ViewTabs::tabMoved);
    connect(m_tabs, &QTabBar::tabBarDoubleClicked, this, &ViewTabs::startRename);
    connect(m_tabs, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        if (const int index = m_tabs->tabAt(place); index >= 0)
            choose(index);
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(m_tabs->mapToGlobal(place));
    });
    fill(0);
}

const GridView &ViewTabs::current() const {
    const int index = m_tabs->currentIndex();
    return index <= 0 ? m_all : m_views[std::size_t(index) - 1];
}

GridView *ViewTabs::saved() {
    const int index = m_tabs->currentIndex();
    return index <= 0 ? nullptr : &m_views[std::size_t(index) - 1];
}

void ViewTabs::fill(int current) {
    {
        const QSignalBlocker blocker(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        m_tabs->addTab(tr("全部"));
        for (const GridView &view : m_views)
            m_tabs->setTabToolTip(m_tabs->addTab(view.name),
                                  view.isShared ? tr("保存在台账里，打开台账的人都能用") : tr("只在本机"));
        m_tabs->setCurrentIndex(current);
    }
    showState();
}

void ViewTabs::showState() {
    const bool modified = isModified();
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString name = i == 0 ? tr("全部") : m_views[std::size_t(i) - 1].name;
        m_tabs->setTabText(i, modified && i == m_tabs->currentIndex() ? name + QStringLiteral(" •") : name);
    }
    m_note->setVisible(modified);
    m_save->setVisible(modified && m_tabs->currentIndex() > 0);
    m_saveAs->setVisible(modified);
}

void ViewTabs::setState(const GridView &state) {
    m_state = state;
    showState();
}

void ViewTabs::choose(int index) {
    m_tabs->setCurrentIndex(index);
}

void ViewTabs::tabMoved(int from, int to) {
    if (from == 0 || to == 0) { // 全部 stays in front
        fill(from == 0 ? 0 : m_tabs->currentIndex());
        return;
    }
    std::swap(m_views[std::size_t(from) - 1], m_views[std::size_t(to) - 1]);
    store();
}

void ViewTabs::store() {
    if (const auto done = m_store.save(m_views); !done)
        Q_EMIT failed(done.error());
}

void ViewTabs::save() {
    GridView *view = saved();
    if (!view) {
        startSaveAs();
        return;
    }
    GridView kept = m_state;
    kept.name = view->name;
    kept.isShared = view->isShared;
    *view = std::move(kept);
    store();
    showState();
}

void ViewTabs::startSaveAs() {
    startNaming(Naming::New, {});
}

void ViewTabs::startRename() {
    if (const GridView *view = saved())
        startNaming(Naming::Rename, view->name);
}

void ViewTabs::startNaming(Naming naming, const QString &name) {
    m_naming = naming;
    m_name->setText(name);
    m_name->setToolTip({});
    m_name->show();
    m_name->setFocus();
    m_name->selectAll();
}

void ViewTabs::takeName() {
    const QString name = m_name->text().trimmed();
    const GridView *renamed = m_naming == Naming::Rename ? saved() : nullptr;
    const bool isTaken =
        name == tr("全部") || std::any_of(m_views.begin(), m_views.end(), [&](const GridView &view) {
            return &view != renamed && view.name == name;
        });
    if (name.isEmpty() || isTaken) {
        m_name->setToolTip(isTaken ? tr("已有视图“%1”").arg(name) : tr("请写视图名称"));
        m_name->setAccessibleDescription(m_name->toolTip());
        return;
    }
    int current = m_tabs->currentIndex();
    if (m_naming == Naming::New) {
        GridView view = m_state;
        view.name = name;
        view.isShared = false;
        m_views.push_back(view);
        current = int(m_views.size());
    } else if (GridView *view = saved()) {
        view->name = name;
    }
    m_naming = Naming::None;
    m_name->hide();
    store();
    fill(current);
}

void ViewTabs::remove() {
    if (!saved())
        return;
    m_views.erase(m_views.begin() + m_tabs->currentIndex() - 1);
    store();
    fill(0);
    Q_EMIT chosen(m_all);
}

void ViewTabs::share(bool shared) {
    GridView *view = saved();
    if (!view || view->isShared == shared)
        return;
    view->isShared = shared;
    if (const auto done = m_store.save(m_views); !done) {
        view->isShared = !shared;
        Q_EMIT failed(done.error());
    }
    fill(m_tabs->currentIndex());
}

void ViewTabs::fillMenu(QMenu &menu) {
    const GridView *view = saved();
    menu.addAction(tr("保存"), this, &ViewTabs::save)->setEnabled(isModified() && view);
    menu.addAction(tr("另存为…"), this, &ViewTabs::startSaveAs);
    QAction *back = menu.addAction(tr("恢复成保存的样子"), this, [this] { Q_EMIT chosen(current()); });
    back->setEnabled(isModified());
    menu.addSeparator();
    menu.addAction(tr("重命名…"), this, &ViewTabs::startRename)->setEnabled(view);
    QAction *shared = menu.addAction(tr("与打开台账的人共用"), this, &ViewTabs::share);
    shared->setCheckable(true);
    shared->setChecked(view && view->isShared);
    shared->setEnabled(view && m_store.canShare());
    const bool canRemove = view && (!view->isShared || m_store.canShare());
    menu.addAction(tr("删除视图"), this, &ViewTabs::remove)->setEnabled(canRemove);
}

bool ViewTabs::eventFilter(QObject *object, QEvent *event) {
    if (object == m_name && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_naming = Naming::None;
        m_name->hide();
        m_tabs->setFocus();
        return true;
    }
    return QFrame::eventFilter(object, event);
}

} // namespace yipi::gui
