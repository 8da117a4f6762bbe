#include "app/reader/row_sink.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr std::size_t kBuffer = 1 << 16;
    constexpr std::size_t kLongestNames = 1000; ///< bytes
    constexpr std::string_view kFurtherNames = "……";

} // namespace

Result<void> RowSink::cell(std::int64_t row, std::size_t column, std::string_view text)
{
    if (text.empty())
        return {};
    if (column < m_lengths.size())
        return fail(ErrorCode::InvalidArgument, "table.damaged", std::to_string(row));
    if (column >= kMaxRowCells)
        return fail(ErrorCode::InvalidArgument, "table.too_many_cells", std::to_string(row));
    if (text.size() > kMaxRowBytes - m_text.size())
        return fail(ErrorCode::InvalidArgument, "table.record_too_long", std::to_string(row));
    m_lengths.resize(column);
    m_lengths.push_back(static_cast<std::uint32_t>(text.size()));
    m_text += text;
    return {};
}

Result<void> RowSink::endRow(std::int64_t row, std::int64_t repeat, std::uint64_t bytesRead)
{
    if (m_lengths.empty())
        return {};
    if (row < 1 || repeat < 1 || repeat > kMaxRow || row + repeat - 1 > kMaxRow)
        return fail(ErrorCode::InvalidArgument, "table.damaged", std::to_string(row));
    for (std::int64_t i = 0; i < repeat; ++i) {
        m_sent += m_text.size();
        if (m_sent > kMaxText)
            return fail(ErrorCode::InvalidArgument, "table.too_large", std::to_string(row));
        appendRowFrame(m_out, row + i, bytesRead, m_lengths, m_text);
        if (m_out.size() >= kBuffer)
            flush();
    }
    m_rows += repeat;
    m_lengths.clear();
    m_text.clear();
    return {};
}

void RowSink::leaveOut(std::string_view sheet)
{
    if (m_leftOut.ends_with(kFurtherNames))
        return;
    const bool fits = m_leftOut.size() + sheet.size() <= kLongestNames;
    m_leftOut.append(m_leftOut.empty() ? "" : "、").append(fits ? sheet : kFurtherNames);
}

void RowSink::finish()
{
    appendEndFrame(m_out, m_leftOut);
    flush();
}

void RowSink::finish(const Error& error)
{
    appendErrorFrame(m_out, error);
    flush();
}

void RowSink::flush()
{
    std::string_view rest = m_out;
    while (!rest.empty()) {
        const ssize_t sent = ::write(m_descriptor, rest.data(), rest.size());
        if (sent < 0 && errno != EINTR)
            throw std::system_error(errno, std::generic_category(), "answering with a row");
        rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    }
    m_out.clear();
}

} // namespace guanwu
