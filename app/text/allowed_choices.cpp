#include "app/text/allowed_choices.h"

#include "core/access/role.h"
#include "core/books/reconciliation.h"
#include "core/documents/document_terms.h"
#include "core/idle/idle_asset.h"
#include "core/leasing/lease_contract.h"
#include "core/registers/register_type.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Write = std::string (*)(const Error& error, Language language);

    template <class Rows> std::string listed(const Rows& rows, Language language)
    {
        std::string out;
        for (const auto& row : rows) {
            out += out.empty() ? "" : language == Language::ZhCn ? "、" : ", ";
            out += row.token;
            out += language == Language::ZhCn ? " " : " (";
            out += language == Language::ZhCn ? row.nameZh : row.nameEn;
            out += language == Language::ZhCn ? "" : ")";
        }
        return out;
    }

    template <const auto& kTable> std::string ofTable(const Error&, Language language)
    {
        return listed(kTable, language);
    }

    std::string ofFact(const Error& error, Language language)
    {
        const FactRule* fact = factOfTerm(error.detail);
        return fact ? listed(fact->choices, language) : std::string();
    }

    /// "gift.source_kind"
    std::string ofRegisterField(const Error& error, Language language)
    {
        const std::string_view term = error.detail;
        const auto dot = std::min(term.find('.'), term.size());
        for (const RegisterType& type : registerTypes())
            if (dot < term.size() && type.token == term.substr(0, dot))
                if (const RegisterField* field = type.field(term.substr(dot + 1)))
                    return listed(field->choices, language);
        return {};
    }

    struct Choices {
        std::string_view subject;
        Write write;
    };

    constexpr Choices kChoices[] {
        {"access.role_name", ofTable<kRoles>},
        {"document.fact_value", ofFact},
        {"idle.reason", ofTable<kIdleReasons>},
        {"idle.way", ofTable<kProposedWays>},
        {"lease.period", ofTable<kRentPeriods>},
        {"reconcile.reason", ofTable<kReconcileReasons>},
        {"register.value", ofRegisterField},
    };

} // namespace

std::string allowedChoices(const Error& error, Language language)
{
    const auto found = std::find_if(std::begin(kChoices), std::end(kChoices),
        [&](const Choices& one) { return one.subject == error.subject; });
    return found == std::end(kChoices) ? std::string() : found->write(error, language);
}

} // namespace guanwu
