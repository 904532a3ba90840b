// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rule_list.h"

#include "gui/theme.h"

#include <QCoreApplication>

namespace yipi::gui {

using indicators::RuleSet;
using services::StoredRules;

namespace {

QString listTr(const char *text) {
    return QCoreApplication::translate("RuleList", text);
}

QString monthsText(const RuleSet &set) {
    if (!set.effectiveFrom && !set.effectiveTo)
        return listTr("不限");
    return QStringLiteral("%1 — %2").arg(set.effectiveFrom ? set.effectiveFrom->text() : QString(),
                                         set.effectiveTo ? set.effectiveTo->text() : QString());
}

QString originText(const StoredRules &file) {
    if (!file.isOwn)
        return listTr("预置，只读");
    return file.hidesPreset ? listTr("自有，代替同名的预置口径") : listTr("自有");
}

QString hintOf(const RuleSet &set, const StoredRules &file, const QString &notice) {
    QStringList lines{set.name, listTr("编号 %1　%2 版　%3").arg(set.id, set.version, originText(file)),
                      listTr("适用截止月：%1").arg(monthsText(set))};
    for (const QString &text : {set.description, notice})
        if (!text.isEmpty())
            lines << text;
    return lines.join(u'\n');
}

QList<QStandardItem *> rowOfSet(const RuleSet &set, const StoredRules &file, bool isUsed, Month asOf) {
    const QString notice = set.noticeFor(asOf);
    auto *name = new QStandardItem(notice.isEmpty() ? set.name : QStringLiteral("⚠ ") + set.name);
    name->setData(set.id, kRuleIdRole);
    if (!notice.isEmpty())
        name->setForeground(theme().amb);
    const QString state = isUsed ? listTr("● 在用") : file.isOwn ? listTr("自有") : listTr("预置");
    QList<QStandardItem *> row{name, new QStandardItem(set.version), new QStandardItem(state)};
    for (QStandardItem *item : row) {
        item->setToolTip(hintOf(set, file, notice));
        if (item != name)
            item->setForeground(isUsed ? theme().ac : theme().t3);
    }
    return row;
}

QList<QStandardItem *> rowOfProblem(const QString &problem) {
    auto *text = new QStandardItem(QStringLiteral("✕ ") + problem);
    text->setFlags(Qt::ItemIsEnabled); // to be read, not to be edited
    QList<QStandardItem *> row{text, new QStandardItem, new QStandardItem(listTr("有误"))};
    for (QStandardItem *item : row) {
        item->setToolTip(problem);
        item->setForeground(theme().red);
    }
    return row;
}

} // namespace

int listRuleSets(QStandardItemModel &list, const services::FigureService &figures, Month asOf,
                 const QString &id) {
    const services::RuleLibrary &library = figures.library();
    const auto used = figures.ruleSet({});
    int found = -1;
    list.removeRows(0, list.rowCount());
    for (const RuleSet &set : library.sets()) {
        if (set.id == id)
            found = list.rowCount();
        const bool isUsed = used && (*used)->id == set.id;
        list.appendRow(rowOfSet(set, *library.file(set.id), isUsed, asOf));
    }
    for (const QString &problem : library.problems())
        list.appendRow(rowOfProblem(problem));
    return found;
}

} // namespace yipi::gui
