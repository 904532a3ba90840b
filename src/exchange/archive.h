// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"
#include "exchange/xml_events.h"

#include <QByteArray>
#include <QHash>
#include <QXmlStreamReader>

#include <functional>
#include <memory>

struct zip;

namespace yipi::exchange::detail {

/// A zip file whose limits are checked before anything in it is unpacked, and counted again while it is.
class Archive {
public:
    /// Opens and checks the directory. Throws ReadStopped: Damaged (no zip), TooLarge, Unsafe (path names,
    /// ratio).
    Archive(const QString &path, ReadBudget &budget);
    ~Archive();
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;

    bool contains(const QString &name) const { return m_sizes.contains(name); }
    QByteArray read(const QString &name); ///< for small parts; throws ReadStopped
    /// Lets `visit` pull the tokens of an XML part. A DOCTYPE is refused as Unsafe: spreadsheets have none.
    void readXml(const QString &name, const std::function<void(QXmlStreamReader &)> &visit);
    /// The same for large parts, faster.
    void readXml(const QString &name, XmlHandler &handler);

private:
    struct Closing {
        void operator()(zip *archive) const;
    };
    std::unique_ptr<zip, Closing> m_zip;
    QHash<QString, qint64> m_sizes; ///< unpacked
    ReadBudget &m_budget;
};

/// Reads the next token; false at the end of the document. Throws ReadStopped for damaged XML and for a
/// DOCTYPE.
bool nextToken(QXmlStreamReader &xml);

} // namespace yipi::exchange::detail
