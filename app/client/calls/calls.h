#pragma once

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QUrlQuery>
#include <QVariantMap>

namespace guanwu {

/// A request to the API of the server (docs/api.md).
struct Call {
    QByteArray method {"GET"};
    QString path; ///< below /api/v1; parts made with callPath()
    QUrlQuery query {};
    QJsonObject json {}; ///< the body, where it is JSON
    QByteArray bytes {}; ///< the body, where it is something else
    QByteArray type {}; ///< of the bytes
    QString ifMatch {}; ///< the ETag of what is changed
    QString requestKey {}; ///< makes a write that is sent again the same write
};

/// What came back, or why nothing did.
struct CallAnswer {
    int status = 0; ///< 0 = there was no answer
    QByteArray bytes;
    QString etag;
    QString code; ///< of the refusal, as the server or the connection names it; empty = it went well
    QString problem; ///< the same as a sentence in the user's language
    bool passing = false; ///< may go through later without anybody doing something

    [[nodiscard]] bool isOk() const { return code.isEmpty(); }
    /// Empty when it is no object.
    [[nodiscard]] QJsonObject json() const;
};

/// The way of all pages to the server. One object serves all of them; answers arrive on the thread of who
/// asks, by QFuture::then(this, …).
class Calls : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QFuture<CallAnswer> send(const Call& call) = 0;

    [[nodiscard]] QFuture<CallAnswer> get(const QString& path, const QUrlQuery& query = {});
    [[nodiscard]] QFuture<CallAnswer> post(const QString& path, const QJsonObject& json = {});

    /// The log-in or the server has changed.
    virtual void reopen() { }

Q_SIGNALS:
    /// The server says that nobody is logged in any more.
    void loggedOut();
};

/// What a table of this name, CSV, XLSX or ODS, is sent as.
[[nodiscard]] QByteArray tableType(const QString& fileName);

/// "/tasks/2026%2FA/sheets" of {"tasks", "2026/A", "sheets"}.
[[nodiscard]] QString callPath(const QStringList& parts);

/// What narrows a question: an empty value does not.
[[nodiscard]] QUrlQuery callQuery(const QVariantMap& filter);
[[nodiscard]] QUrlQuery callQuery(const QJsonObject& filter);

} // namespace guanwu
