#include "app/demo/asset_rows.h"

#include "app/demo/asset_catalog.h"
#include "app/demo/asset_row.h"

namespace guanwu {

namespace {

    constexpr std::int64_t kProgressStep = 20'000;

    /// Models that such units buy, drawn by weight.
    class ModelDeck {
    public:
        explicit ModelDeck(Buyers buyers)
        {
            for (const AssetModel& model : assetModels())
                if (model.buyers == Buyers::Everywhere || model.buyers == buyers) {
                    m_total += model.weight;
                    m_ends.push_back(m_total);
                    m_models.push_back(&model);
                }
        }
        const AssetModel& draw(Random& random) const
        {
            const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), random.below(m_total));
            return *m_models[std::size_t(end - m_ends.begin())];
        }

    private:
        std::int64_t m_total = 0;
        std::vector<std::int64_t> m_ends; ///< of the share of each model
        std::vector<const AssetModel*> m_models;
    };

    std::int64_t vehiclesOf(const City& city, std::size_t unit)
    {
        if (unit == 0)
            return city.scaled(62);
        return randomOf(city.options, DemoStream::Assets, unit * 2 + 1).below(3);
    }

    AcquisitionMethod drawMethod(Random& random)
    {
        const std::int64_t roll = random.below(1000);
        return roll < 915 ? AcquisitionMethod::Purchase
            : roll < 955  ? AcquisitionMethod::TransferIn
            : roll < 980  ? AcquisitionMethod::Allotment
            : roll < 994  ? AcquisitionMethod::Donation
                          : AcquisitionMethod::Exchange;
    }

    /// Idle is never drawn: what is idle is a headline figure.
    UseState drawState(Random& random, std::int64_t age)
    {
        const std::int64_t roll = random.below(1000);
        return roll < 20            ? UseState::InStock
            : roll < 25             ? UseState::UnderRepair
            : roll < 27             ? UseState::Lent
            : roll < 29             ? UseState::Leased
            : roll < 50 && age >= 8 ? UseState::DisposalPending
                                    : UseState::InUse;
    }

    std::int64_t drawFiscalPercent(Random& random, UnitSort sort)
    {
        return hasCampus(sort) && random.chance(4000) ? random.between(0, 9) * 10 : 100;
    }

    /// In fen; cheap things have prices of ten fen, others of ten yuan.
    std::int64_t drawPrice(Random& random, const AssetModel& model)
    {
        return model.leastYuan < 200 ? random.between(model.leastYuan * 10, model.mostYuan * 10) * 10
                                     : random.between(model.leastYuan / 10, model.mostYuan / 10) * 1000;
    }

    class AssetWriter {
    public:
        AssetWriter(const City& city, TableFile& out, const CityProgress& progress)
            : m_city(city)
            , m_out(out)
            , m_progress(progress)
            , m_row(city, out)
            , m_buildingsOf(city.units.size())
        {
            for (const PlannedBuilding& building : city.buildings)
                m_buildingsOf[std::size_t(building.unit)].push_back(&building);
        }

        void write()
        {
            const std::int64_t ordinary = m_city.options.assets - leastAssets(m_city);
            const auto people = std::int64_t(m_city.people.size());
            for (std::size_t u = 0; u < m_city.units.size(); ++u) {
                m_row.setUnit(u);
                writeHeadline(u);
                const auto before = std::int64_t(m_row.unit().firstPerson);
                const auto end = before + std::int64_t(m_row.unit().people);
                for (auto i = ordinary * before / people; i < ordinary * end / people; ++i)
                    writeOrdinary();
            }
            if (m_told < m_out.rows())
                tell();
        }

    private:
        void tell()
        {
            m_told = m_out.rows();
            if (m_progress)
                m_progress(m_told, m_city.options.assets);
        }

        void writeHeadline(std::size_t unit)
        {
            bool hasIdle = false;
            for (const PlannedBuilding* building : m_buildingsOf[unit]) {
                writeEstateCards(m_row, *building);
                hasIdle |= building->floors == 0;
            }
            for (std::int64_t left = vehiclesOf(m_city, unit); left > 0; --left)
                writeVehicleCard(m_row, m_vehicles++);
            if (!hasIdle)
                writeIdle(idleModelFor(m_row.unit().named.sort, unit));
        }

        void writeIdle(const IdleModel& model)
        {
            Random& random = m_row.random();
            m_row.begin(model.classCode, model.name, m_city.dayYearsBefore(random, random.between(5, 12)));
            m_row.publicUse();
            m_row.placeIn(m_row.unit().rooms.back());
            m_row.make(model.brand, model.model);
            m_row.pieces(1, model.measure);
            m_row.method(AcquisitionMethod::Purchase);
            m_row.idle();
            m_row.end();
        }

        void writeOrdinary()
        {
            const UnitSort sort = m_row.unit().named.sort;
            Random& random = m_row.random();
            const ModelDeck& deck = sort == UnitSort::School ? m_schools
                : sort == UnitSort::Hospital                 ? m_hospitals
                                                             : m_offices;
            const AssetModel& model = deck.draw(random);
            // The lesser of two draws: recent years are more common.
            const std::int64_t first = random.below(kYearsBack), second = random.below(kYearsBack);
            const std::int64_t age = std::min(first, second);
            m_row.begin(model.classCode, model.name, m_city.dayYearsBefore(random, age));
            const auto& [brand, type] = random.pick(model.makes);
            m_row.make(brand, type);
            if (!brand.empty() && cardKindOf(model.classCode) == CardKind::Equipment)
                m_out.text(assetColumn("serial_no"), makersNumber(random, "SN", 10));
            const std::int64_t count = model.mostPieces > 1 ? random.between(1, model.mostPieces) : 1;
            m_row.pieces(count, model.measure);
            const std::int64_t price = drawPrice(random, model);
            m_row.value(count * price, drawFiscalPercent(random, sort));
            m_row.method(drawMethod(random));
            if (cardKindOf(model.classCode) == CardKind::Intangible)
                m_out.text(assetColumn("life_months"), "60"); // no table gives software a life
            use(model, drawState(random, age));
            m_row.end();
            if (m_out.rows() >= m_told + kProgressStep)
                tell();
        }

        /// Where the asset is and with whom. What is not in use has no user.
        void use(const AssetModel& model, UseState state)
        {
            Random& random = m_row.random();
            const PlannedUnit& unit = m_row.unit();
            m_row.state(state);
            if (state == UseState::InStock || state == UseState::DisposalPending) {
                m_row.publicUse();
                m_row.placeIn(unit.rooms.back());
            } else if (model.holder == Holder::Room) {
                m_row.publicUse();
                m_row.placeIn(random.pick(unit.rooms));
            } else {
                const auto inPost = std::size_t(random.below(unit.postsFilled));
                const PlannedPerson& person = m_city.people[unit.firstPerson + inPost];
                m_out.text(assetColumn("department"), unit.departments[std::size_t(person.department)]);
                m_out.text(assetColumn("user"), person.code);
                m_row.placeIn(person.room);
            }
        }

        const City& m_city;
        TableFile& m_out;
        const CityProgress& m_progress;
        AssetRow m_row;
        std::vector<std::vector<const PlannedBuilding*>> m_buildingsOf;
        ModelDeck m_offices {Buyers::Everywhere}, m_schools {Buyers::Schools},
            m_hospitals {Buyers::Hospitals};
        std::int64_t m_vehicles = 0;
        std::int64_t m_told = 0; ///< rows that progress was told of
    };

} // namespace

std::int64_t leastAssets(const City& city)
{
    // Every unit has one idle card; an empty building is one of them.
    const auto inUse = std::count_if(city.buildings.begin(), city.buildings.end(),
        [](const auto& building) { return building.floors > 0; });
    const auto parcels = std::count_if(city.certificates.begin(), city.certificates.end(),
        [](const auto& certificate) { return !certificate.isLandOnly(); });
    auto out = std::int64_t(city.units.size()) + parcels + inUse;
    for (std::size_t u = 0; u < city.units.size(); ++u)
        out += vehiclesOf(city, u);
    return out;
}

void writeAssets(const City& city, TableFile& out, const CityProgress& progress)
{
    AssetWriter(city, out, progress).write();
}

} // namespace guanwu
