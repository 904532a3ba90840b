// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/rule_trial.h"

#include <QtConcurrent>

namespace yipi::gui {
namespace {
constexpr int kTrialDelayMs = 200; ///< pauses of typing are shorter
}

RuleTrial::RuleTrial(QObject *parent)
    : QObject(parent) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kTrialDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RuleTrial::start);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RuleTrial::finish);
}

RuleTrial::~RuleTrial() {
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void RuleTrial::ask(Question question) {
    m_question = std::move(question);
    m_isForgotten = true; // the answer to an older one would only flicker
    m_delay.start();
}

void RuleTrial::forget() {
    m_question.reset();
    m_isForgotten = true;
    m_delay.stop();
}

bool RuleTrial::renewCopy(const services::FigureScope &scope) {
    const qint64 revision = m_workspace->ledger.revision();
    if (m_copy && m_copy->revision == revision && m_copy->knownAt == scope.knownAt)
        return true;
    const auto facts = m_workspace->figures.facts(scope);
    if (!facts)
        return false;
    m_copy = std::make_shared<Copy>(**facts);
    m_copy->revision = revision;
    m_copy->knownAt = scope.knownAt;
    return true;
}

void RuleTrial::start() {
    if (m_isRunning || !m_question || !renewCopy(m_question->scope))
        return; // when it is through, `finish` comes back here
    m_isRunning = true;
    m_isForgotten = false;
    m_watcher.setFuture(QtConcurrent::run([copy = m_copy, question = *std::exchange(m_question, {})] {
        Answer answer{question, {}, {}};
        const auto &[a, b, scope, rateId] = answer.question;
        answer.comparison = indicators::compareRules(copy->engine, a, b, scope.asOf, {}, scope.filter);
        if (!rateId.isEmpty())
            if (auto rows = indicators::differingRows(copy->engine, a, b, rateId, scope.asOf, scope.filter))
                answer.rows = std::move(*rows);
        return answer;
    }));
}

void RuleTrial::finish() {
    m_isRunning = false;
    if (!m_isForgotten)
        Q_EMIT answered(m_watcher.result());
    if (m_question && !m_delay.isActive())
        start();
}

} // namespace yipi::gui
