// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refusals.h"

namespace yipi::exchange::detail {

QString saveAsXlsx() {
    return QStringLiteral("请用 WPS 或 Excel 打开后，另存为 .xlsx 再导入。");
}

Failure unreadable(const QString &message, const QString &advice) {
    return fail(ErrorCode::FileUnreadable, message, advice);
}

Failure refusal(const ReadStopped &stop) {
    switch (stop.reason) {
    case ReadStopped::Reason::Cancelled:
        return fail(ErrorCode::Cancelled, QStringLiteral("已取消读取。"));
    case ReadStopped::Reason::TooLarge:
        return unreadable(
            QStringLiteral("文件内容过大（解压后超过 256 MB，或单元格内容占用内存超过 320 MB）。"),
            QStringLiteral("请删除多余的工作表或拆成几个文件再导入。"));
    case ReadStopped::Reason::Unsafe:
        return unreadable(QStringLiteral("文件含有不安全的内容，已拒绝读取。"), saveAsXlsx());
    case ReadStopped::Reason::Encrypted:
        return fail(ErrorCode::FileEncrypted, QStringLiteral("文件有打开密码，无法读取。"),
                    QStringLiteral("请用 WPS 或 Excel 打开，取消密码后另存为 .xlsx 再导入。"));
    case ReadStopped::Reason::OpenQuote:
        return unreadable(
            QStringLiteral("第 %1 行有一个引号没有配对，它后面的内容无法分列。").arg(stop.line),
            QStringLiteral("请补上或删去这个引号；也可以用 WPS 或 Excel 另存为 .xlsx 再导入。"));
    case ReadStopped::Reason::Damaged:
        break;
    }
    return unreadable(QStringLiteral("文件已损坏或格式不对，读不出内容。"), saveAsXlsx());
}

} // namespace yipi::exchange::detail
