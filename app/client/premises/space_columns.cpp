// The columns of the tables of office space.
#include "app/client/premises/space_names.h"
#include "app/client/records/column_of.h"
#include "app/client/session/token_words.h"
#include "core/premises/repair_line.h"
#include "core/premises/take_back.h"
#include "core/premises/title_gaps.h"
#include "core/premises/title_line.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QVariantMap buildingStandings()
    {
        return {{u"registered"_s, SpaceNames::tr("On a certificate")},
            {u"filed"_s, SpaceNames::tr("Filed only")}, {u"open"_s, SpaceNames::tr("Open")},
            {u"gone"_s, SpaceNames::tr("Disposed of")}};
    }

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
    return {columnOf(u"room"_s, tr("Room"), 120), columnOf(u"name"_s, tr("Name"), 190),
        brief(
            columnOf(u"finding/over_m2"_s, tr("Above it, m²"), 110, u"area"_s), tr("%1 m² above the limit")),
        columnOf(u"usable_m2"_s, tr("Area, m²"), 90, u"area"_s),
        columnOf(u"finding/limit_m2"_s, tr("Limit, m²"), 90, u"area"_s),
        columnOf(u"used_by/name"_s, tr("Used by"), 220), columnOf(u"over_reason"_s, tr("Why still"), 240),
        columnOf(u"over_deadline"_s, tr("To be put right by"), 210, u"due"_s),
        columnOf(u"building/name"_s, tr("Building"), 200, u"text"_s, {}, false)};
}

QVariantList SpaceNames::dueColumns() const
{
    return {columnOf(u"urgency"_s, tr("How soon"), 110, u"token"_s, tokenNames(kUrgencies)),
        columnOf(u"due"_s, tr("Until"), 210, u"due"_s),
        columnOf(u"ground"_s, tr("Ground"), 140, u"token"_s, tokenNames(kTakeBackGrounds)),
        columnOf(u"room"_s, tr("Room"), 120), columnOf(u"room_name"_s, tr("Name"), 190),
        columnOf(u"unit/name"_s, tr("Unit"), 220), columnOf(u"person/name"_s, tr("Person"), 100),
        columnOf(u"area_m2"_s, tr("Area, m²"), 90, u"area"_s), columnOf(u"since"_s, tr("Since"), 110),
        columnOf(u"reason"_s, tr("Why still"), 220)};
}

QVariantList SpaceNames::repairColumns() const
{
    return {brief(columnOf(u"suggested/rank"_s, tr("Suggested"), 90, u"number"_s), tr("place %1")),
        columnOf(u"building_name"_s, tr("Building"), 220), columnOf(u"unit_name"_s, tr("Unit"), 200),
        columnOf(u"parts"_s, tr("Parts"), 110),
        columnOf(u"kind"_s, tr("Kind"), 90, u"token"_s, tokenNames(kRepairKinds)),
        columnOf(u"area_m2"_s, tr("Area, m²"), 90, u"area"_s),
        brief(columnOf(u"estimate_yuan"_s, tr("Estimate"), 120, u"money"_s), tr("%1 yuan")),
        columnOf(u"rank"_s, tr("Rank"), 60, u"number"_s),
        columnOf(u"plan_year"_s, tr("Plan"), 80, u"number"_s),
        columnOf(u"approved_yuan"_s, tr("Approved, yuan"), 120, u"money"_s),
        columnOf(u"state"_s, tr("State"), 100, u"token"_s, repairStates()),
        columnOf(u"application_no"_s, tr("Request"), 170),
        columnOf(u"approval_no"_s, tr("Approval"), 170, u"text"_s, {}, false),
        columnOf(u"settled_yuan"_s, tr("Settled, yuan"), 120, u"money"_s, {}, false)};
}

QVariantList SpaceNames::titleColumns() const
{
    return {columnOf(u"cert_no"_s, tr("Certificate"), 270), columnOf(u"holder/name"_s, tr("Holder"), 190),
        columnOf(u"location"_s, tr("Location"), 220),
        columnOf(u"land_share_m2"_s, tr("Land share, m²"), 120, u"area"_s),
        columnOf(u"floor_m2"_s, tr("Floor area, m²"), 120, u"area"_s),
        columnOf(u"issued_on"_s, tr("Registered"), 110),
        brief(columnOf(u"incomplete"_s, tr("Papers missing"), 100, u"flag"_s), tr("papers missing")),
        brief(columnOf(u"blocked"_s, tr("Blocked"), 80, u"flag"_s), tr("blocked")),
        columnOf(u"state"_s, tr("State"), 90, u"token"_s, titleStates()),
        columnOf(u"custody/place"_s, tr("Kept at"), 130, u"text"_s, {}, false)};
}

QVariantList SpaceNames::papersColumns() const
{
    return {columnOf(u"name"_s, tr("Name"), 230), columnOf(u"building"_s, tr("Building"), 110),
        columnOf(u"standing"_s, tr("Standing"), 110, u"token"_s, buildingStandings()),
        columnOf(u"situation"_s, tr("Starting situation"), 170, u"token"_s, tokenNames(kStartSituations)),
        brief(columnOf(u"floor_m2"_s, tr("Floor area, m²"), 120, u"area"_s), tr("%1 m²")),
        columnOf(u"filing_no"_s, tr("Filing"), 170),
        columnOf(u"filed_m2"_s, tr("Filed, m²"), 110, u"area"_s)};
}

QVariantList SpaceNames::gapColumns() const
{
    // On a tablet the number and what is the matter stand whole; whoever looks for the place goes on.
    return {columnOf(u"kind"_s, tr("What"), 185, u"token"_s, tokenNames(kTitleGapKinds)),
        columnOf(u"subject"_s, tr("Building or certificate"), 305), columnOf(u"text"_s, tr("How"), 310),
        columnOf(u"due"_s, tr("Until"), 190, u"due"_s), columnOf(u"name"_s, tr("Name"), 290)};
}

} // namespace guanwu
