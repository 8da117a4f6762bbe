#include "app/client/documents/new_route_table.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

QStringList NewRouteTable::gaps() const
{
    QStringList out;
    for (const QVariant& one : m_proof[u"problems"_s].toList())
        out.push_back(one.toMap()[u"message"_s].toString());
    return out;
}

void NewRouteTable::choose(const QUrl& file)
{
    if (m_busy || !m_calls)
        return;
    forget();
    QFile in(file.toLocalFile());
    m_fileName = QFileInfo(in).fileName();
    m_requestKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!in.open(QIODevice::ReadOnly))
        m_problem = tr("The file cannot be read: %1").arg(in.errorString());
    else if (in.size() > kMostBytes)
        m_problem = tr("The file is larger than 1 MiB. That is no route table.");
    if (!m_problem.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_bytes = in.readAll();
    send(true);
}

void NewRouteTable::enter()
{
    if (!m_busy && isSound())
        send(false);
}

void NewRouteTable::forget()
{
    m_fileName.clear();
    m_problem.clear();
    m_bytes.clear();
    m_proof.clear();
    Q_EMIT changed();
}

void NewRouteTable::send(bool isDryRun)
{
    Call call;
    call.method = "POST";
    call.path = u"/document-routes"_s;
    if (isDryRun)
        call.query = callQuery(QVariantMap {{u"dry_run"_s, u"true"_s}});
    else
        call.requestKey = m_requestKey;
    call.bytes = m_bytes;
    call.type = tableType(m_fileName);
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this, isDryRun](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        if (answer.isOk())
            m_proof = answer.json().toVariantMap();
        Q_EMIT changed();
        if (answer.isOk() && !isDryRun)
            Q_EMIT entered();
    });
}

} // namespace guanwu

#include "moc_new_route_table.cpp"
