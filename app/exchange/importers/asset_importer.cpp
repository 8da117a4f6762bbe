#include "app/exchange/column_tables.h"
#include "app/exchange/importers/asset_fields.h"
#include "app/exchange/importers/asset_numbers.h"
#include "app/exchange/references.h"
#include "core/reference/classification.h"
#include "core/reference/useful_life.h"
#include "core/registry/older_card_kinds.h"
#include "core/registry/use_state.h"
#include "core/rules/depreciation.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr std::size_t kAsset = 0, kValue = 1, kVehicle = 2, kEstate = 3, kDepartment = 4;

    constexpr TargetTable kTables[] = {
        {"asset",
            "id, asset_no, legacy_no, unit_id, using_unit_id, right_holder_id, department_id, user_id, "
            "keeper_id, place_id, "
            "card_kind, class_edition, class_code, name, brand, model, serial_no, quantity, unit_of_measure, "
            "acquired_on, "
            "booked_on, acquisition_method, use_state, idle_since, remark, batch_id"},
        {"asset_value",
            "asset_id, original_fen, fiscal_fen, life_months, given_accumulated_fen, given_through, "
            "depreciation_base_fen, depreciation_from, depreciation_months, depreciation_opening_fen"},
        AssetVariants::kVehicleTable,
        AssetVariants::kEstateTable,
        Departments::kTable,
    };

    consteval int at(std::string_view name) { return columnIndex(kAssetColumns, name); }

    class AssetImporter final : public Importer {
    public:
        explicit AssetImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
            , m_departments(m_context, kDepartment)
            , m_variants(m_context.spool, kVehicle, kEstate)
            , m_numbers(m_context, {kAsset, 1, 2}, at("asset_no"))
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }
        void row(RowFields& fields) override;
        void finish() override { m_numbers.finish(); }

    private:
        struct ClassOfAsset {
            ClassEdition edition = ClassEdition::Edition2022;
            std::string_view code;
            CardKind kind = CardKind::Equipment;
        };
        struct Value {
            Money original;
            std::optional<Money> fiscal;
            std::int64_t lifeMonths = 0;
            std::optional<Money> given; ///< accumulated depreciation the file gives
            DepreciationSchedule schedule;
        };
        ClassOfAsset readClass(RowFields& fields);
        Value readValue(RowFields& fields, const ClassOfAsset& assetClass, std::chrono::year_month first);
        std::int64_t readLife(RowFields& fields, const ClassOfAsset& assetClass);
        DepreciationSchedule scheduleOf(
            RowFields& fields, const Value& value, std::chrono::year_month first) const;

        ImportContext m_context;
        References m_references;
        Departments m_departments;
        AssetVariants m_variants;
        AssetNumbers m_numbers;
    };

    AssetImporter::ClassOfAsset AssetImporter::readClass(RowFields& fields)
    {
        ClassOfAsset out;
        out.edition = fields.token(at("class_edition"), kClassEditions).value_or(ClassEdition::Edition2022);
        out.code = fields.requiredText(at("class_code"));
        if (out.code.empty())
            return out;
        if (out.edition == ClassEdition::Edition2022) {
            if (!Classification::edition2022().find(out.code))
                fields.report(
                    at("class_code"), {ErrorCode::NotFound, "asset.class_unknown", std::string(out.code)});
            else if (!Classification::edition2022().isUsable(out.code))
                fields.report(at("class_code"),
                    {ErrorCode::RuleViolated, "asset.class_too_wide", std::string(out.code)});
            out.kind = cardKindOf(out.code);
        } else if (!hasFormOf(out.edition, out.code)) {
            fields.report(
                at("class_code"), {ErrorCode::InvalidArgument, "asset.class_form", std::string(out.code)});
        } else if (out.edition == ClassEdition::Edition2010) {
            out.kind = cardKindOf2010(out.code);
        }
        return out;
    }

    std::int64_t AssetImporter::readLife(RowFields& fields, const ClassOfAsset& assetClass)
    {
        const auto given = fields.integer(at("life_months"), 0, 1200);
        const UsefulLife* life = assetClass.edition == ClassEdition::Edition2022
            ? UsefulLives::current().find(assetClass.code, m_variants.structureName())
            : nullptr;
        if (!life)
            return given.value_or(0);
        if (life->neverDepreciated) {
            if (given.value_or(0) > 0)
                fields.warn(
                    at("life_months"), {ErrorCode::RuleViolated, "asset.never_depreciated", life->className});
            return 0;
        }
        if (!given)
            return life->minMonths;
        if (*given < life->minMonths)
            fields.report(at("life_months"),
                {ErrorCode::RuleViolated, "asset.life_below_minimum",
                    life->className + " " + std::to_string(life->minMonths)});
        if (life->maxMonths && *given > *life->maxMonths)
            fields.report(at("life_months"),
                {ErrorCode::RuleViolated, "asset.life_above_maximum",
                    life->className + " " + std::to_string(*life->maxMonths)});
        return *given;
    }

    DepreciationSchedule AssetImporter::scheduleOf(
        RowFields& fields, const Value& value, std::chrono::year_month first) const
    {
        const DepreciationSchedule computed {
            value.original, first, static_cast<std::int32_t>(value.lifeMonths), {}};
        if (!value.given)
            return computed;
        // An opening balance is kept as it is; what is left is spread over the months that are left (contract
        // 4).
        const Money expected = computed.accumulatedAt(m_context.opening);
        if (expected != *value.given)
            fields.warn(at("accumulated_yuan"),
                {ErrorCode::RuleViolated, "asset.accumulated_differs", expected.toYuanString()});
        DepreciationSchedule rest;
        rest.opening = *value.given;
        rest.base = value.original - *value.given;
        rest.from = std::max(first, m_context.opening + std::chrono::months(1));
        if (value.lifeMonths > 0 && rest.base.fen() > 0)
            rest.months = std::max(1, computed.months - computed.monthsTaken(m_context.opening));
        return rest;
    }

    AssetImporter::Value AssetImporter::readValue(
        RowFields& fields, const ClassOfAsset& assetClass, std::chrono::year_month first)
    {
        Value value;
        const auto original = fields.money(at("original_yuan"));
        fields.require(at("original_yuan"), original.has_value());
        value.original = original.value_or(Money {});
        if (original && original->fen() <= 0)
            fields.report(at("original_yuan"), {ErrorCode::RuleViolated, "asset.original_not_positive", {}});
        value.fiscal = fields.money(at("fiscal_yuan"));
        if (value.fiscal && (value.fiscal->fen() < 0 || *value.fiscal > value.original))
            fields.report(at("fiscal_yuan"),
                {ErrorCode::RuleViolated, "asset.fiscal_above_original", value.original.toYuanString()});
        value.given = fields.money(at("accumulated_yuan"));
        if (value.given && (value.given->fen() < 0 || *value.given > value.original))
            fields.report(at("accumulated_yuan"),
                {ErrorCode::RuleViolated, "asset.accumulated_above_original", value.original.toYuanString()});
        value.lifeMonths = readLife(fields, assetClass);
        value.schedule = scheduleOf(fields, value, first);
        return value;
    }

    void AssetImporter::row(RowFields& fields)
    {
        const std::int64_t id = m_context.session.newId();
        const std::string_view number = fields.requiredText(at("asset_no"));
        const std::string_view legacyNo = fields.text(at("legacy_no"));
        const std::int64_t unit = m_references.unit(fields, at("unit"));
        fields.require(at("unit"), unit != 0);
        if (!number.empty())
            m_numbers.add(number, fields.row(), unit, id, !legacyNo.empty());
        const std::int64_t usingUnit = m_references.unit(fields, at("using_unit"));
        const std::int64_t rightHolder = m_references.unit(fields, at("right_holder"));
        const std::int64_t peopleOf = usingUnit != 0 ? usingUnit : unit;
        const std::int64_t user = m_references.person(fields, at("user"), peopleOf);
        const std::int64_t keeper = m_references.person(fields, at("keeper"), peopleOf);
        const std::int64_t place = m_references.place(fields, at("place"));
        const ClassOfAsset assetClass = readClass(fields);
        const std::string_view name = fields.requiredText(at("name"));
        const auto quantity = fields.integer(at("quantity"), 1, 1'000'000);
        const auto acquiredOn = fields.date(at("acquired_on"));
        fields.require(at("acquired_on"), acquiredOn.has_value());
        if (acquiredOn && *acquiredOn > m_context.today)
            fields.report(at("acquired_on"),
                {ErrorCode::RuleViolated, "import.in_future", formatDate(m_context.today)});
        const auto bookedOn = fields.date(at("booked_on"));
        if (bookedOn && *bookedOn > m_context.today)
            fields.report(
                at("booked_on"), {ErrorCode::RuleViolated, "import.in_future", formatDate(m_context.today)});
        const auto method = fields.token(at("acquisition_method"), kAcquisitionMethods);
        const auto state = fields.token(at("use_state"), kUseStates).value_or(UseState::InUse);
        const auto idleSince = fields.date(at("idle_since"));
        if (state == UseState::Idle && !idleSince)
            fields.warn(at("idle_since"), {ErrorCode::RuleViolated, "asset.idle_needs_date", {}});
        if (idleSince && acquiredOn && *idleSince < *acquiredOn)
            fields.report(
                at("idle_since"), {ErrorCode::RuleViolated, "import.before_start", formatDate(*acquiredOn)});
        m_variants.read(fields, assetClass.kind);
        // The month of entry counts; without one, that of acquisition.
        const auto first = bookedOn ? *bookedOn : acquiredOn.value_or(m_context.today);
        const Value value = readValue(fields, assetClass, first.year() / first.month());
        const std::string_view department = fields.text(at("department"));
        const std::string_view brand = fields.text(at("brand"));
        const std::string_view model = fields.text(at("model"));
        const std::string_view serial = fields.text(at("serial_no"));
        const std::string_view measure = fields.text(at("unit_of_measure"));
        const std::string_view remark = fields.text(at("remark"));
        if (fields.hasErrors())
            return;

        const std::int64_t departmentId = m_departments.idOf(peopleOf, department);
        RowSpool& out = m_context.spool;
        out.target(kAsset);
        out.integer(id);
        out.text(number);
        out.textOrNull(legacyNo);
        out.integer(unit);
        out.integer(usingUnit != 0 ? usingUnit : unit);
        out.reference(rightHolder);
        out.reference(departmentId);
        out.reference(user);
        out.reference(keeper);
        out.reference(place);
        out.text(tokenRow(kCardKinds, assetClass.kind).token);
        out.text(tokenRow(kClassEditions, assetClass.edition).token);
        out.text(assetClass.code);
        out.text(name);
        out.textOrNull(brand);
        out.textOrNull(model);
        out.textOrNull(serial);
        out.integer(quantity.value_or(1));
        out.textOrNull(measure);
        out.dayOrNull(acquiredOn);
        out.dayOrNull(bookedOn);
        out.text(tokenRow(kAcquisitionMethods, method.value_or(AcquisitionMethod::Purchase)).token);
        out.text(tokenRow(kUseStates, state).token);
        out.dayOrNull(idleSince);
        out.textOrNull(remark);
        out.integer(m_context.batch.value);
        out.endRow();

        out.target(kValue);
        out.integer(id);
        out.integer(value.original.fen());
        out.moneyOrNull(value.fiscal);
        out.integer(value.lifeMonths);
        out.moneyOrNull(value.given);
        out.integer(
            value.given ? std::optional<std::int64_t>(toMonthColumn(m_context.opening)) : std::nullopt);
        out.integer(value.schedule.base.fen());
        out.integer(toMonthColumn(value.schedule.from));
        out.integer(value.schedule.months);
        out.integer(value.schedule.opening.fen());
        out.endRow();

        m_variants.spool(id, assetClass.kind);
    }

} // namespace

std::unique_ptr<Importer> makeAssetImporter(const ImportContext& context)
{
    return std::make_unique<AssetImporter>(context);
}

} // namespace guanwu
