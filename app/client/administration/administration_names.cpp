#include "app/client/administration/administration_names.h"

#include "app/client/records/column_of.h"
#include "app/client/session/token_words.h"
#include "core/access/role.h"

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
