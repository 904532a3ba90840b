// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_name.h"

#include "domain/text_parsing.h"

#include <QRegularExpression>

namespace yipi {

QString zoneStem(const QString &name) {
    static const QRegularExpression kKind(
        QStringLiteral("(高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|经开区|高新区|开发区|"
                       "产业示范区|示范区|工业园区|园区|管委会)$"));
    QString stem = foldedName(name);
    stem.remove(QStringLiteral("管委会"));
    const QString folded = stem;
    stem.remove(kKind);
    return stem.isEmpty() ? folded : stem;
}

} // namespace yipi
