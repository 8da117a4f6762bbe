#pragma once

#include "core/reference/classification.h"

#include <cstdint>
#include <string>

namespace guanwu {

/// A class code together with its edition as one number, so that the tables of the books, which hold a row a
/// card and month, are of integers alone and sort by class. 0 stands for a code without the form of its
/// edition.
[[nodiscard]] std::int64_t classKeyOf(ClassEdition edition, std::string_view code);

struct ClassOfKey {
    ClassEdition edition = ClassEdition::Edition2022;
    std::string code; ///< empty for key 0
};
[[nodiscard]] ClassOfKey classOfKey(std::int64_t key);

/// The class of the first level (门类) of the 2022 edition under which the books add a card up, "A02000000".
/// A code of an older edition goes where its successor is; empty when none is named for it.
[[nodiscard]] std::string bookClassOf(std::int64_t key);

} // namespace guanwu
