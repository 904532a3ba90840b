// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

class QLineEdit;

namespace yipi::gui {

/// What was being typed into a cell.
struct TypedText {
    qint64 project = 0;
    QString field; ///< key
    QString text;
};

/// Keeps the text of the open editor in a file while it is being typed, so that a crash does not take it
/// along. The file goes when the editor does. A file that can't be written is not told: it is only a net.
class UnfinishedText : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMs = 500;

    explicit UnfinishedText(QString file, QObject *parent = nullptr);

    /// What the file holds from a former run; nothing when it is not there or not readable.
    std::optional<TypedText> left() const;
    void follow(QWidget *editor, qint64 project, const QString &field);
    void forget();

private:
    void save();

    QString m_file;
    QPointer<QLineEdit> m_line;
    const QObject *m_followed = nullptr; ///< the same, also while it is being destroyed
    TypedText m_typed;
    QTimer m_delay;
};

} // namespace yipi::gui
