// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone.h"
#include "domain/zone_name.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace yipi::exchange::detail {

/// Counts down the ids by which the records of one plan refer to each other.
class TemporaryIds {
public:
    qint64 next() { return --m_last; }

private:
    qint64 m_last = 0;
};

using yipi::zoneStem;

/// Finds zones by name, short name, or either without 经济开发区 and the like.
class ZoneIndex {
public:
    explicit ZoneIndex(const std::vector<Zone> &zones);

    std::optional<qint64> find(const QString &text) const;
    /// The zone that a section heading names: "（一）孝义经济开发区12个".
    std::optional<qint64> findInside(const QString &text) const;
    /// The one zone whose stem a text holds before a word for its kind, "兴县经济开发区2024年…" of
    /// 兴县经济技术开发区: likely, and to be confirmed.
    std::optional<qint64> likelyInside(const QString &text) const;
    /// The name of the one zone that a text such as a file's name holds, "兴县经开区8月进展"; empty when
    /// there is none or there are several.
    QString namedBy(const QString &text) const;
    /// The known name most like `text`; empty when there are no zones. Remembered, so that thousands of rows
    /// with the same slip cost nothing.
    QString nearest(const QString &text) const;
    /// The nearest one where a single letter is wrong; empty otherwise.
    QString likely(const QString &text) const;
    qint64 create(const QString &name, TemporaryIds &ids);
    const std::vector<Zone> &created() const { return m_created; }
    QString name(qint64 id) const { return m_names.value(id); }

private:
    void add(const Zone &zone);
    /// Zones whose stem stands in `folded` before 经… or 开发…; a stem alone may be the city's name:
    /// 吕梁市汇总.
    QSet<qint64> stemsIn(const QString &folded) const;

    QHash<QString, qint64> m_byName;
    QHash<QString, qint64> m_byStem; ///< 0 = shared by several
    QHash<qint64, QString> m_names;
    QHash<QString, qint64> m_codes;
    mutable QHash<QString, QString> m_nearest;
    std::vector<Zone> m_created;
};

} // namespace yipi::exchange::detail
