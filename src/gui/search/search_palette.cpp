// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search/search_palette.h"

#include "gui/search/ledger_search.h"
#include "gui/search/search_delegate.h"
#include "gui/search/search_model.h"
#include "gui/search/search_preview.h"
#include "gui/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace yipi::gui {

using services::SearchKind;

namespace {

constexpr QSize kSize{700, 520};
constexpr int kTop = 38; ///< below the menu bar
constexpr int kMargin = 16;
constexpr int kPageStep = 8;
constexpr std::size_t kMostPerKind = 6;
constexpr std::size_t kMostRecent = 6;

QIcon iconOf(SearchKind kind) {
    static const std::array kNames{"table", "group", "user", "warn", "map", "link", "flag"};
    return icon(QLatin1String(kNames[std::size_t(kind)]));
}

bool isSame(const SearchEntry &a, const SearchEntry &b) {
    if (a.hit && b.hit)
        return a.hit->kind == b.hit->kind && a.hit->id == b.hit->id && a.title == b.title;
    return !a.hit && !b.hit && a.action == b.action;
}

} // namespace

SearchPalette::SearchPalette(CommandSearch commands, QKeyCombination keys, QList<QAction *> common,
                             QWidget *window)
    : QFrame(window)
    , m_commands(std::move(commands))
    , m_keys(keys)
    , m_common(std::move(common))
    , m_edit(new QLineEdit(this))
    , m_model(new SearchModel(this))
    , m_list(new QListView(this))
    , m_preview(new SearchPreview(this))
    , m_status(new QLabel(this))
    , m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("searchPalette"));
    setProperty("role", QStringLiteral("popover"));
    setAccessibleName(tr("搜索"));
    m_edit->setObjectName(QStringLiteral("searchEdit"));
    m_edit->setPlaceholderText(tr("搜索项目、企业、人员、问题或命令，可用拼音或首字母"));
    m_edit->setAccessibleName(tr("搜索项目、企业、人员、问题或命令"));
    m_edit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(m_list));
    m_list->setAccessibleName(tr("搜索结果"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_status->setObjectName(QStringLiteral("searchStatus"));
    m_status->setAlignment(Qt::AlignCenter);
    m_status->setWordWrap(true);
    m_status->setProperty("role", QStringLiteral("label"));
    m_hint->setProperty("role", QStringLiteral("note"));
    m_hint->setContentsMargins(12, 4, 12, 4);

    auto *answers = new QHBoxLayout;
    answers->setSpacing(0);
    answers->addWidget(m_list, 1);
    answers->addWidget(m_status, 1);
    answers->addWidget(m_preview);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(10, 10, 10, 10);
    field->addWidget(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 2, 2);
    column->setSpacing(0);
    column->addLayout(field);
    column->addLayout(answers, 1);
    column->addWidget(m_hint);

    connect(m_edit, &QLineEdit::textChanged, this, &SearchPalette::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SearchPalette::showCurrent);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    m_edit->installEventFilter(this);
    qApp->installEventFilter(this);
    hide();
}

void SearchPalette::setLedger(const services::LedgerService *ledger, LedgerSearch *search) {
    dismiss();
    m_recent.clear();
    m_ledger = ledger;
    m_search = search;
    if (search)
        connect(search, &LedgerSearch::loaded, this, [this] {
            if (isVisible())
                refresh();
        });
}

void SearchPalette::toggle(QDate asOf) {
    if (isVisible()) {
        dismiss();
        return;
    }
    m_asOf = asOf;
    m_formerFocus = QApplication::focusWidget();
    place();
    show();
    raise();
    m_edit->clear();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    refresh();
}

void SearchPalette::dismiss() {
    if (isHidden())
        return;
    hide();
    if (m_formerFocus && m_formerFocus->isVisible())
        m_formerFocus->setFocus(Qt::OtherFocusReason);
}

void SearchPalette::place() {
    const QSize room = parentWidget()->size() - QSize(2 * kMargin, kTop + kMargin);
    resize(kSize.boundedTo(room));
    move((parentWidget()->width() - width()) / 2, kTop);
}

bool SearchPalette::eventFilter(QObject *watched, QEvent *event) {
    // A line edit would take Ctrl+K for “delete to the end” and never let the shortcut through.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->keyCombination() == m_keys) {
        event->ignore();
        return true;
    }
    if (isHidden())
        return false;
    if (watched == m_edit && event->type() == QEvent::KeyPress)
        return pressed(static_cast<QKeyEvent *>(event)->keyCombination());
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget != this && !isAncestorOf(widget) && widget->window() == window())
            dismiss();
    }
    return false;
}

bool SearchPalette::pressed(QKeyCombination keys) {
    const int row = m_list->currentIndex().row();
    switch (keys.key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        setCurrent(m_model->choosable(row + 1, 1));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        setCurrent(m_model->choosable(row - 1, -1));
        return true;
    case Qt::Key_PageDown:
        setCurrent(m_model->choosable(std::min(row + kPageStep, m_model->rowCount() - 1), -1));
        return true;
    case Qt::Key_PageUp:
        setCurrent(m_model->choosable(std::max(row - kPageStep, 0), 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (keys.keyboardModifiers() & Qt::ControlModifier)
            chooseDetails(row);
        else
            choose(row);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void SearchPalette::refresh() {
    m_problem.clear();
    if (m_edit->text().trimmed().isEmpty())
        showProposals();
    else
        showAnswers();
    setCurrent(m_model->choosable(0, 1));
    showCurrent();
    const bool isLoading = m_search && m_search->isLoading() && !m_search->service().isReady();
    if (m_model->rowCount() == 0)
        showStatus(!m_problem.isEmpty() ? m_problem
                   : isLoading          ? tr("正在建立搜索索引…")
                                        : tr("没有找到“%1”").arg(m_edit->text().trimmed()));
    else
        showStatus({});
    m_hint->setText(isLoading ? tr("正在建立搜索索引，项目、企业和人员稍后可搜")
                    : m_problem.isEmpty() ? tr("↑↓ 选择　Enter 打开　Esc 关闭　　拼音、首字母、汉字可混用")
                                          : m_problem);
}

void SearchPalette::showProposals() {
    std::vector<SearchSection> sections;
    if (!m_recent.empty())
        sections.push_back({tr("最近"), {}, pinyin::MatchQuality::Exact, m_recent});
    SearchSection common{tr("常用"), {}, pinyin::MatchQuality::Exact, {}};
    for (QAction *action : m_common)
        if (action->isEnabled())
            common.entries.push_back(entryOf(action));
    if (!common.entries.empty())
        sections.push_back(std::move(common));
    m_model->setSections(std::move(sections), {});
}

std::vector<SearchSection> SearchPalette::ledgerSections(const QString &typed) {
    std::vector<SearchSection> sections;
    if (!m_search)
        return sections;
    m_problem = m_search->problem();
    const auto groups = m_search->service().search(typed, m_asOf, kMostPerKind);
    if (!groups) {
        m_problem = groups.error().text();
        return sections;
    }
    for (const services::SearchGroup &group : *groups) {
        SearchSection section{title(group.kind), {}, group.hits.front().quality, {}};
        if (group.isCut)
            section.note = tr("多于 %1 个").arg(group.total);
        else if (group.total > group.hits.size())
            section.note = tr("共 %1 个").arg(group.total);
        for (const services::SearchHit &hit : group.hits)
            section.entries.push_back({hit.title, hit.detail, {}, iconOf(hit.kind), hit, {}});
        sections.push_back(std::move(section));
    }
    return sections;
}

void SearchPalette::showAnswers() {
    const QString typed = m_edit->text();
    std::vector<SearchSection> sections = ledgerSections(typed);
    for (SearchSection &section : m_commands.find(typed, kMostPerKind))
        sections.push_back(std::move(section));
    std::ranges::stable_sort(sections, {}, &SearchSection::quality);
    m_model->setSections(std::move(sections), typed);
}

void SearchPalette::showStatus(const QString &text) {
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
    m_list->setVisible(text.isEmpty());
    m_preview->setVisible(text.isEmpty());
    if (!text.isEmpty())
        m_edit->setAccessibleDescription(text);
}

void SearchPalette::setCurrent(int row) {
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (m_model->choosable(0, 1) == row)
        m_list->scrollToTop(); // with its heading
}

void SearchPalette::showCurrent() {
    const QModelIndex index = m_list->currentIndex();
    m_preview->show(m_model->entry(index.row()), m_ledger, m_asOf);
    m_edit->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void SearchPalette::remember(const SearchEntry &entry) {
    std::erase_if(m_recent, [&](const SearchEntry &known) { return isSame(known, entry); });
    m_recent.insert(m_recent.begin(), entry);
    if (m_recent.size() > kMostRecent)
        m_recent.pop_back();
}

void SearchPalette::chooseDetails(int row) {
    using services::SearchKind;
    const SearchEntry *found = m_model->entry(row);
    const bool isProject =
        found && found->hit &&
        (found->hit->kind == SearchKind::Project || found->hit->kind == SearchKind::Problem);
    if (!isProject) {
        choose(row);
        return;
    }
    const SearchEntry entry = *found; // the model may change below
    remember(entry);
    dismiss();
    Q_EMIT detailsRequested(entry.hit->id);
}

void SearchPalette::choose(int row) {
    const SearchEntry *found = m_model->entry(row);
    if (!found)
        return;
    const SearchEntry entry = *found; // the model may change below
    remember(entry);
    dismiss();
    if (entry.hit)
        Q_EMIT chosen(*entry.hit);
    else if (entry.action)
        entry.action->trigger();
}

} // namespace yipi::gui
