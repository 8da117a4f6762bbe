#include "app/client/documents/document_paper.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    /// By the content, as the server tells them apart; empty = none that it takes.
    QByteArray typeOf(const QByteArray& bytes)
    {
        return bytes.startsWith("%PDF-")       ? "application/pdf"
            : bytes.startsWith("\x89PNG")      ? "image/png"
            : bytes.startsWith("\xff\xd8\xff") ? "image/jpeg"
                                               : "";
    }

} // namespace

void DocumentPaperUpload::setView(DocumentView* view)
{
    if (view == m_view)
        return;
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    if (view)
        connect(view, &DocumentView::asked, this, [this] {
            if (m_view->number() != m_wanted.number)
                forget();
        });
    Q_EMIT changed();
}

void DocumentPaperUpload::add(const QString& paper, const QUrl& file)
{
    if (m_busy || !m_view || !m_view->calls())
        return;
    QFile in(file.toLocalFile());
    if (!in.open(QIODevice::ReadOnly))
        return fail(tr("The file cannot be read: %1").arg(in.errorString()));
    if (in.size() > kMostBytes)
        return fail(tr("The file is larger than 10 MiB. Scan it with a lower resolution."));
    Call call;
    call.method = "POST";
    call.path = u"/attachments"_s;
    call.bytes = in.readAll();
    call.type = typeOf(call.bytes);
    if (call.type.isEmpty())
        return fail(tr("Only PDF, JPEG and PNG files can be attached."));
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls = m_view->calls();
    m_wanted = {m_view->number(), m_view->revision(), paper, QFileInfo(in).fileName()};
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        if (answer.isOk())
            hang(answer.json()["hash"_L1].toString());
        else
            fail(answer.problem);
    });
}

void DocumentPaperUpload::hang(const QString& hash)
{
    if (!m_calls)
        return fail({});
    if (m_view && m_view->number() == m_wanted.number) // it may have been loaded again meanwhile
        m_wanted.revision = m_view->revision();
    Call call;
    call.method = "PUT";
    call.path = callPath({u"documents"_s, m_wanted.number, u"papers"_s, m_wanted.paper, hash});
    call.json = {{u"title"_s, m_wanted.title}};
    call.ifMatch = u"\"%1\""_s.arg(m_wanted.revision);
    const bool isSame
        = call.path == m_last.path && call.json == m_last.json && call.ifMatch == m_last.ifMatch;
    call.requestKey = isSame ? m_last.requestKey : QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_last = call;
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        if (!answer.passing)
            m_last = {};
        if (!answer.isOk())
            return fail(answer.problem);
        m_busy = false;
        if (m_view && m_view->number() == m_wanted.number)
            m_view->take(answer.json());
        Q_EMIT changed();
        Q_EMIT added(m_wanted.paper);
    });
}

void DocumentPaperUpload::forget()
{
    m_problem.clear();
    Q_EMIT changed();
}

void DocumentPaperUpload::fail(const QString& problem)
{
    const bool isOfAnother = m_busy && m_view && m_view->number() != m_wanted.number;
    m_busy = false;
    m_problem = isOfAnother ? tr("%1: %2").arg(m_wanted.number, problem) : problem;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_document_paper.cpp"
