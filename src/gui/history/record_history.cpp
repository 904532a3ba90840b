// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/record_history.h"

#include "gui/history/restore_bar.h"
#include "gui/import/import_tables.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/strip_message.h"
#include "services/set_details.h"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace yipi::gui {

using services::HistoryLine;

class RecordHistory::Model : public QAbstractTableModel {
public:
    enum Column { At, User, Source, FieldName, Before, After, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(QList<HistoryLine> lines) {
        m_lines = std::move(lines);
        show(m_field);
    }
    /// Lines of one field, or all of them.
    void show(const QString &field) {
        beginResetModel();
        m_field = field;
        m_shown.clear();
        for (qsizetype i = m_lines.size(); i-- > 0;)
            if (field.isEmpty() || m_lines[i].field == field)
                m_shown.push_back(i);
        endResetModel();
    }
    QStringList fields() const {
        QStringList titles;
        for (const HistoryLine &line : m_lines)
            if (!line.field.isEmpty() && !titles.contains(line.field))
                titles << line.field;
        titles.sort();
        return titles;
    }
    const HistoryLine &line(int row) const { return m_lines[m_shown[std::size_t(row)]]; }

    int rowCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : int(m_shown.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : int(ColumnCount);
    }

    QVariant data(const QModelIndex &index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return text(line(index.row()), index.column());
        if (role == Qt::ForegroundRole)
            return index.column() == Before                                 ? theme().t3
                   : index.column() == FieldName || index.column() == After ? theme().t1
                                                                            : theme().t2;
        return {};
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        const QString titles[] = {RecordHistory::tr("时间"), RecordHistory::tr("用户"),
                                  RecordHistory::tr("来源"), RecordHistory::tr("字段"),
                                  RecordHistory::tr("原值"), RecordHistory::tr("新值"),
                                  RecordHistory::tr("理由")};
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(titles[section])
                                                                        : QVariant();
    }

private:
    static QString text(const HistoryLine &line, int column) {
        const auto shown = [&](const QString &value) {
            return value.isEmpty() && !line.field.isEmpty() ? RecordHistory::tr("（空）") : value;
        };
        switch (column) {
        case At:
            return QDateTime::fromString(line.at, Qt::ISODate)
                .toLocalTime()
                .toString(QStringLiteral("yyyy-MM-dd hh:mm"));
        case User:
            return line.user;
        case Source:
            return line.source;
        case FieldName:
            return line.field.isEmpty() ? RecordHistory::tr("整条记录") : line.field;
        case Before:
            return shown(line.before);
        case After:
            return shown(line.after);
        default:
            return line.reason;
        }
    }

    QList<HistoryLine> m_lines; ///< oldest first
    QString m_field;
    std::vector<qsizetype> m_shown; ///< newest first
};

RecordHistory::RecordHistory(services::LedgerService &ledger, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_model(new Model(this))
    , m_strip(new StripMessage(this))
    , m_fields(new QComboBox(this))
    , m_view(makeTable(m_model, tr("修改历史"), 28))
    , m_restore(new RestoreBar(this)) {
    m_fields->setObjectName(QStringLiteral("historyField"));
    m_fields->setAccessibleName(tr("字段"));
    m_view->setObjectName(QStringLiteral("historyLines"));
    m_view->setItemDelegate(new FigureDelegate(m_view));
    setColumnWidths(m_view, {128, 72, 56, 110, 140, 140});
    auto *head = new QFrame(this);
    head->setProperty("role", QStringLiteral("panelHeader"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("字段"), head));
    row->addWidget(m_fields);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_restore);
    connect(m_fields, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->show(index > 0 ? m_fields->currentText() : QString());
        showLine();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecordHistory::showLine);
    connect(m_restore, &RestoreBar::restoreRequested, this, &RecordHistory::restore);
    connect(&ledger, &services::LedgerService::ledgerChanged, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
    showLine();
}

RecordHistory::~RecordHistory() = default;

void RecordHistory::showRecord(EntityKind kind, qint64 id) {
    m_kind = kind;
    m_id = id;
    m_strip->clear();
    refresh();
}

void RecordHistory::chooseField(const QString &title) {
    m_fields->setCurrentIndex(std::max(0, m_fields->findText(title)));
}

void RecordHistory::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void RecordHistory::refresh() {
    m_isStale = false;
    if (m_id == 0)
        return;
    auto lines = m_ledger.history(m_kind, m_id);
    if (!lines)
        m_strip->showError(lines.error());
    m_model->setLines(lines ? std::move(*lines) : QList<HistoryLine>());
    fillFields();
    showLine();
}

void RecordHistory::fillFields() {
    const QString chosen = m_fields->currentIndex() > 0 ? m_fields->currentText() : QString();
    {
        const QSignalBlocker quiet(m_fields);
        m_fields->clear();
        m_fields->addItem(tr("全部字段"));
        m_fields->addItems(m_model->fields());
        m_fields->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_fields->findText(chosen)));
    }
    m_model->show(m_fields->currentIndex() > 0 ? m_fields->currentText() : QString());
}

void RecordHistory::showLine() {
    const QModelIndex current = m_view->currentIndex();
    const bool isField = current.isValid() && m_model->line(current.row()).position >= 0;
    const bool isReadOnly = m_ledger.status().readOnly;
    m_restore->setRestorable(isField && !isReadOnly,
                             isReadOnly ? tr("台账只读，不能还原") : tr("请选一次字段的修改"));
}

void RecordHistory::restore(const QString &reason) {
    const HistoryLine line = m_model->line(m_view->currentIndex().row());
    const auto restored =
        services::restoreField(m_ledger, line.setId, line.entity, line.recordId, line.position, reason);
    if (!restored) {
        m_strip->showError(restored.error());
        return;
    }
    m_restore->clearReason();
    m_strip->showMessage(StripMessage::Kind::Info, tr("已把%1还原为原值").arg(line.field));
}

} // namespace yipi::gui
