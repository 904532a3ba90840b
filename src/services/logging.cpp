// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/logging.h"

#include <QDir>
#include <QStandardPaths>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace yipi::services {

namespace {

QString folderOrDefault(const QString &folder) {
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                  QStringLiteral("/yipi/log")
                            : folder;
}

/// Qt's own complaints are for developers, not for a user's terminal.
void toLog(QtMsgType type, const QMessageLogContext &, const QString &message) {
    spdlog::log(type == QtDebugMsg || type == QtInfoMsg ? spdlog::level::debug : spdlog::level::warn,
                "Qt: {}", message.toStdString());
}

constexpr std::size_t kFileBytes = 2 * 1024 * 1024;
constexpr std::size_t kFiles = 3;

} // namespace

void startLogging(const QString &folder) {
    const QString target = folderOrDefault(folder);
    std::shared_ptr<spdlog::logger> logger;
    try {
        QDir().mkpath(target);
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QDir(target).filePath(QStringLiteral("yipi.log")).toStdString(), kFileBytes, kFiles);
        logger = std::make_shared<spdlog::logger>("yipi", std::move(sink));
    } catch (const spdlog::spdlog_ex &) {
        logger = std::make_shared<spdlog::logger>("yipi", std::make_shared<spdlog::sinks::null_sink_mt>());
    }
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    logger->flush_on(spdlog::level::warn);
    // A full disk must not stop the program because of its log.
    logger->set_error_handler([](const std::string &) {});
    spdlog::set_default_logger(std::move(logger));
    qInstallMessageHandler(toLog);
}

QString logFile() {
    const auto &sinks = spdlog::default_logger()->sinks();
    for (const auto &sink : sinks)
        if (auto *file = dynamic_cast<spdlog::sinks::rotating_file_sink_mt *>(sink.get()))
            return QString::fromStdString(file->filename());
    return {};
}

} // namespace yipi::services
