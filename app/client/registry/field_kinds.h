#pragma once

#include <QJsonObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>
#include <string_view>

namespace guanwu {

/// How a field of a card is written and shown.
enum class FieldEditing : std::uint8_t {
    Text,
    LongText,
    Number,
    Money,
    Area,
    Date,
    Choice,
    Flag,
    ClassCode,
    Unit,
    Department,
    Person,
    Place,
};

/// Under which heading a field of a card stands.
enum class FieldGroup : std::uint8_t { Identity, Class, Value, Custody, Use, Vehicle, Estate };

/// What the screens know of a field besides core/cards: a test proves that every field of the card is here.
struct FieldLook {
    std::string_view token;
    FieldGroup group = FieldGroup::Identity;
    FieldEditing editing = FieldEditing::Text;
    bool isRequired = false; ///< of a new card
    bool isUnique = false; ///< belongs to one thing alone: a copy starts without it
};

[[nodiscard]] const FieldLook* findFieldLook(std::string_view token);
[[nodiscard]] QString groupTitle(FieldGroup group);
/// What a choice may be: { value, text }, in the language shown. Empty for fields in which anything may be
/// written.
[[nodiscard]] QVariantList choicesOf(std::string_view token);
/// Token → name of a choice.
[[nodiscard]] QVariantMap namesOf(std::string_view token);
/// The name of a field in the language shown.
[[nodiscard]] QString fieldLabel(std::string_view token);
/// "text", "money", …: what FieldEditor.qml and the tables go by.
[[nodiscard]] QString editingName(FieldEditing editing);
/// What is wrong with a value by itself, as a sentence; empty = nothing. Others than references, which only
/// the server knows.
[[nodiscard]] QString valueProblem(std::string_view token, const QString& value);
/// The value of a field as a person reads it; `name` is what a reference is called.
[[nodiscard]] QString fieldShown(std::string_view token, const QString& value, const QString& name = {});
/// What the API tells of a field that changed, for a page: { field, label, before, after }.
[[nodiscard]] QVariantMap differenceShown(const QJsonObject& field);

} // namespace guanwu
