// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_session.h"
#include "gui/widgets/panel.h"

#include <functional>

namespace yipi::gui {

class MappingModel;

/// How the columns of the sheet that is looked at are understood, to be changed, saved as a file for other
/// offices, or taken from one.
class MappingPanel : public Panel {
    Q_OBJECT

public:
    /// Asks for a mapping file to write (with a suggestion) or to read (without). Empty = cancelled.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    explicit MappingPanel(ImportSession &session, QWidget *parent = nullptr);

    /// Null empties it; the plan must outlive the panel or its next call.
    void showSheet(const exchange::SheetPlan *sheet);
    void setPathChooser(PathChooser choose) { m_choose = std::move(choose); }

Q_SIGNALS:
    void failed(const yipi::Error &error);
    void saved(const QString &path);

private:
    void load();
    void save();

    ImportSession &m_session;
    MappingModel *m_model;
    QString m_file; ///< of the sheet
    PathChooser m_choose;
};

} // namespace yipi::gui
