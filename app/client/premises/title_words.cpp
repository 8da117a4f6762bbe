// What is said of repairs, certificates, and of what does not fit.
#include "app/client/premises/space_names.h"
#include "app/client/premises/token_words.h"
#include "app/client/records/due_words.h"
#include "app/client/records/record_columns.h"
#include "core/premises/repair_line.h"
#include "core/premises/title_gaps.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString named(const QVariantList& many)
    {
        QStringList out;
        for (const QVariant& one : many)
            out.push_back(textIn(one.toMap(), u"name"_s));
        return out.join(SpaceNames::tr(", "));
    }

    QString squareMetres(const QString& area) { return area.isEmpty() ? QString() : SpaceNames::tr("%1 m²").arg(area); }

    QString yuan(const QVariantMap& map, const QString& key)
    {
        const QString value = textIn(map, key);
        return value.isEmpty() ? QString() : SpaceNames::tr("%1 yuan").arg(groupedYuan(value));
    }

    QString hintOf(const QString& kind)
    {
        static const QVariantMap hints {
            {u"no_papers"_s,
                SpaceNames::tr("Begin a first registration, or note that it can only be filed.")},
            {u"no_building"_s,
                SpaceNames::tr("Link the certificate to its building, or register the building.")},
            {u"area_differs"_s,
                SpaceNames::tr("Compare the survey, the card and the certificate; correct what is wrong.")},
            {u"holder_not_changed"_s,
                SpaceNames::tr("Transfer it to the bureau: old and new number stay linked.")},
            {u"papers_due"_s, SpaceNames::tr("Ask who owes the paper; note it when it has come.")},
            {u"twice_current"_s, SpaceNames::tr("One of the two has to be cancelled.")},
            {u"not_returned"_s, SpaceNames::tr("Ask for the paper; note its return.")},
            {u"not_cancelled"_s,
                SpaceNames::tr("Have the registry office cancel it, or change it where it covers more.")}};
        return hints.value(kind).toString();
    }

} // namespace

QVariantList SpaceNames::encumbranceKinds() const { return tokenChoices(kEncumbranceKinds); }
QVariantList SpaceNames::startSituations() const { return tokenChoices(kStartSituations); }

QVariantList SpaceNames::papersRows(const QVariantMap& building) const
{
    const QString standing = textIn(building, u"standing"_s);
    QVariantList out;
    addRow(out, tr("Standing"),
        standing == "registered"_L1  ? tr("On a certificate")
            : standing == "filed"_L1 ? tr("Filed only")
            : standing == "gone"_L1  ? tr("Disposed of: needs no papers")
                                     : tr("Open: neither registered nor filed"),
        standing == "open"_L1        ? u"warning"_s
            : standing == "filed"_L1 ? u"info"_s
            : standing == "gone"_L1  ? u"neutral"_s
                                     : u"good"_s);
    addRow(out, tr("Starting situation"),
        textIn(building, u"situation"_s).isEmpty()
            ? tr("Not noted yet.")
            : tokenWord(kStartSituations, textIn(building, u"situation"_s)));
    addRow(out, tr("Floor area"), squareMetres(textIn(building, u"floor_m2"_s)));
    addRow(out, tr("Filing"), textIn(building, u"filing_no"_s));
    addRow(out, tr("Area filed"), squareMetres(textIn(building, u"filed_m2"_s)));
    return out;
}

QVariantList SpaceNames::custodySteps() const { return tokenChoices(kCustodySteps); }

QVariantList SpaceNames::repairRows(const QVariantMap& repair) const
{
    static const QVariantMap hazards {{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, u"C"_s}, {u"d"_s, u"D"_s}};
    const QString hazard = textIn(repair, u"hazard"_s);
    QVariantList out;
    addRow(out, tr("Unit"), textIn(repair, u"unit_name"_s));
    addRow(out, tr("Parts"), textIn(repair, u"parts"_s));
    addRow(out, tr("Kind"), tokenWord(kRepairKinds, textIn(repair, u"kind"_s)));
    addRow(out, tr("Area"), squareMetres(textIn(repair, u"area_m2"_s)));
    addRow(out, tr("Estimate"), yuan(repair, u"estimate_yuan"_s));
    addRow(out, tr("Hazard level"), hazards.value(hazard).toString(),
        hazard == "d"_L1 || hazard == "c"_L1 ? u"bad"_s : QString());
    addRow(out, tr("Last repaired"), textIn(repair, u"last_repair_year"_s));
    addRow(out, tr("Inspected"), dotted({textIn(repair, u"inspected_on"_s), textIn(repair, u"finding"_s)}));
    addRow(out, tr("Plan and rank"), dotted({textIn(repair, u"plan_year"_s), textIn(repair, u"rank"_s)}));
    addRow(out, tr("Approved"),
        dotted({yuan(repair, u"approved_yuan"_s), textIn(repair, u"approval_no"_s),
            textIn(repair, u"approved_on"_s)}));
    addRow(out, tr("Accepted on"), textIn(repair, u"accepted_on"_s));
    addRow(out, tr("Settled"), yuan(repair, u"settled_yuan"_s));
    const QString capitalised = textIn(repair, u"capitalised"_s);
    addRow(out, tr("Goes into the value of the card"),
        capitalised == "yes"_L1 ? tr("yes") : capitalised == "no"_L1 ? tr("no") : QString());
    return out;
}

QVariantList SpaceNames::rankRows(const QVariantMap& repair) const
{
    const QVariantMap suggested = repair[u"suggested"_s].toMap();
    QVariantList out;
    if (suggested.isEmpty())
        return out;
    addRow(out, tr("Suggested place"), textIn(suggested, u"rank"_s));
    addRow(
        out, tr("Why"), textIn(suggested, shownLanguage() == Language::ZhCn ? u"reason"_s : u"reason_en"_s));
    addRow(out, tr("Estimates of those before it"), yuan(suggested, u"before_yuan"_s));
    return out;
}

QVariantList SpaceNames::titleChips(const QVariantMap& title) const
{
    QVariantList out;
    const auto add = [&out](const QString& words, const QString& icon, const QString& tone) {
        out.push_back(QVariantMap {{u"text"_s, words}, {u"icon"_s, icon}, {u"tone"_s, tone}});
    };
    if (title[u"current"_s].toBool())
        add(tr("In force"), u"check"_s, u"good"_s);
    else
        add(tr("History"), u"archive"_s, u"neutral"_s);
    if (title[u"blocked"_s].toBool())
        add(tr("Blocked: no disposal, no transfer"), u"lock"_s, u"bad"_s);
    if (title[u"incomplete"_s].toBool())
        add(tr("Accepted with papers missing"), u"clock"_s, u"warning"_s);
    return out;
}

QVariantList SpaceNames::titleRows(const QVariantMap& title) const
{
    QVariantList out;
    const QString former = title[u"former_nos"_s].toStringList().join(tr(", "));
    addRow(out, tr("Holder"), named({title[u"holder"_s]}));
    addRow(out, tr("Former holders"), title[u"former_holders"_s].toStringList().join(tr(", ")));
    addRow(out, tr("Former numbers"), former);
    addRow(out, tr("Replaced by"), textIn(title, u"later_no"_s));
    addRow(out, tr("Used by"), named(title[u"users"_s].toList()));
    addRow(out, tr("Location"), textIn(title, u"location"_s));
    addRow(out, tr("Property units"), title[u"unit_nos"_s].toStringList().join(tr(", ")));
    addRow(out, tr("Right"),
        dotted({textIn(title, u"right_type"_s), textIn(title, u"right_nature"_s), textIn(title, u"use"_s)}));
    addRow(out, tr("Land share"), squareMetres(textIn(title, u"land_share_m2"_s)));
    addRow(out, tr("Floor area"), squareMetres(textIn(title, u"floor_m2"_s)));
    addRow(out, tr("Parcel, never added up"), squareMetres(textIn(title, u"parcel_m2"_s)));
    addRow(out, tr("Term"), dotted({textIn(title, u"term_from"_s), textIn(title, u"term_to"_s)}));
    addRow(out, tr("Registered"), dotted({textIn(title, u"issued_on"_s), textIn(title, u"issuer"_s)}));
    addRow(out, tr("Cards"), title[u"assets"_s].toStringList().join(tr(", ")));
    addRow(out, tr("Remark"), textIn(title, u"remark"_s));
    return out;
}

QVariantList SpaceNames::missingRows(const QVariantMap& title) const
{
    QVariantList out;
    for (const QVariant& one : title[u"missing"_s].toList()) {
        const QVariantMap paper = one.toMap();
        const QString supplied = textIn(paper, u"supplied_on"_s);
        const QString due = textIn(paper, u"due_on"_s);
        const bool isDone = !supplied.isEmpty();
        const QString tone = isDone ? u"good"_s : dueTone(due).isEmpty() ? u"neutral"_s : dueTone(due);
        out.push_back(QVariantMap {{u"name"_s, paper[u"name"_s]}, {u"title"_s, paper[u"name"_s]},
            {u"subtitle"_s,
                dotted({tr("owed by %1").arg(textIn(paper, u"owed_by"_s)),
                    isDone ? tr("came %1").arg(supplied) : dueText(due)})},
            {u"icon"_s,
                isDone                 ? u"check"_s
                    : tone == "bad"_L1 ? u"alert"_s
                                       : u"clock"_s},
            {u"tone"_s, tone}, {u"isDone"_s, isDone}});
    }
    return out;
}

QVariantList SpaceNames::blockRows(const QVariantMap& title) const
{
    QVariantList out;
    for (const QVariant& one : title[u"encumbrances"_s].toList()) {
        const QVariantMap block = one.toMap();
        out.push_back(QVariantMap {{u"no"_s, block[u"paper_no"_s]},
            {u"title"_s,
                dotted(
                    {tokenWord(kEncumbranceKinds, textIn(block, u"kind"_s)), textIn(block, u"paper_no"_s)})},
            {u"subtitle"_s,
                dotted({textIn(block, u"party"_s), tr("since %1").arg(textIn(block, u"from"_s))})},
            {u"icon"_s, u"lock"_s}, {u"tone"_s, u"bad"_s}});
    }
    return out;
}

QVariantList SpaceNames::custodyRows(const QVariantMap& title) const
{
    QVariantList out;
    for (const QVariant& one : title[u"custody_log"_s].toList()) {
        const QVariantMap step = one.toMap();
        const QString kind = textIn(step, u"step"_s);
        const QString due = textIn(step, u"due_on"_s);
        // Only of the last step it is not known yet whether the paper came back.
        const bool isOut = kind == "issued"_L1 && out.isEmpty();
        out.push_back(QVariantMap {{u"title"_s,
                                       dotted({tokenWord(kCustodySteps, kind), textIn(step, u"person"_s),
                                           textIn(step, u"place"_s)})},
            {u"subtitle"_s,
                dotted({textIn(step, u"on"_s),
                    due.isEmpty() ? QString() : tr("back by %1").arg(isOut ? dueText(due) : due),
                    textIn(step, u"reason"_s)})},
            {u"icon"_s,
                kind == "issued"_L1         ? u"forward"_s
                    : kind == "returned"_L1 ? u"back"_s
                                            : u"archive"_s},
            {u"tone"_s, isOut ? dueTone(due) : QString()}});
    }
    return out;
}

QVariantList SpaceNames::gapsOf(PagedRecords* gaps, const QString& subject) const
{
    QVariantList out;
    if (!gaps || subject.isEmpty())
        return out;
    for (int row = 0; row < gaps->count(); ++row) {
        const QVariantMap gap = gaps->recordAt(row).toVariantMap();
        if (gap[u"subject"_s].toString() != subject)
            continue;
        const QString kind = textIn(gap, u"kind"_s);
        const QString due = textIn(gap, u"due"_s);
        out.push_back(QVariantMap {{u"kind"_s, kind}, {u"title"_s, tokenWord(kTitleGapKinds, kind)},
            {u"text"_s, gap[u"text"_s]}, {u"due"_s, dueText(due)},
            {u"icon"_s, gap[u"overdue"_s].toBool() ? u"clock"_s : u"alert"_s},
            {u"tone"_s, gap[u"overdue"_s].toBool() ? u"bad"_s : u"warning"_s}, {u"hint"_s, hintOf(kind)}});
    }
    return out;
}

} // namespace guanwu
