// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/archive.h"

#include <QFile>

#include <zip.h>

#include <array>

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

/// One part while it is unpacked: counts the bytes, because sizes in the directory may lie, and checks the
/// sum.
class PartDevice : public QIODevice {
public:
    PartDevice(zip_t *zip, const QString &name, qint64 toldSize, ReadBudget &budget)
        : m_part(zip_fopen(zip, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8))
        , m_left(toldSize)
        , m_budget(budget) {
        if (!m_part)
            throw ReadStopped{};
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~PartDevice() override { zip_fclose(m_part); }
    PartDevice(const PartDevice &) = delete;
    PartDevice &operator=(const PartDevice &) = delete;
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_atEnd; }
    /// Why reading stopped, kept here because nothing may be thrown through Qt's own loops.
    const std::optional<ReadStopped> &stopped() const { return m_stopped; }

protected:
    qint64 readData(char *data, qint64 size) override {
        if (m_atEnd || m_stopped)
            return -1;
        const zip_int64_t got = zip_fread(m_part, data, zip_uint64_t(size));
        m_atEnd = got == 0 && size > 0;
        try {
            if (got < 0) // libzip: damaged data or a wrong checksum at the end
                throw ReadStopped{};
            m_budget.spendBytes(got);
            m_left -= got;
            if (m_atEnd && m_left != 0) // the directory told another size
                throw ReadStopped{};
        } catch (const ReadStopped &stop) {
            m_stopped = stop;
            return -1;
        }
        return m_atEnd ? -1 : got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_part;
    qint64 m_left; ///< of the size that the directory tells
    ReadBudget &m_budget;
    bool m_atEnd = false;
    std::optional<ReadStopped> m_stopped;
};

} // namespace

void Archive::Closing::operator()(zip *archive) const {
    zip_discard(archive);
}

Archive::Archive(const QString &path, ReadBudget &budget)
    : m_zip(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr))
    , m_budget(budget) {
    using Reason = ReadStopped::Reason;
    if (!m_zip)
        throw ReadStopped{Reason::Damaged};
    const zip_int64_t count = zip_get_num_entries(m_zip.get(), 0);
    if (count > kMostEntries)
        throw ReadStopped{Reason::Unsafe};
    qint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_zip.get(), zip_uint64_t(i), ZIP_FL_ENC_GUESS, &entry) != 0 ||
            (entry.valid & kNeeded) != kNeeded)
            throw ReadStopped{Reason::Damaged};
        const QString name = QString::fromUtf8(entry.name);
        if (entry.size > zip_uint64_t(kLargestTotal) || (total += qint64(entry.size)) > kLargestTotal)
            throw ReadStopped{Reason::TooLarge};
        const auto size = qint64(entry.size);
        const bool isBomb =
            size > kRatioMatters && size / std::max<qint64>(qint64(entry.comp_size), 1) > kLargestRatio;
        if (isBomb || !isSafeName(name) || m_sizes.contains(name))
            throw ReadStopped{Reason::Unsafe};
        m_sizes.insert(name, size);
    }
    m_budget.expectBytes(total);
}

Archive::~Archive() = default;

QByteArray Archive::read(const QString &name) {
    PartDevice part(m_zip.get(), name, m_sizes.value(name), m_budget);
    QByteArray data;
    for (QByteArray chunk = part.read(1 << 16); !chunk.isEmpty(); chunk = part.read(1 << 16))
        data += chunk;
    if (part.stopped())
        throw *part.stopped();
    return data;
}

void Archive::readXml(const QString &name, const std::function<void(QXmlStreamReader &)> &visit) {
    PartDevice part(m_zip.get(), name, m_sizes.value(name), m_budget);
    QXmlStreamReader xml(&part);
    xml.setEntityExpansionLimit(0);
    try {
        visit(xml);
        while (nextToken(xml)) // the rest: its checks count as well
            ;
        while (!part.read(1 << 16).isEmpty()) // up to the checksum
            ;
    } catch (const ReadStopped &) {
        if (part.stopped())
            throw *part.stopped();
        throw;
    }
    if (part.stopped())
        throw *part.stopped();
}

void Archive::readXml(const QString &name, XmlHandler &handler) {
    PartDevice part(m_zip.get(), name, m_sizes.value(name), m_budget);
    const auto read = [&](char *bytes, std::size_t size) {
        const qint64 got = part.read(bytes, qint64(size));
        if (part.stopped())
            throw *part.stopped();
        return std::max<std::ptrdiff_t>(got, 0); // -1 is Qt's end
    };
    parseXml(read, handler);
    for (std::array<char, 4096> rest; read(rest.data(), rest.size()) > 0;) // up to the checksum
        ;
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
