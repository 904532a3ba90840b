// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_words.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

bool isTotalText(const QString &text) {
    static const QRegularExpression kSum(QStringLiteral(
        "^(.{0,14}(合计|小计|总计|共计)|累计|总和|平均)(\\(.*\\)|[:]?\\d*([个项家户](项目|企业)?)?)?$"));
    static const QRegularExpression kOfWhich(QStringLiteral("^其中([:,].*|\\d.*|亿元以上.*)?$"));
    return kSum.match(text).hasMatch() || kOfWhich.match(text).hasMatch();
}

bool isFooterText(const QString &text) {
    static const QRegularExpression kFooter(
        QStringLiteral("^(注|备注|说明|附注|填表说明|填表人?|填报人?|审核人?|制表人?|经办人?|单位负责人|"
                       "负责人|联系人|联系电话|电话)\\d?[:].*"));
    return kFooter.match(text).hasMatch();
}

bool isNoteText(const QString &text) {
    static const QRegularExpression kReporter(QStringLiteral("^(填报单位|填报日期)\\d?[:].*"));
    return isFooterText(text) || kReporter.match(text).hasMatch();
}

} // namespace yipi::exchange::detail
