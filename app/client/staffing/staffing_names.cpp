#include "app/client/staffing/staffing_names.h"

#include "app/client/records/record_columns.h"
#include "app/client/registry/field_kinds.h"
#include "app/client/session/token_words.h"
#include "core/cards/unit_reform.h"

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantList StaffingNames::reforms() const { return tokenChoices(kReformKinds); }

QVariantList StaffingNames::holdings(const QVariantMap& answer) const
{
    QVariantList out;
    for (const QVariant& one : answer[u"assets"_s].toList()) {
        const QVariantMap asset = one.toMap();
        const bool uses = asset[u"uses"_s].toBool();
        const bool keeps = asset[u"keeps"_s].toBool();
        out.push_back(QVariantMap {{u"assetNo"_s, asset[u"asset_no"_s]}, {u"title"_s, asset[u"name"_s]},
            {u"subtitle"_s,
                dotted({asset[u"asset_no"_s].toString(), asset[u"place"_s].toString(),
                    fieldShown("use_state", asset[u"use_state"_s].toString()),
                    uses && keeps ? tr("uses and keeps")
                        : uses    ? tr("uses")
                                  : tr("keeps")})},
            {u"value"_s, groupedYuan(asset[u"original_yuan"_s].toString())},
            {u"document"_s, asset[u"document"_s].toString()}});
    }
    return out;
}

} // namespace guanwu

#include "moc_staffing_names.cpp"
