#include "app/client/gallery/pages.h"
#include "reports/catalog.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

    CallAnswer ok(const QJsonObject& json) { return {200, QJsonDocument(json).toJson(), {}, {}, {}}; }

    QJsonObject catalog()
    {
        QJsonArray reports;
        for (const ReportInfo& info : kReportCatalog) {
            QJsonArray takes;
            for (const TakenParameter& taken : info.takes) {
                const auto& row = tokenRow(kReportParameters, taken.parameter);
                takes.push_back(QJsonObject {{u"name"_s, textOf(row.token)}, {u"title"_s, textOf(row.nameZh)},
                    {u"needed"_s, taken.isNeeded}, {u"many"_s, taken.isMany}});
            }
            reports.push_back(QJsonObject {{u"name"_s, textOf(info.name)}, {u"title"_s, textOf(info.titleZh)},
                {u"group_title"_s, textOf(tokenRow(kReportGroups, info.group).nameZh)},
                {u"parameters"_s, takes}});
        }
        return {{u"reports"_s, reports}};
    }

    QJsonObject column(const QString& group, const QString& heading, const QString& kind, double width)
    {
        return {{u"group"_s, group}, {u"heading"_s, heading}, {u"unit"_s, QString()}, {u"kind"_s, kind},
            {u"width"_s, width}, {u"opens"_s, kind != u"text"_s}};
    }

    QJsonObject row(const QStringList& cells, bool isPart = false)
    {
        return {{u"key"_s, cells.front()}, {u"cells"_s, QJsonArray::fromStringList(cells)},
            {u"of_which"_s, isPart}};
    }

    /// The lines behind a figure of it.
    QJsonObject lines()
    {
        QJsonArray rows;
        for (int line = 1; line <= 12; ++line)
            rows.push_back(QJsonObject {{u"key"_s, QJsonValue()},
                {u"cells"_s,
                    QJsonArray {QString::number(line), u"TY20190000%1"_s.arg(line, 2, 10, QChar(u'0')),
                        u"台式计算机（含显示器、键盘、鼠标）"_s, u"市机关事务管理局"_s, u"设备　盘亏"_s,
                        u"4,500.00"_s}}});
        return {{u"title"_s, u"固定资产清查汇总表：明细"_s}, {u"period"_s, u"基准日：2026-09-30"_s},
            {u"money"_s, u"yuan"_s}, {u"notes"_s, QJsonArray {u"所属单元格：设备　盘亏　金额"_s}},
            {u"columns"_s,
                QJsonArray {column({}, u"序号"_s, u"text"_s, 5), column({}, u"编号"_s, u"text"_s, 18),
                    column({}, u"名称"_s, u"text"_s, 22), column({}, u"单位"_s, u"text"_s, 22),
                    column({}, u"说明"_s, u"text"_s, 20), column({}, u"盘亏金额"_s, u"money"_s, 13)}},
            {u"rows"_s, rows}, {u"row_count"_s, 12},
            {u"totals"_s, QJsonArray {u"合计"_s, u""_s, u""_s, u""_s, u""_s, u"54,000.00"_s}},
            {u"checks"_s,
                QJsonArray {QJsonObject {
                    {u"holds"_s, true}, {u"text"_s, u"各行之和 54,000.00 = 汇总表所列 54,000.00"_s}}}},
            {u"checks_hold"_s, true}};
    }

    /// A report that is a paper.
    QJsonObject paper()
    {
        const QJsonObject table {{u"caption"_s, u"表1　按资产类别"_s},
            {u"columns"_s,
                QJsonArray {
                    QJsonObject {{u"heading"_s, u"资产类别"_s}, {u"width"_s, 22}, {u"number"_s, false}},
                    QJsonObject {{u"heading"_s, u"项数"_s}, {u"width"_s, 7}, {u"number"_s, true}},
                    QJsonObject {{u"heading"_s, u"原值（万元）"_s}, {u"width"_s, 15}, {u"number"_s, true}}}},
            {u"rows"_s,
                QJsonArray {QJsonArray {u"房屋和构筑物"_s, u"12"_s, u"15,201.40"_s},
                    QJsonArray {u"设备"_s, u"207"_s, u"3,417.84"_s},
                    QJsonArray {u"合计"_s, u"219"_s, u"18,619.24"_s}}},
            {u"ends_in_total"_s, true}};
        const QJsonObject chart {{u"caption"_s, u"图1　按资产类别（原值，万元）"_s},
            {u"bars"_s,
                QJsonArray {QJsonObject {{u"name"_s, u"房屋和构筑物"_s}, {u"length"_s, 15201},
                                {u"value"_s, u"15,201.40（81.64%）"_s}},
                    QJsonObject {{u"name"_s, u"设备"_s}, {u"length"_s, 3417},
                        {u"value"_s, u"3,417.84（18.36%）"_s}}}}};
        QJsonObject out = lines();
        out[u"title"_s] = u"闲置资产处置报告"_s;
        out[u"document"_s] = QJsonObject {
            {u"sections"_s,
                QJsonArray {QJsonObject {{u"heading"_s, u"二、底数"_s},
                    {u"paragraphs"_s,
                        QJsonArray {
                            u"截至 2026-09-30，登记为闲置的资产共 219 项，原值 18,619.24 万元，净值 2,579.52 万元[1]；"
                            u"其中房屋、土地面积 84,603.01 ㎡[2]。"_s}},
                    {u"tables"_s, QJsonArray {table}}, {u"charts"_s, QJsonArray {chart}}}}},
            {u"figures"_s,
                QJsonArray {QJsonObject {{u"value"_s, u"219 项，原值 18,619.24 万元，净值 2,579.52 万元"_s},
                                {u"source"_s, u"附表“闲置资产明细”合计行"_s}, {u"cell"_s, u"total@4"_s}},
                    QJsonObject {{u"value"_s, u"84,603.01 ㎡"_s},
                        {u"source"_s, u"附表“闲置资产明细”合计行"_s}, {u"cell"_s, u"total@6"_s}}}}};
        return out;
    }

    /// The summary of a count, with a name too long for its column and a total in the billions.
    QJsonObject summary(bool ties)
    {
        QJsonArray rows {
            row({u"房屋和构筑物"_s, u"61"_s, u"1,203,456,789.90"_s, u"61"_s, u"0"_s, u"0.00"_s, u"100.00%"_s}),
            row({u"　其中：房屋"_s, u"60"_s, u"1,203,356,789.90"_s, u"60"_s, u"0"_s, u"0.00"_s, u"100.00%"_s}, true),
            row({u"设备"_s, u"48,210"_s, u"186,192,400.00"_s, u"46,551"_s, u"12"_s, u"54,000.00"_s, u"96.37%"_s}),
            row({u"　其中：车辆"_s, u"402"_s, u"72,319,800.00"_s, u"402"_s, u"0"_s, u"0.00"_s, u"99.75%"_s}, true),
            row({u"图书和档案"_s, u"9,870"_s, u"1,480,500.00"_s, u"9,802"_s, u"0"_s, u"0.00"_s, u"99.31%"_s}),
            row({u"家具和用具"_s, u"31,004"_s, u"24,803,200.00"_s, u"30,117"_s, u"41"_s, u"32,799.59"_s, u"95.02%"_s}),
        };
        for (int unit = 1; unit <= 40; ++unit)
            rows.push_back(row({u"市机关事务管理局后勤服务中心（含所属幼儿园）第%1分部"_s.arg(unit), u"1,204"_s,
                u"963,200.00"_s, u"1,198"_s, u"0"_s, u"0.00"_s, u"99.50%"_s}));
        const QString book = u"账面数"_s;
        const QString surplus = u"盘盈"_s;
        return {{u"title"_s, u"固定资产清查汇总表"_s}, {u"preparer"_s, u"市机关事务管理局"_s},
            {u"period"_s, u"基准日：2026-09-30"_s}, {u"money"_s, u"yuan"_s},
            {u"notes"_s,
                QJsonArray {u"应报 219 家，实报 217 家；未报：市档案馆（盘点中）、市体育中心（盘点中）"_s}},
            {u"columns"_s,
                QJsonArray {column({}, u"分类"_s, u"text"_s, 24), column(book, u"数量"_s, u"integer"_s, 9),
                    column(book, u"原值"_s, u"money"_s, 17), column(u"实盘数"_s, u"数量"_s, u"integer"_s, 9),
                    column(surplus, u"数量"_s, u"integer"_s, 8), column(surplus, u"金额"_s, u"money"_s, 14),
                    column({}, u"账实相符率"_s, u"percent"_s, 10)}},
            {u"rows"_s, rows}, {u"row_count"_s, 219}, {u"totals_key"_s, u"total"_s},
            {u"totals"_s,
                QJsonArray {u"合计"_s, u"89,145"_s, u"1,415,932,889.90"_s, u"86,531"_s, u"53"_s,
                    u"86,799.59"_s, u"96.37%"_s}},
            {u"checks"_s,
                QJsonArray {QJsonObject {{u"holds"_s, true},
                                {u"text"_s, u"账面数 89,145 = 各项清查结果之和 89,145"_s}},
                    QJsonObject {{u"holds"_s, ties},
                        {u"text"_s,
                            ties ? u"实盘 86,531 = 账面 89,145 − 盘亏 2,614"_s
                                 : u"实盘 86,531 ≠ 账面 89,145 − 盘亏 2,612：相差 2 项"_s}}}},
            {u"checks_hold"_s, ties}};
    }

    /// The archive: of the city, of a unit, one that does not tie, and one that was changed.
    QJsonObject archive()
    {
        const auto kept = [](int id, const QString& title, const QString& reach, const QString& unit,
                              const QString& by, const QString& format) {
            return QJsonObject {{u"id"_s, QString::number(id)}, {u"report"_s, u"yearly"_s},
                {u"title"_s, title}, {u"format"_s, format}, {u"reach"_s, reach}, {u"unit"_s, u"U017"_s},
                {u"unit_name"_s, unit}, {u"checks_hold"_s, id != 3}, {u"scheduled"_s, id == 3},
                {u"made_by"_s, by}, {u"sha256"_s, QString(64, u'a')},
                {u"made_at"_s, u"2026-11-2%1T01:31:22.120Z"_s.arg(9 - id)}};
        };
        const QString unit = u"市机关事务管理局后勤服务中心（含所属幼儿园）第3分部"_s;
        return {{u"kept_reports"_s,
                    QJsonArray {
                        kept(1, u"国有资产年度变动情况表"_s, u"everything"_s, {}, u"zhangsan"_s, u"pdf"_s),
                        kept(2, u"固定资产折旧明细表"_s, u"unit"_s, unit, u"wangli"_s, u"xlsx"_s),
                        kept(3, u"对账表"_s, u"unit_and_subordinates"_s, unit, u"lisi"_s, u"csv"_s),
                        kept(4, u"移交涉案物资登记表"_s, u"department"_s, u"市司法局"_s, u"local:root"_s,
                            u"pdf"_s)}},
            {u"next"_s, QJsonValue()}};
    }

    GalleryPage page(const QString& name, const QString& report, const QStringList& presses = {}, bool ties = true)
    {
        return {name, u"qrc:/qt/qml/Guanwu/Reports/ReportsPage.qml"_s, u"asset_section"_s,
            [report, ties](GalleryWorld& world) {
                FakeCalls& calls = *world.calls;
                calls.on("GET", u"/reports"_s, [](const Call&) { return ok(catalog()); });
                calls.answer("GET", u"/tasks"_s, R"({"tasks":[{"task":"QC2026","name":"2026 年行政事业单位国有资产清查"}]})");
                calls.on("GET", u"/reports/*"_s, [ties](const Call& call) {
                    return ok(call.query.hasQueryItem(u"cell"_s) ? lines() : summary(ties));
                });
                calls.on("GET", u"/reports/idle-disposal"_s, [](const Call& call) {
                    return ok(call.query.hasQueryItem(u"cell"_s) ? lines() : paper());
                });
                calls.answer("GET", u"/yearly-moves/*"_s,
                    R"({"unit_name":"","limit_percent":20,"open":1,"moves":[
{"class":"A02000000","name":"设备","opening_yuan":"186192400.00","closing_yuan":"241002811.20",
"change_percent_x100":2944,"asks_reason":true,"open":false,
"reason":"年内统一更新涉密计算机 4,210 台，政府采购合同 2026-17 号，验收报告 2026-09-30","entered_by":"wangli","entered_at":"2026-11-20T01:31:22.120Z"},
{"class":"A07000000","name":"无形资产","opening_yuan":"0.00","closing_yuan":"9751050.00",
"change_percent_x100":null,"asks_reason":true,"open":true,"reason":null,"entered_by":null,"entered_at":null}]})");
                calls.answer("PUT", u"/yearly-moves/*"_s, {}, 204);
                calls.answer("GET", u"/report-schedules"_s, R"({"schedules":[
{"id":"1","report":"depreciation","format":"pdf","parameters":{},"reach":"everything","unit_name":null,"period":"month",
"due_month":null,"due_day":5,"from":"2026-01-10","made_by":"zhang.san","ended_by":null,
"last_run":{"due_on":"2026-11-05","state":"failed","kept":null,"rule":"books.not_posted",
"problem":"该单位此月尚未计提折旧，请先执行 guanwu depreciate"},
"runs":[{"due_on":"2026-11-05","state":"failed","kept":null,"made_up":false,"rule":"books.not_posted",
"problem":"该单位此月尚未计提折旧，请先执行 guanwu depreciate","at":"2026-11-05T01:00:00.000Z"},
{"due_on":"2026-10-05","state":"done","kept":"7","made_up":true,"rule":null,"problem":null,"at":"2026-10-12T01:00:00.000Z"},
{"due_on":"2026-09-05","state":"missed","kept":null,"made_up":false,"rule":null,"problem":null,"at":"2026-10-12T01:00:00.000Z"},
{"due_on":"2026-08-05","state":"done","kept":"6","made_up":false,"rule":null,"problem":null,"at":"2026-08-05T01:00:00.000Z"}]},
{"id":"2","report":"yearly","format":"xlsx","parameters":{"unit":"U017"},"reach":"unit",
"unit_name":"市机关事务管理局后勤服务中心（含所属幼儿园）第3分部","period":"year","due_month":1,"due_day":20,
"from":"2026-01-10","made_by":"wang.li","ended_by":null,"last_run":null,"runs":[]}]})");
                calls.answer("POST", u"/report-schedules"_s, R"({"id":"3"})", 201);
                calls.on("GET", u"/kept-reports"_s, [](const Call&) { return ok(archive()); });
                calls.answer("GET", u"/kept-reports/*/verification"_s, R"({"holds":true})");
                calls.answer("GET", u"/kept-reports/4/verification"_s, R"({"holds":false})");
                calls.answer("POST", u"/kept-reports"_s, R"({"id":"5","title":"固定资产清查汇总表"})", 201);
                calls.refuse("GET", u"/reports/depreciation"_s, u"books.not_posted"_s,
                    u"2026-10 尚未计提折旧：请先用 guanwu depreciate 或“账务”页计提"_s, 404);
                return QVariantMap {{u"report"_s, report}};
            },
            true, 0, true, presses};
    }

    QJsonObject sumOf(const QString& key, const QString& name, const QString& original, const QString& net)
    {
        return {{key, name}, {u"original_yuan"_s, original}, {u"net_yuan"_s, net}, {u"cards"_s, 1204},
            {u"cell"_s, u"row@5"_s}};
    }

    QJsonObject indicator(
        const QString& token, const QString& name, const QJsonValue& rate, const QString& rule)
    {
        const bool isValue = token == u"efficient_use"_s;
        return {{u"indicator"_s, token}, {u"name"_s, name}, {u"rate"_s, rate}, {u"rule"_s, rule},
            {u"part"_s, isValue ? 108'243'682'091.0 : 50}, {u"whole"_s, isValue ? 126'862'922'091.0 : 60},
            {u"is_value"_s, isValue}, {u"report"_s, u"indicators"_s},
            {u"cell"_s, rate.isNull() ? QJsonValue() : QJsonValue(u"indicator:"_s + token + u"@7"_s)}};
    }

    QJsonObject overview()
    {
        QJsonArray units;
        for (int unit = 20; unit > 0; --unit)
            units.push_back(sumOf(u"name"_s, u"市机关事务管理局后勤服务中心（含所属幼儿园）第%1分部"_s.arg(21 - unit),
                QString::number(unit * 1'500'000) + u".00"_s, QString::number(unit * 400'000) + u".00"_s));
        return {{u"as_of"_s, u"2026-11-28"_s},
            {u"all"_s,
                QJsonObject {{u"cards"_s, 1'060'000}, {u"original_yuan"_s, u"1268629220.91"_s},
                    {u"net_yuan"_s, u"564339652.64"_s}, {u"accumulated_yuan"_s, u"704289568.27"_s}}},
            {u"idle"_s,
                QJsonObject {{u"original_yuan"_s, u"186192400.00"_s}, {u"net_yuan"_s, u"25795162.35"_s}}},
            {u"classes"_s,
                QJsonArray {sumOf(u"name"_s, u"房屋和构筑物"_s, u"820947826.83"_s, u"529124163.61"_s),
                    sumOf(u"name"_s, u"设备"_s, u"386543369.30"_s, u"13739423.39"_s),
                    sumOf(u"name"_s, u"文物和陈列品"_s, u"705702.30"_s, u"705702.30"_s),
                    sumOf(u"name"_s, u"图书和档案"_s, u"3065073.50"_s, u"3065073.50"_s),
                    sumOf(u"name"_s, u"家具和用具"_s, u"47616198.70"_s, u"17563966.82"_s),
                    sumOf(u"name"_s, u"无形资产"_s, u"9751050.00"_s, u"141371.70"_s)}},
            {u"ages"_s,
                QJsonArray {sumOf(u"age"_s, u"3 年以内"_s, u"0.00"_s, u"0.00"_s),
                    sumOf(u"age"_s, u"3 至 6 年"_s, u"71474746.80"_s, u"19658448.19"_s),
                    sumOf(u"age"_s, u"6 至 10 年"_s, u"226867820.17"_s, u"91189635.27"_s),
                    sumOf(u"age"_s, u"10 年以上"_s, u"970286653.66"_s, u"453491617.86"_s)}},
            {u"units"_s, units}, {u"unit_count"_s, 219},
            {u"over_standard"_s, QJsonObject {{u"units"_s, 7}, {u"area_m2"_s, u"412.36"_s}}},
            {u"indicators"_s,
                QJsonArray {
                    indicator(u"clear_title"_s, u"权属清晰"_s, 83.33, u"有现行权证的房屋 ÷ 全部房屋（栋）"_s),
                    indicator(u"sound_allocation"_s, u"配置科学"_s, QJsonValue(),
                        u"经配置单据审核的本年购置资产 ÷ 全部本年购置资产（张卡片）"_s),
                    indicator(u"efficient_use"_s, u"使用高效"_s, 85.32, u"1 − 闲置资产原值 ÷ 全部资产原值"_s),
                    indicator(u"proper_disposal"_s, u"处置规范"_s, 100.0,
                        u"先批准后核销的本年处置 ÷ 全部本年处置（张卡片）"_s),
                    indicator(u"prompt_work"_s, u"保障有力"_s, 7.5, u"未逾期的在办单据 ÷ 全部在办单据"_s)}}};
    }

    GalleryPage overviewPage(const QString& name, bool isThere)
    {
        return {name, u"qrc:/qt/qml/Guanwu/Overview/OverviewPage.qml"_s, u"asset_section"_s,
            [isThere](GalleryWorld& world) {
                world.calls->setOffline(!isThere);
                world.calls->on("GET", u"/overview"_s, [](const Call&) { return ok(overview()); });
                world.calls->on("GET", u"/reports/*"_s, [](const Call&) { return ok(lines()); });
                return QVariantMap();
            }};
    }

} // namespace

std::vector<GalleryPage> reportPages()
{
    const QStringList show {u"showReport"_s};
    return {
        overviewPage(u"overview"_s, true),
        overviewPage(u"overview-offline"_s, false),
        page(u"reports"_s, {}),
        page(u"report-asks"_s, u"inventory-summary"_s),
        page(u"report"_s, u"inventory-summary"_s, show),
        page(u"report-does-not-tie"_s, u"inventory-summary"_s, show, false),
        page(u"report-paper"_s, u"idle-disposal"_s, show),
        page(u"report-figure-lines"_s, u"idle-disposal"_s, {u"showReport"_s, u"figure-1"_s}),
        page(u"report-refused"_s, u"depreciation"_s, show),
        page(u"report-kept"_s, u"inventory-summary"_s, {u"showReport"_s, u"reportFiles?"_s, u"keepReport"_s}),
        page(u"report-reasons"_s, u"yearly"_s, show),
        page(u"report-reason"_s, u"yearly"_s, {u"showReport"_s, u"move-A07000000"_s}),
        page(u"reports-archive"_s, {}, {u"keptReportsRow"_s}),
        page(u"reports-schedule"_s, {}, {u"keptReportsRow"_s, u"addSchedule"_s}),
    };
}

} // namespace guanwu
