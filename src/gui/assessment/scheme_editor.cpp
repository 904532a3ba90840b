// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/assessment/scheme_editor.h"

#include "gui/assessment/choice_box.h"
#include "gui/theme.h"
#include "ui_scheme_editor.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyle>

namespace yipi::gui {

using indicators::BonusEntry;
using indicators::kLargestPoints;

namespace {

enum BonusColumn { BonusZone, BonusTitle, BonusPoints, BonusWhy, BonusSource, BonusColumns };

/// What a line edit is called in an error: the last name of "items[0].weight".
QString lastName(const QString &path) {
    return path.section(u'.', -1);
}

} // namespace

SchemeEditor::SchemeEditor(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::SchemeEditor>()) {
    m_ui->setupUi(this);
    m_ui->closeButton->setIcon(icon(QStringLiteral("x")));
    m_ui->itemScroll->setFrameShape(QFrame::NoFrame);
    setUpItems();
    setUpBonus();
    setUpHead();
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SchemeEditor::closed);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &SchemeEditor::saveRequested);
    connect(m_ui->saveAsButton, &QPushButton::clicked, this, &SchemeEditor::saveAsRequested);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &SchemeEditor::removeRequested);
}

SchemeEditor::~SchemeEditor() = default;

void SchemeEditor::setUpBonus() {
    QTableWidget *table = m_ui->bonusTable;
    table->setColumnCount(BonusColumns);
    table->setHorizontalHeaderLabels({tr("开发区"), tr("事项"), tr("分值"), tr("理由"), tr("依据")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(28);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    for (const auto &[column, width] :
         {std::pair(BonusZone, 90), {BonusTitle, 100}, {BonusPoints, 56}, {BonusWhy, 110}})
        table->setColumnWidth(column, width);
    connect(table, &QTableWidget::cellChanged, this, &SchemeEditor::takeBonus);
    connect(m_ui->addBonus, &QPushButton::clicked, this, [this] {
        m_scheme.bonus.push_back({{}, tr("加分"), 1, {}, {}});
        fillBonus();
        m_ui->bonusTable->setCurrentCell(m_ui->bonusTable->rowCount() - 1, BonusZone);
        check();
    });
    connect(m_ui->removeBonus, &QPushButton::clicked, this, [this] {
        const int row = m_ui->bonusTable->currentRow();
        if (row < 0)
            return;
        m_scheme.bonus.erase(m_scheme.bonus.begin() + row);
        fillBonus();
        check();
    });
}

void SchemeEditor::setUpHead() {
    fillChoices<indicators::AssessmentGrouping>(m_ui->grouping);
    fillChoices<indicators::MissingValue>(m_ui->missing);
    for (QComboBox *box : {m_ui->grouping, m_ui->missing, m_ui->rules})
        connect(box, &QComboBox::currentIndexChanged, this, &SchemeEditor::takeHead);
    for (QLineEdit *edit : {m_ui->name, m_ui->version, m_ui->description, m_ui->bonusCap, m_ui->malusCap})
        connect(edit, &QLineEdit::textEdited, this, &SchemeEditor::takeHead);
}

void SchemeEditor::setRuleSets(std::span<const indicators::RuleSet> ruleSets,
                               const indicators::RuleSet *inUse) {
    const QScopedValueRollback filling(m_isFilling, true);
    m_ruleSets = ruleSets;
    m_inUse = inUse;
    m_ui->rules->clear();
    m_ui->rules->addItem(tr("随筛选条件"), QString());
    for (const indicators::RuleSet &set : ruleSets)
        m_ui->rules->addItem(set.name, set.id);
    m_ui->rules->setCurrentIndex(std::max(0, m_ui->rules->findData(m_scheme.rules)));
    fillRates();
}

void SchemeEditor::setScheme(const indicators::AssessmentScheme &scheme, bool isShipped) {
    m_scheme = scheme;
    m_isShipped = isShipped;
    m_wrong.clear();
    m_ui->shippedChip->setVisible(isShipped);
    m_ui->saveButton->setToolTip(isShipped ? tr("随程序提供的方案不能改写，请改名后另存为") : QString());
    m_ui->removeButton->setVisible(!isShipped);
    fillHead();
    fillItemList(0);
    fillBonus();
    check();
}

QString SchemeEditor::error() const {
    return m_ui->error->text();
}

void SchemeEditor::takeNumber(const QString &text, const QString &path, Decimal lowest, Decimal highest,
                              Decimal &number) {
    m_wrong.erase(path);
    if (const auto read = Decimal::parse(text, lowest, highest))
        number = *read;
    else
        m_wrong[path] = read.error();
}

void SchemeEditor::fillBonus() {
    const QScopedValueRollback filling(m_isFilling, true);
    std::erase_if(m_wrong,
                  [](const auto &wrong) { return wrong.first.startsWith(QStringLiteral("bonus[")); });
    m_ui->bonusTable->setRowCount(int(m_scheme.bonus.size()));
    for (int row = 0; row < int(m_scheme.bonus.size()); ++row) {
        const BonusEntry &entry = m_scheme.bonus[std::size_t(row)];
        const QString texts[] = {entry.zone, entry.title, entry.points.text(), entry.why, entry.source};
        for (int column = 0; column < BonusColumns; ++column)
            m_ui->bonusTable->setItem(row, column, new QTableWidgetItem(texts[column]));
    }
}

void SchemeEditor::takeBonus() {
    if (m_isFilling)
        return;
    for (int row = 0; row < m_ui->bonusTable->rowCount(); ++row) {
        BonusEntry &entry = m_scheme.bonus[std::size_t(row)];
        const auto text = [&](int column) {
            const QTableWidgetItem *cell = m_ui->bonusTable->item(row, column);
            return cell ? cell->text().trimmed() : QString();
        };
        entry.zone = text(BonusZone);
        entry.title = text(BonusTitle);
        entry.why = text(BonusWhy);
        entry.source = text(BonusSource);
        takeNumber(text(BonusPoints), QStringLiteral("bonus[%1].points").arg(row), -kLargestPoints,
                   kLargestPoints, entry.points);
    }
    check();
}

void SchemeEditor::fillHead() {
    const QScopedValueRollback filling(m_isFilling, true);
    m_ui->name->setText(m_scheme.name);
    m_ui->version->setText(m_scheme.version);
    m_ui->description->setText(m_scheme.description);
    m_ui->grouping->setCurrentIndex(int(m_scheme.grouping));
    m_ui->missing->setCurrentIndex(int(m_scheme.missing));
    m_ui->rules->setCurrentIndex(std::max(0, m_ui->rules->findData(m_scheme.rules)));
    m_ui->bonusCap->setText(m_scheme.bonusCap ? m_scheme.bonusCap->text() : QString());
    m_ui->malusCap->setText(m_scheme.malusCap ? m_scheme.malusCap->text() : QString());
    m_ui->description->setCursorPosition(0);
}

void SchemeEditor::takeHead() {
    if (m_isFilling)
        return;
    m_scheme.name = m_ui->name->text().trimmed();
    m_scheme.version = m_ui->version->text().trimmed();
    m_scheme.description = m_ui->description->text().trimmed();
    m_scheme.grouping = indicators::AssessmentGrouping(m_ui->grouping->currentIndex());
    m_scheme.missing = indicators::MissingValue(m_ui->missing->currentIndex());
    m_scheme.rules = m_ui->rules->currentData().toString();
    const auto takeCap = [this](const QLineEdit *edit, const char *path, std::optional<Decimal> &cap) {
        const bool isEmpty = edit->text().trimmed().isEmpty();
        Decimal number = cap.value_or(0);
        m_wrong.erase(QLatin1String(path));
        if (!isEmpty)
            takeNumber(edit->text(), QLatin1String(path), 0, kLargestPoints, number);
        cap = isEmpty ? std::nullopt : std::optional(number);
    };
    takeCap(m_ui->bonusCap, "bonus_cap", m_scheme.bonusCap);
    takeCap(m_ui->malusCap, "malus_cap", m_scheme.malusCap);
    {
        const QScopedValueRollback filling(m_isFilling, true);
        fillRates();
    }
    check();
}

void SchemeEditor::check() {
    QString message, path;
    if (!m_wrong.empty()) {
        path = m_wrong.begin()->first;
        message = QStringLiteral("%1：%2。").arg(path, m_wrong.begin()->second);
    } else if (const auto checked =
                   indicators::parseAssessmentScheme(indicators::toJson(m_scheme), m_scheme.id, m_ruleSets);
               !checked) {
        path = checked.error().place.field;
        message = checked.error().message;
    }
    m_ui->error->setText(message);
    m_ui->error->setVisible(!message.isEmpty());
    m_ui->weights->setText(tr("满分 %1").arg(m_scheme.fullMarks().text()));
    m_ui->saveButton->setEnabled(message.isEmpty() && !m_isShipped);
    m_ui->saveAsButton->setEnabled(message.isEmpty());
    markField(path);
    if (message.isEmpty())
        Q_EMIT schemeChanged();
}

/// Frames the field at fault where it is on the screen.
void SchemeEditor::markField(const QString &path) {
    const bool isCurrent = path.startsWith(QStringLiteral("items[%1].").arg(m_ui->itemList->currentRow())) ||
                           !path.contains(u'[');
    QString name = lastName(path);
    if (name == u"bonus_cap" || name == u"malus_cap")
        name = name == u"bonus_cap" ? QStringLiteral("bonusCap") : QStringLiteral("malusCap");
    if (path.contains(QStringLiteral(".bands")))
        name = QStringLiteral("bands");
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        const QString state = isCurrent && edit->objectName() == name ? QStringLiteral("error") : QString();
        if (edit->property("state").toString() == state)
            continue;
        edit->setProperty("state", state);
        edit->style()->unpolish(edit);
        edit->style()->polish(edit);
    }
}

} // namespace yipi::gui
