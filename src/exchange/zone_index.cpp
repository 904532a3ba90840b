// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zone_index.h"

#include "domain/text_parsing.h"
#include "exchange/edit_distance.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

ZoneIndex::ZoneIndex(const std::vector<Zone> &zones) {
    for (const Zone &zone : zones)
        add(zone);
}

void ZoneIndex::add(const Zone &zone) {
    m_names.insert(zone.id, zone.name);
    m_codes.insert(zone.code, zone.id);
    for (const QString &name : {zone.name, zone.shortName})
        if (!name.isEmpty()) {
            m_byName.insert(foldedName(name), zone.id);
            const QString stem = zoneStem(name);
            const qint64 other = m_byStem.value(stem, zone.id);
            m_byStem.insert(stem, other == zone.id ? zone.id : 0);
        }
    m_nearest.clear();
}

std::optional<qint64> ZoneIndex::find(const QString &text) const {
    static const QRegularExpression kCounty(QStringLiteral("[市县区]$"));
    const QString folded = foldedName(text);
    if (const auto it = m_byName.constFind(folded); it != m_byName.constEnd())
        return *it;
    QString county = folded;
    county.remove(kCounty);
    for (const QString &stem : {zoneStem(text), county})
        if (const qint64 id = m_byStem.value(stem, 0); id != 0 && stem.size() >= 2)
            return id;
    return std::nullopt;
}

std::optional<qint64> ZoneIndex::findInside(const QString &text) const {
    static const QRegularExpression kCount(QStringLiteral("[(（]?\\d*[个项家]?[)）]?$"));
    QString plain = foldedName(text);
    plain.remove(kCount);
    if (const auto whole = find(plain))
        return whole;
    std::optional<qint64> found;
    qsizetype longest = 0;
    for (auto it = m_byName.constBegin(); it != m_byName.constEnd(); ++it)
        if (it.key().size() > longest && plain.contains(it.key())) {
            found = it.value();
            longest = it.key().size();
        }
    return found;
}

QSet<qint64> ZoneIndex::stemsIn(const QString &folded) const {
    QSet<qint64> found;
    for (auto it = m_byStem.constBegin(); it != m_byStem.constEnd(); ++it)
        if (it.value() != 0 && it.key().size() >= 2 &&
            (folded.contains(it.key() + u'经') || folded.contains(it.key() + QStringLiteral("开发"))))
            found.insert(it.value());
    return found;
}

std::optional<qint64> ZoneIndex::likelyInside(const QString &text) const {
    const QSet<qint64> found = stemsIn(foldedName(text));
    return found.size() == 1 ? std::optional(*found.constBegin()) : std::nullopt;
}

QString ZoneIndex::namedBy(const QString &text) const {
    const QString plain = foldedName(text);
    QSet<qint64> found;
    for (auto it = m_byName.constBegin(); it != m_byName.constEnd(); ++it)
        if (plain.contains(it.key()))
            found.insert(it.value());
    found.unite(stemsIn(plain));
    return found.size() == 1 ? m_names.value(*found.constBegin()) : QString();
}

QString ZoneIndex::nearest(const QString &text) const {
    if (const auto it = m_nearest.constFind(text); it != m_nearest.constEnd())
        return *it;
    const QString stem = zoneStem(text);
    QString best;
    int bestDistance = 1000;
    for (auto it = m_byName.constBegin(); it != m_byName.constEnd(); ++it) {
        const int distance = std::min(editDistance(stem, zoneStem(it.key()), 20),
                                      editDistance(foldedName(text), it.key(), 20));
        const QString name = m_names.value(it.value());
        if (distance < bestDistance || (distance == bestDistance && name < best)) {
            bestDistance = distance;
            best = name;
        }
    }
    m_nearest.insert(text, best);
    return best;
}

QString ZoneIndex::likely(const QString &text) const {
    const QString name = nearest(text), folded = foldedName(text), stem = zoneStem(text);
    const auto isOneSlip = [](const QString &a, const QString &b) { return editDistance(a, b, 1) <= 1; };
    if (stem.size() > 1 && isOneSlip(stem, zoneStem(name)) && stem.at(0) == zoneStem(name).at(0))
        return name;
    for (auto it = m_byName.constBegin(); it != m_byName.constEnd(); ++it)
        if (m_names.value(it.value()) == name && isOneSlip(folded, it.key()))
            return name;
    return {};
}

qint64 ZoneIndex::create(const QString &name, TemporaryIds &ids) {
    Zone zone;
    zone.id = ids.next();
    zone.name = name;
    zone.shortName = name;
    for (int number = 1; zone.code.isEmpty() || m_codes.contains(zone.code); ++number)
        zone.code = QStringLiteral("XZ%1").arg(number, 2, 10, QChar(u'0'));
    add(zone);
    m_created.push_back(zone);
    return zone.id;
}

} // namespace yipi::exchange::detail
