// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/attachment_panel.h"

#include "gui/theme.h"
#include "gui/widgets/save_file_name.h"
#include "gui/widgets/strip_message.h"

#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace yipi::gui {
namespace {

constexpr int kAttachmentRows = 6;
constexpr int kPictureHeight = 140;

/// 附件 with sizes in words; what has no content any more is struck through.
class AttachmentModel : public ChildTableModel {
public:
    explicit AttachmentModel(services::LedgerService &ledger)
        : ChildTableModel(ledger, EntityKind::Attachment,
                          {QStringLiteral("file_name"), QStringLiteral("size"), QStringLiteral("added_on"),
                           QStringLiteral("note")})
        , m_store(ledger.status().location) {}

protected:
    bool isEditable(const Record &, const QString &key) const override { return key == u"note"; }

    QVariant decoration(const Record &record, const QString &key, int role) const override {
        const auto attachment = fromRecord<Attachment>(record);
        if (role == Qt::DisplayRole && key == u"size")
            return attachment.size ? QLocale::c().formattedDataSize(*attachment.size, 1,
                                                                    QLocale::DataSizeTraditionalFormat)
                                   : QString();
        const bool isMissing = m_store.stateOf(attachment) == services::AttachmentStore::State::Missing;
        if (!isMissing)
            return {};
        if (role == Qt::FontRole) {
            QFont font;
            font.setStrikeOut(true);
            return font;
        }
        if (role == Qt::ForegroundRole)
            return theme().red;
        return role == Qt::ToolTipRole ? QVariant(AttachmentPanel::tr("内容不在了，可重新定位")) : QVariant();
    }

private:
    services::AttachmentStore m_store;
};

} // namespace

AttachmentPanel::AttachmentPanel(services::LedgerService &ledger, QWidget *parent)
    : ChildPanel(tr("附件"), new AttachmentModel(ledger), kAttachmentRows, {170, 64, 84}, parent)
    , m_ledger(ledger)
    , m_store(ledger.status().location)
    , m_opener([](const QUrl &url) { return QDesktopServices::openUrl(url); })
    , m_tools(new QWidget(this))
    , m_picture(new QLabel(this)) {
    const bool isWritable = !ledger.status().readOnly;
    setAdding(tr("添加附件"), tr("没有附件，可把文件拖到这里"), isWritable, [this] { chooseFiles(); });
    setAcceptDrops(isWritable);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(8, 4, 8, 6);
    row->setSpacing(6);
    m_open = addButton(tr("打开"), "openAttachment", [this] { open(); });
    m_save = addButton(tr("另存为…"), "saveAttachment", [this] {
        if (const auto attachment = current())
            if (const QString path = askSaveFileName(this, tr("另存附件"), attachment->fileName, {});
                !path.isEmpty())
                saveTo(path);
    });
    m_relocate = addButton(tr("重新定位…"), "relocateAttachment", [this] {
        if (const QString file = QFileDialog::getOpenFileName(this, tr("指出原文件")); !file.isEmpty())
            relocate(file);
    });
    m_remove = addButton(tr("移除"), "removeAttachment", [this] { remove(); });
    row->addStretch(1);
    m_picture->setObjectName(QStringLiteral("attachmentPicture"));
    m_picture->setAlignment(Qt::AlignCenter);
    body()->addWidget(m_tools);
    body()->addWidget(m_picture);
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AttachmentPanel::showCurrent);
    connect(table(), &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!(index.flags() & Qt::ItemIsEditable))
            open();
    });
    showCurrent();
}

QPushButton *AttachmentPanel::addButton(const QString &text, const char *name, std::function<void()> run) {
    auto *button = new QPushButton(text, m_tools);
    button->setProperty("role", QStringLiteral("small"));
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, run);
    m_tools->layout()->addWidget(button);
    return button;
}

void AttachmentPanel::showAttachments(qint64 project, std::vector<Record> rows, bool isSame) {
    m_project = project;
    setNote(rows.empty() ? QString() : QString::number(rows.size()));
    setRows(std::move(rows), isSame);
    showCurrent();
}

std::optional<Attachment> AttachmentPanel::current() const {
    const int row = table()->currentIndex().row();
    if (row < 0 || row >= model()->rowCount())
        return std::nullopt;
    return fromRecord<Attachment>(model()->record(row));
}

void AttachmentPanel::chooseFiles() {
    if (const QStringList files = QFileDialog::getOpenFileNames(this, tr("添加附件")); !files.isEmpty())
        addFiles(files);
}

void AttachmentPanel::addFiles(const QStringList &files) {
    const auto added = services::attachFiles(m_ledger, m_project, files, QDate::currentDate());
    if (!added)
        tell(added.error());
    else
        strip()->clear();
}

void AttachmentPanel::open() {
    const auto attachment = current();
    if (!attachment)
        return;
    // Under its own name, which programs go by; the original stays out of their reach.
    const QString folder = m_opened.filePath(attachment->sha256.left(16));
    const QString copy = folder + u'/' + QFileInfo(attachment->fileName).fileName();
    QDir().mkpath(folder);
    if (const auto saved = m_store.saveAs(*attachment, copy); !saved)
        tell(saved.error());
    else if (!m_opener(QUrl::fromLocalFile(copy)))
        strip()->showMessage(StripMessage::Kind::Warn,
                             tr("没有能打开“%1”的程序，可另存后再打开").arg(attachment->fileName));
}

void AttachmentPanel::saveTo(const QString &path) {
    const auto attachment = current();
    if (!attachment)
        return;
    if (const auto saved = m_store.saveAs(*attachment, path); !saved)
        tell(saved.error());
    else
        strip()->showMessage(StripMessage::Kind::Info, tr("已另存为 %1").arg(path));
}

void AttachmentPanel::remove() {
    const auto attachment = current();
    if (!attachment)
        return;
    if (const auto removed = services::removeAttachment(m_ledger, *attachment); !removed)
        tell(removed.error());
    else
        strip()->showMessage(StripMessage::Kind::Info,
                             tr("已移除附件“%1”　可撤销 (Ctrl+Z)").arg(attachment->fileName));
}

void AttachmentPanel::relocate(const QString &file) {
    const auto attachment = current();
    if (!attachment)
        return;
    if (const auto restored = m_store.restore(*attachment, file); !restored) {
        tell(restored.error());
        return;
    }
    strip()->showMessage(StripMessage::Kind::Info, tr("已找回附件“%1”的内容").arg(attachment->fileName));
    table()->viewport()->update();
    showCurrent();
}

void AttachmentPanel::showCurrent() {
    const auto attachment = current();
    const bool isWritable = !m_ledger.status().readOnly;
    m_tools->setVisible(model()->rowCount() > 0);
    const bool isThere =
        attachment && m_store.stateOf(*attachment) == services::AttachmentStore::State::Present;
    m_open->setEnabled(isThere);
    m_save->setEnabled(isThere);
    m_remove->setEnabled(attachment && isWritable);
    m_relocate->setEnabled(attachment.has_value());
    m_picture->hide();
    if (isThere)
        showPicture(*attachment);
}

void AttachmentPanel::showPicture(const Attachment &attachment) {
    static const QStringList kPictures{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
                                       QStringLiteral("bmp"), QStringLiteral("gif"), QStringLiteral("webp")};
    if (!kPictures.contains(QFileInfo(attachment.fileName).suffix().toLower()))
        return;
    const auto content = m_store.read(attachment);
    if (!content) {
        tell(content.error());
        return;
    }
    const QImage image = QImage::fromData(*content);
    m_picture->setText(tr("这张图片读不出来"));
    if (!image.isNull())
        m_picture->setPixmap(QPixmap::fromImage(
            image.scaled(320, kPictureHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    m_picture->setAccessibleName(tr("预览：%1").arg(attachment.fileName));
    m_picture->show();
}

void AttachmentPanel::tell(const Error &error) {
    strip()->showError(error);
}

void AttachmentPanel::dragEnterEvent(QDragEnterEvent *event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void AttachmentPanel::dropEvent(QDropEvent *event) {
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    addFiles(files);
}

} // namespace yipi::gui
