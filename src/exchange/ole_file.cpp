// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ole_file.h"

#include "exchange/sheet_builder.h"

#include <QSet>
#include <QtEndian>

namespace yipi::exchange::detail {

namespace {

constexpr quint32 kLastSector = 0xFFFFFFFA; ///< numbers from here on mean the end, or no sector
constexpr quint32 kNoEntry = 0xFFFFFFFF;
constexpr int kMiniSectorSize = 64;
constexpr quint32 kMiniBelow = 4096; ///< smaller streams are kept in short sectors
constexpr qsizetype kEntrySize = 128;

/// Calls `visit` for each sector of a chain; no chain is longer than the table that holds it.
template <class Visit>
void follow(const std::vector<quint32> &next, quint32 start, Visit visit) {
    std::size_t steps = 0;
    for (quint32 at = start; at < kLastSector; at = next[at]) {
        if (at >= next.size() || ++steps > next.size())
            throw ReadStopped{};
        visit(at);
    }
}

} // namespace

OleFile::OleFile(const QByteArray &content)
    : m_content(content) {
    constexpr qsizetype kHeaderSize = 512;
    if (content.size() < kHeaderSize)
        throw ReadStopped{};
    const int shift = qFromLittleEndian<quint16>(content.constData() + 0x1E);
    if (shift != 9 && shift != 12)
        throw ReadStopped{};
    m_sectorSize = 1 << shift;
    readTable();
    readDirectory();
}

quint32 OleFile::number(qsizetype at) const {
    return qFromLittleEndian<quint32>(m_content.constData() + at);
}

QByteArray OleFile::sector(quint32 index) const {
    const qsizetype at = (qsizetype(index) + 1) * m_sectorSize;
    if (at >= m_content.size())
        throw ReadStopped{};
    return m_content.mid(at, m_sectorSize); // some writers leave the last one short
}

QByteArray OleFile::chain(quint32 start) const {
    QByteArray bytes;
    follow(m_next, start, [&](quint32 at) { bytes += sector(at); });
    return bytes;
}

std::vector<quint32> OleFile::numbersOf(const QByteArray &sectors) const {
    std::vector<quint32> numbers(std::size_t(sectors.size()) / 4);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = qFromLittleEndian<quint32>(sectors.constData() + 4 * i);
    return numbers;
}

void OleFile::readTable() {
    constexpr qsizetype kInHeader =
        109; // sectors of the table that the header names; a list holds the others
    std::vector<quint32> tableSectors;
    for (qsizetype i = 0; i < kInHeader; ++i)
        tableSectors.push_back(number(0x4C + 4 * i));
    const auto mostSectors = std::size_t(m_content.size() / m_sectorSize);
    for (quint32 list = number(0x44); list < kLastSector;) {
        std::vector<quint32> more = numbersOf(sector(list));
        if (more.empty() || tableSectors.size() > mostSectors + kInHeader) // the list runs in a circle
            throw ReadStopped{};
        list = more.back();
        tableSectors.insert(tableSectors.end(), more.begin(), more.end() - 1);
    }
    for (const quint32 index : tableSectors)
        if (index < kLastSector && m_next.size() <= mostSectors) {
            const auto numbers = numbersOf(sector(index));
            m_next.insert(m_next.end(), numbers.begin(), numbers.end());
        }
    m_nextMini = numbersOf(chain(number(0x3C)));
}

void OleFile::readDirectory() {
    const QByteArray entries = chain(number(0x30));
    const auto at = [&](quint32 entry, qsizetype offset) {
        return qFromLittleEndian<quint32>(entries.constData() + qsizetype(entry) * kEntrySize + offset);
    };
    const auto count = quint32(entries.size() / kEntrySize);
    if (count == 0)
        throw ReadStopped{};
    m_miniSectors = chain(at(0, 0x74));
    // The children of the root hang on a tree of neighbours; those of other folders are embedded documents.
    std::vector<quint32> open{at(0, 0x4C)};
    QSet<quint32> seen;
    while (!open.empty()) {
        const quint32 entry = open.back();
        open.pop_back();
        if (entry == kNoEntry)
            continue;
        if (entry >= count || seen.contains(entry))
            throw ReadStopped{};
        seen.insert(entry);
        open.push_back(at(entry, 0x44));
        open.push_back(at(entry, 0x48));
        const int bytes = int(at(entry, 0x40) & 0xFFFF); // of the name with the zero at its end
        if (bytes < 2 || bytes > 64)
            throw ReadStopped{};
        QString name;
        for (int i = 0; i < bytes / 2 - 1; ++i)
            name += QChar(char16_t(at(entry, 2 * i) & 0xFFFF));
        m_streams.insert(name, {at(entry, 0x74), at(entry, 0x78)});
    }
}

QByteArray OleFile::stream(const QString &name) const {
    const Stream found = m_streams.value(name);
    QByteArray bytes;
    if (found.size < kMiniBelow)
        follow(m_nextMini, found.start, [&](quint32 at) {
            bytes += m_miniSectors.mid(qsizetype(at) * kMiniSectorSize, kMiniSectorSize);
        });
    else
        bytes = chain(found.start);
    if (bytes.size() < qsizetype(found.size))
        throw ReadStopped{};
    bytes.truncate(qsizetype(found.size));
    return bytes;
}

} // namespace yipi::exchange::detail
