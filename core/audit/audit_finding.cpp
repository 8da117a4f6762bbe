#include "core/audit/audit_finding.h"

#include <limits>
#include <utility>

namespace guanwu {

void AuditReport::add(AuditFinding finding)
{
    ++findingCount;
    if (findings.size() < kMostFindings)
        findings.push_back(std::move(finding));
}

const AuditFinding* AuditReport::first() const
{
    const AuditFinding* best = nullptr;
    const auto rank = [](const AuditFinding& finding) {
        return finding.entry == 0 ? std::numeric_limits<std::int64_t>::max() : finding.entry;
    };
    for (const AuditFinding& finding : findings)
        if (!best || rank(finding) < rank(*best))
            best = &finding;
    return best;
}

} // namespace guanwu
