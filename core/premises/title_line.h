#pragma once

#include "core/base/token_table.h"
#include "core/cards/registered_card.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// What blocks disposal and transfer (lifecycle 5.5).
enum class EncumbranceKind : std::uint8_t { Mortgage, Seizure, Dispute };

inline constexpr TokenTable<EncumbranceKind, 3> kEncumbranceKinds {{
    {EncumbranceKind::Mortgage, "mortgage", "抵押", "Mortgage"},
    {EncumbranceKind::Seizure, "seizure", "查封", "Seizure"},
    {EncumbranceKind::Dispute, "dispute", "权属争议", "Dispute over the title"},
}};
static_assert(isDense(kEncumbranceKinds));

struct Encumbrance {
    std::int64_t id = 0;
    EncumbranceKind kind {};
    std::string paperNo;
    std::string party; ///< who it is in favour of, or the court
    Day from {};
    std::optional<Day> releasedOn;
};

/// A paper that 容缺 left open: who owes it and until when.
struct MissingPaper {
    std::int64_t id = 0;
    std::string name;
    std::string owedBy;
    std::optional<Day> dueOn;
    std::optional<Day> suppliedOn;
};

/// Where the paper certificate is.
enum class CustodyStep : std::uint8_t { Stored, Issued, Returned };

inline constexpr TokenTable<CustodyStep, 3> kCustodySteps {{
    {CustodyStep::Stored, "stored", "入库", "Stored"},
    {CustodyStep::Issued, "issued", "借出", "Issued"},
    {CustodyStep::Returned, "returned", "归还", "Returned"},
}};
static_assert(isDense(kCustodySteps));

struct TitleCustody {
    CustodyStep step {};
    std::string person;
    std::string place;
    Day on {};
    std::optional<Day> dueOn; ///< of what was issued
    std::string reason;
};

/// Starting situation of a building: which papers there are (lifecycle 5.2).
enum class StartSituation : std::uint8_t { Both, LandOnly, HouseOnly, Neither };

inline constexpr TokenTable<StartSituation, 4> kStartSituations {{
    {StartSituation::Both, "a", "A 土地房屋证件齐全", "A land and house papers", "A"},
    {StartSituation::LandOnly, "b", "B 仅有土地证件", "B land papers only", "B"},
    {StartSituation::HouseOnly, "c", "C 仅有房屋证件", "C house papers only", "C"},
    {StartSituation::Neither, "d", "D 均无证件", "D neither", "D"},
}};
static_assert(isDense(kStartSituations));

/// State of a certificate as stored. An imported one may be in other words, which are shown as they are.
struct CertificateState {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
};

inline constexpr CertificateState kCertificateStates[]
    = {{"current", "现势", "Current"}, {"mortgaged", "抵押", "Mortgaged"}, {"sealed", "查封", "Sealed"},
        {"history", "历史", "History"}, {"ended", "终止", "Cancelled"}};

/// 不动产权证书, the kind of every certificate that is entered here; older kinds are imported.
inline constexpr const char* kTitleCertificate = "BDCQZS";

/// A property certificate with everything that hangs on it.
struct TitleLine {
    std::int64_t id = 0;
    std::string certNo;
    std::string kind;
    std::string regKind;
    Reference holder;
    std::vector<std::string> formerHolders;
    std::vector<std::string> formerNos;
    std::string laterNo; ///< of the certificate that replaced it; empty = none did
    std::vector<Reference> users;
    std::string location;
    std::vector<std::string> unitNos; ///< 不动产单元号
    std::string rightType;
    std::string rightNature;
    std::string use;
    std::optional<Area> parcel; ///< never added up: parcels overlap between certificates
    Area landShare;
    Area floor;
    std::vector<Reference> buildings;
    std::optional<Day> termFrom;
    std::optional<Day> termTo;
    Day issuedOn {};
    std::string issuer;
    bool isIncomplete = false;
    std::string missingText; ///< as imported
    std::vector<MissingPaper> missing;
    std::vector<Encumbrance> encumbrances; ///< those not released
    std::optional<TitleCustody> custody; ///< the last step
    std::vector<std::string> assets; ///< numbers of the cards that name it
    /// Units that use what stands on it by the cards: those that name it, and of its buildings those that
    /// name none.
    std::vector<Reference> cardUsers;
    std::string state;
    std::string remark;

    [[nodiscard]] bool isCurrent() const
    {
        return state != "history" && state != "ended" && state != "历史" && state != "终止";
    }
    /// Sealed or mortgaged: no disposal, no transfer.
    [[nodiscard]] bool isBlocked() const
    {
        return !encumbrances.empty() || state == "mortgaged" || state == "sealed";
    }
};

/// A building with what papers there are for it.
struct BuildingTitle {
    Reference building;
    Area floor; ///< of the cards of the building, else of its certificates
    std::optional<StartSituation> situation;
    std::vector<std::string> certificates; ///< current ones
    bool isFiledOnly = false;
    Area filed;
    std::string filingNo;
    bool isGone = false; ///< it had cards, and every one has ended: sold or pulled down
};

} // namespace guanwu
