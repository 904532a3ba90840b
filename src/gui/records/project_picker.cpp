// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/project_picker.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>

namespace yipi::gui {

namespace {

constexpr std::size_t kFound = 60;
constexpr int kListHeight = 150;

/// What people separate codes by when they paste several.
const QRegularExpression &separators() {
    static const QRegularExpression kSeparators(QStringLiteral("[\\s,，、;；]+"));
    return kSeparators;
}

} // namespace

ProjectPicker::ProjectPicker(const services::LedgerService &ledger, QWidget *parent)
    : QFrame(parent)
    , m_ledger(ledger)
    , m_title(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_found(new QListWidget(this))
    , m_add(new QPushButton(this))
    , m_problem(new QLabel(this)) {
    setProperty("strip", QStringLiteral("info"));
    setAccessibleName(tr("添加项目"));
    m_search->setObjectName(QStringLiteral("pickerSearch"));
    m_search->setPlaceholderText(tr("编号、名称、投资方；可以粘贴多个编号"));
    m_search->setAccessibleName(tr("查找要添加的项目"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("pickerFound"));
    m_found->setAccessibleName(tr("找到的项目"));
    m_found->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_found->setUniformItemSizes(true);
    m_found->setFixedHeight(kListHeight);
    m_add->setObjectName(QStringLiteral("pickerAdd"));
    m_add->setProperty("role", QStringLiteral("primary"));
    auto *close = new QPushButton(tr("完成"), this);
    close->setObjectName(QStringLiteral("pickerClose"));
    m_problem->setObjectName(QStringLiteral("pickerProblem"));
    m_problem->setProperty("role", QStringLiteral("red"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_search, 1);
    row->addWidget(m_add);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 10, 6);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_found);
    column->addWidget(m_problem);
    connect(m_search, &QLineEdit::textChanged, this, &ProjectPicker::search);
    connect(m_found, &QListWidget::itemSelectionChanged, this, &ProjectPicker::showChoice);
    connect(m_found, &QListWidget::itemActivated, this, &ProjectPicker::submit);
    connect(m_add, &QPushButton::clicked, this, &ProjectPicker::submit);
    connect(close, &QPushButton::clicked, this, &ProjectPicker::closed);
    hide();
}

void ProjectPicker::open(const QString &title, std::unordered_set<qint64> listed) {
    m_title->setText(title);
    m_listed = std::move(listed);
    m_search->clear();
    search();
    show();
    m_search->setFocus();
}

void ProjectPicker::setListed(std::unordered_set<qint64> listed) {
    m_listed = std::move(listed);
    search();
}

void ProjectPicker::showProblem(const QString &text) {
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ProjectPicker::search() {
    showProblem({});
    const QString typed = m_search->text().trimmed();
    std::vector<ProjectSuggestion> found = suggestProjects(m_ledger, typed, kFound);
    QStringList unknown;
    const bool isSeveral = found.empty() && typed.contains(separators());
    if (isSeveral)
        for (const QString &word : typed.split(separators(), Qt::SkipEmptyParts)) {
            const auto id = m_ledger.findProject(word);
            const auto one = id ? suggestProjects(m_ledger, word, kFound) : std::vector<ProjectSuggestion>();
            const auto it =
                std::find_if(one.begin(), one.end(), [&](const auto &project) { return project.id == *id; });
            if (it != one.end())
                found.push_back(*it);
            else
                unknown << word;
        }
    const QSignalBlocker quiet(m_found);
    m_found->clear();
    for (const ProjectSuggestion &project : found) {
        const bool isListed = m_listed.contains(project.id);
        auto *item = new QListWidgetItem(isListed ? tr("%1　已在本批").arg(project.text()) : project.text());
        item->setData(Qt::UserRole, project.id);
        if (isListed)
            item->setFlags(Qt::NoItemFlags);
        m_found->addItem(item);
        item->setSelected(isSeveral && !isListed);
    }
    if (!unknown.isEmpty())
        showProblem(tr("没有找到：%1").arg(unknown.join(QStringLiteral("、"))));
    else if (found.empty())
        showProblem(typed.isEmpty() ? tr("台账中还没有项目") : tr("没有找到“%1”").arg(typed));
    showChoice();
}

std::vector<qint64> ProjectPicker::chosen() const {
    std::vector<qint64> ids;
    for (const QListWidgetItem *item : m_found->selectedItems())
        ids.push_back(item->data(Qt::UserRole).toLongLong());
    return ids;
}

void ProjectPicker::showChoice() {
    const std::size_t count = chosen().size();
    m_add->setText(tr("添加 %1 个").arg(count));
    m_add->setEnabled(count > 0);
}

void ProjectPicker::submit() {
    if (const auto ids = chosen(); !ids.empty())
        Q_EMIT picked(ids);
}

bool ProjectPicker::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Down || (isEnter && chosen().empty())) {
        for (int row = 0; row < m_found->count(); ++row)
            if (m_found->item(row)->flags() & Qt::ItemIsEnabled) {
                m_found->setCurrentRow(row);
                m_found->setFocus();
                break;
            }
        return true;
    }
    if (isEnter)
        submit();
    return isEnter;
}

void ProjectPicker::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
