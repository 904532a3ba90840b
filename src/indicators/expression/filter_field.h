// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"

#include <span>

namespace yipi::indicators {

/// A field that conditions can name. What it is called comes from the described entities.
struct FilterField {
    enum class Kind {
        Money,
        Date,
        Campaign, ///< 2024-2, or a whole year
        Choice,
        Flag,
        Number, ///< whole, or with up to two decimals in hundredths
        Name,   ///< a word of a dictionary: zone, city, chain, industry
        Text,   ///< free text of the project
    };
    /// Which part of the facts holds the value.
    enum class Source { Project, Entry, Zone, Chain, Industry, Campaign, Batch, Stage, ProjectText, Stored };
    /// A part of a project's search text.
    enum class TextPart { All, Code, Name, Investor };
    /// A field that the facts do not hold: its position among the project's.
    struct StoredField {
        int field = -1;
        friend bool operator==(StoredField, StoredField) = default;
    };
    using Member = std::variant<std::monostate, qint64 ProjectFact::*, Day ProjectFact::*,
                                bool ProjectFact::*, qint64 EntryFact::*, QString Zone::*,
                                ZoneCategory Zone::*, ZoneLevel Zone::*, TextPart, StoredField>;

    QString key;   ///< what the canonical text says
    QString title; ///< what people are told
    Kind kind = Kind::Text;
    Source source = Source::Project;
    Member member;
    std::span<const Choice> choices; ///< of a Choice
    bool hasDecimals = false;        ///< of a Number: kept in hundredths
    QString unit;                    ///< of a Number: 亩, 人
    QStringList names;               ///< everything it is called, folded; the key and title among them

    bool isOfEntry() const {
        return source == Source::Entry || source == Source::Campaign || source == Source::Batch;
    }
    bool hasOrder() const { return isAmount() || kind == Kind::Date || kind == Kind::Campaign; }
    bool isAmount() const { return kind == Kind::Money || kind == Kind::Number; }
    bool hasText() const { return kind == Kind::Name || kind == Kind::Text; }
    /// Searched in several fields at once, so that neither = nor 为空 means anything.
    bool isSearch() const { return member == Member(TextPart::All); }
};

/// The fields that conditions can name: the built-in ones, and a ledger's custom ones behind them.
class FilterFields {
public:
    static const FilterFields &builtIn();
    explicit FilterFields(std::span<const CustomColumn> custom);

    /// All of them, in the order in which people are told.
    std::span<const FilterField> all() const { return m_fields; }
    /// By any of its names, already folded; null when there is none.
    const FilterField *find(const QString &foldedName) const { return m_byName.value(foldedName); }
    /// The longest name of a field at the start of a folded text; 0 when there is none.
    qsizetype nameLength(QStringView folded) const;
    /// Up to three titles that `foldedName` may have been meant for, the nearest first.
    QStringList similarTitles(const QString &foldedName) const;

private:
    std::vector<FilterField> m_fields;
    QHash<QString, const FilterField *> m_byName;
};

/// Those of a ledger.
const FilterFields &filterFieldsOf(const Facts &facts);
/// Whether the ledger has a field of that name that conditions can't ask for.
bool isFieldWithoutFilter(const QString &foldedName);

} // namespace yipi::indicators
