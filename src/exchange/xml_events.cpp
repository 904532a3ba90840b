// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml_events.h"

#include "exchange/sheet_builder.h"

#include <libxml/parser.h>

#include <exception>
#include <memory>
#include <new>

namespace yipi::exchange::detail {

namespace {

/// A parser at work. libxml2 is C: nothing may be thrown through it, so what is thrown is kept until it is
/// done.
struct Parsing {
    const XmlSource &source;
    XmlHandler &handler;
    xmlParserCtxtPtr parser = nullptr;
    std::exception_ptr thrown = nullptr;

    template <class Work>
    void guarded(Work work) {
        if (thrown)
            return;
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
    }
    /// From the events, never while the parser asks for bytes: it goes on with the buffer that stopping
    /// frees.
    template <class Work>
    void event(Work work) {
        guarded(work);
        if (thrown)
            xmlStopParser(parser);
    }
};

int readMore(void *data, char *bytes, int size) {
    auto *parsing = static_cast<Parsing *>(data);
    std::ptrdiff_t got = -1;
    parsing->guarded([&] { got = parsing->source(bytes, std::size_t(size)); });
    return int(got);
}

std::string_view viewOf(const xmlChar *text) {
    return reinterpret_cast<const char *>(text);
}

void startElement(void *data, const xmlChar *name, const xmlChar *, const xmlChar *, int, const xmlChar **,
                  int attributes, int, const xmlChar **fields) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->event([&] { parsing->handler.start(viewOf(name), XmlAttributes(fields, attributes)); });
}

void endElement(void *data, const xmlChar *name, const xmlChar *, const xmlChar *) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->event([&] { parsing->handler.end(viewOf(name)); });
}

void characters(void *data, const xmlChar *text, int size) {
    auto *parsing = static_cast<Parsing *>(data);
    parsing->event([&] { parsing->handler.text({reinterpret_cast<const char *>(text), std::size_t(size)}); });
}

void documentType(void *data, const xmlChar *, const xmlChar *, const xmlChar *) {
    static_cast<Parsing *>(data)->event([] { throw ReadStopped{ReadStopped::Reason::Unsafe}; });
}

xmlEntityPtr entity(void *, const xmlChar *name) {
    return xmlGetPredefinedEntity(name); // &lt; and the like
}

void ignoreError(void *, const xmlError *) {}

xmlSAXHandler events() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = startElement;
    handler.endElementNs = endElement;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = characters;
    handler.internalSubset = documentType;
    handler.getEntity = entity;
    handler.serror = reinterpret_cast<xmlStructuredErrorFunc>(ignoreError);
    return handler;
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view localName) const {
    for (int i = 0; i < m_count; ++i) { // each: local name, prefix, namespace, begin and end of the value
        const unsigned char **field = m_fields + 5 * i;
        if (viewOf(field[0]) == localName)
            return std::string_view(reinterpret_cast<const char *>(field[3]),
                                    std::size_t(field[4] - field[3]));
    }
    return std::nullopt;
}

void parseXml(const XmlSource &source, XmlHandler &handler) {
    Parsing parsing{source, handler};
    xmlSAXHandler copied = events();
    const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> parser(
        xmlCreateIOParserCtxt(&copied, &parsing, readMore, nullptr, &parsing, XML_CHAR_ENCODING_NONE),
        &xmlFreeParserCtxt);
    if (parser) {
        parsing.parser = parser.get();
        xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
        if (!parsing.thrown)
            xmlParseDocument(parser.get());
    }
    if (parsing.thrown)
        std::rethrow_exception(parsing.thrown);
    if (!parser || parser->errNo == XML_ERR_NO_MEMORY)
        throw std::bad_alloc();
    if (!parser->wellFormed)
        throw ReadStopped{};
}

} // namespace yipi::exchange::detail
