#include "app/text/detail_names.h"

#include "core/access/role.h"
#include "core/documents/document_terms.h"
#include "core/premises/room_line.h"
#include "core/premises/title_line.h"
#include "core/registers/register_type.h"
#include "core/registry/use_state.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Names = std::optional<TermNames>;

    template <const auto& kTable> Names rowNames(std::string_view token)
    {
        for (const auto& row : kTable)
            if (row.token == token)
                return TermNames {row.nameZh, row.nameEn};
        return std::nullopt;
    }

    const RegisterType* registerType(std::string_view token)
    {
        for (const RegisterType& type : registerTypes())
            if (type.token == token)
                return &type;
        return nullptr;
    }

    Names registerTypeNames(std::string_view token)
    {
        const RegisterType* type = registerType(token);
        return type ? Names(TermNames {type->nameZh, type->nameEn}) : std::nullopt;
    }

    /// "gift.received"
    Names registerStateNames(std::string_view text)
    {
        const auto dot = std::min(text.find('.'), text.size());
        const RegisterType* type = registerType(text.substr(0, dot));
        const RegisterState* state = type && dot < text.size() ? type->state(text.substr(dot + 1)) : nullptr;
        return state ? Names(TermNames {state->nameZh, state->nameEn}) : std::nullopt;
    }

    /// "gift.received_on"
    Names registerFieldNames(std::string_view text)
    {
        const auto dot = std::min(text.find('.'), text.size());
        const RegisterType* type = registerType(text.substr(0, dot));
        const RegisterField* field = type && dot < text.size() ? type->field(text.substr(dot + 1)) : nullptr;
        return field ? Names(TermNames {field->nameZh, field->nameEn}) : std::nullopt;
    }

    /// What was decided of goods handed over.
    Names decisionNames(std::string_view token)
    {
        const RegisterType* type = registerType("seized_item");
        const RegisterField* field = type ? type->field("decision_kind") : nullptr;
        if (field)
            for (const RegisterChoice& choice : field->choices)
                if (choice.token == token)
                    return TermNames {choice.nameZh, choice.nameEn};
        return std::nullopt;
    }

    struct NamedDetail {
        std::string_view subject;
        Names (*names)(std::string_view word);
    };

    constexpr NamedDetail kNamedDetails[] {
        {"document.day_ahead", factNames},
        {"document.fact_missing", factNames},
        {"document.fact_value", factNames},
        {"document.not_in_state", standNames},
        {"document.only_bureau", methodNames},
        {"document.paper_missing", paperNames},
        {"idle.not_idle", rowNames<kUseStates>},
        {"lease.state", rowNames<kUseStates>},
        {"register.closed", registerStateNames},
        {"register.other_role", rowNames<kRoles>},
        {"register.parent", registerTypeNames},
        {"register.step_from", registerStateNames},
        {"repair.step_record", standNames},
        {"seized.other_decision", decisionNames},
        {"space.not_in_use", rowNames<kRoomStates>},
        {"title.custody_order", rowNames<kCustodySteps>},
    };

} // namespace

std::string shownDetail(const Error& error, Language language)
{
    const auto row = std::find_if(std::begin(kNamedDetails), std::end(kNamedDetails),
        [&](const NamedDetail& one) { return one.subject == error.subject; });
    // Any rule of a value may meet a field of a register.
    const auto namesOf = row != std::end(kNamedDetails) ? row->names
        : error.field.empty()                           ? nullptr
                                                        : registerFieldNames;
    if (!namesOf)
        return error.detail;
    std::string out;
    std::string_view rest = error.detail;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        if (const Names names = namesOf(word))
            out.append(language == Language::ZhCn ? names->zh : names->en);
        else
            out.append(word);
        rest.remove_prefix(end);
        if (!rest.empty()) {
            out += ' ';
            rest.remove_prefix(1);
        }
    }
    return out;
}

} // namespace guanwu
