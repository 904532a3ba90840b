// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/page_painter.h"
#include "reports/renderers.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

namespace yipi::reports {

namespace {

constexpr int kResolution = 1200;
constexpr qreal kPointsPerInch = 72;

} // namespace

Result<QByteArray> renderPdf(const Document &document) {
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return fail(ErrorCode::Internal, QStringLiteral("生成 PDF 需要图形环境，当前程序没有启动它。"),
                    QStringLiteral("请改为导出 Word 文件。"));
    const PagePainter pages(document);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title);
    writer.setCreator(QStringLiteral("Yipi"));
    writer.setResolution(kResolution);
    writer.setPageSize(
        QPageSize(pages.pageSize(), QPageSize::Point, QStringLiteral("A4"), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::Internal, QStringLiteral("PDF 文件无法生成。"),
                    QStringLiteral("请检查内存是否充足后重试。"));
    painter.scale(kResolution / kPointsPerInch, kResolution / kPointsPerInch);
    for (int page = 0; page < pages.pageCount(); ++page) {
        if (page > 0 && !writer.newPage())
            return fail(ErrorCode::Internal, QStringLiteral("PDF 文件的第 %1 页无法生成。").arg(page + 1));
        pages.paint(painter, page);
    }
    painter.end();
    return bytes;
}

} // namespace yipi::reports
