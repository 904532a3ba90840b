// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/official_fonts.h"
#include "reports/renderers.h"

#include <QFontDatabase>

#include <array>

namespace yipi::reports {

namespace {

struct Substitute {
    QString family;
    bool bold = false;
    QString punctuation{};
};

struct Typeface {
    QStringList names; ///< one typeface under its names, the official one first
    QString alternative;
    std::vector<Substitute> substitutes; ///< best first
};

const Typeface &typeface(FontRole role) {
    // In the order of FontRole. The last substitute of each is in the packages that scripts/install-deps
    // installs.
    static const std::array<Typeface, 5> kTypefaces{{
        {{QStringLiteral("方正小标宋简体"), QStringLiteral("FZXiaoBiaoSong-B05S"),
          QStringLiteral("方正小标宋_GBK"), QStringLiteral("FZXiaoBiaoSong-B05")},
         QStringLiteral("宋体"),
         {{QStringLiteral("思源宋体"), true},
          {QStringLiteral("Source Han Serif SC"), true},
          {QStringLiteral("Noto Serif CJK SC"), true}}},
        {{QStringLiteral("黑体"), QStringLiteral("SimHei")},
         QStringLiteral("SimHei"),
         {{QStringLiteral("方正黑体_GBK")},
          {QStringLiteral("思源黑体")},
          {QStringLiteral("Source Han Sans SC")},
          {QStringLiteral("Noto Sans CJK SC")}}},
        {{QStringLiteral("楷体_GB2312"), QStringLiteral("KaiTi_GB2312")},
         QStringLiteral("楷体"),
         {{QStringLiteral("楷体")},
          {QStringLiteral("KaiTi")},
          {QStringLiteral("方正楷体_GBK")},
          {QStringLiteral("AR PL UKai CN"), false, QStringLiteral("Noto Serif CJK SC")}}},
        {{QStringLiteral("仿宋_GB2312"), QStringLiteral("FangSong_GB2312")},
         QStringLiteral("仿宋"),
         {{QStringLiteral("仿宋")},
          {QStringLiteral("FangSong")},
          {QStringLiteral("STFangsong")},
          {QStringLiteral("方正仿宋_GBK")},
          {QStringLiteral("AR PL UKai CN"), false, QStringLiteral("Noto Serif CJK SC")}}},
        {{QStringLiteral("宋体"), QStringLiteral("SimSun")},
         QStringLiteral("SimSun"),
         {{QStringLiteral("思源宋体")},
          {QStringLiteral("Source Han Serif SC")},
          {QStringLiteral("Noto Serif CJK SC")}}},
    }};
    return kTypefaces.at(static_cast<std::size_t>(role));
}

} // namespace

QString preferredFont(FontRole role) {
    return typeface(role).names.front();
}

QString alternativeFont(FontRole role) {
    return typeface(role).alternative;
}

InstalledFont installedFont(FontRole role) {
    for (const QString &name : typeface(role).names)
        if (QFontDatabase::hasFamily(name))
            return {name, false, true, {}};
    for (const Substitute &substitute : typeface(role).substitutes)
        if (QFontDatabase::hasFamily(substitute.family))
            return {substitute.family, substitute.bold, false, substitute.punctuation};
    return {QFont().family(), role == FontRole::Title, false, {}};
}

bool isCentredPunctuation(QChar c) {
    return QStringLiteral("，。；：！？").contains(c);
}

QFont fontInTwips(FontRole role, int size) {
    const InstalledFont installed = installedFont(role);
    QFont font(installed.family);
    font.setBold(installed.bold);
    font.setPixelSize(size);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QStringList missingFonts() {
    QStringList lines;
    for (const FontRole role :
         {FontRole::Title, FontRole::Heading, FontRole::Kai, FontRole::Body, FontRole::PageNumber}) {
        const InstalledFont installed = installedFont(role);
        if (!installed.isPreferred)
            lines += QStringLiteral("未安装%1，预览和 PDF 以 %2 代替。")
                         .arg(preferredFont(role), installed.family);
    }
    return lines;
}

} // namespace yipi::reports
