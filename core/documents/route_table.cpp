#include "core/documents/route_table.h"

#include "core/base/text.h"
#include "core/reference/embedded.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr int kMostCoSigners = 9;

    Error rowError(const char* subject, const std::string& row, std::string_view value)
    {
        return {ErrorCode::InvalidArgument, subject, row + ": " + std::string(value)};
    }

    Result<std::vector<PlannedStep>> readSteps(std::string_view text, const std::string& row)
    {
        std::vector<PlannedStep> out;
        while (!text.empty()) {
            const auto end = text.find('>');
            std::string_view token = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            PlannedStep step;
            if (const auto plus = token.find('+'); plus != std::string_view::npos) {
                const auto number = token.substr(plus + 1);
                std::from_chars(number.data(), number.data() + number.size(), step.coSigners);
                if (step.coSigners < 1 || step.coSigners > kMostCoSigners)
                    return fail(rowError("routes.step", row, token));
                token = token.substr(0, plus);
            }
            const auto kind = parseToken(kStepKinds, token, "routes.step");
            if (!kind || (!out.empty() && out.back().kind >= *kind))
                return fail(rowError("routes.step", row, token));
            step.kind = *kind;
            out.push_back(step);
        }
        if (out.empty())
            return fail(rowError("routes.step", row, ""));
        return out;
    }

    Result<ValueBand> readBand(std::string_view from, std::string_view below, const std::string& row)
    {
        ValueBand out;
        if (!from.empty()) {
            const auto value = Money::parseYuan(from);
            if (!value)
                return fail(rowError("routes.band", row, from));
            out.from = *value;
        }
        if (!below.empty()) {
            const auto value = Money::parseYuan(below);
            if (!value)
                return fail(rowError("routes.band", row, below));
            out.below = *value;
        }
        if (out.from < Money() || (out.below && *out.below <= out.from))
            return fail(rowError("routes.band", row, std::string(from).append("-").append(below)));
        return out;
    }

    Result<RouteRow> readRow(const ReferenceTable& table, std::size_t i)
    {
        RouteRow out;
        out.row = table.cell(i, "row");
        if (out.row.empty())
            return fail(rowError("routes.row", std::to_string(i + 1), ""));
        const auto kind = parseToken(kDocumentKinds, table.cell(i, "kind"), "routes.kind");
        if (!kind)
            return fail(rowError("routes.kind", out.row, table.cell(i, "kind")));
        out.kind = *kind;
        out.methods = listOf(table.cell(i, "methods"));
        for (const std::string& method : out.methods)
            if (!DocumentData::current().findMethod(*kind, method))
                return fail(rowError("routes.method", out.row, method));
        out.classPrefix = table.cell(i, "class_prefix");
        for (const std::string& type : listOf(table.cell(i, "unit_types"))) {
            const auto one = parseToken(kOrgTypes, type, "routes.unit_type");
            if (!one)
                return fail(rowError("routes.unit_type", out.row, type));
            out.unitTypes.push_back(*one);
        }
        const auto single
            = readBand(table.cell(i, "single_from_yuan"), table.cell(i, "single_below_yuan"), out.row);
        const auto batch
            = readBand(table.cell(i, "batch_from_yuan"), table.cell(i, "batch_below_yuan"), out.row);
        const auto steps = readSteps(table.cell(i, "steps"), out.row);
        if (!single || !batch || !steps)
            return fail(!single ? single.error() : !batch ? batch.error() : steps.error());
        out.single = *single;
        out.batch = *batch;
        out.steps = *steps;
        out.source = table.cell(i, "source");
        return out;
    }

    void appendCell(std::string& line, const std::string& text)
    {
        if (!line.empty())
            line += ',';
        if (text.find_first_of(",\"\n\r") == std::string::npos) {
            line += text;
            return;
        }
        line += '"';
        for (const char c : text)
            line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }

    bool isFor(const RouteRow& row, DocumentKind kind, const std::string& method, OrgType type)
    {
        return row.kind == kind
            && (row.methods.empty()
                || std::find(row.methods.begin(), row.methods.end(), method) != row.methods.end())
            && (row.unitTypes.empty()
                || std::find(row.unitTypes.begin(), row.unitTypes.end(), type) != row.unitTypes.end());
    }

    /// Every step of `less` is one of `more` with as many counter-signatures.
    bool holdsAll(const std::vector<PlannedStep>& more, const std::vector<PlannedStep>& less)
    {
        return std::all_of(less.begin(), less.end(), [&](const PlannedStep& step) {
            return std::any_of(more.begin(), more.end(), [&](const PlannedStep& other) {
                return other.kind == step.kind && other.coSigners >= step.coSigners;
            });
        });
    }

    /// The steps of both, in the order of steps.
    std::vector<PlannedStep> merged(std::vector<PlannedStep> a, const std::vector<PlannedStep>& b)
    {
        for (const PlannedStep& step : b) {
            const auto found = std::find_if(
                a.begin(), a.end(), [&](const PlannedStep& other) { return other.kind == step.kind; });
            if (found == a.end())
                a.push_back(step);
            else
                found->coSigners = std::max(found->coSigners, step.coSigners);
        }
        std::sort(
            a.begin(), a.end(), [](const PlannedStep& x, const PlannedStep& y) { return x.kind < y.kind; });
        return a;
    }

} // namespace

std::string listOrAny(const std::vector<std::string>& values)
{
    return values.empty() ? "*" : joined(values, "|");
}

std::string unitTypesText(const RouteRow& row)
{
    std::vector<std::string> tokens;
    for (const OrgType type : row.unitTypes)
        tokens.emplace_back(tokenRow(kOrgTypes, type).token);
    return listOrAny(tokens);
}

Result<RouteTable> readRouteTable(const ReferenceTable& table)
{
    if (table.size() == 0)
        return fail(ErrorCode::InvalidArgument, "routes.empty");
    RouteTable out;
    out.version = table.cell(0, "version");
    out.isExample = table.cell(0, "example") == "yes";
    const auto from = parseDate(table.cell(0, "effective_from"));
    if (out.version.empty() || !from)
        return fail(ErrorCode::InvalidArgument, "routes.version", out.version);
    out.effectiveFrom = *from;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table.cell(i, "version") != out.version
            || table.cell(i, "effective_from") != table.cell(0, "effective_from")
            || table.cell(i, "example") != table.cell(0, "example"))
            return fail(ErrorCode::InvalidArgument, "routes.version", std::string(table.cell(i, "version")));
        auto row = readRow(table, i);
        if (!row)
            return fail(row.error());
        if (std::any_of(
                out.rows.begin(), out.rows.end(), [&](const RouteRow& one) { return one.row == row->row; }))
            return fail(rowError("routes.row", row->row, row->row));
        out.rows.push_back(std::move(*row));
    }
    return out;
}

std::string routeTableCsv(const RouteTable& table)
{
    std::string out = "version,effective_from,example,row,kind,methods,class_prefix,unit_types,"
                      "single_from_yuan,single_below_yuan,batch_from_yuan,batch_below_yuan,steps,source\n";
    const auto yuan
        = [](const std::optional<Money>& value) { return value ? value->toYuanString() : std::string(); };
    for (const RouteRow& row : table.rows) {
        std::string line;
        for (const std::string& cell :
            {table.version, formatDate(table.effectiveFrom), std::string(table.isExample ? "yes" : "no"),
                row.row, std::string(tokenRow(kDocumentKinds, row.kind).token), listOrAny(row.methods),
                row.classPrefix, unitTypesText(row), yuan(row.single.from), yuan(row.single.below),
                yuan(row.batch.from), yuan(row.batch.below), stepsText(row.steps), row.source})
            appendCell(line, cell);
        out += line + "\n";
    }
    return out;
}

const RouteTable& exampleRoutes()
{
    static const RouteTable table
        = readRouteTable(ReferenceTable(embeddedTable("document_routes"))).value_or(RouteTable {});
    return table;
}

std::string stepsText(std::span<const PlannedStep> steps)
{
    std::string out;
    for (const PlannedStep& step : steps) {
        out.append(out.empty() ? "" : ">").append(tokenRow(kStepKinds, step.kind).token);
        if (step.coSigners > 0)
            out += "+" + std::to_string(step.coSigners);
    }
    return out;
}

std::string stepNames(std::span<const PlannedStep> steps)
{
    std::string out;
    for (const PlannedStep& step : steps)
        out.append(out.empty() ? "" : "、").append(tokenRow(kStepKinds, step.kind).nameZh);
    return out;
}

Result<const RouteRow*> rowFor(const RouteTable& table, const RouteCase& one)
{
    std::size_t longest = 0;
    for (const RouteRow& row : table.rows)
        if (isFor(row, one.kind, one.method, one.unitType) && one.classCode.starts_with(row.classPrefix))
            longest = std::max(longest, row.classPrefix.size());
    for (const RouteRow& row : table.rows)
        if (isFor(row, one.kind, one.method, one.unitType) && one.classCode.starts_with(row.classPrefix)
            && row.classPrefix.size() == longest && row.single.holds(one.single)
            && row.batch.holds(one.batch))
            return &row;
    return fail(ErrorCode::RuleViolated, "routes.no_row",
        std::string(tokenRow(kDocumentKinds, one.kind).token) + "/" + one.method + "/" + one.classCode + "/"
            + one.single.toYuanString() + "/" + one.batch.toYuanString());
}

namespace {

    /// Looks at every cell that the limits of a table cut the cases into, one method, class and type of unit
    /// after another.
    class RouteCheck {
    public:
        explicit RouteCheck(const RouteTable& table)
            : m_table(table)
        {
        }

        std::vector<Error> problems()
        {
            for (const auto& kind : kDocumentKinds) {
                std::vector<std::string> prefixes {""};
                bool isThere = false;
                for (const RouteRow& row : m_table.rows)
                    if (row.kind == kind.value) {
                        prefixes.push_back(row.classPrefix);
                        isThere = true;
                    }
                if (!isThere) // a table may leave a kind to another; then its documents cannot be filed
                    continue;
                for (const char* group : {"A0103", "A01", "A0203"})
                    prefixes.emplace_back(group);
                std::sort(prefixes.begin(), prefixes.end());
                prefixes.erase(std::unique(prefixes.begin(), prefixes.end()), prefixes.end());
                for (const DocumentMethod* method : DocumentData::current().methods(kind.value))
                    for (const auto& type : kOrgTypes) {
                        m_kind = kind.value;
                        m_method = method->method;
                        m_type = type.value;
                        m_greatest.clear();
                        for (const std::string& prefix : prefixes)
                            checkClass(prefix);
                    }
            }
            return std::move(m_problems);
        }

    private:
        struct Edges {
            std::vector<Money> singles;
            std::vector<Money> batches;
        };

        std::vector<const RouteRow*> rowsOf(const std::string& prefix) const
        {
            std::size_t longest = 0;
            std::vector<const RouteRow*> out;
            for (const RouteRow& row : m_table.rows)
                if (isFor(row, m_kind, m_method, m_type) && prefix.starts_with(row.classPrefix)) {
                    if (row.classPrefix.size() > longest) {
                        longest = row.classPrefix.size();
                        out.clear();
                    }
                    if (row.classPrefix.size() == longest)
                        out.push_back(&row);
                }
            return out;
        }

        static std::vector<Money> edges(const std::vector<const RouteRow*>& rows, ValueBand RouteRow::*band)
        {
            std::vector<Money> out {Money()};
            for (const RouteRow* row : rows) {
                out.push_back((row->*band).from);
                if ((row->*band).below)
                    out.push_back(*(row->*band).below);
            }
            std::sort(out.begin(), out.end());
            out.erase(std::unique(out.begin(), out.end()), out.end());
            return out;
        }

        void report(const char* subject, const std::string& prefix, Money single, Money batch)
        {
            if (std::any_of(m_problems.begin(), m_problems.end(),
                    [&](const Error& error) { return error.subject == subject; }))
                return;
            m_problems.push_back({ErrorCode::RuleViolated, subject,
                std::string(tokenRow(kDocumentKinds, m_kind).token) + "/" + m_method + "/"
                    + (prefix.empty() ? "*" : prefix) + "/" + std::string(tokenRow(kOrgTypes, m_type).token)
                    + "/" + single.toYuanString() + "/" + batch.toYuanString()});
        }

        void checkClass(const std::string& prefix)
        {
            const auto rows = rowsOf(prefix);
            const auto singles = edges(rows, &RouteRow::single);
            const auto batches = edges(rows, &RouteRow::batch);
            // Row of each cell, to compare a cell with its neighbours to the left and below.
            std::vector<std::vector<const RouteRow*>> cells(
                singles.size(), std::vector<const RouteRow*>(batches.size()));
            for (std::size_t s = 0; s < singles.size(); ++s)
                for (std::size_t b = 0; b < batches.size(); ++b) {
                    // A batch is at least as much as each of its things, so the whole cell may not exist.
                    if (b + 1 < batches.size() && batches[b + 1] <= singles[s])
                        continue;
                    const Money batch = std::max(batches[b], singles[s]);
                    cells[s][b] = checkCell(rows, prefix, singles[s], batch);
                    for (const RouteRow* less :
                        {s > 0 ? cells[s - 1][b] : nullptr, b > 0 ? cells[s][b - 1] : nullptr})
                        if (less && cells[s][b] && !holdsAll(cells[s][b]->steps, less->steps))
                            report("routes.not_stricter", prefix, singles[s], batch);
                    if (prefix.empty() && cells[s][b])
                        m_greatest = merged(m_greatest, cells[s][b]->steps);
                    else if (DocumentData::current().isInGroup("estate", prefix)
                        || DocumentData::current().isInGroup("vehicle", prefix))
                        if (cells[s][b] && !holdsAll(cells[s][b]->steps, m_greatest))
                            report("routes.estate_short", prefix, singles[s], batch);
                }
        }

        const RouteRow* checkCell(
            const std::vector<const RouteRow*>& rows, const std::string& prefix, Money single, Money batch)
        {
            const RouteRow* found = nullptr;
            for (const RouteRow* row : rows) {
                if (!row->single.holds(single) || !row->batch.holds(batch))
                    continue;
                if (found)
                    report("routes.overlap", prefix, single, batch);
                found = row;
            }
            if (!found)
                report("routes.gap", prefix, single, batch);
            return found;
        }

        const RouteTable& m_table;
        DocumentKind m_kind {};
        std::string m_method;
        OrgType m_type {};
        std::vector<PlannedStep> m_greatest; ///< all steps that things of no special class may have to take
        std::vector<Error> m_problems;
    };

} // namespace

std::vector<UnroutedMethods> unroutedMethods(const RouteTable& table)
{
    std::vector<UnroutedMethods> out;
    for (const auto& kind : kDocumentKinds) {
        UnroutedMethods one {kind.value, true, {}};
        for (const DocumentMethod* method : DocumentData::current().methods(kind.value)) {
            const bool isRouted = std::any_of(table.rows.begin(), table.rows.end(), [&](const RouteRow& row) {
                return row.kind == kind.value
                    && (row.methods.empty()
                        || std::find(row.methods.begin(), row.methods.end(), method->method)
                            != row.methods.end());
            });
            if (isRouted)
                one.isWholeKind = false;
            else
                one.methods.push_back(method);
        }
        if (!one.methods.empty())
            out.push_back(std::move(one));
    }
    return out;
}

RouteTable completed(const RouteTable& table, const RouteTable& other)
{
    RouteTable out = table;
    const auto isTaken = [&](const std::string& name) {
        return std::any_of(
            out.rows.begin(), out.rows.end(), [&](const RouteRow& row) { return row.row == name; });
    };
    for (const UnroutedMethods& missing : unroutedMethods(table))
        for (const RouteRow& row : other.rows) {
            if (row.kind != missing.kind)
                continue;
            RouteRow added = row;
            if (!missing.isWholeKind) {
                added.methods.clear();
                for (const DocumentMethod* method : missing.methods)
                    if (row.methods.empty()
                        || std::find(row.methods.begin(), row.methods.end(), method->method)
                            != row.methods.end())
                        added.methods.push_back(method->method);
                if (added.methods.empty())
                    continue;
            }
            while (isTaken(added.row))
                added.row = other.version + "-" + added.row;
            added.source = other.version + ": " + row.source;
            out.rows.push_back(std::move(added));
        }
    return out;
}

std::vector<Error> problemsOf(const RouteTable& table) { return RouteCheck(table).problems(); }

Result<PlannedRoute> planRoute(const RouteTable& table, const Document& document)
{
    return planRoute(table, document, document.original());
}

Result<PlannedRoute> planRoute(const RouteTable& table, const Document& document, Money batch)
{
    std::vector<RouteCase> cases;
    for (const DocumentLine& line : document.lines)
        cases.push_back({document.kind, document.method, line.classCode, document.unitType, line.original,
            std::max(batch, line.original)});
    if (cases.empty()) {
        const Money loss = document.moneyFact("loss_yuan").value_or(Money());
        cases.push_back({document.kind, document.method, "", document.unitType, loss, std::max(batch, loss)});
    }
    const RouteRow* strictest = nullptr;
    std::vector<PlannedStep> steps;
    for (const RouteCase& one : cases) {
        const auto row = rowFor(table, one);
        if (!row)
            return fail(row.error());
        if (!strictest || (*row)->steps.size() > strictest->steps.size())
            strictest = *row;
        steps = merged(std::move(steps), (*row)->steps);
    }
    std::erase_if(steps, [&](const PlannedStep& step) {
        return step.kind == StepKind::DeptReview && document.supervising.id == 0;
    });
    // Who stands outside the registry consents on paper: the agreement is one of the papers.
    if (document.counterpart.id == 0 && !document.fact("receiver").empty())
        std::erase_if(
            steps, [](const PlannedStep& step) { return step.kind == StepKind::CounterpartConsent; });
    if (document.counterpart.id == 0 && std::any_of(steps.begin(), steps.end(), [](const PlannedStep& step) {
            return step.kind == StepKind::CounterpartConsent;
        }))
        return fail(ErrorCode::RuleViolated, "document.counterpart");
    return PlannedRoute {
        std::move(steps), {strictest->row, table.version, strictest->source, table.isExample}};
}

} // namespace guanwu
