#include "app/client/review/finding_list.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kPage = 200;

} // namespace

int FindingList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant FindingList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding& one = m_all[m_shown[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case KeyRole:
        return one.key;
    case TitleRole:
        return one.title;
    case DetailRole:
        return one.detail;
    case WordRole:
        return resultSign(one.result).word;
    case IconRole:
        return resultSign(one.result).icon;
    case ToneRole:
        return resultSign(one.result).tone;
    case DecisionRole:
        return one.decisionText();
    case TickedRole:
        return m_ticked.contains(one.key);
    case PhotosRole:
        return one.kind == Finding::Kind::Surplus
            ? one.json["event"_L1].toObject()["photos"_L1].toArray().size()
            : one.json["photos"_L1].toInteger();
    default:
        return {};
    }
}

QHash<int, QByteArray> FindingList::roleNames() const
{
    return {{KeyRole, "key"}, {TitleRole, "title"}, {DetailRole, "detail"}, {WordRole, "word"},
        {IconRole, "iconName"}, {ToneRole, "toneName"}, {DecisionRole, "decision"}, {TickedRole, "ticked"},
        {PhotosRole, "photoCount"}};
}

void FindingList::setSheet(SheetView* sheet)
{
    if (sheet == m_sheet)
        return;
    if (m_sheet)
        m_sheet->disconnect(this);
    m_sheet = sheet;
    if (sheet) {
        connect(sheet, &SheetView::inputChanged, this, &FindingList::reload);
        connect(sheet, &SheetView::conflicted, this, &FindingList::reload);
    }
    Q_EMIT inputChanged();
    reload();
}

void FindingList::setKind(const QString& kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT inputChanged();
    reload();
}

void FindingList::setOpenOnly(bool on)
{
    if (on == m_openOnly)
        return;
    m_openOnly = on;
    m_decidedNow.clear();
    show();
}

void FindingList::reload()
{
    if (!m_sheet || !m_sheet->calls() || m_sheet->unit().isEmpty() || m_sheet->task().isEmpty())
        return;
    // What must be decided comes first.
    std::vector<Source> sources;
    static const QStringList results {u"doubt"_s, u"stolen"_s, u"damaged"_s, u"to_scrap"_s,
        u"disposed_not_removed"_s, u"duplicate"_s, u"shortage"_s, u"place_differs"_s, u"user_differs"_s,
        u"state_differs"_s};
    if (m_kind.isEmpty() || m_kind == "surplus"_L1)
        sources.push_back({u"surplus"_s, {}});
    if (m_kind.isEmpty())
        for (const QString& result : results)
            sources.push_back({u"lines"_s, result});
    else if (m_kind != "surplus"_L1 && m_kind != "told"_L1)
        sources.push_back({u"lines"_s, m_kind});
    if (m_kind.isEmpty() || m_kind == "told"_L1)
        sources.push_back({u"findings"_s, {}});
    m_all.clear();
    m_ticked.clear();
    m_decidedNow.clear();
    m_problem.clear();
    m_loading = true;
    m_cut = false;
    show();
    readOn(std::move(sources), {}, ++m_asked);
}

void FindingList::readOn(std::vector<Source> sources, const QString& after, quint64 asked)
{
    const Source source = sources.front();
    QUrlQuery query {{u"limit"_s, QString::number(kPage)}};
    if (!source.result.isEmpty())
        query.addQueryItem(u"result"_s, source.result);
    if (!after.isEmpty())
        query.addQueryItem(u"after"_s, after);
    m_sheet->calls()
        ->get(m_sheet->path({source.below}), query)
        .then(this, [this, sources, source, asked](const CallAnswer& answer) mutable {
            if (asked != m_asked || !m_sheet)
                return;
            if (!answer.isOk()) {
                m_problem = answer.problem;
                m_loading = false;
                return show();
            }
            const QJsonObject json = answer.json();
            const QJsonObject placeNames = json["place_names"_L1].toObject();
            for (const QJsonValue& one : json[source.below].toArray())
                m_all.push_back(source.below == "lines"_L1 ? Finding::ofLine(one.toObject())
                        : source.below == "surplus"_L1     ? Finding::ofSurplus(one.toObject(), placeNames)
                                                           : Finding::ofTold(one.toObject(), placeNames));
            const QString next = json["next"_L1].toString();
            if (next.isEmpty())
                sources.erase(sources.begin());
            m_cut = m_all.size() >= kMost && !sources.empty();
            m_loading = !sources.empty() && !m_cut;
            show();
            if (m_loading)
                readOn(std::move(sources), next, asked);
        });
}

void FindingList::show()
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (!m_openOnly || m_decidedNow.contains(m_all[i].key)
            || (m_all[i].isDecidable() && !m_all[i].isDecided()))
            shown.push_back(i);
    // Pages are put behind what is there, so that nothing moves under the eyes of whoever reads.
    if (shown.size() > m_shown.size() && std::equal(m_shown.begin(), m_shown.end(), shown.begin())) {
        beginInsertRows({}, count(), static_cast<int>(shown.size()) - 1);
        m_shown = std::move(shown);
        endInsertRows();
    } else if (shown != m_shown) {
        beginResetModel();
        m_shown = std::move(shown);
        endResetModel();
    }
    Q_EMIT changed();
}

int FindingList::undecided() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(),
        [](const Finding& one) { return one.isDecidable() && !one.isDecided(); }));
}

void FindingList::tick(int row)
{
    const QString key = keyAt(row);
    const Finding* one = find(key);
    if (!one || !one->isDecidable())
        return;
    // Many are decided alike: a line and a surplus are not.
    for (const Finding* other : chosen({}))
        if (other->kind != one->kind)
            untickAll();
    if (!m_ticked.remove(key))
        m_ticked.insert(key);
    Q_EMIT dataChanged(index(row), index(row), {TickedRole});
    Q_EMIT changed();
}

void FindingList::tickSame(int row)
{
    const Finding* first = find(keyAt(row));
    if (!first || !first->isDecidable())
        return;
    m_ticked.clear();
    for (const std::size_t place : m_shown)
        if (m_all[place].kind == first->kind && m_all[place].result == first->result)
            m_ticked.insert(m_all[place].key);
    Q_EMIT dataChanged(index(0), index(count() - 1), {TickedRole});
    Q_EMIT changed();
}

void FindingList::untickAll()
{
    m_ticked.clear();
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {TickedRole});
    Q_EMIT changed();
}

int FindingList::rowOf(const QString& key) const
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_all[m_shown[i]].key == key)
            return static_cast<int>(i);
    return -1;
}

QString FindingList::keyAt(int row) const
{
    return row < 0 || row >= count() ? QString() : m_all[m_shown[static_cast<std::size_t>(row)]].key;
}

const Finding* FindingList::find(const QString& key) const
{
    const auto found
        = std::find_if(m_all.begin(), m_all.end(), [&](const Finding& one) { return one.key == key; });
    return found == m_all.end() ? nullptr : &*found;
}

std::vector<const Finding*> FindingList::chosen(const QString& key) const
{
    std::vector<const Finding*> out;
    for (const Finding& one : m_all)
        if (m_ticked.isEmpty() ? one.key == key : m_ticked.contains(one.key))
            out.push_back(&one);
    return out;
}

void FindingList::showDecision(const QString& key, const QJsonObject& decision)
{
    for (Finding& one : m_all)
        if (one.key == key) {
            one.decision = decision;
            m_decidedNow.insert(key);
        }
    if (const int row = rowOf(key); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {DecisionRole});
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_finding_list.cpp"
