// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <map>
#include <string>
#include <vector>

namespace yipi::exchange::test {

/// One entry of a zip file that is written byte by byte: names and sizes may lie, as no library lets them.
struct ZipEntry {
    QByteArray name;
    QByteArray content;
    bool deflated = false;
    qint64 toldSize = -1; ///< unpacked size that the headers claim; −1 = the true one
};

inline quint32 crc32Of(const QByteArray &bytes) {
    if (bytes.size() > (64 << 20)) // never read to the end
        return 0;
    static const auto table = [] {
        std::array<quint32, 256> t{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 c = i;
            for (int k = 0; k < 8; ++k)
                c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
            t[i] = c;
        }
        return t;
    }();
    quint32 c = ~0u;
    for (const char byte : bytes)
        c = table[(c ^ quint8(byte)) & 0xFF] ^ (c >> 8);
    return ~c;
}

inline QByteArray zipOf(const std::vector<ZipEntry> &entries) {
    const auto little = [](quint64 number, int size) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i)
            bytes += char(number >> (8 * i) & 0xFF);
        return bytes;
    };
    QByteArray file, directory;
    for (const ZipEntry &entry : entries) {
        // qCompress: 4 bytes of length, zlib header of 2, deflated data, checksum of 4
        const QByteArray data =
            entry.deflated ? qCompress(entry.content, 1).mid(6).chopped(4) : entry.content;
        const qint64 told = entry.toldSize < 0 ? entry.content.size() : entry.toldSize;
        const QByteArray common = little(20, 2) + little(0x0800, 2) + little(entry.deflated ? 8 : 0, 2) +
                                  little(0x58210000, 4) + little(crc32Of(entry.content), 4) +
                                  little(quint64(data.size()), 4) + little(quint64(told), 4) +
                                  little(quint64(entry.name.size()), 2) + little(0, 2);
        directory += "PK\x01\x02" + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) +
                     little(0, 4) + little(quint64(file.size()), 4) + entry.name;
        file += "PK\x03\x04" + common + entry.name + data;
    }
    const auto count = quint64(entries.size());
    return file + directory + QByteArray("PK\x05\x06") + little(0, 4) + little(count, 2) + little(count, 2) +
           little(quint64(directory.size()), 4) + little(quint64(file.size()), 4) + little(0, 2);
}

using Parts = std::map<std::string, QByteArray>;

/// The parts of a workbook with one sheet.
inline Parts xlsxParts(const QByteArray &sheetData) {
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const QByteArray main =
        " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    const QByteArray relations =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const QByteArray type = "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {
        {"[Content_Types].xml",
         head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels", relations + "<Relationship Id=\"a\" " + type +
                            "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         head + "<workbook" + main +
             "><sheets><sheet name=\"签约\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         relations + "<Relationship Id=\"a\" " + type + "worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
             "<Relationship Id=\"b\" " + type + "styles\" Target=\"styles.xml\"/>" +
             "<Relationship Id=\"c\" " + type +
             "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
        {"xl/styles.xml", head + "<styleSheet" + main +
                              "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml",
         head + "<sst" + main + "><si><t>项目名称</t></si><si><t>总投资（万元）</t></si></sst>"},
        {"xl/worksheets/sheet1.xml",
         head + "<worksheet" + main + "><sheetData>" + sheetData + "</sheetData></worksheet>"}};
}

/// The parts of an OpenDocument spreadsheet with one sheet.
inline Parts odsParts(const QByteArray &rows) {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"META-INF/manifest.xml", "<manifest/>"},
            {"content.xml",
             "<?xml version=\"1.0\"?><office:document-content "
             "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
             "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
             "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
             "<office:spreadsheet><table:table table:name=\"签约\">" +
                 rows + "</table:table></office:spreadsheet></office:body></office:document-content>"}};
}

inline QByteArray zipOf(const Parts &parts) {
    std::vector<ZipEntry> entries;
    for (const auto &[name, content] : parts)
        entries.push_back({QByteArray::fromStdString(name), content, content.size() > 4096, -1});
    return zipOf(entries);
}

inline const QByteArray kGoodRows =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲项目</t></is></c><c r=\"B2\"><v>1250.5</v></c></row>";

} // namespace yipi::exchange::test
