// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/guarded_application.h"

#include "gui/widgets/error_dialog.h"

#include <spdlog/spdlog.h>

namespace yipi::gui {

bool GuardedApplication::notify(QObject *receiver, QEvent *event) {
    QString what;
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception &e) {
        what = QString::fromUtf8(e.what());
    } catch (...) {
        what = tr("未知异常");
    }
    spdlog::critical("exception in event handler of {}: {}", receiver->metaObject()->className(),
                     what.toStdString());
    if (!m_isShowing) { // painting may fail again while the dialog is up
        m_isShowing = true;
        Error error{ErrorCode::Internal,
                    tr("程序内部出错，刚才的操作没有完成"),
                    tr("已保存的数据不受影响。请重新打开程序，并把详细信息告诉维护人员"),
                    {},
                    {},
                    {}};
        error.details << Error{ErrorCode::Internal, what, {}, {}, {}, {}};
        ErrorDialog(error, activeWindow()).exec();
        m_isShowing = false;
    }
    return true;
}

} // namespace yipi::gui
