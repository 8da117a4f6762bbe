#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Finds values that stand twice in a file of any length. Keys wait in an unnamed temporary file and are compared in
/// passes over a part of them, so memory does not grow with the file.
class DuplicateFinder {
public:
    struct Key {
        std::string text;
        std::int64_t row = 0;
    };
    /// Throws StorageError when no temporary file can be made.
    DuplicateFinder();

    void add(std::string_view text, std::int64_t row);
    [[nodiscard]] std::int64_t size() const { return m_size; }

    /// Calls `duplicate(key, row of the first)` for each repetition, and `part(keys)` once for every key that is not
    /// one, at most kPassKeys at a time.
    void finish(const std::function<void(const Key&, std::int64_t)>& duplicate,
        const std::function<void(std::span<const Key>)>& part);

    static constexpr std::int64_t kPassKeys = 200000;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
    std::int64_t m_size = 0;
};

} // namespace guanwu
