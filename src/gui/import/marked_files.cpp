// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/marked_files.h"

#include "services/import_service.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace yipi::gui {

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("yipi::gui::MarkedFiles", text);
}

/// 表-问题.xlsx, and if that is there 表-问题-2.xlsx.
QString freePath(const QString &folder, const QString &stem) {
    const QDir dir(folder);
    QString path = dir.filePath(stem + QStringLiteral(".xlsx"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = dir.filePath(QStringLiteral("%1-%2.xlsx").arg(stem, QString::number(number)));
    return path;
}

bool hasFindings(const ImportFile &file, const exchange::ImportPlan &plan) {
    return file.isRead &&
           std::any_of(plan.findings.begin(), plan.findings.end(),
                       [&](const exchange::Finding &finding) { return finding.place.file == file.path; });
}

QString markedStem(const ImportFile &file) {
    return QFileInfo(file.path).completeBaseName() + translated("-问题");
}

} // namespace

Result<QString> writeMarkedFiles(const std::vector<ImportFile> &files, const exchange::ImportPlan &plan,
                                 const std::function<QString(const QString &)> &choosePath,
                                 const std::function<QString()> &chooseFolder) {
    std::vector<const ImportFile *> faulty;
    for (const ImportFile &file : files)
        if (hasFindings(file, plan))
            faulty.push_back(&file);
    if (faulty.empty())
        return QString();
    const bool isOne = faulty.size() == 1;
    const QDir beside = QFileInfo(faulty.front()->path).dir();
    const QString where =
        isOne ? choosePath(beside.filePath(markedStem(*faulty.front()) + QStringLiteral(".xlsx")))
              : chooseFolder();
    if (where.isEmpty())
        return QString();
    for (const ImportFile *file : faulty) {
        const QString path = isOne ? where : freePath(where, markedStem(*file));
        if (auto written = services::ImportService::writeMarked(file->workbook, plan.findings, path);
            !written)
            return Failure(std::move(written).error());
    }
    return isOne ? translated("已写出 %1").arg(where)
                 : translated("已写出 %1 个问题表到 %2").arg(QString::number(faulty.size()), where);
}

} // namespace yipi::gui
