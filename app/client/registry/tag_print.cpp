#include "app/client/registry/tag_print.h"

#include "app/client/records/answer_file.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

void TagPrint::askDesigns()
{
    if (!m_calls || !m_designs.isEmpty())
        return;
    m_calls->get(u"/label-designs"_s).then(this, [this](const CallAnswer& answer) {
        m_designs.clear();
        for (const auto& one : answer.json()["designs"_L1].toArray())
            m_designs.push_back(QVariantMap {{u"value"_s, one.toObject()["design"_L1].toString()},
                {u"text"_s, one.toObject()["name"_L1].toString()}});
        Q_EMIT changed();
    });
}

void TagPrint::look(const QString& asset, const QString& design)
{
    m_preview.clear();
    Q_EMIT changed();
    if (!m_calls || asset.isEmpty())
        return;
    m_calls
        ->get(callPath({u"assets"_s, asset, u"label.png"_s}), callQuery(QVariantMap {{u"design"_s, design}}))
        .then(this, [this, mine = ++m_look](const CallAnswer& answer) {
            if (mine != m_look || !answer.isOk())
                return;
            m_preview = u"data:image/png;base64,"_s + QString::fromLatin1(answer.bytes.toBase64());
            Q_EMIT changed();
        });
}

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

#include "moc_tag_print.cpp"
