// SPDX-License-Identifier: GPL-3.0-or-later
// The items of the draft: their list and the fields of the current one.
#include "gui/assessment/choice_box.h"
#include "gui/assessment/scheme_editor.h"
#include "ui_scheme_editor.h"

#include <QRegularExpression>
#include <QScopedValueRollback>

namespace yipi::gui {

using indicators::AssessmentItem;
using indicators::AssessmentMeasure;
using indicators::kLargestPoints;
using indicators::kLargestValue;
using indicators::ScoringForm;

/// A line edit that holds a number of the current item.
struct SchemeEditor::NumberField {
    const char *key;
    QLineEdit *Ui::SchemeEditor::*edit;
    Decimal AssessmentItem::*member;
    Decimal highest;
};

std::span<const SchemeEditor::NumberField> SchemeEditor::numberFields() {
    using U = Ui::SchemeEditor;
    static const NumberField fields[] = {{"weight", &U::weight, &AssessmentItem::weight, kLargestPoints},
                                         {"base", &U::base, &AssessmentItem::base, kLargestPoints},
                                         {"span", &U::span, &AssessmentItem::span, kLargestPoints},
                                         {"goal", &U::goal, &AssessmentItem::goal, kLargestValue},
                                         {"first", &U::first, &AssessmentItem::first, kLargestPoints},
                                         {"step", &U::step, &AssessmentItem::step, kLargestPoints},
                                         {"floor", &U::floor, &AssessmentItem::floor, kLargestPoints},
                                         {"cap", &U::cap, &AssessmentItem::cap, kLargestPoints}};
    return fields;
}

namespace {

QString bandsText(const std::vector<indicators::ScoreBand> &bands) {
    QStringList rows;
    for (const indicators::ScoreBand &band : bands)
        rows << QStringLiteral("%1=%2").arg(band.from.text(), band.score.text());
    return rows.join(QStringLiteral("，"));
}

} // namespace

void SchemeEditor::setUpItems() {
    fillChoices<AssessmentMeasure>(m_ui->measure);
    fillChoices<TargetIndicator>(m_ui->target);
    fillChoices<ScoringForm>(m_ui->form);
    fillChoices<indicators::ScoringDirection>(m_ui->direction);
    connect(m_ui->itemList, &QListWidget::currentRowChanged, this, &SchemeEditor::showItem);
    connect(m_ui->addItem, &QPushButton::clicked, this, &SchemeEditor::addItem);
    connect(m_ui->removeItem, &QPushButton::clicked, this, [this] {
        const int row = m_ui->itemList->currentRow();
        if (row < 0)
            return;
        m_scheme.items.erase(m_scheme.items.begin() + row);
        fillItemList(std::min(row, int(m_scheme.items.size()) - 1));
        check();
    });
    connect(m_ui->raiseItem, &QPushButton::clicked, this, [this] { moveItem(-1); });
    connect(m_ui->lowerItem, &QPushButton::clicked, this, [this] { moveItem(1); });
    for (QComboBox *box : {m_ui->measure, m_ui->rate, m_ui->target, m_ui->form, m_ui->direction})
        connect(box, &QComboBox::currentIndexChanged, this, &SchemeEditor::takeItem);
    for (QLineEdit *edit : {m_ui->title, m_ui->bands, m_ui->note})
        connect(edit, &QLineEdit::textEdited, this, &SchemeEditor::takeItem);
    for (const NumberField &field : numberFields())
        connect((*m_ui).*field.edit, &QLineEdit::textEdited, this, &SchemeEditor::takeItem);
}

AssessmentItem *SchemeEditor::currentItem() {
    const int row = m_ui->itemList->currentRow();
    return row < 0 || row >= int(m_scheme.items.size()) ? nullptr : &m_scheme.items[std::size_t(row)];
}

void SchemeEditor::addItem() {
    const auto isTaken = [this](const QString &id) {
        return std::any_of(m_scheme.items.begin(), m_scheme.items.end(),
                           [&](const AssessmentItem &item) { return item.id == id; });
    };
    AssessmentItem item;
    int number = int(m_scheme.items.size()) + 1;
    do
        item.id = QStringLiteral("item_%1").arg(number++);
    while (isTaken(item.id));
    item.rate = m_ui->rate->count() ? m_ui->rate->itemData(0).toString() : QStringLiteral("start");
    item.title = m_ui->rate->count() ? m_ui->rate->itemText(0) : tr("新指标");
    item.weight = 10;
    m_scheme.items.push_back(item);
    fillItemList(int(m_scheme.items.size()) - 1);
    m_ui->title->setFocus();
    m_ui->title->selectAll();
    check();
}

void SchemeEditor::moveItem(int by) {
    const int row = m_ui->itemList->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= int(m_scheme.items.size()))
        return;
    std::swap(m_scheme.items[std::size_t(row)], m_scheme.items[std::size_t(to)]);
    fillItemList(to);
    check();
}

void SchemeEditor::fillItemList(int current) {
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_ui->itemList->clear();
        for (const AssessmentItem &item : m_scheme.items)
            m_ui->itemList->addItem(
                tr("%1　%2 分　%3").arg(item.title, item.weight.text(), title(item.form)));
        m_ui->itemList->setCurrentRow(current);
    }
    showItem();
}

void SchemeEditor::showItem() {
    if (m_isFilling)
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    std::erase_if(m_wrong, [](const auto &wrong) { return wrong.first.startsWith(QStringLiteral("items")); });
    const AssessmentItem *item = currentItem();
    const int row = m_ui->itemList->currentRow();
    m_ui->itemForm->setVisible(item);
    m_ui->removeItem->setEnabled(item);
    m_ui->raiseItem->setEnabled(row > 0);
    m_ui->lowerItem->setEnabled(item && row + 1 < int(m_scheme.items.size()));
    if (!item)
        return;
    fillRates();
    m_ui->title->setText(item->title);
    m_ui->measure->setCurrentIndex(int(item->measure));
    m_ui->target->setCurrentIndex(int(item->target));
    m_ui->form->setCurrentIndex(int(item->form));
    m_ui->direction->setCurrentIndex(int(item->direction));
    m_ui->bands->setText(bandsText(item->bands));
    m_ui->note->setText(item->note);
    for (const NumberField &field : numberFields())
        ((*m_ui).*field.edit)->setText((item->*field.member).text());
    showItemFields();
}

void SchemeEditor::fillRates() {
    const AssessmentItem *item = currentItem();
    m_ui->rate->clear();
    const indicators::RuleSet *rules = m_inUse;
    for (const indicators::RuleSet &set : m_ruleSets)
        if (set.id == m_scheme.rules)
            rules = &set;
    if (rules)
        for (const indicators::RateRule &rate : rules->rates)
            m_ui->rate->addItem(rate.title, rate.id);
    if (!item)
        return;
    if (!item->rate.isEmpty() && m_ui->rate->findData(item->rate) < 0)
        m_ui->rate->addItem(tr("%1（口径里没有）").arg(item->rate), item->rate);
    m_ui->rate->setCurrentIndex(m_ui->rate->findData(item->rate));
}

/// Only what counts for the form is shown.
void SchemeEditor::showItemFields() {
    const AssessmentItem &item = *currentItem();
    const bool isTarget = item.measure == AssessmentMeasure::Target;
    const auto show = [this](QWidget *field, bool isShown) {
        m_ui->itemFields->setRowVisible(field, isShown);
    };
    show(m_ui->rate, !isTarget);
    show(m_ui->target, isTarget);
    show(m_ui->direction, !takesTable(item.form));
    show(m_ui->base, item.form == ScoringForm::Efficacy);
    show(m_ui->span, item.form == ScoringForm::Efficacy);
    show(m_ui->goal, item.form == ScoringForm::Completion);
    show(m_ui->bands, takesTable(item.form));
    show(m_ui->first, item.form == ScoringForm::Rank);
    show(m_ui->step, item.form == ScoringForm::Rank);
}

void SchemeEditor::takeBands(AssessmentItem &item, const QString &path) {
    static const QRegularExpression kBetween(QStringLiteral("[，,；;\\s]+"));
    m_wrong.erase(path);
    std::vector<indicators::ScoreBand> bands;
    for (const QString &row : m_ui->bands->text().split(kBetween, Qt::SkipEmptyParts)) {
        const auto from = Decimal::parse(row.section(u'=', 0, 0), -kLargestValue, kLargestValue);
        const auto score = Decimal::parse(row.section(u'=', 1), 0, kLargestPoints);
        if (!from || !score) {
            m_wrong[path] = tr("“%1”读不懂，应写成 值=得分，如 50=60，80=100").arg(row);
            return;
        }
        bands.push_back({*from, *score});
    }
    item.bands = std::move(bands);
}

void SchemeEditor::takeItem() {
    AssessmentItem *item = currentItem();
    if (m_isFilling || !item)
        return;
    const int row = m_ui->itemList->currentRow();
    const QString path = QStringLiteral("items[%1].").arg(row);
    item->title = m_ui->title->text().trimmed();
    item->measure = AssessmentMeasure(m_ui->measure->currentIndex());
    item->target = TargetIndicator(m_ui->target->currentIndex());
    item->rate = m_ui->rate->currentData().toString();
    item->form = ScoringForm(m_ui->form->currentIndex());
    item->direction = indicators::ScoringDirection(m_ui->direction->currentIndex());
    item->note = m_ui->note->text().trimmed();
    if (takesTable(item->form))
        takeBands(*item, path + QStringLiteral("bands"));
    showItemFields();
    for (const NumberField &field : numberFields()) {
        const QLineEdit *edit = (*m_ui).*field.edit;
        const QString at = path + QLatin1String(field.key);
        if (m_ui->itemFields->isRowVisible((*m_ui).*field.edit))
            takeNumber(edit->text(), at, 0, field.highest, item->*field.member);
        else
            m_wrong.erase(at);
    }
    m_ui->itemList->item(row)->setText(
        tr("%1　%2 分　%3").arg(item->title, item->weight.text(), title(item->form)));
    check();
}

} // namespace yipi::gui
