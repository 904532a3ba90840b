// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/assessment_scheme.h"

#include <QFrame>

#include <map>
#include <memory>

class QLineEdit;

namespace Ui {
class SchemeEditor;
}

namespace yipi::gui {

/// Edits a draft of an assessment scheme. Every change is checked by the parser of scheme files, so that the
/// messages are the same; only a draft without fault is handed on.
class SchemeEditor : public QFrame {
    Q_OBJECT

public:
    explicit SchemeEditor(QWidget *parent = nullptr);
    ~SchemeEditor() override;

    /// The rule sets a scheme may name; `inUse` gives the rates of a scheme that names none.
    void setRuleSets(std::span<const indicators::RuleSet> ruleSets, const indicators::RuleSet *inUse);
    void setScheme(const indicators::AssessmentScheme &scheme, bool isShipped);
    const indicators::AssessmentScheme &scheme() const { return m_scheme; }
    QString error() const; ///< what is shown; empty when the draft has no fault

Q_SIGNALS:
    void schemeChanged(); ///< the draft is another one and without fault
    void saveRequested();
    void saveAsRequested();
    void removeRequested();
    void closed();

private:
    struct NumberField;
    static std::span<const NumberField> numberFields();

    void setUpItems();
    void setUpBonus();
    void setUpHead();
    indicators::AssessmentItem *currentItem();
    void addItem();
    void moveItem(int by);
    void fillItemList(int current);
    void showItem();
    void showItemFields();
    void takeItem();
    void fillBonus();
    void takeBonus();
    void fillHead();
    void takeHead();
    void fillRates();
    /// Reads a number; what can't be read stays in the field and is remembered as wrong at `path`.
    void takeNumber(const QString &text, const QString &path, Decimal lowest, Decimal highest,
                    Decimal &number);
    void takeBands(indicators::AssessmentItem &item, const QString &path);
    void check();
    void markField(const QString &path);

    std::unique_ptr<Ui::SchemeEditor> m_ui;
    std::span<const indicators::RuleSet> m_ruleSets;
    const indicators::RuleSet *m_inUse = nullptr;
    indicators::AssessmentScheme m_scheme;
    bool m_isShipped = false;
    bool m_isFilling = false;           ///< widgets are being filled, nobody types
    std::map<QString, QString> m_wrong; ///< path → reason of texts that are no value
};

} // namespace yipi::gui
