// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/undo_steps.h"

#include "storage/ledger_store.h"

#include <algorithm>
#include <array>

namespace yipi::services {

namespace {

constexpr std::array kUndoableSources{ChangeSource::Edit, ChangeSource::Paste, ChangeSource::Import,
                                      ChangeSource::CommandLine};
const QString kUndoPrefix = QStringLiteral("撤销：");

/// The keys of the sources that pass.
template <class Test>
QStringList sourceKeys(Test &&passes) {
    QStringList keys;
    for (std::size_t i = 0; i < choicesOf<ChangeSource>().size(); ++i)
        if (passes(ChangeSource(i)))
            keys << key(ChangeSource(i));
    return keys;
}

bool isUndoOrRedo(ChangeSource source) {
    return source == ChangeSource::Undo || source == ChangeSource::Redo;
}

storage::SetQuery standingSets() {
    storage::SetQuery query;
    query.sources = sourceKeys(isUndoable);
    query.isUndone = false;
    return query;
}

storage::SetQuery undosAfter(qint64 lastNew) {
    storage::SetQuery query;
    query.after = lastNew;
    query.sources = {key(ChangeSource::Undo)};
    query.isUndone = false;
    return query;
}

} // namespace

bool isUndoable(ChangeSource source) {
    return std::find(kUndoableSources.begin(), kUndoableSources.end(), source) != kUndoableSources.end();
}

QString undoTitleOf(const QString &title) {
    return kUndoPrefix + title;
}

Result<void> StepStack::reset(qint64 depth) {
    clear();
    m_depth = depth;
    if (depth == 0)
        return {};
    const auto step = top();
    return step ? Result<void>() : Failure(step.error());
}

void StepStack::push(UndoStep step) {
    m_steps.push_back(std::move(step));
    ++m_depth;
    if (m_steps.size() > 2 * kStepsRead)
        m_steps.erase(m_steps.begin(), m_steps.begin() + kStepsRead);
}

void StepStack::pop() {
    if (m_steps.size() == 1)
        m_gone = std::move(m_steps.back());
    m_steps.pop_back();
    --m_depth;
}

void StepStack::clear() {
    m_steps.clear();
    m_gone.reset();
    m_depth = 0;
}

Result<UndoStep> StepStack::top() const {
    if (m_steps.empty()) {
        auto read = m_reading(m_gone ? &*m_gone : nullptr, kStepsRead);
        if (!read)
            return Failure(std::move(read).error());
        if (read->empty())
            return fail(ErrorCode::LedgerDamaged, QStringLiteral("修改记录里缺少要撤销的步骤。"),
                        QStringLiteral("请运行台账体检，并从最近一次备份恢复。"));
        m_steps = std::move(*read);
        std::reverse(m_steps.begin(), m_steps.end());
    }
    return m_steps.back();
}

UndoSteps::UndoSteps(const storage::LedgerStore &store)
    : m_store(store)
    , m_undoable([this](const UndoStep *below, int limit) { return standing(below, limit); })
    , m_redoable([this](const UndoStep *below, int limit) { return undone(below, limit); }) {}

Result<std::vector<UndoStep>> UndoSteps::standing(const UndoStep *below, int limit) const {
    storage::SetQuery query = standingSets();
    query.before = below ? below->setId : 0;
    const auto sets = m_store.sets(query, limit);
    if (!sets)
        return Failure(sets.error());
    std::vector<UndoStep> steps;
    for (const storage::SetSummary &set : *sets)
        steps.push_back({set.setId, set.title, 0});
    return steps;
}

Result<std::vector<UndoStep>> UndoSteps::undone(const UndoStep *below, int limit) const {
    storage::SetQuery query = undosAfter(m_lastNew);
    query.before = below ? below->undoSetId : 0;
    const auto sets = m_store.sets(query, limit);
    if (!sets)
        return Failure(sets.error());
    std::vector<UndoStep> steps;
    for (const storage::SetSummary &set : *sets) {
        const bool hasPrefix = set.title.startsWith(kUndoPrefix);
        steps.push_back(
            {set.undoes, hasPrefix ? set.title.sliced(kUndoPrefix.size()) : set.title, set.setId});
    }
    return steps;
}

Result<void> UndoSteps::load() {
    // After something new there is nothing to do again but what was undone since.
    storage::SetQuery newOnes;
    newOnes.sources = sourceKeys([](ChangeSource source) { return !isUndoOrRedo(source); });
    const auto newest = m_store.sets(newOnes, 1);
    if (!newest)
        return Failure(newest.error());
    m_lastNew = newest->isEmpty() ? 0 : newest->front().setId;
    const auto standing = m_store.countSets(standingSets());
    if (!standing)
        return Failure(standing.error());
    const auto undone = m_store.countSets(undosAfter(m_lastNew));
    if (!undone)
        return Failure(undone.error());
    if (auto read = m_undoable.reset(*standing); !read)
        return read;
    return m_redoable.reset(*undone);
}

Result<qint64> UndoSteps::countDownTo(qint64 setId) const {
    storage::SetQuery query = standingSets();
    query.after = setId - 1;
    return m_store.countSets(query);
}

void UndoSteps::add(qint64 setId, const QString &title, bool canBeUndone) {
    if (canBeUndone)
        m_undoable.push({setId, title, 0});
    m_redoable.clear();
    m_lastNew = setId;
}

void UndoSteps::moveToRedo(qint64 undoSetId) {
    UndoStep step = m_undoable.top().value();
    m_undoable.pop();
    step.undoSetId = undoSetId;
    m_redoable.push(std::move(step));
}

void UndoSteps::moveToUndo() {
    UndoStep step = m_redoable.top().value();
    m_redoable.pop();
    step.undoSetId = 0;
    m_undoable.push(std::move(step));
}

} // namespace yipi::services
