#include "app/client/registry/reference_search.h"

#include "app/client/session/token_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kShown = 50;

    struct Source {
        QLatin1StringView kind;
        QLatin1StringView path;
        QLatin1StringView rows;
    };
    constexpr Source kSources[] {
        {"asset"_L1, "/assets"_L1, "assets"_L1},
        {"class"_L1, "/class-codes"_L1, "class_codes"_L1},
        {"unit"_L1, "/units"_L1, "units"_L1},
        {"department"_L1, "/departments"_L1, "departments"_L1},
        {"person"_L1, "/people"_L1, "people"_L1},
        {"place"_L1, "/places"_L1, "places"_L1},
    };

    const Source* sourceOf(const QString& kind)
    {
        for (const Source& source : kSources)
            if (source.kind == kind)
                return &source;
        return nullptr;
    }

} // namespace

ReferenceSearch::ReferenceSearch(QObject* parent)
    : QObject(parent)
{
}

void ReferenceSearch::search(const QString& text)
{
    const Source* source = sourceOf(m_kind);
    if (!m_calls || !source)
        return;
    ++m_generation;
    m_busy = true;
    m_problem.clear();
    const bool isOfUnit = m_kind != "class"_L1 && m_kind != "unit"_L1;
    const QUrlQuery query = callQuery(QVariantMap {
        {u"limit"_s, kShown}, {u"q"_s, text.trimmed()}, {u"unit"_s, isOfUnit ? m_unit : QString()}});
    Q_EMIT changed();
    m_calls->get(source->path, query).then(this, [this, generation = m_generation](const CallAnswer& answer) {
        if (generation == m_generation)
            take(answer);
    });
}

void ReferenceSearch::clear()
{
    ++m_generation;
    m_found.clear();
    m_busy = false;
    m_hasMore = false;
    m_problem.clear();
    Q_EMIT changed();
}

void ReferenceSearch::take(const CallAnswer& answer)
{
    m_busy = false;
    m_found.clear();
    m_problem = answer.problem;
    if (answer.isOk()) {
        const QJsonObject json = answer.json();
        for (const auto& row : json[sourceOf(m_kind)->rows].toArray())
            m_found.push_back(rowOf(row.toObject()));
        m_hasMore = json["next"_L1].isString();
    }
    Q_EMIT changed();
}

QVariantMap ReferenceSearch::rowOf(const QJsonObject& row) const
{
    const auto text = [&](QLatin1StringView key) { return row[key].toString(); };
    const QString unit = row["unit"_L1].toObject()["name"_L1].toString();
    QString value = text("code"_L1);
    QString name = text("name"_L1);
    QString detail = dotted({value, text("department"_L1), unit});
    bool usable = true;
    if (m_kind == "class"_L1) {
        name = serverName(row);
        usable = row["usable"_L1].toBool(true);
        detail = dotted({value, text("unit_of_measure"_L1), usable ? QString() : tr("choose one below it")});
    } else if (m_kind == "asset"_L1) {
        value = text("asset_no"_L1);
        detail = dotted({value, text("model"_L1), text("place_name"_L1), text("unit_name"_L1)});
    } else if (m_kind == "department"_L1) {
        value = name;
        detail = unit;
    }
    return {{u"value"_s, value}, {u"text"_s, name}, {u"detail"_s, detail}, {u"isUsable"_s, usable}};
}

} // namespace guanwu

#include "moc_reference_search.cpp"
