// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pinyin_completer.h"

#include "domain/pinyin/text_query.h"

#include <QStringListModel>

namespace yipi::gui {

PinyinCompleter::PinyinCompleter(const QStringList &words, QObject *parent)
    : QCompleter(parent)
    , m_words(words)
    , m_fitting(new QStringListModel(words, this)) {
    setModel(m_fitting);
    setCompletionMode(PopupCompletion);
}

QStringList PinyinCompleter::splitPath(const QString &typed) const {
    const pinyin::TextQuery query(typed);
    std::vector<std::pair<pinyin::MatchQuality, QString>> found;
    for (const QString &word : m_words)
        if (query.isEmpty())
            found.emplace_back(pinyin::MatchQuality::Mixed, word);
        else if (const auto quality = query.quality(word))
            found.emplace_back(*quality, word);
    std::ranges::stable_sort(found, {}, [](const auto &word) { return word.first; });
    QStringList fitting;
    for (const auto &[quality, word] : found)
        fitting << word;
    if (fitting != m_fitting->stringList())
        m_fitting->setStringList(fitting);
    return {QString()};
}

} // namespace yipi::gui
