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

/// Finds values that stand twice in a file of any length. Keys wait in unnamed temporary files and are
/// compared part by part, so memory does not grow with the file.
class DuplicateFinder {
public:
    struct Key {
        std::string text;
        std::int64_t row = 0;
        std::int64_t owner = 0; ///< whatever the caller gave with it, as are the next two
        std::int64_t item = 0;
        bool isFixed = false;
    };
    using Duplicate = std::function<void(const Key& key, const Key& first)>;
    using Part = std::function<void(std::span<const Key> keys)>;

    /// Throws StorageError when no temporary file can be made.
    DuplicateFinder();

    /// `key.text` is not looked at.
    void add(std::string_view text, const Key& key);
    [[nodiscard]] std::int64_t size() const { return m_size; }

    /// Calls `duplicate(key, the first)` for each repetition, and `part(keys)` once for every key that is not
    /// one, about kPartKeys at a time; an empty `part` asks for none. Up to kPartKeys keys come in the
    /// order of their rows.
    void finish(const Duplicate& duplicate, const Part& part);

    static constexpr std::int64_t kPartKeys = 100000;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;
    [[nodiscard]] static File temporaryFile();

    File m_file;
    std::int64_t m_size = 0;
};

} // namespace guanwu
