// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/settings.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

namespace yipi::gui {
namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kLayout = QStringLiteral("window/layout");
const QString kCollapsed = QStringLiteral("window/navigation_collapsed");
const QString kGridViews = QStringLiteral("ledger/views");
const QString kPage = QStringLiteral("window/page");

QString defaultPath() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(folder).filePath(QStringLiteral("yipi/yipi.ini"));
}

} // namespace

Settings::Settings(const QString &path) {
    const QString file = path.isEmpty() ? defaultPath() : path;
    m_store = std::make_unique<QSettings>(file, QSettings::IniFormat);
    if (m_store->status() == QSettings::FormatError) {
        // QSettings would refuse to write over it: put it aside and begin anew.
        m_store.reset();
        QFile::remove(file + QStringLiteral(".damaged"));
        QFile::rename(file, file + QStringLiteral(".damaged"));
        m_store = std::make_unique<QSettings>(file, QSettings::IniFormat);
    }
}

Settings::~Settings() = default;

QByteArray Settings::geometry() const {
    return m_store->value(kGeometry).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry) {
    m_store->setValue(kGeometry, geometry);
}

QByteArray Settings::layout() const {
    return m_store->value(kLayout).toByteArray();
}

void Settings::setLayout(const QByteArray &state) {
    m_store->setValue(kLayout, state);
}

bool Settings::isNavigationCollapsed() const {
    return m_store->value(kCollapsed).toBool();
}

void Settings::setNavigationCollapsed(bool collapsed) {
    m_store->setValue(kCollapsed, collapsed);
}

QByteArray Settings::gridViews() const {
    return m_store->value(kGridViews).toByteArray();
}

void Settings::setGridViews(const QByteArray &views) {
    m_store->setValue(kGridViews, views);
}

QString Settings::page() const {
    return m_store->value(kPage).toString();
}

void Settings::setPage(const QString &id) {
    m_store->setValue(kPage, id);
}

} // namespace yipi::gui
