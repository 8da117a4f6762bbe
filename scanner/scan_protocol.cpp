#include "scanner/scan_protocol.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <system_error>

namespace guanwu {

namespace {

    [[noreturn]] void throwErrno(const char* what)
    {
        throw std::system_error(errno, std::generic_category(), what);
    }

    bool isGone(int error) { return error == EPIPE || error == ECONNRESET; }

    class ReplyWriter {
    public:
        template <class T> void number(T value) { append(&value, sizeof value); }
        void text(const std::string& value)
        {
            number(static_cast<std::uint32_t>(value.size()));
            append(value.data(), value.size());
        }
        std::vector<std::uint8_t> finish()
        {
            const auto length = static_cast<std::uint32_t>(m_bytes.size() - sizeof(std::uint32_t));
            std::memcpy(m_bytes.data(), &length, sizeof length);
            return std::move(m_bytes);
        }

    private:
        void append(const void* bytes, std::size_t size)
        {
            const std::size_t end = m_bytes.size();
            m_bytes.resize(end + size);
            if (size > 0)
                std::memcpy(m_bytes.data() + end, bytes, size);
        }

        std::vector<std::uint8_t> m_bytes
            = std::vector<std::uint8_t>(sizeof(std::uint32_t)); // room for the length
    };

    /// After a read beyond the end everything is 0 and ok() is false.
    class ReplyReader {
    public:
        explicit ReplyReader(std::span<const std::uint8_t> bytes)
            : m_rest(bytes)
        {
        }
        template <class T> T number()
        {
            T value {};
            if (const auto* bytes = take(sizeof value))
                std::memcpy(&value, bytes, sizeof value);
            return value;
        }
        std::string text()
        {
            const auto size = number<std::uint32_t>();
            const auto* bytes = take(size);
            return bytes ? std::string(bytes, bytes + size) : std::string();
        }
        [[nodiscard]] bool ok() const { return m_ok; }
        [[nodiscard]] bool atEnd() const { return m_ok && m_rest.empty(); }

    private:
        const std::uint8_t* take(std::size_t size)
        {
            m_ok = m_ok && size <= m_rest.size();
            if (!m_ok)
                return nullptr;
            const auto* bytes = m_rest.data();
            m_rest = m_rest.subspan(size);
            return bytes;
        }

        std::span<const std::uint8_t> m_rest;
        bool m_ok = true;
    };

    void write(ReplyWriter& writer, const Corners& corners)
    {
        for (const auto& corner : corners) {
            writer.number(std::int32_t {corner.x});
            writer.number(std::int32_t {corner.y});
        }
    }

    Corners cornersFrom(ReplyReader& reader)
    {
        Corners corners {};
        for (auto& corner : corners) {
            corner.x = reader.number<std::int32_t>();
            corner.y = reader.number<std::int32_t>();
        }
        return corners;
    }

    /// Nothing: no such value.
    template <class Choice> std::optional<Choice> choiceFrom(ReplyReader& reader, Choice last)
    {
        const auto number = reader.number<std::uint8_t>();
        if (number > static_cast<std::uint8_t>(last))
            return std::nullopt;
        return static_cast<Choice>(number);
    }

    std::optional<Symbol> symbolFrom(ReplyReader& reader)
    {
        Symbol symbol;
        const auto format = choiceFrom(reader, kSymbolFormats.back().value);
        symbol.corners = cornersFrom(reader);
        symbol.text = reader.text();
        if (!format)
            return std::nullopt;
        symbol.format = *format;
        return symbol;
    }

    std::optional<RegionInView> regionFrom(ReplyReader& reader)
    {
        const auto kind = choiceFrom(reader, Region::Kind::Matrix);
        const auto state = choiceFrom(reader, RegionInView::State::Tracked);
        const auto stage = choiceFrom(reader, ScanStage::WholeFrame);
        const Corners corners = cornersFrom(reader);
        if (!kind || !state || !stage)
            return std::nullopt;
        return RegionInView {corners, *kind, *state, *stage};
    }

    /// As many as the reply says; false when one of them is none.
    template <class Item>
    bool fill(std::vector<Item>& items, ReplyReader& reader, std::optional<Item> (*next)(ReplyReader&))
    {
        const auto count = reader.number<std::uint32_t>();
        for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
            auto item = next(reader);
            if (!item)
                return false;
            items.push_back(std::move(*item));
        }
        return true;
    }

} // namespace

bool sendRequest(int socket, const ScanRequest& request, int descriptor)
{
    ScanRequest copy = request;
    iovec part {&copy, sizeof copy};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptor)> control {};
    msghdr message {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    ssize_t sent = -1;
    do {
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0 && !isGone(errno))
        throwErrno("sending a picture to the reader");
    return sent == static_cast<ssize_t>(sizeof copy);
}

std::optional<ReceivedRequest> receiveRequest(int socket)
{
    ReceivedRequest received;
    iovec part {&received.request, sizeof received.request};
    int descriptor = -1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptor)> control {};
    msghdr message {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t size = -1;
    do {
        size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
    } while (size < 0 && errno == EINTR);
    if (const cmsghdr* header = CMSG_FIRSTHDR(&message); header && header->cmsg_type == SCM_RIGHTS) {
        std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
        received.descriptor = FileDescriptor(descriptor);
    }
    if (size != static_cast<ssize_t>(sizeof received.request) || received.request.magic != ScanRequest::kMagic
        || !received.descriptor)
        return std::nullopt;
    return received;
}

bool sendReply(int socket, const std::vector<std::uint8_t>& reply)
{
    std::size_t done = 0;
    while (done < reply.size()) {
        const ssize_t sent = ::send(socket, reply.data() + done, reply.size() - done, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && isGone(errno))
            return false;
        if (sent < 0)
            throwErrno("answering a scan request");
        done += static_cast<std::size_t>(sent);
    }
    return true;
}

std::vector<std::uint8_t> encodeReply(const Result<ScanReading>& outcome)
{
    ReplyWriter writer;
    writer.number(std::uint8_t {outcome.has_value()});
    if (outcome) {
        writer.number(std::int64_t {outcome->decodeTime.count()});
        for (const auto& time : outcome->times)
            writer.number(std::int64_t {time.count()});
        writer.number(static_cast<std::uint32_t>(outcome->symbols.size()));
        for (const auto& symbol : outcome->symbols) {
            writer.number(static_cast<std::uint8_t>(symbol.format));
            write(writer, symbol.corners);
            writer.text(symbol.text);
        }
        writer.number(static_cast<std::uint32_t>(outcome->regions.size()));
        for (const auto& region : outcome->regions) {
            writer.number(static_cast<std::uint8_t>(region.kind));
            writer.number(static_cast<std::uint8_t>(region.state));
            writer.number(static_cast<std::uint8_t>(region.stage));
            write(writer, region.corners);
        }
    } else {
        writer.number(static_cast<std::uint8_t>(outcome.error().code));
        writer.text(outcome.error().subject);
        writer.text(outcome.error().detail);
    }
    return writer.finish();
}

std::optional<Result<ScanReading>> decodeReply(std::span<const std::uint8_t> body)
{
    ReplyReader reader(body);
    if (reader.number<std::uint8_t>() != 1) {
        const auto code = reader.number<std::uint8_t>();
        std::string subject = reader.text();
        std::string detail = reader.text();
        if (!reader.atEnd() || code > static_cast<std::uint8_t>(ErrorCode::RuleViolated))
            return std::nullopt;
        return fail(Error {static_cast<ErrorCode>(code), std::move(subject), std::move(detail)});
    }
    ScanReading reading;
    reading.decodeTime = std::chrono::microseconds(reader.number<std::int64_t>());
    for (auto& time : reading.times)
        time = std::chrono::microseconds(reader.number<std::int64_t>());
    if (!fill(reading.symbols, reader, symbolFrom) || !fill(reading.regions, reader, regionFrom))
        return std::nullopt;
    if (!reader.atEnd())
        return std::nullopt;
    return reading;
}

} // namespace guanwu
