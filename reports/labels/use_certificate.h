#pragma once

#include "reports/labels/labels.h"

namespace guanwu {

struct CertifiedRoom {
    std::string building;
    std::string code;
    std::string name;
    std::string kind;
    std::string area;
};

/// 办公用房使用凭证: which rooms a unit has, by which approval and agreement. Its symbol holds the number and
/// nothing else.
struct UseCertificate {
    std::string certificateNo;
    std::string unit;
    std::string issuer;
    std::string approval; ///< number and day
    std::string agreementNo;
    std::string term;
    std::string handedOverOn;
    std::string
        replaces; ///< numbers of the certificates whose place it takes, and why; empty = it is the first
    std::string warning; ///< what its rooms are not any more; empty = nothing
    std::vector<CertifiedRoom> rooms;
    std::string count; ///< of the rooms
    std::string total; ///< their area
    LabelSymbol symbol;
};

/// A PDF of one A4 page, or of as many as the rooms need; the same certificate gives the same bytes. Errors:
/// label.symbol.
[[nodiscard]] Result<std::string> useCertificateBytes(const UseCertificate& certificate);

} // namespace guanwu
