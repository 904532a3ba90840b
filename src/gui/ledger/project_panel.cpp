// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_panel.h"

#include "gui/ledger/cell_painting.h"
#include "gui/theme.h"
#include "gui/widgets/light_glyph.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace yipi::gui {

namespace {

constexpr int kWidth = 316;
constexpr int kKeyWidth = 84;
constexpr int kHistoryLines = 8;

QLabel *makeLabel(const char *role, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString colored(const QString &text, const QColor &color) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text.toHtmlEscaped());
}

/// A journal line as two lines of rich text: who and when, then what.
QString html(const services::HistoryLine &line) {
    const QDateTime at = QDateTime::fromString(line.at, Qt::ISODate).toLocalTime();
    const QString head =
        QStringLiteral("%1　%2　%3").arg(at.toString(QStringLiteral("MM-dd hh:mm")), line.user, line.source);
    const auto value = [](const QString &text) { return text.isEmpty() ? QStringLiteral("空") : text; };
    const QString what =
        line.field.isEmpty()
            ? line.title
            : QStringLiteral("%1 %2 → %3").arg(line.field, value(line.before), value(line.after));
    return colored(head, theme().t3) + QStringLiteral("<br>") + what.toHtmlEscaped();
}

} // namespace

ProjectPanel::ProjectPanel(QWidget *parent)
    : QFrame(parent) {
    setProperty("role", QStringLiteral("panel"));
    setAccessibleName(tr("项目信息"));
    setMinimumWidth(kWidth);
    setMaximumWidth(kWidth + 120);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = makeBody();
    scroll->setWidget(m_body);
    layout->addWidget(scroll, 1);
    showRow(-1);
}

QWidget *ProjectPanel::makeHead() {
    auto *head = new QFrame(this);
    head->setProperty("role", QStringLiteral("panelHeader"));
    head->setFixedHeight(34);
    m_code = makeLabel("label", head);
    m_code->setWordWrap(false);
    auto *close = new QToolButton(head);
    close->setIcon(icon(QStringLiteral("x")));
    close->setToolTip(tr("关闭右侧栏（F6）"));
    close->setAccessibleName(tr("关闭右侧栏"));
    connect(close, &QToolButton::clicked, this, &ProjectPanel::closeRequested);
    auto *details = new QToolButton(head);
    details->setObjectName(QStringLiteral("panelDetails"));
    details->setIcon(icon(QStringLiteral("file")));
    details->setToolTip(tr("项目详情（F3）"));
    details->setAccessibleName(tr("项目详情"));
    connect(details, &QToolButton::clicked, this, &ProjectPanel::detailsRequested);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 0, 6, 0);
    row->addWidget(m_code, 1);
    row->addWidget(details);
    row->addWidget(close);
    return head;
}

QWidget *ProjectPanel::makeBody() {
    auto *body = new QWidget(this);
    body->setAutoFillBackground(true);
    QPalette colors = body->palette();
    colors.setColor(QPalette::Window, theme().surf);
    body->setPalette(colors);
    m_name = makeLabel("subject", body);
    m_name->setObjectName(QStringLiteral("panelName"));
    m_owner = makeLabel("label", body);
    m_state = makeLabel("", body);
    m_state->setTextFormat(Qt::RichText);
    m_history = makeLabel("", body);
    m_history->setTextFormat(Qt::RichText);
    m_history->setObjectName(QStringLiteral("panelHistory"));
    auto *grid = new QGridLayout;
    grid->setColumnMinimumWidth(0, kKeyWidth);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    addSection(grid, tr("投资和产出"),
               {"total_investment", "fixed_asset_investment", "expected_output", "expected_tax"});
    addSection(grid, tr("节点"),
               {"actual_sign", "planned_start", "actual_start", "planned_produce", "actual_produce",
                "planned_attain", "actual_attain"});
    addSection(grid, tr("责任"),
               {"patron", "service_officer", "responsible_unit", "responsible_person", "phone"});
    addSection(grid, tr("内容"), {"industry", "chain", "content", "remarks"});
    auto *historyTitle = makeLabel("title", body);
    historyTitle->setText(tr("最近变更"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_owner);
    column->addWidget(m_state);
    column->addLayout(grid);
    m_customPlace = new QVBoxLayout;
    column->addLayout(m_customPlace);
    column->addSpacing(8);
    column->addWidget(historyTitle);
    column->addWidget(m_history);
    column->addStretch(1);
    return body;
}

void ProjectPanel::addSection(QGridLayout *grid, const QString &title,
                              const std::vector<const char *> &keys) {
    const EntityInfo &info = entityInfo(EntityKind::Project);
    addHeading(grid, title);
    for (const char *key : keys) {
        const int field = info.indexOf(QLatin1String(key));
        m_lines.push_back(addLine(grid, field, info.fields[std::size_t(field)].title));
    }
}

void ProjectPanel::addHeading(QGridLayout *grid, const QString &title) {
    auto *heading = makeLabel("title", this);
    heading->setText(title);
    grid->setRowMinimumHeight(grid->rowCount(), 6);
    grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
}

ProjectPanel::Line ProjectPanel::addLine(QGridLayout *grid, int field, const QString &title) {
    const int row = grid->rowCount();
    auto *name = makeLabel("label", this);
    name->setText(title);
    auto *value = makeLabel("", this);
    value->setAccessibleName(title);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return {field, value};
}

/// The office's own fields come and go while the window is open.
void ProjectPanel::makeCustomLines() {
    delete m_custom;
    m_custom = new QWidget(m_body);
    m_customLines.clear();
    auto *grid = new QGridLayout(m_custom);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, kKeyWidth);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    const auto &fields = m_ledger->fields(EntityKind::Project);
    const auto builtIn = entityInfo(EntityKind::Project).fields.size();
    if (fields.size() > builtIn)
        addHeading(grid, tr("自定义"));
    for (std::size_t i = builtIn; i < fields.size(); ++i)
        m_customLines.push_back(addLine(grid, int(i), fields[i].title));
    m_customPlace->addWidget(m_custom);
}

void ProjectPanel::setLedger(const services::LedgerService &ledger, const LedgerTableModel &model) {
    m_ledger = &ledger;
    m_model = &model;
    makeCustomLines();
    connect(&ledger, &services::LedgerService::fieldsChanged, this, &ProjectPanel::makeCustomLines);
}

void ProjectPanel::showRow(int index) {
    const ProjectRow *row = m_model ? m_model->row(index) : nullptr;
    m_body->setVisible(row);
    m_code->setText(row ? QString() : tr("未选中项目"));
    if (!row)
        return;
    showHead(*row, index);
    for (const auto *lines : {&m_lines, &m_customLines})
        showLines(*lines, *row);
    showHistory(row->record.id);
}

void ProjectPanel::showLines(const std::vector<Line> &lines, const ProjectRow &row) {
    const auto &fields = m_ledger->fields(EntityKind::Project);
    for (const Line &line : lines) {
        const FieldInfo &field = fields[std::size_t(line.field)];
        const Value &value = row.record.values[std::size_t(line.field)];
        QString text = m_ledger->text(field, value, m_model->moneyUnit());
        if (field.type == FieldType::Money && !text.isEmpty())
            text += u' ' + title(m_model->moneyUnit());
        line.value->setText(text.isEmpty() ? QStringLiteral("—") : text);
    }
}

void ProjectPanel::showHead(const ProjectRow &row, int index) {
    const auto text = [&](const char *key) {
        const EntityInfo &info = entityInfo(EntityKind::Project);
        const int field = info.indexOf(QLatin1String(key));
        return m_ledger->text(info.fields[std::size_t(field)], row.record.values[std::size_t(field)]);
    };
    const QString code = text("code");
    m_code->setText(code.isEmpty() ? tr("（无编号）") : code);
    m_name->setText(text("name"));
    const QString investor = text("investor");
    m_owner->setText(investor.isEmpty() ? text("zone")
                                        : QStringLiteral("%1 · %2").arg(investor, text("zone")));
    QString state = colored(QStringLiteral("■ "), stageColor(row.stage)) + title(row.stage).toHtmlEscaped();
    const QModelIndex light = m_model->index(index, 1);
    if (const QVariant value = light.data(LedgerTableModel::LightRole); value.isValid()) {
        const LightColors colors = colorsOf(indicators::Light(value.toInt()));
        const QString glyph(lightGlyph(indicators::Light(value.toInt())));
        state += QStringLiteral("　") + colored(glyph, colors.fill) + u' ' +
                 colored(light.data(Qt::ToolTipRole).toString(), colors.text);
    }
    m_state->setText(state);
}

void ProjectPanel::showHistory(qint64 projectId) {
    const auto lines = m_ledger->history(EntityKind::Project, projectId);
    if (!lines) {
        m_history->setText(colored(lines.error().text(), theme().red));
        return;
    }
    QStringList shown;
    for (auto line = lines->crbegin(); line != lines->crend() && shown.size() < kHistoryLines; ++line)
        shown.append(html(*line)); // the latest first
    m_history->setText(shown.isEmpty() ? tr("没有变更记录") : shown.join(QStringLiteral("<br>")));
}

} // namespace yipi::gui
