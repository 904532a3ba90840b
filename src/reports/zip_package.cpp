// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/zip_package.h"

#include <zip.h>

#include <memory>

namespace yipi::reports {

namespace {

constexpr zip_uint16_t kFirstDosDate = (1 << 5) | 1; // 1980-01-01, the first day a zip file knows

struct SourceRelease {
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceRelease>;

Failure packingFailed(const QString &part) {
    return fail(ErrorCode::Internal, QStringLiteral("文档部件“%1”打包失败。").arg(part),
                QStringLiteral("请检查内存是否充足后重试。"));
}

bool addPart(zip_t *zip, const ZipPart &part) {
    zip_source_t *content =
        zip_source_buffer(zip, part.content.constData(), static_cast<zip_uint64_t>(part.content.size()), 0);
    if (!content)
        return false;
    const zip_int64_t index = zip_file_add(zip, part.name.toUtf8().constData(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(content);
        return false;
    }
    return zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, kFirstDosDate, 0) == 0;
}

QByteArray contentOf(zip_source_t *source) {
    zip_stat_t size;
    if (zip_source_stat(source, &size) != 0 || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(static_cast<qsizetype>(size.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), size.size);
    zip_source_close(source);
    return read == bytes.size() ? bytes : QByteArray();
}

} // namespace

Result<QByteArray> zipPackage(const std::vector<ZipPart> &parts) {
    const Source package(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    zip_t *zip = package ? zip_open_from_source(package.get(), ZIP_TRUNCATE, nullptr) : nullptr;
    if (!zip)
        return packingFailed(QStringLiteral("*"));
    zip_source_keep(package.get()); // the archive owns one reference, this function the other
    for (const ZipPart &part : parts)
        if (!addPart(zip, part)) {
            zip_discard(zip);
            return packingFailed(part.name);
        }
    if (zip_close(zip) != 0) {
        zip_discard(zip);
        return packingFailed(QStringLiteral("*"));
    }
    const QByteArray bytes = contentOf(package.get());
    if (bytes.isEmpty())
        return packingFailed(QStringLiteral("*"));
    return bytes;
}

} // namespace yipi::reports
