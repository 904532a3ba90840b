// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The command line as scripts see it: documents on stdout, Chinese on stderr, exit codes (docs/cli.md).
#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace yipi::cli::test {

using nlohmann::json;

struct Answer {
    int exitCode = -1;
    QByteArray out, err;
    json document() const { return json::parse(out.toStdString(), nullptr, false); }
};

inline Answer run(const QStringList &arguments) {
    QProcess process;
    process.start(QStringLiteral(YIPI_CLI), arguments);
    process.waitForFinished(300'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QByteArray hashOf(const QString &path) {
    QFile file(path);
    (void)file.open(QIODevice::ReadOnly);
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

/// The demonstration ledger, made once by the program itself.
class Cli : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", s_folder->path().toUtf8());
        s_demo = s_folder->filePath(QStringLiteral("演示.yipi"));
        const Answer made = run({"--json", "demo", s_demo});
        ASSERT_EQ(made.exitCode, 0) << made.err.toStdString();
        EXPECT_EQ(made.document()["schema"], 3);
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    static QString path(const QString &name) { return s_folder->filePath(name); }
    static Answer demo(const QStringList &arguments) {
        return run(QStringList{"--ledger", s_demo, "--json"} + arguments);
    }
    static QString copyOfDemo(const QString &name) {
        QFile::remove(path(name));
        QFile::copy(s_demo, path(name));
        return path(name);
    }

    static inline std::unique_ptr<QTemporaryDir> s_folder;
    static inline QString s_demo;
};

} // namespace yipi::cli::test
