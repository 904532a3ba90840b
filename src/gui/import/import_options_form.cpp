// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_options_form.h"

#include "ui_import_options_form.h"

#include <QLineEdit>
#include <QStyle>

namespace yipi::gui {

using exchange::ImportOptions;
using exchange::SheetKind;

ImportOptionsForm::ImportOptionsForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ImportOptionsForm>()) {
    m_ui->setupUi(this);
    const QString automatic = tr("自动识别");
    m_ui->kindBox->addItem(automatic);
    for (SheetKind kind :
         {SheetKind::Sign, SheetKind::Start, SheetKind::Produce, SheetKind::Progress, SheetKind::Target})
        m_ui->kindBox->addItem(exchange::title(kind), int(kind));
    m_ui->unitBox->addItem(automatic);
    for (MoneyUnit unit : {MoneyUnit::Yuan, MoneyUnit::Wan, MoneyUnit::Yi})
        m_ui->unitBox->addItem(title(unit), int(unit));
    m_ui->conflictBox->addItem(tr("用导入的值更新"), int(ImportOptions::OnConflict::Update));
    m_ui->conflictBox->addItem(tr("保留台账的值"), int(ImportOptions::OnConflict::Skip));
    m_ui->conflictBox->addItem(tr("列为错误"), int(ImportOptions::OnConflict::Stop));
    using Hidden = ImportOptions::HiddenCells;
    m_ui->hiddenBox->addItem(tr("读取并提示"), int(Hidden::Ask));
    m_ui->hiddenBox->addItem(tr("照常读取"), int(Hidden::Read));
    m_ui->hiddenBox->addItem(tr("不导入"), int(Hidden::Skip));
    m_ui->campaignBox->lineEdit()->setPlaceholderText(automatic);
    m_ui->monthEdit->setPlaceholderText(automatic);
    connect(m_ui->monthEdit, &QLineEdit::editingFinished, this, &ImportOptionsForm::changed);
    for (QComboBox *box : {m_ui->kindBox, m_ui->unitBox, m_ui->conflictBox, m_ui->zoneBox, m_ui->hiddenBox})
        connect(box, &QComboBox::activated, this, &ImportOptionsForm::changed);
    connect(m_ui->campaignBox, &QComboBox::activated, this, &ImportOptionsForm::changed);
    connect(m_ui->campaignBox->lineEdit(), &QLineEdit::editingFinished, this, &ImportOptionsForm::changed);
    for (QCheckBox *box : {m_ui->createZonesBox, m_ui->acceptValidBox})
        connect(box, &QCheckBox::toggled, this, &ImportOptionsForm::changed);
}

ImportOptionsForm::~ImportOptionsForm() = default;

void ImportOptionsForm::setDictionaries(const services::LedgerService &ledger) {
    const QString zone = m_ui->zoneBox->currentData().toString();
    m_ui->zoneBox->clear();
    m_ui->zoneBox->addItem(tr("按表内填写"), QString());
    for (const Zone &z : ledger.zones())
        m_ui->zoneBox->addItem(z.name, z.name);
    m_ui->zoneBox->setCurrentIndex(std::max(0, m_ui->zoneBox->findData(zone)));
    const QString campaign = m_ui->campaignBox->currentText();
    m_ui->campaignBox->clear();
    for (auto it = ledger.campaigns().rbegin(); it != ledger.campaigns().rend(); ++it)
        m_ui->campaignBox->addItem(it->key().text());
    m_ui->campaignBox->setCurrentText(campaign);
}

void ImportOptionsForm::forgetConsent() {
    m_ui->acceptValidBox->setChecked(false);
}

bool ImportOptionsForm::isCampaignValid() const {
    const QString typed = m_ui->campaignBox->currentText().trimmed();
    return typed.isEmpty() || CampaignKey::parse(typed);
}

bool ImportOptionsForm::isMonthValid() const {
    const QString typed = m_ui->monthEdit->text().trimmed();
    return typed.isEmpty() || Month::parse(typed);
}

ImportOptions ImportOptionsForm::options() const {
    ImportOptions options;
    options.campaign = CampaignKey::parse(m_ui->campaignBox->currentText().trimmed());
    if (const QVariant kind = m_ui->kindBox->currentData(); kind.isValid())
        options.kind = SheetKind(kind.toInt());
    if (const QVariant unit = m_ui->unitBox->currentData(); unit.isValid())
        options.unit = MoneyUnit(unit.toInt());
    options.month = Month::parse(m_ui->monthEdit->text().trimmed());
    options.zone = m_ui->zoneBox->currentData().toString();
    options.onConflict = ImportOptions::OnConflict(m_ui->conflictBox->currentData().toInt());
    options.hidden = ImportOptions::HiddenCells(m_ui->hiddenBox->currentData().toInt());
    options.createZones = m_ui->createZonesBox->isChecked();
    options.acceptValid = m_ui->acceptValidBox->isChecked();
    return options;
}

namespace {

void mark(QLineEdit *edit, bool isValid, const QString &advice) {
    edit->setProperty("state", isValid ? QString() : QStringLiteral("error"));
    edit->setToolTip(isValid ? QString() : advice);
    edit->style()->unpolish(edit);
    edit->style()->polish(edit);
}

} // namespace

void ImportOptionsForm::changed() {
    mark(m_ui->campaignBox->lineEdit(), isCampaignValid(), tr("请写成 2024-3 或 2024年第3次"));
    mark(m_ui->monthEdit, isMonthValid(), tr("请写成 2024-08"));
    if (isCampaignValid() && isMonthValid())
        Q_EMIT optionsChanged();
}

} // namespace yipi::gui
