// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace yipi::exchange::detail {

/// The streams of an OLE2 container (MS-CFB), the file system in which old xls files and encrypted xlsx files
/// are kept.
class OleFile {
public:
    /// Throws ReadStopped (Damaged) for broken chains; what they hold is looked at in stream().
    explicit OleFile(const QByteArray &content);

    bool contains(const QString &name) const { return m_streams.contains(name); }
    /// A stream at the top level; throws ReadStopped when a part of it is missing.
    QByteArray stream(const QString &name) const;

private:
    struct Stream {
        quint32 start = 0;
        quint32 size = 0;
    };

    quint32 number(qsizetype at) const; ///< of four bytes
    QByteArray sector(quint32 index) const;
    QByteArray chain(quint32 start) const;
    std::vector<quint32> numbersOf(const QByteArray &sectors) const;
    void readTable();
    void readDirectory();

    const QByteArray &m_content;
    int m_sectorSize = 0;
    std::vector<quint32> m_next;     ///< by sector: the one that follows it
    std::vector<quint32> m_nextMini; ///< the same for the short sectors of small streams
    QByteArray m_miniSectors;
    QHash<QString, Stream> m_streams;
};

} // namespace yipi::exchange::detail
