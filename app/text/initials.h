#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace guanwu {

/// The first letters of the pinyin of a text: 办公桌 is "bgz", "HP打印机" is "hpdyj". Latin letters and
/// digits stay, small; everything else is left out. A character that is read in several ways has the first of
/// them.
class PinyinInitials {
public:
    PinyinInitials();
    ~PinyinInitials();
    PinyinInitials(const PinyinInitials&) = delete;
    PinyinInitials& operator=(const PinyinInitials&) = delete;
    /// Not thread-safe.
    [[nodiscard]] std::string operator()(std::string_view text) const;

private:
    struct Letters;
    std::unique_ptr<Letters> m_letters;
};

} // namespace guanwu
