// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_form.h"

#include "gui/records/custom_field_hints.h"
#include "gui/records/field_input.h"
#include "gui/records/field_words.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace yipi::gui {

namespace {

constexpr int kLabelWidth = 100;
constexpr int kNoteWidth = 184;  ///< of an editor where the panel is narrowest
constexpr int kLabelHeight = 28; ///< of an editor of one line, so that both texts are level

QLabel *makeNote(const QString &text, QWidget *parent) {
    auto *note = new QLabel(text, parent);
    note->setProperty("role", QStringLiteral("note"));
    note->setWordWrap(true);
    note->ensurePolished();
    // A QFormLayout gives a row that was hidden before the height of one line.
    note->setMinimumHeight(note->heightForWidth(kNoteWidth));
    return note;
}

} // namespace

RecordForm::RecordForm(EntityKind kind, Purpose purpose, RecordTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_kind(kind)
    , m_purpose(purpose)
    , m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    std::vector<int> order;
    const auto &fields = model.ledger().fields(kind);
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].isInternal)
            order.push_back(int(i));
    if (purpose == Purpose::Add)
        std::stable_partition(order.begin(), order.end(),
                              [&](int field) { return fields[std::size_t(field)].isRequired; });
    for (const int field : order)
        addLine(m_form, field);
    if (kind == EntityKind::CustomField) {
        m_preview = makeNote({}, this);
        m_preview->setObjectName(QStringLiteral("fillingPreview"));
        m_form->addRow(m_preview);
    }
    ignoreWheelUnlessFocused(this);
    adaptToType();
}

void RecordForm::addLine(QFormLayout *form, int field) {
    const FieldInfo &info = m_model.ledger().fields(m_kind)[std::size_t(field)];
    auto *label =
        new QLabel(titleWithUnit(info) + (info.isRequired ? QStringLiteral(" *") : QString()), this);
    label->setProperty("role", QStringLiteral("label"));
    label->setWordWrap(true);
    label->setMinimumWidth(kLabelWidth);
    label->setMaximumWidth(kLabelWidth);
    label->setMinimumHeight(kLabelHeight);
    QWidget *input = makeFieldInput(m_model.ledger(), info, this);
    input->setToolTip(fillingHint(info));
    if (info.isRequired)
        input->setAccessibleName(tr("%1（必填）").arg(info.title));
    label->setBuddy(input);
    form->addRow(label, input);
    Line line{field, input, nullptr, std::make_shared<FieldMessage>()};
    if (!info.help.isEmpty()) {
        line.help = makeNote(info.help, this);
        form->addRow(QString(), line.help);
    }
    m_lines.push_back(line);
    if (m_purpose == Purpose::Edit) {
        setInputReadOnly(input, !m_model.lockedReason().isEmpty());
        onInputLeft(input, [this, line] { commit(line); });
    }
    onInputChanged(input, [this, line] {
        if (m_purpose == Purpose::Add)
            showMessage(line, {}); // the fault may be gone; the next attempt tells
        adaptToType();
    });
}

void RecordForm::showRecord(const Record &record) {
    const bool isOther = record.id != m_id;
    m_id = record.id;
    for (const Line &line : m_lines) {
        const RecordTableModel::Draft *draft = m_model.draft(m_id, line.field);
        const bool isTyping = !isOther && line.input->hasFocus() && isInputModified(line.input);
        if (!isTyping)
            setInputText(line.input, draft ? draft->text
                                           : editText(m_model.ledger(), m_model.fieldInfo(line.field),
                                                      record.values[std::size_t(line.field)]));
    }
    showReasons();
    adaptToType();
}

void RecordForm::commit(const Line &line) {
    const bool isOfOtherKind = m_model.kind() != m_kind; // a form on its way out
    if (m_id == 0 || isOfOtherKind || !isInputModified(line.input))
        return;
    const QString text = inputText(line.input);
    setInputText(line.input, text); // no longer modified
    if (m_model.write(m_id, line.field, text))
        retryDrafts();
    showReasons();
}

void RecordForm::retryDrafts() {
    // What was refused may be right by now: the type 选项 before its options were written.
    for (const Line &line : m_lines)
        if (const RecordTableModel::Draft *draft = m_model.draft(m_id, line.field))
            m_model.write(m_id, line.field, QString(draft->text));
}

void RecordForm::showReasons() {
    for (const Line &line : m_lines) {
        const RecordTableModel::Draft *draft = m_model.draft(m_id, line.field);
        showMessage(line, draft ? draft->reason : QString());
    }
}

void RecordForm::showMessage(const Line &line, const QString &text) {
    if (text.isEmpty())
        line.message->clear();
    else
        line.message->show(line.input, text);
}

std::vector<services::TypedField> RecordForm::typed() const {
    std::vector<services::TypedField> fields;
    for (const Line &line : m_lines)
        if (m_form->isRowVisible(line.input))
            fields.push_back(
                {m_model.ledger().fields(m_kind)[std::size_t(line.field)].key, inputText(line.input)});
    return fields;
}

bool RecordForm::hasText() const {
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [](const Line &line) { return !inputText(line.input).trimmed().isEmpty(); });
}

bool RecordForm::showErrors(const Error &error) {
    QWidget *first = nullptr;
    QList<Error> faults = error.details;
    if (faults.isEmpty())
        faults << error;
    for (const Line &line : m_lines) {
        const QString &key = m_model.ledger().fields(m_kind)[std::size_t(line.field)].key;
        const auto fault =
            std::find_if(faults.begin(), faults.end(), [&](const Error &e) { return e.place.field == key; });
        showMessage(line, fault == faults.end() ? QString() : fault->message + fault->advice);
        if (fault != faults.end() && !first)
            first = line.input;
    }
    if (first)
        first->setFocus();
    return first;
}

void RecordForm::focusFirst() {
    if (!m_lines.empty())
        m_lines.front().input->setFocus();
}

CustomField RecordForm::typedCustomField() const {
    CustomField custom;
    for (const Line &line : m_lines) {
        const QString &key = m_model.ledger().fields(m_kind)[std::size_t(line.field)].key;
        const QString text = inputText(line.input).trimmed();
        if (key == u"type")
            custom.type = choiceFrom<CustomType>(text).value_or(CustomType::Text);
        else if (key == u"unit")
            custom.unit = text;
        else if (key == u"options")
            custom.options = text;
        else if (key == u"help")
            custom.help = text;
    }
    return custom;
}

void RecordForm::adaptToType() {
    if (!m_preview)
        return;
    const CustomField custom = typedCustomField();
    for (const Line &line : m_lines) {
        const bool isShown =
            concernsType(m_model.ledger().fields(m_kind)[std::size_t(line.field)].key, custom.type);
        m_form->setRowVisible(line.input, isShown);
        if (line.help)
            m_form->setRowVisible(line.help, isShown);
    }
    m_preview->setText(fillingPreview(custom));
}

} // namespace yipi::gui
