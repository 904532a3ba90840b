// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/paste_bar.h"

#include "gui/ledger/block_editing.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace yipi::gui {

namespace {

constexpr int kLine = 20; ///< px of a failure
constexpr int kVisibleLines = 4;

/// 改 38 格，不变 1 格，有误 3 格，不能修改 2 格
QString counts(const PasteOffer &offer) {
    QStringList parts{PasteBar::tr("改 %1 格").arg(offer.changed)};
    if (offer.unchanged > 0)
        parts << PasteBar::tr("不变 %1 格").arg(offer.unchanged);
    if (offer.failed > 0)
        parts << PasteBar::tr("有误 %1 格（留在格中待改）").arg(offer.failed);
    if (offer.locked > 0)
        parts << PasteBar::tr("不能修改 %1 格").arg(offer.locked);
    return parts.join(u'，');
}

QString summary(const PasteOffer &offer) {
    QStringList sentences{PasteBar::tr("粘贴：%1").arg(counts(offer))};
    if (offer.hasHeader)
        sentences << PasteBar::tr("首行是表头，已跳过；按位置对应各列");
    if (offer.columnsBeyond > 0)
        sentences << PasteBar::tr("右边多出 %1 列，不写入").arg(offer.columnsBeyond);
    if (offer.rowsBelow > 0 && !offer.canAdd)
        sentences << PasteBar::tr("下面多出 %1 行，没有项目名称，不写入").arg(offer.rowsBelow);
    return sentences.join(u'；');
}

} // namespace

PasteBar::PasteBar(QWidget *parent)
    : QFrame(parent)
    , m_summary(new QLabel(this))
    , m_adds(new QCheckBox(this))
    , m_failures(new QListWidget(this))
    , m_write(new QPushButton(this))
    , m_wizard(new QPushButton(tr("用导入向导打开"), this)) {
    setProperty("strip", QStringLiteral("info"));
    setAccessibleName(tr("粘贴预览"));
    m_summary->setObjectName(QStringLiteral("pasteSummary"));
    m_summary->setWordWrap(true);
    m_adds->setObjectName(QStringLiteral("pasteAdds"));
    m_failures->setObjectName(QStringLiteral("pasteFailures"));
    m_failures->setAccessibleName(tr("有误的单元格"));
    m_failures->setSelectionMode(QAbstractItemView::NoSelection);
    m_failures->setUniformItemSizes(true);
    m_write->setObjectName(QStringLiteral("pasteWrite"));
    m_write->setProperty("role", QStringLiteral("primary"));
    m_write->setAutoDefault(true);
    m_wizard->setObjectName(QStringLiteral("pasteWizard"));
    auto *cancel = new QPushButton(tr("取消"), this);
    cancel->setObjectName(QStringLiteral("pasteCancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    row->addWidget(m_adds);
    row->addWidget(m_write);
    row->addWidget(cancel);
    row->addWidget(m_wizard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 10, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_failures);
    connect(m_write, &QPushButton::clicked, this, &PasteBar::accepted);
    connect(cancel, &QPushButton::clicked, this, &PasteBar::cancelled);
    connect(m_wizard, &QPushButton::clicked, this, &PasteBar::wizardRequested);
    connect(m_adds, &QCheckBox::toggled, this, &PasteBar::addingToggled);
    hide();
}

void PasteBar::open(const PasteOffer &offer) {
    m_summary->setText(summary(offer));
    {
        const QSignalBlocker blocker(m_adds);
        m_adds->setText(tr("多出的 %1 行新增为项目").arg(offer.rowsBelow));
        m_adds->setChecked(offer.addsProjects);
        m_adds->setVisible(offer.canAdd);
    }
    m_failures->clear();
    m_failures->addItems(offer.failures);
    m_failures->setVisible(!offer.failures.isEmpty());
    m_failures->setFixedHeight(kLine * std::min(kVisibleLines, int(offer.failures.size())) + 4);
    m_write->setText(tr("写入 %1 格").arg(offer.changed));
    m_write->setEnabled(offer.changed + offer.failed > 0);
    m_wizard->setVisible(offer.hasHeader || offer.columnsBeyond > 0 || offer.rowsBelow > 0);
    show();
    m_write->setFocus();
}

void PasteBar::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_write->isEnabled())
        Q_EMIT accepted();
    else
        QFrame::keyPressEvent(event);
}

} // namespace yipi::gui
