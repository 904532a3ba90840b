// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/assessment/scheme_editor.h"

#include "gui/theme.h"
#include "ui_scheme_editor.h"

#include <QHeaderView>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStyle>

namespace yipi::gui {

using indicators::AssessmentItem;
using indicators::AssessmentMeasure;
using indicators::BonusEntry;
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

enum BonusColumn { BonusZone, BonusTitle, BonusPoints, BonusWhy, BonusSource, BonusColumns };

template <class E>
void fillChoices(QComboBox *box) {
    for (const Choice &choice : choicesOf<E>())
        box->addItem(choice.title);
}

QString bandsText(const std::vector<indicators::ScoreBand> &bands) {
    QStringList rows;
    for (const indicators::ScoreBand &band : bands)
        rows << QStringLiteral("%1=%2").arg(band.from.text(), band.score.text());
    return rows.join(QStringLiteral("，"));
}

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

void SchemeEditor::takeNumber(const QString &text, const QString &path, Decimal lowest, Decimal highest,
                              Decimal &number) {
    m_wrong.erase(path);
    if (const auto read = Decimal::parse(text, lowest, highest))
        number = *read;
    else
        m_wrong[path] = read.error();
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
