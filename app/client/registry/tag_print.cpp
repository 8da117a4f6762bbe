#include "app/client/registry/tag_print.h"

#include "app/client/records/answer_file.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

void TagPrint::make(const QStringList& assets, const QString& design, const QUrl& file)
{
    if (m_busy || assets.isEmpty())
        return;
    m_busy = true;
    forget();
    m_calls->post(u"/labels"_s, {{u"assets"_s, QJsonArray::fromStringList(assets)}, {u"design"_s, design}})
        .then(this, [this, file](const CallAnswer& answer) { take(answer, file); });
}

void TagPrint::forget()
{
    m_problem.clear();
    m_written.clear();
    Q_EMIT changed();
}

void TagPrint::take(const CallAnswer& answer, const QUrl& file)
{
    m_busy = false;
    m_problem = writeAnswer(answer, file);
    if (m_problem.isEmpty())
        m_written = file;
    Q_EMIT changed();
    if (!m_written.isEmpty())
        Q_EMIT saved(m_written);
}

} // namespace guanwu
