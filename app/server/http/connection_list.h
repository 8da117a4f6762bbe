#pragma once

#include <utility> // Boost.Asio 1.74 uses std::exchange without it

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <memory>
#include <mutex>
#include <unordered_set>

namespace guanwu {

struct Connection {
    explicit Connection(boost::asio::ip::tcp::socket socket)
        : stream(std::move(socket))
    {
    }
    boost::beast::tcp_stream stream;
    std::atomic<bool> idle {false}; ///< waits for a request
};

/// The connections that are open, so that a server that stops can let go of those that wait.
class ConnectionList {
public:
    void add(const std::shared_ptr<Connection>& connection)
    {
        const std::lock_guard lock(m_mutex);
        m_open.insert(connection);
    }
    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_open.size();
    }
    /// Of those that end without having talked, too.
    void forgetAll()
    {
        const std::lock_guard lock(m_mutex);
        m_open.clear();
    }
    void closeIdle()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& connection : m_open)
            boost::asio::post(connection->stream.get_executor(), [connection] {
                if (connection->idle)
                    connection->stream.close();
            });
    }

    /// Takes a connection off the list when its talk is over.
    class Entry {
    public:
        Entry(ConnectionList& list, std::shared_ptr<Connection> connection)
            : m_list(list)
            , m_connection(std::move(connection))
        {
        }
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;
        ~Entry()
        {
            const std::lock_guard lock(m_list.m_mutex);
            m_list.m_open.erase(m_connection);
        }

    private:
        ConnectionList& m_list;
        std::shared_ptr<Connection> m_connection;
    };

private:
    mutable std::mutex m_mutex;
    std::unordered_set<std::shared_ptr<Connection>> m_open;
};

} // namespace guanwu
