#pragma once

#include "core/registry/asset_card.h"
#include "core/rules/depreciation.h"

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace guanwu {

/// What leaders ask of the whole: the assets by class, unit, age and state, and five indicators.

/// A card as far as an overview adds it up.
struct OverviewCard {
    std::int64_t classKey = 0; ///< classKeyOf()
    std::int64_t quantity = 1;
    Money original;
    DepreciationSchedule schedule;
    UseState useState = UseState::InUse;
    Day acquiredOn {};
};

struct AssetSum {
    std::int64_t cards = 0;
    std::int64_t things = 0; ///< quantities
    Money original;
    Money accumulated;

    [[nodiscard]] Money net() const { return original - accumulated; }
    AssetSum& operator+=(const AssetSum& other);
};

/// Years since something was acquired; the first band is below three.
enum class AgeBand : std::uint8_t { Under3, From3, From6, From10 };

inline constexpr TokenTable<AgeBand, 4> kAgeBands {{
    {AgeBand::Under3, "under_3", "3 年以内", "Under 3 years"},
    {AgeBand::From3, "from_3", "3 至 6 年", "3 to 6 years"},
    {AgeBand::From6, "from_6", "6 至 10 年", "6 to 10 years"},
    {AgeBand::From10, "from_10", "10 年以上", "10 years and more"},
}};
static_assert(isDense(kAgeBands));

[[nodiscard]] AgeBand ageBandOf(Day acquired, Day on);

/// The five goals of the asset office, each as a share (ours; the goals are the bureau's of 2022).
enum class Indicator : std::uint8_t { ClearTitle, SoundAllocation, EfficientUse, ProperDisposal, PromptWork };

inline constexpr TokenTable<Indicator, 5> kIndicators {{
    {Indicator::ClearTitle, "clear_title", "权属清晰", "Clear title"},
    {Indicator::SoundAllocation, "sound_allocation", "配置科学", "Sound allocation"},
    {Indicator::EfficientUse, "efficient_use", "使用高效", "Efficient use"},
    {Indicator::ProperDisposal, "proper_disposal", "处置规范", "Proper disposal"},
    {Indicator::PromptWork, "prompt_work", "保障有力", "Prompt work"},
}};
static_assert(isDense(kIndicators));

/// Whether it counts amounts, in fen, and not things.
[[nodiscard]] constexpr bool isOfValue(Indicator indicator) { return indicator == Indicator::EfficientUse; }

/// How an indicator is computed, for who reads it.
struct IndicatorRule {
    std::string_view zh;
    std::string_view en;
};
[[nodiscard]] IndicatorRule ruleOf(Indicator indicator);

/// `part` of `whole`: things, or fen.
struct IndicatorFigure {
    std::int64_t part = 0;
    std::int64_t whole = 0;

    /// In hundredths of a percent, rounded half up; nothing where there is no whole.
    [[nodiscard]] std::optional<std::int64_t> rate() const;
};

/// One of the things that an indicator counts: a building, a card, a document.
struct IndicatorItem {
    std::string no;
    std::string name;
    std::string unitName; ///< of a building none: several units may share it
    std::string paper; ///< certificates of a building; the document by which a card came or went
    std::optional<Day> first; ///< approval of a disposal; until when a document is due
    std::optional<Day> second; ///< when the card was written off
    std::optional<UseState> useState; ///< of a card whose use is counted
    std::int64_t part = 0; ///< what it adds to the figure: things, or fen
    std::int64_t whole = 0;
};

struct Overview {
    Day on {};
    AssetSum all;
    AssetSum idle;
    std::map<std::string, AssetSum> byClass; ///< bookClassOf(); empty = a class of an older edition
    struct OfUnit {
        std::string code;
        std::string name;
        AssetSum sum;
    };
    std::vector<OfUnit> byUnit; ///< greatest value first
    std::array<AssetSum, kAgeBands.size()> byAge;
    std::array<IndicatorFigure, kIndicators.size()> indicators;
};

/// A card with its names, for the lines behind a figure.
struct OverviewItem {
    OverviewCard card;
    std::string assetNo;
    std::string name;
    std::string unitCode;
    std::string unitName;
};

/// What one card adds to every sum it is part of; nothing once it was written off.
[[nodiscard]] AssetSum sumOfCard(const OverviewCard& card, Day on);

/// Adds cards up, unit after unit. What has left the registry is not part of it. Depreciation is that of the
/// end of the month before.
class OverviewSum {
public:
    explicit OverviewSum(Day on);
    void beginUnit(std::string code, std::string name);
    void add(const OverviewCard& card);
    /// With the units in their order and the indicator of use; the others are the store's.
    [[nodiscard]] Overview result() const;

private:
    Overview m_overview;
    std::unordered_map<std::int64_t, AssetSum> m_byKey; ///< of which the classes are few
};

} // namespace guanwu
