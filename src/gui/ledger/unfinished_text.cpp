// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/unfinished_text.h"

#include "services/report_service.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

namespace yipi::gui {

namespace {

const QString kProject = QStringLiteral("project"), kField = QStringLiteral("field");
const QString kText = QStringLiteral("text");

} // namespace

UnfinishedText::UnfinishedText(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file)) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &UnfinishedText::save);
}

std::optional<TypedText> UnfinishedText::left() const {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    TypedText typed{json.value(kProject).toInteger(), json.value(kField).toString(),
                    json.value(kText).toString()};
    return typed.project > 0 && !typed.field.isEmpty() ? std::optional(typed) : std::nullopt;
}

void UnfinishedText::follow(QWidget *editor, qint64 project, const QString &field) {
    auto *combo = qobject_cast<QComboBox *>(editor);
    auto *line = combo ? combo->lineEdit() : qobject_cast<QLineEdit *>(editor);
    if (!line)
        return;
    forget();
    m_line = line;
    m_followed = line;
    m_typed = {project, field, {}};
    connect(line, &QLineEdit::textEdited, this, [this, line] {
        if (line == m_followed &&
            !m_delay.isActive()) // not restarted: a text is written also under a long run
            m_delay.start();
    });
    connect(line, &QObject::destroyed, this, [this](QObject *gone) {
        if (gone != m_followed) // the editor of the next cell is open already
            return;
        m_followed = nullptr;
        forget();
    });
}

void UnfinishedText::save() {
    if (!m_followed || !m_line)
        return;
    m_typed.text = m_line->text();
    QDir().mkpath(QFileInfo(m_file).path());
    const QJsonObject json{{kProject, m_typed.project}, {kField, m_typed.field}, {kText, m_typed.text}};
    // What can't be kept is only not offered again: the text itself stands in its cell.
    (void)services::writeFile(m_file, QJsonDocument(json).toJson());
}

void UnfinishedText::forget() {
    m_delay.stop();
    QFile::remove(m_file);
}

} // namespace yipi::gui
