// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/export_commands.h"

#include "gui/widgets/save_file_name.h"
#include "services/export_service.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace yipi::gui {
namespace {

QString inDocuments(const QString &name) {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

Result<QString> written(const Result<void> &done, const QString &path) {
    if (!done)
        return Failure(done.error());
    return ExportCommands::tr("已写出：%1").arg(QDir::toNativeSeparators(path));
}

Result<QString> written(const Result<QStringList> &files, const QString &folder) {
    if (!files)
        return Failure(files.error());
    return ExportCommands::tr("已写出 %1 个文件到 %2")
        .arg(files->size())
        .arg(QDir::toNativeSeparators(folder));
}

} // namespace

ExportCommands::ExportCommands(Session &session, LedgerCommands &ledgerCommands, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_ledgerCommands(ledgerCommands)
    , m_choose([window](const QString &title, const QString &suggestion, const QString &nameFilter) {
        return nameFilter.isEmpty() ? QFileDialog::getExistingDirectory(window, title, suggestion)
                                    : askSaveFileName(window, title, suggestion, nameFilter);
    }) {}

void ExportCommands::run(const QString &title, Write write) {
    m_ledgerCommands.run(title,
                         [from = m_session.ledger()->status().location,
                          write = std::move(write)](const ProgressReport &) -> Result<QString> {
                             const auto ledger = Session::reader(from);
                             if (!ledger)
                                 return Failure(ledger.error());
                             return write(**ledger);
                         });
}

void ExportCommands::exportProjects(const services::FigureScope &scope) {
    const QString path = m_choose(tr("导出台账"), inDocuments(tr("项目台账-%1.xlsx").arg(scope.asOf.text())),
                                  tr("Excel 工作簿 (*.xlsx);;CSV 项目清单 (*.csv);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    run(tr("正在导出…"), [scope, path](const services::LedgerService &ledger) {
        return written(services::exportLedger(ledger, scope.filter, scope.asOf.lastDay(), path), path);
    });
}

void ExportCommands::exportByZone(const services::FigureScope &scope) {
    const QString folder = m_choose(tr("导出到文件夹，每个开发区一个工作簿"), inDocuments({}), {});
    if (folder.isEmpty())
        return;
    run(tr("正在按开发区导出…"), [scope, folder](const services::LedgerService &ledger) {
        return written(services::exportByZone(ledger, scope.filter, scope.asOf.lastDay(), folder), folder);
    });
}

void ExportCommands::exportView(const std::vector<qint64> &projects, const std::vector<int> &fields,
                                const QString &title) {
    const QString path = m_choose(tr("导出当前视图"), inDocuments(title + QStringLiteral(".xlsx")),
                                  tr("Excel 工作簿 (*.xlsx)"));
    if (path.isEmpty())
        return;
    run(tr("正在导出…"), [projects, fields, title, path](const services::LedgerService &ledger) {
        return written(services::exportView(ledger, projects, fields, title, path), path);
    });
}

void ExportCommands::writeTemplate() {
    const QString path =
        m_choose(tr("保存填报模板"), inDocuments(tr("三个一批填报模板.xlsx")), tr("Excel 工作簿 (*.xlsx)"));
    if (path.isEmpty())
        return;
    using exchange::SheetKind;
    const auto write = [path](const services::LedgerService *ledger) {
        return written(services::writeTemplate(ledger,
                                               {SheetKind::Sign, SheetKind::Start, SheetKind::Produce,
                                                SheetKind::Progress, SheetKind::Target},
                                               path),
                       path);
    };
    const QString title = tr("正在写模板…");
    if (m_session.isOpen())
        run(title, [write](const services::LedgerService &ledger) { return write(&ledger); });
    else // it is a form without lists then
        m_ledgerCommands.run(title, [write](const ProgressReport &) { return write(nullptr); });
}

void ExportCommands::writeForms(Month month) {
    const QString folder =
        m_choose(tr("%1 填报表存到文件夹，每个开发区一个").arg(month.text()), inDocuments({}), {});
    if (folder.isEmpty())
        return;
    run(tr("正在写填报表…"), [month, folder](const services::LedgerService &ledger) {
        return written(services::writeTemplatesByZone(ledger, month, folder), folder);
    });
}

} // namespace yipi::gui
