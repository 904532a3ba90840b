// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>

namespace yipi::exchange::detail {

/// The attributes of an XML element, found by local name. Valid only during the call that hands them over.
class XmlAttributes {
public:
    XmlAttributes(const unsigned char **fields, int count)
        : m_fields(fields)
        , m_count(count) {}
    std::optional<std::string_view> find(std::string_view localName) const;
    std::string_view value(std::string_view localName) const { return find(localName).value_or(""); }

private:
    const unsigned char **m_fields; ///< as libxml2 gives them: five pointers each
    int m_count;
};

/// Takes what stands in an XML document; names are local names, texts UTF-8 in pieces. May throw.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
};

/// Gives up to `size` bytes of a document: their number, 0 at its end, less than 0 when it can't be read.
using XmlSource = std::function<std::ptrdiff_t(char *bytes, std::size_t size)>;

/// Parses a document, several times as fast as QXmlStreamReader (docs/performance.md) and with only a piece
/// of it in memory. A DOCTYPE is refused; nothing is fetched. Throws ReadStopped (Damaged, Unsafe) and what
/// the handler throws.
void parseXml(const XmlSource &source, XmlHandler &handler);

} // namespace yipi::exchange::detail
