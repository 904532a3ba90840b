// SPDX-License-Identifier: GPL-3.0-or-later
#include "package_reading.h"

#include <QFile>
#include <zip.h>

namespace yipi::reports {

namespace {

/// Opens a package for reading and closes it.
class Package {
public:
    explicit Package(const QByteArray &bytes)
        : m_zip(zip_open_from_source(zip_source_buffer_create(bytes.constData(),
                                                              static_cast<zip_uint64_t>(bytes.size()), 0,
                                                              nullptr),
                                     ZIP_CHECKCONS, nullptr)) {}
    ~Package() {
        if (m_zip)
            zip_discard(m_zip);
    }
    zip_t *get() const { return m_zip; }

private:
    zip_t *m_zip;
};

} // namespace

QByteArray partOf(const QByteArray &bytes, const char *name) {
    const Package package(bytes);
    zip_stat_t size;
    if (!package.get() || zip_stat(package.get(), name, 0, &size) != 0)
        return {};
    QByteArray content(static_cast<qsizetype>(size.size), '\0');
    zip_file_t *file = zip_fopen(package.get(), name, 0);
    EXPECT_EQ(zip_fread(file, content.data(), size.size), static_cast<zip_int64_t>(size.size));
    zip_fclose(file);
    return content;
}

QStringList partNames(const QByteArray &bytes) {
    const Package package(bytes);
    QStringList names;
    for (zip_int64_t i = 0; package.get() && i < zip_get_num_entries(package.get(), 0); ++i)
        names += QString::fromUtf8(zip_get_name(package.get(), static_cast<zip_uint64_t>(i), 0));
    return names;
}

ProgramResult runProgram(const QString &program, const QStringList &arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(180'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void writeFile(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << qPrintable(path);
    ASSERT_EQ(file.write(bytes), bytes.size());
}

} // namespace yipi::reports
