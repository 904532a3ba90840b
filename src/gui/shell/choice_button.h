// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <vector>

class QMenu;

namespace yipi::gui {

/// "开发区 全部 8 个 ⌄": a filter with its value on the button and the choices in a menu. In Many mode
/// several can be checked, none checked means all.
class ChoiceButton : public QToolButton {
    Q_OBJECT

public:
    enum class Mode { One, Many };
    struct Option {
        QVariant value;
        QString title;
    };

    /// `allTitle` is the entry that stands for no filter; empty: there is none (rule sets).
    ChoiceButton(const QString &caption, Mode mode, const QString &allTitle, QWidget *parent = nullptr);

    void setOptions(std::vector<Option> options);
    QVariantList values() const { return m_values; }
    QVariant value() const { return m_values.isEmpty() ? QVariant() : m_values.first(); }
    void setValues(const QVariantList &values); ///< does not emit

Q_SIGNALS:
    void chosen(); ///< by the user

private:
    void fillMenu();
    void showValue();
    void choose(const QVariant &value, bool checked);

    QString m_caption;
    Mode m_mode;
    QString m_allTitle;
    std::vector<Option> m_options;
    QVariantList m_values;
    QMenu *m_menu;
};

} // namespace yipi::gui
