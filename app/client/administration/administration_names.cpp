#include "app/client/administration/administration_names.h"

#include "app/client/forms/value_row.h"
#include "app/client/records/column_of.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "app/client/session/words.h"
#include "app/text/explain.h"
#include "core/access/role.h"
#include "core/audit/audit_entry.h"

#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QVariantMap column(const QString& key, const QString& title, int width, const QString& kind = u"text"_s,
        const QVariantMap& names = {}, const QString& brief = {})
    {
        QVariantMap out = columnOf(key, title, width, kind, names);
        out[u"brief"_s] = brief;
        return out;
    }

} // namespace

QVariantList AdministrationNames::deviceColumns() const
{
    return {column(u"name"_s, tr("Handheld"), 260),
        column(u"enrolled_at"_s, tr("Enrolled"), 160, u"instant"_s),
        column(u"offered_by"_s, tr("Offered by"), 140),
        column(u"revoked_at"_s, tr("Revoked"), 160, u"instant"_s, {}, tr("Revoked %1")),
        column(u"device"_s, tr("Number"), 180)};
}

QVariantList AdministrationNames::accountColumns() const
{
    return {column(u"login"_s, tr("Account"), 180), column(u"name"_s, tr("Name"), 160),
        column(u"role"_s, tr("Role"), 180, u"token"_s, tokenNames(kRoles)), column(u"unit"_s, tr("Unit"), 120),
        column(u"department"_s, tr("Department"), 160),
        column(u"disabled"_s, tr("Closed"), 90, u"flag"_s, {}, tr("Closed"))};
}

QVariantList AdministrationNames::auditColumns() const
{
    return {column(u"at"_s, tr("When"), 150, u"instant"_s), column(u"actor"_s, tr("Account"), 130),
        column(u"action"_s, tr("What was done"), 170, u"token"_s, tokenNames(kAuditActions)),
        column(u"object"_s, tr("To what"), 260), column(u"objects"_s, tr("How many"), 90, u"number"_s),
        column(u"outcome"_s, tr("Outcome"), 100, u"token"_s, tokenNames(kAuditOutcomes)),
        column(u"rule"_s, tr("Rule that refused it"), 190), column(u"source"_s, tr("From"), 150),
        column(u"request"_s, tr("Request"), 220)};
}

QVariantList AdministrationNames::auditActions() const
{
    QVariantList out = tokenChoices(kAuditActions);
    const QString reading = QString::fromUtf8(tokenRow(kAuditActions, AuditAction::Read).token);
    out.removeIf([&](const QVariant& one) { return one.toMap()[u"value"_s] == reading; });
    return out;
}

QString AdministrationNames::auditAction(const QString& token) const
{
    return tokenWord(kAuditActions, token);
}

QVariantList AdministrationNames::auditRows(const QVariantMap& entry) const
{
    QVariantList out;
    const auto add = [&](const QString& label, const QString& key, const QString& kind = u"text"_s) {
        addRow(out, label, shownValue({key, label, kind}, QJsonValue::fromVariant(entry[key])));
    };
    add(tr("When"), u"at"_s, u"instant"_s);
    add(tr("Account"), u"actor"_s);
    addRow(out, tr("Outcome"), tokenWord(kAuditOutcomes, entry[u"outcome"_s].toString()),
        entry[u"outcome"_s] == u"refused"_s ? u"bad"_s : u"good"_s);
    if (const QString rule = entry[u"rule"_s].toString(); !rule.isEmpty()) {
        addRow(out, tr("Why it was refused"),
            QString::fromStdString(explain({ErrorCode::Forbidden, rule.toStdString(), {}}, shownLanguage())));
        addRow(out, tr("Rule that refused it"), rule);
    }
    add(tr("To what"), u"object"_s);
    add(tr("How many"), u"objects"_s);
    add(tr("From"), u"source"_s);
    add(tr("Request"), u"request"_s);
    add(tr("Before, as a digest"), u"before"_s);
    add(tr("After, as a digest"), u"after"_s);
    add(tr("Entry"), u"entry"_s);
    return out;
}

QVariantList AdministrationNames::roles() const { return tokenChoices(kRoles); }

bool AdministrationNames::needsUnit(const QString& role) const
{
    const auto known = parseToken(kRoles, role.toStdString(), "access.role_name");
    return known && !isCityWide(*known) && !isAdministrator(*known);
}

bool AdministrationNames::needsDepartment(const QString& role) const
{
    const auto known = parseToken(kRoles, role.toStdString(), "access.role_name");
    return known && *known == Role::DepartmentClerk;
}

} // namespace guanwu

#include "moc_administration_names.cpp"
