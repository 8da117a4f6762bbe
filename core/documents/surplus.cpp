// 盘盈入账: an object without a card comes onto the books, at a value that rests on something and over the months it
// can still be used, once the authority has approved it (lifecycle 1.3 and 3.5, rule R4).
#include "core/documents/document_rules.h"
#include "core/reference/classification.h"
#include "core/reference/useful_life.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::int64_t kMostMonths = 1200;

    void require(std::vector<Error>& out, bool holds, const char* subject, std::string detail)
    {
        if (!holds)
            out.push_back({ErrorCode::RuleViolated, subject, std::move(detail)});
    }

    bool isNominal(const Document& document, const DocumentLine& line)
    {
        return document.fact("value_kind", line.no) == "nominal";
    }

    bool isDepreciated(const Document& document, const DocumentLine& line)
    {
        const UsefulLife* life = UsefulLives::current().find(line.classCode, "");
        return !isNominal(document, line) && !(life && life->neverDepreciated);
    }

    std::vector<Error> problemsAtFiling(const Document& document)
    {
        std::vector<Error> out;
        require(out, !document.lines.empty(), "document.no_lines", document.no);
        for (const DocumentLine& line : document.lines) {
            require(out, !line.isAsset() && !line.name.empty() && line.quantity >= 1, "document.wish", line.name);
            require(out, Classification::edition2022().isUsable(line.classCode), "document.wish_class",
                line.name + " " + line.classCode);
            require(out, line.original > Money(), "document.surplus_value", line.name);
            const auto left = document.numberFact("months_left", line.no);
            require(out, !isDepreciated(document, line) || (left && *left >= 1 && *left <= kMostMonths),
                "document.surplus_months", line.name);
        }
        return out;
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        if (stage == DocumentStage::Filing)
            return problemsAtFiling(document);
        std::vector<Error> out;
        if (stage != DocumentStage::Closing)
            return out;
        const auto booked = document.dayFact("booked_on");
        require(out,
            !booked || (*booked <= context.today && (!document.approvedOn || *booked >= *document.approvedOn)),
            "document.booked_on", std::string(document.fact("booked_on")));
        return out;
    }

    /// Once it is approved nothing is left but to book it.
    Result<Document> settled(Document after, DocumentAction action, const DocumentActor&, Instant)
    {
        if (action == DocumentAction::Approve && after.state == DocumentState::Approved)
            after.state = DocumentState::Executing;
        return after;
    }

    /// One card a line; what was said of it at the end goes before what the document knows.
    CardToMake cardOf(const Document& document, const DocumentLine& line, const CardToMake* said)
    {
        CardToMake out {line.no, {}};
        const auto set = [&](std::string_view field, std::string value) {
            const bool isSaid = said
                && std::any_of(said->fields.begin(), said->fields.end(),
                    [&](const FieldValue& one) { return one.field == field; });
            if (!value.empty() && !isSaid)
                out.fields.push_back({std::string(field), std::move(value)});
        };
        const auto fact = [&](const char* name) { return std::string(document.fact(name, line.no)); };
        const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method);
        set("unit", document.unit.code);
        set("department", document.department.name);
        set("class_code", line.classCode);
        set("name", line.name);
        set("brand", fact("brand"));
        set("model", fact("model").empty() ? line.model : fact("model"));
        set("place", fact("place"));
        set("unit_of_measure", line.unitOfMeasure);
        set("quantity", std::to_string(line.quantity));
        set("original_yuan",
            document.moneyFact("approved_yuan", line.no).value_or(line.original).toYuanString());
        set("value_type", isNominal(document, line) ? "nominal" : "appraised");
        set("acquisition_method", method ? method->acquisition : std::string());
        set("acquired_on", std::string(document.fact("booked_on")));
        set("booked_on", std::string(document.fact("booked_on")));
        set("voucher_no", std::string(document.fact("voucher_no")));
        if (isDepreciated(document, line)) {
            // The approval of the document is the approval of a life that is shorter than the class has.
            set("life_months", fact("months_left"));
            set("life_approved", "true");
        }
        if (said)
            out.fields.insert(out.fields.end(), said->fields.begin(), said->fields.end());
        return out;
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        if (moment != DocumentMoment::Closed)
            return out;
        for (const DocumentLine& line : document.lines) {
            const auto said = std::find_if(context.cardFields.begin(), context.cardFields.end(),
                [&](const CardToMake& one) { return one.line == line.no; });
            out.created.push_back(
                cardOf(document, line, said == context.cardFields.end() ? nullptr : &*said));
        }
        return out;
    }

} // namespace

const DocumentRules& surplusRules()
{
    static const DocumentRules rules {problems, settled, effect};
    return rules;
}

} // namespace guanwu
