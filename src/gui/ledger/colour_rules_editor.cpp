// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/colour_rules_editor.h"

#include "gui/ledger/ledger_columns.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace yipi::gui {

namespace {

constexpr int kWidth = 560;

QIcon swatch(const QColor &color) {
    QPixmap square(14, 14);
    square.fill(color);
    return QIcon(square);
}

} // namespace

/// The controls of one rule; a child of the popup.
struct ColourRulesEditor::Line : public QWidget {
    explicit Line(QWidget *parent)
        : QWidget(parent)
        , condition(new QLineEdit(this))
        , colour(new QComboBox(this))
        , column(new QComboBox(this))
        , problem(new QLabel(this))
        , remove(new QToolButton(this)) {
        condition->setObjectName(QStringLiteral("ruleCondition"));
        condition->setPlaceholderText(ColourRulesEditor::tr("条件，如 总投资>=5亿元"));
        condition->setAccessibleName(ColourRulesEditor::tr("条件"));
        colour->setObjectName(QStringLiteral("ruleColour"));
        colour->setAccessibleName(ColourRulesEditor::tr("颜色"));
        column->setObjectName(QStringLiteral("ruleColumn"));
        column->setAccessibleName(ColourRulesEditor::tr("着色范围"));
        problem->setObjectName(QStringLiteral("ruleProblem"));
        problem->setProperty("role", QStringLiteral("red"));
        problem->setWordWrap(true);
        problem->hide();
        remove->setObjectName(QStringLiteral("removeRule"));
        remove->setIcon(icon(QStringLiteral("x")));
        remove->setToolTip(ColourRulesEditor::tr("删除规则"));
        remove->setAccessibleName(remove->toolTip());
        auto *row = new QHBoxLayout;
        row->addWidget(condition, 1);
        row->addWidget(colour);
        row->addWidget(column);
        row->addWidget(remove);
        auto *all = new QVBoxLayout(this);
        all->setContentsMargins(0, 0, 0, 0);
        all->setSpacing(2);
        all->addLayout(row);
        all->addWidget(problem);
    }
    ColourRule rule() const {
        return {condition->text().trimmed(), colour->currentData().toString(),
                column->currentData().toString()};
    }

    QLineEdit *condition;
    QComboBox *colour;
    QComboBox *column;
    QLabel *problem;
    QToolButton *remove;
};

ColourRulesEditor::ColourRulesEditor(const services::LedgerService &ledger, const LedgerColumns &columns,
                                     const std::vector<ColourRule> &rules, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_ledger(ledger)
    , m_columns(columns)
    , m_lines(new QVBoxLayout) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setMinimumWidth(kWidth);
    setAccessibleName(tr("着色规则"));
    auto *note = new QLabel(tr("符合条件的项目整行或某一列着色；同一格靠前的规则优先"), this);
    note->setProperty("role", QStringLiteral("note"));
    auto *add = new QPushButton(tr("添加规则"), this);
    add->setObjectName(QStringLiteral("addRule"));
    add->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(note);
    column->addLayout(m_lines);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] { addLine({{}, ruleColours().front().key, {}}); });
    for (const ColourRule &rule : rules)
        addLine(rule);
    if (rules.empty())
        addLine({{}, ruleColours().front().key, {}});
}

void ColourRulesEditor::addLine(const ColourRule &rule) {
    auto *line = new Line(this);
    line->condition->setText(rule.condition);
    for (const RuleColour &colour : ruleColours())
        line->colour->addItem(swatch(colour.background), colour.title, colour.key);
    line->colour->setCurrentIndex(std::max(0, line->colour->findData(rule.colour)));
    line->column->addItem(tr("整行"), QString());
    for (int column = 0; column < m_columns.count(); ++column)
        if (m_columns.at(column).kind != ColumnKind::RowNumber)
            line->column->addItem(m_columns.at(column).title, m_columns.at(column).key);
    line->column->setCurrentIndex(std::max(0, line->column->findData(rule.column)));
    m_lines->addWidget(line);
    connect(line->condition, &QLineEdit::textChanged, this, &ColourRulesEditor::read);
    connect(line->colour, &QComboBox::currentIndexChanged, this, &ColourRulesEditor::read);
    connect(line->column, &QComboBox::currentIndexChanged, this, &ColourRulesEditor::read);
    connect(line->remove, &QToolButton::clicked, this, [this, line] {
        m_lines->removeWidget(line);
        line->hide();
        line->deleteLater();
        read();
    });
    line->show();
    line->condition->setFocus();
    adjustSize();
}

void ColourRulesEditor::read() {
    std::vector<ColourRule> rules;
    for (int i = 0; i < m_lines->count(); ++i) {
        auto *line = static_cast<Line *>(m_lines->itemAt(i)->widget());
        const ColourRule rule = line->rule();
        const QString problem = ruleProblem(m_ledger, rule.condition);
        line->problem->setText(problem);
        line->problem->setVisible(!problem.isEmpty());
        line->condition->setAccessibleDescription(problem);
        if (problem.isEmpty())
            rules.push_back(rule);
    }
    adjustSize();
    Q_EMIT rulesChanged(rules);
}

void ColourRulesEditor::openBelow(QWidget *anchor) {
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, anchor->height())));
    show();
    if (auto *first = findChild<QLineEdit *>())
        first->setFocus();
}

} // namespace yipi::gui
