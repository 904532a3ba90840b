// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/biff_records.h"

#include "exchange/sheet_builder.h"

#include <QtEndian>

#include <bit>

namespace yipi::exchange::detail {

bool BiffRecord::nextSegment() {
    if (m_segment + 1 >= m_segments.size())
        return false;
    ++m_segment;
    m_at = 0;
    return true;
}

quint8 BiffRecord::byte() {
    while (m_at >= m_segments[m_segment].size())
        if (!nextSegment())
            throw ReadStopped{};
    return quint8(m_segments[m_segment].at(m_at++));
}

quint16 BiffRecord::word() {
    const quint16 low = byte();
    return quint16(low | byte() << 8);
}

quint32 BiffRecord::doubleWord() {
    const quint32 low = word();
    return low | quint32(word()) << 16;
}

double BiffRecord::number() {
    const quint64 low = doubleWord();
    return std::bit_cast<double>(low | quint64(doubleWord()) << 32);
}

void BiffRecord::skip(qsizetype bytes) {
    while (bytes > m_segments[m_segment].size() - m_at) {
        bytes -= m_segments[m_segment].size() - m_at;
        if (!nextSegment())
            throw ReadStopped{};
    }
    m_at += bytes;
}

qsizetype BiffRecord::left() const {
    return m_segment == 0 ? m_segments[0].size() - m_at : 0;
}

QString BiffRecord::text(int length) {
    constexpr quint8 kWide = 1, kPhonetic = 4, kRich = 8;
    const quint8 flags = byte();
    bool isWide = (flags & kWide) != 0;
    const qsizetype runs = (flags & kRich) != 0 ? word() : 0;
    const qsizetype phonetic = (flags & kPhonetic) != 0 ? qsizetype(doubleWord()) : 0;
    QString result;
    result.reserve(length);
    while (result.size() < length) {
        if (m_at >= m_segments[m_segment].size()) {
            if (!nextSegment())
                throw ReadStopped{};
            isWide = (byte() & kWide) != 0;
        }
        result += QChar(isWide ? char16_t(word()) : char16_t(byte()));
    }
    skip(4 * runs + phonetic);
    return result;
}

QByteArray BiffRecord::bytes(int length) {
    QByteArray result;
    while (result.size() < length)
        result += char(byte());
    return result;
}

quint16 BiffStream::wordAt(qsizetype at) const {
    return qFromLittleEndian<quint16>(m_bytes.constData() + at);
}

BiffRecord BiffStream::next() {
    BiffRecord record;
    do {
        if (atEnd() || m_at < 0)
            throw ReadStopped{};
        const auto kind = Biff(wordAt(m_at));
        const qsizetype size = wordAt(m_at + 2);
        if (m_at + 4 + size > m_bytes.size())
            throw ReadStopped{};
        if (record.m_segments.empty())
            record.kind = kind;
        record.m_segments.push_back(QByteArray::fromRawData(m_bytes.constData() + m_at + 4, size));
        m_at += 4 + size;
    } while (!atEnd() && Biff(wordAt(m_at)) == Biff::Continue);
    return record;
}

} // namespace yipi::exchange::detail
