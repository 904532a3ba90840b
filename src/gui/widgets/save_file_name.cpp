// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/save_file_name.h"

#include <QFileDialog>
#include <QFileInfo>

namespace yipi::gui {

QString askSaveFileName(QWidget *parent, const QString &title, const QString &suggestion,
                        const QString &nameFilter) {
    QFileDialog dialog(parent, title, {}, nameFilter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog.selectFile(suggestion);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace yipi::gui
