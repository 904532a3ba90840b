// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/start_page.h"

#include "ui_start_page.h"

namespace yipi::gui {
namespace {
constexpr int kSealPixels = 56;
}

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>()) {
    m_ui->setupUi(this);
    m_ui->seal->setPixmap(
        QIcon(QStringLiteral(":/app.svg")).pixmap(QSize(kSealPixels, kSealPixels), devicePixelRatioF()));
    connect(m_ui->demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    connect(m_ui->create, &QPushButton::clicked, this, &StartPage::createRequested);
    connect(m_ui->open, &QPushButton::clicked, this, &StartPage::openRequested);
}

StartPage::~StartPage() = default;

} // namespace yipi::gui
