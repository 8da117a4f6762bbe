#pragma once

#include "core/audit/audit_entry.h"

#include <functional>
#include <string>
#include <vector>

namespace guanwu {

class BulkWrites;
class Session;

/// What somebody is about to do, as far as it is known before.
struct AuditAct {
    AuditAction action = AuditAction::Read;
    std::string object; ///< the path of a request, the words of a command
    std::string actor;
    std::string source;
    std::string requestId;
    std::function<Instant()> now;
    std::string after; ///< digest; empty = that of the notes
};

/// A thing that is being changed, as texts of ids and codes; of them the trail keeps digests.
struct AuditNote {
    std::string object;
    std::string before;
    std::string after;
};

/// What an entry of this note alone says in its `after`: by it a record can be held against the trail.
[[nodiscard]] std::string digestOf(const AuditNote& note);

/// The pen that a session holds: while somebody acts, the first unit of work that is committed writes the
/// entry of the act, in the same transaction, and so does each later one of the act that noted something. So
/// no change stands without its entry, and no entry without its change. Whoever writes to the registry only
/// notes what he changes; who acts, the dispatcher of the server and the command line say.
class AuditTrail {
public:
    explicit AuditTrail(Session& session)
        : m_session(session)
    {
    }
    /// More than one: of requests whose work is committed together.
    void begin(std::vector<AuditAct> acts);
    void end() { begin({}); }
    /// Who it turned out to be: after a log-in, or once his token is known.
    void setActor(const std::string& actor, const std::string& source);
    /// For who hands the work on to another session.
    [[nodiscard]] const std::vector<AuditAct>& acts() const { return m_acts; }
    void note(AuditNote note) { m_notes.push_back(std::move(note)); }
    /// Writes that the act was refused, in a unit of work of its own: the work itself was taken back.
    void refuse(const std::string& rule);

    // For what commits:

    [[nodiscard]] bool isDue() const
    {
        return !m_acts.empty() && (!m_isWritten || !m_notes.empty())
            && m_acts.front().action != AuditAction::Read;
    }
    void write();
    void write(BulkWrites& bulk);
    void committed();
    [[nodiscard]] std::size_t notes() const { return m_notes.size(); }
    /// What was noted since was taken back.
    void forget(std::size_t notes)
    {
        if (notes < m_notes.size())
            m_notes.resize(notes);
    }

private:
    [[nodiscard]] std::string objectOf(const AuditAct& act) const;
    [[nodiscard]] AuditEntry entryOf(const AuditAct& act);
    void startWriting();
    void insert(AuditEntry entry);

    Session& m_session;
    std::vector<AuditAct> m_acts;
    std::vector<AuditNote> m_notes;
    bool m_isWritten = false; ///< the first entry of the acts
    std::int64_t m_writer = 0;
    std::int64_t m_seq = 0; ///< of the last entry
    bool m_isUnconfirmed = false; ///< something was written that was not committed
};

/// For as long as somebody acts.
class Acting {
public:
    Acting(AuditTrail& trail, std::vector<AuditAct> acts)
        : m_trail(trail)
    {
        m_trail.begin(std::move(acts));
    }
    ~Acting() { m_trail.end(); }
    Acting(const Acting&) = delete;
    Acting& operator=(const Acting&) = delete;

private:
    AuditTrail& m_trail;
};

/// Which entries are wanted; empty = any.
struct AuditFilter {
    std::string actor;
    std::string action; ///< token
    std::string object; ///< its beginning
    std::int64_t before = 0; ///< id; 0 = from the newest on
};

/// The newest first. For auditors: their reach is the whole registry.
[[nodiscard]] std::vector<AuditEntry> auditEntries(
    Session& session, const AuditFilter& filter, std::int64_t most);

} // namespace guanwu
