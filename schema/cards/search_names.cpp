#include "schema/cards/search_names.h"

#include "core/base/text.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kPieceNames = 500;
    /// Names that hold the two characters, counted up to here: which of two are the rarer need not be known
    /// exactly.
    constexpr std::int64_t kCounted = 1000;
    constexpr std::size_t kMostCompared = 8; ///< bigrams of a text that are counted
    constexpr std::string_view kBatchSource = "gram_batch"; ///< of search_progress
    constexpr std::string_view kEventSource = "gram_event";
    constexpr std::string_view kCodeSource
        = "gram_code"; ///< batches of places, and 0 for all there were at first

    std::string_view tokenOf(SearchNames::Kind kind)
    {
        switch (kind) {
        case SearchNames::Kind::Card:
            return "card";
        case SearchNames::Kind::Holder:
            return "holder";
        case SearchNames::Kind::Code:
            break;
        }
        return "code";
    }

    /// What a code is found by, and the mark that it is known.
    std::set<std::string> gramsOfCode(const std::string& code)
    {
        std::set<std::string> out = bigramsOf(code);
        out.emplace();
        return out;
    }

    /// Ids grow with time, but one made earlier on another machine may be stored later: what was made within
    /// this time before the last one known is read again. The upper bits of an id are milliseconds.
    constexpr std::int64_t kOverlap = std::int64_t {10 * 60 * 1000} << 22;

    struct Batch {
        std::int64_t id = 0;
        std::string kind;
        std::int64_t firstId = 0;
        std::int64_t lastId = 0;
    };

    SearchNames::Kind kindOf(const Batch& batch)
    {
        return batch.kind == "assets" ? SearchNames::Kind::Card : SearchNames::Kind::Holder;
    }

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

    /// Those that were not learnt from, of every kind or of one.
    std::vector<Batch> newBatches(Session& session, std::string_view source, std::string_view kind = {})
    {
        std::vector<Batch> out;
        Query query(session);
        query.add(
            "SELECT id, kind, first_id, last_id FROM import_batch WHERE state = 'applied' AND id NOT IN "
            "(SELECT id FROM search_progress WHERE source = ",
            source);
        query.add(")");
        if (!kind.empty())
            query.add(" AND kind = ", kind);
        query.add(" ORDER BY id");
        while (query.next(4))
            out.push_back({query.integer(0), query.text(1), query.integer(2), query.integer(3)});
        return out;
    }

    /// Only one that is not there yet is written, so that a search need not become a write.
    void setProgress(Session& session, std::string_view source, std::int64_t id)
    {
        UnitOfWork work(session, UnitOfWork::Audit::Apart);
        Query(session)
            .add("DELETE FROM search_progress WHERE source = ", source)
            .add(" AND id <= ", id)
            .run();
        insertRow(session, "search_progress", {{"source", source}, {"id", id}});
        work.commit();
    }

    void setLearnt(Session& session, std::string_view source, std::int64_t batch)
    {
        try {
            insertRow(session, "search_progress", {{"source", source}, {"id", batch}});
        } catch (const DuplicateKey&) {
            // Somebody else searched at the same moment and learnt the same.
        }
    }

    std::string lower(std::string text)
    {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        return text;
    }

} // namespace

std::string searchKey(std::string_view text) { return upper(normalized(text)); }

std::set<std::string> bigramsOf(std::string_view utf8)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < utf8.size(); ++i)
        if ((utf8[i] & 0xC0) != 0x80)
            starts.push_back(i);
    starts.push_back(utf8.size());
    std::set<std::string> out;
    for (std::size_t i = 0; i + 2 < starts.size(); ++i)
        out.emplace(utf8.substr(starts[i], starts[i + 2] - starts[i]));
    out.erase("  ");
    return out;
}

void SearchNames::learn()
{
    learnBatches();
    learnChanges();
    learnCodes();
}

void SearchNames::learnBatches()
{
    for (const Batch& batch : newBatches(m_session, kBatchSource)) {
        Names names;
        if (const std::string_view sql = namesOfBatch(batch.kind); !sql.empty()) {
            const auto rows = m_session.bulk().stream(sql, {batch.firstId, batch.lastId, batch.id});
            while (rows->next())
                names.emplace(rows->text(0));
        }
        add(kindOf(batch), names);
        setLearnt(m_session, kBatchSource, batch.id);
    }
}

void SearchNames::learnChanges()
{
    std::int64_t last = 0;
    {
        Query query(m_session);
        query.add("SELECT MAX(id) FROM search_progress WHERE source = ", kEventSource);
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
    add(Kind::Card, names);
    if (seen > last)
        retrying(m_session, [&] {
            try {
                setProgress(m_session, kEventSource, seen);
            } catch (const DuplicateKey&) {
                // As above.
            }
        });
}

void SearchNames::learnCodes()
{
    const auto learn = [&](std::string_view sql, std::initializer_list<std::int64_t> values) {
        Names codes;
        const auto rows = m_session.bulk().stream(sql, values);
        while (rows->next())
            codes.emplace(rows->text(0));
        add(Kind::Code, codes);
    };
    // At first all that are there, since those entered by hand before are in no batch.
    Query first(m_session);
    first.add("SELECT id FROM search_progress WHERE source = ", kCodeSource).add(" AND id = 0");
    const bool isFirst = !first.next(1);
    const auto batches = newBatches(m_session, kCodeSource, "places");
    if (isFirst) {
        learn("SELECT code FROM place", {});
        setLearnt(m_session, kCodeSource, 0);
    }
    for (const Batch& batch : batches) {
        if (!isFirst)
            learn("SELECT code FROM place WHERE id >= ? AND id <= ? AND batch_id = ?",
                {batch.firstId, batch.lastId, batch.id});
        setLearnt(m_session, kCodeSource, batch.id);
    }
}

void SearchNames::learnCode(Session& session, const std::string& code)
{
    Query known(session);
    known.add("SELECT name FROM search_gram WHERE kind = ", tokenOf(Kind::Code));
    known.add(" AND gram = '' AND name = ", code);
    if (known.next(1))
        return;
    for (const std::string& gram : gramsOfCode(code))
        insertRow(session, "search_gram", {{"kind", tokenOf(Kind::Code)}, {"gram", gram}, {"name", code}});
}

void SearchNames::add(Kind kind, const Names& names)
{
    // In their order, so that a piece goes to few places of each index.
    std::vector<std::string> sorted(names.begin(), names.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> piece;
    std::size_t rows = 0;
    const auto flush = [&] {
        if (!piece.empty())
            addPiece(kind, piece);
        piece.clear();
        rows = 0;
    };
    for (const std::string& name : sorted) {
        // The name, its mark, its bigrams and those of its initials at most.
        const std::size_t most = 2 + 2 * characterCount(name);
        if (piece.size() == kPieceNames || rows + most > std::size_t {kPieceRows})
            flush();
        piece.push_back(name);
        rows += most;
    }
    flush();
}

void SearchNames::addPiece(Kind kind, const std::vector<std::string>& names)
{
    for (int attempt = 1;; ++attempt) {
        Names unknown(names.begin(), names.end());
        {
            Query query(m_session);
            query.add("SELECT name FROM search_gram WHERE kind = ", tokenOf(kind));
            query.add(" AND gram = '' AND name IN ").addList(names);
            while (query.next(1))
                unknown.erase(query.text(0));
        }
        if (unknown.empty())
            return;
        Names known; // as a name of the other kind
        if (kind != Kind::Code) {
            Query query(m_session);
            query.add("SELECT name FROM search_name WHERE name IN ").addList(unknown);
            while (query.next(1))
                known.insert(query.text(0));
        }
        try {
            return retrying(m_session, [&] { write(kind, unknown, known); });
        } catch (const DuplicateKey&) {
            if (attempt == kMostAttempts)
                throw;
        }
    }
}

void SearchNames::write(Kind kind, const Names& names, const Names& known)
{
    BulkWrites& bulk = m_session.batches();
    BulkTransaction transaction(bulk);
    std::vector<std::pair<std::string, std::set<std::string>>> grams;
    const auto words = bulk.writer("search_name", "name, key_text, initials");
    for (const std::string& name : names) {
        if (kind == Kind::Code) {
            grams.emplace_back(name, gramsOfCode(name));
            continue;
        }
        const std::string key = searchKey(name);
        const std::string initials = m_initials(name);
        if (!known.contains(name)) {
            words->text(name);
            words->text(key);
            words->text(initials);
            words->endRow();
        }
        grams.emplace_back(name, bigramsOf(key)).second.merge(bigramsOf(initials));
        grams.back().second.emplace();
    }
    words->flush();
    const auto rows = bulk.writer("search_gram", "kind, gram, name");
    for (const auto& [name, held] : grams)
        for (const std::string& gram : held) {
            rows->text(tokenOf(kind));
            rows->text(gram);
            rows->text(name);
            rows->endRow();
        }
    rows->flush();
    transaction.commit();
}

std::optional<std::string> SearchNames::rarestOf(Kind kind, const std::string& text)
{
    const std::set<std::string> all = bigramsOf(text);
    if (all.size() == 1)
        return *all.begin();
    std::optional<std::string> out;
    std::int64_t fewest = kCounted + 1;
    std::size_t compared = 0;
    for (const std::string& gram : all) {
        if (++compared > kMostCompared)
            break;
        Query query(m_session, Query::Lifetime::Kept);
        query.add("SELECT COUNT(*) FROM (SELECT name FROM search_gram WHERE kind = ", tokenOf(kind));
        query.add(" AND gram = ", gram).add(" LIMIT ", kCounted).add(") few");
        const std::int64_t count = query.next(1) ? query.integer(0) : 0;
        if (count == 0)
            return {};
        if (count < fewest) {
            fewest = count;
            out = gram;
        }
    }
    return out;
}

void SearchNames::collect(
    Kind kind, bool areInitials, const std::string& text, int most, std::set<std::string>& found)
{
    const auto gram = rarestOf(kind, text);
    if (!gram)
        return;
    Query query(m_session, Query::Lifetime::Kept);
    query.add("SELECT g.name FROM search_gram g");
    if (kind != Kind::Code) {
        query.add(joinInThisOrder(m_session.dialect()));
        query.add("search_name n ON n.name = g.name");
    }
    query.add(" WHERE g.kind = ", tokenOf(kind)).add(" AND g.gram = ", *gram);
    // INSTR and not LIKE: what somebody looks for may hold % or _.
    if (kind == Kind::Code)
        query.add(" AND INSTR(g.name, ", text);
    else
        query.add(areInitials ? " AND INSTR(n.initials, " : " AND INSTR(n.key_text, ", text);
    query.add(") > 0 ORDER BY g.name LIMIT ", std::int64_t {most});
    while (query.next(1))
        found.insert(query.text(0));
}

std::vector<std::string> SearchNames::matching(Kind kind, std::string_view text, int most)
{
    const std::string key = searchKey(text);
    std::set<std::string> found;
    collect(kind, false, key, most, found);
    if (kind != Kind::Code)
        collect(kind, true, lower(key), most, found);
    std::vector<std::string> out(found.begin(), found.end());
    if (out.size() > static_cast<std::size_t>(most))
        out.resize(static_cast<std::size_t>(most));
    return out;
}

} // namespace guanwu
