// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/zip_package.h"

#include <QBuffer>
#include <QDateTime>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace yipi::reports {

namespace {

Failure packingFailed(const QString &part)
{
    return fail(ErrorCode::Internal, QStringLiteral("文档部件“%1”打包失败。").arg(part),
                QStringLiteral("请检查内存是否充足后重试。"));
}

} // namespace

Result<QByteArray> zipPackage(const std::vector<ZipPart> &parts)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    zip.setDataDescriptorWritingEnabled(false); // sizes in the local headers, as Office writes them
    if (!zip.open(QuaZip::mdCreate))
        return packingFailed(QStringLiteral("*"));
    for (const ZipPart &part : parts) {
        QuaZipNewInfo info(part.name);
        info.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0)); // the first day a zip file knows
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, info) || file.write(part.content) != part.content.size())
            return packingFailed(part.name);
        file.close();
        if (file.getZipError() != ZIP_OK)
            return packingFailed(part.name);
    }
    zip.close();
    if (zip.getZipError() != ZIP_OK)
        return packingFailed(QStringLiteral("*"));
    return bytes;
}

} // namespace yipi::reports
