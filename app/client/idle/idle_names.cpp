#include "app/client/idle/idle_names.h"

#include "app/client/forms/value_row.h"
#include "app/client/records/column_of.h"
#include "app/client/records/due_words.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "core/idle/idle_asset.h"
#include "core/leasing/lease_contract.h"

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantList IdleNames::reasons() const { return tokenChoices(kIdleReasons); }
QVariantList IdleNames::conditions() const { return tokenChoices(kIdleConditions); }
QVariantList IdleNames::ways() const { return tokenChoices(kProposedWays); }
QVariantList IdleNames::leaseKinds() const { return tokenChoices(kLeaseKinds); }
QVariantList IdleNames::periods() const { return tokenChoices(kRentPeriods); }
QString IdleNames::leaseStateName(const QString& state) { return tokenWord(kLeaseStates, state); }
QString IdleNames::leaseKindName(const QString& kind) { return tokenWord(kLeaseKinds, kind); }
QString IdleNames::grouped(const QString& yuan) { return groupedYuan(yuan); }

QVariantList IdleNames::columns() const
{
    return {
        columnOf(u"asset_no"_s, tr("Asset number"), 150),
        columnOf(u"name"_s, tr("Name"), 220),
        columnOf(u"model"_s, tr("Model"), 140),
        columnOf(u"idle_since"_s, tr("Idle since"), 110),
        columnOf(u"idle_months"_s, tr("Months"), 70, u"number"_s),
        columnOf(u"note/reason"_s, tr("Reason"), 130, u"token"_s, tokenNames(kIdleReasons)),
        columnOf(u"note/condition"_s, tr("Condition"), 90, u"token"_s, tokenNames(kIdleConditions)),
        columnOf(u"note/way"_s, tr("What is to become of it"), 150, u"token"_s, tokenNames(kProposedWays)),
        columnOf(u"unit_name"_s, tr("Unit"), 200),
        columnOf(u"original_yuan"_s, tr("Original value"), 130, u"money"_s),
        columnOf(u"net_yuan"_s, tr("Net value"), 120, u"money"_s),
        columnOf(u"note/due_on"_s, tr("To be done by"), 210, u"due"_s),
        columnOf(u"term_passed"_s, tr("Term passed"), 90, u"flag"_s),
        columnOf(u"location"_s, tr("Place"), 180, u"text"_s, {}, false),
        columnOf(u"class_code"_s, tr("Class"), 120, u"text"_s, {}, false),
        columnOf(u"note/responsible"_s, tr("Responsible"), 120, u"text"_s, {}, false),
    };
}

QVariantList IdleNames::leaseColumns() const
{
    QVariantMap overdue = columnOf(u"overdue_yuan"_s, tr("Overdue"), 120, u"gap"_s);
    overdue[u"brief"_s] = tr("overdue %1");
    return {
        columnOf(u"contract_no"_s, tr("Contract"), 170),
        columnOf(u"counterparty"_s, tr("Other side"), 220),
        columnOf(u"state"_s, tr("State"), 90, u"token"_s, tokenNames(kLeaseStates)),
        overdue,
        columnOf(u"to"_s, tr("Until"), 110),
        columnOf(u"rent_yuan"_s, tr("Rent"), 120, u"money"_s),
        columnOf(u"period"_s, tr("Paid"), 90, u"token"_s, tokenNames(kRentPeriods)),
        columnOf(u"due_yuan"_s, tr("Due in all"), 130, u"money"_s),
        columnOf(u"paid_yuan"_s, tr("Received"), 130, u"money"_s),
        columnOf(u"unit_name"_s, tr("Unit"), 200),
        columnOf(u"kind"_s, tr("Kind"), 80, u"token"_s, tokenNames(kLeaseKinds)),
        columnOf(u"from"_s, tr("From"), 110),
        columnOf(u"approval_no"_s, tr("Approval"), 160, u"text"_s, {}, false),
        columnOf(u"telephone"_s, tr("Telephone"), 120, u"text"_s, {}, false),
    };
}

QVariantList IdleNames::rowsOf(const QVariantMap& thing) const
{
    QVariantList out;
    const auto text = [&](QLatin1StringView key) { return thing[QString(key)].toString(); };
    addRow(out, tr("Unit"), text("unit_name"_L1));
    addRow(out, tr("Place"), text("location"_L1));
    addRow(out, tr("Model"), text("model"_L1));
    addRow(out, tr("Class"), text("class_code"_L1));
    addRow(out, tr("Original value"), groupedYuan(text("original_yuan"_L1)));
    addRow(out, tr("Net value"), groupedYuan(text("net_yuan"_L1)));
    addRow(out, tr("Idle since"), tr("%1, %2 months").arg(text("idle_since"_L1), text("idle_months"_L1)));
    if (thing[u"term_passed"_s].toBool())
        addRow(out, tr("Term"), tr("Longer idle than the rule allows"), u"warning"_s);
    const QVariantMap note = thing[u"note"_s].toMap();
    const auto noted = [&](QLatin1StringView key) { return note[QString(key)].toString(); };
    addRow(out, tr("Reason"), tokenWord(kIdleReasons, noted("reason"_L1)));
    addRow(out, tr("Condition"), tokenWord(kIdleConditions, noted("condition"_L1)));
    addRow(out, tr("What is to become of it"), tokenWord(kProposedWays, noted("way"_L1)));
    addRow(out, tr("Expected income"), groupedYuan(noted("expected_income_yuan"_L1)));
    addRow(out, tr("Next step"), noted("measure"_L1));
    addRow(out, tr("Responsible"), noted("responsible"_L1));
    addRow(out, tr("To be done by"), dueText(noted("due_on"_L1)), dueTone(noted("due_on"_L1)));
    addRow(out, tr("Remark"), noted("remark"_L1));
    return out;
}

QVariantList IdleNames::leaseRows(const QVariantMap& lease) const
{
    QVariantList out;
    const auto text = [&](QLatin1StringView key) { return lease[QString(key)].toString(); };
    addRow(out, tr("Other side"), dotted({text("counterparty"_L1), text("telephone"_L1)}));
    addRow(out, tr("Unit that lets"), text("unit_name"_L1));
    addRow(out, tr("Approval"), dotted({text("approval_no"_L1), text("approved_on"_L1)}));
    addRow(out, tr("Term"), tr("%1 to %2").arg(text("from"_L1), text("to"_L1)));
    if (text("kind"_L1) == "lease"_L1)
        addRow(out, tr("Rent"),
            tr("%1 yuan, %2")
                .arg(groupedYuan(text("rent_yuan"_L1)), tokenWord(kRentPeriods, text("period"_L1))));
    addRow(out, tr("Ended on"), text("ended_on"_L1));
    addRow(out, tr("Due in all"), groupedYuan(text("due_yuan"_L1)));
    addRow(out, tr("Received"), groupedYuan(text("paid_yuan"_L1)));
    const bool isLate = text("overdue_yuan"_L1) != "0.00"_L1;
    addRow(out, tr("Overdue"), isLate ? groupedYuan(text("overdue_yuan"_L1)) : tr("nothing"),
        isLate ? u"bad"_s : u"good"_s);
    addRow(out, tr("Remark"), text("remark"_L1));
    return out;
}

QVariantList IdleNames::rentRows(const QVariantMap& lease) const
{
    QVariantList out;
    for (const QVariant& one : lease[u"rent"_s].toList()) {
        const QVariantMap rent = one.toMap();
        const bool isPaid = rent[u"gap_yuan"_s].toString() == "0.00"_L1;
        const bool isLate = rent[u"overdue"_s].toBool();
        const QString due = rent[u"due_on"_s].toString();
        out.push_back(QVariantMap {
            {u"title"_s, tr("%1 to %2").arg(rent[u"from"_s].toString(), rent[u"to"_s].toString())},
            {u"subtitle"_s,
                isPaid ? dotted(
                    {tr("received %1").arg(rent[u"paid_on"_s].toString()), rent[u"voucher_no"_s].toString()})
                       : dotted({dueText(due),
                           tr("received %1 so far").arg(groupedYuan(rent[u"paid_yuan"_s].toString()))})},
            {u"due"_s, groupedYuan(rent[u"due_yuan"_s].toString())},
            {u"state"_s,
                isPaid       ? tr("paid")
                    : isLate ? tr("overdue")
                             : tr("open")},
            {u"icon"_s,
                isPaid       ? u"check"_s
                    : isLate ? u"alert"_s
                             : u"clock"_s},
            {u"tone"_s,
                isPaid       ? u"good"_s
                    : isLate ? u"bad"_s
                             : u"neutral"_s}});
    }
    return out;
}

} // namespace guanwu

#include "moc_idle_names.cpp"
