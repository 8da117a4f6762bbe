#include "app/client/calls/calls.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace guanwu {

QJsonObject CallAnswer::json() const { return QJsonDocument::fromJson(bytes).object(); }

QFuture<CallAnswer> Calls::get(const QString& path, const QUrlQuery& query)
{
    Call call;
    call.path = path;
    call.query = query;
    return send(call);
}

QFuture<CallAnswer> Calls::post(const QString& path, const QJsonObject& json)
{
    Call call;
    call.method = "POST";
    call.path = path;
    call.json = json;
    return send(call);
}

QByteArray tableType(const QString& fileName)
{
    const QString suffix = fileName.section(u'.', -1).toLower();
    return suffix == "xlsx"_L1 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : suffix == "ods"_L1   ? "application/vnd.oasis.opendocument.spreadsheet"
                               : "text/csv";
}

QString callPath(const QStringList& parts)
{
    QString out;
    for (const QString& part : parts)
        out += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part));
    return out;
}

QUrlQuery callQuery(const QVariantMap& filter)
{
    QUrlQuery out;
    for (const auto& [name, value] : filter.asKeyValueRange())
        if (!value.toString().isEmpty()) // what is added is taken for encoded
            out.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value.toString())));
    return out;
}

QUrlQuery callQuery(const QJsonObject& filter) { return callQuery(filter.toVariantMap()); }

} // namespace guanwu

#include "moc_calls.cpp"
