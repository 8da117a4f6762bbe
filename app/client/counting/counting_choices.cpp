// What one key, one tap or one swipe says of a thing.
#include "app/client/counting/counting.h"

#include "app/client/counting/swipe.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr std::size_t kLikelyUsers = 3;
    constexpr int kFirstUserDigit = 7;
    constexpr int kMostPeople = 50;

    /// What swipes mean, the likely before the rare: to the right what is wrong with a thing, to the left
    /// what is done with it. Down is who has it.
    const QStringList& conditionsOf(Swipe::Way way)
    {
        static const QStringList left {u"idle"_s, u"in_use"_s, u"disposed"_s};
        static const QStringList right {u"to_scrap"_s, u"damaged"_s, u"stolen"_s};
        return way == Swipe::Way::Left ? left : right;
    }

    QVariantMap choice(const QString& value, const QString& text, int digit = 0, bool isUser = false)
    {
        return {{u"value"_s, value}, {u"text"_s, text}, {u"digit"_s, digit}, {u"isUser"_s, isUser}};
    }

} // namespace

QVariantList Counting::details() const
{
    QVariantList out;
    for (const auto& row : kConditions) {
        const QString token = QString::fromUtf8(row.token);
        out.push_back(choice(token, conditionName(token), static_cast<int>(out.size()) + 1));
    }
    out += m_likelyUsers;
    out.push_back(otherUser());
    return out;
}

QVariantMap Counting::otherUser() { return choice({}, tr("Other user…"), 0, true); }

QVariantList Counting::reasons() const
{
    QVariantList out;
    for (const QString& text : {tr("The tag is damaged"), tr("The tag cannot be reached"),
             tr("There is no tag"), tr("The scanner fails")})
        out.push_back(choice(text, text));
    return out;
}

QString Counting::conditionName(const QString& condition) const
{
    const auto parsed = parseToken(kConditions, condition.toStdString(), "handheld.condition");
    return parsed && m_session ? QString::fromUtf8(nameOf(kConditions, *parsed, m_session->language()))
                               : QString();
}

void Counting::findLikelyUsers()
{
    std::map<std::string, int> uses;
    for (const BookLine& line : sheet().book())
        if (line.place == m_room.toStdString() && !line.user.empty())
            ++uses[line.user];
    std::vector<std::pair<std::string, int>> order(uses.begin(), uses.end());
    std::stable_sort(
        order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    order.resize(std::min(order.size(), kLikelyUsers));
    m_likelyUsers.clear();
    for (const auto& [user, count] : order)
        m_likelyUsers.push_back(choice(QString::fromStdString(user), userNameOf(user),
            kFirstUserDigit + static_cast<int>(m_likelyUsers.size()), true));
}

QVariantList Counting::people(const QString& search) const
{
    if (!m_sheet)
        return {};
    std::map<QString, QString> found; // by name, then code: who has the same name stays two
    for (const BookLine& line : sheet().book()) {
        const QString code = QString::fromStdString(line.user);
        const QString name = QString::fromStdString(line.userName);
        if (!code.isEmpty()
            && (name.contains(search, Qt::CaseInsensitive) || code.contains(search, Qt::CaseInsensitive)))
            found.try_emplace(name + u'\n' + code, code);
    }
    QVariantList out;
    for (const auto& [key, code] : found) {
        if (out.size() == kMostPeople)
            break;
        out.push_back(choice(code, userNameOf(code.toStdString())));
    }
    return out;
}

QString Counting::userNameOf(const std::string& user) const
{
    const auto& book = sheet().book();
    const auto line
        = std::find_if(book.begin(), book.end(), [&](const BookLine& one) { return one.user == user; });
    return QString::fromStdString(line != book.end() && !line->userName.empty() ? line->userName : user);
}

void Counting::setCondition(const QString& condition)
{
    const auto parsed = parseToken(kConditions, condition.toStdString(), "handheld.condition");
    if (!parsed)
        return;
    if (condition == m_told.condition)
        return; // said already
    amend([&](ScanRow& row) {
        row.condition = *parsed;
        row.conditionName = conditionName(condition);
    });
}

void Counting::setUser(const QString& user)
{
    if (user == m_told.user)
        return;
    amend([&](ScanRow& row) {
        row.user = user.toStdString();
        row.userName = userNameOf(*row.user);
    });
}

void Counting::pressDigit(int digit)
{
    if (m_told.event.isEmpty())
        return;
    for (const QVariant& one : details()) {
        const QVariantMap choice = one.toMap();
        if (digit == 0 || choice[u"digit"_s].toInt() != digit)
            continue;
        const QString value = choice[u"value"_s].toString();
        choice[u"isUser"_s].toBool() ? setUser(value) : setCondition(value);
        return;
    }
}

QVariantMap Counting::swiped(qreal x, qreal y) const
{
    if (m_told.event.isEmpty())
        return {};
    const auto direction = swipeOf(x, y, 1);
    if (!direction)
        return {};
    QVariantList choices;
    if (direction->way == Swipe::Way::Down) {
        choices = m_likelyUsers;
        choices.push_back(otherUser());
    } else {
        for (const QString& token : conditionsOf(direction->way))
            choices.push_back(choice(token, conditionName(token)));
    }
    const auto meant = swipeOf(x, y, static_cast<int>(choices.size()));
    return {{u"choices"_s, choices}, {u"at"_s, meant->step},
        {u"isLeft"_s, direction->way == Swipe::Way::Left},
        {u"isRight"_s, direction->way == Swipe::Way::Right}};
}

bool Counting::swipe(qreal x, qreal y)
{
    const QVariantMap meant = swiped(x, y);
    if (meant.isEmpty())
        return true;
    const QVariantMap chosen = meant[u"choices"_s].toList().at(meant[u"at"_s].toInt()).toMap();
    const QString value = chosen[u"value"_s].toString();
    if (value.isEmpty())
        return false;
    chosen[u"isUser"_s].toBool() ? setUser(value) : setCondition(value);
    return true;
}

} // namespace guanwu
