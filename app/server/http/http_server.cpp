#include "app/server/http/http_server.h"

#include "app/server/http/connection_list.h"

#include <utility> // Boost.Asio 1.74 uses std::exchange without it

#include <algorithm>
#include <array>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <ctime>
#include <deque>
#include <limits>
#include <stdexcept>
#include <thread>

namespace guanwu {

namespace {

    namespace asio = boost::asio;
    namespace beast = boost::beast;
    namespace http = beast::http;
    using asio::ip::tcp;
    using boost::system::error_code;

    constexpr std::size_t kFirstRead = 4096;
    constexpr std::size_t kRecordBytes = 16 << 10; ///< what TLS hands out at once
    constexpr std::size_t kMostDrained = 8 << 20;
    constexpr std::chrono::milliseconds kAcceptPause {100};

    using StringParser = http::request_parser<http::string_body>;

    auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

    std::shared_ptr<asio::ssl::context> tlsContext(const HttpSettings& settings)
    {
        auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
        context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_compression
            | asio::ssl::context::single_dh_use | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
        SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
        // For TLS 1.2: forward secrecy and authenticated encryption only. TLS 1.3 has nothing else.
        SSL_CTX_set_cipher_list(context->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
        context->use_certificate_chain_file(settings.certificateChain.string());
        context->use_private_key_file(settings.privateKey.string(), asio::ssl::context::pem);
        return context;
    }

    /// Handhelds correct their clocks by it.
    std::string httpDate()
    {
        const std::time_t now = std::time(nullptr);
        std::tm utc {};
        std::array<char, 32> text {};
        return {text.data(),
            std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&now, &utc))};
    }

    HttpRequest headOf(const StringParser& parser, const std::string& peer)
    {
        const auto& message = parser.get();
        HttpRequest head;
        head.method = std::string(message.method_string());
        head.target = std::string(message.target());
        head.peer = peer;
        for (const auto& field : message)
            head.headers.add(std::string(field.name_string()), std::string(field.value()));
        return head;
    }

    template <class Body>
    void setHead(http::response<Body>& out, const HttpResponse& response, bool keepAlive)
    {
        out.result(static_cast<http::status>(response.status));
        out.version(11);
        for (const auto& [name, value] : response.headers)
            out.set(name, value);
        out.set(http::field::date, httpDate());
        if (!response.contentType.empty())
            out.set(http::field::content_type, response.contentType);
        out.keep_alive(keepAlive);
    }

    http::response<http::string_body> toBeast(HttpResponse& response, bool keepAlive)
    {
        http::response<http::string_body> out;
        setHead(out, response, keepAlive);
        out.body() = std::move(response.body);
        out.prepare_payload();
        return out;
    }

} // namespace

struct HttpServer::Transport {
    Transport(const HttpSettings& theSettings, HttpHandler& theHandler)
        : settings(theSettings)
        , handler(theHandler)
        , tls(tlsContext(theSettings))
        , loops(static_cast<std::size_t>(std::max(1, theSettings.threads)))
        , acceptor(loops.front().io)
    {
        tcp::resolver resolver(loops.front().io);
        const tcp::endpoint endpoint
            = *resolver.resolve(settings.host, std::to_string(settings.port), tcp::resolver::passive).begin();
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen();
        asio::co_spawn(loops.front().io, acceptAll(), asio::detached);
        for (Loop& loop : loops)
            loop.thread = std::thread([&loop] {
                pthread_setname_np(pthread_self(), "guanwu-http");
                loop.io.run();
            });
    }

    /// A connection lives on the thread that it was given to. Threads that share an io_context wake each
    /// other for every step of every connection (docs/performance.md).
    struct Loop {
        asio::io_context io {1};
        asio::executor_work_guard<asio::io_context::executor_type> stays {io.get_executor()};
        std::thread thread;
    };

    asio::awaitable<void> acceptAll()
    {
        asio::steady_timer pause(loops.front().io);
        for (std::size_t turn = 0; acceptor.is_open(); ++turn) {
            error_code error;
            asio::io_context& io = loops[turn % loops.size()].io;
            tcp::socket socket = co_await acceptor.async_accept(io, into(error));
            if (error) { // out of descriptors, or the peer has gone: the next one may do better
                pause.expires_after(kAcceptPause);
                co_await pause.async_wait(into(error));
                continue;
            }
            if (connections.size() >= settings.connections)
                continue;
            const auto connection = std::make_shared<Connection>(std::move(socket));
            connections.add(connection);
            asio::co_spawn(connection->stream.get_executor(), serve(connection), asio::detached);
        }
    }

    asio::awaitable<void> serve(std::shared_ptr<Connection> connection)
    {
        const ConnectionList::Entry entry(connections, connection);
        beast::tcp_stream& stream = connection->stream;
        try {
            stream.socket().set_option(tcp::no_delay(true));
            const asio::ip::address address = stream.socket().remote_endpoint().address();
            const std::string peer = address.to_string();
            beast::flat_buffer buffer;
            stream.expires_after(settings.handshakeTime);
            if (co_await beast::async_detect_ssl(stream, buffer, asio::use_awaitable)) {
                beast::ssl_stream<beast::tcp_stream&> secure(stream, *tls);
                buffer.consume(co_await secure.async_handshake(
                    asio::ssl::stream_base::server, buffer.data(), asio::use_awaitable));
                co_await talk(secure, *connection, buffer, peer);
                error_code ignored;
                stream.expires_after(settings.farewellTime);
                co_await secure.async_shutdown(into(ignored));
            } else if (address.is_loopback()) {
                co_await talk(stream, *connection, buffer, peer);
            } else {
                HttpResponse refusal = handler.refuse(HttpRefusal::PlainFromAfar, HttpRequest());
                co_await write(stream, stream, refusal, false);
            }
            error_code ignored;
            stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
        } catch (const boost::system::system_error&) {
            // The peer went away or was too slow: there is nobody left to tell.
        }
    }

    template <class Stream>
    asio::awaitable<void> talk(
        Stream& stream, Connection& connection, beast::flat_buffer& buffer, const std::string& peer)
    {
        beast::tcp_stream& socket = connection.stream;
        for (bool keepAlive = true; keepAlive && !stopping;) {
            if (buffer.size() == 0) {
                error_code error;
                connection.idle = true;
                socket.expires_after(settings.idleTime);
                buffer.commit(co_await stream.async_read_some(buffer.prepare(kFirstRead), into(error)));
                connection.idle = false;
                if (error)
                    co_return;
            }
            StringParser parser;
            parser.header_limit(settings.headerBytes);
            // Any, until the header says which route it is; Boost 1.74 takes "none" for less than every
            // length.
            parser.body_limit(std::numeric_limits<std::uint64_t>::max());
            error_code error;
            socket.expires_after(settings.headerTime);
            co_await http::async_read_header(stream, buffer, parser, into(error));
            if (error) {
                if (error.category() == http::make_error_code(http::error::header_limit).category()) {
                    HttpResponse refusal
                        = handler.refuse(error == http::error::header_limit ? HttpRefusal::HeaderTooLarge
                                                                            : HttpRefusal::Malformed,
                            HttpRequest());
                    co_await write(stream, socket, refusal, false);
                }
                co_return;
            }
            HttpRequest request = headOf(parser, peer);
            request.overTls = !std::is_same_v<Stream, beast::tcp_stream>;
            HttpResponse response;
            const bool hasBody = co_await readBody(stream, socket, buffer, parser, request, response);
            if (hasBody) {
                keepAlive = parser.get().keep_alive();
                request.body = std::move(parser.get().body());
                response = co_await answered(request);
            }
            // After a refusal the rest of the body is still on its way.
            keepAlive = keepAlive && hasBody && !stopping;
            co_await write(stream, socket, response, keepAlive);
            if (!hasBody)
                co_await drain(stream, socket, buffer);
        }
    }

    /// False when the body was refused; `refusal` is then the answer.
    template <class Stream>
    asio::awaitable<bool> readBody(Stream& stream, beast::tcp_stream& socket, beast::flat_buffer& buffer,
        StringParser& parser, const HttpRequest& head, HttpResponse& refusal)
    {
        const std::uint64_t limit = handler.bodyLimit(head);
        const std::uint64_t length = parser.content_length() ? *parser.content_length() : limit;
        if (length > limit) {
            refusal = handler.refuse(HttpRefusal::BodyTooLarge, head);
            co_return false;
        }
        const BodyShare share(*this, parser.is_done() ? 0 : length);
        if (!share.fits()) {
            refusal = handler.refuse(HttpRefusal::Busy, head);
            co_return false;
        }
        parser.body_limit(limit);
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            http::response<http::empty_body> goOn(http::status::continue_, 11);
            socket.expires_after(settings.writeTime);
            co_await http::async_write(stream, goOn, asio::use_awaitable);
        }
        socket.expires_after(settings.bodyTime + std::chrono::seconds(length / settings.bodyBytesASecond));
        // Beast reads what there is room for.
        if (length > kFirstRead && !parser.is_done())
            buffer.reserve(kRecordBytes);
        error_code error;
        co_await http::async_read(stream, buffer, parser, into(error));
        if (!error)
            co_return true;
        if (error == http::error::body_limit)
            refusal = handler.refuse(HttpRefusal::BodyTooLarge, head);
        else if (error.category() == http::make_error_code(http::error::body_limit).category())
            refusal = handler.refuse(HttpRefusal::Malformed, head);
        else
            throw boost::system::system_error(error);
        co_return false;
    }

    /// Takes in some of a body that was refused: a peer that is still sending would otherwise be reset before
    /// it reads why.
    template <class Stream>
    asio::awaitable<void> drain(Stream& stream, beast::tcp_stream& socket, beast::flat_buffer& buffer)
    {
        error_code error;
        socket.expires_after(settings.farewellTime);
        for (std::size_t drained = 0; drained < kMostDrained && !error;) {
            buffer.clear();
            const std::size_t most = std::min(kFirstRead, kMostDrained - drained);
            drained += co_await stream.async_read_some(buffer.prepare(most), into(error));
        }
    }

    /// The handler's answer, whichever thread gives it.
    asio::awaitable<HttpResponse> answered(HttpRequest& request)
    {
        const auto executor = co_await asio::this_coro::executor;
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(HttpResponse)>(
            // Holds references only: see write().
            [this, &executor, &request](auto&& completion) {
                const auto resume
                    = std::make_shared<std::decay_t<decltype(completion)>>(std::move(completion));
                handler.handle(std::move(request), [executor = executor, resume](HttpResponse response) {
                    asio::post(executor, [resume, response = std::move(response)]() mutable {
                        (*resume)(std::move(response));
                    });
                });
            },
            asio::use_awaitable);
    }

    // By reference, as everything that these coroutines take, and what is awaited is called with names and
    // trivial values only: g++ 12 destroys some temporaries of an awaited call twice (GCC bug 99576).
    template <class Stream>
    asio::awaitable<void> write(
        Stream& stream, beast::tcp_stream& socket, HttpResponse& response, bool keepAlive)
    {
        if (!response.file.empty()) {
            co_await writeFile(stream, socket, response, keepAlive);
            co_return;
        }
        const auto message = toBeast(response, keepAlive);
        socket.expires_after(settings.writeTime);
        co_await http::async_write(stream, message, asio::use_awaitable);
    }

    /// Piece by piece: a report of a city need not fit into memory.
    template <class Stream>
    asio::awaitable<void> writeFile(
        Stream& stream, beast::tcp_stream& socket, HttpResponse& response, bool keepAlive)
    {
        http::response<http::file_body> message;
        setHead(message, response, keepAlive);
        error_code error;
        message.body().open(response.file.c_str(), beast::file_mode::scan, error);
        if (error)
            throw boost::system::system_error(error);
        message.prepare_payload();
        socket.expires_after(
            settings.writeTime + std::chrono::seconds(message.body().size() / settings.bodyBytesASecond));
        co_await http::async_write(stream, message, asio::use_awaitable);
    }

    /// What one body may take of the memory for all.
    class BodyShare {
    public:
        BodyShare(Transport& transport, std::uint64_t bytes)
            : m_transport(transport)
            , m_bytes(bytes)
        {
            m_fits = m_transport.bodyBytes.fetch_add(bytes) + bytes <= m_transport.settings.bodyMemory;
        }
        BodyShare(const BodyShare&) = delete;
        BodyShare& operator=(const BodyShare&) = delete;
        ~BodyShare() { m_transport.bodyBytes -= m_bytes; }
        [[nodiscard]] bool fits() const { return m_fits; }

    private:
        Transport& m_transport;
        std::uint64_t m_bytes;
        bool m_fits;
    };

    const HttpSettings settings;
    HttpHandler& handler;
    std::shared_ptr<asio::ssl::context> tls;
    ConnectionList connections;
    std::atomic<std::uint64_t> bodyBytes {0};
    std::atomic<bool> stopping {false};
    std::deque<Loop> loops;
    tcp::acceptor acceptor;
};

HttpServer::HttpServer(const HttpSettings& settings, HttpHandler& handler)
    : m_transport(std::make_unique<Transport>(settings, handler))
{
}

HttpServer::~HttpServer() { stop(std::chrono::milliseconds(0)); }

std::uint16_t HttpServer::port() const { return m_transport->acceptor.local_endpoint().port(); }

std::size_t HttpServer::connections() const { return m_transport->connections.size(); }

void HttpServer::stop(std::chrono::milliseconds patience)
{
    Transport& transport = *m_transport;
    if (transport.stopping.exchange(true))
        return;
    asio::post(transport.loops.front().io, [&transport] {
        error_code ignored;
        transport.acceptor.close(ignored);
    });
    transport.connections.closeIdle();
    const auto end = std::chrono::steady_clock::now() + patience;
    while (transport.connections.size() > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    for (Transport::Loop& loop : transport.loops)
        loop.io.stop();
    for (Transport::Loop& loop : transport.loops)
        loop.thread.join();
    transport.connections.forgetAll(); // a socket must not outlive its loop
}

} // namespace guanwu
