#include "app/client/shell/navigation.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void Navigation::setSession(ClientSession* session)
{
    if (session == m_session)
        return;
    m_session = session;
    if (session)
        connect(session, &ClientSession::changed, this, &Navigation::changed);
    Q_EMIT changed();
}

QVariantList Navigation::destinations() const
{
    QVariantList out;
    if (!m_session)
        return out;
    const auto add = [&](const QString& key, const QString& title, const QString& icon, const QString& page) {
        out.push_back(QVariantMap {{u"key"_s, key}, {u"title"_s, title}, {u"icon"_s, icon},
            {u"page"_s, u"qrc:/qt/qml/Guanwu/"_s + page}});
    };
    if (m_session->mayCount())
        add(u"counting"_s, tr("Count"), u"camera"_s, u"Counting/CountingPage.qml"_s);
    if (m_session->mayReadCampaign()) {
        // Who leads a campaign begins with the wall; who has one unit, with what is to be decided on it.
        const bool leads = m_session->mayRunCampaign() || m_session->unit().isEmpty();
        if (leads)
            add(u"wall"_s, tr("Wall"), u"wall"_s, u"Wall/WallPage.qml"_s);
        if (leads || m_session->mayDecide())
            add(u"review"_s, tr("Review"), u"list"_s, u"Review/ReviewPage.qml"_s);
        if (leads)
            add(u"campaigns"_s, tr("Campaigns"), u"flag"_s, u"Campaign/CampaignPage.qml"_s);
    }
    if (m_session->mayReadRegistry()) {
        add(u"registry"_s, tr("Cards"), u"tag"_s, u"Registry/RegistryPage.qml"_s);
        add(u"documents"_s, tr("Documents"), u"sign"_s, u"Documents/DocumentsPage.qml"_s);
        add(u"idle"_s, tr("Idle things"), u"archive"_s, u"Idle/IdlePage.qml"_s);
        add(u"space"_s, tr("Office space"), u"door"_s, u"Premises/SpacePage.qml"_s);
        add(u"registers"_s, tr("Registers"), u"shield"_s, u"Entries/EntriesPage.qml"_s);
        add(u"overview"_s, tr("Overview"), u"home"_s, u"Overview/OverviewPage.qml"_s);
        add(u"reports"_s, tr("Reports"), u"chart"_s, u"Reports/ReportsPage.qml"_s);
        // Books are of all departments together: a clerk of one is told none of them.
        if (m_session->role() != QString::fromUtf8(tokenRow(kRoles, Role::DepartmentClerk).token))
            add(u"books"_s, tr("Books"), u"columns"_s, u"Books/BooksPage.qml"_s);
        add(u"people"_s, tr("People and units"), u"user"_s, u"Staffing/PeoplePage.qml"_s);
    }
    if (m_session->mayManageDevices())
        add(u"handhelds"_s, tr("Handhelds"), u"handheld"_s, u"Administration/HandheldsPage.qml"_s);
    if (m_session->mayReadAccounts())
        add(u"accounts"_s, tr("Accounts"), u"people"_s, u"Administration/AccountsPage.qml"_s);
    if (m_session->mayReadAudit())
        add(u"audit"_s, tr("Audit trail"), u"lock"_s, u"Administration/AuditPage.qml"_s);
    add(u"settings"_s, tr("Settings"), u"settings"_s, u"Shell/SettingsPage.qml"_s);
    return out;
}

QString Navigation::first() const
{
    const QVariantList all = destinations();
    return all.isEmpty() ? QString() : all.front().toMap()[u"key"_s].toString();
}

QString Navigation::pageOf(const QString& key) const
{
    for (const QVariant& one : destinations())
        if (const QVariantMap map = one.toMap(); map[u"key"_s] == key)
            return map[u"page"_s].toString();
    return {};
}

} // namespace guanwu

#include "moc_navigation.cpp"
