// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/choice_button.h"

#include <QMenu>
#include <QStyle>

namespace yipi::gui {
namespace {
constexpr int kMaxValueChars = 12; ///< longer values are cut on the button, whole in the tooltip
}

ChoiceButton::ChoiceButton(const QString &caption, Mode mode, const QString &allTitle, QWidget *parent)
    : QToolButton(parent)
    , m_caption(caption)
    , m_mode(mode)
    , m_allTitle(allTitle)
    , m_menu(new QMenu(this)) {
    setProperty("role", QStringLiteral("choice"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ChoiceButton::fillMenu);
    showValue();
}

void ChoiceButton::setOptions(std::vector<Option> options) {
    m_options = std::move(options);
    showValue();
}

void ChoiceButton::setValues(const QVariantList &values) {
    m_values = values;
    showValue();
}

void ChoiceButton::fillMenu() {
    m_menu->clear();
    if (!m_allTitle.isEmpty()) {
        QAction *all = m_menu->addAction(m_allTitle);
        all->setCheckable(true);
        all->setChecked(m_values.isEmpty());
        connect(all, &QAction::triggered, this, [this] { choose({}, true); });
        m_menu->addSeparator();
    }
    for (const Option &option : m_options) {
        QAction *action = m_menu->addAction(option.title);
        action->setCheckable(true);
        action->setChecked(m_values.contains(option.value));
        connect(action, &QAction::triggered, this,
                [this, value = option.value](bool checked) { choose(value, checked); });
    }
}

void ChoiceButton::choose(const QVariant &value, bool checked) {
    if (!value.isValid()) {
        m_values.clear();
    } else if (m_mode == Mode::One) {
        m_values = {value};
    } else if (checked) {
        m_values.append(value);
    } else {
        m_values.removeAll(value);
    }
    showValue();
    Q_EMIT chosen();
}

void ChoiceButton::showValue() {
    QStringList titles;
    for (const Option &option : m_options)
        if (m_values.contains(option.value))
            titles << option.title;
    QString text = titles.isEmpty() ? m_allTitle : titles.first();
    if (titles.size() > 1)
        text = tr("%1 等 %2 个").arg(titles.first(), QString::number(titles.size()));
    const QString whole = titles.join(QStringLiteral("、"));
    if (text.size() > kMaxValueChars)
        text = text.left(kMaxValueChars - 1) + u'…';
    setText(QStringLiteral("%1 %2").arg(m_caption, text));
    setToolTip(whole.isEmpty() ? QString() : QStringLiteral("%1：%2").arg(m_caption, whole));
    setAccessibleName(QStringLiteral("%1：%2").arg(m_caption, whole.isEmpty() ? m_allTitle : whole));
    setProperty("changed", !m_allTitle.isEmpty() && !titles.isEmpty());
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace yipi::gui
