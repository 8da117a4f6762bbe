#include "core/values/check.h"

#include "core/base/text.h"
#include "core/values/asset_tag.h"
#include "core/values/certificate_no.h"
#include "core/values/id_card_no.h"
#include "core/values/property_unit_no.h"
#include "core/values/uscc.h"

namespace guanwu {

namespace {

CheckOutcome wrong(const Error& error, std::string_view value)
{
    return {Verdict::Error, normalized(value), error.subject};
}

CheckOutcome checkUscc(std::string_view value)
{
    const auto uscc = Uscc::parse(value);
    if (!uscc)
        return wrong(uscc.error(), value);
    if (!uscc->organisationCodeIsValid())
        return {Verdict::Warning, uscc->text(), "uscc.organisation_code"};
    return {Verdict::Ok, uscc->text(), {}};
}

CheckOutcome checkCertificateNo(std::string_view value)
{
    const auto number = CertificateNo::parse(value);
    if (!number)
        return wrong(number.error(), value);
    if (number->warning())
        return {Verdict::Warning, number->text(), number->warning()->subject};
    return {Verdict::Ok, number->text(), {}};
}

CheckOutcome checkIdCard(std::string_view value)
{
    const auto number = IdCardNo::parse(value);
    // What was typed may be all but right: it is not repeated.
    return number ? CheckOutcome{Verdict::Ok, number->masked(), {}} : CheckOutcome{Verdict::Error, {}, number.error().subject};
}

template <class Value>
CheckOutcome checkText(const Result<Value>& parsed, std::string_view value)
{
    return parsed ? CheckOutcome{Verdict::Ok, parsed->text(), {}} : wrong(parsed.error(), value);
}

} // namespace

CheckOutcome check(CheckKind kind, std::string_view value)
{
    switch (kind) {
    case CheckKind::Uscc:
        return checkUscc(value);
    case CheckKind::UnitNo:
        return checkText(PropertyUnitNo::parse(value), value);
    case CheckKind::CertNo:
        return checkCertificateNo(value);
    case CheckKind::AssetNo:
        return checkText(AssetNo::parse(upper(normalized(value))), value);
    case CheckKind::Tag:
        return checkText(AssetTag::parse(upper(normalized(value))), value);
    case CheckKind::IdCard:
        return checkIdCard(value);
    }
    return {};
}

} // namespace guanwu
