#include "app/campaign/sheet_lines.h"

#include "core/reference/classification.h"
#include "schema/access/soci_account_store.h"
#include "schema/repositories/registry_index.h"

namespace guanwu {

namespace {

    std::string classNameOf(const std::string& code)
    {
        return std::string(Classification::edition2022().nameOf(code));
    }

    std::string nameOfCode(const IndexedTable& table, const std::string& code)
    {
        const RegistryEntry* entry = code.empty() ? nullptr : table.byCode(code);
        return entry ? entry->name : std::string();
    }

    /// Until someone enters the approved surplus, its number says whose it is and which it is on the sheet.
    std::string temporaryNo(const std::string& unit, std::size_t i)
    {
        std::string number = std::to_string(i + 1);
        number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
        return unit + "-PY" + number;
    }

} // namespace

std::string SheetLines::nameOf(const std::string& login) const { return nameOrLogin(m_names, login); }

std::string SheetLines::decided(std::string_view what, const std::string& login) const
{
    return "核定：" + std::string(what) + "（" + nameOf(login) + "）";
}

InventoryLine SheetLines::line(const PrintedSheet& sheet, std::size_t i) const
{
    InventoryLine out;
    out.book = sheet.counted.book.lines[i];
    out.outcome = sheet.counted.outcome.lines[i];
    out.className = classNameOf(out.book.classCode);
    out.seenPlaceName = nameOfCode(m_index.places, out.outcome.seenPlace);
    out.seenUserName = nameOfCode(m_index.people, out.outcome.seenUser);
    if (const LineDecision* decision = sheet.counted.decisionOn(i)) {
        out.reason = decision->reason;
        out.proposal = decision->proposal;
        out.review = decided(tokenRow(kLineResults, decision->result).nameZh, decision->decidedBy);
    }
    out.counterName = nameOf(out.outcome.counter);
    const auto recount = sheet.recounts.find(sheet.counted.book.assets[i].value);
    if (recount != sheet.recounts.end())
        out.review = recount->second + (out.review.empty() ? "" : "；" + out.review);
    const auto area = sheet.areas.find(sheet.counted.book.assets[i].value);
    if (area != sheet.areas.end())
        out.area = area->second;
    return out;
}

SurplusLine SheetLines::surplus(const PrintedSheet& sheet, std::size_t i) const
{
    const SurplusOutcome& found = sheet.counted.outcome.surplus[i];
    SurplusLine out;
    out.temporaryNo = temporaryNo(sheet.sheet.unitCode, i);
    out.name = found.name;
    out.classCode = found.classCode;
    out.className = classNameOf(found.classCode);
    out.outcome = found.outcome;
    out.placeName = nameOfCode(m_index.places, found.place);
    out.cause = found.reason;
    if (const SurplusDecision* decision = sheet.counted.decisionOn(found)) {
        out.valueBasis = decision->valueBasis;
        out.estimate = decision->value;
        out.entryValue = decision->value;
        out.monthsLeft = decision->monthsLeft;
        out.verification = decision->reason;
        out.review = decided(tokenRow(kLineResults, LineResult::Surplus).nameZh, decision->decidedBy);
    }
    out.finderName = nameOf(out.outcome.counter);
    if (const auto entry = sheet.entries.find(found.eventId); entry != sheet.entries.end())
        takeFrom(*entry->second, out);
    return out;
}

ShortageLine SheetLines::shortage(const PrintedSheet& sheet, std::size_t i) const
{
    ShortageLine out;
    out.book = sheet.counted.book.lines[i];
    out.className = classNameOf(out.book.classCode);
    if (const LineDecision* decision = sheet.counted.decisionOn(i)) {
        out.cause = decision->reason;
        out.unitOpinion = decision->proposal;
    }
    const std::int64_t asset = sheet.counted.book.assets[i].value;
    if (const auto recount = sheet.recounts.find(asset); recount != sheet.recounts.end())
        out.verification = recount->second;
    if (const auto loss = sheet.losses.find(asset); loss != sheet.losses.end())
        takeFrom(*loss->second, AssetId {asset}, out);
    return out;
}

} // namespace guanwu
