#include "app/client/gallery/books_answers.h"

#include "app/client/gallery/life_answers.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    const QJsonValue kNull;

    QJsonObject month(int back)
    {
        const int number = 2026 * 12 + 9 - back;
        const QString name = u"%1-%2"_s.arg(number / 12).arg(number % 12 + 1, 2, 10, QChar(u'0'));
        const bool ties = back != 3;
        return {{u"month"_s, name}, {u"cards"_s, 18432 - back * 11}, {u"quantity"_s, 20117 - back * 12},
            {u"original_yuan"_s, u"1284577832.45"_s}, {u"taken_yuan"_s, u"4120776.13"_s},
            {u"accumulated_yuan"_s, u"397507833.61"_s}, {u"net_yuan"_s, u"887069998.84"_s},
            {u"added_cards"_s, back % 3 ? 0 : 41}, {u"added_before_yuan"_s, u"126000.00"_s},
            {u"removed_cards"_s, back % 4 ? 0 : 12}, {u"removed_accumulated_yuan"_s, u"88341.20"_s},
            {u"ties"_s, ties}, {u"difference_yuan"_s, ties ? u"0.00"_s : u"0.01"_s},
            {u"posted_by"_s, u"finance01"_s}};
    }

    QJsonObject account(const char* number, const QString& name)
    {
        return {{u"account"_s, QLatin1StringView(number)}, {u"name"_s, name}};
    }

    QJsonObject wholeMonth(int back)
    {
        QJsonObject out = month(back);
        const struct {
            QString code, name, edition, taken;
        } classes[] {{u"A01010101"_s, u"党政机关办公用房"_s, u"2022"_s, u"2057613.00"_s},
            {u"A02010105"_s, u"台式计算机"_s, u"2022"_s, u"1312400.10"_s},
            {u"A02030501"_s, u"轿车"_s, u"2022"_s, u"410772.92"_s},
            {u"A04010101"_s, u"普通图书"_s, u"2022"_s, u"0.00"_s},
            {u"A05010201"_s, u"办公桌"_s, u"2022"_s, u"339990.11"_s},
            {u"2030102"_s, QString(), u"2010"_s, u"0.00"_s}};
        QJsonArray rows;
        int key = 100;
        for (const auto& one : classes)
            rows.push_back(QJsonObject {{u"class_key"_s, QString::number(++key)},
                {u"class_edition"_s, one.edition}, {u"class_code"_s, one.code},
                {u"class_name"_s, one.name.isEmpty() ? kNull : QJsonValue(one.name)}, {u"cards"_s, 3072},
                {u"quantity"_s, 3100}, {u"original_yuan"_s, u"214096305.41"_s}, {u"taken_yuan"_s, one.taken},
                {u"accumulated_yuan"_s, u"66251305.60"_s}, {u"net_yuan"_s, u"147844999.81"_s}});
        out[u"classes"_s] = rows;
        QJsonArray voucher;
        for (const auto& [name, taken] : {std::pair {u"房屋和构筑物"_s, u"2057613.00"_s},
                 {u"设备"_s, u"1723173.02"_s}, {u"家具和用具"_s, u"339990.11"_s}})
            voucher.push_back(QJsonObject {{u"class_code"_s, u"A02000000"_s}, {u"class_name"_s, name},
                {u"debit"_s, account("5001", u"业务活动费用"_s)},
                {u"credit"_s, account("1602", u"固定资产累计折旧"_s)}, {u"amount_yuan"_s, taken}});
        out[u"voucher"_s] = voucher;
        return out;
    }

    QJsonObject line(int i)
    {
        static const QStringList names {u"台式计算机"_s,
            u"A3彩色数码多功能一体机（带自动双面输稿器及大容量纸盒）"_s,
            u"业务技术用房（老办公楼三至五层）"_s};
        static const QStringList standings {u"depreciating"_s, u"finished"_s, u"never"_s, u"stopped"_s};
        return {{u"asset_no"_s, u"TY2018%1"_s.arg(20 + i, 6, 10, QChar(u'0'))}, {u"name"_s, names[i % 3]},
            {u"department"_s, i % 2 ? QJsonValue(u"办公室"_s) : kNull}, {u"class_key"_s, u"101"_s},
            {u"class_edition"_s, u"2022"_s}, {u"class_code"_s, u"A02010105"_s},
            {u"class_name"_s, u"台式计算机"_s}, {u"quantity"_s, 1},
            {u"original_yuan"_s, i % 3 == 2 ? u"12345678.90"_s : u"5000.00"_s},
            {u"life_months"_s, i % 4 == 2 ? kNull : QJsonValue(72)},
            {u"months_taken"_s, i % 4 == 2 ? kNull : QJsonValue(57)},
            {u"taken_yuan"_s, i % 4 ? u"0.00"_s : u"69.44"_s}, {u"accumulated_yuan"_s, u"3958.08"_s},
            {u"net_yuan"_s, u"1041.92"_s}, {u"standing"_s, standings[i % 4]}};
    }

    QJsonObject item(const QString& id, const QString& side, const QString& amount, const QString& reason,
        const QString& asset, const QString& note)
    {
        const bool isEntered = !id.isEmpty();
        return {{u"id"_s, isEntered ? QJsonValue(id) : kNull}, {u"side"_s, side}, {u"amount"_s, amount},
            {u"reason"_s, reason}, {u"reason_name"_s, u"原因"_s},
            {u"asset_no"_s, asset.isEmpty() ? kNull : QJsonValue(asset)},
            {u"note"_s, note.isEmpty() ? kNull : QJsonValue(note)},
            {u"adjustment_no"_s, isEntered ? QJsonValue(u"调-2026-018"_s) : kNull},
            {u"done_on"_s, isEntered ? QJsonValue(u"2026-11-20"_s) : kNull},
            {u"actor"_s, isEntered ? QJsonValue(u"finance01"_s) : kNull}};
    }

    QJsonObject compared(const QString& code, const QString& name, const QString& account,
        const QString& ledger, const QString& cards)
    {
        return {{u"class"_s, code}, {u"name"_s, name}, {u"account"_s, account}, {u"ledger_yuan"_s, ledger},
            {u"detail_yuan"_s, kNull}, {u"cards_yuan"_s, cards}, {u"objects_yuan"_s, kNull},
            {u"card_area_m2"_s, kNull}, {u"title_area_m2"_s, kNull},
            {u"differences"_s, QJsonObject {{u"a-c"_s, u"0.00"_s}}}, {u"items"_s, QJsonArray()},
            {u"unexplained"_s, QJsonObject()}};
    }

    QJsonArray reconciled(bool passes)
    {
        QJsonObject estate
            = compared(u"A01000000"_s, u"房屋和构筑物"_s, u"1601"_s, u"845678300.90"_s, u"845678300.90"_s);
        estate[u"detail_yuan"_s] = u"845678300.90"_s;
        estate[u"objects_yuan"_s] = u"845678300.90"_s;
        estate[u"card_area_m2"_s] = u"128450.20"_s;
        estate[u"title_area_m2"_s] = u"128130.20"_s;
        estate[u"differences"_s] = QJsonObject {{u"a-b"_s, u"0.00"_s}, {u"b-c"_s, u"0.00"_s},
            {u"a-c"_s, u"0.00"_s}, {u"c-d"_s, u"0.00"_s}, {u"c-e"_s, u"320.00"_s}};
        estate[u"items"_s] = QJsonArray {item(u"7"_s, u"c-e"_s, u"320.00"_s, u"area_survey"_s,
            u"FW2010000001"_s, u"加层部分未办变更登记，测绘报告 2026-113"_s)};
        QJsonObject things = compared(u"A02000000"_s, u"设备"_s, u"1601"_s, u"233999.00"_s, u"219199.00"_s);
        things[u"objects_yuan"_s] = u"212399.00"_s;
        things[u"differences"_s] = QJsonObject {{u"a-c"_s, u"14800.00"_s}, {u"c-d"_s, u"6800.00"_s}};
        QJsonArray items {item(u"8"_s, u"a-c"_s, u"9800.00"_s, u"booked_without_card"_s, {}, {}),
            item({}, u"c-d"_s, u"6800.00"_s, u"later_movement"_s, u"TY2021000007"_s, u"盘亏，待处理"_s)};
        if (passes)
            items.push_back(
                item(u"9"_s, u"a-c"_s, u"5000.00"_s, u"other"_s, {}, u"预付设备款误记 1601，已更正"_s));
        else
            things[u"unexplained"_s] = QJsonObject {{u"a-c"_s, u"5000.00"_s}};
        things[u"items"_s] = items;
        QJsonObject taken = compared(u"A02000000"_s, u"设备"_s, u"1602"_s, u"51401.54"_s, u"51401.54"_s);
        return {estate,
            compared(u"A01000000"_s, u"房屋和构筑物"_s, u"1602"_s, u"304526.72"_s, u"304526.72"_s), things,
            taken, compared(u"A05000000"_s, u"家具和用具"_s, u"1601"_s, u"2299.99"_s, u"2299.99"_s),
            compared(QString(), u"全部类别"_s, u"1613"_s, u"12000000.00"_s, u"12000000.00"_s)};
    }

    QJsonObject figures(int quantity, const QString& yuan)
    {
        return {{u"quantity"_s, quantity}, {u"original_yuan"_s, yuan}};
    }

    QByteArray movements()
    {
        return bytes({{u"ties"_s, true},
            {u"classes"_s,
                QJsonArray {QJsonObject {{u"class_code"_s, u"A02000000"_s}, {u"class_name"_s, u"设备"_s},
                                {u"opening"_s, figures(1204, u"10480220.00"_s)},
                                {u"moved"_s,
                                    QJsonObject {{u"purchase"_s, figures(12, u"60000.00"_s)},
                                        {u"transfer_in"_s, figures(2, u"9000.00"_s)},
                                        {u"scrap"_s, figures(7, u"31200.00"_s)},
                                        {u"shortage"_s, figures(1, u"6800.00"_s)}}},
                                {u"closing"_s, figures(1210, u"10511220.00"_s)},
                                {u"expected"_s, figures(1210, u"10511220.00"_s)}, {u"ties"_s, true}},
                    QJsonObject {{u"class_code"_s, u"A05000000"_s}, {u"class_name"_s, u"家具和用具"_s},
                        {u"opening"_s, figures(310, u"188400.00"_s)}, {u"moved"_s, QJsonObject()},
                        {u"closing"_s, figures(310, u"188400.00"_s)},
                        {u"expected"_s, figures(310, u"188400.00"_s)}, {u"ties"_s, true}},
                    QJsonObject {{u"class_code"_s, kNull}, {u"class_name"_s, u"旧版分类"_s},
                        {u"opening"_s, figures(3, u"47000.00"_s)},
                        {u"moved"_s, QJsonObject {{u"other_decrease"_s, figures(3, u"47000.00"_s)}}},
                        {u"closing"_s, figures(0, u"0.00"_s)}, {u"expected"_s, figures(0, u"0.00"_s)},
                        {u"ties"_s, true}}}}});
    }

    QJsonObject suggestion(
        const QString& code, const QString& name, int score, const QString& reason, bool fits)
    {
        return {{u"class_code"_s, code}, {u"class_name"_s, name}, {u"score"_s, score},
            {u"reason"_s, u"word"_s}, {u"reason_name"_s, reason}, {u"fits_old_class"_s, fits},
            {u"source"_s, kNull}};
    }

    QJsonObject olderCard(int i)
    {
        static const QStringList names {
            u"大型普通客车（39座，含车载卫星定位终端）"_s, u"电脑"_s, u"一件说不清名称的旧物"_s};
        QJsonArray suggestions;
        if (i % 3 == 0)
            suggestions = {suggestion(u"A02030599"_s, u"其他乘用车"_s, 72, u"旧版分类的对应大类"_s, true),
                suggestion(u"A02030601"_s, u"客车"_s, 70, u"名称中含分类名称"_s, true),
                suggestion(u"A02031001"_s, u"铁路客车"_s, 41, u"分类名称中含资产名称"_s, false)};
        if (i % 3 == 1)
            suggestions = {suggestion(u"A02010105"_s, u"台式计算机"_s, 90, u"常用名称"_s, true)};
        return {{u"asset_no"_s, u"CL2009%1"_s.arg(i + 1, 6, 10, QChar(u'0'))}, {u"name"_s, names[i % 3]},
            {u"class_edition"_s, u"2010"_s}, {u"class_code"_s, i % 3 == 0 ? u"2030102"_s : u"2010104"_s},
            {u"document"_s, i % 5 == 4 ? QJsonValue(u"BG-U001-2026-0011"_s) : kNull},
            {u"suggestions"_s, suggestions}};
    }

} // namespace

QByteArray passingReconciliation()
{
    return bytes({{u"lines"_s, reconciled(true)}, {u"unexplained"_s, 0}, {u"passes"_s, true}});
}

void answerBooks(FakeCalls& calls)
{
    answerLife(calls);
    QJsonArray months;
    for (int back = 0; back < 14; ++back) {
        months.push_back(month(back));
        calls.answer(
            "GET", u"/units/*/depreciation/"_s + month(back)[u"month"_s].toString(), bytes(wholeMonth(back)));
    }
    calls.answer("GET", u"/units/*/depreciation"_s, bytes({{u"months"_s, months}, {u"next"_s, kNull}}));
    QJsonArray lines;
    for (int i = 0; i < 60; ++i)
        lines.push_back(line(i));
    calls.answer("GET", u"/units/*/depreciation/*/lines"_s, bytes({{u"lines"_s, lines}, {u"next"_s, kNull}}));
    QJsonArray plan;
    for (int i = 0; i < 23; ++i)
        plan.push_back(QJsonObject {{u"unit"_s, u"U%1"_s.arg(i + 1, 3, 10, QChar(u'0'))},
            {u"name"_s,
                i ? u"怀化市第%1中学"_s.arg(i)
                  : u"怀化市公安局交通警察支队高速公路管理大队（含沅陵、溆浦两中队）"_s},
            {u"from"_s, i % 2 ? u"2026-10"_s : u"2026-08"_s}, {u"through"_s, u"2026-10"_s},
            {u"opens"_s, i == 4}});
    calls.answer("POST", u"/depreciation/preview"_s, bytes({{u"units"_s, plan}}));
    calls.answer("POST", u"/depreciation"_s, R"({"posted":10,"ties":true,"months":[]})");
    calls.answer("GET", u"/units/*/reconciliation/*"_s,
        bytes({{u"lines"_s, reconciled(false)}, {u"unexplained"_s, 1}, {u"passes"_s, false}}));
    calls.answer("POST", u"/units/*/reconciliation/*/items"_s, R"({"id":"11"})", 201);
    calls.answer("DELETE", u"/units/*/reconciliation/*/items/*"_s, "", 204);
    QJsonArray units;
    for (int i = 0; i < 23; ++i) {
        QJsonObject unit = plan[i].toObject();
        units.push_back(
            QJsonObject {{u"unit"_s, unit[u"unit"_s]}, {u"name"_s, unit[u"name"_s]}, {u"lines"_s, 14},
                {u"items"_s, i % 5}, {u"unexplained"_s, i % 4 ? 0 : i / 4 + 1}, {u"passes"_s, i % 4 != 0}});
    }
    calls.answer("GET", u"/reconciliations"_s, bytes({{u"units"_s, units}, {u"next"_s, kNull}}));
    calls.answer("GET", u"/units/*/movements/*"_s, movements());
    QJsonArray cards;
    for (int i = 0; i < 37; ++i)
        cards.push_back(olderCard(i));
    calls.answer("GET", u"/units/*/recoding"_s, bytes({{u"cards"_s, cards}, {u"next"_s, kNull}}));
    calls.answer("GET", u"/tasks"_s,
        R"({"tasks":[{"task":"QC2026","name":"2026 年资产清查","state":"frozen"}],"next":null})");
}

QByteArray madeUpLedger()
{
    QByteArray out = "单位,月份,科目,资产分类,余额\r\n";
    for (int row = 2; row <= 25; ++row) {
        const QByteArray unit = row == 5 ? "U999" : "U0" + QByteArray::number(row + 10);
        const QByteArray balance = row == 9 ? "一百万元" : QByteArray::number(row * 118'240) + ".50";
        out += unit + ",2026-10," + (row % 2 ? "1601" : "1602") + ",A02," + balance + "\r\n";
    }
    return out;
}

QByteArray wrongLedger()
{
    return R"({"batch":null,"dry_run":true,"rows":24,"accepted":0,"errors":2,"warnings":0,"problem_count":2,"problems":[
        {"severity":"error","row":5,"column":"单位","value":"U999","code":"unit.not_found","message":"没有代码为 U999 的单位"},
        {"severity":"error","row":9,"column":"余额","value":"一百万元","code":"money.syntax","message":"金额只能写数字，最多两位小数"}]})";
}

} // namespace guanwu
