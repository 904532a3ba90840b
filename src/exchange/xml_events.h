// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string_view>

struct _xmlParserCtxt;

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

/// Parses an XML document that arrives in pieces, several times as fast as QXmlStreamReader
/// (docs/performance.md). A DOCTYPE is refused; nothing is fetched. Both calls throw ReadStopped (Damaged,
/// Unsafe) and what the handler throws.
class XmlPushParser {
public:
    explicit XmlPushParser(XmlHandler &handler);
    ~XmlPushParser();
    XmlPushParser(const XmlPushParser &) = delete;
    XmlPushParser &operator=(const XmlPushParser &) = delete;

    void feed(const char *bytes, int size);
    void finish();

    /// For the callbacks of libxml2, through which nothing may be thrown: keeps what `work` throws for later.
    template <class Work>
    void guarded(Work work) {
        if (m_thrown)
            return;
        try {
            work(m_handler);
        } catch (...) {
            m_thrown = std::current_exception();
            stop();
        }
    }

private:
    void stop();
    void check();

    XmlHandler &m_handler;
    _xmlParserCtxt *m_parser;
    std::exception_ptr m_thrown;
};

} // namespace yipi::exchange::detail
