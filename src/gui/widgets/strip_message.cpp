// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/strip_message.h"

#include "gui/theme.h"
#include "gui/widgets/error_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

namespace yipi::gui {
namespace {
constexpr int kIconPixels = 16;
constexpr int kDelayMs = 300; ///< shorter work shows no bar (docs/ui.md 6, States)
} // namespace

StripMessage::StripMessage(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_delay(new QTimer(this)) {
    setObjectName(QStringLiteral("strip"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setFixedWidth(160);
    m_bar->setTextVisible(false);
    m_action->setProperty("role", QStringLiteral("small"));
    m_close->setProperty("role", QStringLiteral("link"));
    m_close->setIcon(icon(QStringLiteral("x")));
    m_close->setAccessibleName(tr("关闭提示"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 6, 3);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kDelayMs);
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_close, &QPushButton::clicked, this, &StripMessage::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        clear();
        if (run)
            run();
    });
    hide();
}

void StripMessage::setKind(Kind kind) {
    constexpr const char *kNames[] = {"info", "warn", "error"};
    constexpr const char *kIcons[] = {"info", "warn", "err"};
    const QColor colors[] = {theme().ac, theme().amb, theme().red};
    const auto i = std::size_t(kind);
    setProperty("strip", QLatin1String(kNames[i]));
    m_icon->setPixmap(icon(QLatin1String(kIcons[i]), colors[i])
                          .pixmap(QSize(kIconPixels, kIconPixels), devicePixelRatioF()));
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_text)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

void StripMessage::showMessage(Kind kind, const QString &text, const QString &action,
                               std::function<void()> run) {
    m_delay->stop();
    setKind(kind);
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_bar->hide();
    m_run = std::move(run);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_close->show();
    show();
}

void StripMessage::showError(const Error &error) {
    if (error.details.isEmpty())
        showMessage(Kind::Error, error.text());
    else
        showMessage(Kind::Error, error.text(), tr("详细信息"),
                    [this, error] { ErrorDialog(error, window()).exec(); });
}

void StripMessage::showProgress(const QString &text, std::function<void()> cancel) {
    hide();
    setKind(Kind::Info);
    m_text->setText(text);
    m_bar->setRange(0, 0);
    m_bar->show();
    m_run = std::move(cancel);
    m_action->setText(tr("取消"));
    m_action->setVisible(bool(m_run));
    m_close->hide();
    m_delay->start();
}

void StripMessage::setProgress(int permille) {
    m_bar->setRange(0, permille < 0 ? 0 : 1000);
    m_bar->setValue(permille);
}

void StripMessage::clear() {
    m_delay->stop();
    m_run = {};
    hide();
}

QString StripMessage::text() const {
    return m_text->text();
}

} // namespace yipi::gui
