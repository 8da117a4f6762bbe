#include "app/client/gallery/fake_calls.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

QFuture<CallAnswer> FakeCalls::send(const Call& call)
{
    m_sent.push_back(call);
    if (m_silent)
        return QPromise<CallAnswer>().future();
    const CallAnswer answer = answerTo(call);
    if (call.method != m_heldMethod || !call.path.endsWith(m_heldEnd))
        return QtFuture::makeReadyFuture(answer);
    auto promise = std::make_shared<QPromise<CallAnswer>>();
    promise->start();
    m_held.emplace_back(promise, answer);
    return promise->future();
}

void FakeCalls::release()
{
    m_heldMethod.clear();
    for (const auto& [promise, answer] : std::exchange(m_held, {})) {
        promise->addResult(answer);
        promise->finish();
    }
}

CallAnswer FakeCalls::answerTo(const Call& call) const
{
    CallAnswer answer;
    if (m_offline) {
        answer.code = u"handheld.no_connection"_s;
        answer.problem = tr("The server cannot be reached");
        answer.passing = true;
        return answer;
    }
    const auto rule = std::find_if(m_rules.rbegin(), m_rules.rend(), [&](const Rule& one) {
        static const auto options = QRegularExpression::DotMatchesEverythingOption;
        const QString whole = QRegularExpression::anchoredPattern(
            QRegularExpression::escape(one.pattern).replace(u"\\*"_s, u".*"_s));
        return one.method == call.method && QRegularExpression(whole, options).match(call.path).hasMatch();
    });
    if (rule != m_rules.rend())
        return rule->responder(call);
    answer.status = 404;
    answer.code = u"request.no_route"_s;
    answer.problem = u"404"_s;
    return answer;
}

QStringList FakeCalls::requests() const
{
    QStringList out;
    for (const Call& call : m_sent)
        out.push_back(QString::fromLatin1(call.method) + u' ' + call.path);
    return out;
}

void FakeCalls::on(const QByteArray& method, const QString& pattern, Responder responder)
{
    m_rules.push_back({method, pattern, std::move(responder)});
}

void FakeCalls::answer(const QByteArray& method, const QString& pattern, const QByteArray& json, int status)
{
    on(method, pattern, [=](const Call&) {
        CallAnswer answer;
        answer.status = status;
        answer.bytes = json;
        answer.etag = u"\"1\""_s;
        return answer;
    });
}

void FakeCalls::refuse(
    const QByteArray& method, const QString& pattern, const QString& code, const QString& problem, int status)
{
    on(method, pattern, [=](const Call&) {
        CallAnswer answer;
        answer.status = status;
        answer.code = code;
        answer.problem = problem;
        return answer;
    });
}

} // namespace guanwu

#include "moc_fake_calls.cpp"
