#include "app/client/gallery/campaign_answers.h"

#include "app/client/session/words.h"
#include "app/text/signal_question.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kUnits = 219;

    QString ago(qint64 seconds)
    {
        return QDateTime::currentDateTimeUtc().addSecs(-seconds).toString(Qt::ISODateWithMs);
    }

    QString unitName(int i)
    {
        static const QStringList names {u"怀化市机关事务管理局"_s, u"怀化市委办公室"_s,
            u"怀化市纪律检查委员会监察委员会机关"_s, u"怀化市教育局"_s, u"怀化市卫生健康委员会"_s,
            u"怀化市财政局"_s, u"怀化市公安局交通警察支队高速公路管理大队"_s, u"怀化市自然资源和规划局"_s,
            u"怀化市档案馆"_s};
        const QString name = names[i % names.size()];
        return i < names.size() ? name : u"%1第%2分局"_s.arg(name).arg(i);
    }

    QJsonObject forecast(int i, const QString& state, bool moves, bool isAllSeen)
    {
        if (state == "frozen"_L1)
            return {{u"kind"_s, u"not_begun"_s}};
        if (state == "counting"_L1 && isAllSeen)
            return {{u"kind"_s, u"all_seen"_s}};
        if (!moves)
            return {{u"kind"_s, state == "counting"_L1 ? u"quiet"_s : u"signed"_s}};
        if (i % 4 == 0)
            return {{u"kind"_s, i % 8 ? u"quiet"_s : u"too_far"_s}};
        const int seconds = i % 3 ? 3'600 + i * 60 : 90'000 + i * 3'000;
        return {{u"kind"_s, i % 3 ? u"today"_s : u"later"_s}, {u"at"_s, ago(-seconds)}};
    }

    QJsonObject unit(int i)
    {
        static const QStringList states {u"counting"_s, u"frozen"_s, u"counting"_s, u"counting"_s,
            u"unit_checked"_s, u"counting"_s, u"dept_reviewed"_s, u"counting"_s, u"bureau_checked"_s,
            u"counting"_s};
        const QString state = i == 16 ? u"counting"_s : states[i % states.size()];
        const int lines = i == 3 ? 0 : i == 8 ? 124'680 : 40 + (i * 97) % 460;
        const bool isSigned = state != "counting"_L1 && state != "frozen"_L1;
        const int checked = state == "frozen"_L1 ? 0
            : isSigned                           ? lines
            : i % 7 == 2                         ? lines
                                                 : lines * ((i * 37) % 100) / 100;
        const bool stuck = state == "counting"_L1 && i % 6 == 5;
        const int odd = checked / 25;
        QJsonObject results;
        const auto add = [&](const QString& name, int count) {
            if (count > 0)
                results[name] = count;
        };
        add(u"match"_s, checked - odd);
        add(u"place_differs"_s, odd / 2);
        add(u"doubt"_s, odd - odd / 2);
        add(isSigned ? u"shortage"_s : u"not_checked"_s, lines - checked);
        add(u"surplus"_s, checked / 60);
        const bool moves = state == "counting"_L1 && !stuck;
        return {{u"unit"_s, u"U%1"_s.arg(i + 1, 3, 10, QChar(u'0'))}, {u"name"_s, unitName(i)},
            {u"parent"_s, i % 3 ? QJsonValue() : QJsonValue(u"怀化市人民政府"_s)}, {u"state"_s, state},
            {u"stale"_s, i % 5 == 0}, {u"revision"_s, 3},
            {u"recount"_s, i % 9 == 8 ? u"complete"_s : u"none"_s}, {u"lines"_s, lines},
            {u"checked"_s, checked}, {u"results"_s, results},
            {u"match_rate"_s, lines == 0 ? 0 : (checked - odd) * 10'000 / lines},
            {u"findings"_s, i % 11 == 0 ? 2 : 0}, {u"quarantined"_s, i == 12 ? 3 : 0},
            {u"last_event_at"_s,
                state == "frozen"_L1 ? QJsonValue() : QJsonValue(ago(stuck ? 260'000 : 30 + i * 13))},
            {u"last_15_minutes"_s, moves && i % 4 ? (i * 7) % 60 : 0},
            {u"last_60_minutes"_s, moves && i % 4 ? (i * 23) % 240 : 0}, {u"stuck"_s, stuck},
            {u"forecast"_s, forecast(i, state, moves, checked == lines)}};
    }

    QJsonObject progress()
    {
        QJsonArray units;
        for (int i = 0; i < kUnits; ++i)
            units.push_back(unit(i));
        return {{u"units"_s, units}};
    }

    QJsonObject line(int i, const QString& result, const QJsonValue& decision = {})
    {
        static const QStringList names {u"台式计算机"_s,
            u"A3彩色数码多功能一体机（带自动双面输稿器及大容量纸盒）"_s, u"铁皮文件柜"_s, u"会议桌"_s,
            u"空调机"_s};
        return {{u"asset_no"_s, u"TY2020%1"_s.arg(310 + i, 6, 10, QChar(u'0'))},
            {u"name"_s, names[i % names.size()]}, {u"class_code"_s, u"A02010105"_s},
            {u"model"_s, i % 2 ? QJsonValue(u"启天 M455"_s) : QJsonValue()}, {u"quantity"_s, 1},
            {u"user"_s, u"P0412"_s}, {u"user_name"_s, u"欧阳慕容"_s}, {u"place"_s, u"C01-2-204"_s},
            {u"place_name"_s, u"一号楼二层204室（国有资产管理科）"_s}, {u"use_state"_s, u"in_use"_s},
            {u"original_yuan"_s, u"128600.00"_s}, {u"result"_s, result}, {u"counted_quantity"_s, 1},
            {u"seen_place"_s, result == "match"_L1 ? u"C01-2-204"_s : u"C01-3-311"_s},
            {u"seen_user"_s, QJsonValue()},
            {u"seen_condition"_s, result == "damaged"_L1 ? QJsonValue(u"damaged"_s) : QJsonValue()},
            {u"first_seen_at"_s, ago(5'400 + i * 60)}, {u"entry"_s, u"camera"_s},
            {u"counter"_s, u"clerk07"_s}, {u"photos"_s, i % 3 == 0 ? 2 : 0}, {u"events"_s, 2},
            {u"decision"_s, decision}};
    }

    QJsonObject event(int seq, const QString& kind, const QString& place, const QString& reason = {})
    {
        return {{u"event_id"_s, u"e-%1"_s.arg(seq)}, {u"install_id"_s, u"9f3c2ab47d1e48c0a5b6"_s},
            {u"seq"_s, seq}, {u"at"_s, ago(7'000 - seq * 600)}, {u"actor"_s, u"clerk07"_s},
            {u"unit"_s, QLatin1StringView(kGalleryUnit)}, {u"kind"_s, kind},
            {u"entry"_s, seq % 2 ? u"camera"_s : u"manual"_s}, {u"code"_s, u"TY2020000310-7"_s},
            {u"place"_s, place}, {u"reason"_s, reason}, {u"photos"_s, QJsonArray {u"aa%1"_s.arg(seq)}},
            {u"name"_s, u"无标签铁皮文件柜（四抽，灰色，右侧凹陷）"_s}, {u"class_code"_s, u"A05010502"_s},
            {u"quantity"_s, 1}};
    }

    QJsonObject linesOf(const Call& call)
    {
        const QString result = call.query.queryItemValue(u"result"_s);
        QJsonArray lines;
        if (result == "doubt"_L1)
            for (int i = 0; i < 4; ++i)
                lines.push_back(line(i, result));
        if (result == "place_differs"_L1)
            for (int i = 4; i < 16; ++i)
                lines.push_back(line(i, result,
                    i == 5 ? QJsonValue(
                        QJsonObject {{u"result"_s, result}, {u"reason"_s, u"科室调整，未办手续"_s},
                            {u"proposal"_s, u"补办资产调拨手续，并更新存放地点"_s},
                            {u"decided_by"_s, u"officer07"_s}, {u"decided_at"_s, ago(900)}})
                           : QJsonValue()));
        if (result == "damaged"_L1)
            lines.push_back(line(20, result));
        return {{u"lines"_s, lines}, {u"next"_s, QJsonValue()}};
    }

    QJsonObject signalsJson()
    {
        QJsonArray evidence;
        for (int i = 0; i < 6; ++i)
            evidence.push_back(QJsonObject {{u"event_id"_s, u"s%1"_s.arg(i)}, {u"at"_s, ago(4'000 - i * 2)},
                {u"seq"_s, 40 + i}, {u"code"_s, u"TY2020000%1-4"_s.arg(310 + i)},
                {u"place"_s, u"C01-%1-20%1"_s.arg(1 + i % 3)}, {u"install"_s, u"9f3c2ab47d1e48c0a5b6"_s},
                {u"actor"_s, u"clerk07"_s}});
        // One of every kind, asked as the server asks.
        const std::vector<CountSignal> told {
            {SignalKind::LabelsOffSheet, {}, {{"tags", 38}, {"rooms", 7}, {"seconds", 52}}, {}},
            {SignalKind::BookOrder, {}, {{"tags", 61}, {"rooms", 9}}, {}},
            {SignalKind::RoomsTooFast, {}, {{"changes", 4}, {"fastest_ms", 1'850}}, {}},
            {SignalKind::PaceTooFast, {}, {{"tags", 240}, {"seconds", 600}}, {}},
            {SignalKind::PhotoReused, {}, {{"things", 3}, {"events", 5}}, {}},
            {SignalKind::ClockJump, {}, {{"jumps", 1}, {"seconds_back", 93'600}}, {}},
            {SignalKind::LastMinutes, {}, {{"tags", 311}, {"of", 340}, {"minutes", 10}, {"handhelds", 2}},
                {}},
        };
        QJsonArray out;
        for (const CountSignal& signal : told) {
            QJsonObject figures;
            for (const CountSignal::Figure& figure : signal.figures)
                figures[QString::fromUtf8(figure.name)] = qint64(figure.value);
            const auto row = tokenRow(kSignalKinds, signal.kind);
            out.push_back(QJsonObject {{u"kind"_s, QString::fromUtf8(row.token)},
                {u"name"_s, QString::fromUtf8(nameOf(kSignalKinds, signal.kind, shownLanguage()))},
                {u"question"_s, QString::fromStdString(questionOf(signal, shownLanguage()))},
                {u"figures"_s, figures}, {u"evidence"_s, evidence}});
        }
        return {{u"signals"_s, out}};
    }

    QJsonObject recount()
    {
        return {{u"recount"_s, u"71"_s}, {u"seed"_s, u"884213907715532"_s}, {u"sheet_lines"_s, 412},
            {u"size"_s, 24}, {u"confidence_percent"_s, u"95.0"_s}, {u"answered"_s, 22}, {u"wrong"_s, 1},
            {u"complete"_s, false},
            {u"most_wrong"_s, QJsonObject {{u"lines"_s, 112}, {u"percent"_s, u"27.19"_s}}},
            {u"most_wrong_if_rest_agrees"_s, QJsonObject {{u"lines"_s, 71}, {u"percent"_s, u"17.24"_s}}},
            {u"created_by"_s, u"section03"_s}, {u"created_at"_s, ago(7'200)}};
    }

    QJsonObject recountWithLines()
    {
        QJsonObject out = recount();
        QJsonArray lines;
        for (int i = 0; i < 24; ++i)
            lines.push_back(QJsonObject {{u"asset_no"_s, u"TY2020%1"_s.arg(500 + i, 6, 10, QChar(u'0'))},
                {u"name"_s, i % 4 ? u"台式计算机"_s : u"A3彩色数码多功能一体机（带自动双面输稿器）"_s},
                {u"place"_s, u"C01-2"_s}, {u"place_name"_s, u"一号楼%1层%2室"_s.arg(1 + i / 8).arg(101 + i)},
                {u"result"_s, u"match"_s},
                {u"outcome"_s,
                    i < 21        ? QJsonValue(i == 9 ? u"not_found"_s : u"agrees"_s)
                        : i == 23 ? QJsonValue(u"agrees"_s)
                                  : QJsonValue()}});
        out[u"lines"_s] = lines;
        return out;
    }

} // namespace

void answerCampaign(FakeCalls& calls)
{
    const auto answer = [&](const QByteArray& method, const QString& pattern, const QJsonObject& json) {
        calls.answer(method, pattern, bytes(json));
    };
    const QString sheet = u"/tasks/QC-2026-R/sheets/*"_s;
    const QJsonObject running {{u"task"_s, u"QC-2026-R"_s}, {u"name"_s, u"2026年度国有资产清查（进行中）"_s},
        {u"base_date"_s, u"2026-10-31"_s}, {u"state"_s, u"frozen"_s}, {u"revision"_s, 3}};
    const QJsonObject old {{u"task"_s, u"QC2022"_s}, {u"name"_s, u"2022年度国有资产清查"_s},
        {u"base_date"_s, u"2022-12-31"_s}, {u"state"_s, u"verified"_s}, {u"revision"_s, 9}};
    answer("GET", u"/tasks"_s, {{u"tasks"_s, QJsonArray {old, running}}});
    answer("GET", u"/tasks/QC-2026-R"_s, running);
    answer("GET", u"/tasks/*/progress"_s, progress());
    const QJsonObject bad {{u"unit"_s, u"U013"_s}, {u"event_id"_s, u"0193-aa"_s},
        {u"install_id"_s, u"9f3c2ab47d1e48c0a5b6"_s}, {u"seq"_s, 121}, {u"received_at"_s, ago(9'000)},
        {u"body"_s,
            u"{\"event_id\":\"0193-aa\",\"kind\":\"seen\",\"code\":\"TY2020000310-7\",\"place\":\"C01-2-204\"}"_s},
        {u"stored"_s, event(3, u"seen"_s, u"C01-3-311"_s)}};
    answer("GET", u"/tasks/*/quarantine"_s, {{u"events"_s, QJsonArray {bad}}});
    answer("GET", sheet, unit(16));
    calls.on("GET", sheet + u"/lines"_s, [](const Call& call) {
        CallAnswer out;
        out.status = 200;
        out.bytes = bytes(linesOf(call));
        return out;
    });
    QJsonObject told = line(0, u"doubt"_s);
    told[u"told"_s] = QJsonArray {event(1, u"seen"_s, u"C01-2-204"_s),
        event(4, u"note"_s, {}, u"标签字迹不清，建议补打"_s),
        event(7, u"seen"_s, u"C01-3-311"_s, u"标签破损，手工录入"_s)};
    told[u"place_names"_s] = QJsonObject {{u"C01-3-311"_s, u"一号楼三层311室（档案室）"_s},
        {u"C01-2-204"_s, u"一号楼二层204室（国有资产管理科）"_s}};
    answer("GET", sheet + u"/lines/*"_s, told);
    const QJsonObject placeNames {{u"C01-2-204"_s, u"一号楼二层204室（国有资产管理科）"_s},
        {u"C01-1-101"_s, u"一号楼一层101室"_s}, {u"C07-1-102"_s, u"七号楼一层102室（仓库）"_s}};
    answer("GET", sheet + u"/surplus"_s,
        {{u"place_names"_s, placeNames},
            {u"surplus"_s,
                QJsonArray {
                    QJsonObject {{u"surplus"_s, u"PY-0001"_s}, {u"event_id"_s, u"e-9"_s},
                        {u"event"_s, event(9, u"surplus"_s, u"C01-2-204"_s, u"有标签，账上查无此物"_s)},
                        {u"decision"_s, QJsonValue()}},
                    QJsonObject {{u"surplus"_s, u"PY-0002"_s}, {u"event_id"_s, u"e-8"_s},
                        {u"event"_s, event(8, u"surplus"_s, u"C01-1-101"_s)},
                        {u"decision"_s,
                            QJsonObject {{u"accepted"_s, true}, {u"value_yuan"_s, u"1200.00"_s},
                                {u"value_basis"_s, u"同类资产价值"_s}, {u"months_left"_s, 24},
                                {u"reason"_s, u"同意入账"_s}, {u"decided_by"_s, u"officer07"_s},
                                {u"decided_at"_s, ago(4'000)}}}}}},
            {u"next"_s, QJsonValue()}});
    answer("GET", sheet + u"/findings"_s,
        {{u"place_names"_s, placeNames},
            {u"findings"_s,
                QJsonArray {QJsonObject {{u"kind"_s, u"seen_elsewhere"_s}, {u"asset_no"_s, u"JJ2021000001"_s},
                    {u"code"_s, u"JJ2021000001-3"_s}, {u"place"_s, u"C07-1-102"_s}, {u"seen_by"_s, u"U018"_s},
                    {u"event_id"_s, u"e-77"_s}, {u"events"_s, 1}}}},
            {u"next"_s, QJsonValue()}});
    answer("GET", sheet + u"/signals"_s, signalsJson());
    answer("GET", sheet + u"/recounts"_s, {{u"recounts"_s, QJsonArray {recount()}}});
    answer("GET", sheet + u"/recounts/*"_s, recountWithLines());
    answer("POST", sheet + u"/decisions"_s, unit(16));
    answer("POST", sheet + u"/surplus-decisions"_s, unit(16));
    answer("POST", sheet + u"/decisions/withdrawal"_s, unit(16));
    answer("POST", sheet + u"/surplus-decisions/withdrawal"_s, unit(16));
    answer("PUT", sheet + u"/recounts/*/lines/*"_s, recount());
}

} // namespace guanwu
