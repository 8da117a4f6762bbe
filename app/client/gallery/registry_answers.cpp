#include "app/client/gallery/registry_answers.h"

#include "reports/labels/labels.h"
#include "scanner/tag_symbol.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString name(int index)
    {
        static const QStringList kNames {u"台式计算机"_s, u"便携式计算机（涉密专用，不得连接互联网）"_s,
            u"激光打印机"_s, u"会议桌"_s, u"<b>办公椅</b>&nbsp;<img src=http://example.com/x.png>"_s,
            u"=SUM(A1:A9) 公式名称"_s,
            u"多联式空气调节机组（含室外机三台、室内机十二台及全部冷媒管道与控制线路）"_s, u"档案密集架"_s,
            u"小型普通客车"_s, u"综合办公楼"_s};
        return kNames[index % kNames.size()];
    }

    QString number(int index) { return u"GZ2024%1"_s.arg(index + 1, 6, 10, QChar(u'0')); }

    CallAnswer ok(const QJsonObject& json)
    {
        CallAnswer answer;
        answer.status = 200;
        answer.bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
        answer.etag = u"\"3\""_s;
        return answer;
    }

    CallAnswer page(const Call& call, int cards)
    {
        const QUrlQuery& query = call.query;
        const QString text = query.queryItemValue(u"q"_s, QUrl::FullyDecoded);
        if (text == u"没有"_s)
            return ok({{u"assets"_s, QJsonArray()}, {u"next"_s, QJsonValue()}});
        const int limit = query.queryItemValue(u"limit"_s).toInt();
        const int from = query.queryItemValue(u"after"_s).toInt();
        QJsonArray rows;
        for (int i = from; i < std::min(from + limit, cards); ++i)
            rows.push_back(madeUpCard(i));
        const int next = from + static_cast<int>(rows.size());
        return ok({{u"assets"_s, rows},
            {u"next"_s, next < cards ? QJsonValue(QString::number(next)) : QJsonValue()}});
    }

    /// Something like the picture of a computer on a desk.
    QByteArray deskPhoto()
    {
        QImage picture(640, 480, QImage::Format_RGB32);
        picture.fill(QColor(214, 205, 190));
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.fillRect(0, 330, 640, 150, QColor(146, 104, 66));
        painter.setBrush(QColor(38, 42, 48));
        painter.drawRoundedRect(150, 90, 340, 210, 8, 8);
        painter.fillRect(162, 102, 316, 186, QColor(58, 110, 165));
        painter.fillRect(300, 300, 40, 40, QColor(38, 42, 48));
        painter.drawEllipse(250, 330, 140, 24);
        painter.setBrush(QColor(226, 226, 222));
        painter.drawRoundedRect(170, 380, 300, 60, 6, 6);
        painter.fillRect(400, 250, 70, 32, Qt::white);
        QByteArray out;
        QBuffer file(&out);
        file.open(QIODevice::WriteOnly);
        picture.save(&file, "JPEG", 85);
        return out;
    }

    QJsonObject wholeCard(int index)
    {
        QJsonObject card = madeUpCard(index);
        card[u"department"_s] = u"信息化建设与网络安全管理处"_s;
        card[u"brand"_s] = u"联想"_s;
        card[u"serial_no"_s] = u"SN-88421-0007"_s;
        card[u"quantity"_s] = u"1"_s;
        card[u"value_type"_s] = u"original"_s;
        card[u"acquisition_method"_s] = u"purchase"_s;
        card[u"acquired_on"_s] = u"2022-03-15"_s;
        card[u"booked_state"_s] = u"booked"_s;
        card[u"booked_on"_s] = u"2022-03-31"_s;
        card[u"voucher_no"_s] = u"记-2022-03-0147"_s;
        card[u"depreciation_state"_s] = u"depreciating"_s;
        card[u"depreciation_method"_s] = u"straight_line"_s;
        card[u"life_months"_s] = u"72"_s;
        card[u"public_use"_s] = u"false"_s;
        card[u"use_direction"_s] = u"self"_s;
        card[u"supplier"_s] = u"湖南省政府采购中标供应商怀化市某某信息技术有限责任公司"_s;
        card[u"remark"_s]
            = u"2023年度清查时标签脱落，已补贴；2024年由三楼机房移至四楼，随机配件（键盘、鼠标、显示器各一）齐全。"_s;
        card[u"accumulated_yuan"_s] = u"3888.90"_s;
        card[u"net_yuan"_s] = u"1611.10"_s;
        card[u"revision"_s] = 3;
        return card;
    }

    QJsonObject difference(const QString& field, const QString& before, const QString& after,
        const QString& beforeName = {}, const QString& afterName = {})
    {
        QJsonObject out {{u"field"_s, field}, {u"before"_s, before}, {u"after"_s, after}};
        if (!beforeName.isEmpty()) {
            out[u"before_name"_s] = beforeName;
            out[u"after_name"_s] = afterName;
        }
        return out;
    }

    QJsonObject history()
    {
        const auto event = [](const QString& kind, qint64 at, const QString& actor, const QString& reason,
                               const QJsonArray& fields, const QJsonValue& change) {
            return QJsonObject {{u"id"_s, u"1"_s}, {u"kind"_s, kind}, {u"at_ms"_s, at}, {u"actor"_s, actor},
                {u"reason"_s, reason}, {u"change"_s, change}, {u"fields"_s, fields}};
        };
        return {{u"events"_s,
                    QJsonArray {
                        event(u"changed"_s, 1'764'000'000'000, u"ouyang"_s, u"机房搬迁，整体移交四楼"_s,
                            {difference(u"place"_s, u"F3-301"_s, u"F4-402"_s, u"三楼机房"_s, u"四楼新机房"_s),
                                difference(u"user"_s, u"P0031"_s, u"P0077"_s, u"张三"_s, u"欧阳慕容"_s)},
                            u"77"_s),
                        event(u"changed"_s, 1'732'500'000'000, u"clerk01"_s, {},
                            {difference(u"use_state"_s, u"in_use"_s, u"under_repair"_s),
                                difference(u"remark"_s, {}, u"送修，预计两周"_s)},
                            QJsonValue()),
                        event(u"created"_s, 1'647'300'000'000, u"clerk01"_s, u"新购入账"_s, {}, QJsonValue()),
                    }},
            {u"next"_s, u"1"_s}};
    }

    QJsonObject curve()
    {
        QJsonArray points;
        for (int month = 0; month <= 72; ++month)
            points.push_back(QJsonObject {
                {u"month"_s,
                    u"%1-%2"_s.arg(2022 + (month + 2) / 12).arg((month + 2) % 12 + 1, 2, 10, QChar(u'0'))},
                {u"net_yuan"_s, QString::number(5500.0 * (72 - month) / 72, 'f', 2)}});
        return {{u"points"_s, points}};
    }

    QJsonObject places()
    {
        QJsonArray rows;
        for (int i = 1; i <= 12; ++i)
            rows.push_back(QJsonObject {{u"code"_s, u"F4-4%1"_s.arg(i, 2, 10, QChar(u'0'))},
                {u"name"_s,
                    i == 3 ? u"四楼多功能会议室（原老干部活动中心阅览室）"_s
                           : u"四楼 4%1 室"_s.arg(i, 2, 10, QChar(u'0'))},
                {u"unit"_s, QJsonObject {{u"code"_s, u"U017"_s}, {u"name"_s, u"怀化市机关事务服务中心"_s}}}});
        return {{u"places"_s, rows}, {u"next"_s, u"F4-412"_s}};
    }

} // namespace

QJsonObject madeUpCard(int index)
{
    static const QStringList kStates {
        u"in_use"_s, u"in_use"_s, u"idle"_s, u"under_repair"_s, u"disposal_pending"_s};
    static const QStringList kValues {u"5500.00"_s, u"0.00"_s, u"128650000.50"_s, u"1.00"_s, u"999999.99"_s};
    const bool isBare = index % 7 == 3;
    return {{u"asset_no"_s, number(index)}, {u"tag"_s, number(index) + u'K'}, {u"legacy_no"_s, QJsonValue()},
        {u"name"_s, name(index)},
        {u"model"_s, isBare ? QJsonValue() : QJsonValue(u"ThinkCentre M920t-D137"_s)},
        {u"class_code"_s, u"A02010105"_s}, {u"card_kind"_s, u"equipment"_s}, {u"quantity"_s, 1 + index % 40},
        {u"unit_of_measure"_s, u"台"_s}, {u"original_yuan"_s, kValues[index % kValues.size()]},
        {u"acquired_on"_s, u"2024-03-15"_s}, {u"use_state"_s, kStates[index % kStates.size()]},
        {u"unit"_s, u"U017"_s}, {u"unit_name"_s, u"怀化市机关事务服务中心（市直机关后勤服务中心）"_s},
        {u"department"_s, isBare ? QJsonValue() : QJsonValue(u"信息化处"_s)},
        {u"user"_s, isBare ? QJsonValue() : QJsonValue(u"P0077"_s)},
        {u"user_name"_s, isBare ? QJsonValue() : QJsonValue(u"欧阳慕容·阿不都热合曼"_s)},
        {u"place"_s, isBare ? QJsonValue() : QJsonValue(u"F4-402"_s)},
        {u"place_name"_s, isBare ? QJsonValue() : QJsonValue(u"四楼 402 信息机房"_s)}, {u"revision"_s, 1}};
}

void answerRegistry(FakeCalls& calls, int cards)
{
    calls.answer("GET", u"/label-designs"_s, R"({"designs":[
{"design":"60x40","name":"60×40 标签带"},{"design":"70x30","name":"70×30 标签带"},
{"design":"a4","name":"A4 标签纸 3×8"},{"design":"60x40-code128","name":"60×40 一维码"},
{"design":"70x30-code128","name":"70×30 一维码"},{"design":"a4-code128","name":"A4 一维码 3×8"},
{"design":"a4-large","name":"A4 大标签 1×3"}]})");
    calls.on("GET", u"/assets"_s, [cards](const Call& call) { return page(call, cards); });
    calls.on("GET", u"/assets/*"_s, [](const Call& call) {
        const int index = call.path.right(6).toInt() - 1;
        return ok(wholeCard(std::max(0, index)));
    });
    calls.on("GET", u"/assets/*/label.png"_s, [](const Call& call) {
        const AssetTag tag = AssetTag::of(AssetNo::parse("GZ2024000001").value());
        const QString asked = call.query.queryItemValue(u"design"_s);
        const QString design = asked.isEmpty() ? u"60x40"_s : asked;
        const bool isBars = design.endsWith("code128"_L1);
        const TagLabel label {tag.text(), "后勤服务中心", "台式计算机", "办公室", "2022-03-15",
            "四楼 402 信息机房", isBars ? barSymbol(tag.text()) : tagSymbol(tag)};
        const auto png = labelPng(label, labelDesign(design.toStdString())).value();
        return CallAnswer {200, QByteArray(png.data(), qsizetype(png.size())), {}, {}, {}};
    });
    calls.on("GET", u"/assets/*/history"_s, [](const Call&) { return ok(history()); });
    calls.on("GET", u"/assets/*/value-curve"_s, [](const Call&) { return ok(curve()); });
    calls.on("GET", u"/places"_s, [](const Call&) { return ok(places()); });
    calls.answer("GET", u"/class-codes"_s,
        R"({"class_codes":[
            {"code":"A02010000","name_zh":"信息化设备","usable":false},
            {"code":"A02010104","name_zh":"服务器","unit_of_measure":"台","usable":true},
            {"code":"A02010105","name_zh":"台式计算机","unit_of_measure":"台","usable":true},
            {"code":"A02010108","name_zh":"便携式计算机","unit_of_measure":"台","usable":true},
            {"code":"A02020100","name_zh":"复印机（含数码复合机、彩色复印机及工程图纸复印机等静电复印设备）","unit_of_measure":"台","usable":true},
            {"code":"A05010201","name_zh":"办公桌","unit_of_measure":"张","usable":true}],"next":"A05010201"})");
    calls.answer("GET", u"/class-suggestions"_s,
        R"({"suggestions":[
            {"class_code":"A02020400","class_name":"多功能一体机"},
            {"class_code":"A02020100","class_name":"复印机"},
            {"class_code":"A02021003","class_name":"A4彩色打印机"},
            {"class_code":"A02021118","class_name":"扫描仪"}]})");
    calls.answer("GET", u"/assets/*/attachments"_s,
        R"({"attachments":[{"hash":"aa","type":"image/png","bytes":182044},{"hash":"bb","type":"application/pdf","bytes":90111}]})");
    calls.on("GET", u"/attachments/*"_s, [](const Call&) {
        return CallAnswer {200, deskPhoto(), {}, {}, {}};
    });
    calls.answer("POST", u"/asset-changes/preview"_s,
        R"({"changing":126,"unchanged":1,"refused":1,"digest":"d","shown":[
            {"asset_no":"GZ2024000001","name":"台式计算机","fields":[{"field":"place","before":"F3-301","before_name":"三楼机房","after":"F4-402","after_name":"四楼新机房"},{"field":"use_state","before":"under_repair","after":"in_use"}]},
            {"asset_no":"GZ2024000002","name":"便携式计算机（涉密专用，不得连接互联网，不得带出保密室，使用须登记）","fields":[{"field":"place","before":null,"after":"F4-402","after_name":"四楼新机房"}]}],
            "refusals":[{"asset_no":"GZ2024000009","code":"card.state_needs_document","message":"待处置的资产须凭批复文件变更使用状况"}]})");
    calls.answer("POST", u"/imports"_s,
        R"({"batch":null,"dry_run":true,"rows":40,"accepted":0,"errors":3,"warnings":1,"problem_count":4,"problems":[
            {"severity":"error","row":4,"column":"原值","value":"三千元","code":"money.syntax","message":"金额只能写数字，最多两位小数"},
            {"severity":"error","row":7,"column":"资产分类代码","value":"A02010104999","code":"class.unknown","message":"分类代码不在 GB/T 14885-2022 中，请核对版本"},
            {"severity":"error","row":12,"column":"取得日期","value":"2026/13/01","code":"date.syntax","message":"日期应写作 年-月-日"},
            {"severity":"warning","row":15,"column":"使用人","value":"王五","code":"person.same_name","message":"有两位同名人员，已按部门选定"}]})");
}

void answerAdministration(FakeCalls& calls)
{
    calls.answer("GET", u"/devices"_s,
        R"({"devices":[
            {"device":"7182736450001","name":"后勤服务中心三号手持终端（地下车库、配电房专用）","offered_by":"system","enrolled_at":"2026-11-02T01:20:00.000Z","revoked_at":null},
            {"device":"7182736450002","name":"财务处一号","offered_by":"system","enrolled_at":"2026-10-12T08:00:00.000Z","revoked_at":"2026-11-20T03:00:00.000Z"},
            {"device":"7182736450003","name":"<b>四楼</b>","offered_by":"system","enrolled_at":"2026-11-27T06:30:00.000Z","revoked_at":null}]})");
    calls.answer("GET", u"/audit"_s,
        R"({"entries":[
            {"entry":"7182736450000009","at":"2026-11-28T09:41:07.512Z","actor":"officer07","source":"10.12.3.44","request":"4b1f0c22-9e0e-4c6a-9d53-1f4f5f0a7a10","action":"change_card","object":"assets/TY2022000731","objects":1,"outcome":"done","rule":null,"before":"sm3:1f7ac04e5bb29f1d0a3c6e8d7b52940cfe61a8d3","after":"sm3:9c02b5e1f6a84d7733be10c95a2d8f4e6071cb38"},
            {"entry":"7182736450000008","at":"2026-11-28T09:40:55.003Z","actor":"<b>root</b>","source":"203.0.113.9","request":"e2a6f9c1-6c0b-4f34-8a3e-0d6f8b1c2a77","action":"log_in","object":"sessions","objects":0,"outcome":"refused","rule":"access.locked","before":null,"after":null},
            {"entry":"7182736450000007","at":"2026-11-28T09:12:00.000Z","actor":"ouyang","source":"device:7182736450001","request":"0f6d1c3e-3a52-4d0f-8f7e-2b9c4a1d6e55","action":"send_events","object":"tasks/1/sheets/U017","objects":4821,"outcome":"done","rule":null,"before":null,"after":null},
            {"entry":"7182736450000006","at":"2026-11-27T17:03:11.250Z","actor":"local:asset-office-night-maintenance-account","source":"local","request":"c7b3a9d0-1e44-4b2b-9a6f-5d8e7f6a4b33","action":"import","object":"imports/2026-11-27 全市事业单位固定资产清查明细表（第三批）.xlsx","objects":128440,"outcome":"done","rule":null,"before":null,"after":null}],
            "next":null})");
    calls.answer("POST", u"/enrolments"_s,
        R"({"enrolment":"GWE1|https://assets.example.gov.cn:8443|J7KQ-5WMZ-2HXC-9TBV|9b1f6d3c0a5e48827f1c4e9a6b3d2f70d1c85a947be04f36a2c91e857d60b3fa"})");
    calls.answer("GET", u"/accounts"_s,
        R"({"accounts":[
            {"login":"system","name":"系统管理员","role":"system_administrator","unit":null,"department":null,"disabled":false},
            {"login":"ouyang","name":"欧阳慕容·阿不都热合曼","role":"unit_clerk","unit":"U017","department":null,"disabled":false},
            {"login":"dept07","name":"李四","role":"department_clerk","unit":"U017","department":"信息化建设与网络安全管理处","disabled":false},
            {"login":"old-clerk","name":"王五","role":"unit_clerk","unit":"U003","department":null,"disabled":true},
            {"login":"fresh","name":"新来的","role":null,"unit":null,"department":null,"disabled":false}]})");
}

QByteArray madeUpTable()
{
    QByteArray out
        = "单位,资产分类代码,资产名称,规格型号,数量,原值,取得方式,取得日期,使用部门,使用人,存放地点\r\n";
    for (int row = 2; row <= 41; ++row) {
        const QByteArray value = row == 4 ? "三千元" : "5500.00";
        const QByteArray code = row == 7 ? "A02010104999" : "A02010105";
        const QByteArray day = row == 12 ? "2026/13/01" : "2026-03-15";
        out += "U017," + code + ",台式计算机,ThinkCentre M920t,1," + value + ",购置," + day
            + ",信息化建设与网络安全管理处," + (row == 15 ? "王五" : "欧阳慕容") + ",四楼 402 信息机房\r\n";
    }
    return out;
}

} // namespace guanwu
