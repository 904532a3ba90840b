// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/screenshot.h"

#include "gui/explanation/explanation_panel.h"
#include "gui/search/search_palette.h"
#include "gui/shell/filter_bar.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_registry.h"
#include "services/demo_service.h"
#include "services/report_service.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>

namespace yipi::gui {
namespace {

constexpr int kPatienceMs = 20'000;
const QString kSearched = QStringLiteral("lv"); ///< 吕梁, 铝 … in the picture of the search

/// Lets events come in until `isBusy` says no, but not for ever.
void waitWhile(const std::function<bool()> &isBusy) {
    QElapsedTimer waiting;
    waiting.start();
    while (isBusy() && waiting.elapsed() < kPatienceMs)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
}

/// Lets layouts and delayed painting settle.
void settle() {
    for (int round = 0; round < 5; ++round) {
        QApplication::sendPostedEvents();
        QApplication::processEvents();
    }
}

/// The late one with the longest list of reports says the most.
void openProject(MainWindow &window) {
    const services::LedgerService &ledger = *window.session().ledger();
    services::FigureScope scope = window.filterBar().scope();
    std::vector<qint64> late;
    if (const auto items = window.session().figures()->overdueItems(scope))
        for (const indicators::OverdueItem &item : *items)
            late.push_back(item.projectId);
    qint64 chosen = late.empty() ? 0 : late.front();
    std::size_t most = 0;
    for (const qint64 id : late) {
        const auto reports =
            ledger.recordsWhere(EntityKind::MonthlyProgress, QStringLiteral("project"), Value(id));
        if (reports && reports->size() > most) {
            most = reports->size();
            chosen = id;
        }
    }
    window.openProject(chosen, late);
}

Result<void> openPage(MainWindow &window, const ScreenshotOrder &order, const QString &ledger) {
    if (const auto opened = window.session().open(ledger); !opened)
        return opened;
    const bool explain = order.page == u"explanation";
    const bool search = order.page == u"search";
    if (order.page == u"project")
        openProject(window);
    window.showPage(pageIndex(explain || search ? QStringLiteral("overview") : order.page));
    services::FigureScope scope = window.filterBar().scope();
    if (order.asOf)
        scope.asOf = *order.asOf;
    if (!order.rulesId.isEmpty()) {
        const auto rules = window.session().figures()->ruleSet(order.rulesId);
        if (!rules)
            return Failure(rules.error());
        scope.rulesId = order.rulesId;
    }
    window.filterBar().setScope(scope);
    settle();
    if (explain) {
        const auto rules = window.session().figures()->ruleSet(scope.rulesId);
        if (!rules)
            return Failure(rules.error());
        window.explain((*rules)->rates.front().id, scope, RowsOf::Denominator);
    }
    if (search) {
        waitWhile([&window] { return window.session().search()->isLoading(); });
        window.searchPalette().toggle(scope.asOf.lastDay());
        window.searchPalette().findChild<QLineEdit *>()->setText(kSearched);
    }
    return {};
}

} // namespace

Result<void> takeScreenshot(const ScreenshotOrder &order, const QString &ledger) {
    QTemporaryDir folder;
    const QString settingsFile = folder.filePath(QStringLiteral("yipi.ini"));
    QString location = ledger;
    if (location.isEmpty() && order.page != u"start") {
        location = folder.filePath(QStringLiteral("demo.yipi"));
        if (const auto demo = services::createDemo(location); !demo)
            return Failure(demo.error());
    }
    Settings settings(settingsFile);
    MainWindow window(settings);
    window.resize(order.size);
    window.show();
    settle();
    if (order.page != u"start")
        if (const auto opened = openPage(window, order, location); !opened)
            return opened;
    settle();
    waitWhile([&window] { return window.currentPage() && window.currentPage()->isComputing(); });
    settle();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    window.grab().save(&buffer, "PNG");
    return services::writeFile(order.file, png);
}

} // namespace yipi::gui
