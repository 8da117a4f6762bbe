#include "app/text/initials.h"

#include <stdexcept>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace guanwu {

struct PinyinInitials::Letters {
    std::unique_ptr<icu::Transliterator> toLatin;
};

PinyinInitials::PinyinInitials()
    : m_letters(std::make_unique<Letters>())
{
    UErrorCode error = U_ZERO_ERROR;
    m_letters->toLatin.reset(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
    if (U_FAILURE(error))
        throw std::runtime_error("the readings of Chinese characters are missing");
}

PinyinInitials::~PinyinInitials() = default;

std::string PinyinInitials::operator()(std::string_view text) const
{
    const icu::UnicodeString characters
        = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::string out;
    for (int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        // One at a time: a run of several would be read as one word without a mark between them.
        icu::UnicodeString one(characters.char32At(i));
        m_letters->toLatin->transliterate(one);
        const char16_t first = one.isEmpty() ? 0 : one[0];
        if ((first >= u'a' && first <= u'z') || (first >= u'0' && first <= u'9'))
            out += static_cast<char>(first);
    }
    return out;
}

} // namespace guanwu
