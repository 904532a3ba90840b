// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rules_page.h"

#include "gui/rules/rule_list.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/save_file_name.h"
#include "services/report_service.h"
#include "ui_rules_page.h" // with the form and the two views

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardItemModel>

namespace yipi::gui {

using indicators::RuleSet;

namespace {

constexpr int kSetRowHeight = 28;

RulesPage::Leaving askLeaving(QWidget *parent, const QString &name) {
    QMessageBox box(QMessageBox::Question, RulesPage::tr("口径未保存"),
                    RulesPage::tr("口径“%1”的修改还没有保存。").arg(name), QMessageBox::NoButton, parent);
    auto *save = box.addButton(RulesPage::tr("保存"), QMessageBox::AcceptRole);
    auto *discard = box.addButton(RulesPage::tr("放弃修改"), QMessageBox::DestructiveRole);
    box.addButton(RulesPage::tr("继续编辑"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == save      ? RulesPage::Leaving::Save
           : box.clickedButton() == discard ? RulesPage::Leaving::Discard
                                            : RulesPage::Leaving::Stay;
}

QString askForRuleFile(QWidget *parent, const QString &suggestion) {
    const QString filter = RulesPage::tr("口径文件 (*.json)");
    return suggestion.isEmpty()
               ? QFileDialog::getOpenFileName(parent, RulesPage::tr("导入口径文件"), {}, filter)
               : askSaveFileName(parent, RulesPage::tr("导出口径文件"), suggestion, filter);
}

} // namespace

RulesPage::RulesPage(const Workspace &workspace, QWidget *parent)
    : Page(workspace, parent)
    , m_ui(std::make_unique<Ui::RulesPage>())
    , m_sets(new QStandardItemModel(this)) {
    m_ui->setupUi(this);
    m_askLeave = [this](const QString &name) { return askLeaving(this, name); };
    m_choose = [this](const QString &suggestion) { return askForRuleFile(this, suggestion); };
    m_confirm = [this](const QString &question) {
        return QMessageBox::question(this, tr("删除口径"), question) == QMessageBox::Yes;
    };
    for (RuleCompareView *view : {m_ui->preview, m_ui->compare}) {
        view->setWorkspace(&this->workspace());
        connect(view, &RuleCompareView::projectListRequested, this, &Page::projectListRequested);
    }
    m_ui->saveAsBar->hide();
    m_ui->splitter->setSizes({236, 520, 660});
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setStretchFactor(2, 1);
    setUpList();
    setUpActions();
    setUpCompare();
    connect(m_ui->form, &RuleSetForm::edited, this, &RulesPage::draftChanged);
    connect(m_ui->form, &RuleSetForm::rateChosen, m_ui->preview, &RuleCompareView::chooseRate);
    connect(&workspace.ledger, &services::LedgerService::ledgerChanged, this, [this] {
        if (isVisible()) {
            tryDraft();
            compareSets();
        }
    });
}

RulesPage::~RulesPage() = default;

bool RulesPage::isComputing() const {
    return m_ui->preview->isBusy() || m_ui->compare->isBusy();
}

void RulesPage::setUpList() {
    QTableView *view = m_ui->setView;
    m_sets->setHorizontalHeaderLabels({tr("口径"), tr("版本"), tr("状态")});
    view->setModel(m_sets);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(kSetRowHeight);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->setColumnWidth(1, 56);
    view->setColumnWidth(2, 70);
    view->setItemDelegate(new FigureDelegate(view));
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                const QString id = current.siblingAtColumn(0).data(kRuleIdRole).toString();
                if (m_isListing || id.isEmpty() || id == m_selected)
                    return;
                // The list is made anew by it, which must not happen while it reports.
                QMetaObject::invokeMethod(
                    this,
                    [this, id] {
                        select(id);
                        showList(); // also when the form stays with the former one
                    },
                    Qt::QueuedConnection);
            });
}

void RulesPage::setUpActions() {
    connect(m_ui->saveButton, &QPushButton::clicked, this, &RulesPage::save);
    connect(m_ui->revertButton, &QPushButton::clicked, this, &RulesPage::showSelected);
    connect(m_ui->saveAsButton, &QPushButton::clicked, this, &RulesPage::openSaveAs);
    connect(m_ui->useButton, &QPushButton::clicked, this, &RulesPage::use);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &RulesPage::remove);
    connect(m_ui->importButton, &QPushButton::clicked, this, &RulesPage::importFile);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &RulesPage::exportFile);
    connect(m_ui->reloadButton, &QPushButton::clicked, this, &RulesPage::reload);
    connect(m_ui->newSave, &QPushButton::clicked, this, &RulesPage::saveAs);
    connect(m_ui->newId, &QLineEdit::returnPressed, this, &RulesPage::saveAs);
    connect(m_ui->newName, &QLineEdit::returnPressed, this, &RulesPage::saveAs);
    connect(m_ui->newCancel, &QPushButton::clicked, m_ui->saveAsBar, &QWidget::hide);
    const auto add = [this](const QString &text, const char *iconName, const QKeySequence &keys,
                            QPushButton *button) {
        auto *action = new QAction(icon(QLatin1String(iconName)), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("保存口径"), "check", QKeySequence::Save, m_ui->saveButton);
    add(tr("口径另存为…"), "copy", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), m_ui->saveAsButton);
    add(tr("还原口径"), "undo", {}, m_ui->revertButton);
    add(tr("设为本台账口径"), "pin", {}, m_ui->useButton);
    add(tr("导入口径…"), "imp", {}, m_ui->importButton);
    add(tr("导出口径…"), "exp", {}, m_ui->exportButton);
    add(tr("删除口径…"), "x", {}, m_ui->deleteButton);
}

void RulesPage::setUpCompare() {
    for (QComboBox *box : {m_ui->boxA, m_ui->boxB})
        connect(box, &QComboBox::currentIndexChanged, this, &RulesPage::compareSets);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_ui->compare->chosenRate().isEmpty())
            m_ui->compare->chooseRate(m_ui->form->rateId());
        compareSets();
    });
}

const RuleSet *RulesPage::selected() const {
    return workspace().figures.library().set(m_selected);
}

bool RulesPage::isOwn() const {
    const services::StoredRules *file = workspace().figures.library().file(m_selected);
    return file && file->isOwn;
}

void RulesPage::setScope(const services::FigureScope &scope) {
    m_scope = scope;
    if (m_selected.isEmpty() || !selected()) {
        const auto used = workspace().figures.ruleSet(scope.rulesId);
        m_selected = used ? (*used)->id : QString();
        showSelected();
    }
    showList();
    tryDraft();
    compareSets();
}

void RulesPage::showList() {
    m_isListing = true;
    const services::RuleLibrary &library = workspace().figures.library();
    const int current = listRuleSets(*m_sets, workspace().figures, m_scope.asOf, m_selected);
    if (current >= 0)
        m_ui->setView->setCurrentIndex(m_sets->index(current, 0));
    for (QComboBox *box : {m_ui->boxA, m_ui->boxB}) {
        const QSignalBlocker quiet(box);
        const QString wanted = box->currentData().toString();
        box->clear();
        for (const RuleSet &set : library.sets())
            box->addItem(set.name, set.id);
        const int row = box->findData(wanted);
        const int other = box == m_ui->boxA ? box->findData(m_scope.rulesId) : box->findData(m_selected);
        box->setCurrentIndex(row >= 0 ? row : std::max(0, other));
    }
    if (m_ui->boxA->currentIndex() == m_ui->boxB->currentIndex() && m_ui->boxB->count() > 1) {
        const QSignalBlocker quiet(m_ui->boxB);
        m_ui->boxB->setCurrentIndex(m_ui->boxA->currentIndex() == 0 ? 1 : 0);
    }
    m_isListing = false;
}

void RulesPage::select(const QString &id) {
    if (id == m_selected || !mayLeave())
        return;
    m_selected = id;
    showList();
    showSelected();
}

void RulesPage::showSelected() {
    m_ui->saveAsBar->hide();
    const RuleSet *set = selected();
    m_ui->formSide->setEnabled(set != nullptr);
    if (!set)
        return;
    std::vector<CampaignKey> campaigns;
    for (const Campaign &campaign : workspace().ledger.campaigns())
        campaigns.push_back(campaign.key());
    m_ui->form->setChoices(workspace().figures.library().lights(), std::move(campaigns));
    m_ui->form->setRuleSet(*set);
    draftChanged();
}

void RulesPage::draftChanged() {
    showState();
    tryDraft();
}

void RulesPage::showState() {
    const RuleSet *set = selected();
    if (!set)
        return;
    const bool isChanged = m_ui->form->isChanged(), isValid = m_ui->form->draft().has_value();
    const auto used = workspace().figures.ruleSet({});
    const bool isUsed = used && (*used)->id == m_selected;
    m_ui->subjectLabel->setText(set->name);
    m_ui->subjectLabel->setToolTip(set->description);
    m_ui->originChip->setText(isOwn() ? tr("自有　%1").arg(m_selected) : tr("预置·只读"));
    m_ui->originChip->setToolTip(isOwn() ? QString() : tr("改动可以试算，另存为自有口径后保留"));
    m_ui->dirtyChip->setVisible(isChanged);
    m_ui->dirtyChip->setText(isValid ? tr("未保存") : tr("有误，未保存"));
    m_ui->saveButton->setEnabled(isOwn() && isChanged && isValid);
    m_ui->saveButton->setToolTip(!isOwn()    ? tr("预置口径只读，请另存为自有口径")
                                 : !isValid  ? tr("请先改正标红的一项")
                                 : isChanged ? QString()
                                             : tr("没有修改"));
    m_ui->revertButton->setEnabled(isChanged);
    m_ui->saveAsButton->setEnabled(isValid);
    m_ui->useButton->setEnabled(!isUsed && !isChanged);
    m_ui->useButton->setText(isUsed ? tr("本台账正在使用") : tr("设为本台账口径"));
    m_ui->useButton->setToolTip(isChanged ? tr("请先保存修改") : QString());
    m_ui->deleteButton->setEnabled(isOwn());
    m_ui->deleteButton->setToolTip(isOwn() ? QString() : tr("预置口径不能删除"));
    m_ui->exportButton->setEnabled(isValid);
}

void RulesPage::tryDraft() {
    const auto &draft = m_ui->form->draft();
    if (const RuleSet *set = selected(); !set)
        m_ui->preview->suspend(tr("没有选中口径"));
    else if (!draft)
        m_ui->preview->suspend(tr("标红的一项改正后继续试算"));
    else
        m_ui->preview->compare(*set, *draft, tr("已保存"), tr("编辑中"), m_scope);
}

void RulesPage::compareSets() {
    if (m_ui->tabs->currentWidget() != m_ui->compareTab)
        return;
    const services::RuleLibrary &library = workspace().figures.library();
    const RuleSet *a = library.set(m_ui->boxA->currentData().toString());
    const RuleSet *b = library.set(m_ui->boxB->currentData().toString());
    if (!a || !b)
        return;
    QStringList notices{a->noticeFor(m_scope.asOf), b->noticeFor(m_scope.asOf)};
    notices.removeAll(QString());
    m_ui->compareNotice->setText(notices.join(QString()));
    m_ui->compareNotice->setHidden(notices.isEmpty());
    m_ui->compare->compare(*a, *b, a->name, b->name, m_scope);
}

bool RulesPage::mayLeave() {
    if (!selected() || !m_ui->form->isChanged())
        return true;
    switch (m_askLeave(selected()->name)) {
    case Leaving::Discard:
        showSelected();
        return true;
    case Leaving::Save:
        if (isOwn())
            return save();
        openSaveAs(); // a preset can't be saved: the person names the new one first
        return false;
    case Leaving::Stay:
        break;
    }
    return false;
}

bool RulesPage::save() {
    const auto &draft = m_ui->form->draft();
    if (!draft) {
        m_ui->strip->showError(draft.error());
        return false;
    }
    const RuleSet set = *draft;
    const auto version = workspace().figures.library().save(set);
    if (!version) {
        m_ui->strip->showError(version.error());
        return false;
    }
    libraryChanged(set.id);
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已保存口径“%1”，%2 版").arg(set.name, *version));
    return true;
}

void RulesPage::openSaveAs() {
    const auto &draft = m_ui->form->draft();
    if (!draft) {
        m_ui->strip->showError(draft.error());
        return;
    }
    const bool isNamed = draft->name != selected()->name;
    m_ui->newName->setText(isNamed ? draft->name : tr("%1（自有）").arg(draft->name));
    m_ui->newId->setText(m_selected + QStringLiteral("-own"));
    m_ui->newReason->clear();
    m_ui->saveAsBar->show();
    m_ui->newName->setFocus();
    m_ui->newName->selectAll();
}

void RulesPage::saveAs() {
    const auto &draft = m_ui->form->draft();
    if (!draft) {
        m_ui->newReason->setText(draft.error().message);
        return;
    }
    RuleSet set = *draft;
    set.name = m_ui->newName->text().trimmed();
    const QString id = m_ui->newId->text().trimmed();
    if (const auto saved = workspace().figures.library().saveAs(set, id); !saved) {
        m_ui->newReason->setText(saved.error().text());
        return;
    }
    libraryChanged(id);
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已存为自有口径“%1”").arg(set.name));
}

void RulesPage::remove() {
    const RuleSet *set = selected();
    if (!set || !isOwn() ||
        !m_confirm(tr("删除自有口径“%1”？文件 %2 将被删去，不能撤销。")
                       .arg(set->name, workspace().figures.library().file(m_selected)->path)))
        return;
    const QString name = set->name;
    if (const auto removed = workspace().figures.removeRules(m_selected); !removed) {
        m_ui->strip->showError(removed.error());
        return;
    }
    libraryChanged(m_selected);
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已删除口径“%1”").arg(name));
}

void RulesPage::use() {
    if (const auto done = workspace().ledger.setRuleSetId(m_selected); !done) {
        m_ui->strip->showError(done.error());
        return;
    }
    libraryChanged(m_selected, m_selected);
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("本台账改用口径“%1”").arg(selected()->name));
}

void RulesPage::importFile() {
    if (!mayLeave())
        return;
    const QString path = m_choose({});
    if (path.isEmpty())
        return;
    const auto id = workspace().figures.library().take(path);
    if (!id) {
        m_ui->strip->showError(id.error());
        return;
    }
    libraryChanged(*id);
    m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已导入口径“%1”").arg(selected()->name));
}

void RulesPage::exportFile() {
    const auto &draft = m_ui->form->draft();
    if (!draft)
        return;
    const QString path = m_choose(m_selected + QStringLiteral(".json"));
    if (path.isEmpty())
        return;
    // Lights in full: the other computer may not have them under a name.
    if (const auto written = services::writeFile(path, indicators::toJson(*draft)); !written)
        m_ui->strip->showError(written.error());
    else
        m_ui->strip->showMessage(StripMessage::Kind::Info, tr("已导出 %1").arg(path));
}

void RulesPage::reload() {
    if (!mayLeave())
        return;
    workspace().figures.library().reload();
    libraryChanged(m_selected);
    const QStringList &problems = workspace().figures.problems();
    if (problems.isEmpty())
        m_ui->strip->showMessage(StripMessage::Kind::Info,
                                 tr("已重新载入 %1 套口径").arg(workspace().figures.ruleSets().size()));
    else
        m_ui->strip->showMessage(StripMessage::Kind::Warn, problems.join(QStringLiteral("；")));
}

void RulesPage::libraryChanged(const QString &selected, const QString &chosen) {
    m_ui->strip->clear();
    m_selected = selected;
    if (!this->selected()) { // was deleted
        const auto used = workspace().figures.ruleSet({});
        m_selected = used ? (*used)->id : QString();
    }
    showSelected();
    showList();
    Q_EMIT ruleSetsChanged(chosen);
}

} // namespace yipi::gui
