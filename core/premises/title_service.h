#pragma once

#include "core/access/scope.h"
#include "core/premises/title_line.h"
#include "core/values/instant.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// A certificate as it is entered when it was issued.
struct NewTitle {
    std::string certNo;
    std::string regKind; ///< code of the dictionary 登记类型
    std::string holder; ///< code of the unit
    std::string location;
    std::vector<std::string> unitNos;
    std::vector<std::string> buildings; ///< codes; empty = those of what it replaces
    std::vector<std::string> formerNos; ///< what it replaces: registered ones, or papers of before
    std::optional<Area> landShare; ///< nullopt = that of what it replaces
    std::optional<Area> floor;
    // What the paper says beside; empty = as what it replaces says.
    std::string rightType;
    std::string rightNature;
    std::string use;
    std::optional<Area> parcel;
    std::optional<Day> termFrom; ///< allotted land has no term
    std::optional<Day> termTo;
    std::vector<std::string> users; ///< codes of units
    Day issuedOn {};
    std::string issuer;
    std::string remark;
};

/// What the papers of a building are, and where they stand when they cannot be registered.
struct BuildingPapers {
    std::string building; ///< code
    std::optional<StartSituation> situation;
    std::string filingNo; ///< 权属备案
    std::optional<Day> filedOn;
    std::optional<Area> filed;
};

class TitleStore {
public:
    virtual ~TitleStore() = default;

    /// Errors: title.not_found.
    [[nodiscard]] virtual Result<TitleLine> find(const std::string& certNo) = 0;
    /// Errors: unit.not_found.
    [[nodiscard]] virtual Result<Reference> unit(const std::string& code) = 0;
    /// Errors: place.not_found, title.not_building.
    [[nodiscard]] virtual Result<Reference> building(const std::string& code) = 0;
    /// Number of a current certificate of the property unit, empty = there is none.
    [[nodiscard]] virtual std::string currentOf(const std::string& unitNo) = 0;
    /// Errors: title.taken.
    [[nodiscard]] virtual Result<void> insert(const TitleLine& title) = 0;
    virtual void setUsers(const TitleLine& title, const std::vector<Reference>& users) = 0;
    virtual void setState(std::int64_t certificate, const std::string& state) = 0;
    virtual void addEncumbrance(std::int64_t certificate, const Encumbrance& encumbrance) = 0;
    virtual void release(std::int64_t encumbrance, Day on, const std::string& paperNo) = 0;
    virtual void addMissing(std::int64_t certificate, const MissingPaper& paper) = 0;
    virtual void setSupplied(std::int64_t paper, Day on) = 0;
    virtual void setComplete(std::int64_t certificate, bool isComplete) = 0;
    virtual void addCustody(
        std::int64_t certificate, const TitleCustody& step, const std::string& actor, Instant at)
        = 0;
    virtual void setPapers(const Reference& building, const BuildingPapers& papers) = 0;
};

/// What is done with certificates. Each call is one change; whoever calls keeps the transaction.
class TitleService {
public:
    TitleService(TitleStore& store, const Scope& scope, std::string actor, std::function<Instant()> now)
        : m_store(store)
        , m_scope(scope)
        , m_actor(std::move(actor))
        , m_now(std::move(now))
    {
    }

    /// Enters a certificate and closes what it replaces; both numbers stay linked (lifecycle 5.3). Errors:
    /// title.taken, title.blocked, title.unit_taken, title.areas, title.term, title.no_building, those of
    /// parsing the numbers, unit.not_found, place.not_found, title.not_building, title.not_yours,
    /// title.issued_on.
    [[nodiscard]] Result<TitleLine> enter(const NewTitle& title);
    /// What the certificate covers is used by another unit: it stands in the place of the one before, who is
    /// kept in the audit trail. Errors: title.not_found.
    [[nodiscard]] Result<void> passOn(const std::string& certNo, UnitId from, const Reference& to);
    /// 注销: the building is no more, or the right. Errors: title.not_found, title.blocked, title.not_current.
    [[nodiscard]] Result<TitleLine> cancel(const std::string& certNo);
    /// Errors: title.not_current, title.paper_no, title.encumbered, title.day_ahead.
    [[nodiscard]] Result<TitleLine> encumber(const std::string& certNo, const Encumbrance& encumbrance);
    /// Errors: title.no_encumbrance, title.day_ahead.
    [[nodiscard]] Result<TitleLine> release(
        const std::string& certNo, const std::string& paperNo, Day on, const std::string& releaseNo);
    /// 容缺: a paper that is missing, who owes it and until when. Errors: title.owed_by,
    /// title.missing_twice.
    [[nodiscard]] Result<TitleLine> addMissing(const std::string& certNo, const MissingPaper& paper);
    /// The last paper that comes makes the certificate complete. Errors: title.no_missing,
    /// title.day_ahead.
    [[nodiscard]] Result<TitleLine> supply(const std::string& certNo, const std::string& paper, Day on);
    /// Errors: title.custody_order: what is out is not issued again, and what is in does not return;
    /// title.custody_person, title.day_ahead, title.custody_day (before the last step), title.custody_due,
    /// text.too_long.
    [[nodiscard]] Result<TitleLine> custody(const std::string& certNo, const TitleCustody& step);
    /// Errors: place.not_found, title.not_building, title.filing, title.not_yours.
    [[nodiscard]] Result<void> setPapers(const BuildingPapers& papers);

private:
    [[nodiscard]] Result<TitleLine> own(const std::string& certNo);
    [[nodiscard]] Result<void> hasCome(Day day) const;
    [[nodiscard]] Result<void> addWhatThePaperSays(TitleLine& out, const NewTitle& wanted);
    [[nodiscard]] Day today() const { return chinaDate(m_now()); }

    TitleStore& m_store;
    Scope m_scope;
    std::string m_actor;
    std::function<Instant()> m_now;
};

} // namespace guanwu
