#include "schema/connection/storage_error.h"

#include <cppconn/exception.h>
#include <soci/mysql/soci-mysql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace guanwu {

namespace {

    constexpr int kMysqlDuplicate = 1062;
    constexpr int kMysqlTooLong = 1406;
    constexpr int kMysqlTls = 2026;
    constexpr int kMysqlNodeAway = 1047;

    bool isMysqlConnectionError(int code)
    {
        switch (code) {
        case 1040: // too many connections
        case 1045: // access denied
        case 1049: // unknown database
        case 1053: // a server that is going down
        case 1927: // somebody ended the session
        case 2002:
        case 2003:
        case 2006:
        case 2013:
        case 2055: // the same, with what the system says of it
        case kMysqlTls: // in the middle of a conversation; see rethrowAsConnectError for its beginning
            return true;
        default:
            return false;
        }
    }

    bool isMysqlTransient(int code)
    {
        switch (code) {
        case 1020: // the row has changed since it was read
        case 1180: // an error during commit, a cluster's certification
        case 1205: // waited too long for a lock
        case 1213: // deadlock
        case 1290: // read-only for a moment
        case 1615: // a prepared statement whose tables MySQL had to put away meanwhile, and again
            return true;
        default:
            return false;
        }
    }

} // namespace

void throwSqlite(const char* doing, int code)
{
    // The words for a code are constant; the message of the connection would quote values.
    const std::string what = std::string(doing) + ": SQLite error " + std::to_string(code) + ", "
        + sqlite_api::sqlite3_errstr(code);
    if ((code & 0xff) == SQLITE_CONSTRAINT)
        throw DuplicateKey(what);
    if ((code & 0xff) == SQLITE_BUSY)
        throw TransientFailure(what);
    throw StorageError(what);
}

void throwMysql(const char* doing, int code)
{
    const std::string what = std::string(doing) + ": MySQL error " + std::to_string(code);
    if (code == kMysqlDuplicate)
        throw DuplicateKey(what);
    if (code == kMysqlTooLong)
        throw TextTooLong(what);
    if (code == kMysqlNodeAway)
        throw NodeAway(what);
    if (isMysqlConnectionError(code))
        throw ConnectionLost(what);
    if (isMysqlTransient(code))
        throw TransientFailure(what);
    throw StorageError(what);
}

void rethrowAsConnectError(const char* doing)
{
    int code = 0;
    try {
        throw;
    } catch (const sql::SQLException& error) {
        code = error.getErrorCode();
    } catch (const soci::mysql_soci_error& error) {
        code = static_cast<int>(error.err_num_);
    } catch (...) { // told below
    }
    if (code == kMysqlTls)
        throw UntrustedDatabase(std::string(doing) + ": MySQL error " + std::to_string(code));
    rethrowAsStorageError(doing);
}

void rethrowAsStorageError(const char* doing)
{
    try {
        throw;
    } catch (const sql::SQLException& error) {
        throwMysql(doing, error.getErrorCode());
    } catch (const soci::mysql_soci_error& error) {
        throwMysql(doing, static_cast<int>(error.err_num_));
    } catch (const soci::sqlite3_soci_error& error) {
        throwSqlite(doing, error.result());
    } catch (const soci::soci_error& error) {
        // SOCI's own complaints; its message may quote a statement, so only the first words are kept.
        const std::string text = error.get_error_message();
        throw StorageError(std::string(doing) + ": " + text.substr(0, text.find_first_of("\"'\n:")));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        throw StorageError(std::string(doing) + ": " + error.what());
    }
}

} // namespace guanwu
