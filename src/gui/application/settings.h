// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QSettings;

namespace yipi::gui {

/// What the window remembers about itself, in an ini file of the user's configuration folder. A missing or
/// damaged file, or a damaged value in it, counts as nothing remembered; nothing here is needed to run.
class Settings {
public:
    /// `path` empty: yipi.ini in the configuration folder.
    explicit Settings(const QString &path = {});
    ~Settings();

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    QByteArray layout() const; ///< docks
    void setLayout(const QByteArray &state);
    bool isNavigationCollapsed() const;
    void setNavigationCollapsed(bool collapsed);
    QByteArray gridViews() const; ///< one's own views of the ledger grid, JSON
    void setGridViews(const QByteArray &views);
    QString page() const; ///< id of the page shown last
    void setPage(const QString &id);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace yipi::gui
