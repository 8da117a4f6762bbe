#pragma once

#include <string>

namespace guanwu::test {

inline std::string ofHex(std::string_view hex)
{
    std::string out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return out;
}

/// Grey, 2 by 2.
inline std::string smallPng()
{
    return ofHex(
        "89504e470d0a1a0a0000000d494844520000000200000002080000000057dd52f80000000e4944415408d763ac6760626000"
        "00028d00838d3c78f20000000049454e44ae426082");
}

/// Grey, 4 by 3, with nothing but its picture.
inline std::string smallJpeg()
{
    return ofHex(
        "ffd8ffe000104a46494600010100000100010000ffdb004300140e0f120f0d14121012171514181e32211e1c1c1e3d2c2e24"
        "3249404c4b47404645505a736250556d5645466488656d777b8182814e608d978c7d96737e817cffc0000b08000300040101"
        "1100ffc40014000100000000000000000000000000000005ffc4001810000203000000000000000000000000000002041554"
        "ffda0008010100003f0032d26e973fffd9");
}

} // namespace guanwu::test
