// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/explanation_panel.h"

#include "gui/explanation/explanation_model.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"
#include "ui_explanation_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTabBar>

namespace yipi::gui {
namespace {

constexpr QSize kSize{664, 734};
constexpr int kMargin = 8;
constexpr int kRowHeight = 26;
constexpr int kTopWithoutAnchor = 200;
constexpr RowsOf kParts[] = {RowsOf::Numerator, RowsOf::Denominator, RowsOf::Missing, RowsOf::Excluded};

/// The figure the user is at: the focused widget, of a table the current cell; in the window's coordinates.
QRect anchorIn(const QWidget *window, const QWidget *panel) {
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || focus == window || !window->isAncestorOf(focus) || panel->isAncestorOf(focus))
        return {};
    QRect rect = focus->rect();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(focus)) {
        rect = view->visualRect(view->currentIndex());
        rect.moveTopLeft(view->viewport()->mapTo(view, rect.topLeft()));
    }
    return {focus->mapTo(window, rect.topLeft()), rect.size()};
}

} // namespace

ExplanationPanel::ExplanationPanel(QWidget *window)
    : QFrame(window)
    , m_ui(std::make_unique<Ui::ExplanationPanel>())
    , m_model(new ExplanationModel(this))
    , m_table(new FigureTable(kRowHeight, this)) {
    m_ui->setupUi(this);
    setProperty("role", QStringLiteral("popover"));
    m_ui->pin->setIcon(icon(QStringLiteral("pin")));
    m_ui->close->setIcon(icon(QStringLiteral("x")));
    m_ui->copyValue->setIcon(icon(QStringLiteral("copy")));
    m_ui->filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_ui->tabs->setDrawBase(false);
    m_ui->tabs->setExpanding(false);
    for (std::size_t i = 0; i < std::size(kParts); ++i)
        m_ui->tabs->addTab(QString());
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("组成这个数的项目"));
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->empty), m_table, 1);
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, width] : {std::pair{0, 98}, {2, 92}, {3, 66}, {4, 56}, {5, 210}})
        header->resizeSection(column, width);
    header->setSectionResizeMode(ExplanationModel::Name, QHeaderView::Stretch);

    connect(m_ui->tabs, &QTabBar::currentChanged, this, &ExplanationPanel::showRows);
    connect(m_ui->filter, &QLineEdit::textChanged, this, &ExplanationPanel::showRows);
    connect(m_ui->close, &QAbstractButton::clicked, this, &ExplanationPanel::closePanel);
    connect(m_ui->pin, &QAbstractButton::toggled, this, &ExplanationPanel::pinToggled);
    connect(m_ui->openRows, &QAbstractButton::clicked, this, &ExplanationPanel::openInLedger);
    connect(m_ui->copyValue, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_explanation.rate.text()); });
    connect(m_ui->copyText, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            reportSentence(m_explanation.rate, m_scope, m_workspace->ledger.status().city));
    });
    connect(m_table, &FigureTable::cellTriggered, this, [this](const QModelIndex &index) {
        if (index.column() == ExplanationModel::Code)
            Q_EMIT projectListRequested({m_model->projectId(index.row())},
                                        index.siblingAtColumn(ExplanationModel::Name).data().toString());
    });
    qApp->installEventFilter(this);
}

ExplanationPanel::~ExplanationPanel() = default;

void ExplanationPanel::setWorkspace(const Workspace *workspace) {
    m_model->setExplanation(nullptr, nullptr);
    m_explanation = {};
    m_rateId.clear();
    m_workspace = workspace;
    m_ui->pin->setChecked(false);
    hide();
}

Result<void> ExplanationPanel::explain(const QString &rateId, const services::FigureScope &scope,
                                       RowsOf rows) {
    auto explanation = m_workspace->figures.explain(scope, rateId);
    if (!explanation)
        return Failure(explanation.error());
    m_rateId = rateId;
    m_scope = scope;
    m_model->setExplanation(nullptr, nullptr);
    m_explanation = std::move(*explanation);
    m_model->setExplanation(m_workspace, &m_explanation);
    m_ui->filter->clear();
    showRate();
    m_ui->tabs->setCurrentIndex(
        int(std::find(std::begin(kParts), std::end(kParts), rows) - std::begin(kParts)));
    showRows();
    if (!isPinned())
        popUp();
    return {};
}

void ExplanationPanel::refresh() {
    if (isHidden() || m_rateId.isEmpty())
        return;
    if (auto explanation = m_workspace->figures.explain(m_scope, m_rateId)) {
        m_model->setExplanation(nullptr, nullptr);
        m_explanation = std::move(*explanation);
        m_model->setExplanation(m_workspace, &m_explanation);
        showRate();
        showRows();
    }
}

void ExplanationPanel::showRate() {
    const indicators::RateResult &rate = m_explanation.rate;
    const auto rules = m_workspace->figures.ruleSet(m_scope.rulesId);
    const indicators::RateRule *rule = rules ? (*rules)->rate(m_rateId) : nullptr;
    m_words = rule ? wordsOf(*rule) : FigureWords{tr("分子"), tr("分母"), tr("未达")};
    m_ui->title->setText(rate.title);
    m_ui->value->setText(rate.text());
    m_ui->scope->setText(scopeText(*m_workspace, m_scope));
    m_ui->formula->setRate(rate, m_words.numerator, m_words.denominator);
    m_ui->rounding->setText(
        tr("%1 · %2").arg(!rate.isMoney() ? tr("按个数计") : tr("按金额计，亿元"),
                          rate.rounding == Rounding::HalfUp ? tr("四舍五入") : tr("截尾")));
    m_ui->rule->setText(tr("口径：%1　%2").arg(rules ? (*rules)->name : QString(), rate.ruleText));
    BreakdownBars::Parts parts;
    parts.included = m_model->count(RowsOf::Denominator);
    parts.all = parts.included + m_model->count(RowsOf::Excluded);
    parts.numerator = m_model->count(RowsOf::Numerator);
    parts.allTitle = rule ? title(rule->population) : tr("全部");
    parts.includedTitle = tr("分母 %1").arg(m_words.denominator);
    parts.numeratorTitle = tr("分子 %1").arg(m_words.numerator);
    parts.missingTitle = m_words.missing;
    parts.excludedTitle = tr("剔除");
    m_ui->bars->setParts(parts);
    const QString titles[] = {tr("分子"), tr("分母"), m_words.missing, tr("剔除")};
    for (std::size_t i = 0; i < std::size(kParts); ++i)
        m_ui->tabs->setTabText(
            int(i), QStringLiteral("%1 %2").arg(titles[i], QString::number(m_model->count(kParts[i]))));
    const bool byValue = rate.isMoney();
    m_table->setColumnHidden(ExplanationModel::Adds, !byValue);
    if (byValue)
        m_table->setColumnWidth(ExplanationModel::Adds, 150);
}

void ExplanationPanel::showRows() {
    m_model->show(shownPart(), m_ui->filter->text());
    const int rows = m_model->rowCount();
    m_ui->empty->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    const bool filtered = !m_ui->filter->text().isEmpty();
    const bool undefined = shownPart() == RowsOf::Denominator && !filtered;
    m_ui->empty->setText(filtered    ? tr("没有符合“%1”的项目").arg(m_ui->filter->text())
                         : undefined ? tr("没有%1项目，比率不计算").arg(m_words.denominator)
                                     : tr("没有项目"));
    m_ui->openRows->setText(tr("在台账中打开 %1 行").arg(m_model->projectIds().size()));
    m_ui->openRows->setEnabled(rows > 0);
}

RowsOf ExplanationPanel::shownPart() const {
    return kParts[std::size_t(std::max(0, m_ui->tabs->currentIndex()))];
}

int ExplanationPanel::rowsShown() const {
    return m_model->rowCount();
}

void ExplanationPanel::openInLedger() {
    const QString part = m_ui->tabs->tabText(m_ui->tabs->currentIndex());
    Q_EMIT projectListRequested(m_model->projectIds(), tr("%1　%2").arg(m_explanation.rate.title, part));
}

void ExplanationPanel::popUp() {
    const QWidget *window = parentWidget();
    const QRect anchor = anchorIn(window, this);
    const QSize size = kSize.boundedTo(window->size() - QSize(2 * kMargin, 2 * kMargin));
    QPoint place = anchor.isValid() ? anchor.bottomLeft() + QPoint(-kMargin, kMargin)
                                    : QPoint(window->width() / 10, kTopWithoutAnchor);
    place.setX(std::clamp(place.x(), kMargin, window->width() - size.width() - kMargin));
    place.setY(std::clamp(place.y(), kMargin, window->height() - size.height() - kMargin));
    setGeometry(QRect(place, size));
    show();
    raise();
    m_table->setFocus(Qt::PopupFocusReason);
}

void ExplanationPanel::dismiss() {
    if (!isPinned())
        hide();
}

void ExplanationPanel::closePanel() {
    m_ui->pin->setChecked(false);
    hide();
}

bool ExplanationPanel::isPinned() const {
    return m_ui->pin->isChecked();
}

bool ExplanationPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::MouseButtonPress && isVisible() && !isPinned()) {
        const auto *pressed = qobject_cast<QWidget *>(watched);
        const bool here = pressed && (pressed == this || isAncestorOf(pressed));
        if (pressed && !here && pressed->window() == window())
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

void ExplanationPanel::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        closePanel();
    else if (event->matches(QKeySequence::Copy))
        m_ui->copyValue->click();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openInLedger();
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
