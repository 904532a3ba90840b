// SPDX-License-Identifier: GPL-3.0-or-later
// Any sequence of edits, imports, deletions, undos, redos and restorations against a model. YIPI_CASES sets
// the number of steps, YIPI_SEED the seed.
#include "services/random_edits.h"
#include "services/recycle_bin.h"
#include "services/set_details.h"
#include "services/temporary_ledger.h"
#include "services/undo_model.h"

#include <algorithm>

using namespace yipi;
using services::LedgerService;
using test::RandomEdits;
using test::TemporaryLedger;
using test::UndoModel;

namespace {

/// Makes the steps and keeps the model beside them.
class UndoWalk {
public:
    UndoWalk(TemporaryLedger &t, unsigned seed)
        : m_t(t)
        , m_random(seed)
        , m_edits(std::make_unique<RandomEdits>(*t.ledger, seed))
        , m_model(*t.ledger)
        , m_seed(seed) {
        follow();
    }

    QString step() {
        switch (m_random() % 20) {
        case 0:
            return import();
        case 1:
        case 2:
            return restoreDeleted();
        case 3:
            return restoreField();
        case 4:
            return m_random() % 5 == 0 ? restart() : undoSeveral();
        default:
            return edit();
        }
    }
    const UndoModel &model() const { return m_model; }

private:
    LedgerService &ledger() { return *m_t.ledger; }

    void follow() {
        QObject::connect(m_t.ledger.get(), &LedgerService::ledgerChanged,
                         [this](const AppliedChangeSet &applied) { m_applied = applied; });
    }

    QString edit() {
        const QString name = m_edits->step();
        EXPECT_NE(name, QStringLiteral("undo refused")) << "nobody else changed anything";
        EXPECT_NE(name, QStringLiteral("redo refused"));
        if (name == u"undo")
            m_model.undo();
        else if (name == u"redo")
            m_model.redo();
        else if (!name.endsWith(QStringLiteral("refused")))
            m_model.apply(m_edits->lastSet(), m_applied);
        return name;
    }

    QString import() {
        const ChangeSet set = m_edits->drawnImport();
        const auto applied = ledger().apply(set);
        if (!applied)
            return QStringLiteral("import refused");
        m_model.apply(set, *applied);
        return QStringLiteral("import");
    }

    QString restoreDeleted() {
        const auto sets = services::deletedSets(ledger(), 0, 20).value();
        if (sets.empty())
            return QStringLiteral("restore refused");
        const qint64 set = sets[m_random() % sets.size()].set.setId;
        const auto items = services::deletedItems(ledger(), set, 100).value();
        const services::DeletedItem &item = items.at(m_random() % items.size());
        const auto applied = m_random() % 2 ? services::restoreDeleted(ledger(), set)
                                            : services::restoreDeleted(ledger(), set, item.entity, item.id);
        if (!applied)
            return QStringLiteral("restore refused");
        m_model.restore(*applied);
        return QStringLiteral("restore");
    }

    QString restoreField() {
        const auto sets = ledger().changeSets({}, 0, 50).value();
        const qint64 set = sets[m_random() % sets.size()].setId;
        const auto details = services::detailsOf(ledger(), set, 20).value();
        for (const services::ChangedRecord &record : details.records)
            for (const services::ChangedField &field : record.fields) {
                if (!field.canBeRestored || m_random() % 3)
                    continue;
                const auto applied = services::restoreField(ledger(), set, record.entity, record.id,
                                                            field.field, QStringLiteral("试"));
                if (!applied)
                    return QStringLiteral("restore field refused");
                m_model.restore(*applied);
                return QStringLiteral("restore field");
            }
        return QStringLiteral("no field refused");
    }

    QString undoSeveral() {
        const int steps = int(m_random() % 12);
        const bool isRedo = m_random() % 2;
        for (int i = 0; i < steps && (isRedo ? ledger().canRedo() : ledger().canUndo()); ++i) {
            const auto done = isRedo ? ledger().redo() : ledger().undo();
            EXPECT_TRUE(done) << done.error().text().toStdString();
            isRedo ? m_model.redo() : m_model.undo();
        }
        return isRedo ? QStringLiteral("several redos") : QStringLiteral("several undos");
    }

    QString restart() {
        m_t.reopen();
        m_edits = std::make_unique<RandomEdits>(*m_t.ledger, ++m_seed + 1'000'000, m_edits->drawnCount());
        follow();
        return QStringLiteral("restart");
    }

    TemporaryLedger &m_t;
    std::mt19937_64 m_random;
    std::unique_ptr<RandomEdits> m_edits;
    UndoModel m_model;
    AppliedChangeSet m_applied;
    unsigned m_seed;
};

/// Only what the last step wrote; the whole ledger costs too much at each of many steps.
void expectTouched(const LedgerService &ledger, const UndoModel &model, const std::string &why) {
    for (const auto &[kind, id] : model.lastTouched()) {
        const auto found = ledger.record(kind, id);
        const auto expected = model.content().find({kind, id});
        ASSERT_EQ(bool(found), expected != model.content().end()) << why;
        if (found) {
            auto values = found->values;
            values.resize(entityInfo(kind).fields.size());
            ASSERT_EQ(values, expected->second) << why;
        }
    }
}

} // namespace

TEST(UndoProperty, AnySequenceOfChangesAgreesWithAModelAndWithTheJournal) {
    const unsigned seed = test::fromEnvironment("YIPI_SEED", 1);
    const unsigned steps = test::fromEnvironment("YIPI_CASES", 300);
    constexpr unsigned kWholeEvery = 50;
    TemporaryLedger t;
    UndoWalk walk(t, seed);
    std::map<QString, unsigned> counts;
    for (unsigned i = 0; i < steps && !testing::Test::HasFailure(); ++i) {
        const QString what = walk.step();
        ++counts[what];
        const std::string why =
            QStringLiteral("seed %1, step %2: %3").arg(seed).arg(i).arg(what).toStdString();
        EXPECT_EQ(std::size_t(t.ledger->undoDepth()), walk.model().undoDepth()) << why;
        EXPECT_EQ(t.ledger->canRedo(), walk.model().redoDepth() > 0) << why;
        expectTouched(*t.ledger, walk.model(), why);
        if (i % kWholeEvery == 0) {
            EXPECT_EQ(UndoModel::contentOf(*t.ledger), walk.model().content()) << why;
        }
    }
    EXPECT_EQ(UndoModel::contentOf(*t.ledger), walk.model().content());
    EXPECT_EQ(UndoModel::replayed(*t.ledger), walk.model().content());
    for (const char *kind : {"undo", "redo", "import", "restore", "restore field", "restart"})
        EXPECT_GT(counts[QString::fromLatin1(kind)], 0U) << kind << ": must be met";
    while (t.ledger->canUndo())
        ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(t.ledger->allRecords(EntityKind::Project).value().size(), 2U) << "as it was made";
    EXPECT_TRUE(std::ranges::all_of(t.ledger->verify().value(), [](const auto &c) { return c.ok; }));
}
