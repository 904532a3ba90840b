// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "indicators/compare_rules.h"

#include <QFutureWatcher>
#include <QTimer>

namespace yipi::gui {

/// Compares two rule sets over the ledger on a thread of its own, shortly after the last question: an edited
/// rule is tried at every key without holding up the keyboard. It works on a copy of the facts that is
/// renewed when the ledger has changed.
class RuleTrial : public QObject {
    Q_OBJECT

public:
    struct Question {
        indicators::RuleSet a, b;
        services::FigureScope scope;
        QString rateId; ///< whose rows are wanted; empty = none
    };
    struct Answer {
        Question question;
        indicators::RuleComparison comparison;
        std::vector<indicators::DifferingRow> rows;
    };

    explicit RuleTrial(QObject *parent = nullptr);
    /// Waits for the work at hand.
    ~RuleTrial() override;

    void setWorkspace(const Workspace *workspace) { m_workspace = workspace; }
    /// Only the last question before the delay is over is answered.
    void ask(Question question);
    /// Forgets a question that is not answered yet.
    void forget();
    bool isBusy() const { return m_question.has_value() || m_isRunning; }

Q_SIGNALS:
    void answered(const yipi::gui::RuleTrial::Answer &answer);

private:
    /// Facts and the engine over them; used by one thread at a time.
    struct Copy {
        explicit Copy(const indicators::Facts &known)
            : facts(known)
            , engine(facts) {}
        indicators::Facts facts;
        indicators::Engine engine;
        qint64 revision = 0;
        std::optional<QDate> knownAt;
    };

    void start();
    void finish();
    bool renewCopy(const services::FigureScope &scope);

    const Workspace *m_workspace = nullptr;
    QTimer m_delay;
    std::optional<Question> m_question; ///< asked and not begun
    std::shared_ptr<Copy> m_copy;
    QFutureWatcher<Answer> m_watcher;
    bool m_isRunning = false;
    bool m_isForgotten = false; ///< what is running is no longer wanted
};

} // namespace yipi::gui
