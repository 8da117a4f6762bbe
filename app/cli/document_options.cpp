#include "app/cli/document_options.h"

#include "app/documents/document_json.h"
#include "app/system_clock.h"
#include "core/documents/document_terms.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"

#include <charconv>
#include <iostream>

namespace guanwu {

Result<DocumentCounter> DocumentCounter::open(const CliContext& context, const std::string& login)
{
    if (login.empty())
        return fail(ErrorCode::InvalidArgument, "document.actor");
    return openToRead(context, login);
}

Result<DocumentCounter> DocumentCounter::openToRead(const CliContext& context, const std::string& login)
{
    auto session = context.openRegistry();
    if (!session)
        return fail(session.error());
    DocumentCounter out {std::move(*session), {}};
    if (login.empty()) {
        out.account.role = Role::Auditor; // reads everything, changes nothing
        return out;
    }
    auto account = SociAccountStore(*out.session).findAccount(login);
    if (!account)
        return fail(account.error());
    if (!account->role || account->disabled)
        return fail(ErrorCode::Forbidden, "access.no_role", login);
    out.account = std::move(*account);
    return out;
}

Result<std::vector<Fact>> parseFacts(const std::vector<std::string>& texts)
{
    std::vector<Fact> out;
    for (const std::string& text : texts) {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            return fail(ErrorCode::InvalidArgument, "document.fact_unknown", text);
        Fact fact {0, text.substr(0, equals), text.substr(equals + 1)};
        if (const auto colon = fact.name.find(':'); colon != std::string::npos) {
            std::from_chars(fact.name.data(), fact.name.data() + colon, fact.line);
            fact.name.erase(0, colon + 1);
        }
        out.push_back(std::move(fact));
    }
    return out;
}

void useTokens(std::vector<Fact>& facts, DocumentKind kind, const std::string& method)
{
    for (Fact& fact : facts)
        fact.name = factToken(kind, method, fact.name);
}

void printDocument(const CliContext& context, const Document& document, bool dryRun)
{
    if (context.json) {
        auto json = documentJson(document);
        json["dry_run"] = dryRun;
        std::cout << json.dump() << '\n';
        return;
    }
    std::cout << (dryRun ? context.say({"检查通过，未作更改：", "checked; nothing was changed: "})
                         : std::string_view())
              << document.no << '\t' << context.say({document.stateNameZh(), document.stateNameEn()});
    if (document.rule)
        std::cout << '\t' << document.rule->version << ' ' << document.rule->row
                  << (document.rule->isExample
                             ? context.say({"（示例，非本市规定）", " (an example, no rule of this city)"})
                             : "");
    std::cout << '\n';
    // What was carried out and went back to who approved it says why.
    if (document.state == DocumentState::InReview && !document.log.empty()
        && document.log.back().action == DocumentAction::Execute)
        std::cerr << document.log.back().text << '\n';
    for (const std::string& warning : document.warnings)
        std::cerr << warning << '\n';
}

ExitCode changeDocument(const CliContext& context, const DocumentOptions& options,
    const std::function<Result<Document>(DocumentWork& work, DocumentCounter& counter)>& change)
{
    auto counter = DocumentCounter::open(context, options.as);
    if (!counter)
        return context.refuse(counter.error());
    const auto done = retrying(*counter->session, [&]() -> Result<Document> {
        UnitOfWork unit(*counter->session);
        DocumentWork work(*counter->session, counter->account, systemNow);
        auto changed = change(work, *counter);
        if (changed && !options.dryRun)
            unit.commit();
        return changed;
    });
    if (!done)
        return context.refuse(done.error());
    printDocument(context, *done, options.dryRun);
    return ExitCode::Done;
}

} // namespace guanwu
