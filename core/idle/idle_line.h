#pragma once

#include "core/idle/idle_asset.h"
#include "core/rules/depreciation.h"

#include <string>

namespace guanwu {

/// An idle asset as the list shows it (reports 4): what the card says, and what was noted beside it.
struct IdleLine {
    AssetId asset;
    std::string assetNo;
    std::string name;
    std::string classCode;
    std::string model;
    CardKind kind = CardKind::Equipment;
    std::string unitCode; ///< accounting entity
    std::string unitName;
    std::string usingUnitName;
    std::string location; ///< address of an estate, else the place
    std::int64_t quantity = 1;
    Area floorArea;
    Area landShare; ///< of the certificates it stands on
    Money original;
    DepreciationSchedule schedule;
    Day idleSince {};
    std::string certificateNo;
    std::optional<TitleState> title; ///< of an estate
    bool isCertificateIncomplete = false; ///< 容缺
    bool isMortgaged = false;
    bool isSealed = false;
    bool isDisputed = false;
    std::optional<SafetyGrade> safety;
    IdleNote note;

    [[nodiscard]] bool isEstate() const { return kind == CardKind::Building || kind == CardKind::Land; }
};

/// What idle assets come to, asked of the store beside their lines: a list that lost one does not tie.
struct IdleTotals {
    std::int64_t things = 0;
    Money original;
};

} // namespace guanwu
