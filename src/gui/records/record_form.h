// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/record_table_model.h"
#include "gui/rules/field_message.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace yipi::gui {

/// A form made from the description of a kind: label, editor, help and what is wrong below each field. Either
/// of a stored record, whose fields are written when they are left, or of a new one, which starts with the
/// fields that have to be filled in.
class RecordForm : public QWidget {
    Q_OBJECT

public:
    enum class Purpose { Edit, Add };

    RecordForm(EntityKind kind, Purpose purpose, RecordTableModel &model, QWidget *parent = nullptr);

    /// Shows a stored record with its drafts. What a person is typing into the same record stays.
    void showRecord(const Record &record);
    /// What was typed into the fields of a new record.
    std::vector<services::TypedField> typed() const;
    bool hasText() const;
    /// Says each detail below its field and goes to the first; false when it belongs to no field.
    bool showErrors(const Error &error);
    void focusFirst();

private:
    struct Line {
        int field = 0;
        QWidget *input = nullptr;
        QLabel *help = nullptr; ///< null = nothing to say
        std::shared_ptr<FieldMessage> message;
    };

    void addLine(QFormLayout *form, int field);
    void commit(const Line &line);
    void retryDrafts();
    void showReasons();
    void showMessage(const Line &line, const QString &text);
    void adaptToType();
    CustomField typedCustomField() const;

    RecordTableModel &m_model;
    EntityKind m_kind;
    Purpose m_purpose;
    qint64 m_id = 0;
    std::vector<Line> m_lines;
    QFormLayout *m_form;
    QLabel *m_preview = nullptr; ///< of a custom field
};

} // namespace yipi::gui
