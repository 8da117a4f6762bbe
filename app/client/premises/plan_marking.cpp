#include "app/client/premises/plan_marking.h"

#include "app/client/session/words.h"
#include "core/cards/attachment.h"
#include "reports/plans/mark_geometry.h"

#include <QFile>
#include <QJsonArray>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr std::size_t kMostSteps = 200; ///< that are remembered
    constexpr std::size_t kRectangle = 4;

    QString shown(const std::string& one) { return QString::fromStdString(one); }

    qreal distance(const PlanPoint& a, qreal x, qreal y)
    {
        return std::hypot(static_cast<qreal>(a.x) - x, static_cast<qreal>(a.y) - y);
    }

    std::vector<PlanPoint> rectangle(const PlanPoint& a, const PlanPoint& b)
    {
        const auto [left, right] = std::minmax(a.x, b.x);
        const auto [top, bottom] = std::minmax(a.y, b.y);
        return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    }

    /// Its edges are level and upright: a drawn corner takes its neighbours along.
    bool isRectangle(const std::vector<PlanPoint>& c)
    {
        return c.size() == kRectangle
            && ((c[0].y == c[1].y && c[1].x == c[2].x && c[2].y == c[3].y && c[3].x == c[0].x)
                || (c[0].x == c[1].x && c[1].y == c[2].y && c[2].x == c[3].x && c[3].y == c[0].y));
    }

    /// The nearest place of the edge from a to b, and how far it is.
    std::pair<PlanPoint, qreal> onEdge(const PlanPoint& a, const PlanPoint& b, qreal x, qreal y)
    {
        const auto dx = static_cast<qreal>(b.x - a.x);
        const auto dy = static_cast<qreal>(b.y - a.y);
        const qreal length = dx * dx + dy * dy;
        const qreal part = length > 0
            ? std::clamp(
                ((x - static_cast<qreal>(a.x)) * dx + (y - static_cast<qreal>(a.y)) * dy) / length, 0.0, 1.0)
            : 0;
        const PlanPoint at {std::llround(static_cast<qreal>(a.x) + part * dx),
            std::llround(static_cast<qreal>(a.y) + part * dy)};
        return {at, distance(at, x, y)};
    }

} // namespace

void PlanMarking::setView(BuildingView* view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    if (view) {
        connect(view, &BuildingView::changed, this, &PlanMarking::takeOver);
        connect(view, &BuildingView::laidOut, this, &PlanMarking::changed);
    }
    Q_EMIT asked();
    takeOver();
}

void PlanMarking::setFloor(const QString& floor)
{
    m_floor = floor;
    Q_EMIT asked();
    takeOver();
}

std::optional<std::size_t> PlanMarking::floorAt() const
{
    if (m_view)
        for (std::size_t i = 0; i < m_view->picture().floors.size(); ++i)
            if (shown(m_view->picture().floors[i].floor.code) == m_floor)
                return i;
    return std::nullopt;
}

const FloorPlan& PlanMarking::plan() const
{
    static const FloorPlan none;
    const auto at = floorAt();
    return at ? m_view->picture().floors[*at].plan : none;
}

QImage PlanMarking::drawing() const
{
    const auto at = floorAt();
    return at ? m_view->drawingOf(*at) : QImage();
}

void PlanMarking::takeOver()
{
    const auto at = floorAt();
    if (!at || m_view->isBusy())
        return;
    Marks marks;
    for (const PictureRoom& room : m_view->picture().floors[*at].rooms)
        if (!room.mark.empty())
            marks[room.room.code] = room.mark;
    // What was drawn and not saved stays; what the server has now is what it is compared with.
    if (!isChanged()) {
        m_now = marks;
        m_undo.clear();
        m_redo.clear();
    }
    m_saved = std::move(marks);
    if (m_room.isEmpty() && !m_view->picture().floors[*at].rooms.empty()) {
        const auto& rooms = m_view->picture().floors[*at].rooms;
        const auto first = std::find_if(rooms.begin(), rooms.end(),
            [&](const PictureRoom& room) { return !m_now.contains(room.room.code); });
        m_room = shown(first == rooms.end() ? rooms.front().room.code : first->room.code);
    }
    Q_EMIT changed();
}

QString PlanMarking::title() const
{
    const auto at = floorAt();
    return at ? shown(m_view->picture().floors[*at].floor.name) : m_floor;
}

QString PlanMarking::summary() const
{
    const auto at = floorAt();
    if (!at)
        return {};
    const QString count
        = tr("%1 of %2 rooms marked").arg(m_now.size()).arg(m_view->picture().floors[*at].rooms.size());
    return isChanged() ? dotted({count, tr("not saved yet")}) : count;
}

QVariantList PlanMarking::rooms() const
{
    QVariantList out;
    if (const auto at = floorAt())
        for (const PictureRoom& room : m_view->picture().floors[*at].rooms)
            out.push_back(QVariantMap {{u"value"_s, shown(room.room.code)}, {u"text"_s, shown(room.label)},
                {u"icon"_s, m_now.contains(room.room.code) ? u"check"_s : u"plus"_s}});
    return out;
}

QString PlanMarking::labelOf(const std::string& code) const
{
    if (const auto at = floorAt())
        for (const PictureRoom& room : m_view->picture().floors[*at].rooms)
            if (room.room.code == code)
                return shown(room.label);
    return shown(code);
}

QString PlanMarking::spoken() const
{
    if (m_room.isEmpty())
        return {};
    const QString label = labelOf(m_room.toStdString());
    const auto found = m_now.find(m_room.toStdString());
    if (found == m_now.end())
        return tr("%1 is not marked. Drag a rectangle over it, or press an arrow key.").arg(label);
    return tr("%1: drag it or its corners; a double click on an edge bends it.").arg(label);
}

PlanMarking::Corners* PlanMarking::chosen()
{
    const auto found = m_now.find(m_room.toStdString());
    return found == m_now.end() ? nullptr : &found->second;
}

void PlanMarking::choose(const QString& room)
{
    if (room == m_room)
        return;
    m_room = room;
    m_nudged.clear();
    Q_EMIT changed();
}

void PlanMarking::step(int by)
{
    const auto at = floorAt();
    if (!at || m_view->picture().floors[*at].rooms.empty())
        return;
    const auto& rooms = m_view->picture().floors[*at].rooms;
    const auto count = static_cast<int>(rooms.size());
    const auto here = std::find_if(
        rooms.begin(), rooms.end(), [&](const PictureRoom& room) { return shown(room.room.code) == m_room; });
    const int next = here == rooms.end() ? 0 : static_cast<int>(here - rooms.begin()) + by;
    choose(shown(rooms[static_cast<std::size_t>((next % count + count) % count)].room.code));
}

PlanPoint PlanMarking::placed(qreal x, qreal y) const
{
    return {std::clamp<std::int64_t>(std::llround(x), 0, plan().width),
        std::clamp<std::int64_t>(std::llround(y), 0, plan().height)};
}

/// Walls are shared: an edge near another room's edge is meant to lie on it.
PlanPoint PlanMarking::snapped(PlanPoint point) const
{
    const auto near = static_cast<std::int64_t>(m_reach / 2);
    std::int64_t bestX = near + 1;
    std::int64_t bestY = near + 1;
    const PlanPoint from = point;
    for (const auto& [room, corners] : m_now) {
        if (shown(room) == m_room)
            continue;
        for (const PlanPoint& corner : corners) {
            if (const auto away = std::abs(corner.x - from.x); away < bestX) {
                bestX = away;
                point.x = corner.x;
            }
            if (const auto away = std::abs(corner.y - from.y); away < bestY) {
                bestY = away;
                point.y = corner.y;
            }
        }
    }
    return point;
}

QString PlanMarking::markAt(qreal x, qreal y) const
{
    QString out;
    std::int64_t least = 0;
    for (const auto& [room, corners] : m_now)
        if (isInside(corners, x, y) && (out.isEmpty() || twiceArea(corners) < least)) {
            out = shown(room);
            least = twiceArea(corners);
        }
    return out;
}

void PlanMarking::press(qreal x, qreal y, qreal reach)
{
    if (!hasPlan() || m_room.isEmpty() || m_busy)
        return;
    m_before = m_now;
    m_reach = reach;
    m_from = placed(x, y);
    m_drag = Drag::None;
    if (const Corners* const corners = chosen()) {
        qreal best = reach;
        for (std::size_t i = 0; i < corners->size(); ++i)
            if (const qreal away = distance((*corners)[i], x, y); away <= best) {
                best = away;
                m_corner = i;
                m_drag = Drag::Corner;
            }
        if (m_drag == Drag::None && isInside(*corners, x, y))
            m_drag = Drag::Whole;
    } else {
        m_from = snapped(m_from);
        m_drag = Drag::New;
    }
}

void PlanMarking::moveCorner(const PlanPoint& to)
{
    Corners& corners = *chosen();
    if (!isRectangle(corners)) {
        corners[m_corner] = to;
        return;
    }
    const PlanPoint opposite = corners[(m_corner + 2) % kRectangle];
    corners = rectangle(opposite, to);
    // The corner that is drawn may have become another one.
    for (std::size_t i = 0; i < kRectangle; ++i)
        if (corners[i] == to)
            m_corner = i;
}

void PlanMarking::moveWhole(Corners& corners, std::int64_t right, std::int64_t down) const
{
    // As far as the sheet goes, so that it keeps its shape.
    for (const PlanPoint& corner : corners) {
        right = std::clamp(right, -corner.x, plan().width - corner.x);
        down = std::clamp(down, -corner.y, plan().height - corner.y);
    }
    for (PlanPoint& corner : corners)
        corner = {corner.x + right, corner.y + down};
}

void PlanMarking::drag(qreal x, qreal y)
{
    const PlanPoint to = placed(x, y);
    switch (m_drag) {
    case Drag::None:
        return;
    case Drag::New: {
        Corners drawn = rectangle(m_from, snapped(to));
        if (drawn[2].x - drawn[0].x >= kLeastMarkSide && drawn[2].y - drawn[0].y >= kLeastMarkSide)
            m_now[m_room.toStdString()] = std::move(drawn);
        else
            m_now.erase(m_room.toStdString());
        break;
    }
    case Drag::Whole:
        *chosen() = m_before.at(m_room.toStdString());
        moveWhole(*chosen(), to.x - m_from.x, to.y - m_from.y);
        break;
    case Drag::Corner:
        moveCorner(snapped(to));
        break;
    }
    Q_EMIT changed();
}

void PlanMarking::release()
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (m_now == m_before) {
        // A tap: whatever lies there is meant.
        if (const QString below = markAt(static_cast<qreal>(m_from.x), static_cast<qreal>(m_from.y));
            !below.isEmpty())
            choose(below);
        return;
    }
    if (drag == Drag::None)
        return;
    const Corners* const corners = chosen();
    if (corners && !checkMark({m_room.toStdString(), *corners}, plan().width, plan().height)) {
        m_now = m_before;
        m_problem = tr("The outline would be too narrow or cross itself: it stays as it was.");
        Q_EMIT changed();
        return;
    }
    m_problem.clear();
    remember(m_before);
    if (drag == Drag::New) {
        // The next that is to be marked, without a tap between.
        const QString here = m_room;
        const auto at = floorAt();
        const std::size_t count = m_view->picture().floors[*at].rooms.size();
        for (std::size_t i = 0; i < count && chosen(); ++i)
            step(1);
        if (chosen())
            choose(here);
    }
    Q_EMIT changed();
}

void PlanMarking::remember(Marks before)
{
    m_undo.push_back(std::move(before));
    if (m_undo.size() > kMostSteps)
        m_undo.erase(m_undo.begin());
    m_redo.clear();
    m_nudged.clear();
}

void PlanMarking::bend(qreal x, qreal y, qreal reach)
{
    Corners* const corners = chosen();
    if (!corners || m_busy)
        return;
    Corners bent = *corners;
    const auto corner = std::find_if(
        bent.begin(), bent.end(), [&](const PlanPoint& one) { return distance(one, x, y) <= reach; });
    if (corner != bent.end()) {
        if (bent.size() == 3)
            return;
        bent.erase(corner);
    } else {
        std::size_t best = 0;
        std::pair<PlanPoint, qreal> nearest {{}, reach};
        for (std::size_t i = 0; i < bent.size(); ++i)
            if (const auto on = onEdge(bent[i], bent[(i + 1) % bent.size()], x, y);
                on.second <= nearest.second) {
                best = i + 1;
                nearest = on;
            }
        if (best == 0 || bent.size() == kMostMarkCorners)
            return;
        bent.insert(bent.begin() + static_cast<std::ptrdiff_t>(best), nearest.first);
    }
    remember(m_now);
    *corners = std::move(bent);
    // The second press of a double click began a drag, which this was not.
    m_drag = Drag::None;
    m_before = m_now;
    Q_EMIT changed();
}

void PlanMarking::nudge(int right, int down, bool edges)
{
    if (!hasPlan() || m_room.isEmpty() || m_busy)
        return;
    Marks before = m_now;
    const std::int64_t pixels = std::max<std::int64_t>(1, std::max(plan().width, plan().height) / 400);
    if (Corners* const corners = chosen(); !corners) {
        const PlanPoint half {plan().width / 14, plan().height / 14};
        const PlanPoint middle {plan().width / 2, plan().height / 2};
        m_now[m_room.toStdString()]
            = rectangle({middle.x - half.x, middle.y - half.y}, {middle.x + half.x, middle.y + half.y});
    } else if (!edges)
        moveWhole(*corners, right * pixels, down * pixels);
    else {
        std::int64_t farX = 0;
        std::int64_t farY = 0;
        for (const PlanPoint& corner : *corners) {
            farX = std::max(farX, corner.x);
            farY = std::max(farY, corner.y);
        }
        for (PlanPoint& corner : *corners)
            corner = {corner.x == farX ? std::clamp<std::int64_t>(corner.x + right * pixels, 0, plan().width)
                                       : corner.x,
                corner.y == farY ? std::clamp<std::int64_t>(corner.y + down * pixels, 0, plan().height)
                                 : corner.y};
        if (!checkMark({m_room.toStdString(), *corners}, plan().width, plan().height))
            m_now = before;
    }
    if (m_now == before)
        return;
    // A row of steps by key is one to be taken back.
    if (m_nudged != m_room) {
        remember(std::move(before));
        m_nudged = m_room;
    }
    m_problem.clear();
    Q_EMIT changed();
}

void PlanMarking::erase()
{
    if (!chosen() || m_busy)
        return;
    remember(m_now);
    m_now.erase(m_room.toStdString());
    Q_EMIT changed();
}

void PlanMarking::undo()
{
    if (m_undo.empty() || m_busy)
        return;
    m_redo.push_back(std::move(m_now));
    m_now = std::move(m_undo.back());
    m_undo.pop_back();
    m_nudged.clear();
    Q_EMIT changed();
}

void PlanMarking::redo()
{
    if (m_redo.empty() || m_busy)
        return;
    m_undo.push_back(std::move(m_now));
    m_now = std::move(m_redo.back());
    m_redo.pop_back();
    m_nudged.clear();
    Q_EMIT changed();
}

void PlanMarking::discard()
{
    m_now = m_saved;
    m_undo.clear();
    m_redo.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void PlanMarking::dismiss()
{
    m_problem.clear();
    Q_EMIT changed();
}

void PlanMarking::write(const Call& call)
{
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        if (answer.isOk()) {
            m_saved = m_now;
            m_undo.clear();
            m_redo.clear();
            Q_EMIT saved();
        }
        Q_EMIT changed();
        // After a refusal too: somebody else may have changed it, and what was drawn stays.
        if (m_view)
            m_view->reload();
    });
}

void PlanMarking::save()
{
    if (!m_calls || m_busy || !hasPlan())
        return;
    QJsonArray marks;
    for (const auto& [room, corners] : m_now) {
        QJsonArray points;
        for (const PlanPoint& corner : corners)
            points.push_back(QJsonArray {qint64 {corner.x}, qint64 {corner.y}});
        marks.push_back(QJsonObject {{u"room"_s, shown(room)}, {u"corners"_s, points}});
    }
    Call call {"PUT", callPath({u"space"_s, u"floors"_s, m_floor, u"plan"_s, u"marks"_s})};
    call.json = {{u"marks"_s, marks}};
    call.ifMatch = u'"' + QString::number(plan().revision) + u'"';
    write(call);
}

void PlanMarking::sendDrawing(const QUrl& file)
{
    if (!m_calls || m_busy)
        return;
    QFile source(file.toLocalFile());
    if (!source.open(QIODevice::ReadOnly) || source.size() > static_cast<qint64>(kMostAttachmentBytes)) {
        m_problem = source.isOpen() ? tr("The file is above 10 MiB.")
                                    : tr("The file cannot be opened: %1").arg(source.errorString());
        Q_EMIT changed();
        return;
    }
    Call call {"PUT", callPath({u"space"_s, u"floors"_s, m_floor, u"plan"_s})};
    call.bytes = source.readAll();
    call.type = "application/octet-stream";
    call.ifMatch = u'"' + QString::number(plan().revision) + u'"';
    write(call);
}

void PlanMarking::removePlan()
{
    if (!m_calls || m_busy || !hasPlan())
        return;
    Call call {"DELETE", callPath({u"space"_s, u"floors"_s, m_floor, u"plan"_s})};
    call.ifMatch = u'"' + QString::number(plan().revision) + u'"';
    write(call);
}

} // namespace guanwu

#include "moc_plan_marking.cpp"
