#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace guanwu::test {

/// Something in a source file that should not be so. Line 0 = the file as a whole.
struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string what;

    bool operator==(const Finding&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const Finding& finding)
{
    return out << '\n' << finding.path << ':' << finding.line << ": " << finding.what;
}

using Findings = std::vector<Finding>;

} // namespace guanwu::test
