#pragma once

#include "core/access/scope.h"
#include "core/reporting/kept_report.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

class Session;

/// Which kept reports are wanted.
struct KeptFilter {
    std::string report; ///< name; empty = any
    std::string unit; ///< code: those of this unit and its departments; empty = any
    std::int64_t before = 0; ///< id; 0 = from the newest on
};

/// What became of the bytes of a kept report.
struct KeptCheck {
    bool bytesHold = false; ///< they give both digests and have the length that was stored
    bool trailHolds = false; ///< the audit trail knows of a report with these digests, made by the same
    [[nodiscard]] bool holds() const { return bytesHold && trailHolds; }
};

/// The archive of reports. A report is there for whom all of its records are: that of the city for the
/// bureau, that of a unit for the unit. What shows restricted fields of a register is for their readers only.
class ReportArchive {
public:
    /// `restricted`: registers whose restricted fields the reader may see.
    ReportArchive(Session& session, const Scope& scope, std::vector<RegisterKind> restricted)
        : m_session(session)
        , m_scope(scope)
        , m_restricted(std::move(restricted))
    {
    }

    /// Gives it its id and its digests. Errors: report.too_large_to_keep.
    [[nodiscard]] Result<KeptReport> keep(KeptReport report, std::string_view bytes);
    /// The newest first, without those that the reader may not see.
    [[nodiscard]] std::vector<KeptReport> list(const KeptFilter& filter, std::int64_t most);
    /// Errors: report.not_kept, report.restricted.
    [[nodiscard]] Result<KeptReport> find(std::int64_t id);
    /// The bytes, which give the digest. Errors: those of find(), report.damaged.
    [[nodiscard]] Result<std::string> read(const KeptReport& report);
    [[nodiscard]] KeptCheck verify(const KeptReport& report);

private:
    [[nodiscard]] bool sees(const KeptReport& report) const;
    void store(const KeptReport& report, std::string_view bytes);

    Session& m_session;
    Scope m_scope;
    std::vector<RegisterKind> m_restricted;
};

} // namespace guanwu
