#include "app/client/gallery/life_answers.h"

#include "app/client/gallery/document_answers.h"
#include "core/registers/register_type.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString day(int from) { return QDate::currentDate().addDays(from).toString(Qt::ISODate); }
    const QString kLongUnit = u"怀化市公安局交通警察支队高速公路管理大队（含沅陵、溆浦两中队）"_s;

    QJsonObject idleThing(int i)
    {
        static const QStringList names {u"台式计算机"_s,
            u"A3彩色数码多功能一体机（带自动双面输稿器及大容量纸盒）"_s,
            u"业务技术用房（老办公楼三至五层）"_s, u"会议桌"_s};
        static const QStringList ways {
            u"reallocate"_s, u"undecided"_s, u"inject_city_investment"_s, u"scrap"_s};
        const QJsonObject note {{u"reason"_s, i % 2 ? u"replaced"_s : u"unit_reformed"_s},
            {u"condition"_s, u"good"_s}, {u"way"_s, ways[i % 4]},
            {u"expected_income_yuan"_s, i % 4 == 2 ? QJsonValue(u"1250000.00"_s) : QJsonValue()},
            {u"measure"_s, u"与市档案馆对接调剂事宜，对方正在核实库房承重与消防条件"_s},
            {u"responsible"_s, u"张晓明"_s}, {u"due_on"_s, day(i * 6 - 9)}};
        return {{u"asset_no"_s, u"TY2018%1"_s.arg(20 + i, 6, 10, QChar(u'0'))},
            {u"name"_s, names[i % names.size()]}, {u"class_code"_s, u"A02010105"_s},
            {u"model"_s, i % 3 ? QJsonValue(u"启天 M455"_s) : QJsonValue()},
            {u"unit"_s, i % 3 == 0 ? u"U017"_s : u"U002"_s},
            {u"unit_name"_s, i % 3 == 0 ? kLongUnit : u"怀化市档案馆"_s},
            {u"location"_s, u"七号楼一层102室（仓库）"_s}, {u"quantity"_s, 1},
            {u"original_yuan"_s, u"5480.00"_s}, {u"net_yuan"_s, i % 4 == 2 ? u"12800000.00"_s : u"0.00"_s},
            {u"idle_since"_s, u"2025-03-01"_s}, {u"idle_months"_s, 20 - i % 18},
            {u"term_passed"_s, i % 3 != 2}, {u"note"_s, i % 5 == 4 ? QJsonValue() : QJsonValue(note)}};
    }

    QJsonObject lease(int i)
    {
        return {{u"lease"_s, QString::number(i + 1)}, {u"contract_no"_s, u"怀机租〔2025〕%1号"_s.arg(i + 3)},
            {u"kind"_s, i % 4 == 3 ? u"loan"_s : u"lease"_s}, {u"unit"_s, u"U017"_s},
            {u"unit_name"_s, kLongUnit},
            {u"counterparty"_s, i % 2 ? u"怀化市鹤城区某餐饮管理有限责任公司（个人独资）"_s : u"向某某"_s},
            {u"telephone"_s, u"0745-1234567"_s}, {u"approval_no"_s, u"怀机管资〔2025〕12号"_s},
            {u"approved_on"_s, u"2025-02-20"_s}, {u"from"_s, u"2025-03-01"_s}, {u"to"_s, day(40 + i)},
            {u"rent_yuan"_s, i % 4 == 3 ? u"0.00"_s : u"36000.00"_s}, {u"period"_s, u"quarter"_s},
            {u"due_day"_s, 10}, {u"state"_s, i == 5 ? u"ended"_s : u"running"_s},
            {u"ended_on"_s, QJsonValue()}, {u"remark"_s, QJsonValue()}, {u"due_yuan"_s, u"252000.00"_s},
            {u"paid_yuan"_s, i % 2 ? u"144000.00"_s : u"252000.00"_s},
            {u"overdue_yuan"_s, i % 2 ? u"72000.00"_s : u"0.00"_s}};
    }

    QJsonObject wholeLease()
    {
        QJsonObject out = lease(1);
        out[u"assets"_s] = QJsonArray {QJsonObject {{u"asset_no"_s, u"FW2009000004"_s},
            {u"name"_s, u"老办公楼一层临街门面（含地下储藏间，共四间）"_s}}};
        QJsonArray rent;
        for (int i = 0; i < 7; ++i) {
            const bool isPaid = i < 4;
            rent.push_back(QJsonObject {{u"no"_s, i + 1}, {u"from"_s, day(-600 + i * 91)},
                {u"to"_s, day(-510 + i * 91)}, {u"due_on"_s, day(-590 + i * 91 + (i > 4 ? 60 : 0))},
                {u"due_yuan"_s, u"36000.00"_s}, {u"paid_yuan"_s, isPaid ? u"36000.00"_s : u"0.00"_s},
                {u"gap_yuan"_s, isPaid ? u"0.00"_s : u"36000.00"_s},
                {u"paid_on"_s, isPaid ? QJsonValue(day(-585 + i * 91)) : QJsonValue()},
                {u"voucher_no"_s, isPaid ? QJsonValue(u"记-%1"_s.arg(210 + i)) : QJsonValue()},
                {u"overdue"_s, i == 4 || i == 5}});
        }
        out[u"rent"_s] = rent;
        return out;
    }

    QString text(std::string_view one)
    {
        return QString::fromUtf8(one.data(), static_cast<qsizetype>(one.size()));
    }

    QJsonArray listOf(std::string_view names)
    {
        QJsonArray out;
        for (const QString& one : text(names).split(u'|', Qt::SkipEmptyParts))
            out.push_back(one);
        return out;
    }

    QString valueName(RegisterValue value)
    {
        switch (value) {
        case RegisterValue::Whole:
            return u"whole"_s;
        case RegisterValue::Money:
            return u"money"_s;
        case RegisterValue::Area:
            return u"area"_s;
        case RegisterValue::Date:
            return u"date"_s;
        case RegisterValue::YesNo:
            return u"yes_no"_s;
        case RegisterValue::Choice:
            return u"choice"_s;
        case RegisterValue::Digests:
            return u"digests"_s;
        case RegisterValue::Asset:
            return u"asset"_s;
        default:
            return u"text"_s;
        }
    }

    /// The types as the server tells them, out of the same tables.
    QJsonObject typeJson(const RegisterType& type)
    {
        QJsonArray fields;
        for (const RegisterField& field : type.fields) {
            QJsonArray choices;
            for (const RegisterChoice& one : field.choices)
                choices.push_back(QJsonObject {{u"token"_s, text(one.token)},
                    {u"name_zh"_s, text(one.nameZh)}, {u"name_en"_s, text(one.nameEn)}});
            fields.push_back(QJsonObject {{u"token"_s, text(field.token)}, {u"name_zh"_s, text(field.nameZh)},
                {u"name_en"_s, text(field.nameEn)}, {u"value"_s, valueName(field.value)},
                {u"use"_s,
                    field.use == FieldUse::Free         ? u"free"_s
                        : field.use == FieldUse::First  ? u"first"_s
                        : field.use == FieldUse::ByStep ? u"by_step"_s
                                                        : u"computed"_s},
                {u"required"_s, field.isRequired}, {u"choices"_s, choices}});
        }
        QJsonArray states;
        for (const RegisterState& state : type.states)
            states.push_back(QJsonObject {{u"token"_s, text(state.token)}, {u"name_zh"_s, text(state.nameZh)},
                {u"name_en"_s, text(state.nameEn)}});
        QJsonArray steps;
        for (const RegisterStep& step : type.steps)
            steps.push_back(QJsonObject {{u"token"_s, text(step.token)}, {u"name_zh"_s, text(step.nameZh)},
                {u"name_en"_s, text(step.nameEn)}, {u"from"_s, listOf(step.from)}, {u"to"_s, text(step.to)},
                {u"needs"_s, listOf(step.needs)}, {u"takes"_s, listOf(step.takes)}});
        return {{u"register"_s, text(tokenRow(kRegisterKinds, type.kind).token)},
            {u"type"_s, text(type.token)}, {u"name_zh"_s, text(type.nameZh)},
            {u"name_en"_s, text(type.nameEn)},
            {u"parent"_s, type.parent.empty() ? QJsonValue() : QJsonValue(text(type.parent))},
            {u"fields"_s, fields}, {u"states"_s, states}, {u"steps"_s, steps}};
    }

    const RegisterType* findType(const QString& kind, const QString& token)
    {
        for (const RegisterType& type : registerTypes())
            if ((token.isEmpty() || text(type.token) == token)
                && text(tokenRow(kRegisterKinds, type.kind).token) == kind)
                return &type;
        return nullptr;
    }

    /// What somebody may have written into a field, some of it awkwardly long.
    QString wordsOf(RegisterKind kind, const QString& token, int i)
    {
        static const QHash<QString, QString> words {{u"case_no"_s, u"***"_s},
            {u"asset_no"_s, u"TY2018000417"_s}, {u"unit_of_measure"_s, u"件"_s}, {u"area_m2"_s, u"86.40"_s},
            {u"building_m2"_s, u"6412.50"_s}, {u"address"_s, u"鹤城区迎丰中路 118 号"_s},
            {u"holder"_s, u"怀化市档案馆"_s}, {u"graded_by"_s, u"怀化市房屋安全鉴定站"_s},
            {u"giver"_s, u"友好城市代表团"_s}, {u"occasion"_s, u"经贸洽谈会"_s},
            {u"custody_place"_s, u"二号楼一层 102 库"_s}, {u"place"_s, u"二号楼一层 102 库"_s},
            {u"model"_s, u"2022 款 1.8T"_s}, {u"vin"_s, u"LSVAB2180N2000417"_s},
            {u"measure"_s, u"更换老化线路，加装漏电保护"_s}, {u"description"_s, u"右下角有轻微磕碰"_s},
            {u"remark"_s, u"已与经办人当面核对"_s}};
        static const QStringList names {u"大众帕萨特轿车"_s, u"茶具"_s, u"玉石摆件"_s,
            u"迎丰路周转房 3 栋 2 单元 501"_s, u"移动硬盘（2 TB）"_s, u"综合办公楼"_s};
        if (token == "name"_L1)
            return i % 3 == 1 && kind != RegisterKind::Vehicles
                ? names[int(kind)] + u"（含附属设施及随附资料，登记时一并清点，封签完好）"_s
                : names[int(kind)];
        return words.value(token, i % 3 == 1 ? u"欧阳慕容·阿不都热合曼"_s : u"向小梅"_s);
    }

    /// An entry with a value in every field.
    QJsonObject entry(const RegisterType& type, int i)
    {
        QJsonObject fields;
        for (const RegisterField& field : type.fields) {
            const QString token = text(field.token);
            const bool isDue = token == "due_on"_L1 || token == "replace_on"_L1 || token == "to_on"_L1;
            const bool isDone = token == "handed_in_on"_L1 || token == "finished_on"_L1
                || token == "retired_on"_L1 || token == "vacated_on"_L1;
            if (isDone)
                fields[token] = i % 4 == 3 ? QJsonValue(day(-30)) : QJsonValue();
            else if (field.value == RegisterValue::Date)
                fields[token] = isDue ? day(i * 11 - 25) : day(-400);
            else if (field.value == RegisterValue::Money)
                fields[token] = i % 3 ? u"18600.00"_s : u"1286400.00"_s;
            else if (field.value == RegisterValue::Whole)
                fields[token] = QString::number(3 + i);
            else if (field.value == RegisterValue::YesNo)
                fields[token] = i % 2 ? u"true"_s : u"false"_s;
            else if (field.value == RegisterValue::Choice)
                fields[token] = text(field.choices[static_cast<std::size_t>(i) % field.choices.size()].token);
            else if (field.value == RegisterValue::Plate)
                fields[token] = u"湘N·A%1"_s.arg(1000 + i);
            else if (field.value == RegisterValue::Digests)
                fields[token] = QString(64, u'a');
            else
                fields[token] = wordsOf(type.kind, token, i);
        }
        QJsonArray findings;
        if (i % 3 == 0)
            findings.push_back(
                QJsonObject {{u"code"_s, u"x"_s}, {u"message"_s, u"已超过应办期限 25 天，尚未办理"_s}});
        if (i % 6 == 0)
            findings.push_back(
                QJsonObject {{u"code"_s, u"y"_s}, {u"message"_s, u"价格高于该类限额 180000 元"_s}});
        return {{u"entry_no"_s, u"%1-2026-%2"_s.arg(text(type.numberPrefix)).arg(i + 1, 6, 10, QChar(u'0'))},
            {u"register"_s, text(tokenRow(kRegisterKinds, type.kind).token)}, {u"type"_s, text(type.token)},
            {u"state"_s, text(type.states[static_cast<std::size_t>(i / 2) % type.states.size()].token)},
            {u"parent"_s, QJsonValue()}, {u"unit"_s, u"U017"_s},
            {u"unit_name"_s, i % 2 ? kLongUnit : u"怀化市档案馆"_s}, {u"fields"_s, fields},
            {u"findings"_s, findings}, {u"revision"_s, 2}};
    }

    void answerRegisters(FakeCalls& calls)
    {
        QJsonArray types;
        for (const RegisterType& type : registerTypes())
            types.push_back(typeJson(type));
        calls.answer("GET", u"/register-types"_s, bytes({{u"types"_s, types}}));
        calls.on("GET", u"/register-figures/*"_s, [](const Call& call) {
            QJsonArray figures {QJsonObject {{u"name"_s, u"登记数"_s}, {u"value"_s, u"218"_s}},
                QJsonObject {{u"name"_s, u"已逾期"_s}, {u"value"_s, u"7"_s}}};
            if (call.path.endsWith("vehicles"_L1))
                figures.push_back(QJsonObject {
                    {u"name"_s, u"卫星定位终端安装率（含免装车辆）"_s}, {u"value"_s, u"93.46%"_s}});
            return CallAnswer {200, bytes({{u"figures"_s, figures}}), {}, {}, {}, false};
        });
        const auto answered = [](const QJsonObject& json) {
            return CallAnswer {200, bytes(json), u"\"2\""_s, {}, {}, false};
        };
        calls.on("GET", u"/registers/*"_s, [answered](const Call& call) {
            const QString kind = call.path.section(u'/', 2, 2);
            const QString no = call.path.section(u'/', 3, 3);
            const RegisterType* type
                = findType(kind, no.isEmpty() ? call.query.queryItemValue(u"type"_s) : QString());
            if (!type)
                return answered({});
            if (call.path.endsWith("/history"_L1)) {
                const QJsonObject made {{u"id"_s, u"1"_s}, {u"kind"_s, u"created"_s},
                    {u"at"_s, u"2026-03-01T08:00:00Z"_s}, {u"actor"_s, u"xiang"_s},
                    {u"fields"_s,
                        QJsonArray {QJsonObject {{u"field"_s, text(type->fields[0].token)},
                            {u"after"_s,
                                text(type->fields[0].choices.empty() ? "x"
                                                                     : type->fields[0].choices[0].token)}}}}};
                const QJsonObject mended {{u"id"_s, u"2"_s}, {u"kind"_s, u"changed"_s},
                    {u"at"_s, u"2026-05-11T02:30:00Z"_s}, {u"actor"_s, u"ouyang01"_s},
                    {u"reason"_s, u"录入时误填，按接收单更正"_s},
                    {u"fields"_s,
                        QJsonArray {QJsonObject {{u"field"_s, u"remark"_s}, {u"before"_s, u"暂存"_s},
                            {u"after"_s, u"已移至七号楼库房"_s}}}}};
                return answered({{u"events"_s, QJsonArray {mended, made}}, {u"next"_s, QJsonValue()}});
            }
            if (!no.isEmpty())
                return answered(entry(*type, 0));
            QJsonArray rows;
            const int count = call.query.queryItemValue(u"parent"_s).isEmpty() ? 40 : 3;
            for (int i = 0; i < count; ++i)
                rows.push_back(entry(*type, i));
            return answered({{u"entries"_s, rows}, {u"next"_s, QJsonValue()}});
        });
    }

    QJsonObject plan(bool isClear)
    {
        QJsonArray problems;
        if (!isClear)
            problems
                = {QJsonObject {{u"rule"_s, u"unit.open_document"_s}, {u"detail"_s, u"CZ-2026-000117"_s}},
                    QJsonObject {{u"rule"_s, u"unit.open_sheet"_s}, {u"detail"_s, u"QC-2026-R"_s}}};
        return {{u"kind"_s, u"merge"_s},
            {u"unit"_s, QJsonObject {{u"code"_s, u"U017"_s}, {u"name"_s, kLongUnit}}},
            {u"successor"_s, QJsonObject {{u"code"_s, u"U002"_s}, {u"name"_s, u"怀化市档案馆"_s}}},
            {u"on"_s, day(0)}, {u"departments"_s, QJsonArray {u"办公室"_s, u"财务科"_s, u"执法一中队"_s}},
            {u"people"_s, 86}, {u"places"_s, 41}, {u"cards"_s, 1204}, {u"pieces"_s, 1377},
            {u"original_yuan"_s, u"48120933.67"_s}, {u"subordinates"_s, 2}, {u"leases"_s, 1},
            {u"accounts"_s, QJsonArray {u"clerk07"_s, u"officer07"_s}}, {u"problems"_s, problems}};
    }

} // namespace

void answerLife(FakeCalls& calls)
{
    answerDocuments(calls);
    QJsonArray things;
    for (int i = 0; i < 45; ++i)
        things.push_back(idleThing(i));
    calls.answer("POST", u"/document-batches"_s,
        R"({"documents":[{"no":"CZ-2026-000041"},{"no":"CZ-2026-000042"}],"skipped":[{"asset_no":"TY2018000023"}]})");
    calls.answer("GET", u"/idle-assets"_s, bytes({{u"idle_assets"_s, things}, {u"next"_s, QJsonValue()}}));
    calls.answer("GET", u"/assets/*/idle-note"_s, bytes(idleThing(1)[u"note"_s].toObject()));
    QJsonArray leases;
    for (int i = 0; i < 9; ++i)
        leases.push_back(lease(i));
    calls.answer("GET", u"/leases"_s, bytes({{u"leases"_s, leases}, {u"next"_s, QJsonValue()}}));
    calls.answer("GET", u"/leases/*"_s, bytes(wholeLease()));
    calls.refuse("POST", u"/leases/*"_s, u"lease.overpaid"_s, u"收款金额大于全部应收租金，请核对"_s, 422);
    answerRegisters(calls);
    QJsonArray held;
    for (int i = 0; i < 11; ++i) {
        const QJsonObject thing = idleThing(i);
        held.push_back(QJsonObject {{u"asset_no"_s, thing[u"asset_no"_s]}, {u"name"_s, thing[u"name"_s]},
            {u"unit"_s, u"U017"_s}, {u"place"_s, u"C01-2-204"_s}, {u"use_state"_s, u"in_use"_s},
            {u"uses"_s, i % 3 != 1}, {u"keeps"_s, i % 3 != 0}, {u"original_yuan"_s, u"5480.00"_s},
            {u"document"_s, i == 2 ? QJsonValue(QLatin1StringView(kReviewedDocument)) : QJsonValue()}});
    }
    calls.answer("GET", u"/people/*/holdings"_s,
        bytes({{u"person"_s, QJsonObject {{u"code"_s, u"P0412"_s}, {u"name"_s, u"欧阳慕容·阿不都热合曼"_s}}},
            {u"outstanding"_s, 11}, {u"assets"_s, held}}));
    calls.answer("GET", u"/people/P0000/holdings"_s,
        R"({"person":{"code":"P0000","name":"向小梅"},"outstanding":0,"assets":[]})");
    calls.answer("POST", u"/unit-reforms/preview"_s, bytes(plan(false)));
}

} // namespace guanwu
