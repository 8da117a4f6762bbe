#include "core/values/check.h"

#include "core/base/text.h"
#include "core/values/asset_tag.h"
#include "core/values/certificate_no.h"
#include "core/values/id_card_no.h"
#include "core/values/property_unit_no.h"
#include "core/values/uscc.h"

namespace guanwu {

namespace {

    /// What was read goes on beside its error, so that the reader sees what the rule saw.
    CheckOutcome wrong(const Error& error, std::string read)
    {
        return {CheckVerdict::Error, std::move(read), error.subject};
    }

    template <class Value> CheckOutcome outcomeOf(const Result<Value>& parsed, std::string read)
    {
        return parsed ? CheckOutcome {CheckVerdict::Ok, parsed->text(), {}}
                      : wrong(parsed.error(), std::move(read));
    }

    CheckOutcome checkUscc(std::string_view value)
    {
        const auto uscc = Uscc::parse(value);
        if (!uscc)
            return wrong(uscc.error(), Uscc::normalize(value));
        if (!uscc->organisationCodeIsValid())
            return {CheckVerdict::Warning, uscc->text(), "uscc.organisation_code"};
        return {CheckVerdict::Ok, uscc->text(), {}};
    }

    CheckOutcome checkCertificateNo(std::string_view value)
    {
        const auto number = CertificateNo::parse(value);
        if (!number)
            return wrong(number.error(), CertificateNo::normalize(value));
        if (number->warning())
            return {CheckVerdict::Warning, number->text(), number->warning()->subject};
        return {CheckVerdict::Ok, number->text(), {}};
    }

    CheckOutcome checkIdCard(std::string_view value)
    {
        const auto number = IdCardNo::parse(value);
        // What was typed may be all but right: it is not repeated.
        return number ? CheckOutcome {CheckVerdict::Ok, number->masked(), {}}
                      : CheckOutcome {CheckVerdict::Error, {}, number.error().subject};
    }

    /// A tag of another registry, of digits and letters, is right when its check character is: the question
    /// is whether it was copied without a slip.
    CheckOutcome checkTag(std::string_view value)
    {
        std::string tag = upper(normalized(value));
        const auto parsed = AssetTag::parse(tag);
        const bool rightlyCopied = tag.size() > 1 && tag.size() <= kMaxLegacyNo
            && checkCharacterMod37(tag.substr(0, tag.size() - 1)) == tag.back();
        if (!parsed && rightlyCopied)
            return {CheckVerdict::Ok, std::move(tag), {}};
        return outcomeOf(parsed, std::move(tag));
    }

} // namespace

CheckOutcome check(CheckKind kind, std::string_view value)
{
    switch (kind) {
    case CheckKind::Uscc:
        return checkUscc(value);
    case CheckKind::UnitNo:
        return outcomeOf(PropertyUnitNo::parse(value), PropertyUnitNo::normalize(value));
    case CheckKind::CertNo:
        return checkCertificateNo(value);
    case CheckKind::AssetNo:
        return outcomeOf(AssetNo::parse(upper(normalized(value))), upper(normalized(value)));
    case CheckKind::Tag:
        return checkTag(value);
    case CheckKind::IdCard:
        return checkIdCard(value);
    }
    return {};
}

} // namespace guanwu
