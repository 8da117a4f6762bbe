#pragma once

#include <stdexcept>
#include <string>

namespace guanwu {

/// The store failed. Carries a code and ids, never a statement or a value: database libraries paste both into
/// what().
class StorageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The store cannot be reached, or the connection was cut.
class ConnectionLost : public StorageError {
public:
    using StorageError::StorageError;
};

/// The node that was reached has lost its cluster and took nothing of what it was told: another one may.
class NodeAway : public ConnectionLost {
public:
    using ConnectionLost::ConnectionLost;
};

/// The database did not prove itself as asked, or does not speak TLS: nothing was said to it.
class UntrustedDatabase : public StorageError {
public:
    using StorageError::StorageError;
};

/// What is stored does not mean what the program thinks, for example an unknown token.
class CorruptData : public StorageError {
public:
    using StorageError::StorageError;
};

/// A unique key holds the value already. The one storage failure that callers handle by looking again.
class DuplicateKey : public StorageError {
public:
    using StorageError::StorageError;
};

/// A text is longer than its column, and nothing was done. SQLite keeps any length: what people write has its
/// limit in the core, and this is for what has none there.
class TextTooLong : public StorageError {
public:
    using StorageError::StorageError;
};

/// Somebody else was in the way (a deadlock, a lock held too long, a node that is changing): nothing was
/// done, and the whole unit of work may be tried again from its reads (security D6).
class TransientFailure : public StorageError {
public:
    using StorageError::StorageError;
};

/// The connection was cut while a commit was under way: nobody knows whether it was done. Only work that can
/// be repeated without harm may be repeated (security D7).
class UnknownOutcome : public StorageError {
public:
    using StorageError::StorageError;
};

/// Turns whatever a database library threw into one of the above; call it inside a catch block.
[[noreturn]] void rethrowAsStorageError(const char* doing);

/// The same for a result code of SQLite's own calls, and for an error number of MariaDB or MySQL.
[[noreturn]] void throwSqlite(const char* doing, int code);
[[noreturn]] void throwMysql(const char* doing, int code);

/// "error NUMBER" of a handshake that failed, as an UntrustedDatabase; everything else as above. For the
/// opening of connections, inside a catch block.
[[noreturn]] void rethrowAsConnectError(const char* doing);

/// Runs `work`, translating every database exception. `doing` names the work in the error: "open the
/// registry".
template <class Work> auto guarded(const char* doing, Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const StorageError&) {
        throw;
    } catch (...) {
        rethrowAsStorageError(doing);
    }
}

/// Runs the statement that commits. A connection that is lost on the way leaves its outcome unknown; a node
/// that refuses it has done nothing.
template <class Work> void committing(Work&& work)
{
    try {
        guarded("commit", work);
    } catch (const NodeAway&) {
        throw;
    } catch (const ConnectionLost& lost) {
        throw UnknownOutcome(lost.what());
    }
}

} // namespace guanwu
