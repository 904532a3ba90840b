// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/mapping_panel.h"

#include "gui/import/import_tables.h"
#include "gui/import/mapping_delegate.h"
#include "gui/import/mapping_model.h"
#include "gui/widgets/save_file_name.h"
#include "services/report_service.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QTableView>

namespace yipi::gui {

MappingPanel::MappingPanel(ImportSession &session, QWidget *parent)
    : Panel(tr("列映射"), parent)
    , m_session(session)
    , m_model(new MappingModel(this))
    , m_choose([this](const QString &suggestion) {
        const QString filter = tr("列映射 (*.json)");
        return suggestion.isEmpty() ? QFileDialog::getOpenFileName(this, tr("载入列映射"), {}, filter)
                                    : askSaveFileName(this, tr("保存列映射"), suggestion, filter);
    }) {
    const std::tuple<QString, const char *, void (MappingPanel::*)()> tools[] = {
        {tr("载入…"), "loadMapping", &MappingPanel::load}, {tr("保存…"), "saveMapping", &MappingPanel::save}};
    for (const auto &[text, name, run] : tools) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setProperty("role", QStringLiteral("small"));
        button->setToolTip(tr("列映射存为文件，可以给用同样表格的其他单位；本机会自动记住"));
        addToHeader(button);
        connect(button, &QPushButton::clicked, this, run);
    }
    QTableView *view = makeTable(m_model, tr("列映射"), 28);
    setColumnWidths(view, {46, 160, 180, 84});
    view->setItemDelegate(new MappingDelegate(*m_model, view));
    view->setEditTriggers(QAbstractItemView::AllEditTriggers);
    body()->addWidget(view);
    connect(m_model, &MappingModel::mappingRequested, &m_session, &ImportSession::setMapping,
            Qt::QueuedConnection);
}

void MappingPanel::showSheet(const exchange::SheetPlan *sheet) {
    m_file = sheet ? sheet->file : QString();
    m_model->setCustomFields(m_session.customFieldTitles());
    m_model->setSheet(sheet);
    const int uncertain = m_model->uncertainCount();
    setNote(!sheet ? QString()
                   : tr("%1 列，已对应 %2%3")
                         .arg(m_model->rowCount())
                         .arg(m_model->mappedCount())
                         .arg(uncertain ? tr("，%1 列低于 80 分，请核对").arg(uncertain) : QString()));
}

void MappingPanel::load() {
    const QString path = m_choose({});
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error{ErrorCode::FileUnreadable, tr("打不开列映射文件"), tr("请检查文件和权限。"), {}, {}, {}};
        error.place.file = path;
        Q_EMIT failed(error);
        return;
    }
    if (const auto taken = m_session.takeMapping(m_file, file.readAll()); !taken)
        Q_EMIT failed(taken.error());
}

void MappingPanel::save() {
    const QFileInfo source(m_file);
    const QString path = m_choose(source.dir().filePath(source.completeBaseName() + tr("-列映射.json")));
    if (path.isEmpty())
        return;
    if (const auto written = services::writeFile(path, m_session.mappingOf(m_file)); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT saved(path);
}

} // namespace yipi::gui
