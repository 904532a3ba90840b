// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QIconEngine>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPixmap>
#include <QStyleFactory>
#include <QSvgRenderer>

// Must be outside of any namespace: the resources are linked in from a static library.
static void initResources() {
    Q_INIT_RESOURCE(yipi);
}

namespace yipi::gui {
namespace {

constexpr int kBodyPixels = 13;

QByteArray resource(const QString &path) {
    initResources();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QJsonObject &tokens() {
    static const QJsonObject object =
        QJsonDocument::fromJson(resource(QStringLiteral(":/tokens.json"))).object();
    return object;
}

Theme readTheme() {
    const auto color = [](const char *group, const QString &name) {
        return QColor(tokens().value(QLatin1String(group)).toObject().value(name).toString());
    };
    const auto base = [&](const char *name) { return color("light", QLatin1String(name)); };
    const auto series = [](const QString &name) {
        return QColor(tokens()
                          .value(QLatin1String("series"))
                          .toObject()
                          .value(name)
                          .toObject()
                          .value(QLatin1String("color"))
                          .toString());
    };
    Theme t;
    const std::pair<QColor *, const char *> plain[] = {
        {&t.win, "win"},   {&t.surf, "surf"}, {&t.sunk, "sunk"}, {&t.hdr, "hdr"}, {&t.nav, "nav"},
        {&t.l1, "l1"},     {&t.l2, "l2"},     {&t.l3, "l3"},     {&t.t1, "t1"},   {&t.t2, "t2"},
        {&t.t3, "t3"},     {&t.ac, "ac"},     {&t.act, "act"},   {&t.sel, "sel"}, {&t.red, "red"},
        {&t.redt, "redt"}, {&t.amb, "amb"},   {&t.ambt, "ambt"}, {&t.grn, "grn"}, {&t.grnt, "grnt"},
        {&t.vio, "vio"},
    };
    for (const auto &[member, name] : plain)
        *member = base(name);
    t.redFill = color("light_fill", QStringLiteral("red"));
    t.yellowFill = color("light_fill", QStringLiteral("yellow"));
    t.greenFill = color("light_fill", QStringLiteral("green"));
    t.seriesStart = series(QStringLiteral("开工率"));
    t.seriesProduce = series(QStringLiteral("投产率"));
    t.seriesAttain = series(QStringLiteral("达效率"));
    t.stageReserved = color("stage", QStringLiteral("储备"));
    t.stageSigned = color("stage", QStringLiteral("签约"));
    t.stageStarted = color("stage", QStringLiteral("开工"));
    t.stageProducing = color("stage", QStringLiteral("投产"));
    t.stageAttained = color("stage", QStringLiteral("达效"));
    return t;
}

/// The font of docs/ui.md 4: its digits share one width, so columns line up.
QFont bodyFont() {
    const QStringList wanted{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                             QStringLiteral("Microsoft YaHei UI")};
    const QStringList installed = QFontDatabase::families();
    QFont font;
    for (const QString &family : wanted) {
        if (installed.contains(family)) {
            font.setFamily(family);
            break;
        }
    }
    font.setPixelSize(kBodyPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QPalette paletteOf(const Theme &t) {
    QPalette p;
    p.setColor(QPalette::Window, t.win);
    p.setColor(QPalette::WindowText, t.t1);
    p.setColor(QPalette::Base, t.surf);
    p.setColor(QPalette::AlternateBase, t.sunk);
    p.setColor(QPalette::Text, t.t1);
    p.setColor(QPalette::PlaceholderText, t.t3);
    p.setColor(QPalette::Button, t.surf);
    p.setColor(QPalette::ButtonText, t.t1);
    p.setColor(QPalette::Highlight, t.sel);
    p.setColor(QPalette::HighlightedText, t.t1);
    p.setColor(QPalette::Link, t.ac);
    p.setColor(QPalette::ToolTipBase, t.surf);
    p.setColor(QPalette::ToolTipText, t.t1);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.l3);
    return p;
}

QString styleSheet() {
    QString sheet = QString::fromUtf8(resource(QStringLiteral(":/yipi.qss.in")));
    const QJsonObject light = tokens().value(QLatin1String("light")).toObject();
    for (auto it = light.begin(); it != light.end(); ++it)
        sheet.replace(u'@' + it.key() + u'@', it.value().toString());
    return sheet;
}

/// Draws an SVG whose strokes are "currentColor" in one colour at whatever size and scale is asked for.
class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QByteArray svg, QColor color)
        : m_svg(std::move(svg))
        , m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = m_svg;
        const QColor color = mode == QIcon::Disabled ? theme().l2 : m_color;
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QByteArray m_svg;
    QColor m_color;
};

} // namespace

const Theme &theme() {
    static const Theme current = readTheme();
    return current;
}

void applyTheme(QApplication &application) {
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(bodyFont());
    application.setPalette(paletteOf(theme()));
    application.setStyleSheet(styleSheet());
    application.setWindowIcon(QIcon(QStringLiteral(":/app.svg")));
}

QIcon icon(const QString &name, QColor color) {
    const QByteArray svg = resource(QStringLiteral(":/icons/%1.svg").arg(name));
    return svg.isEmpty() ? QIcon() : QIcon(new LineIconEngine(svg, color.isValid() ? color : theme().t2));
}

} // namespace yipi::gui
