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
    const QString title = QFileInfo(in).fileName();
    m_view->calls()->send(call).then(this, [this, paper, title](const CallAnswer& answer) {
        if (answer.isOk())
            hang(paper, answer.json()["hash"_L1].toString(), title);
        else
            fail(answer.problem);
    });
}

void DocumentPaperUpload::hang(const QString& paper, const QString& hash, const QString& title)
{
    Call call;
    call.method = "PUT";
    call.path = callPath({u"documents"_s, m_view->number(), u"papers"_s, paper, hash});
    call.json = {{u"title"_s, title}};
    call.ifMatch = u"\"%1\""_s.arg(m_view->revision());
    call.requestKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_view->calls()->send(call).then(this, [this, paper](const CallAnswer& answer) {
        if (!answer.isOk())
            return fail(answer.problem);
        m_busy = false;
        m_view->take(answer.json());
        Q_EMIT changed();
        Q_EMIT added(paper);
    });
}

void DocumentPaperUpload::forget()
{
    m_problem.clear();
    Q_EMIT changed();
}

void DocumentPaperUpload::fail(const QString& problem)
{
    m_busy = false;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace guanwu
