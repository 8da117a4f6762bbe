#include "app/premises/use_certificate_pdf.h"

#include "core/values/calendar.h"
#include "reports/labels/use_certificate.h"
#include "scanner/tag_symbol.h"
#include "schema/premises/space_register.h"

namespace guanwu {

namespace {

    UseCertificate certificateOf(const std::vector<AllocationLine>& lines, const std::string& issuer)
    {
        const AllocationLine& first = lines.front();
        UseCertificate out;
        out.certificateNo = first.certificateNo;
        out.unit = first.unit.name;
        out.issuer = issuer;
        out.approval = first.approvalNo + "　" + formatDate(first.approvedOn);
        out.agreementNo = first.agreementNo;
        if (first.termFrom || first.termTo)
            out.term = (first.termFrom ? formatDate(*first.termFrom) : "") + " 至 "
                + (first.termTo ? formatDate(*first.termTo) : "");
        if (first.handedOverOn)
            out.handedOverOn = formatDate(*first.handedOverOn);
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
    SpaceRegister space(session, scope);
    AllocationQuery asked {{}, {}, {}, certificateNo};
    if (certificateNo.empty() || space.allocations(asked).empty())
        return fail(ErrorCode::NotFound, "space.no_certificate", certificateNo);
    asked.isOpenOnly = true;
    const auto lines = space.allocations(asked);
    if (lines.empty())
        return fail(ErrorCode::RuleViolated, "space.certificate_over", certificateNo);
    return useCertificateBytes(certificateOf(lines, issuer));
}

} // namespace guanwu
