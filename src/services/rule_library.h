// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rule_set.h"

#include <QStringList>

namespace yipi::services {

/// The file behind a rule set.
struct StoredRules {
    QString path;
    QByteArray content;       ///< as it was read
    bool isOwn = false;       ///< in the user's own folder; the shipped ones are never written to
    bool hidesPreset = false; ///< the shipped one of the same id, which is there again when this is deleted
};

/// The rule sets of data/rules and of the user's own folder, and all changes to the latter. Files are
/// replaced atomically; one that somebody else has changed since it was read is left as it is (Conflict).
class RuleLibrary {
public:
    /// Reads every file; a bad one is left out and named in problems().
    RuleLibrary() { reload(); }
    void reload();

    const std::vector<indicators::RuleSet> &sets() const { return m_sets; }
    const indicators::RuleSet *set(const QString &id) const; ///< null when there is none
    const StoredRules *file(const QString &id) const;        ///< null when there is none
    const QStringList &problems() const { return m_problems; }
    const indicators::LightPresets &lights() const { return m_lights; }

    /// Writes an own set anew. What changes gets the next version, unless it brings another one than the
    /// file. Answers the version. Errors: NotFound, Refused (a preset), InvalidValue, Conflict, those of
    /// writing.
    Result<QString> save(indicators::RuleSet set);
    /// Writes a new own set under `id`, which no other may have (Refused).
    Result<void> saveAs(indicators::RuleSet set, const QString &id);
    /// Takes a rule file into the own folder after checking it, under `id` or (empty) its file name;
    /// `replace` allows for an own set of that id. Answers the id.
    Result<QString> take(const QString &path, const QString &id = {}, bool replace = false);
    /// Gives an own set another id. Ledgers that use the former one no longer find it.
    Result<void> rename(const QString &id, const QString &newId);
    Result<void> remove(const QString &id);

private:
    void load(const QString &folder, bool isOwn);
    QString ownPath(const QString &id) const;
    /// An own file that is still as it was read.
    Result<const StoredRules *> ownFile(const QString &id) const;
    Result<void> requireFree(const QString &id) const;
    Result<void> write(const indicators::RuleSet &set);

    indicators::LightPresets m_lights;
    std::vector<indicators::RuleSet> m_sets;
    std::vector<StoredRules> m_files; ///< of the set at the same place
    QStringList m_problems;
};

/// The version after this one: its last number plus 1 ("2024.1" → "2024.2"), else with " 2" behind.
QString nextVersion(const QString &version);

/// An id that names a file on every system: letters (Chinese as well), digits, "-", "_", ".", space; 1 to 60
/// characters. InvalidValue says what is wrong.
Result<void> checkRuleSetId(const QString &id);

} // namespace yipi::services
