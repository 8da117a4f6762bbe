#include "app/demo/asset_row.h"

namespace guanwu {

namespace {

    /// Letters of an asset number (algorithms 7).
    constexpr std::array<std::string_view, 9> kLetters {"TD", "FW", "TY", "CL", "ZY", "WW", "TS", "JJ", "WX"};

    /// Place of the letters for a class.
    std::size_t kindOf(std::string_view classCode)
    {
        switch (cardKindOf(classCode)) {
        case CardKind::Land:
            return 0;
        case CardKind::Building:
            return 1;
        case CardKind::Vehicle:
            return 3;
        case CardKind::RelicBook:
            return classCode.starts_with("A03") ? 5 : 6;
        case CardKind::Furniture:
            return 7;
        case CardKind::Intangible:
            return 8;
        default:
            return classCode < "A0213" ? 2 : 4; // special equipment begins with A0213
        }
    }

} // namespace

AssetRow::AssetRow(const City& city, TableFile& out)
    : m_city(city)
    , m_out(out)
    , m_firstYear(int(city.year()) - int(kYearsBack) - 1)
{
}

void AssetRow::setUnit(std::size_t unit)
{
    m_unit = &m_city.units[unit];
    m_random = randomOf(m_city.options, DemoStream::Assets, unit * 2);
    m_legacy = 0;
}

void AssetRow::begin(
    std::string_view classCode, std::string_view name, std::chrono::year_month_day acquiredOn)
{
    const std::size_t kind = kindOf(classCode);
    const int year = int(acquiredOn.year());
    m_text.assign(kLetters[kind]);
    m_text += std::to_string(year);
    m_text += padded(++m_serials[kind][std::size_t(year - m_firstYear)], 6);
    m_out.text(assetColumn("asset_no"), m_text);
    if (m_random.chance(3333)) {
        m_text.assign("ZC-").append(m_unit->code).append("-").append(std::to_string(year)).append("-");
        m_text += padded(++m_legacy, 5);
        m_out.text(assetColumn("legacy_no"), m_text);
    }
    m_out.text(assetColumn("unit"), m_unit->code);
    m_out.text(assetColumn("using_unit"), m_unit->code);
    m_out.text(assetColumn("class_edition"), "2022");
    m_out.text(assetColumn("class_code"), classCode);
    m_out.text(assetColumn("name"), name);
    m_out.text(assetColumn("keeper"), m_city.people[m_unit->assetClerk].code);
    m_out.day(assetColumn("acquired_on"), acquiredOn);
    m_out.day(assetColumn("booked_on"), daysLater(acquiredOn, m_random.below(40), m_city.options.baseDate));
}

void AssetRow::make(std::string_view brand, std::string_view model)
{
    m_out.text(assetColumn("brand"), brand);
    m_out.text(assetColumn("model"), model);
}

void AssetRow::pieces(std::int64_t count, std::string_view measure)
{
    m_out.number(assetColumn("quantity"), count);
    m_out.text(assetColumn("unit_of_measure"), measure);
}

void AssetRow::value(std::int64_t fen, std::int64_t fiscalPercent)
{
    m_out.hundredths(assetColumn("original_yuan"), fen);
    m_out.hundredths(assetColumn("fiscal_yuan"), fen * fiscalPercent / 100);
}

void AssetRow::method(AcquisitionMethod method)
{
    m_out.token(assetColumn("acquisition_method"), kAcquisitionMethods, method);
}

void AssetRow::state(UseState state) { m_out.token(assetColumn("use_state"), kUseStates, state); }

void AssetRow::idle()
{
    const bool last = m_unit == &m_city.units.back();
    value(last ? 89'240'000 : 85'000'000);
    state(UseState::Idle);
    m_out.day(assetColumn("idle_since"),
        std::chrono::sys_days(m_city.options.baseDate) - std::chrono::days(200 + m_random.below(1200)));
}

void AssetRow::publicUse() { m_out.text(assetColumn("department"), m_unit->departments.front()); }

void AssetRow::placeIn(int room) { m_out.text(assetColumn("place"), m_city.rooms[std::size_t(room)].code); }

std::string makersNumber(Random& random, std::string_view prefix, int length)
{
    // Without I, O and Q, which no vehicle number may have.
    constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPRSTUVWXY"; // 32
    std::string out(prefix);
    std::uint64_t bits = random.next();
    for (int i = 0; i < length; ++i, bits >>= 5)
        out += letters[bits & 31];
    return out;
}

} // namespace guanwu
