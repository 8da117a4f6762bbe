// 权属登记: what the registry office decided comes into the register of certificates (lifecycle 5.3).
#include "core/documents/document_data.h"
#include "core/documents/document_rules.h"
#include "core/values/calendar.h"
#include "core/values/certificate_no.h"

namespace guanwu {

namespace {

    std::string_view registrationCode(std::string_view method)
    {
        return method == "transfer" ? "200" : method == "change" ? "300" : method == "correction" ? "500" : "100";
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        std::vector<Error> out;
        if (stage != DocumentStage::Closing)
            return out;
        if (const auto on = document.dayFact("registered_on"); on && *on > context.today)
            out.push_back({ErrorCode::RuleViolated, "title.issued_on", formatDate(*on)});
        if (document.method != "cancel" && !document.fact("new_no").empty())
            if (const auto number = CertificateNo::parse(document.fact("new_no")); !number)
                out.push_back(number.error());
        return out;
    }

    std::optional<Area> areaFact(const Document& document, std::string_view name)
    {
        const auto area = Area::parse(document.fact(name));
        return area ? std::optional(*area) : std::nullopt;
    }

    /// As the certificate words it.
    std::string choiceName(const Document& document, std::string_view name)
    {
        const FactRule* rule = DocumentData::current().findFact(document.kind, document.method, name);
        if (rule)
            for (const FactChoice& choice : rule->choices)
                if (choice.token == document.fact(name))
                    return choice.nameZh;
        return {};
    }

    Result<Document> settled(Document after, DocumentAction action, const DocumentActor&, Instant)
    {
        if (action == DocumentAction::Approve && after.state == DocumentState::Approved)
            after.state = DocumentState::Executing; // what is left is done by the registry office
        return after;
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        if (moment != DocumentMoment::Closed)
            return out;
        TitleEffect title;
        const auto formers = codeList(document.fact("former_nos"));
        if (document.method == "cancel") {
            title.cancelled = formers;
        } else {
            NewTitle entered;
            entered.certNo = document.fact("new_no");
            entered.regKind = registrationCode(document.method);
            entered.holder = document.fact("holder");
            entered.location = document.fact("location");
            entered.unitNos = codeList(document.fact("unit_nos"));
            entered.buildings = codeList(document.fact("buildings"));
            entered.formerNos = formers;
            entered.landShare = areaFact(document, "land_m2");
            entered.floor = areaFact(document, "floor_m2");
            entered.rightType = choiceName(document, "right_type");
            entered.rightNature = document.fact("right_nature");
            entered.use = document.fact("use");
            entered.parcel = areaFact(document, "parcel_m2");
            entered.termFrom = document.dayFact("term_from");
            entered.termTo = document.dayFact("term_to");
            entered.users = codeList(document.fact("using_units"));
            entered.issuedOn = document.dayFact("registered_on").value_or(context.today);
            entered.issuer = document.fact("issuer");
            entered.remark = document.no;
            title.entered = std::move(entered);
        }
        out.title = std::move(title);
        return out;
    }

} // namespace

const DocumentRules& titleRules()
{
    static const DocumentRules rules {problems, settled, effect};
    return rules;
}

} // namespace guanwu
