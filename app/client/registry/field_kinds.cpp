#include "app/client/registry/field_kinds.h"

#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "app/text/explain.h"
#include "core/cards/card_fields.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    using enum FieldGroup;
    using E = FieldEditing;

    constexpr std::array kLooks {
        FieldLook {"asset_no", Identity},
        FieldLook {"legacy_no", Identity, E::Text, false, true},
        FieldLook {"name", Identity, E::Text, true},
        FieldLook {"brand", Identity},
        FieldLook {"model", Identity},
        FieldLook {"serial_no", Identity, E::Text, false, true},
        FieldLook {"quantity", Identity, E::Number},
        FieldLook {"unit_of_measure", Identity},
        FieldLook {"remark", Identity, E::LongText},
        FieldLook {"class_code", Class, E::ClassCode, true},
        FieldLook {"card_kind", Class, E::Choice},
        FieldLook {"class_edition", Class, E::Choice},
        FieldLook {"original_yuan", Value, E::Money, true},
        FieldLook {"value_type", Value, E::Choice},
        FieldLook {"unit_price_yuan", Value, E::Money},
        FieldLook {"unit_price_inexact", Value, E::Flag},
        FieldLook {"fiscal_yuan", Value, E::Money},
        FieldLook {"acquisition_method", Value, E::Choice, true},
        FieldLook {"acquired_on", Value, E::Date, true},
        FieldLook {"booked_state", Value, E::Choice},
        FieldLook {"booked_on", Value, E::Date},
        FieldLook {"voucher_no", Value, E::Text, false, true},
        FieldLook {"budget_item_no", Value},
        FieldLook {"procurement_form", Value, E::Choice},
        FieldLook {"supplier", Value},
        FieldLook {"contract_no", Value},
        FieldLook {"invoice_no", Value},
        FieldLook {"warranty_until", Value, E::Date},
        FieldLook {"depreciation_state", Value, E::Choice},
        FieldLook {"depreciation_method", Value, E::Choice},
        FieldLook {"life_months", Value, E::Number},
        FieldLook {"life_approved", Value, E::Flag},
        FieldLook {"unit", Custody, E::Unit, true},
        FieldLook {"using_unit", Custody, E::Unit},
        FieldLook {"right_holder", Custody, E::Unit},
        FieldLook {"department", Custody, E::Department},
        FieldLook {"user", Custody, E::Person},
        FieldLook {"public_use", Custody, E::Flag},
        FieldLook {"keeper", Custody, E::Person},
        FieldLook {"managing_department", Custody, E::Department},
        FieldLook {"place", Custody, E::Place},
        FieldLook {"use_state", Use, E::Choice},
        FieldLook {"use_direction", Use, E::Choice},
        FieldLook {"counterparty", Use},
        FieldLook {"in_service_on", Use, E::Date},
        FieldLook {"idle_since", Use, E::Date},
        FieldLook {"min_use_years", Use, E::Number},
        FieldLook {"tag_state", Use, E::Choice, false, true},
        FieldLook {"plate_no", Vehicle, E::Text, false, true},
        FieldLook {"vin", Vehicle, E::Text, false, true},
        FieldLook {"engine_no", Vehicle, E::Text, false, true},
        FieldLook {"make_model", Vehicle},
        FieldLook {"displacement_l", Vehicle},
        FieldLook {"origin", Vehicle, E::Choice},
        FieldLook {"quota_state", Vehicle, E::Choice},
        FieldLook {"official_use", Vehicle, E::Choice},
        FieldLook {"registered_on", Vehicle, E::Date},
        FieldLook {"mileage_km", Vehicle, E::Number},
        FieldLook {"gps_state", Vehicle, E::Choice},
        FieldLook {"on_platform", Vehicle, E::Flag},
        FieldLook {"address", Estate},
        FieldLook {"structure", Estate, E::Choice},
        FieldLook {"floor_m2", Estate, E::Area},
        FieldLook {"usable_area_m2", Estate, E::Area},
        FieldLook {"basement_m2", Estate, E::Area},
        FieldLook {"office_m2", Estate, E::Area},
        FieldLook {"meeting_m2", Estate, E::Area},
        FieldLook {"garage_m2", Estate, E::Area},
        FieldLook {"canteen_m2", Estate, E::Area},
        FieldLook {"power_m2", Estate, E::Area},
        FieldLook {"machine_m2", Estate, E::Area},
        FieldLook {"land_m2", Estate, E::Area},
        FieldLook {"certified_m2", Estate, E::Area},
        FieldLook {"area_self_m2", Estate, E::Area},
        FieldLook {"area_lent_m2", Estate, E::Area},
        FieldLook {"area_leased_m2", Estate, E::Area},
        FieldLook {"area_invested_m2", Estate, E::Area},
        FieldLook {"area_pledged_m2", Estate, E::Area},
        FieldLook {"area_other_m2", Estate, E::Area},
        FieldLook {"completed_on", Estate, E::Date},
        FieldLook {"floors", Estate, E::Number},
        FieldLook {"building_no", Estate, E::Text, false, true},
        FieldLook {"parcel_no", Estate, E::Text, false, true},
        FieldLook {"land_nature", Estate, E::Choice},
        FieldLook {"title_state", Estate, E::Choice},
        FieldLook {"cert_kind", Estate},
        FieldLook {"cert_no", Estate, E::Text, false, true},
        FieldLook {"cert_date", Estate, E::Date},
        FieldLook {"final_accounts", Estate, E::Choice},
        FieldLook {"safety_grade", Estate, E::Choice},
    };

} // namespace

const FieldLook* findFieldLook(std::string_view token)
{
    const auto found = std::find_if(
        kLooks.begin(), kLooks.end(), [&](const FieldLook& one) { return one.token == token; });
    return found == kLooks.end() ? nullptr : &*found;
}

QString groupTitle(FieldGroup group)
{
    switch (group) {
    case Identity:
        return QCoreApplication::translate("FieldLook", "What it is");
    case Class:
        return QCoreApplication::translate("FieldLook", "Classification");
    case Value:
        return QCoreApplication::translate("FieldLook", "Value and acquisition");
    case Custody:
        return QCoreApplication::translate("FieldLook", "Custody and place");
    case Use:
        return QCoreApplication::translate("FieldLook", "Use");
    case Vehicle:
        return QCoreApplication::translate("FieldLook", "Vehicle");
    case Estate:
        return QCoreApplication::translate("FieldLook", "Land and building");
    }
    return {};
}

QVariantList choicesOf(std::string_view token)
{
    const CardField* field = findCardField(token);
    return field ? tokenChoices(field->choices) : QVariantList();
}

QVariantMap namesOf(std::string_view token)
{
    QVariantMap out;
    for (const QVariant& one : choicesOf(token))
        out.insert(one.toMap()[u"value"_s].toString(), one.toMap()[u"text"_s]);
    return out;
}

QString fieldLabel(std::string_view token)
{
    const CardField* field = findCardField(token);
    if (!field)
        return QString::fromUtf8(token);
    return rowName(*field);
}

QString editingName(FieldEditing editing)
{
    constexpr std::array kNames {"text", "long", "number", "money", "area", "date", "choice", "flag", "class",
        "unit", "department", "person", "place"};
    return QString::fromLatin1(kNames[static_cast<std::size_t>(editing)]);
}

QString valueProblem(std::string_view token, const QString& value)
{
    const CardField* field = findCardField(token);
    if (!field || value.isEmpty())
        return {};
    if (static_cast<std::size_t>(value.size()) > field->longest)
        return QCoreApplication::translate("FieldLook", "At most %1 characters").arg(field->longest);
    if (!field->write)
        return {};
    RegisteredCard card; // of every kind at once: only the value is looked at
    card.card.vehicle.emplace();
    card.card.building.emplace();
    card.card.land.emplace();
    const auto written = field->write(card, value.toStdString());
    return written ? QString() : QString::fromStdString(explain(written.error(), shownLanguage()));
}

QString fieldShown(std::string_view token, const QString& value, const QString& name)
{
    const FieldLook* look = findFieldLook(token);
    if (!look || value.isEmpty())
        return value;
    switch (look->editing) {
    case E::Money:
        return groupedYuan(value);
    case E::Area:
        return QCoreApplication::translate("FieldLook", "%1 m²").arg(value);
    case E::Choice:
    case E::Flag:
        return namesOf(token).value(value, value).toString();
    case E::ClassCode: {
        const ClassCode* known = Classification::edition2022().find(value.toStdString());
        if (!known)
            return value;
        const bool zh = shownLanguage() == Language::ZhCn || known->nameEn.empty();
        return value + u' ' + QString::fromStdString(zh ? known->nameZh : known->nameEn);
    }
    default:
        return name.isEmpty() || name == value ? value : name + u" ("_s + value + u')';
    }
}

QVariantMap differenceShown(const QJsonObject& field)
{
    const QString token = field["field"_L1].toString();
    const auto side = [&](QLatin1StringView value, QLatin1StringView name) {
        return fieldShown(token.toStdString(), field[value].toString(), field[name].toString());
    };
    return {{u"field"_s, token}, {u"label"_s, fieldLabel(token.toStdString())},
        {u"before"_s, side("before"_L1, "before_name"_L1)}, {u"after"_s, side("after"_L1, "after_name"_L1)}};
}

} // namespace guanwu
