#include "app/client/registry/registry_names.h"

#include "app/client/records/column_of.h"
#include "app/client/registry/field_kinds.h"

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantList RegistryNames::cardColumns() const
{
    QVariantList out;
    const auto add = [&](const QString& key, const QString& title, int width, const QString& kind = u"text"_s,
                         bool isShown = true) {
        out.push_back(columnOf(key, title, width, kind, namesOf(key.toStdString()), isShown));
    };
    const auto field = [](const char* token) { return fieldLabel(token); };
    add(u"asset_no"_s, field("asset_no"), 150);
    add(u"name"_s, field("name"), 220);
    add(u"model"_s, field("model"), 140);
    add(u"use_state"_s, field("use_state"), 90, u"token"_s);
    add(u"place_name"_s, field("place"), 160);
    add(u"user_name"_s, field("user"), 100);
    add(u"department"_s, field("department"), 140);
    add(u"original_yuan"_s, field("original_yuan"), 130, u"money"_s);
    add(u"acquired_on"_s, field("acquired_on"), 110, u"date"_s, false);
    add(u"quantity"_s, field("quantity"), 80, u"number"_s, false);
    add(u"unit_of_measure"_s, field("unit_of_measure"), 80, u"text"_s, false);
    add(u"class_code"_s, field("class_code"), 120, u"text"_s, false);
    add(u"card_kind"_s, field("card_kind"), 100, u"token"_s, false);
    add(u"unit_name"_s, field("unit"), 200, u"text"_s, false);
    add(u"unit"_s, tr("Code of the unit"), 100, u"text"_s, false);
    add(u"place"_s, tr("Code of the place"), 120, u"text"_s, false);
    add(u"legacy_no"_s, field("legacy_no"), 150, u"text"_s, false);
    add(u"tag"_s, tr("Tag"), 150, u"text"_s, false);
    return out;
}

QVariantMap RegistryNames::cardSorts() const
{
    return {{u"asset_no"_s, u"number"_s}, {u"name"_s, u"name"_s}, {u"original_yuan"_s, u"original"_s},
        {u"acquired_on"_s, u"acquired"_s}, {u"unit_name"_s, u"unit"_s}, {u"unit"_s, u"unit"_s}};
}

QVariantList RegistryNames::choices(const QString& field) const { return choicesOf(field.toStdString()); }

QString RegistryNames::name(const QString& field, const QString& value) const
{
    return fieldShown(field.toStdString(), value);
}

} // namespace guanwu

#include "moc_registry_names.cpp"
