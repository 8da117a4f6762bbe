#include "schema/cards/search_names.h"

#include "core/base/text.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kPieceNames = 500;
    /// Ids grow with time, but one made earlier on another machine may be stored later: what was made within
    /// this time before the last one known is read again. The upper bits of an id are milliseconds.
    constexpr std::int64_t kOverlap = std::int64_t {10 * 60 * 1000} << 22;

    struct Batch {
        std::int64_t id = 0;
        std::string kind;
        std::int64_t firstId = 0;
        std::int64_t lastId = 0;
    };

    std::string_view namesOfBatch(std::string_view kind)
    {
        if (kind == "assets")
            return "SELECT DISTINCT name FROM asset WHERE id >= ? AND id <= ? AND batch_id = ?";
        if (kind == "places")
            return "SELECT DISTINCT name FROM place WHERE id >= ? AND id <= ? AND batch_id = ?";
        if (kind == "people")
            return "SELECT DISTINCT name FROM person WHERE id >= ? AND id <= ? AND batch_id = ?";
        return {};
    }

    std::vector<Batch> newBatches(Session& session)
    {
        std::vector<Batch> out;
        Query query(session);
        query.add(
            "SELECT id, kind, first_id, last_id FROM import_batch WHERE state = 'applied' AND id NOT IN "
            "(SELECT id FROM search_progress WHERE source = 'batch') ORDER BY id");
        while (query.next(4))
            out.push_back({query.integer(0), query.text(1), query.integer(2), query.integer(3)});
        return out;
    }

    /// Only one that is not there yet is written, so that a search need not become a write.
    void setProgress(Session& session, const std::string& source, std::int64_t id)
    {
        UnitOfWork work(session, UnitOfWork::Audit::Apart);
        Query(session)
            .add("DELETE FROM search_progress WHERE source = ", source)
            .add(" AND id <= ", id)
            .run();
        insertRow(session, "search_progress", {{"source", source}, {"id", id}});
        work.commit();
    }

} // namespace

std::string searchKey(std::string_view text) { return upper(normalized(text)); }

void SearchNames::learn()
{
    learnBatches();
    learnChanges();
}

void SearchNames::learnBatches()
{
    for (const Batch& batch : newBatches(m_session)) {
        Names names;
        if (const std::string_view sql = namesOfBatch(batch.kind); !sql.empty()) {
            const auto rows = m_session.bulk().stream(sql, {batch.firstId, batch.lastId, batch.id});
            while (rows->next())
                names.emplace(rows->text(0));
        }
        add(names);
        try {
            insertRow(m_session, "search_progress", {{"source", std::string("batch")}, {"id", batch.id}});
        } catch (const DuplicateKey&) {
            // Somebody else searched at the same moment and learnt the same.
        }
    }
}

void SearchNames::learnChanges()
{
    std::int64_t last = 0;
    {
        Query query(m_session);
        query.add("SELECT MAX(id) FROM search_progress WHERE source = 'event'");
        if (query.next(1))
            last = query.integer(0);
    }
    Names names;
    std::int64_t seen = last;
    {
        Query query(m_session);
        query.add(
            "SELECT e.id, f.after_value FROM asset_event e JOIN asset_event_field f ON f.event_id = e.id AND "
            "f.field = 'name' WHERE e.id > ",
            std::max(std::int64_t {0}, last - kOverlap));
        while (query.next(2)) {
            seen = std::max(seen, query.integer(0));
            if (!query.isNull(1))
                names.insert(query.text(1));
        }
    }
    add(names);
    if (seen > last)
        retrying(m_session, [&] {
            try {
                setProgress(m_session, "event", seen);
            } catch (const DuplicateKey&) {
                // As above.
            }
        });
}

void SearchNames::add(const Names& names)
{
    std::vector<std::string> piece;
    for (const std::string& name : names) {
        piece.push_back(name);
        if (piece.size() == kPieceNames) {
            addPiece(piece);
            piece.clear();
        }
    }
    if (!piece.empty())
        addPiece(piece);
}

void SearchNames::addPiece(const std::vector<std::string>& names)
{
    for (int attempt = 1;; ++attempt) {
        Names unknown(names.begin(), names.end());
        {
            Query query(m_session);
            query.add("SELECT name FROM search_name WHERE name IN ").addList(names);
            while (query.next(1))
                unknown.erase(query.text(0));
        }
        if (unknown.empty())
            return;
        try {
            return retrying(m_session, [&] {
                UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
                for (const std::string& name : unknown)
                    insertRow(m_session, "search_name",
                        {{"name", name}, {"key_text", searchKey(name)}, {"initials", m_initials(name)}});
                work.commit();
            });
        } catch (const DuplicateKey&) {
            if (attempt == kMostAttempts)
                throw;
        }
    }
}

std::vector<std::string> SearchNames::matching(std::string_view text, int most)
{
    const std::string key = searchKey(text);
    std::string initials = key;
    for (char& c : initials)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    std::vector<std::string> out;
    Query query(m_session);
    // INSTR and not LIKE: what somebody looks for may hold % or _.
    query.add("SELECT name FROM search_name WHERE INSTR(key_text, ", key);
    query.add(") > 0 OR INSTR(initials, ", initials);
    query.add(") > 0 ORDER BY name LIMIT ", std::int64_t {most});
    while (query.next(1))
        out.push_back(query.text(0));
    return out;
}

} // namespace guanwu
