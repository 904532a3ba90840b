// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/chinese_texts.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace yipi::gui {

void speakChinese(QCoreApplication &application) {
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    auto *texts = new QTranslator(&application);
    if (texts->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(texts);
}

} // namespace yipi::gui
