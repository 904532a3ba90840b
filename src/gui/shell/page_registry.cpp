// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/page_registry.h"

#include "gui/assessment/assessment_page.h"
#include "gui/history/history_page.h"
#include "gui/import/import_page.h"
#include "gui/ledger/ledger_page.h"
#include "gui/overview/overview_page.h"
#include "gui/project/project_page.h"
#include "gui/records/records_page.h"
#include "gui/reports/report_page.h"
#include "gui/rules/rules_page.h"

#include <QCoreApplication>

namespace yipi::gui {
namespace {

template <class P>
Page *make(const Workspace &workspace, QWidget *parent) {
    return new P(workspace, parent);
}

} // namespace

const std::vector<PageEntry> &pageEntries() {
    const auto tr = [](const char *text) { return QCoreApplication::translate("PageRegistry", text); };
    static const std::vector<PageEntry> entries{
        {QStringLiteral("overview"), tr("总览看板"), QStringLiteral("dash"), &make<OverviewPage>},
        {QStringLiteral("ledger"), tr("项目台账"), QStringLiteral("table"), &make<LedgerPage>},
        {QStringLiteral("assessment"), tr("考核"), QStringLiteral("flag"), &make<AssessmentPage>},
        {QStringLiteral("reports"), tr("报表中心"), QStringLiteral("doc"), &make<ReportPage>},
        {QStringLiteral("import"), tr("数据导入"), QStringLiteral("imp"), &make<ImportPage>},
        {QStringLiteral("rules"), tr("口径管理"), QStringLiteral("book"), &make<RulesPage>},
        {QStringLiteral("records"), tr("基础数据"), QStringLiteral("group"), &make<RecordsPage>},
        {QStringLiteral("history"), tr("修改记录"), QStringLiteral("hist"), &make<HistoryPage>},
        {QStringLiteral("project"), tr("项目详情"), QStringLiteral("file"), &make<ProjectPage>, false},
    };
    return entries;
}

int pageIndex(const QString &id) {
    const auto &entries = pageEntries();
    const auto it =
        std::find_if(entries.begin(), entries.end(), [&](const PageEntry &e) { return e.id == id; });
    return it == entries.end() ? -1 : int(it - entries.begin());
}

} // namespace yipi::gui
