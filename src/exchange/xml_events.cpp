// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml_events.h"

#include "exchange/sheet_builder.h"

#include <libxml/parser.h>

#include <new>

namespace yipi::exchange::detail {

namespace {

std::string_view viewOf(const xmlChar *text) {
    return reinterpret_cast<const char *>(text);
}

void startElement(void *data, const xmlChar *name, const xmlChar *, const xmlChar *, int, const xmlChar **,
                  int attributes, int, const xmlChar **fields) {
    static_cast<XmlPushParser *>(data)->guarded(
        [&](XmlHandler &handler) { handler.start(viewOf(name), XmlAttributes(fields, attributes)); });
}

void endElement(void *data, const xmlChar *name, const xmlChar *, const xmlChar *) {
    static_cast<XmlPushParser *>(data)->guarded([&](XmlHandler &handler) { handler.end(viewOf(name)); });
}

void characters(void *data, const xmlChar *text, int size) {
    static_cast<XmlPushParser *>(data)->guarded([&](XmlHandler &handler) {
        handler.text({reinterpret_cast<const char *>(text), std::size_t(size)});
    });
}

void documentType(void *data, const xmlChar *, const xmlChar *, const xmlChar *) {
    static_cast<XmlPushParser *>(data)->guarded(
        [](XmlHandler &) { throw ReadStopped{ReadStopped::Reason::Unsafe}; });
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

XmlPushParser::XmlPushParser(XmlHandler &handler)
    : m_handler(handler) {
    xmlSAXHandler copied = events();
    m_parser = xmlCreatePushParserCtxt(&copied, this, nullptr, 0, nullptr);
    if (!m_parser)
        throw std::bad_alloc();
    xmlCtxtUseOptions(m_parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

XmlPushParser::~XmlPushParser() {
    xmlFreeParserCtxt(m_parser);
}

void XmlPushParser::stop() {
    xmlStopParser(m_parser);
}

void XmlPushParser::check() {
    if (m_thrown)
        std::rethrow_exception(m_thrown);
    if (m_parser->errNo == XML_ERR_NO_MEMORY)
        throw std::bad_alloc();
    if (!m_parser->wellFormed)
        throw ReadStopped{};
}

void XmlPushParser::feed(const char *bytes, int size) {
    xmlParseChunk(m_parser, bytes, size, 0);
    check();
}

void XmlPushParser::finish() {
    xmlParseChunk(m_parser, nullptr, 0, 1);
    check();
}

} // namespace yipi::exchange::detail
