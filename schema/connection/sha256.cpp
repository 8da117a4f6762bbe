#include "schema/connection/sha256.h"

#include "core/base/hex.h"

#include <array>
#include <openssl/sha.h>

namespace guanwu {

std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest {};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    return hexOf(digest);
}

} // namespace guanwu
