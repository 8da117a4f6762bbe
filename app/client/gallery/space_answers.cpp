#include "app/client/gallery/space_answers.h"

#include "app/client/gallery/document_answers.h"
#include "app/client/gallery/life_answers.h"

#include <QBuffer>
#include <QDate>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QSet>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString day(int from) { return QDate::currentDate().addDays(from).toString(Qt::ISODate); }

    const QStringList kUnits {u"怀化市公安局交通警察支队高速公路管理大队（含沅陵、溆浦两中队）"_s,
        u"怀化市档案馆"_s, u"怀化市财政局"_s, u"怀化市自然资源和规划局"_s, u"怀化市民政综合行政执法支队"_s,
        u"市纪委监委"_s, u"怀化市机关事务管理局"_s, u"怀化市审计局"_s, u"怀化市文化旅游信息中心"_s};

    QJsonValue orNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

    QJsonObject named(const QString& code, const QString& name)
    {
        return {{u"code"_s, code}, {u"name"_s, name}};
    }

    QJsonObject pictureRoom(int floor, int i, bool isMany)
    {
        static const QStringList states {u"allocated"_s, u"allocated"_s, u"allocated"_s, u"allocated"_s,
            u"available"_s, u"allocated"_s, u"vacating"_s, u"allocated"_s, u"repair"_s, u"allocated"_s,
            u"leased"_s, u"allocated"_s, u"idle"_s, u"allocated"_s, u"unsafe"_s};
        const QString number
            = (floor < 0 ? u"D"_s : QString()) + QString::number(qAbs(floor) * (isMany ? 1000 : 100) + i + 1);
        const QString state = states[(i + qAbs(floor)) % states.size()];
        const bool isFree = state == "available"_L1 || state == "idle"_L1;
        const int unit = (i / 3 + qAbs(floor)) % static_cast<int>(kUnits.size());
        const double area = i % 11 == 5 ? 96.5
            : i % 7 == 3                ? 9.25
                                        : 16.0 + (i * 37 + qAbs(floor) * 11) % 140 / 10.0;
        const bool isOver = i % 9 == 1;
        const bool isDue = state == "vacating"_L1 || isOver;
        return {{u"room"_s, u"C01-1-"_s + number}, {u"name"_s, u"1号办公楼"_s + number + u"室"_s},
            {u"label"_s, i == 13 ? u"西侧附属设备间"_s : number},
            {u"kind"_s, i % 11 == 5 ? u"service"_s : u"office"_s}, {u"state"_s, state},
            {u"usable_m2"_s, QString::number(area, 'f', 2)},
            {u"unit"_s, isFree ? QJsonValue() : QJsonValue(u"U%1"_s.arg(unit + 1, 3, 10, QChar(u'0')))},
            {u"unit_name"_s, isFree ? QJsonValue() : QJsonValue(kUnits[unit])},
            {u"people"_s, isFree ? 0 : i % 4}, {u"judged"_s, !isFree && i % 4 != 0}, {u"over"_s, isOver},
            {u"over_m2"_s, isOver ? u"6.35"_s : u"0.00"_s}, {u"unoccupied"_s, !isFree && i % 4 == 0},
            {u"urgency"_s,
                isDue        ? QJsonValue(i % 2 ? u"overdue"_s
                               : i % 3          ? u"near"_s
                                                : u"open"_s)
                    : i == 7 ? QJsonValue(u"undated"_s)
                             : QJsonValue()},
            {u"due"_s, isDue ? QJsonValue(day(i % 2 ? -40 : i * 2)) : QJsonValue()}};
    }

    QJsonObject floorOf(int floor, int rooms, bool isMany)
    {
        QJsonArray all;
        double area = 0;
        for (int i = 0; i < rooms; ++i) {
            all.push_back(pictureRoom(floor, i, isMany));
            area += all.last().toObject()[u"usable_m2"_s].toString().toDouble();
        }
        const QString label = floor < 0 ? u"地下%1层"_s.arg(-floor) : u"%1层"_s.arg(floor);
        return {{u"floor"_s, u"C01-1-F%1"_s.arg(floor)}, {u"name"_s, u"1号办公楼"_s + label},
            {u"label"_s, label}, {u"usable_m2"_s, QString::number(area, 'f', 2)}, {u"rooms"_s, all}};
    }

    /// Of the second floor of C04-1: eleven rooms along a corridor, the hall an L; in pixels of the drawing
    /// below.
    const QList<QList<QPoint>>& planMarks()
    {
        static const QList<QList<QPoint>> all = [] {
            QList<QList<QPoint>> out;
            const auto box = [](int x, int y, int w, int h) {
                return QList<QPoint> {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}};
            };
            for (int i = 0; i < 6; ++i)
                out.push_back(box(60 + i * 210, 60, 210, 270));
            for (int i = 0; i < 4; ++i)
                out.push_back(box(60 + i * 210, 460, 210, 270));
            out.push_back({{900, 460}, {1320, 460}, {1320, 900}, {690, 900}, {690, 730}, {900, 730}});
            return out;
        }();
        return all;
    }

    QByteArray planDrawing()
    {
        QImage sheet(1500, 960, QImage::Format_Grayscale8);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::black, 9));
        for (const QList<QPoint>& room : planMarks())
            painter.drawPolygon(QPolygon(room));
        painter.setPen(QPen(Qt::black, 14));
        painter.drawRect(60, 60, 1260, 840);
        painter.drawRect(1320, 60, 130, 670); // the stairs
        painter.setPen(QPen(Qt::darkGray, 3));
        for (int y = 90; y < 720; y += 26)
            painter.drawLine(1330, y, 1440, y);
        painter.setPen(QPen(Qt::gray, 3));
        for (int i = 0; i < 6; ++i)
            painter.drawArc(QRect(80 + i * 210, 290, 80, 80), 0, 90 * 16);
        for (int x = 110; x < 1300; x += 210)
            painter.drawRect(x, 46, 110, 28); // windows
        painter.drawLine(60, 395, 1320, 395);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        sheet.save(&buffer, "PNG");
        return buffer.data();
    }

    QJsonObject plannedFloor()
    {
        QJsonObject floor = floorOf(2, 12, false);
        QJsonArray rooms = floor[u"rooms"_s].toArray();
        for (qsizetype i = 0; i < planMarks().size(); ++i) {
            QJsonArray corners;
            for (const QPoint& corner : planMarks()[i])
                corners.push_back(QJsonArray {corner.x(), corner.y()});
            QJsonObject room = rooms[i].toObject();
            room[u"mark"_s] = corners;
            rooms[i] = room;
        }
        floor[u"rooms"_s] = rooms;
        floor[u"plan"_s] = QJsonObject {
            {u"hash"_s, u"gallery"_s}, {u"width"_s, 1500}, {u"height"_s, 960}, {u"revision"_s, 3}};
        return floor;
    }

    QJsonObject picture(const QString& code)
    {
        QJsonArray floors;
        if (code == "C01-1"_L1) {
            for (const int floor : {5, 4, 3, 2, 1})
                floors.push_back(floorOf(floor, floor == 5 ? 4 : 15 + floor, false));
            floors.push_back(floorOf(-1, 2, false));
            QJsonObject loose = floorOf(9, 1, false);
            loose[u"floor"_s] = loose[u"name"_s] = loose[u"label"_s] = QJsonValue();
            floors.push_back(loose);
        } else if (code == "C02-1"_L1) {
            floors.push_back(floorOf(2, 200, true));
            floors.push_back(floorOf(1, 200, true));
        } else if (code == "C04-1"_L1) {
            floors.push_back(plannedFloor());
            floors.push_back(floorOf(1, 9, false));
        }
        return {{u"building"_s, code},
            {u"name"_s,
                code == "C01-1"_L1       ? u"市级机关第一办公区1号办公楼"_s
                    : code == "C04-1"_L1 ? u"第四办公区2号办公楼"_s
                    : code == "C02-1"_L1 ? u"怀化市行政中心（原地区行署大院）主楼及东西附楼"_s
                                         : u"老干部活动中心（拟拆除）"_s},
            {u"floors"_s, floors}};
    }

    /// As the picture of the building has it.
    QJsonObject building(const QString& code)
    {
        const QJsonObject whole = picture(code);
        double area = 0;
        int rooms = 0;
        int free = 0;
        QSet<QString> units;
        for (const QJsonValue& floor : whole[u"floors"_s].toArray())
            for (const QJsonValue& room : floor[u"rooms"_s].toArray()) {
                ++rooms;
                area += room[u"usable_m2"_s].toString().toDouble();
                free += room[u"state"_s] == u"available"_s;
                if (room[u"unit"_s].isString())
                    units.insert(room[u"unit"_s].toString());
            }
        return {{u"building"_s, code}, {u"name"_s, whole[u"name"_s]}, {u"rooms"_s, rooms},
            {u"usable_m2"_s, QString::number(area, 'f', 2)}, {u"units"_s, units.size()},
            {u"available"_s, free}};
    }

    QJsonObject seat(const QString& name, const QString& rank, const QString& post, const QString& limit,
        const QString& ended = {})
    {
        return {{u"person"_s, u"P0412"_s}, {u"name"_s, name}, {u"rank"_s, rank}, {u"post"_s, post},
            {u"department"_s, u"办公用房管理与住房保障科"_s}, {u"in_post"_s, ended.isEmpty()},
            {u"kind"_s, limit == "0.00"_L1 ? u"seconded"_s : u"main"_s}, {u"from"_s, u"2019-06-01"_s},
            {u"ended_on"_s, orNull(ended)},
            {u"ground"_s, ended.isEmpty() ? QJsonValue() : QJsonValue(u"left"_s)}, {u"limit_m2"_s, limit}};
    }

    QJsonObject roomRow(int i)
    {
        const bool isOver = i % 2 == 1;
        QJsonArray seats {seat(u"欧阳慕容·阿不都热合曼"_s, u"处级正职"_s, u"支队长"_s, u"24.00"_s)};
        if (i % 3 == 0)
            seats = {seat(u"张晓明"_s, u"处级以下"_s, u"科员"_s, u"9.00"_s),
                seat(u"李某"_s, u"处级以下"_s, u"科员"_s, u"9.00"_s, day(-70)),
                seat(u"向某某"_s, u"处级以下"_s, u"驾驶员"_s, u"0.00"_s)};
        const QString over = isOver ? u"6.35"_s : u"0.00"_s;
        return {{u"room"_s, u"C01-1-%1"_s.arg(100 + i)}, {u"name"_s, u"1号办公楼%1室"_s.arg(100 + i)},
            {u"floor"_s, named(u"C01-1-F1"_s, u"1号办公楼1层"_s)},
            {u"building"_s, named(u"C01-1"_s, u"市级机关第一办公区1号办公楼"_s)},
            {u"compound"_s, named(u"C01"_s, u"市级机关第一办公区"_s)}, {u"kind"_s, u"office"_s},
            {u"service_kind"_s, QJsonValue()},
            {u"state"_s,
                i == 2       ? u"available"_s
                    : i == 4 ? u"vacating"_s
                             : u"allocated"_s},
            {u"usable_m2"_s, u"30.35"_s}, {u"toilet_m2"_s, isOver ? u"3.20"_s : u"0.00"_s},
            {u"rest_m2"_s, u"0.00"_s}, {u"used_by"_s, named(u"U017"_s, kUnits[i % kUnits.size()])},
            {u"held_by"_s,
                i % 4 == 3 ? QJsonValue() : QJsonValue(named(u"U002"_s, kUnits[(i + 1) % kUnits.size()]))},
            {u"on_paper"_s,
                i % 5 == 4 ? QJsonArray() : QJsonArray {named(u"U008"_s, u"怀化市机关事务管理局"_s)}},
            {u"certificates"_s,
                i % 5 == 4 ? QJsonArray() : QJsonArray {u"湘（2022）怀化市不动产权第0001234号"_s}},
            {u"use_certificate"_s, i % 4 == 3 ? QJsonValue() : QJsonValue(u"怀办用凭〔2022〕7号"_s)},
            {u"allocated_on"_s, u"2022-05-01"_s},
            {u"vacate_by"_s, i == 4 ? QJsonValue(day(9)) : QJsonValue()},
            {u"seats"_s, i == 2 ? QJsonArray() : seats},
            {u"finding"_s,
                QJsonObject {{u"judged"_s, i != 2}, {u"limit_m2"_s, u"24.00"_s}, {u"over"_s, isOver},
                    {u"over_m2"_s, over},
                    {u"grounds"_s,
                        isOver ? QJsonValue(u"超出核定面积 6.35 ㎡；不得设卫生间"_s) : QJsonValue()},
                    {u"grounds_en"_s,
                        isOver ? QJsonValue(u"6.35 m2 above the limit; a toilet that the post may not have"_s)
                               : QJsonValue()},
                    {u"shared"_s, i % 3 == 0}, {u"unoccupied"_s, false}}},
            {u"over_reason"_s,
                isOver
                    ? QJsonValue(u"受承重墙限制无法分隔，拟于办公楼维修时一并改造，已报机关事务管理局备案"_s)
                    : QJsonValue()},
            {u"over_deadline"_s, isOver ? QJsonValue(day(i * 20 - 30)) : QJsonValue()}};
    }

    QJsonObject wholeRoom(const QString& code)
    {
        QJsonObject out = roomRow(code.last(2).toInt() % 10);
        out[u"room"_s] = code;
        out[u"name"_s]
            = (code.startsWith("C04"_L1) ? u"2号办公楼%1室"_s : u"1号办公楼%1室"_s).arg(code.last(3));
        const auto hold = [](const QString& no, const QString& unit, const QString& from, const QString& to) {
            return QJsonObject {{u"certificate_no"_s, no}, {u"unit"_s, named(u"U002"_s, unit)},
                {u"approval_no"_s, u"怀机管〔2022〕8号"_s}, {u"approved_on"_s, from},
                {u"handed_over_on"_s, from}, {u"vacated_on"_s, orNull(to)}};
        };
        out[u"story"_s] = QJsonObject {
            {u"holds"_s,
                QJsonArray {hold(u"怀办用凭〔2022〕7号"_s, kUnits[1], u"2022-05-01"_s, {}),
                    hold(u"怀办用凭〔2015〕31号"_s, kUnits[0], u"2015-03-12"_s, u"2022-04-20"_s)}},
            {u"past_seats"_s,
                QJsonArray {QJsonObject {{u"person"_s, named(u"P0007"_s, u"王某某"_s)},
                    {u"kind"_s, u"main"_s}, {u"from"_s, u"2015-04-01"_s}, {u"to"_s, u"2022-04-18"_s}}}},
            {u"documents"_s,
                QJsonArray {
                    QJsonObject {{u"document_no"_s, u"YF-2026-000012"_s}, {u"method"_s, u"take_back"_s},
                        {u"state"_s, u"in_review"_s}, {u"unit"_s, named(u"U002"_s, kUnits[1])}}}}};
        return out;
    }

    QJsonObject dueRow(int i)
    {
        static const QStringList grounds {
            u"left"_s, u"second_post"_s, u"over_standard"_s, u"abolished"_s, u"vacating"_s};
        static const QList<int> ahead {-16, -12, -8, 6, 12, 27, 50};
        const bool isDated = i < ahead.size();
        const QString urgency = !isDated ? u"undated"_s
            : ahead[i] < 0               ? u"overdue"_s
            : ahead[i] <= 30             ? u"near"_s
                                         : u"open"_s;
        return {{u"ground"_s, grounds[i % 5]}, {u"urgency"_s, urgency},
            {u"room"_s, u"C01-1-%1"_s.arg(101 + i)}, {u"room_name"_s, u"1号办公楼%1室"_s.arg(101 + i)},
            {u"unit"_s, named(u"U017"_s, kUnits[i % kUnits.size()])},
            {u"person"_s,
                i % 5 > 2 ? QJsonValue() : QJsonValue(named(u"P0412"_s, u"欧阳慕容·阿不都热合曼"_s))},
            {u"since"_s, isDated ? QJsonValue(day(-60)) : QJsonValue()},
            {u"due"_s, isDated ? QJsonValue(day(ahead[i])) : QJsonValue()}, {u"area_m2"_s, u"21.60"_s},
            {u"reason"_s, i % 3 ? QJsonValue() : QJsonValue(u"本人住院，家属已承诺出院后办理"_s)}};
    }

    QJsonObject repairRow(int i)
    {
        static const QStringList states {
            u"applied"_s, u"applied"_s, u"approved"_s, u"accepted"_s, u"carried_out"_s, u"refused"_s};
        const QString state = states[i % states.size()];
        const bool waits = state == "applied"_L1;
        QJsonObject out {{u"application_no"_s, u"WX-2026-%1"_s.arg(i + 1, 6, 10, QChar(u'0'))},
            {u"unit"_s, u"U017"_s}, {u"unit_name"_s, kUnits[i % kUnits.size()]}, {u"building"_s, u"C01-1"_s},
            {u"building_name"_s,
                i % 2 ? u"市级机关第一办公区1号办公楼"_s
                      : u"怀化市行政中心（原地区行署大院）主楼及东西附楼"_s},
            {u"kind"_s, i % 3 ? u"part"_s : u"full"_s}, {u"parts"_s, u"屋面、外墙"_s},
            {u"area_m2"_s, u"1626.00"_s}, {u"estimate_yuan"_s, u"280924.00"_s},
            {u"hazard"_s, i == 1 ? QJsonValue() : QJsonValue(u"d"_s)},
            {u"last_repair_year"_s, i == 1 ? QJsonValue() : QJsonValue(2009)}, {u"state"_s, state},
            {u"finding"_s, waits ? QJsonValue() : QJsonValue(u"屋面渗漏，防水层老化，应修"_s)},
            {u"inspected_on"_s, waits ? QJsonValue() : QJsonValue(u"2026-03-02"_s)},
            {u"suggested"_s, QJsonValue()}};
        const int place = i < 2 ? i : i - 4; // among those that wait
        if (waits)
            out[u"suggested"_s] = QJsonObject {{u"rank"_s, place + 1},
                {u"before_yuan"_s, QString::number(place * 280924.0, 'f', 2)},
                {u"reason"_s, i == 1 ? u"未鉴定，无维修记录"_s : u"安全等级 D，上次维修 2009"_s},
                {u"reason_en"_s,
                    i == 1 ? u"not appraised, never repaired"_s : u"hazard D, last repaired 2009"_s}};
        else if (state != "refused"_L1) {
            out[u"rank"_s] = i;
            out[u"plan_year"_s] = 2026;
            out[u"approved_yuan"_s] = u"270000.00"_s;
            out[u"approval_no"_s] = u"怀机管维〔2026〕%1号"_s.arg(i);
            out[u"approved_on"_s] = u"2026-04-01"_s;
        }
        return out;
    }

    const QString kPlace = u"怀化市鹤城区人民南路（原地区行署大院内）288号"_s;

    QJsonObject titleRow(int i)
    {
        const QString no = u"湘（2022）怀化市不动产权第%1号"_s.arg(1234 + i, 7, 10, QChar(u'0'));
        QJsonArray missing;
        QJsonArray blocks;
        if (i % 3 == 0)
            missing = {QJsonObject {{u"name"_s, u"建设工程规划许可证"_s}, {u"owed_by"_s, kUnits[0]},
                           {u"due_on"_s, day(-12)}, {u"supplied_on"_s, QJsonValue()}},
                QJsonObject {{u"name"_s, u"消防验收意见书"_s}, {u"owed_by"_s, u"市住房和城乡建设局"_s},
                    {u"due_on"_s, day(40)}, {u"supplied_on"_s, QJsonValue()}},
                QJsonObject {{u"name"_s, u"权属来源说明"_s}, {u"owed_by"_s, u"怀化市机关事务管理局"_s},
                    {u"due_on"_s, u"2023-03-01"_s}, {u"supplied_on"_s, u"2023-02-11"_s}}};
        if (i % 4 == 0)
            blocks = {QJsonObject {{u"kind"_s, u"seizure"_s}, {u"paper_no"_s, u"（2022）湘12执1号"_s},
                {u"party"_s, u"怀化市中级人民法院"_s}, {u"from"_s, u"2022-07-01"_s}}};
        return {{u"cert_no"_s, no}, {u"kind"_s, u"BDCQZS"_s}, {u"reg_kind"_s, u"200"_s},
            {u"holder"_s, named(u"U008"_s, u"怀化市机关事务管理局"_s)},
            {u"former_holders"_s, QJsonArray {kUnits[0]}},
            {u"former_nos"_s, QJsonArray {u"怀房权证鹤城字第000123号"_s, u"怀国用（1998）字第0456号"_s}},
            {u"users"_s, QJsonArray {named(u"U017"_s, kUnits[0]), named(u"U002"_s, kUnits[1])}},
            {u"location"_s, kPlace}, {u"unit_nos"_s, QJsonArray {u"431202001001GB00012F00010001"_s}},
            {u"right_type"_s, u"国有建设用地使用权/房屋所有权"_s}, {u"right_nature"_s, u"划拨"_s},
            {u"use"_s, u"机关团体用地/办公"_s}, {u"parcel_m2"_s, u"12880.00"_s},
            {u"land_share_m2"_s, u"505.97"_s}, {u"floor_m2"_s, u"1692.06"_s},
            {u"buildings"_s,
                QJsonArray {named(u"C01-1"_s, u"市级机关第一办公区1号办公楼"_s),
                    named(u"C02-1"_s, u"怀化市行政中心（原地区行署大院）主楼及东西附楼"_s)}},
            {u"issued_on"_s, u"2022-06-01"_s}, {u"issuer"_s, u"怀化市自然资源和规划局"_s},
            {u"incomplete"_s, i % 3 == 0}, {u"missing_text"_s, QJsonValue()}, {u"missing"_s, missing},
            {u"encumbrances"_s, blocks}, {u"blocked"_s, i % 4 == 0},
            {u"custody"_s, QJsonObject {{u"place"_s, u"一号柜3层"_s}}},
            {u"assets"_s, QJsonArray {u"FW2009000004"_s}},
            {u"state"_s, i % 4 == 0 ? u"sealed"_s : u"current"_s}, {u"current"_s, true}};
    }

    QJsonObject gap(const QString& kind, const QString& subject, const QString& name, const QString& text,
        const QString& due = {})
    {
        return {{u"kind"_s, kind}, {u"subject"_s, subject}, {u"name"_s, name}, {u"text"_s, text},
            {u"due"_s, orNull(due)}, {u"overdue"_s, !due.isEmpty() && due < day(0)}};
    }

    QJsonObject unitSpace()
    {
        const auto kind = [](const QString& one, int rooms, const QString& area) {
            return QJsonObject {{u"kind"_s, one}, {u"rooms"_s, rooms}, {u"usable_m2"_s, area}};
        };
        const auto post = [](const QString& one, int posts, const QString& limit, const QString& area) {
            return QJsonObject {
                {u"post"_s, one}, {u"posts"_s, posts}, {u"limit_m2"_s, limit}, {u"area_m2"_s, area}};
        };
        return {{u"unit"_s, u"U017"_s}, {u"name"_s, kUnits[0]}, {u"posts_established"_s, 46},
            {u"posts_filled"_s, 41}, {u"rooms"_s, 38}, {u"usable_m2"_s, u"812.45"_s},
            {u"by_kind"_s,
                QJsonArray {kind(u"office"_s, 27, u"561.30"_s), kind(u"service"_s, 8, u"198.15"_s),
                    kind(u"equipment"_s, 3, u"53.00"_s)}},
            {u"seated"_s, 39}, {u"seconded"_s, 4}, {u"unoccupied_offices"_s, 2}, {u"rooms_over"_s, 3},
            {u"over_in_rooms_m2"_s, u"19.05"_s},
            {u"limit"_s,
                QJsonObject {{u"posts"_s,
                                 QJsonArray {post(u"市级机关处级正职"_s, 1, u"24.00"_s, u"24.00"_s),
                                     post(u"市级机关处级副职"_s, 4, u"18.00"_s, u"72.00"_s),
                                     post(u"市级机关处级以下"_s, 41, u"9.00"_s, u"369.00"_s)}},
                    {u"offices_m2"_s, u"465.00"_s}, {u"service_m2"_s, u"354.00"_s},
                    {u"equipment_m2"_s, u"73.71"_s}, {u"ancillary_floor_m2"_s, u"170.20"_s},
                    {u"floor_m2"_s, u"1543.45"_s}}}};
    }

    QJsonObject proposal()
    {
        const auto room
            = [](const QString& who, const QString& name, bool isMove, bool isPool, const QString& why) {
                  return QJsonObject {
                      {u"people"_s, QJsonArray {named(u"P0001"_s, who), named(u"P0002"_s, u"李某"_s)}},
                      {u"room"_s, u"C01-1-305"_s}, {u"name"_s, name}, {u"usable_m2"_s, u"17.50"_s},
                      {u"limit_m2"_s, u"18.00"_s}, {u"move"_s, isMove},
                      {u"means"_s, isPool ? u"pool"_s : u"own"_s}, {u"reason"_s, why}, {u"reason_en"_s, why}};
              };
        return {{u"complete"_s, false}, {u"moves"_s, 2}, {u"usable_m2"_s, u"52.50"_s},
            {u"rooms"_s,
                QJsonArray {room(u"张晓明"_s, u"1号办公楼305室"_s, true, true,
                                u"17.50 ㎡，不超过 2 人标准之和 18.00 ㎡；调剂；与本单位同楼"_s),
                    room(u"欧阳慕容·阿不都热合曼"_s, u"1号办公楼212室"_s, false, false,
                        u"17.50 ㎡，不超过 2 人标准之和 18.00 ㎡；保持现用，不搬迁；与本单位同楼"_s),
                    room(u"向某某"_s, u"怀化市行政中心（原地区行署大院）主楼及东西附楼1102室"_s, true, false,
                        u"17.50 ㎡，不超过 2 人标准之和 18.00 ㎡；本单位现有用房；原分坐 2 间均超标，合用一间，1 人不动；同楼无合适房间"_s)}},
            {u"unmet"_s,
                QJsonArray {QJsonObject {{u"people"_s, QJsonArray {named(u"P0009"_s, u"王某某"_s)}},
                    {u"least_m2"_s, u"16.20"_s}, {u"most_m2"_s, u"18.00"_s},
                    {u"reason"_s, u"没有 16.20–18.00 ㎡ 的可用房间：转置换、租用或建设"_s},
                    {u"reason_en"_s, u"no free room of 16.20 to 18.00 m2: exchange, rent, build"_s}}}},
            {u"given_back"_s, QJsonArray {named(u"C01-1-401"_s, u"1号办公楼401室"_s)}}};
    }

    /// What the proposal of a reform leads to; `isMade` = with the numbers of its drafts.
    QJsonObject proposalDrafts(bool isMade)
    {
        const auto room = [](const QString& code, const QStringList& people) {
            return QJsonObject {
                {u"room"_s, code}, {u"name"_s, code}, {u"people"_s, QJsonArray::fromStringList(people)}};
        };
        const auto draft = [&](int no, const QString& method, const QString& name, const QString& nameEn,
                               const QString& unit, const QString& other, const QString& area,
                               const QJsonArray& rooms) {
            return QJsonObject {
                {u"no"_s, isMade ? QJsonValue(u"YF-2026-%1"_s.arg(no, 6, 10, QChar(u'0'))) : QJsonValue()},
                {u"method"_s, method}, {u"method_name"_s, name}, {u"method_name_en"_s, nameEn},
                {u"unit_name"_s, unit}, {u"other_name"_s, orNull(other)}, {u"usable_m2"_s, area},
                {u"rooms"_s, rooms}};
        };
        return {
            {u"documents"_s,
                QJsonArray {draft(21, u"adjust"_s, u"调剂"_s, u"Adjustment between units"_s, kUnits[1],
                                kUnits[0], u"17.20"_s, {room(u"C01-1-204"_s, {u"李某"_s, u"向某某"_s})}),
                    draft(22, u"allocate"_s, u"分配"_s, u"Allocation of rooms"_s, kUnits[0], {}, u"35.00"_s,
                        {room(u"C01-1-305"_s, {u"张晓明"_s, u"李某"_s}),
                            room(u"C01-1-306"_s, {u"欧阳慕容·阿不都热合曼"_s})}),
                    draft(23, u"take_back"_s, u"收回"_s, u"Taking back"_s, kUnits[0], {}, u"54.60"_s,
                        {room(u"C01-1-401"_s, {}), room(u"C01-1-402"_s, {})})}},
            {u"skipped"_s,
                QJsonArray {QJsonObject {{u"room"_s, u"C01-1-309"_s}, {u"name"_s, u"1号办公楼309室"_s},
                    {u"document"_s, u"YF-2026-000017"_s}}}},
            {u"moves_within"_s, 3}, {u"unmet"_s, 1}};
    }

    QJsonObject useCertificates()
    {
        const auto line = [](const QString& no, int rooms, const QString& area, int back,
                              const QJsonArray& replaces, const QString& by) {
            return QJsonObject {{u"certificate_no"_s, no}, {u"rooms"_s, rooms}, {u"usable_m2"_s, area},
                {u"from"_s, u"2022-05-01"_s}, {u"current"_s, by.isEmpty()}, {u"changed"_s, back > 0},
                {u"given_back"_s, back}, {u"remeasured"_s, 0}, {u"replaces"_s, replaces},
                {u"replaced_by"_s, orNull(by)},
                {u"replaced_on"_s, by.isEmpty() ? QJsonValue() : QJsonValue(day(-40))}};
        };
        const QString old = u"怀办用凭〔2022〕7号"_s;
        return {{u"certificates"_s,
            QJsonArray {line(u"YP-2026-000009"_s, 24, u"512.40"_s, 0, {old}, {}),
                line(u"怀办用凭〔2023〕31号"_s, 6, u"128.10"_s, 2, {}, {}),
                line(old, 0, u"0.00"_s, 0, {}, u"YP-2026-000009"_s)}}};
    }

    QJsonObject request(int i)
    {
        static const QStringList states {u"in_review"_s, u"approved"_s, u"closed"_s, u"draft"_s};
        return {{u"no"_s, u"YF-2026-%1"_s.arg(12 + i, 6, 10, QChar(u'0'))}, {u"kind"_s, u"space"_s},
            {u"method"_s, i % 3 == 2 ? u"take_back"_s : u"allocate"_s},
            {u"unit"_s, named(u"U017"_s, kUnits[i % kUnits.size()])}, {u"state"_s, states[i % 4]}};
    }

    QJsonObject heldBy(int i)
    {
        return {{u"unit"_s, u"U%1"_s.arg(i + 1, 3, 10, QChar(u'0'))},
            {u"unit_name"_s, kUnits[i % kUnits.size()]}, {u"rooms"_s, 12 + i},
            {u"usable_m2"_s, QString::number((12 + i) * 21.36, 'f', 2)},
            {u"published"_s, i % 3 == 0 ? 12 + i : 9}, {u"published_on"_s, day(i % 3 == 0 ? -30 : -390)}};
    }

    QJsonObject papersOf(int i)
    {
        static const QStringList standings {u"open"_s, u"registered"_s, u"filed"_s};
        static const QStringList situations {u"d"_s, u"a"_s, u"b"_s, QString()};
        const QString standing = standings[i % 3];
        return {{u"building"_s, u"C%1-1"_s.arg(i + 1, 2, 10, QChar(u'0'))},
            {u"name"_s,
                i == 4 ? u"怀化市行政中心（原地区行署大院）主楼及东西附楼"_s
                       : u"第%1办公区1号办公楼"_s.arg(i + 1)},
            {u"floor_m2"_s, QString::number(480 + i * 311.5, 'f', 2)},
            {u"situation"_s, orNull(situations[i % 4])}, {u"standing"_s, standing},
            {u"certificates"_s,
                standing == "registered"_L1 ? QJsonArray {u"湘（2022）怀化市不动产权第0001234号"_s}
                                            : QJsonArray {}},
            {u"filing_no"_s, standing == "filed"_L1 ? QJsonValue(u"怀机管备〔2024〕17号"_s) : QJsonValue()},
            {u"filed_m2"_s, standing == "filed"_L1 ? QJsonValue(u"466.20"_s) : QJsonValue()}};
    }

    template <class Row> QJsonArray many(int count, const Row& row)
    {
        QJsonArray out;
        for (int i = 0; i < count; ++i)
            out.push_back(row(i));
        return out;
    }

} // namespace

void answerSpace(FakeCalls& calls)
{
    answerLife(calls);
    calls.answer("GET", u"/space/buildings"_s,
        bytes({{u"buildings"_s,
            QJsonArray {
                building(u"C01-1"_s), building(u"C02-1"_s), building(u"C03-1"_s), building(u"C04-1"_s)}}}));
    calls.on("GET", u"/space/buildings/*/picture"_s, [](const Call& call) {
        CallAnswer answer;
        answer.status = 200;
        answer.bytes = bytes(picture(call.path.section(u'/', 3, 3)));
        return answer;
    });
    calls.on("GET", u"/space/floors/*/plan.png"_s, [](const Call&) {
        CallAnswer answer;
        answer.status = 200;
        answer.bytes = planDrawing();
        return answer;
    });
    calls.answer("PUT", u"/space/floors/*/plan/marks"_s, "{}");
    calls.answer(
        "GET", u"/space/over"_s, bytes({{u"rooms"_s, many(7, [](int i) { return roomRow(2 * i + 1); })}}));
    calls.answer("GET", u"/space/due"_s, bytes({{u"due"_s, many(9, dueRow)}}));
    calls.answer("GET", u"/space/units/*"_s, bytes(unitSpace()));
    calls.answer("GET", u"/space/units/*/proposal"_s, bytes(proposal()));
    calls.answer("GET", u"/space/proposal/documents"_s, bytes(proposalDrafts(false)));
    calls.answer("POST", u"/space/proposal/documents"_s, bytes(proposalDrafts(true)));
    calls.answer("GET", u"/space/units/*/use-certificates"_s, bytes(useCertificates()));
    calls.answer("GET", u"/space/publication"_s, bytes({{u"units"_s, many(14, heldBy)}}));
    calls.answer("GET", u"/title-buildings"_s, bytes({{u"buildings"_s, many(9, papersOf)}}));
    calls.answer("GET", u"/repairs"_s, bytes({{u"repairs"_s, many(8, repairRow)}}));
    calls.answer("GET", u"/titles"_s, bytes({{u"titles"_s, many(12, titleRow)}, {u"next"_s, QJsonValue()}}));
    QJsonObject whole = titleRow(0);
    whole[u"custody_log"_s]
        = QJsonArray {QJsonObject {{u"step"_s, u"issued"_s}, {u"person"_s, u"张晓明"_s}, {u"on"_s, day(-20)},
                          {u"due_on"_s, day(-5)}, {u"reason"_s, u"办理抵押注销"_s}},
            QJsonObject {{u"step"_s, u"stored"_s}, {u"person"_s, u"档案员"_s}, {u"place"_s, u"一号柜3层"_s},
                {u"on"_s, u"2022-06-02"_s}}};
    calls.answer("GET", u"/titles/*"_s, bytes(whole));
    const QString certificate = titleRow(0)[u"cert_no"_s].toString();
    calls.answer("GET", u"/title-gaps"_s,
        bytes({{u"gaps"_s,
            QJsonArray {gap(u"no_papers"_s, u"C03-1"_s, u"老干部活动中心（拟拆除）"_s, u"D 均无证件"_s),
                gap(u"no_building"_s, u"湘（2022）怀化市不动产权第0001239号"_s,
                    u"怀化市鹤城区湖天南路235号预留用地"_s, u"未登记涉及楼栋"_s),
                gap(u"area_differs"_s, certificate, kPlace, u"证载 1692.06 ㎡，卡片 1710.50 ㎡"_s),
                gap(u"holder_not_changed"_s, u"怀房权证鹤城字第000555号"_s, kPlace,
                    u"权利人："_s + kUnits[0]),
                gap(u"papers_due"_s, certificate, kPlace,
                    u"建设工程规划许可证，责任单位：市住房和城乡建设局"_s, day(-12)),
                gap(u"twice_current"_s, u"431202001001GB00012F00010001"_s, kPlace,
                    u"湘（2022）怀化市不动产权第0001240号、湘（2022）怀化市不动产权第0001241号"_s),
                gap(u"not_returned"_s, u"湘（2022）怀化市不动产权第0001241号"_s, kPlace,
                    u"借用人：市教育局　李某"_s, day(-6)),
                gap(u"not_cancelled"_s, u"湘（2019）怀化市不动产权第0000777号"_s, u"原第二办公区"_s,
                    u"已核销：第二办公区2号办公楼"_s)}}}));
    calls.answer(
        "GET", u"/documents"_s, bytes({{u"documents"_s, many(6, request)}, {u"next"_s, QJsonValue()}}));
    calls.on("GET", u"/space/rooms/*"_s, [](const Call& call) {
        CallAnswer answer;
        answer.status = 200;
        answer.bytes = bytes(wholeRoom(call.path.section(u'/', 3, 3)));
        return answer;
    });
}

} // namespace guanwu
