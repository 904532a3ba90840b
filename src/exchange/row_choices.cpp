// SPDX-License-Identifier: GPL-3.0-or-later
// Which known project a row may be as well, and what the person has decided about it.
#include "exchange/row_planner.h"

namespace yipi::exchange::detail {

const RowChoice *RowPlanner::choiceFor(const RowData &data) const {
    if (!m_state.choices)
        return nullptr;
    const auto it = m_state.choices->constFind({m_plan.sheet, data.row});
    return it == m_state.choices->constEnd() ? nullptr : &*it;
}

void RowPlanner::heed(const RowChoice &choice, Target &target) const {
    std::optional<int> chosen;
    const auto own = target.match.handle;
    if (choice.kind != RowChoice::Kind::New) {
        chosen = m_state.projects.handleOf(choice.project);
        if (!chosen)
            return; // deleted meanwhile
        auto &others = target.match.others;
        if (target.match.handle != chosen && std::find(others.begin(), others.end(), *chosen) == others.end())
            others.push_back(*chosen);
    }
    target.match.handle = chosen;
    target.match.isAmbiguous = false;
    target.fillsGaps = choice.kind == RowChoice::Kind::FillGaps;
    target.keepsName = choice.kind == RowChoice::Kind::Update && chosen != own;
    target.isChosen = true;
}

std::vector<qint64> RowPlanner::ledgerIds(const std::vector<int> &handles) const {
    std::vector<qint64> ids;
    for (const int handle : handles)
        if (!m_state.projects.isNew(handle))
            ids.push_back(m_state.projects.ledgerProject(handle).id);
    return ids;
}

std::vector<std::pair<int, Value>> RowPlanner::gapsOnly(std::vector<std::pair<int, Value>> values,
                                                        const Record &known) {
    std::erase_if(values,
                  [&](const auto &value) { return !isEmpty(known.values[std::size_t(value.first)]); });
    return values;
}

/// A sheet's sloppier name must not get into the ledger by the way.
void RowPlanner::keepName(const RowData &data, const ProjectDraft &draft,
                          std::vector<std::pair<int, Value>> &values) {
    static const int kName = projectField("name");
    const Value &known = draft.record.values[std::size_t(kName)];
    std::erase_if(values, [&](const auto &value) {
        const bool isOther = value.first == kName && isChange(kName, known, value.second);
        if (isOther)
            warning(QStringLiteral("name_kept"), data, "name", data.name,
                    QStringLiteral(
                        "台账的名称“%1”不变，没有改成本表的“%2”；要改名请在“处理”里选“按本表更新并改名”")
                        .arg(std::get<QString>(known), data.name));
        return isOther;
    });
}

/// A project of the same name, investor, zone and amount that has another code.
std::optional<int> RowPlanner::recodedTwin(const RowData &data, const Target &target) {
    for (const int handle : target.match.recoded)
        if (data.investment && m_state.projects.investmentOf(handle) == data.investment->yuan())
            return handle;
    return std::nullopt;
}

/// Names that are nearly those of a known project: the person decides, and until then it is a new one.
void RowPlanner::tellSimilar(const RowData &data, const Target &target, PlannedRow &row) {
    QString doubt;
    if (const auto twin = recodedTwin(data, target)) {
        for (const qint64 id : ledgerIds({*twin}))
            row.candidates.push_back(id);
        doubt =
            QStringLiteral("与已有项目名称、开发区、投资方和总投资都相同，只是编号不同，请确认不是同一项目");
    } else if (const auto similar = m_state.projects.similar(data.name, target.zone)) {
        for (const qint64 id : ledgerIds({*similar}))
            row.candidates.push_back(id);
        doubt = QStringLiteral("与已有项目“%1”名称相近，请确认不是同一项目")
                    .arg(m_state.projects.nameOf(*similar));
    } else if (target.match.isNamesake) {
        doubt = QStringLiteral("本开发区已有同名项目，投资方不同，请确认不是重复签约");
    } else if (target.match.isElsewhere) {
        doubt = QStringLiteral("另一开发区有同名同投资方的项目，请确认不是重复签约");
    }
    if (!doubt.isEmpty() && !target.isChosen)
        warning(QStringLiteral("similar"), data, "name", data.name,
                doubt + QStringLiteral("；现按新项目处理"));
}

} // namespace yipi::exchange::detail
