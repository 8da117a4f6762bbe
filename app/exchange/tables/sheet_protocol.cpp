#include "app/exchange/tables/sheet_protocol.h"

#include <cstring>
#include <simdjson.h>

namespace guanwu {

namespace {

    constexpr char kRow = 'r';
    constexpr char kEnd = 'd';
    constexpr char kError = 'e';
    constexpr std::size_t kMaxSubject = 64;

    template <class T> void put(std::string& out, T value)
    {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out.append(bytes, sizeof value);
    }

    template <class T> bool take(std::string_view& rest, T& value)
    {
        if (rest.size() < sizeof value)
            return false;
        std::memcpy(&value, rest.data(), sizeof value);
        rest.remove_prefix(sizeof value);
        return true;
    }

    bool takeText(std::string_view& rest, std::size_t size, std::string_view& text)
    {
        if (rest.size() < size)
            return false;
        text = rest.substr(0, size);
        rest.remove_prefix(size);
        return simdjson::validate_utf8(text.data(), text.size());
    }

    bool decodeRow(std::string_view rest, SheetFrame& frame)
    {
        if (!std::holds_alternative<SheetRow>(frame))
            frame = SheetRow {};
        SheetRow& row = std::get<SheetRow>(frame);
        std::uint32_t cells = 0;
        if (!take(rest, row.row) || !take(rest, row.bytesRead) || !take(rest, cells) || cells > kMaxRowCells)
            return false;
        std::string_view lengths = rest.substr(0, cells * sizeof(std::uint32_t));
        rest.remove_prefix(lengths.size());
        row.cells.resize(cells);
        for (std::string_view& cell : row.cells) {
            std::uint32_t length = 0;
            if (!take(lengths, length) || !takeText(rest, length, cell))
                return false;
        }
        return rest.empty();
    }

    bool decodeError(std::string_view rest, SheetFrame& frame)
    {
        std::uint8_t code = 0;
        std::uint32_t length = 0;
        std::string_view subject;
        std::string_view detail;
        if (!take(rest, code) || !take(rest, length) || length > kMaxSubject
            || !takeText(rest, length, subject) || !takeText(rest, rest.size(), detail))
            return false;
        if (code > static_cast<std::uint8_t>(ErrorCode::RuleViolated) || !subject.starts_with("table."))
            return false;
        frame = Error {static_cast<ErrorCode>(code), std::string(subject), std::string(detail)};
        return true;
    }

} // namespace

void appendRowFrame(std::string& out, std::int64_t row, std::uint64_t bytesRead,
    std::span<const std::uint32_t> lengths, std::string_view text)
{
    const std::size_t body
        = 1 + sizeof row + sizeof bytesRead + sizeof(std::uint32_t) + lengths.size_bytes() + text.size();
    put(out, static_cast<std::uint32_t>(body));
    out += kRow;
    put(out, row);
    put(out, bytesRead);
    put(out, static_cast<std::uint32_t>(lengths.size()));
    for (const std::uint32_t length : lengths)
        put(out, length);
    out += text;
}

void appendEndFrame(std::string& out, std::string_view otherSheets)
{
    put(out, static_cast<std::uint32_t>(1 + otherSheets.size()));
    out += kEnd;
    out += otherSheets;
}

void appendErrorFrame(std::string& out, const Error& error)
{
    put(out,
        static_cast<std::uint32_t>(2 + sizeof(std::uint32_t) + error.subject.size() + error.detail.size()));
    out += kError;
    put(out, static_cast<std::uint8_t>(error.code));
    put(out, static_cast<std::uint32_t>(error.subject.size()));
    out += error.subject;
    out += error.detail;
}

bool decodeSheetFrame(std::string_view body, SheetFrame& frame)
{
    if (body.empty())
        return false;
    const char kind = body.front();
    body.remove_prefix(1);
    if (kind == kRow)
        return decodeRow(body, frame);
    if (kind == kError)
        return decodeError(body, frame);
    SheetEnd end;
    std::string_view names;
    if (kind != kEnd || !takeText(body, body.size(), names))
        return false;
    end.otherSheets = names;
    frame = std::move(end);
    return true;
}

} // namespace guanwu
