// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/archive.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace yipi::exchange::detail {

namespace {

constexpr int kMostEntries = 1000;
constexpr qint64 kLargestTotal = 256LL << 20;
constexpr qint64 kRatioMatters = 1LL << 20; ///< above this size a part may not shrink more than kLargestRatio
constexpr qint64 kLargestRatio = 100;

bool isSafeName(const QString &name) {
    return !name.isEmpty() && name.toUtf8().size() <= 200 && !name.startsWith(u'/') &&
           !name.contains(u'\\') && !name.contains(u':') && !name.contains(QChar(0)) &&
           !name.split(u'/').contains(QStringLiteral(".."));
}

/// Hands the unpacked bytes on and counts them: sizes in the directory may lie.
class CountedDevice : public QIODevice {
public:
    CountedDevice(QIODevice &source, ReadBudget &budget)
        : m_source(source)
        , m_budget(budget) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_source.atEnd(); }
    /// Why reading stopped, kept here because nothing may be thrown through Qt's own loops.
    const std::optional<ReadStopped> &stopped() const { return m_stopped; }

protected:
    qint64 readData(char *data, qint64 size) override {
        const qint64 got = m_source.read(data, size);
        try {
            m_budget.spendBytes(std::max<qint64>(got, 0));
        } catch (const ReadStopped &stop) {
            m_stopped = stop;
            return -1;
        }
        return got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice &m_source;
    ReadBudget &m_budget;
    std::optional<ReadStopped> m_stopped;
};

} // namespace

Archive::Archive(const QString &path, ReadBudget &budget)
    : m_zip(std::make_unique<QuaZip>(path))
    , m_budget(budget) {
    using Reason = ReadStopped::Reason;
    if (!m_zip->open(QuaZip::mdUnzip))
        throw ReadStopped{Reason::Damaged};
    if (m_zip->getEntriesCount() > kMostEntries)
        throw ReadStopped{Reason::Unsafe};
    const auto entries = m_zip->getFileInfoList64();
    if (entries.size() != m_zip->getEntriesCount())
        throw ReadStopped{Reason::Damaged};
    qint64 total = 0;
    for (const auto &entry : entries) {
        const auto size = qint64(entry.uncompressedSize);
        total += size;
        if (size < 0 || total > kLargestTotal)
            throw ReadStopped{Reason::TooLarge};
        const bool isBomb =
            size > kRatioMatters && size / std::max<qint64>(qint64(entry.compressedSize), 1) > kLargestRatio;
        if (isBomb || !isSafeName(entry.name) || m_sizes.contains(entry.name))
            throw ReadStopped{Reason::Unsafe};
        m_sizes.insert(entry.name, size);
    }
    m_budget.expectBytes(total);
}

Archive::~Archive() = default;

QByteArray Archive::read(const QString &name) {
    QuaZipFile file(m_zip.get());
    if (!m_zip->setCurrentFile(name, QuaZip::csSensitive) || !file.open(QIODevice::ReadOnly))
        throw ReadStopped{};
    CountedDevice counted(file, m_budget);
    QByteArray data;
    for (QByteArray chunk = counted.read(1 << 16); !chunk.isEmpty(); chunk = counted.read(1 << 16))
        data += chunk;
    if (counted.stopped())
        throw *counted.stopped();
    file.close();
    if (file.getZipError() != UNZ_OK)
        throw ReadStopped{};
    return data;
}

void Archive::readXml(const QString &name, const std::function<void(QXmlStreamReader &)> &visit) {
    QuaZipFile file(m_zip.get());
    if (!m_zip->setCurrentFile(name, QuaZip::csSensitive) || !file.open(QIODevice::ReadOnly))
        throw ReadStopped{};
    CountedDevice counted(file, m_budget);
    QXmlStreamReader xml(&counted);
    xml.setEntityExpansionLimit(0);
    try {
        visit(xml);
        while (nextToken(xml)) // the rest: its checks count as well
            ;
    } catch (const ReadStopped &) {
        if (counted.stopped())
            throw *counted.stopped();
        throw;
    }
    file.close();
    if (file.getZipError() != UNZ_OK) // checksum
        throw ReadStopped{};
}

bool nextToken(QXmlStreamReader &xml) {
    if (xml.atEnd())
        return false;
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::DTD)
        throw ReadStopped{ReadStopped::Reason::Unsafe};
    if (token == QXmlStreamReader::Invalid)
        throw ReadStopped{};
    return token != QXmlStreamReader::EndDocument;
}

} // namespace yipi::exchange::detail
