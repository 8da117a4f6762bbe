#include "app/exchange/importers/asset_numbers.h"

#include "core/values/number_run.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/session.h"
#include "schema/repositories/asset_numbers.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace guanwu {

namespace {

    constexpr std::size_t kNumberLength = 12;

} // namespace

void AssetNumbers::add(
    std::string_view number, std::int64_t row, std::int64_t unit, std::int64_t asset, bool hasLegacyNo)
{
    m_keys.add(number, {{}, row, unit, asset, hasLegacyNo});
    noteSerial(number);
}

/// New numbers go behind those of the file, which are not in the registry yet.
void AssetNumbers::noteSerial(std::string_view number)
{
    if (number.size() != kNumberLength)
        return;
    std::int64_t serial = 0;
    const char* end = number.data() + kNumberLength;
    const auto [stopped, error] = std::from_chars(number.data() + kNumberHead, end, serial);
    if (error != std::errc() || stopped != end)
        return;
    const std::string_view prefix = number.substr(0, kNumberHead);
    auto last = m_lastInFile.find(prefix);
    if (last == m_lastInFile.end())
        last = m_lastInFile.emplace(std::string(prefix), 0).first;
    last->second = std::max(last->second, serial);
}

void AssetNumbers::finish()
{
    // The first import, which is the large one, has no card to clash with.
    const bool anyCard = m_context.session.bulk().stream("SELECT id FROM asset LIMIT 1", {})->next();
    m_keys.finish(
        [&](const Key& key, const Key& first) {
            auto& bearers = m_bearers[key.text];
            if (bearers.empty())
                bearers.emplace_back(first.owner, first.row);
            const auto same = std::find_if(bearers.begin(), bearers.end(),
                [&](const auto& bearer) { return bearer.first == key.owner; });
            if (same != bearers.end())
                return reportError(key, "import.twice", std::to_string(same->second));
            bearers.emplace_back(key.owner, key.row);
            clash(key);
        },
        anyCard ? [&](std::span<const Key> keys) { findInRegistry(keys); } : DuplicateFinder::Part());
    if (m_clashes.size() > kMaxRenumbered)
        return reportError(m_clashes.front(), "import.too_many_clashes", std::to_string(m_clashes.size()));
    if (anyCard)
        dropImportedBefore();
    std::sort(m_clashes.begin(), m_clashes.end(), [](const Key& a, const Key& b) { return a.row < b.row; });
    for (const Key& key : m_clashes)
        renumber(key);
}

void AssetNumbers::clash(const Key& key)
{
    // Beyond the limit the file is refused; what is kept until then is enough to say so.
    if (m_clashes.size() <= kMaxRenumbered)
        m_clashes.push_back(key);
}

void AssetNumbers::reportError(const Key& key, std::string_view subject, std::string detail)
{
    m_context.problems.report({Severity::Error, key.row, m_context.headings.headingOf(m_headingColumn),
        key.text, {ErrorCode::Conflict, std::string(subject), std::move(detail)}});
}

void AssetNumbers::findInRegistry(std::span<const Key> keys)
{
    std::vector<std::string> numbers;
    std::unordered_map<std::string_view, const Key*> byNumber;
    for (const Key& key : keys) {
        numbers.push_back(key.text);
        byNumber.emplace(key.text, &key);
    }
    chunkedLookup(m_context.session.sql(),
        "SELECT a.asset_no, u.code FROM asset a JOIN unit u ON u.id = a.unit_id WHERE a.asset_no IN ",
        std::move(numbers), [&](const std::string& number, const std::string& unit) {
            const Key& first = *byNumber.at(number);
            const auto isOf = [&](std::int64_t owner) { return m_context.index.units.codeOf(owner) == unit; };
            if (isOf(first.owner))
                return reportError(first, "import.exists_in", unit);
            clash(first);
            const auto bearers = m_bearers.find(number);
            if (bearers == m_bearers.end())
                return;
            for (const auto& [owner, row] : bearers->second)
                if (isOf(owner))
                    reportError({number, row}, "import.exists_in", unit);
        });
}

/// A file that is imported a second time meets its own cards under their legacy numbers.
void AssetNumbers::dropImportedBefore()
{
    std::vector<std::string> numbers;
    for (const Key& key : m_clashes)
        numbers.push_back(key.text);
    std::unordered_set<std::string> known; ///< "unit number"
    chunkedLookup(m_context.session.sql(),
        "SELECT a.legacy_no, u.code FROM asset a JOIN unit u ON u.id = a.unit_id WHERE a.legacy_no IN ",
        std::move(numbers),
        [&](const std::string& number, const std::string& unit) { known.insert(unit + ' ' + number); });
    std::erase_if(m_clashes, [&](const Key& key) {
        const std::string& unit = m_context.index.units.codeOf(key.owner);
        if (!known.contains(unit + ' ' + key.text))
            return false;
        reportError(key, "import.exists_in", unit);
        return true;
    });
}

void AssetNumbers::renumber(const Key& key)
{
    if (key.isFixed)
        return reportError(key, "import.clash_with_legacy_no", {});
    const auto number = AssetNo::parse(key.text);
    const std::string prefix
        = number ? key.text.substr(0, kNumberHead) : "ZC" + std::to_string(int(m_context.today.year()));
    const auto [last, fresh] = m_lastGiven.try_emplace(prefix, 0);
    if (fresh)
        last->second = lastSerial(prefix);
    if (last->second >= kLastSerial)
        return reportError(key, "import.no_number_left", prefix);
    const std::string given = numberText(prefix, ++last->second);
    m_context.spool.replaceTexts(
        m_columns.table, key.item, {{m_columns.assetNo, given}, {m_columns.legacyNo, key.text}});
    m_context.problems.report({Severity::Warning, key.row, m_context.headings.headingOf(m_headingColumn),
        key.text, {ErrorCode::Conflict, "import.renumbered", given}});
}

std::int64_t AssetNumbers::lastSerial(const std::string& prefix)
{
    const auto inFile = m_lastInFile.find(prefix);
    const std::int64_t ofFile = inFile == m_lastInFile.end() ? 0 : inFile->second;
    const std::string greatest
        = greatestAssetNo(m_context.session, numberText(prefix, 0), numberText(prefix, kLastSerial));
    std::int64_t ofRegistry = 0;
    if (!greatest.empty())
        std::from_chars(greatest.data() + kNumberHead, greatest.data() + greatest.size(), ofRegistry);
    return std::max(ofFile, ofRegistry);
}

} // namespace guanwu
