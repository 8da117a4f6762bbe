#pragma once

#include "reports/labels/labels.h"

namespace guanwu {

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
    std::vector<std::string> rooms; ///< a line each: building, room, area
    std::string total; ///< rooms and area together
    LabelSymbol symbol;
};

/// One A4 page, or as many as the rooms need; the same certificate gives the same bytes. Errors:
/// label.symbol, and those of ReplacingFile. A full disk throws.
[[nodiscard]] Result<void> writeUseCertificate(
    const UseCertificate& certificate, const std::filesystem::path& path);

} // namespace guanwu
