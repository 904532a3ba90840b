// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/attachment.h"
#include "gui/project/child_panel.h"
#include "services/attachment_store.h"

#include <QTemporaryDir>
#include <QUrl>

class QLabel;

namespace yipi::gui {

/// 附件: files of a project. They are added by dropping them or by a button, shown when they are pictures,
/// opened with the system's programs, saved elsewhere, removed; a content that is gone is struck through.
class AttachmentPanel : public ChildPanel {
    Q_OBJECT

public:
    using Opener = std::function<bool(const QUrl &)>;

    explicit AttachmentPanel(services::LedgerService &ledger, QWidget *parent = nullptr);

    void showAttachments(qint64 project, std::vector<Record> rows, bool isSame);
    /// Takes files in, dated with this day.
    void addFiles(const QStringList &files);
    void open();
    void saveTo(const QString &path);
    void remove();
    void relocate(const QString &file);
    /// Instead of QDesktopServices.
    void setOpener(Opener opener) { m_opener = std::move(opener); }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const char *name, std::function<void()> run);
    std::optional<Attachment> current() const;
    void chooseFiles();
    void showCurrent();
    void showPicture(const Attachment &attachment);
    void tell(const Error &error);

    services::LedgerService &m_ledger;
    services::AttachmentStore m_store;
    qint64 m_project = 0;
    QTemporaryDir m_opened; ///< copies under their own names, which programs go by
    Opener m_opener;
    QWidget *m_tools;
    QLabel *m_picture;
    QPushButton *m_open, *m_save, *m_remove, *m_relocate;
};

} // namespace yipi::gui
