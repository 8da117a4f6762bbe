#include "app/registers/register_report.h"

#include "app/registers/entry_rows.h"
#include "app/registers/quota_report.h"
#include "core/base/text.h"
#include "core/registers/entry_stream.h"
#include "core/registers/register_figures.h"
#include "core/registers/register_rules.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// Which entries a report is of.
    struct ReportOfType {
        const ReportInfo& info;
        RegisterKind kind;
        std::string_view type;
    };

    constexpr ReportOfType kReports[] = {
        {kGiftReport, RegisterKind::Gifts, "gift"},
        {kGiftNoticeReport, RegisterKind::Gifts, "gift"},
        {kVehicleReport, RegisterKind::Vehicles, "vehicle"},
        {kVehicleQuotaReport, RegisterKind::Vehicles, {}},
        {kSeizedGoodsReport, RegisterKind::SeizedGoods, "seized_item"},
        {kCustodyReport, RegisterKind::SeizedGoods, "custody_note"},
        {kHousingReport, RegisterKind::Housing, "dwelling"},
        {kOccupancyReport, RegisterKind::Housing, "occupancy"},
        {kLowValueReport, RegisterKind::LowValue, "low_value_item"},
        {kMovementReport, RegisterKind::LowValue, "movement"},
        {kSafetyReport, RegisterKind::BuildingSafety, "safety_building"},
        {kHazardReport, RegisterKind::BuildingSafety, "hazard"},
    };

    /// What the unit that handed a gift in is told: on one sheet across, as it is sent.
    constexpr std::string_view kNoticeFields[] = {"name", "quantity", "unit_of_measure", "giver",
        "received_by", "received_on", "handed_in_on", "appraised_yuan", "decision_no", "decided_on",
        "destination", "income_yuan", "treasury_voucher", "closed_on"};

    const ReportOfType* reportOf(std::string_view name)
    {
        const auto found = std::find_if(std::begin(kReports), std::end(kReports),
            [&](const ReportOfType& report) { return report.info.name == name; });
        return found == std::end(kReports) ? nullptr : &*found;
    }

    Report headOf(const ReportRequest& request, const ReportInfo& info, Day today)
    {
        Report report;
        report.title = info.titleZh;
        report.preparer = request.preparer;
        report.period
            = request.year ? "年度：" + std::to_string(*request.year) : "截至：" + formatDate(today);
        report.asOf = today;
        report.signatures = usualSignatures();
        return report;
    }

} // namespace

std::optional<RegisterKind> restrictedRegisterOf(std::string_view report)
{
    const ReportOfType* of = reportOf(report);
    if (!of)
        return std::nullopt;
    const bool isRestricted
        = std::any_of(registerTypes().begin(), registerTypes().end(), [&](const auto& type) {
              return type.kind == of->kind
                  && std::any_of(type.fields.begin(), type.fields.end(),
                      [](const auto& field) { return field.isRestricted; });
          });
    return isRestricted ? std::optional(of->kind) : std::nullopt;
}

Result<WrittenReport> registerReport(
    RegisterService& service, const ReportRequest& request, const ReportOutput& output)
{
    const ReportOfType* wanted = reportOf(request.name);
    if (!wanted)
        return fail(ErrorCode::NotFound, "report.name", request.name);
    const auto type = findRegisterType(wanted->kind, wanted->type);
    if (!type)
        return fail(type.error());
    Report report = headOf(request, wanted->info, service.today());
    RegisterFilter filter;
    filter.type = wanted->type;
    if (request.units.size() == 1)
        filter.unit = request.units.front();
    const bool isNotice = request.name == kGiftNoticeReport.name;
    // They are of the whole register, and a notice tells of what became of the gifts of a year only.
    const auto figures
        = isNotice ? std::vector<RegisterFigure>() : registerFigures(service, wanted->kind, filter);
    // One after the other: a line each would take a third of every page.
    std::vector<std::string> notes;
    for (const RegisterFigure& figure : figures)
        notes.push_back(figure.nameZh + "：" + figure.value);
    if (!notes.empty())
        report.notes.push_back(joined(notes, "　　"));
    if (wanted->kind == RegisterKind::SeizedGoods)
        if (const RegisterRule* rule
            = RegisterRules::current().find("seized-goods", "yearly_report", "", service.today()))
            report.notes.push_back("年度报告报送期限（月-日）：" + rule->value);
    const EntryChoice choice {request.units, request.onlyFindings,
        isNotice ? std::optional(request.year.value_or(static_cast<int>(service.today().year())))
            : wanted->kind == RegisterKind::Gifts ? request.year
                                                  : std::nullopt,
        isNotice,
        isNotice ? std::span<const std::string_view>(kNoticeFields) : std::span<const std::string_view>()};
    const StreamedReport made = wanted->type.empty()
        ? quotaReport(
            std::move(report), countFleet(service, filter), request.units,
            [&](const std::function<void(const RegisterEntry& vehicle)>& take) {
                EntryStream vehicles(service, **findRegisterType(RegisterKind::Vehicles, "vehicle"), filter);
                while (const ShownEntry* entry = vehicles.next())
                    take(entry->entry);
            },
            service.today())
        : entryReport(std::move(report), service, **type, filter, choice);
    auto written = output(made.report, *made.rows);
    if (!written)
        return fail(written.error());
    for (const RegisterFigure& figure : figures)
        written->figures.push_back({figure.token, figure.nameZh, figure.nameEn, figure.value});
    return written;
}

} // namespace guanwu
