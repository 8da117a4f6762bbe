#include "schema/access/request_keys.h"

#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

Result<std::optional<FirstAnswer>> RequestKeys::find(const std::string& key, const std::string& digest)
{
    Query query(m_session);
    query.add("SELECT digest, status, body FROM request_key WHERE account_id = ", m_account.value);
    query.add(" AND request_key = ", key);
    if (!query.next(3))
        return std::optional<FirstAnswer>();
    if (query.text(0) != digest)
        return fail(ErrorCode::Conflict, "request.key_reused", key);
    return std::optional(FirstAnswer {static_cast<int>(query.integer(1)), query.text(2)});
}

void RequestKeys::keep(
    const std::string& key, const std::string& digest, Instant now, const FirstAnswer& answer)
{
    insertRow(m_session, "request_key",
        {{"account_id", m_account.value}, {"request_key", key}, {"digest", digest},
            {"status", std::int64_t {answer.status}}, {"body", answer.body}, {"at", toInstantColumn(now)}});
}

Result<FirstAnswer> RequestKeys::answerOnce(
    const std::string& key, const std::string& digest, Instant now, const std::function<FirstAnswer()>& work)
{
    const auto once = [&]() -> Result<FirstAnswer> {
        UnitOfWork unit(m_session);
        const auto before = find(key, digest);
        if (!before)
            return fail(before.error());
        if (*before)
            return **before;
        FirstAnswer answer = work();
        if (!answer.isDone())
            return answer;
        keep(key, digest, now, answer);
        unit.commit();
        return answer;
    };
    try {
        return retrying(m_session, once);
    } catch (const DuplicateKey&) {
        // The same request arrived twice at once: the other one has the answer.
        return retrying(m_session, once);
    } catch (const UnknownOutcome&) {
        bool isLost = true;
        return retrying(m_session, [&] {
            if (isLost)
                m_session.reopen(); // which may take several attempts as well
            isLost = false;
            return once();
        });
    }
}

} // namespace guanwu
