#include "reports/documents/document_form.h"

#include "core/cards/card_fields.h"
#include "core/documents/allocation.h"
#include "core/documents/disposal.h"
#include "core/documents/premises_effect.h"
#include "core/values/calendar.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// It has no lines: what it says stands in their place.
    bool isOfFacts(const Document& document)
    {
        return document.kind == DocumentKind::Repair || document.kind == DocumentKind::Title;
    }

    std::string methodName(const Document& document)
    {
        const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method);
        return method ? method->nameZh : document.method;
    }

    std::string titleOf(const Document& document)
    {
        return document.kind == DocumentKind::Disposal
            ? "国有资产处置申请（审批）表"
            : std::string(tokenRow(kDocumentKinds, document.kind).nameZh) + "申请（审批）表";
    }

    std::string valueText(const FactRule& rule, std::string_view value)
    {
        if (rule.type == FactType::Money)
            if (const auto money = Money::parseYuan(value))
                return printedText(*money, MoneyUnit::Yuan) + " 元";
        if (rule.type == FactType::Area)
            return std::string(value) + " ㎡";
        for (const FactChoice& choice : rule.choices)
            if (choice.token == value)
                return choice.nameZh;
        return std::string(value);
    }

    /// What was said at a stage, as "name：value" parts in the order of the table; facts of lines with the
    /// number of the line.
    std::string factsText(const Document& document, std::initializer_list<DocumentStage> stages)
    {
        std::string out;
        for (const FactRule* rule : DocumentData::current().facts(document.kind, document.method)) {
            if (std::find(stages.begin(), stages.end(), rule->stage) == stages.end()
                || rule->fact == "appraised_yuan") // a column of its own
                continue;
            for (const Fact& fact : document.facts) {
                if (fact.name != rule->fact)
                    continue;
                out.append(out.empty() ? "" : "；").append(rule->nameZh);
                if (fact.line > 0)
                    out += "(第" + std::to_string(fact.line) + "项)";
                out += "：" + valueText(*rule, fact.value);
            }
        }
        return out;
    }

    std::string papersText(const Document& document, Day today)
    {
        std::string out;
        for (const PaperCheck& check : paperChecks(document, today))
            out += std::string(check.isThere ? "√" : "□") + check.rule->nameZh
                + (check.isThere || !check.rule->must ? "" : "(须)") + "　";
        return out;
    }

    /// Where whoever has not signed yet does so on paper.
    constexpr std::string_view kToSign = "\n签字（盖章）：\n　　　　年　　月　　日";

    std::string opinionText(const DocumentStep& step)
    {
        std::string out;
        if (!step.isSigned())
            out = "待审批";
        else
            out = (step.opinion.empty() ? "同意" : step.opinion) + "\n" + step.signerName + "　"
                + (step.signedAt ? formatDate(chinaDate(*step.signedAt)) : "");
        if (!step.meeting.empty())
            out += "\n" + step.meeting + "　" + step.minutesNo;
        if (!step.paperNo.empty())
            out += "\n" + step.paperNo;
        for (const CounterSignature& one : step.counterSignatures)
            out += "\n会签：" + (one.name.empty() ? one.login : one.name) + "　"
                + (one.at ? one.opinion : "待会签");
        return out.append(step.isSigned() ? "\n（盖章）" : kToSign);
    }

    std::vector<FormBox> boxesOf(const Document& document)
    {
        std::vector<FormBox> out;
        for (const auto& kind : kStepKinds) {
            const auto step = std::find_if(document.steps.begin(), document.steps.end(),
                [&](const DocumentStep& one) { return one.kind == kind.value; });
            const bool isOfRepairs
                = kind.value == StepKind::SiteInspection || kind.value == StepKind::YearPlan;
            if (isOfRepairs && document.kind != DocumentKind::Repair)
                continue;
            out.push_back({std::string(kind.nameZh),
                step == document.steps.end() ? (document.steps.empty() ? std::string(kToSign) : "无需审批")
                                             : opinionText(*step)});
        }
        std::string after;
        if (!document.approvalNo.empty())
            after = "批复文号：" + document.approvalNo + "\n批复日期："
                + (document.approvedOn ? formatDate(*document.approvedOn) : "");
        const bool hasCertificate = document.kind == DocumentKind::Space && document.method != "take_back"
            && (document.state == DocumentState::Closed
                || (document.method == "allocate" && !document.approvalNo.empty()));
        if (hasCertificate)
            after += "\n使用凭证号：" + useCertificateNo(document.no);
        const std::string facts = factsText(document,
            {DocumentStage::Decision, DocumentStage::Execution, DocumentStage::Income,
                DocumentStage::Closing});
        out.push_back({"批复后", after + (after.empty() || facts.empty() ? "" : "\n") + facts});
        return out;
    }

    std::vector<std::string> notesOf(const Document& document, Day today)
    {
        std::vector<std::string> out;
        const auto unit = [](const Reference& one) { return one.id == 0 ? std::string("无") : one.name; };
        out.push_back("申请单位：" + document.unit.name + "　　主管部门：" + unit(document.supervising)
            + (document.counterpart.id == 0 ? "" : "　　对方单位：" + document.counterpart.name)
            + "　　申请文号：" + document.no + "　　申请人：" + document.applicantName + "　　状态："
            + std::string(document.stateNameZh()));
        out.push_back("方式：" + methodName(document) + "　　原因：" + document.reason);
        // Who used rooms before stands beside them.
        const auto facts = document.kind == DocumentKind::Space
            ? factsText(document, {DocumentStage::Filing})
            : factsText(document, {DocumentStage::Filing, DocumentStage::System});
        if (!facts.empty() && !isOfFacts(document))
            out.push_back(facts);
        out.push_back("附件：" + papersText(document, today));
        if (document.rule)
            out.push_back("适用规则：" + document.rule->version + " 第 " + document.rule->row + " 行"
                + (document.rule->isExample ? "（示例，非本市规定）" : "") + "，依据："
                + document.rule->source);
        for (const std::string& warning : document.warnings)
            out.push_back("提示：" + warning);
        return out;
    }

    Cell unitPrice(const DocumentLine& line)
    {
        return line.quantity > 0 && line.original.fen() % line.quantity == 0
            ? Cell(Money::fromFen(line.original.fen() / line.quantity))
            : Cell();
    }

    std::vector<Column> assetColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("资产编号", CellKind::Text, 13),
            repeatedColumn("资产名称", CellKind::Text, 14), textColumn("规格型号", 11),
            textColumn("计量单位", 6), countColumn("数量", 6), dateColumn("购建日期"),
            numberColumn("最低使用年限", 7), numberColumn("已用年限", 6), estimateColumn("单价"),
            moneyColumn("账面原值"), moneyColumn("累计折旧"), moneyColumn("净值"), estimateColumn("评估值"),
            textColumn("备注", 8)};
    }

    ReportRow assetRow(const Document& document, const DocumentLine& line, Day filedOn)
    {
        const std::int64_t years = line.minUseYears ? *line.minUseYears : std::int64_t {line.lifeMonths} / 12;
        const auto used = line.acquiredOn ? std::optional(fullMonthsBetween(*line.acquiredOn, filedOn) / 12)
                                          : std::nullopt;
        return {{std::int64_t {line.no}, textCell(line.assetNo), textCell(line.name), textCell(line.model),
                    textCell(line.unitOfMeasure), line.quantity, optionalCell(line.acquiredOn),
                    years > 0 ? Cell(years) : Cell(), optionalCell(used), unitPrice(line), line.original,
                    line.accumulated, line.net(), optionalCell(document.moneyFact("appraised_yuan", line.no)),
                    Cell()},
            RowRole::Line};
    }

    std::vector<Column> slipColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("资产编号", CellKind::Text, 13),
            repeatedColumn("资产名称", CellKind::Text, 14), textColumn("规格型号", 11),
            countColumn("数量", 6), moneyColumn("账面原值"), moneyColumn("累计折旧"), moneyColumn("净值"),
            textColumn("变动项目", 14), textColumn("变动前", 18), textColumn("变动后", 18)};
    }

    /// What stands in a field, as the office calls it.
    std::string fieldText(const CardField* field, const std::string& value, const std::string& name)
    {
        if (!name.empty())
            return name;
        if (field && field->token.ends_with("_yuan"))
            if (const auto money = Money::parseYuan(value))
                return printedText(*money, MoneyUnit::Yuan);
        return field ? std::string(field->shown(value)) : value;
    }

    /// A row for each field that changes; what the card is worth stands in the first of them, so that sums
    /// have it once.
    std::vector<ReportRow> slipRows(const Document& document, std::span<const CardChange> changes)
    {
        std::vector<ReportRow> out;
        for (const DocumentLine& line : document.lines) {
            const std::size_t first = out.size();
            const auto add = [&](std::string field, std::string before, std::string after) {
                const bool isFirst = out.size() == first;
                const auto once = [&](Cell cell) { return isFirst ? std::move(cell) : Cell(); };
                out.push_back({{std::int64_t {line.no}, textCell(line.assetNo), textCell(line.name),
                                   once(textCell(line.model)), once(line.quantity), once(line.original),
                                   once(line.accumulated), once(line.net()), textCell(std::move(field)),
                                   textCell(std::move(before)), textCell(std::move(after))},
                    RowRole::Line});
            };
            for (const CardChange& one : changes) {
                if (one.line != line.no)
                    continue;
                const CardField* field = findCardField(one.field.field);
                add(field ? std::string(field->nameZh) : one.field.field,
                    fieldText(field, one.field.before, one.field.beforeName),
                    fieldText(field, one.field.after, one.field.afterName));
            }
            if (out.size() == first)
                add({}, {}, {});
        }
        return out;
    }

    std::vector<Column> wishColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("资产名称", CellKind::Text, 18),
            textColumn("分类代码", 12), textColumn("规格型号", 14), textColumn("计量单位", 8),
            countColumn("数量", 7), estimateColumn("预算单价"), moneyColumn("预算金额"),
            textColumn("配置标准", 24), numberColumn("最低使用年限", 8), estimateColumn("单价上限")};
    }

    ReportRow wishRow(const Document& document, const DocumentLine& line)
    {
        // The notice by its number; what the table says of it besides is in English.
        const EquipmentRule* rule = standardOf(document, line);
        return {{std::int64_t {line.no}, textCell(line.name), textCell(line.classCode), textCell(line.model),
                    textCell(line.unitOfMeasure), line.quantity, unitPrice(line), line.original,
                    textCell(rule ? rule->scheme.substr(0, rule->scheme.find(' ')) + " " + rule->item : ""),
                    rule && rule->minYears ? Cell(std::int64_t {*rule->minYears}) : Cell(),
                    rule ? optionalCell(rule->priceCeiling) : Cell()},
            RowRole::Line};
    }

    std::vector<Column> roomColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), textColumn("楼栋", 26),
            repeatedColumn("房间编码", CellKind::Text, 16), textColumn("房间", 24), textColumn("房间类别", 12),
            areaSumColumn("使用面积"), textColumn("原使用单位", 30), dateColumn("腾退日期")};
    }

    ReportRow roomRow(const Document& document, const RoomLine& room, std::int64_t no)
    {
        // Of a room that its reader does not reach nothing is known but the code.
        if (room.room.id == 0)
            return {{no, Cell(), textCell(room.room.code), Cell(), Cell(), Cell(), Cell(), Cell()}, RowRole::Line};
        // Once it is handed over, the document alone knows who had it and until when.
        const bool isHandedOver = document.state == DocumentState::Closed;
        const bool isOfOther = room.usedBy.id != 0 && room.usedBy.id != document.unit.id;
        const std::string user = isHandedOver ? formerUserIn(document.fact(kFormerUsers), room.room.code)
            : isOfOther || document.method == "take_back" ? room.usedBy.name
                                                          : std::string();
        return {
            {no, textCell(room.building.name), textCell(room.room.code), textCell(room.room.name),
                textCell(tokenRow(kRoomKinds, room.kind).nameZh), room.usable, textCell(user),
                optionalCell(isHandedOver && !user.empty() ? document.dayFact("vacate_by") : room.vacateBy)},
            RowRole::Line};
    }

    std::vector<Column> factColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("项目", CellKind::Text, 24),
            textColumn("内容", 90)};
    }

    /// Each thing that was said when it was filed, by its name.
    std::vector<ReportRow> factRows(const Document& document)
    {
        std::vector<ReportRow> out;
        for (const FactRule* rule : DocumentData::current().facts(document.kind, document.method))
            if (rule->stage == DocumentStage::Filing && !document.fact(rule->fact).empty())
                out.push_back({{static_cast<std::int64_t>(out.size()) + 1, textCell(rule->nameZh),
                                   textCell(valueText(*rule, document.fact(rule->fact)))},
                    RowRole::Line});
        return out;
    }

    class ListedRows final : public RowSource {
    public:
        explicit ListedRows(std::vector<ReportRow> rows)
            : m_rows(std::move(rows))
        {
        }
        bool next(ReportRow& row) override
        {
            if (m_next == m_rows.size())
                return false;
            row = m_rows[m_next++];
            return true;
        }

    private:
        std::vector<ReportRow> m_rows;
        std::size_t m_next = 0;
    };

    Day dayOfDocument(const Document& document)
    {
        return document.log.empty() ? chinaDate(document.createdAt) : chinaDate(document.log.back().at);
    }

} // namespace

StreamedReport documentForm(const Document& document, Day today, std::span<const RoomLine> rooms,
    std::span<const std::string> notes, std::span<const CardChange> changes)
{
    StreamedReport out;
    Report& report = out.report;
    report.title = titleOf(document);
    report.preparer = document.unit.name;
    const Day filedOn = chinaDate(document.filedAt.value_or(document.createdAt));
    report.period = "申请日期：" + formatDate(filedOn);
    report.asOf = dayOfDocument(document);
    report.notes = notesOf(document, today);
    report.notes.insert(report.notes.end(), notes.begin(), notes.end());
    const bool isWish = document.kind == DocumentKind::Allocation
        && std::none_of(document.lines.begin(), document.lines.end(),
            [](const DocumentLine& line) { return line.isAsset(); });
    const bool isOfRooms = document.kind == DocumentKind::Space;
    const bool isSlip = isAboutCards(document.kind);
    report.columns = isOfRooms ? roomColumns()
        : isOfFacts(document)  ? factColumns()
        : isSlip               ? slipColumns()
        : isWish               ? wishColumns()
                               : assetColumns();
    // The price of one piece is no sum.
    for (Column& column : report.columns)
        if (column.heading == "单价" || column.heading == "预算单价" || column.heading == "单价上限")
            column.total = Total::None;
    report.boxes = boxesOf(document);
    report.signatures = {"单位负责人", "财务负责人", "资产管理员", "复核人", "填表日期", "联系电话"};
    if (document.kind == DocumentKind::Custody) // both sides sign what changes hands
        report.signatures = {"移交人", "接收人", "资产管理员", "单位负责人", "交接日期", "联系电话"};
    std::vector<ReportRow> lines;
    if (isSlip)
        lines = slipRows(document, changes);
    else
        for (const DocumentLine& line : document.lines)
            lines.push_back(isWish ? wishRow(document, line) : assetRow(document, line, filedOn));
    if (isOfRooms)
        for (const RoomLine& room : rooms)
            lines.push_back(roomRow(document, room, static_cast<std::int64_t>(lines.size()) + 1));
    if (isOfFacts(document))
        lines = factRows(document);
    out.rows = std::make_unique<ListedRows>(std::move(lines));
    return out;
}

std::vector<std::string> presentSpaceNotes(
    const UnitSpaceUse& use, std::span<const RoomLine> rooms, Day today)
{
    std::vector<std::string> out;
    const auto ofKind = [&](RoomKind kind) {
        return std::string(tokenRow(kRoomKinds, kind).nameZh) + " " + std::to_string(use.roomsOf(kind))
            + " 间 " + use.areaOf(kind).toString() + " ㎡";
    };
    std::string head = "编制 " + std::to_string(use.unit.established) + " 人，实有 "
        + std::to_string(use.unit.filled) + " 人；现有用房（" + formatDate(today) + "）"
        + std::to_string(use.totalRooms()) + " 间 " + use.totalArea().toString() + " ㎡，其中"
        + ofKind(RoomKind::Office) + "，" + ofKind(RoomKind::Service);
    if (use.limit)
        head += "；核定办公室 " + use.limit->space.offices.toString() + " ㎡，服务用房 "
            + use.limit->space.service.toString() + " ㎡";
    out.push_back(std::move(head));
    std::vector<std::pair<std::string, std::pair<int, Area>>> places; // in the order of the rooms
    for (const RoomLine& room : rooms) {
        if (places.empty() || places.back().first != room.building.name)
            places.push_back({room.building.name, {}});
        ++places.back().second.first;
        places.back().second.second += room.usable;
    }
    std::string where;
    for (const auto& [name, sum] : places)
        where.append(where.empty() ? "现有用房坐落：" : "；")
            .append(name)
            .append(" " + std::to_string(sum.first) + " 间 " + sum.second.toString() + " ㎡");
    if (!where.empty())
        out.push_back(std::move(where));
    return out;
}

StreamedReport dossierManifest(
    const Document& document, const std::vector<DossierPaper>& papers, const std::string& digest)
{
    StreamedReport out;
    Report& report = out.report;
    report.title = std::string(tokenRow(kDocumentKinds, document.kind).nameZh) + "卷宗目录";
    report.preparer = document.unit.name;
    report.period = "单据：" + document.no;
    report.asOf = dayOfDocument(document);
    report.notes = notesOf(document, report.asOf);
    report.notes.push_back("单据内容摘要（SHA-256）：" + digest);
    for (const DocumentLogEntry& entry : document.log)
        report.notes.push_back(formatDate(chinaDate(entry.at)) + "　"
            + std::string(tokenRow(kDocumentActions, entry.action).nameZh) + "　" + entry.actorName + "　"
            + (entry.step ? std::string(tokenRow(kStepKinds, *entry.step).nameZh) + "　" : "") + entry.text);
    report.columns = {repeatedColumn("序号", CellKind::Integer, 5), textColumn("材料", 22),
        textColumn("文件名", 22), textColumn("SHA-256", 52), numberColumn("字节", 10),
        textColumn("提交人", 10), dateColumn("提交日期")};
    report.boxes = boxesOf(document);
    report.signatures = {"归档人", "复核人", "归档日期"};
    std::vector<ReportRow> rows;
    for (const DossierPaper& paper : papers)
        rows.push_back(
            {{static_cast<std::int64_t>(rows.size()) + 1, textCell(paper.name), textCell(paper.title),
                 textCell(paper.hash), paper.bytes, textCell(paper.addedBy), paper.addedOn},
                RowRole::Line});
    out.rows = std::make_unique<ListedRows>(std::move(rows));
    return out;
}

std::string documentText(const Document& document)
{
    std::string out;
    const auto add = [&](std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts)
            out.append(std::to_string(part.size())).append(":").append(part).append("\n");
    };
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    add({document.no, tokenRow(kDocumentKinds, document.kind).token, document.method, document.unit.code,
        document.department.name, document.supervising.code, document.counterpart.code, document.applicant,
        document.filer, document.reason, tokenRow(kDocumentStates, document.state).token,
        document.approvalNo});
    for (const DocumentLine& line : document.lines)
        add({number(line.no), line.assetNo, line.name, line.classCode, line.model, number(line.quantity),
            number(line.original.fen()), number(line.accumulated.fen())});
    for (const Fact& fact : document.facts)
        add({number(fact.line), fact.name, fact.value});
    for (const DocumentStep& step : document.steps) {
        add({tokenRow(kStepKinds, step.kind).token, step.signer, step.opinion, step.paperNo, step.meeting,
            step.minutesNo});
        for (const CounterSignature& one : step.counterSignatures)
            add({one.login, one.opinion});
    }
    for (const DocumentPaper& paper : document.papers)
        add({paper.paper, paper.hash, paper.title, paper.addedBy});
    for (const DocumentLogEntry& entry : document.log)
        add({tokenRow(kDocumentActions, entry.action).token, entry.actor,
            number(entry.at.time_since_epoch().count()), tokenRow(kDocumentStates, entry.state).token,
            entry.text});
    return out;
}

} // namespace guanwu
