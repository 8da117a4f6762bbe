#pragma once

#include "reports/books/book_reports.h"

namespace guanwu {

[[nodiscard]] Report reportOfBooks(std::string title, const BookHead& head);

} // namespace guanwu
