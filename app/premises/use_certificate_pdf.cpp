#include "app/premises/use_certificate_pdf.h"

#include "core/documents/document_data.h"
#include "core/values/calendar.h"
#include "reports/labels/use_certificate.h"
#include "scanner/tag_symbol.h"
#include "schema/premises/space_register.h"
#include "schema/premises/use_certificates.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// One text, or the first of several.
    template <class Text> std::string firstOf(const std::vector<AllocationLine>& lines, const Text& text)
    {
        const std::string first = text(lines.front());
        const bool isSame = std::all_of(
            lines.begin(), lines.end(), [&](const AllocationLine& line) { return text(line) == first; });
        return first + (isSame ? "" : " 等");
    }

    std::string joined(const std::vector<std::string>& numbers)
    {
        std::string out;
        for (const std::string& no : numbers)
            out.append(out.empty() ? "" : "、").append(no);
        return out;
    }

    std::string replacedText(const UseCertificateLine& line)
    {
        if (line.replaces.empty())
            return {};
        const FactRule* rule = DocumentData::current().findFact(DocumentKind::Space, "reissue", "ground");
        std::string ground = line.ground;
        for (const FactChoice& choice : rule ? rule->choices : std::vector<FactChoice> {})
            if (choice.token == line.ground)
                ground = choice.nameZh;
        return joined(line.replaces) + "　" + ground + "　" + formatDate(line.from);
    }

    std::string warningOf(const UseCertificateLine& line)
    {
        if (!line.isChanged())
            return {};
        std::string out = "本证所载房间已有变动（";
        if (line.givenBack > 0)
            out += "退回 " + std::to_string(line.givenBack) + " 间";
        if (line.remeasured > 0)
            out += (line.givenBack > 0 ? "，重测或改类 " : "重测或改类 ") + std::to_string(line.remeasured)
                + " 间";
        return out + "），须换发新证；本页仅供核对，不作为凭证。";
    }

    UseCertificate certificateOf(
        const UseCertificateLine& held, const std::vector<AllocationLine>& lines, const std::string& issuer)
    {
        const AllocationLine& first = lines.front();
        const auto dayText = [](const std::optional<Day>& day) { return day ? formatDate(*day) : ""; };
        UseCertificate out;
        out.certificateNo = held.no;
        out.unit = first.unit.name;
        out.issuer = issuer;
        out.approval = firstOf(lines,
            [](const AllocationLine& line) { return line.approvalNo + "　" + formatDate(line.approvedOn); });
        out.agreementNo = firstOf(lines, [](const AllocationLine& line) { return line.agreementNo; });
        out.term = firstOf(lines, [&](const AllocationLine& line) {
            return line.termFrom || line.termTo ? dayText(line.termFrom) + " 至 " + dayText(line.termTo)
                                                : std::string();
        });
        out.handedOverOn = firstOf(
            lines, [&](const AllocationLine& line) { return std::string(dayText(line.handedOverOn)); });
        out.replaces = replacedText(held);
        out.warning = warningOf(held);
        Area sum;
        for (const AllocationLine& line : lines) {
            out.rooms.push_back({line.building.name, line.room.code, line.room.name,
                std::string(tokenRow(kRoomKinds, line.kind).nameZh), line.usable.toString()});
            sum += line.usable;
        }
        out.count = std::to_string(lines.size()) + " 间";
        out.total = sum.toString();
        out.symbol = legacySymbol(out.certificateNo);
        return out;
    }

} // namespace

Result<std::string> useCertificatePdf(
    Session& session, const Scope& scope, const std::string& certificateNo, const std::string& issuer)
{
    if (certificateNo.empty())
        return fail(ErrorCode::NotFound, "space.no_certificate", certificateNo);
    const auto known = readUseCertificates(session, scope, {}, certificateNo);
    const auto held = std::find_if(
        known.begin(), known.end(), [&](const UseCertificateLine& line) { return line.no == certificateNo; });
    if (held == known.end())
        return fail(ErrorCode::NotFound, "space.no_certificate", certificateNo);
    if (!held->replacedBy.empty())
        return fail(
            ErrorCode::RuleViolated, "space.certificate_replaced", certificateNo + " → " + held->replacedBy);
    AllocationQuery asked {{}, {}, {}, certificateNo};
    asked.isOpenOnly = true;
    const auto lines = SpaceRegister(session, scope).allocations(asked);
    if (lines.empty())
        return fail(ErrorCode::RuleViolated, "space.certificate_over", certificateNo);
    return useCertificateBytes(certificateOf(*held, lines, issuer));
}

} // namespace guanwu
