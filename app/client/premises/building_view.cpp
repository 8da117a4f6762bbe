#include "app/client/premises/building_view.h"

#include "app/client/records/call_picture.h"
#include "app/client/session/words.h"
#include "core/values/calendar.h"

#include <QJsonArray>
#include <QtConcurrentRun>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    std::string text(const QJsonObject& json, QLatin1StringView key) { return json[key].toString().toStdString(); }

    Area area(const QJsonObject& json, QLatin1StringView key)
    {
        return Area::parse(text(json, key)).value_or(Area());
    }

    PictureRoom roomOf(const QJsonObject& json)
    {
        PictureRoom out;
        out.room.code = text(json, "room"_L1);
        out.room.name = text(json, "name"_L1);
        out.label = text(json, "label"_L1);
        out.kind = parseToken(kRoomKinds, text(json, "kind"_L1), "kind").value_or(RoomKind::Other);
        out.state = parseToken(kRoomStates, text(json, "state"_L1), "state").value_or(RoomState::Unregistered);
        out.usable = area(json, "usable_m2"_L1);
        out.unit.code = text(json, "unit"_L1);
        out.unit.name = text(json, "unit_name"_L1);
        out.people = json["people"_L1].toInt();
        out.isJudged = json["judged"_L1].toBool();
        out.isOver = json["over"_L1].toBool();
        out.isUnoccupied = json["unoccupied"_L1].toBool();
        out.over = area(json, "over_m2"_L1);
        if (const auto urgency = parseToken(kUrgencies, text(json, "urgency"_L1), "urgency"))
            out.urgency = *urgency;
        if (const auto due = parseDate(text(json, "due"_L1)))
            out.due = *due;
        for (const auto& corner : json["mark"_L1].toArray())
            out.mark.push_back({corner.toArray()[0].toInteger(), corner.toArray()[1].toInteger()});
        return out;
    }

    FloorPlan planOf(const QJsonObject& json)
    {
        return {text(json, "hash"_L1), json["width"_L1].toInteger(), json["height"_L1].toInteger(),
            json["revision"_L1].toInteger()};
    }

    bool isMarked(const PictureFloor& floor)
    {
        return floor.plan.width > 0 && floor.plan.height > 0
            && std::any_of(floor.rooms.begin(), floor.rooms.end(),
                [](const PictureRoom& room) { return !room.mark.empty(); });
    }

    QString shown(const std::string& one) { return QString::fromStdString(one); }

} // namespace

void BuildingView::setCalls(Calls* calls)
{
    m_calls = calls;
    Q_EMIT asked();
    reload();
}

void BuildingView::setBuilding(const QString& building)
{
    if (building == m_building)
        return;
    if (!m_building.isEmpty())
        m_selected.clear(); // of another building
    m_building = building;
    m_picture = {};
    m_isThere = false;
    Q_EMIT asked();
    Q_EMIT selectedChanged();
    layOut();
    reload();
}

QString BuildingView::colour() const
{
    return QString::fromUtf8(tokenRow(kPictureColours, m_colour).token);
}

void BuildingView::setColour(const QString& colour)
{
    const auto parsed = parseToken(kPictureColours, colour.toStdString(), "colour");
    if (!parsed || *parsed == m_colour)
        return;
    m_colour = *parsed;
    layOut();
}

void BuildingView::setWidth(qreal width)
{
    const qreal whole = std::floor(width);
    if (whole == m_width)
        return;
    m_width = whole;
    layOut();
}

void BuildingView::setScale(qreal scale)
{
    const qreal fitting = std::clamp(scale, 0.25, 6.0);
    if (fitting == m_scale)
        return;
    m_scale = fitting;
    layOut();
}

void BuildingView::setOnPlan(bool onPlan)
{
    if (onPlan == m_onPlan)
        return;
    m_onPlan = onPlan;
    layOut();
}

bool BuildingView::hasPlans() const
{
    return std::any_of(m_picture.floors.begin(), m_picture.floors.end(), isMarked);
}

QImage BuildingView::drawingOf(std::size_t floor) const
{
    return m_drawings.value(shown(m_picture.floors[floor].plan.hash));
}

void BuildingView::setSelected(const QString& room)
{
    if (room == m_selected)
        return;
    m_selected = room;
    Q_EMIT selectedChanged();
}

int BuildingView::selectedFloor() const
{
    const auto spot = spotOf(m_selected);
    return spot ? static_cast<int>(spot->floor) : -1;
}

QString BuildingView::summary() const
{
    std::int64_t rooms = 0;
    Area usable;
    for (const PictureFloor& floor : m_picture.floors) {
        rooms += static_cast<std::int64_t>(floor.rooms.size());
        usable += floor.usable;
    }
    return m_isThere ? tr("%1 floors · %2 rooms · %3 m²").arg(floorCount()).arg(rooms).arg(shown(usable.toString()))
                     : QString();
}

QVariantList BuildingView::colours() const
{
    static const QStringList icons {u"people"_s, u"flag"_s, u"alert"_s, u"clock"_s};
    QVariantList out;
    for (const auto& row : kPictureColours)
        out.push_back(QVariantMap {{u"value"_s, QString::fromUtf8(row.token)},
            {u"text"_s, QString::fromUtf8(shownLanguage() == Language::ZhCn ? row.nameZh : row.nameEn)},
            {u"icon"_s, icons[static_cast<int>(row.value)]}});
    return out;
}

QString BuildingView::nameOf(const LegendEntry& entry) const
{
    return shown(shownLanguage() == Language::ZhCn ? entry.nameZh : entry.nameEn);
}

QVariantList BuildingView::legend() const
{
    QVariantList out;
    for (const LegendEntry& entry : m_legend.entries)
        out.push_back(QVariantMap {{u"name"_s, nameOf(entry)}, {u"mark"_s, shown(entry.mark)},
            {u"tint"_s, entry.tint}, {u"pattern"_s, static_cast<int>(entry.pattern)},
            {u"figures"_s, tr("%1 rooms · %2 m²").arg(entry.rooms).arg(shown(entry.usable.toString()))}});
    return out;
}

void BuildingView::reload()
{
    const int generation = ++m_generation;
    m_problem.clear();
    m_busy = m_calls && !m_building.isEmpty();
    Q_EMIT changed();
    if (!m_busy)
        return;
    m_calls->get(callPath({u"space"_s, u"buildings"_s, m_building, u"picture"_s}))
        .then(this, [this, generation](const CallAnswer& answer) {
            if (generation == m_generation)
                take(answer);
        });
}

void BuildingView::take(const CallAnswer& answer)
{
    m_busy = false;
    m_problem = answer.problem;
    if (answer.isOk()) {
        const QJsonObject json = answer.json();
        m_picture = {};
        m_picture.building.code = text(json, "building"_L1);
        m_picture.building.name = text(json, "name"_L1);
        for (const auto& one : json["floors"_L1].toArray()) {
            const QJsonObject floorJson = one.toObject();
            PictureFloor floor;
            floor.floor.code = text(floorJson, "floor"_L1);
            floor.floor.name = text(floorJson, "name"_L1);
            floor.label = text(floorJson, "label"_L1);
            floor.usable = area(floorJson, "usable_m2"_L1);
            floor.plan = planOf(floorJson["plan"_L1].toObject());
            for (const auto& room : floorJson["rooms"_L1].toArray())
                floor.rooms.push_back(roomOf(room.toObject()));
            m_picture.floors.push_back(std::move(floor));
        }
        m_isThere = true;
    }
    layOut();
    Q_EMIT changed();
    askForDrawings();
}

void BuildingView::askForDrawings()
{
    for (const PictureFloor& floor : m_picture.floors) {
        const QString hash = shown(floor.plan.hash);
        if (hash.isEmpty() || m_drawings.contains(hash))
            continue;
        m_drawings.insert(hash, {}); // asked for
        m_calls->get(callPath({u"space"_s, u"floors"_s, shown(floor.floor.code), u"plan.png"_s}))
            .then(this,
                [](const CallAnswer& answer) {
                    return answer.isOk() ? QtConcurrent::run(callDrawing, answer.bytes)
                                         : QtFuture::makeReadyFuture(QImage());
                })
            .unwrap()
            .then(this, [this, hash](const QImage& drawing) {
                if (drawing.isNull())
                    m_drawings.remove(hash); // is asked for again with the next picture
                else
                    m_drawings[hash] = drawing;
                ++m_revision;
                Q_EMIT laidOut();
            });
    }
}

void BuildingView::layOutOnPlan(std::size_t at)
{
    const PictureFloor& floor = m_picture.floors[at];
    FloorSheet& sheet = m_sheets[at];
    FloorLayout& layout = m_layouts[at];
    const qreal width = std::min(m_width * m_scale, kWidestSheet);
    if (width <= 0)
        return;
    const qreal scale = width / static_cast<qreal>(floor.plan.width);
    sheet.size = {width, static_cast<qreal>(floor.plan.height) * scale};
    layout.width = width;
    layout.height = sheet.size.height();
    std::vector<Area> areas; // of what is not marked
    for (const PictureRoom& room : floor.rooms) {
        QPolygonF outline;
        for (const PlanPoint& corner : room.mark)
            outline.push_back(QPointF(static_cast<qreal>(corner.x), static_cast<qreal>(corner.y)) * scale);
        const QRectF box = outline.boundingRect();
        layout.rooms.push_back({box.x(), box.y(), box.width(), box.height()});
        sheet.outlines.push_back(std::move(outline));
        if (room.mark.empty())
            areas.push_back(room.usable);
    }
    if (areas.empty())
        return;
    sheet.below = layout.height;
    const FloorLayout rest = layOutFloor(areas, {kPixelsPerSquareMetre * std::min(m_scale, 1.0), m_width, 0});
    std::size_t next = 0;
    for (std::size_t i = 0; i < floor.rooms.size(); ++i)
        if (floor.rooms[i].mark.empty()) {
            layout.rooms[i] = rest.rooms[next++];
            layout.rooms[i].y += sheet.below + kBelowSheet;
        }
    layout.width = std::max(layout.width, rest.width);
    layout.height = sheet.below + kBelowSheet + rest.height;
}

void BuildingView::layOut()
{
    m_legend = legendOf(m_picture, m_colour);
    m_layouts.clear();
    m_sheets.assign(m_picture.floors.size(), {});
    // A wide window is used: the largest floor fills its width, within reason.
    Area largest;
    for (const PictureFloor& floor : m_picture.floors)
        largest = std::max(largest, floor.usable);
    const qreal natural = double(largest.hundredths()) / 100 * kPixelsPerSquareMetre * kFlattestFloor;
    const qreal more = natural > 0 ? std::clamp(m_width * m_width / natural, 1.0, 2.0) : 1.0;
    for (const PictureFloor& floor : m_picture.floors) {
        if (m_onPlan && isMarked(floor)) {
            m_layouts.emplace_back();
            layOutOnPlan(m_layouts.size() - 1);
            continue;
        }
        std::vector<Area> areas;
        areas.reserve(floor.rooms.size());
        for (const PictureRoom& room : floor.rooms)
            areas.push_back(room.usable);
        m_layouts.push_back(layOutFloor(areas, {kPixelsPerSquareMetre * m_scale * more, m_width, kCorridor}));
    }
    ++m_revision;
    Q_EMIT laidOut();
}

QVariantMap BuildingView::floorAt(int floor) const
{
    if (floor < 0 || floor >= floorCount())
        return {};
    const auto at = static_cast<std::size_t>(floor);
    const PictureFloor& one = m_picture.floors[at];
    const auto unmarked = std::count_if(
        one.rooms.begin(), one.rooms.end(), [](const PictureRoom& room) { return room.mark.empty(); });
    const bool isOnPlan = m_onPlan && isMarked(one);
    return {{u"floor"_s, shown(one.floor.code)}, {u"onPlan"_s, isOnPlan},
        {u"hasPlan"_s, one.plan.revision > 0}, {u"unmarked"_s, isOnPlan ? static_cast<int>(unmarked) : 0},
        {u"unmarkedAt"_s, m_sheets[at].below},
        {u"label"_s, one.label.empty() ? tr("Without a floor") : shown(one.label)},
        {u"figures"_s, tr("%1 rooms · %2 m²").arg(one.rooms.size()).arg(shown(one.usable.toString()))},
        {u"width"_s, m_layouts[at].width}, {u"height"_s, m_layouts[at].height}};
}

QString BuildingView::roomAt(int floor, qreal x, qreal y) const
{
    if (floor < 0 || floor >= floorCount())
        return {};
    const auto at = static_cast<std::size_t>(floor);
    const auto& boxes = m_layouts[at].rooms;
    const auto& outlines = m_sheets[at].outlines;
    // Where marks lie on each other the smaller is meant: a closet in a hall.
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].contains(x, y))
            continue;
        if (i < outlines.size() && !outlines[i].isEmpty()
            && !outlines[i].containsPoint({x, y}, Qt::OddEvenFill))
            continue;
        if (!found || boxes[i].width * boxes[i].height < boxes[*found].width * boxes[*found].height)
            found = i;
    }
    return found ? shown(m_picture.floors[at].rooms[*found].room.code) : QString();
}

std::optional<BuildingView::Spot> BuildingView::spotOf(const QString& room) const
{
    if (room.isEmpty())
        return std::nullopt;
    const std::string code = room.toStdString();
    for (std::size_t floor = 0; floor < m_picture.floors.size(); ++floor)
        for (std::size_t i = 0; i < m_picture.floors[floor].rooms.size(); ++i)
            if (m_picture.floors[floor].rooms[i].room.code == code)
                return Spot {floor, i};
    return std::nullopt;
}

std::optional<BuildingView::Spot> BuildingView::nextOf(const Spot& from, int by) const
{
    if (by < 0 && from.room > 0)
        return Spot {from.floor, from.room - 1};
    if (by > 0 && from.room + 1 < m_picture.floors[from.floor].rooms.size())
        return Spot {from.floor, from.room + 1};
    if (by < 0 && from.floor > 0)
        return Spot {from.floor - 1, m_picture.floors[from.floor - 1].rooms.size() - 1};
    if (by > 0 && from.floor + 1 < m_picture.floors.size())
        return Spot {from.floor + 1, 0};
    return std::nullopt;
}

std::optional<BuildingView::Spot> BuildingView::below(const Spot& from, int down) const
{
    if (!isDrawn(from.floor))
        return std::nullopt;
    const PlanBox& here = m_layouts[from.floor].rooms[from.room];
    const qreal middle = here.x + here.width / 2;
    const auto nearest = [&](std::size_t floor, qreal edge) -> std::optional<Spot> {
        std::optional<Spot> best;
        qreal least = 0;
        const auto& boxes = m_layouts[floor].rooms;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const qreal away = down > 0 ? boxes[i].y - edge : edge - (boxes[i].y + boxes[i].height);
            if (away < -1)
                continue;
            // The next strip first; in it, what is nearest to the middle.
            const qreal cost = away * 10'000 + std::abs(boxes[i].x + boxes[i].width / 2 - middle);
            if (!best || cost < least) {
                best = Spot {floor, i};
                least = cost;
            }
        }
        return best;
    };
    if (const auto found = nearest(from.floor, down > 0 ? here.y + here.height : here.y))
        return found;
    if (down > 0 && from.floor + 1 < m_layouts.size())
        return nearest(from.floor + 1, 0);
    if (down < 0 && from.floor > 0)
        return nearest(from.floor - 1, m_layouts[from.floor - 1].height);
    return std::nullopt;
}

void BuildingView::step(int right, int down)
{
    const auto spot = spotOf(m_selected);
    std::optional<Spot> to;
    if (!spot && !m_picture.floors.empty())
        to = Spot {};
    else if (spot)
        to = right != 0 ? nextOf(*spot, right) : below(*spot, down);
    if (to)
        setSelected(shown(m_picture.floors[to->floor].rooms[to->room].room.code));
}

qreal BuildingView::selectedY() const
{
    const auto spot = spotOf(m_selected);
    if (!spot || !isDrawn(spot->floor))
        return 0;
    const PlanBox& box = m_layouts[spot->floor].rooms[spot->room];
    return box.y + box.height / 2;
}

QString BuildingView::noteOf(std::size_t floor, std::size_t room) const
{
    const PictureRoom& one = m_picture.floors[floor].rooms[room];
    switch (m_colour) {
    case PictureColour::Unit:
        return shown(one.unit.name);
    case PictureColour::State:
        return nameOf(entryOf(floor, room));
    case PictureColour::Standard:
        return one.isOver && one.over > Area() ? tr("+%1 m²").arg(shown(one.over.toString()))
            : one.people > 0                   ? tr("%1 people").arg(one.people)
                                               : nameOf(entryOf(floor, room));
    case PictureColour::Vacate:
        break;
    }
    return one.due ? shown(formatDate(*one.due)) : one.urgency ? nameOf(entryOf(floor, room)) : QString();
}

QString BuildingView::spoken(const QString& room) const
{
    const auto spot = spotOf(room);
    if (!spot)
        return {};
    const PictureRoom& one = m_picture.floors[spot->floor].rooms[spot->room];
    return dotted({shown(one.room.name), tr("%1 m²").arg(shown(one.usable.toString())), shown(one.unit.name),
        nameOf(entryOf(spot->floor, spot->room))});
}

} // namespace guanwu

#include "moc_building_view.cpp"
