// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_kinds.h"

#include <QCoreApplication>

namespace yipi::gui {

const std::vector<RecordGroup> &recordGroups() {
    const auto tr = [](const char *text) { return QCoreApplication::translate("RecordsPage", text); };
    using enum EntityKind;
    static const std::vector<RecordGroup> groups{
        {tr("名录"), {Zone, IndustryChain, Enterprise, Campaign, Region}},
        {tr("调度"), {Problem, ServiceRecord, Target, Milestone}},
        {tr("资源"), {LandParcel, StandardPlant, ZoneIndicator}},
        {tr("设置"), {CustomField}},
    };
    return groups;
}

} // namespace yipi::gui
