// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/canonical.h"

#include "storage/failure.h"

#include <openssl/evp.h>

#include <array>
#include <charconv>
#include <memory>

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

namespace {

/// OpenSSL's, for it uses the processor's instructions for SHA-256: every change is hashed twice.
class Sha256 {
public:
    QByteArray of(std::string_view text) const {
        QByteArray hash(kSize, Qt::Uninitialized);
        if (EVP_DigestInit_ex2(m_context.get(), m_method.get(), nullptr) != 1 ||
            EVP_DigestUpdate(m_context.get(), text.data(), text.size()) != 1 ||
            EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr) != 1)
            raise(ErrorCode::Internal, QStringLiteral("无法计算 SHA-256 校验值。"));
        return hash;
    }

private:
    static constexpr qsizetype kSize = 32;
    template <auto Free>
    struct Freed {
        template <class T>
        void operator()(T *object) const {
            Free(object);
        }
    };
    std::unique_ptr<EVP_MD, Freed<EVP_MD_free>> m_method{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>> m_context{EVP_MD_CTX_new()};
};

} // namespace

QByteArray sha256(std::string_view text) {
    static thread_local const Sha256 hasher;
    return hasher.of(text);
}

std::string hexOf(const QByteArray &hash) {
    return hash.toHex().toStdString();
}

QByteArray chainStart(const QString &ledgerId) {
    return sha256(ledgerId.toStdString());
}

QByteArray chainNext(const QByteArray &previous, std::string_view canonical) {
    std::string text = hexOf(previous);
    text.reserve(text.size() + canonical.size());
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
