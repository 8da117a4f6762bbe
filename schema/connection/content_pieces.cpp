#include "schema/connection/content_pieces.h"

#include "schema/connection/query.h"
#include "schema/connection/storage_error.h"

#include <openssl/evp.h>

namespace guanwu {

namespace {

    constexpr std::size_t kPieceBytes = 192 * 1024; ///< a multiple of 3: pieces need no filling but the last

    std::string toBase64(std::string_view bytes)
    {
        std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0'); // the library writes a NUL behind
        const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
            reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
        out.resize(static_cast<std::size_t>(length));
        return out;
    }

    std::string fromBase64(const std::string& text)
    {
        std::string out(text.size() / 4 * 3 + 1, '\0');
        const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
            reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
        if (length < 0)
            throw CorruptData("a stored piece cannot be read back");
        // The filling counts as bytes.
        std::size_t filling = 0;
        while (filling < text.size() && text[text.size() - 1 - filling] == '=')
            ++filling;
        out.resize(static_cast<std::size_t>(length) - filling);
        return out;
    }

} // namespace

void storePieces(Session& session, std::string_view table, const std::string& hash, std::string_view bytes)
{
    std::int64_t number = 0;
    for (std::size_t from = 0; from < bytes.size(); from += kPieceBytes)
        insertRow(session, table,
            {{"hash", hash}, {"piece_no", number++}, {"content", toBase64(bytes.substr(from, kPieceBytes))}});
}

std::string readPieces(Session& session, std::string_view table, const std::string& hash)
{
    std::string out;
    Query query(session);
    query.add("SELECT p.content FROM ")
        .add(table)
        .add(" p WHERE p.hash = ", hash)
        .add(" ORDER BY p.piece_no");
    while (query.next(1))
        out += fromBase64(query.text(0));
    return out;
}

} // namespace guanwu
