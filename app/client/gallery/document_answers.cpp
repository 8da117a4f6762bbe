#include "app/client/gallery/document_answers.h"

#include "core/documents/document_data.h"
#include "core/documents/document_kind.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString text(std::string_view one)
    {
        return QString::fromUtf8(one.data(), static_cast<qsizetype>(one.size()));
    }
    QString day(int from) { return QDate::currentDate().addDays(from).toString(Qt::ISODate); }
    double moment(int days, int minutes = 0)
    {
        return static_cast<double>(
            QDateTime::currentDateTime().addDays(days).addSecs(60LL * minutes).toMSecsSinceEpoch());
    }
    QJsonObject unit(const QString& code, const QString& name)
    {
        return {{u"code"_s, code}, {u"name"_s, name}};
    }
    const QString kLongUnit = u"怀化市公安局交通警察支队高速公路管理大队（含沅陵、溆浦两中队）"_s;

    /// The kinds as the server tells them, out of the same tables.
    QJsonObject kinds()
    {
        QJsonArray kinds;
        for (const auto& kind : kDocumentKinds) {
            QJsonArray methods;
            for (const DocumentMethod* method : DocumentData::current().methods(kind.value)) {
                QJsonArray facts;
                for (const FactRule* rule : DocumentData::current().facts(kind.value, method->method)) {
                    QJsonArray choices;
                    for (const FactChoice& one : rule->choices)
                        choices.push_back(QJsonObject {{u"token"_s, text(one.token)},
                            {u"name"_s, text(one.nameZh)}, {u"name_en"_s, text(one.nameEn)}});
                    facts.push_back(QJsonObject {{u"fact"_s, text(rule->fact)},
                        {u"name"_s, text(rule->nameZh)}, {u"name_en"_s, text(rule->nameEn)},
                        {u"type"_s, text(tokenRow(kFactTypes, rule->type).token)},
                        {u"of_line"_s, rule->ofLine},
                        {u"stage"_s, text(tokenRow(kDocumentStages, rule->stage).token)},
                        {u"required"_s, rule->required}, {u"choices"_s, choices}});
                }
                methods.push_back(
                    QJsonObject {{u"method"_s, text(method->method)}, {u"name"_s, text(method->nameZh)},
                        {u"name_en"_s, text(method->nameEn)}, {u"only_bureau"_s, method->onlyBureau},
                        {u"needs_appraisal"_s, method->appraisal == AppraisalNeed::Required},
                        {u"brings_income"_s, method->income != IncomeNeed::None}, {u"facts"_s, facts}});
            }
            kinds.push_back(QJsonObject {{u"token"_s, text(kind.token)}, {u"name"_s, text(kind.nameZh)},
                {u"name_en"_s, text(kind.nameEn)}, {u"methods"_s, methods}});
        }
        return {{u"kinds"_s, kinds}};
    }

    QJsonObject row(int i)
    {
        struct Made {
            QStringView no;
            QStringView kind;
            QStringView method;
            QStringView state;
            QStringView stateName;
            int due; ///< days; 999 = none
            QStringView yuan;
        };
        static constexpr Made kMade[] = {
            {u"CZ-2026-000117", u"disposal", u"scrap", u"in_review", u"机关事务管理局审核", -8,
                u"1286400.00"},
            {u"PZ-2026-000031", u"allocation", u"purchase", u"draft", u"草拟", 999, u"38600.00"},
            {u"BD-2026-000009", u"change", u"value", u"in_review", u"单位集体决策", 0, u"12800000.00"},
            {u"LY-2026-000204", u"custody", u"leaving", u"executing", u"执行", 999, u"46200.50"},
            {u"CZ-2026-000088", u"disposal", u"sell", u"executing", u"执行", 3, u"186000.00"},
            {u"CZ-2026-000121", u"disposal", u"reallocate", u"in_review", u"对方单位同意", 6, u"9200.00"},
            {u"PZ-2026-000012", u"allocation", u"purchase", u"rejected", u"不同意", 999, u"2999999999.99"},
            {u"LY-2026-000211", u"custody", u"draw", u"in_review", u"使用部门", 12, u"4599.00"},
        };
        const Made& made = kMade[static_cast<std::size_t>(i) % std::size(kMade)];
        const QString no = made.no.toString();
        return {{u"no"_s, i < 8 ? no : no.left(8) + QString::number(100 + i).rightJustified(6, u'0')},
            {u"kind"_s, made.kind.toString()}, {u"method"_s, made.method.toString()},
            {u"unit"_s, i % 3 == 0 ? unit(u"U017"_s, kLongUnit) : unit(u"U002"_s, u"怀化市档案馆"_s)},
            {u"state"_s, made.state.toString()}, {u"state_name"_s, made.stateName.toString()},
            {u"due_on"_s, made.due == 999 ? QJsonValue() : QJsonValue(day(made.due))},
            {u"applicant_name"_s, i % 4 ? u"向小梅"_s : u"欧阳慕容·阿不都热合曼"_s},
            {u"lines"_s, 1 + (i * 7) % 40}, {u"original_yuan"_s, made.yuan.toString()},
            {u"created_at"_s, moment(-20 - i)}, {u"revision"_s, 3}};
    }

    QJsonObject step(const QString& token, const QString& who, const QString& opinion, int days)
    {
        return {{u"token"_s, token}, {u"signer"_s, who.isEmpty() ? QJsonValue() : QJsonValue(u"x"_s)},
            {u"signer_name"_s, who.isEmpty() ? QJsonValue() : QJsonValue(who)},
            {u"signed_at"_s, who.isEmpty() ? QJsonValue() : QJsonValue(moment(days))},
            {u"opinion"_s, opinion}, {u"counter_signatures"_s, QJsonArray()}};
    }

    QJsonArray actions(const QStringList& tokens)
    {
        QJsonArray out;
        for (const QString& token : tokens)
            for (const auto& one : kDocumentActions)
                if (text(one.token) == token)
                    out.push_back(QJsonObject {{u"token"_s, token}, {u"name"_s, text(one.nameZh)},
                        {u"name_en"_s, text(one.nameEn)}});
        return out;
    }

    QJsonObject paper(const QString& token, const QString& name, bool must, bool there, const QString& stage)
    {
        return {{u"paper"_s, token}, {u"name"_s, name}, {u"name_en"_s, name}, {u"stage"_s, stage},
            {u"must"_s, must}, {u"there"_s, there}};
    }

    QJsonObject asset(int i, const QJsonObject& facts = {})
    {
        static const QStringList names {
            u"台式计算机"_s, u"A3彩色数码多功能一体机（带自动双面输稿器及大容量纸盒）"_s, u"铁皮文件柜"_s};
        return {{u"line"_s, i + 1}, {u"asset_no"_s, u"TY2012%1"_s.arg(310 + i, 6, 10, QChar(u'0'))},
            {u"name"_s, names[i % names.size()]}, {u"class_code"_s, u"A02010105"_s},
            {u"model"_s, i % 2 ? u"启天 M455"_s : u"ThinkCentre M920t-D137（政府采购定制）"_s},
            {u"unit_of_measure"_s, u"台"_s}, {u"quantity"_s, 1}, {u"original_yuan"_s, u"5480.00"_s},
            {u"accumulated_yuan"_s, u"5480.00"_s}, {u"net_yuan"_s, u"0.00"_s}, {u"facts"_s, facts}};
    }

    /// Everything that every document has.
    QJsonObject document(int i, const QJsonArray& lines)
    {
        QJsonObject out = row(i);
        const QString kind = out[u"kind"_s].toString();
        const QString method = out[u"method"_s].toString();
        for (const auto& one : kDocumentKinds)
            if (text(one.token) == kind) {
                out[u"kind"_s] = QJsonObject {{u"token"_s, kind}, {u"name"_s, text(one.nameZh)}};
                if (const auto* found = DocumentData::current().findMethod(one.value, method.toStdString())) {
                    out[u"method_name"_s] = text(found->nameZh);
                    out[u"method_name_en"_s] = text(found->nameEn);
                }
            }
        out[u"state_name_en"_s] = out[u"state_name"_s];
        out[u"applicant"_s] = u"xiang"_s;
        out[u"lines"_s] = lines;
        out[u"facts"_s] = QJsonObject();
        out[u"steps"_s] = QJsonArray();
        out[u"papers"_s] = QJsonArray();
        out[u"warnings"_s] = QJsonArray();
        out[u"open"_s] = QJsonArray();
        out[u"check_list"_s] = QJsonArray();
        out[u"cards"_s] = QJsonArray();
        out[u"next_stage"_s] = u"filing"_s;
        out[u"log"_s] = QJsonArray {QJsonObject {{u"action"_s, u"edit"_s}, {u"actor"_s, u"xiang"_s},
            {u"actor_name"_s, u"向小梅"_s}, {u"at"_s, moment(-20)}}};
        return out;
    }

    QJsonObject reviewed()
    {
        QJsonArray lines;
        for (int i = 0; i < 34; ++i)
            lines.push_back(asset(i));
        QJsonObject out = document(0, lines);
        QJsonObject unitStep = step(u"unit_decision"_s, u"龙永图"_s,
            u"经局党组会研究，同意报废。请资产管理科尽快报审，并督促供应商出具数据清除证明。"_s, -15);
        unitStep[u"meeting"_s] = u"党组会"_s;
        unitStep[u"minutes_no"_s] = u"怀公交党纪〔2026〕9号"_s;
        QJsonObject bureau = step(u"bureau_review"_s, {}, {}, 0);
        bureau[u"due_on"_s] = day(-8);
        bureau[u"counter_signatures"_s]
            = QJsonArray {QJsonObject {{u"login"_s, u"section2"_s}, {u"name"_s, u"张晓明"_s}}};
        out[u"steps"_s]
            = QJsonArray {unitStep, step(u"dept_review"_s, u"欧阳慕容·阿不都热合曼"_s, u"同意"_s, -12),
                bureau, step(u"finance_review"_s, {}, {}, 0), step(u"government"_s, {}, {}, 0)};
        out[u"step"_s] = u"bureau_review"_s;
        out[u"filed_at"_s] = moment(-18);
        out[u"reason"_s] = u"已超过使用年限，无法维修"_s;
        out[u"facts"_s] = QJsonObject {{u"ground"_s, u"expired"_s}};
        out[u"rule"_s] = QJsonObject {{u"row"_s, u"D3"_s}, {u"version"_s, u"example-1"_s},
            {u"source"_s, u"示例：借用外地标准（fsou lar 17394566_5），非本市规定"_s}, {u"example"_s, true}};
        out[u"warnings"_s] = QJsonArray {
            u"疑似拆分：90 天内同类申请 CZ-2026-000101、CZ-2026-000104，合计原值 5286400.00 元，合并应适用 D4：单位集体决策＞主管部门审核＞机关事务管理局审核＞财政局＞市政府"_s};
        out[u"check_list"_s] = QJsonArray {paper(u"request"_s, u"单位申请文件"_s, true, true, u"filing"_s),
            paper(u"technical_opinion"_s, u"技术鉴定意见或内部检验报告"_s, true, false, u"decision"_s),
            paper(u"minutes"_s, u"单位集体决策会议纪要"_s, false, false, u"decision"_s),
            paper(u"recycling_receipt"_s, u"回收凭证"_s, true, false, u"closing"_s)};
        out[u"papers"_s] = QJsonArray {QJsonObject {{u"paper"_s, u"request"_s}, {u"hash"_s, u"aa"_s},
            {u"title"_s, u"关于报废一批超期服役计算机设备的请示（怀公交〔2026〕31号，扫描件）.pdf"_s},
            {u"added_by"_s, u"xiang"_s}, {u"added_at"_s, moment(-19)}}};
        out[u"open"_s] = QJsonArray {QJsonObject {{u"code"_s, u"document.paper_missing"_s},
            {u"message"_s, u"还缺材料：技术鉴定意见或内部检验报告"_s}}};
        out[u"next_stage"_s] = u"decision"_s;
        out[u"actions"_s]
            = actions({u"approve"_s, u"reject"_s, u"return"_s, u"ask_counter_sign"_s, u"opinion"_s});
        out[u"log"_s] = QJsonArray {
            QJsonObject {{u"action"_s, u"file"_s}, {u"actor_name"_s, u"向小梅"_s}, {u"at"_s, moment(-18)}},
            QJsonObject {{u"action"_s, u"approve"_s}, {u"actor_name"_s, u"龙永图"_s}, {u"at"_s, moment(-15)},
                {u"step"_s, u"unit_decision"_s}, {u"text"_s, u"经局党组会研究，同意报废。"_s}}};
        return out;
    }

    QJsonObject draft()
    {
        const QJsonObject wish {{u"line"_s, 1}, {u"name"_s, u"台式计算机"_s},
            {u"class_code"_s, u"A02010105"_s}, {u"unit_of_measure"_s, u"台"_s}, {u"quantity"_s, 6},
            {u"original_yuan"_s, u"38600.00"_s}, {u"net_yuan"_s, u"38600.00"_s}, {u"facts"_s, QJsonObject()}};
        QJsonObject out = document(1, {wish});
        out[u"facts"_s] = QJsonObject {{u"need"_s, u"新增编制 6 名，办公用机不足"_s}};
        out[u"open"_s] = QJsonArray {
            QJsonObject {{u"message"_s, u"台式计算机：单价 6433.33 元超过标准上限 5000 元"_s}},
            QJsonObject {{u"message"_s, u"台式计算机：现有 22 台，本次 6 台，超过按编制 24 人核定的数量"_s}},
            QJsonObject {{u"message"_s, u"购置前须先在全市闲置资产中查询调剂"_s}},
            QJsonObject {{u"message"_s, u"还缺材料：单位申请文件"_s}}};
        out[u"check_list"_s] = QJsonArray {paper(u"request"_s, u"单位申请文件"_s, true, false, u"filing"_s),
            paper(u"budget"_s, u"预算批复"_s, false, false, u"filing"_s)};
        out[u"actions"_s] = actions({u"edit"_s, u"file"_s, u"withdraw"_s});
        return out;
    }

    QJsonObject change()
    {
        QJsonObject line = asset(0,
            {{u"original_yuan"_s, u"13260000.00"_s}, {u"fiscal_yuan"_s, u"13260000.00"_s},
                {u"months_left"_s, u"412"_s}});
        line[u"name"_s] = u"市公安局交警支队业务技术用房（主楼及附楼，含地下停车场）"_s;
        line[u"original_yuan"_s] = u"12800000.00"_s;
        QJsonObject out = document(2, {line});
        QJsonObject decision = step(u"unit_decision"_s, {}, {}, 0);
        decision[u"due_on"_s] = day(0);
        out[u"steps"_s]
            = QJsonArray {decision, step(u"dept_review"_s, {}, {}, 0), step(u"bureau_review"_s, {}, {}, 0)};
        out[u"step"_s] = u"unit_decision"_s;
        out[u"filed_at"_s] = moment(-10);
        out[u"reason"_s] = u"竣工决算调整暂估价值"_s;
        const auto changed = [](const QString& field, const QString& before, const QString& after) {
            return QJsonObject {{u"line"_s, 1}, {u"field"_s, field}, {u"before"_s, before},
                {u"after"_s, after}, {u"before_name"_s, QString()}, {u"after_name"_s, QString()}};
        };
        out[u"changes"_s] = QJsonArray {changed(u"original_yuan"_s, u"12800000.00"_s, u"13260000.00"_s),
            changed(u"fiscal_yuan"_s, u"12800000.00"_s, u"13260000.00"_s),
            changed(u"life_months"_s, u"600"_s, u"562"_s)};
        out[u"actions"_s] = actions({u"withdraw"_s});
        out[u"next_stage"_s] = u"decision"_s;
        return out;
    }

    QJsonObject executed()
    {
        QJsonObject out = document(4, {asset(0, {{u"appraised_yuan"_s, u"62000.00"_s}}), asset(1)});
        out[u"steps"_s] = QJsonArray {step(u"unit_decision"_s, u"龙永图"_s, u"同意"_s, -60),
            step(u"bureau_review"_s, u"张晓明"_s, u"同意，进场交易"_s, -40)};
        out[u"filed_at"_s] = moment(-70);
        out[u"approval_no"_s] = u"怀机管资〔2026〕44号"_s;
        out[u"approved_on"_s] = day(-40);
        out[u"facts"_s] = QJsonObject {{u"deal_yuan"_s, u"63500.00"_s},
            {u"buyer"_s, u"怀化某再生资源有限公司"_s}, {u"executed_on"_s, day(-6)}};
        out[u"income"_s] = QJsonObject {{u"gross_yuan"_s, u"63500.00"_s}, {u"tax_yuan"_s, u"1849.51"_s},
            {u"fees_yuan"_s, u"600.00"_s}, {u"due_yuan"_s, u"61050.49"_s}, {u"paid_yuan"_s, u"40000.00"_s},
            {u"gap_yuan"_s, u"21050.49"_s}};
        out[u"log"_s] = QJsonArray {
            QJsonObject {{u"action"_s, u"execute"_s}, {u"actor_name"_s, u"向小梅"_s}, {u"at"_s, moment(-6)}}};
        out[u"next_stage"_s] = u"income"_s;
        out[u"actions"_s] = actions({u"execute"_s, u"settle_income"_s, u"close"_s});
        return out;
    }

    QJsonObject rejected()
    {
        QJsonObject out = document(6, {asset(0)});
        out[u"steps"_s] = QJsonArray {
            step(u"unit_decision"_s, u"龙永图"_s, u"同意"_s, -30), step(u"bureau_review"_s, {}, {}, 0)};
        out[u"filed_at"_s] = moment(-33);
        out[u"log"_s] = QJsonArray {QJsonObject {{u"action"_s, u"reject"_s}, {u"actor_name"_s, u"张晓明"_s},
            {u"step"_s, u"bureau_review"_s}, {u"at"_s, moment(-20)},
            {u"text"_s, u"超出配置标准，且市档案馆有同类闲置设备可调剂"_s}}};
        return out;
    }

} // namespace

void answerDocuments(FakeCalls& calls)
{
    calls.answer("GET", u"/document-kinds"_s, bytes(kinds()));
    calls.answer("GET", u"/document-routes"_s,
        R"({"version":"example-1","effective_from":"2021-04-01","example":true,"rows":[
            {"row":"D1","kind":"disposal","methods":["scrap","sell","donate"],"class_prefix":"","unit_types":[],"single_from_yuan":"0.00","single_below_yuan":"100000.00","batch_from_yuan":"0.00","batch_below_yuan":"200000.00","steps":"unit_decision>dept_review>bureau_review","source":"示例：借用外地标准，非本市规定"},
            {"row":"D4","kind":"disposal","methods":["scrap","sell"],"class_prefix":"A0203","unit_types":["institution","administrative"],"single_from_yuan":"100000.00","single_below_yuan":null,"batch_from_yuan":"5000000.00","batch_below_yuan":null,"steps":"unit_decision>dept_review>bureau_review+1>finance_review>government","source":"示例：借用外地标准，非本市规定"},
            {"row":"C1","kind":"custody","methods":[],"class_prefix":"","unit_types":[],"single_from_yuan":"0.00","single_below_yuan":null,"batch_from_yuan":"0.00","batch_below_yuan":null,"steps":"unit_decision","source":"ours"}],
            "unrouted":[{"kind":{"token":"disposal","name":"处置","name_en":"Disposal"},"methods":[{"token":"office_demolish","name":"办公用房拆除","name_en":"Demolition of office space"}]}]})");
    QJsonArray rows;
    for (int i = 0; i < 60; ++i)
        rows.push_back(row(i));
    calls.answer("GET", u"/documents"_s, bytes({{u"documents"_s, rows}, {u"next"_s, QJsonValue()}}));
    const auto one = [&](const char* no, const QJsonObject& json) {
        const QString path = u"/documents/"_s + QLatin1StringView(no);
        calls.answer("GET", path, bytes(json));
        calls.answer("PATCH", path, bytes(json));
        calls.answer("POST", path + u"/*"_s, bytes(json));
        calls.answer("PUT", path + u"/papers/*"_s, bytes(json));
    };
    one(kReviewedDocument, reviewed());
    one(kDraftDocument, draft());
    one(kChangeDocument, change());
    one(kExecutedDocument, executed());
    one(kRejectedDocument, rejected());
    QJsonArray idle;
    for (int i = 0; i < 7; ++i)
        idle.push_back(QJsonObject {{u"asset_no"_s, u"TY2021%1"_s.arg(40 + i, 6, 10, QChar(u'0'))},
            {u"name"_s,
                i == 2 ? u"台式计算机（含 27 英寸显示器、键鼠套装及原装正版操作系统授权）"_s
                       : u"台式计算机"_s},
            {u"model"_s, u"启天 M455"_s}, {u"class_code"_s, u"A02010105"_s}, {u"quantity"_s, 1},
            {u"original_yuan"_s, u"4980.00"_s}, {u"acquired_on"_s, u"2021-06-30"_s},
            {u"idle_since"_s, u"2025-09-01"_s},
            {u"unit"_s, i % 2 ? unit(u"U002"_s, u"怀化市档案馆"_s) : unit(u"U017"_s, kLongUnit)},
            {u"place"_s, unit(u"C07-1-102"_s, u"七号楼一层102室（仓库）"_s)}});
    calls.answer("POST", u"/documents/*/idle-search"_s, bytes({{u"idle"_s, idle}}));
    calls.answer("POST", u"/documents"_s, bytes(draft()), 201);
    calls.answer("GET", u"/assets/*"_s,
        bytes({{u"asset_no"_s, u"TY2012000310"_s}, {u"name"_s, u"业务技术用房"_s},
            {u"class_code"_s, u"A01010201"_s}, {u"model"_s, QJsonValue()},
            {u"original_yuan"_s, u"12800000.00"_s}, {u"fiscal_yuan"_s, u"12000000.00"_s},
            {u"life_months"_s, 600}, {u"quantity"_s, 1}}));
    QJsonArray assets;
    for (int i = 0; i < 12; ++i) {
        QJsonObject one = asset(i);
        one[u"place_name"_s] = u"一号楼二层204室（国有资产管理科）"_s;
        assets.push_back(one);
    }
    calls.answer("GET", u"/assets"_s, bytes({{u"assets"_s, assets}, {u"next"_s, QJsonValue()}}));
}

} // namespace guanwu
