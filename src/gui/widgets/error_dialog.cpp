// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/error_dialog.h"

#include "gui/theme.h"
#include "ui_error_dialog.h"

#include <QClipboard>

namespace yipi::gui {
namespace {

constexpr int kMaxDetails = 200; ///< more are counted, not listed

QString detailText(const Error &error) {
    QStringList lines{error.text(), QObject::tr("错误代码：%1").arg(key(error.code))};
    for (qsizetype i = 0; i < qMin<qsizetype>(error.details.size(), kMaxDetails); ++i)
        lines << QStringLiteral("%1. %2").arg(i + 1).arg(error.details[i].text());
    if (error.details.size() > kMaxDetails)
        lines << QObject::tr("……共 %1 条，只列出前 %2 条").arg(error.details.size()).arg(kMaxDetails);
    return lines.join(u'\n');
}

} // namespace

ErrorDialog::ErrorDialog(const Error &error, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ErrorDialog>()) {
    m_ui->setupUi(this);
    m_ui->icon->setPixmap(
        icon(QStringLiteral("err"), theme().red).pixmap(QSize(24, 24), devicePixelRatioF()));
    m_ui->message->setText(error.message);
    m_ui->advice->setText(error.advice);
    m_ui->advice->setHidden(error.advice.isEmpty());
    m_ui->details->setPlainText(detailText(error));
    m_ui->details->hide();
    connect(m_ui->fold, &QAbstractButton::toggled, this, [this](bool open) {
        m_ui->fold->setText(open ? tr("收起详细信息") : tr("详细信息"));
        m_ui->details->setVisible(open);
        adjustSize();
    });
    connect(m_ui->copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->details->toPlainText()); });
    connect(m_ui->close, &QAbstractButton::clicked, this, &QDialog::accept);
}

ErrorDialog::~ErrorDialog() = default;

} // namespace yipi::gui
