#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace guanwu {

/// Greys of lines across the bars, each the mean of several rows. Under a reflection, which only adds light,
/// the darkest lines of the upper and of the lower half say what all of that half have there.
class BarLines {
public:
    using Profile = std::vector<float>;

    struct Size {
        int lines = 0;
        int spare = 0; ///< above, and as many below: only asked for what the others lost
        int rows = 0; ///< of each line
        int samples = 0; ///< of each row
    };
    explicit BarLines(const Size& size);

    /// A row of a line, from -spare on. `lost`: above 0 for what says nothing; empty where all says
    /// something.
    void add(int line, const Profile& row, const Profile& lost);

    struct Combined {
        std::vector<Profile> lines; ///< without the spare ones
        std::vector<std::size_t> gaps; ///< samples of which a reflection left no line
    };
    [[nodiscard]] Combined combined() const;

private:
    [[nodiscard]] float mean(std::size_t line, std::size_t sample) const;
    [[nodiscard]] bool isWhole(std::size_t line, std::size_t sample) const;
    [[nodiscard]] std::optional<float> darkest(std::size_t sample, std::size_t from, std::size_t to) const;

    Size m_size;
    std::vector<Profile> m_sums; ///< of each line
    std::vector<Profile> m_counts; ///< how many rows each is the sum of
    std::vector<bool> m_isLit; ///< a reflection lies on some of the lines there, or fades away
};

} // namespace guanwu
