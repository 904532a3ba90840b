// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

class QStringListModel;

namespace yipi::gui {

/// Completes words of a list by any part as written, by pinyin or by first letters (lvmei, lm for 铝镁), the
/// best first.
class PinyinCompleter : public QCompleter {
    Q_OBJECT

public:
    PinyinCompleter(const QStringList &words, QObject *parent);

    /// Called by QCompleter for what is typed. The list is narrowed here, and everything left in it fits.
    QStringList splitPath(const QString &typed) const override;

private:
    QStringList m_words;
    QStringListModel *m_fitting;
};

} // namespace yipi::gui
