// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/ledger_commands.h"

#include "gui/widgets/error_dialog.h"
#include "gui/widgets/strip_message.h"
#include "services/demo_service.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace yipi::gui {
namespace {

constexpr int kAllPermille = 1000;
const QString kSuffix = QStringLiteral(".yipi");

QString documents() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString demoPath() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      QStringLiteral("/yipi"));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("demo") + kSuffix);
}

QString withSuffix(const QString &path, const QString &suffix) {
    return path.endsWith(suffix, Qt::CaseInsensitive) ? path : path + suffix;
}

} // namespace

LedgerCommands::LedgerCommands(Session &session, StripMessage &strip, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_strip(strip)
    , m_window(window) {
    connect(&m_task, &BackgroundTask::progressed, this,
            [this](int permille) { m_strip.setProgress(permille); });
}

bool LedgerCommands::refuseWhileBusy() {
    if (m_task.isRunning())
        m_strip.showMessage(StripMessage::Kind::Warn, tr("上一项工作还没有完成，请稍候"));
    return m_task.isRunning();
}

void LedgerCommands::run(const QString &title, BackgroundTask::Work work, std::function<void()> then) {
    if (refuseWhileBusy())
        return;
    m_strip.showProgress(title, [this] { m_task.cancel(); });
    m_task.start(std::move(work), [this, then = std::move(then)](const Result<QString> &result) {
        m_strip.clear();
        if (result && then)
            then();
        if (result && !result->isEmpty())
            m_strip.showMessage(StripMessage::Kind::Info, *result);
        else if (!result && result.error().code == ErrorCode::Cancelled)
            m_strip.showMessage(StripMessage::Kind::Info, tr("已取消，没有写入任何内容"));
        else if (!result)
            m_strip.showError(result.error());
    });
}

void LedgerCommands::create() {
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("新建台账"), documents() + tr("/三个一批台账") + kSuffix,
                                     tr("台账 (*.yipi)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    // An existing file is refused by the service: a new ledger never replaces an old one.
    if (const auto created = m_session.create(withSuffix(path, kSuffix)); !created)
        m_strip.showError(created.error());
}

void LedgerCommands::open() {
    const QString path = QFileDialog::getOpenFileName(m_window, tr("打开台账"), documents(),
                                                      tr("台账 (*.yipi);;所有文件 (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void LedgerCommands::openFile(const QString &location, std::function<void()> then) {
    if (refuseWhileBusy())
        return;
    m_strip.clear();
    m_session.makeWayFor(location);
    struct Loaded {
        std::unique_ptr<services::LedgerService> ledger;
        std::unique_ptr<services::FigureService> figures;
    };
    const auto loaded = std::make_shared<Loaded>();
    run(
        tr("正在打开台账…"),
        [loaded, location, gui = thread()](const ProgressReport &progress) -> Result<QString> {
            auto ledger = services::LedgerService::openUnconfirmed(location, services::Access::ReadWrite,
                                                                   Session::user());
            if (!ledger)
                return Failure(ledger.error());
            if (!progress(kAllPermille))
                return fail(ErrorCode::Cancelled, tr("已取消打开"));
            auto figures = std::make_unique<services::FigureService>(**ledger);
            figures->warmUp();
            (*ledger)->moveToThread(gui);
            *loaded = {std::move(*ledger), std::move(figures)};
            return QString();
        },
        [this, loaded, then = std::move(then)] {
            m_session.adopt(std::move(loaded->ledger), std::move(loaded->figures));
            if (then)
                then();
        });
}

void LedgerCommands::openDemo() {
    const QString path = demoPath();
    if (QFileInfo::exists(path)) {
        openFile(path);
        return;
    }
    run(
        tr("正在生成演示台账…"),
        [path](const ProgressReport &progress) -> Result<QString> {
            const auto made = services::createDemo(path, progress);
            if (!made)
                return Failure(made.error());
            return QString();
        },
        [this, path] { openFile(path); });
}

void LedgerCommands::backup() {
    const services::LedgerStatus status = m_session.ledger()->status();
    const QString name =
        QStringLiteral("/%1-备份-%2%3")
            .arg(status.name, QDate::currentDate().toString(QStringLiteral("yyyyMMdd")), kSuffix);
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("备份到"), documents() + name, tr("台账 (*.yipi)"));
    if (path.isEmpty())
        return;
    const QString target = withSuffix(path, kSuffix);
    run(tr("正在备份…"), [from = status.location, target](const ProgressReport &progress) -> Result<QString> {
        auto ledger = Session::reader(from);
        if (!ledger)
            return Failure(ledger.error());
        if (const auto done = (*ledger)->backup(target, progress); !done)
            return Failure(done.error());
        return tr("已备份并校验：%1").arg(QDir::toNativeSeparators(target));
    });
}

void LedgerCommands::restore() {
    const QString backupFile = QFileDialog::getOpenFileName(m_window, tr("选择备份文件"), documents(),
                                                            tr("台账 (*.yipi);;所有文件 (*)"));
    if (backupFile.isEmpty())
        return;
    QString target = m_session.isOpen() ? m_session.ledger()->status().location : QString();
    if (target.isEmpty())
        target = QFileDialog::getSaveFileName(m_window, tr("恢复到"), documents(), tr("台账 (*.yipi)"));
    if (target.isEmpty())
        return;
    m_session.close(); // the file is going to be replaced
    const auto kept = services::restoreLedger(backupFile, target);
    openFile(target, [this, kept] {
        if (!kept)
            m_strip.showError(kept.error());
        else if (kept->isEmpty())
            m_strip.showMessage(StripMessage::Kind::Info, tr("已从备份恢复"));
        else
            m_strip.showMessage(StripMessage::Kind::Info, tr("已从备份恢复，原台账保留为 %1").arg(*kept));
    });
}

void LedgerCommands::verify() {
    run(tr("正在校验台账…"),
        [from = m_session.ledger()->status().location](const ProgressReport &progress) -> Result<QString> {
            const auto ledger = Session::reader(from);
            if (!ledger)
                return Failure(ledger.error());
            const auto checks = (*ledger)->verify(progress);
            if (!checks)
                return Failure(checks.error());
            Error problem{
                ErrorCode::LedgerDamaged, tr("校验发现问题"), tr("请停止填报，从最近的备份恢复"), {}, {}, {}};
            for (const services::HealthCheck &check : *checks)
                if (!check.ok)
                    problem.details << Error{ErrorCode::LedgerDamaged, check.detail, {}, {}, {}, {}};
            if (!problem.details.isEmpty())
                return Failure(problem);
            return tr("校验通过，共 %1 项检查，未发现问题").arg(checks->size());
        });
}

} // namespace yipi::gui
