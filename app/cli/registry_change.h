#pragma once

#include "app/cli/context.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"

#include <string>
#include <type_traits>

namespace guanwu {

/// One change of the registry in one unit of work: `work(session)` makes it and returns a Result,
/// `show(value)` tells of it. A dry run takes it back and says that nothing was done. `where` is what a
/// refusal is about.
template <class Work, class Show>
ExitCode changeRegistry(
    const CliContext& context, bool dryRun, const std::string& where, const Work& work, const Show& show)
{
    const auto session = context.openRegistry();
    if (!session)
        return context.refuse(session.error());
    const auto done = retrying(**session, [&] {
        UnitOfWork transaction(**session);
        auto result = work(**session);
        if (result && !dryRun)
            transaction.commit();
        return result;
    });
    if (!done)
        return context.refuse(done.error(), where);
    if (dryRun)
        return context.nothingDone();
    if constexpr (std::is_void_v<typename std::decay_t<decltype(done)>::value_type>)
        show();
    else
        show(*done);
    return ExitCode::Done;
}

} // namespace guanwu
