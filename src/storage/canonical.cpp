// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/canonical.h"

#include <QCryptographicHash>

#include <array>
#include <charconv>

namespace yipi::storage {

void appendJson(std::string &out, std::string_view utf8) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    static constexpr std::string_view kShort = "btn fr"; // 0x08 … 0x0d without 0x0b
    out += '"';
    std::size_t plain = 0; // start of the run that needs no escape
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c > 0x1f && c != '"' && c != '\\')
            continue;
        out.append(utf8, plain, i - plain);
        plain = i + 1;
        out += '\\';
        if (c > 0x1f) {
            out += char(c);
        } else if (c >= 0x08 && c <= 0x0d && c != 0x0b) {
            out += kShort[std::size_t(c - 0x08)];
        } else {
            out += "u00";
            out += kHex[c >> 4];
            out += kHex[c & 15];
        }
    }
    out.append(utf8, plain);
    out += '"';
}

void appendJson(std::string &out, qint64 number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendJson(std::string &out, const Cell &cell) {
    if (const auto *number = std::get_if<qint64>(&cell))
        appendJson(out, *number);
    else if (const auto *text = std::get_if<std::string>(&cell))
        appendJson(out, std::string_view(*text));
    else
        out += "null";
}

QByteArray sha256(std::string_view text) {
    return QCryptographicHash::hash(QByteArrayView(text.data(), qsizetype(text.size())),
                                    QCryptographicHash::Sha256);
}

std::string hexOf(const QByteArray &hash) {
    return hash.toHex().toStdString();
}

QByteArray chainStart(const QString &ledgerId) {
    return sha256(ledgerId.toStdString());
}

QByteArray chainNext(const QByteArray &previous, std::string_view canonical) {
    std::string text = hexOf(previous);
    text += canonical;
    return sha256(text);
}

QByteArray settingHash(std::string_view key, std::string_view value) {
    std::string text = "[\"setting\",";
    appendJson(text, key);
    text += ',';
    appendJson(text, value);
    text += ']';
    return sha256(text);
}

} // namespace yipi::storage
