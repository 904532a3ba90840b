// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "domain/entity_kind.h"
#include "domain/iso_date.h"
#include "domain/money.h"
#include "domain/month.h"
#include "domain/quantity.h"
#include "domain/value.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace yipi {

/// A link to another record by its id; 0 = none.
template <class E>
struct Ref {
    qint64 id = 0;
    friend bool operator==(Ref, Ref) = default;
};

/// What every stored record has beside its fields.
struct Identity {
    qint64 id = 0;   ///< row id in this ledger; 0 = not stored yet
    int version = 0; ///< counted up by each change; the base of the optimistic check
    friend bool operator==(const Identity &, const Identity &) = default;
};

/// All that is known about one field, declared once. SQL column, grid column, form editor, import synonyms,
/// export header, validation, journal entry and JSON key are made from it.
struct FieldInfo {
    QString key;   ///< stable: SQL column and JSON key
    QString title; ///< Chinese, as offices write it
    FieldType type = FieldType::Text;
    std::span<const Choice> choices;                         ///< of a Choice
    std::shared_ptr<const std::vector<Choice>> ownedChoices; ///< keeps the choices of a custom field alive
    EntityKind target = EntityKind::Region;                  ///< of a Reference
    QStringList synonyms;                                    ///< other header words seen for it, without unit
    QString unit;                                            ///< of a Quantity or Integer: 亩, 人
    QString help;
    MoneyUnit moneyUnit = MoneyUnit::Wan; ///< of Money: how ledgers show it
    bool isRequired = false;
    bool isKey = false;      ///< part of the natural key, unique together
    bool isPersonal = false; ///< names and phone numbers: never logged
    bool isInternal = false; ///< not shown to people (uid)
};

/// A field of E with the access to its member.
template <class E>
struct Field : FieldInfo {
    Value (*get)(const E &) = nullptr;
    void (*set)(E &, const Value &) = nullptr;

    Field required() && {
        isRequired = true;
        return std::move(*this);
    }
    Field keyPart() && {
        isKey = isRequired = true;
        return std::move(*this);
    }
    Field personal() && {
        isPersonal = true;
        return std::move(*this);
    }
    Field internal() && {
        isInternal = true;
        return std::move(*this);
    }
    Field also(const QStringList &words) && {
        synonyms = words;
        return std::move(*this);
    }
    Field in(const QString &name) && {
        unit = name;
        return std::move(*this);
    }
    Field in(MoneyUnit shown) && {
        moneyUnit = shown;
        return std::move(*this);
    }
    Field about(const QString &text) && {
        help = text;
        return std::move(*this);
    }
    Field longText() && {
        type = FieldType::LongText;
        return std::move(*this);
    }
};

namespace detail {

/// How a member type is kept as a Value.
template <class T>
struct Stored;

template <>
struct Stored<QString> {
    static constexpr FieldType kType = FieldType::Text;
    static Value from(const QString &v) { return v.isEmpty() ? Value() : Value(v); }
    static QString to(const Value &v) { return isEmpty(v) ? QString() : std::get<QString>(v); }
};
template <>
struct Stored<std::optional<qint64>> {
    static constexpr FieldType kType = FieldType::Integer;
    static Value from(std::optional<qint64> v) { return v ? Value(*v) : Value(); }
    static std::optional<qint64> to(const Value &v) {
        return isEmpty(v) ? std::optional<qint64>() : std::get<qint64>(v);
    }
};
template <>
struct Stored<std::optional<Quantity>> {
    static constexpr FieldType kType = FieldType::Quantity;
    static Value from(std::optional<Quantity> v) { return v ? Value(v->hundredths) : Value(); }
    static std::optional<Quantity> to(const Value &v) {
        return isEmpty(v) ? std::optional<Quantity>() : Quantity{std::get<qint64>(v)};
    }
};
template <>
struct Stored<std::optional<Money>> {
    static constexpr FieldType kType = FieldType::Money;
    static Value from(std::optional<Money> v) { return v ? Value(v->yuan()) : Value(); }
    static std::optional<Money> to(const Value &v) {
        return isEmpty(v) ? std::optional<Money>() : Money::fromYuan(std::get<qint64>(v));
    }
};
template <>
struct Stored<QDate> {
    static constexpr FieldType kType = FieldType::Date;
    static Value from(QDate v) { return v.isValid() ? Value(isoText(v)) : Value(); }
    static QDate to(const Value &v) { return isEmpty(v) ? QDate() : dateFromIso(std::get<QString>(v)); }
};
template <>
struct Stored<std::optional<Month>> {
    static constexpr FieldType kType = FieldType::Month;
    static Value from(std::optional<Month> v) { return v ? Value(qint64(v->index())) : Value(); }
    static std::optional<Month> to(const Value &v) {
        return isEmpty(v) ? std::optional<Month>() : Month::fromIndex(int(std::get<qint64>(v)));
    }
};
template <>
struct Stored<bool> {
    static constexpr FieldType kType = FieldType::Flag;
    static Value from(bool v) { return Value(qint64(v)); }
    static bool to(const Value &v) { return !isEmpty(v) && std::get<qint64>(v) != 0; }
};
template <class T>
requires std::is_enum_v<T>
struct Stored<T> {
    static constexpr FieldType kType = FieldType::Choice;
    static Value from(T v) { return Value(yipi::key(v)); }
    static T to(const Value &v) {
        return isEmpty(v) ? T{} : choiceFrom<T>(std::get<QString>(v)).value_or(T{});
    }
};
template <class E>
struct Stored<Ref<E>> {
    static constexpr FieldType kType = FieldType::Reference;
    static Value from(Ref<E> v) { return v.id ? Value(v.id) : Value(); }
    static Ref<E> to(const Value &v) { return {isEmpty(v) ? 0 : std::get<qint64>(v)}; }
};

template <class T>
struct ReferenceTarget {
    static constexpr EntityKind kKind = EntityKind::Region;
};
template <class E>
struct ReferenceTarget<Ref<E>> {
    static constexpr EntityKind kKind = kKindOf<E>;
};

template <class M>
struct MemberOf;
template <class E, class T>
struct MemberOf<T E::*> {
    using Entity = E;
    using Type = T;
};

} // namespace detail

/// Declares a field: `field<&Project::name>("name", u"项目名称")`; type and storage follow from the member.
template <auto Member>
auto field(const char *key, const QString &title) {
    using E = typename detail::MemberOf<decltype(Member)>::Entity;
    using T = typename detail::MemberOf<decltype(Member)>::Type;
    Field<E> f;
    f.key = QString::fromLatin1(key);
    f.title = title;
    f.type = detail::Stored<T>::kType;
    f.target = detail::ReferenceTarget<T>::kKind;
    if constexpr (std::is_enum_v<T>)
        f.choices = choicesOf<T>();
    f.get = [](const E &e) { return detail::Stored<T>::from(e.*Member); };
    f.set = [](E &e, const Value &v) { e.*Member = detail::Stored<T>::to(v); };
    return f;
}

} // namespace yipi
