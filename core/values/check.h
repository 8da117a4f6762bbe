#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// Numbers that can be checked by themselves.
enum class CheckKind : std::uint8_t { Uscc, UnitNo, CertNo, AssetNo, Tag, IdCard };

inline constexpr TokenTable<CheckKind, 6> kCheckKinds {{
    {CheckKind::Uscc, "uscc", "统一社会信用代码", "Unified social credit code"},
    {CheckKind::UnitNo, "unit-no", "不动产单元号", "Property unit number"},
    {CheckKind::CertNo, "cert-no", "不动产权证号", "Certificate number"},
    {CheckKind::AssetNo, "asset-no", "资产编号", "Asset number"},
    {CheckKind::Tag, "tag", "资产标签", "Asset tag"},
    {CheckKind::IdCard, "id-card", "身份证号", "Identity card number"},
}};
static_assert(isDense(kCheckKinds));

enum class CheckVerdict : std::uint8_t { Ok, Warning, Error };

inline constexpr TokenTable<CheckVerdict, 3> kCheckVerdicts {{
    {CheckVerdict::Ok, "ok", "正确", "Right"},
    {CheckVerdict::Warning, "warning", "警告", "Warning"},
    {CheckVerdict::Error, "error", "错误", "Wrong"},
}};
static_assert(isDense(kCheckVerdicts));

struct CheckOutcome {
    CheckVerdict verdict = CheckVerdict::Ok;
    std::string normalized; ///< as it would be stored; for an error the tidied input; identity numbers masked
    std::string code; ///< token of what is wrong, empty when nothing is

    bool operator==(const CheckOutcome&) const = default;
};

/// Full-width forms, small letters and blanks at the ends are tidied before the rules of the kind are asked.
[[nodiscard]] CheckOutcome check(CheckKind kind, std::string_view value);

} // namespace guanwu
