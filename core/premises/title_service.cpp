#include "core/premises/title_service.h"

#include "core/base/text_length.h"
#include "core/premises/premises_scope.h"
#include "core/values/calendar.h"
#include "core/values/certificate_no.h"
#include "core/values/property_unit_no.h"

#include <algorithm>
#include <utility>

namespace guanwu {

Result<TitleLine> TitleService::own(const std::string& certNo)
{
    auto title = m_store.find(CertificateNo::written(certNo));
    if (!title)
        return title;
    if (!mayChangeOf(m_scope, title->holder.id))
        return fail(ErrorCode::Forbidden, "title.not_yours", title->certNo);
    return title;
}

/// What was done has its day behind it.
Result<void> TitleService::hasCome(Day day) const
{
    return day > today() ? fail(ErrorCode::RuleViolated, "title.day_ahead", formatDate(day)) : Result<void>();
}

Result<void> TitleService::addWhatThePaperSays(TitleLine& out, const NewTitle& wanted)
{
    for (const auto& [text, field] : {std::pair(&wanted.rightType, &out.rightType),
             std::pair(&wanted.rightNature, &out.rightNature), std::pair(&wanted.use, &out.use)})
        if (!text->empty())
            *field = *text;
    if (wanted.parcel)
        out.parcel = wanted.parcel;
    if (wanted.termFrom)
        out.termFrom = wanted.termFrom;
    if (wanted.termTo)
        out.termTo = wanted.termTo;
    if (out.termFrom && out.termTo && *out.termTo < *out.termFrom)
        return fail(ErrorCode::RuleViolated, "title.term", formatDate(*out.termTo));
    for (const std::string& code : wanted.users) {
        auto user = m_store.unit(code);
        if (!user)
            return fail(user.error());
        out.users.push_back(std::move(*user));
    }
    return {};
}

Result<TitleLine> TitleService::enter(const NewTitle& wanted)
{
    TitleLine out;
    const auto number = CertificateNo::parse(wanted.certNo);
    if (!number)
        return fail(number.error());
    out.certNo = number->text();
    out.kind = kTitleCertificate;
    out.regKind = wanted.regKind.empty() ? "100" : wanted.regKind;
    const auto holder = m_store.unit(wanted.holder);
    if (!holder)
        return fail(holder.error());
    if (!mayChangeOf(m_scope, holder->id))
        return fail(ErrorCode::Forbidden, "title.not_yours", wanted.holder);
    out.holder = *holder;
    if (wanted.issuedOn > today())
        return fail(ErrorCode::RuleViolated, "title.issued_on", formatDate(wanted.issuedOn));
    out.issuedOn = wanted.issuedOn;
    out.issuer = wanted.issuer;
    out.location = wanted.location;
    out.remark = wanted.remark;
    out.state = "current";
    std::vector<std::int64_t> closed;
    for (const std::string& former : wanted.formerNos) {
        const auto old = m_store.find(CertificateNo::written(former));
        out.formerNos.push_back(old ? old->certNo : former);
        if (!old) // a paper of before the registry
            continue;
        if (old->isBlocked())
            return fail(ErrorCode::RuleViolated, "title.blocked", old->certNo);
        if (!old->isCurrent())
            return fail(ErrorCode::RuleViolated, "title.not_current", old->certNo);
        closed.push_back(old->id);
        if (std::find(out.formerHolders.begin(), out.formerHolders.end(), old->holder.name)
            == out.formerHolders.end())
            out.formerHolders.push_back(old->holder.name);
        out.landShare += old->landShare;
        out.floor += old->floor;
        if (out.location.empty())
            out.location = old->location;
        if (wanted.users.empty())
            out.users.insert(out.users.end(), old->users.begin(), old->users.end());
        if (wanted.buildings.empty())
            out.buildings.insert(out.buildings.end(), old->buildings.begin(), old->buildings.end());
        if (wanted.unitNos.empty())
            out.unitNos.insert(out.unitNos.end(), old->unitNos.begin(), old->unitNos.end());
        out.rightType = old->rightType;
        out.rightNature = old->rightNature;
        out.use = old->use;
        out.parcel = old->parcel;
        out.termFrom = old->termFrom;
        out.termTo = old->termTo;
        m_store.setState(old->id, "history");
    }
    if (closed.empty() && (!wanted.landShare || !wanted.floor))
        return fail(ErrorCode::InvalidArgument, "title.areas", out.certNo);
    out.landShare = wanted.landShare.value_or(out.landShare);
    out.floor = wanted.floor.value_or(out.floor);
    if (auto told = addWhatThePaperSays(out, wanted); !told)
        return fail(told.error());
    for (const std::string& code : wanted.buildings) {
        auto building = m_store.building(code);
        if (!building)
            return fail(building.error());
        out.buildings.push_back(std::move(*building));
    }
    for (const std::string& text : wanted.unitNos) {
        const auto unitNo = PropertyUnitNo::parse(text);
        if (!unitNo)
            return fail(unitNo.error());
        out.unitNos.push_back(unitNo->text());
    }
    // One current certificate a property unit; what it replaces is history by now.
    for (const std::string& unitNo : out.unitNos)
        if (const std::string other = m_store.currentOf(unitNo); !other.empty())
            return fail(ErrorCode::Conflict, "title.unit_taken", unitNo + " " + other);
    if (auto inserted = m_store.insert(out); !inserted)
        return fail(inserted.error());
    return m_store.find(out.certNo);
}

Result<void> TitleService::passOn(const std::string& certNo, UnitId from, const Reference& to)
{
    const auto title = own(certNo);
    if (!title)
        return fail(title.error());
    std::vector<Reference> users;
    bool isIn = false;
    for (const Reference& user : title->users) {
        const bool isReplaced = user.id == from.value || user.id == to.id;
        if (!isReplaced)
            users.push_back(user);
        else if (!std::exchange(isIn, true))
            users.push_back(to);
    }
    if (!isIn)
        users.push_back(to);
    m_store.setUsers(*title, users);
    return {};
}

Result<TitleLine> TitleService::cancel(const std::string& certNo)
{
    const auto title = own(certNo);
    if (!title)
        return title;
    if (title->isBlocked())
        return fail(ErrorCode::RuleViolated, "title.blocked", title->certNo);
    if (!title->isCurrent())
        return fail(ErrorCode::RuleViolated, "title.not_current", title->certNo);
    m_store.setState(title->id, "ended");
    return m_store.find(title->certNo);
}

Result<TitleLine> TitleService::encumber(const std::string& certNo, const Encumbrance& encumbrance)
{
    const auto title = own(certNo);
    if (!title)
        return title;
    if (!title->isCurrent())
        return fail(ErrorCode::RuleViolated, "title.not_current", title->certNo);
    if (encumbrance.paperNo.empty())
        return fail(ErrorCode::InvalidArgument, "title.paper_no", title->certNo);
    if (auto come = hasCome(encumbrance.from); !come)
        return fail(come.error());
    for (const Encumbrance& one : title->encumbrances)
        if (one.kind == encumbrance.kind && one.paperNo == encumbrance.paperNo)
            return fail(ErrorCode::Conflict, "title.encumbered", encumbrance.paperNo);
    m_store.addEncumbrance(title->id, encumbrance);
    return m_store.find(title->certNo);
}

Result<TitleLine> TitleService::release(
    const std::string& certNo, const std::string& paperNo, Day on, const std::string& releaseNo)
{
    const auto title = own(certNo);
    if (!title)
        return title;
    const auto found = std::find_if(title->encumbrances.begin(), title->encumbrances.end(),
        [&](const Encumbrance& one) { return one.paperNo == paperNo && one.from <= on; });
    if (found == title->encumbrances.end())
        return fail(ErrorCode::NotFound, "title.no_encumbrance", paperNo);
    if (auto come = hasCome(on); !come)
        return fail(come.error());
    m_store.release(found->id, on, releaseNo);
    return m_store.find(title->certNo);
}

Result<TitleLine> TitleService::addMissing(const std::string& certNo, const MissingPaper& paper)
{
    const auto title = own(certNo);
    if (!title)
        return title;
    if (paper.name.empty() || paper.owedBy.empty() || !paper.dueOn)
        return fail(ErrorCode::InvalidArgument, "title.owed_by", title->certNo);
    for (const MissingPaper& one : title->missing)
        if (!one.suppliedOn && one.name == paper.name)
            return fail(ErrorCode::Conflict, "title.missing_twice", paper.name);
    m_store.addMissing(title->id, paper);
    m_store.setComplete(title->id, false);
    return m_store.find(title->certNo);
}

Result<TitleLine> TitleService::supply(const std::string& certNo, const std::string& paper, Day on)
{
    const auto title = own(certNo);
    if (!title)
        return title;
    std::size_t open = 0;
    const MissingPaper* supplied = nullptr;
    for (const MissingPaper& one : title->missing) {
        open += !one.suppliedOn;
        if (!one.suppliedOn && one.name == paper)
            supplied = &one;
    }
    if (!supplied)
        return fail(ErrorCode::NotFound, "title.no_missing", paper);
    if (auto come = hasCome(on); !come)
        return fail(come.error());
    m_store.setSupplied(supplied->id, on);
    if (open == 1)
        m_store.setComplete(title->id, true);
    return m_store.find(title->certNo);
}

Result<TitleLine> TitleService::custody(const std::string& certNo, const TitleCustody& step)
{
    const auto title = own(certNo);
    if (!title)
        return title;
    const bool isOut = title->custody && title->custody->step == CustodyStep::Issued;
    const bool fits = step.step == CustodyStep::Returned ? isOut
        : step.step == CustodyStep::Issued               ? title->custody && !isOut
                                                         : !title->custody;
    if (!fits)
        return fail(ErrorCode::RuleViolated, "title.custody_order", title->certNo);
    if (step.person.empty())
        return fail(ErrorCode::InvalidArgument, "title.custody_person", title->certNo);
    if (const auto checked = checkLengths({{step.reason, kLongestNote}}); !checked)
        return fail(checked.error());
    if (auto come = hasCome(step.on); !come)
        return fail(come.error());
    if (title->custody && step.on < title->custody->on)
        return fail(ErrorCode::RuleViolated, "title.custody_day", formatDate(title->custody->on));
    if (step.step == CustodyStep::Issued && (!step.dueOn || *step.dueOn < step.on))
        return fail(ErrorCode::RuleViolated, "title.custody_due", title->certNo);
    m_store.addCustody(title->id, step, m_actor, m_now());
    return m_store.find(title->certNo);
}

Result<void> TitleService::setPapers(const BuildingPapers& papers)
{
    const auto building = m_store.building(papers.building);
    if (!building)
        return fail(building.error());
    if (m_scope.reach() != Scope::Reach::Everything)
        return fail(ErrorCode::Forbidden, "title.not_yours", papers.building);
    if (papers.filingNo.empty() ? papers.filed || papers.filedOn : !papers.filed || !papers.filedOn)
        return fail(ErrorCode::InvalidArgument, "title.filing", papers.building);
    m_store.setPapers(*building, papers);
    return {};
}

} // namespace guanwu
