#include "app/server/routes/card_call.h"

#include "app/server/server_context.h"
#include "app/text/initials.h"
#include "schema/connection/sha256.h"

namespace guanwu {

namespace {

    std::string initialsOf(std::string_view name)
    {
        // Made once a thread: it is costly, and not to be shared.
        thread_local const PinyinInitials initials;
        return initials(name);
    }

} // namespace

Cards::Cards(RouteCall& call)
    : repository(call.session, call.scope())
    , search(call.session, call.scope(), initialsOf)
    , service(repository, call.scope(), call.server.now)
    , change(repository, search, service, sha256Hex)
{
}

Result<std::optional<UseState>> stateOf(const std::string& text)
{
    if (text.empty())
        return std::optional<UseState>();
    const auto state = parseToken(kUseStates, text, "card.value");
    return state ? Result<std::optional<UseState>>(*state) : fail(state.error());
}

Result<CardFilter> filterOf(const RouteCall& call)
{
    const auto state = stateOf(call.queryValue("use_state"));
    if (!state)
        return fail(inField(state.error(), "use_state"));
    CardFilter filter {call.queryValue("q"), call.queryValue("unit"), call.queryValue("place"),
        call.queryValue("class"), call.queryValue("user"), *state};
    if (const std::string sort = call.queryValue("sort"); !sort.empty()) {
        const auto order = parseToken(kCardOrders, sort, "card.sort");
        if (!order)
            return fail(inField(order.error(), "sort"));
        filter.order = *order;
    }
    return filter;
}

} // namespace guanwu
