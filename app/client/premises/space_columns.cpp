// The columns of the tables of office space.
#include "app/client/premises/space_names.h"
#include "app/client/premises/token_words.h"
#include "core/premises/repair_line.h"
#include "core/premises/take_back.h"
#include "core/premises/title_gaps.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QVariantMap brief(QVariantMap column, const QString& words)
    {
        column[u"brief"_s] = words;
        return column;
    }

    QVariantMap repairStates()
    {
        return {{u"applied"_s, SpaceNames::tr("Waits")}, {u"approved"_s, SpaceNames::tr("Approved")},
            {u"carried_out"_s, SpaceNames::tr("Under way")}, {u"accepted"_s, SpaceNames::tr("Accepted")},
            {u"refused"_s, SpaceNames::tr("Refused")}};
    }

    QVariantMap titleStates()
    {
        return {{u"current"_s, SpaceNames::tr("In force")}, {u"mortgaged"_s, SpaceNames::tr("Mortgaged")},
            {u"sealed"_s, SpaceNames::tr("Seized")}, {u"history"_s, SpaceNames::tr("History")},
            {u"ended"_s, SpaceNames::tr("Cancelled")}};
    }

} // namespace

QVariantList SpaceNames::overColumns() const
{
    return {tableColumn(u"room"_s, tr("Room"), 120), tableColumn(u"name"_s, tr("Name"), 190),
        brief(tableColumn(u"finding/over_m2"_s, tr("Above it, m²"), 110), tr("%1 m² above the limit")),
        tableColumn(u"usable_m2"_s, tr("Area, m²"), 90), tableColumn(u"finding/limit_m2"_s, tr("Limit, m²"), 90),
        tableColumn(u"used_by/name"_s, tr("Used by"), 220), tableColumn(u"over_reason"_s, tr("Why still"), 240),
        tableColumn(u"over_deadline"_s, tr("To be put right by"), 190, u"due"_s),
        tableColumn(u"building/name"_s, tr("Building"), 200, u"text"_s, {}, false)};
}

QVariantList SpaceNames::dueColumns() const
{
    return {tableColumn(u"urgency"_s, tr("How soon"), 110, u"token"_s, tokenWords(kUrgencies)),
        tableColumn(u"due"_s, tr("Until"), 190, u"due"_s),
        tableColumn(u"ground"_s, tr("Ground"), 140, u"token"_s, tokenWords(kTakeBackGrounds)),
        tableColumn(u"room"_s, tr("Room"), 120), tableColumn(u"room_name"_s, tr("Name"), 190),
        tableColumn(u"unit/name"_s, tr("Unit"), 220), tableColumn(u"person/name"_s, tr("Person"), 100),
        tableColumn(u"area_m2"_s, tr("Area, m²"), 90), tableColumn(u"since"_s, tr("Since"), 110),
        tableColumn(u"reason"_s, tr("Why still"), 220)};
}

QVariantList SpaceNames::repairColumns() const
{
    return {brief(tableColumn(u"suggested/rank"_s, tr("Suggested"), 90, u"number"_s), tr("place %1")),
        tableColumn(u"building_name"_s, tr("Building"), 220), tableColumn(u"unit_name"_s, tr("Unit"), 200),
        tableColumn(u"parts"_s, tr("Parts"), 110),
        tableColumn(u"kind"_s, tr("Kind"), 90, u"token"_s, tokenWords(kRepairKinds)),
        tableColumn(u"area_m2"_s, tr("Area, m²"), 90),
        brief(tableColumn(u"estimate_yuan"_s, tr("Estimate"), 120, u"money"_s), tr("%1 yuan")),
        tableColumn(u"rank"_s, tr("Rank"), 60, u"number"_s), tableColumn(u"plan_year"_s, tr("Plan"), 60, u"number"_s),
        tableColumn(u"approved_yuan"_s, tr("Approved, yuan"), 120, u"money"_s),
        tableColumn(u"state"_s, tr("State"), 100, u"token"_s, repairStates()),
        tableColumn(u"application_no"_s, tr("Request"), 170),
        tableColumn(u"approval_no"_s, tr("Approval"), 170, u"text"_s, {}, false),
        tableColumn(u"settled_yuan"_s, tr("Settled, yuan"), 120, u"money"_s, {}, false)};
}

QVariantList SpaceNames::titleColumns() const
{
    return {tableColumn(u"cert_no"_s, tr("Certificate"), 270), tableColumn(u"holder/name"_s, tr("Holder"), 190),
        tableColumn(u"location"_s, tr("Location"), 220),
        tableColumn(u"land_share_m2"_s, tr("Land share, m²"), 120),
        tableColumn(u"floor_m2"_s, tr("Floor area, m²"), 120), tableColumn(u"issued_on"_s, tr("Registered"), 110),
        brief(tableColumn(u"incomplete"_s, tr("Papers missing"), 100, u"flag"_s), tr("papers missing")),
        brief(tableColumn(u"blocked"_s, tr("Blocked"), 80, u"flag"_s), tr("blocked")),
        tableColumn(u"state"_s, tr("State"), 90, u"token"_s, titleStates()),
        tableColumn(u"custody/place"_s, tr("Kept at"), 130, u"text"_s, {}, false)};
}

QVariantList SpaceNames::gapColumns() const
{
    return {tableColumn(u"kind"_s, tr("What"), 160, u"token"_s, tokenWords(kTitleGapKinds)),
        tableColumn(u"name"_s, tr("Name"), 210), tableColumn(u"subject"_s, tr("Building or certificate"), 250),
        tableColumn(u"text"_s, tr("How"), 380), tableColumn(u"due"_s, tr("Until"), 190, u"due"_s)};
}

} // namespace guanwu
