#pragma once

#include "app/exchange/duplicate_finder.h"
#include "app/exchange/importer.h"

#include <map>

namespace guanwu {

/// The asset numbers of a file. A number is unique in the whole registry, but units number their books alike:
/// a card whose number another unit bears already is given a new one and keeps the imported one as its legacy
/// number, with a warning (design decision 1). The same number twice within a unit is an error.
class AssetNumbers {
public:
    /// Where the number and the legacy number stand in the spooled rows, which begin with the asset's id.
    struct Columns {
        std::size_t table = 0;
        std::size_t assetNo = 0;
        std::size_t legacyNo = 0;
    };
    /// More cards that want another number than this are not one office's books: an error.
    static constexpr std::size_t kMaxRenumbered = 200'000;

    AssetNumbers(const ImportContext& context, const Columns& columns, int headingColumn)
        : m_context(context)
        , m_columns(columns)
        , m_headingColumn(headingColumn)
    {
    }
    /// `hasLegacyNo`: the card brings a legacy number, so there is no room for a second one.
    void add(
        std::string_view number, std::int64_t row, std::int64_t unit, std::int64_t asset, bool hasLegacyNo);
    /// Reports what clashes and gives the new numbers to the spool.
    void finish();

private:
    using Key = DuplicateFinder::Key;

    void noteSerial(std::string_view number);
    void clash(const Key& key);
    void reportError(const Key& key, std::string_view subject, std::string detail);
    void findInRegistry(std::span<const Key> keys);
    void dropImportedBefore();
    void renumber(const Key& key);
    [[nodiscard]] std::int64_t lastSerial(const std::string& prefix);

    ImportContext m_context;
    Columns m_columns;
    int m_headingColumn;
    DuplicateFinder m_keys;
    std::map<std::string, std::int64_t, std::less<>> m_lastInFile; ///< serial by kind and year, "TY2022"
    std::map<std::string, std::int64_t> m_lastGiven;
    std::vector<Key> m_clashes;
    std::unordered_map<std::string, std::vector<std::pair<std::int64_t, std::int64_t>>>
        m_bearers; ///< unit and row of each card that bears a number of several
};

} // namespace guanwu
