#include "app/client/camera/tags_in_view.h"

namespace guanwu {

int TagsInView::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant TagsInView::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const CodeInFrame& tag = m_tags[index.row()];
    const Saying saying = m_sayings.value(tag.text);
    switch (role) {
    case TextRole:
        return tag.text;
    case CornersRole: {
        QVariantList out;
        for (const QPointF& corner : tag.corners)
            out.push_back(corner);
        return out;
    }
    case WordRole:
        return saying.word;
    case IconRole:
        return saying.icon;
    case ToneRole:
        return saying.tone;
    default:
        return {};
    }
}

QHash<int, QByteArray> TagsInView::roleNames() const
{
    return {{TextRole, "text"}, {CornersRole, "corners"}, {WordRole, "word"}, {IconRole, "icon"},
        {ToneRole, "tone"}};
}

void TagsInView::show(const QList<CodeInFrame>& tags)
{
    // Rows that stay are moved, not made anew: outlines follow the hand without flicker.
    const int kept = static_cast<int>(std::min(m_tags.size(), tags.size()));
    if (tags.size() < m_tags.size()) {
        beginRemoveRows({}, kept, count() - 1);
        m_tags.resize(kept);
        endRemoveRows();
    }
    for (int i = 0; i < kept; ++i)
        m_tags[i] = tags[i];
    if (kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1));
    if (tags.size() > kept) {
        beginInsertRows({}, kept, static_cast<int>(tags.size()) - 1);
        m_tags += tags.mid(kept);
        endInsertRows();
    }
    Q_EMIT changed();
}

void TagsInView::say(const QString& code, const Saying& saying)
{
    m_sayings.insert(code, saying);
    for (int i = 0; i < count(); ++i)
        if (m_tags[i].text == code)
            Q_EMIT dataChanged(index(i), index(i), {WordRole, IconRole, ToneRole});
}

void TagsInView::forgetSayings()
{
    m_sayings.clear();
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {WordRole, IconRole, ToneRole});
}

} // namespace guanwu

#include "moc_tags_in_view.cpp"
