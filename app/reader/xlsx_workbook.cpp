#include "app/reader/xlsx_workbook.h"

#include <map>

namespace guanwu {

namespace {

    constexpr std::string_view kRootRelations = "_rels/.rels";
    constexpr std::string_view kExternalFolder = "xl/externalLinks/";
    constexpr std::size_t kMaxSheets = 1024;

    /// "/xl/worksheets/sheet1.xml", or a path from the folder of the part that refers, as the archive names
    /// it.
    std::string resolved(std::string_view folder, std::string_view target)
    {
        if (target.starts_with('/'))
            return std::string(target.substr(1));
        while (target.starts_with("../") && !folder.empty()) {
            target.remove_prefix(3);
            folder.remove_suffix(1);
            const auto slash = folder.rfind('/');
            folder = folder.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
        }
        return std::string(folder) + std::string(target);
    }

    std::string_view folderOf(std::string_view path)
    {
        const auto slash = path.rfind('/');
        return path.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
    }

    struct Relation {
        std::string type; ///< the last word of its name
        std::string path;
    };

    /// The relations of one part, by id.
    class RelationHandler final : public XmlHandler {
    public:
        explicit RelationHandler(std::string_view folder)
            : m_folder(folder)
        {
        }
        void start(const XmlElement& element) override
        {
            if (element.name.local != "Relationship")
                return;
            const std::string_view type = element.attribute("Type");
            Relation relation {std::string(type.substr(type.rfind('/') + 1)),
                resolved(m_folder, element.attribute("Target"))};
            if (relation.type.starts_with("externalLink") || element.attribute("TargetMode") == "External")
                refuse("table.external_links", relation.path);
            relations.insert_or_assign(std::string(element.attribute("Id")), std::move(relation));
        }
        void end(const XmlName&) override { }

        [[nodiscard]] std::string pathOf(std::string_view type) const
        {
            for (const auto& [id, relation] : relations)
                if (relation.type == type)
                    return relation.path;
            return {};
        }
        std::map<std::string, Relation, std::less<>> relations;

    private:
        std::string_view m_folder;
    };

    class WorkbookHandler final : public XmlHandler {
    public:
        struct Sheet {
            std::string name;
            std::string relation;
        };
        void start(const XmlElement& element) override
        {
            const std::string_view name = element.name.local;
            if (m_depth++ == 0)
                isWorkbook = name == "workbook";
            if (name == "workbookPr") {
                const std::string_view value = element.attribute("date1904");
                epoch1904 = value == "1" || value == "true";
            } else if (name == "sheet") {
                const std::string_view state = element.attribute("state");
                if (state.empty() || state == "visible")
                    sheets.push_back(
                        {std::string(element.attribute("name")), std::string(element.attribute("id"))});
                if (sheets.size() > kMaxSheets)
                    refuse("table.damaged", "sheets");
            }
        }
        void end(const XmlName&) override { --m_depth; }

        std::vector<Sheet> sheets;
        bool isWorkbook = false;
        bool epoch1904 = false;

    private:
        int m_depth = 0;
    };

    tl::unexpected<Error> notSpreadsheet()
    {
        return fail(ErrorCode::InvalidArgument, "table.not_spreadsheet");
    }

} // namespace

Result<XlsxWorkbook> readXlsxWorkbook(const ZipArchive& archive, InflateBudget& budget)
{
    for (const ZipEntry& entry : archive.entries())
        if (entry.name.starts_with(kExternalFolder))
            return fail(ErrorCode::InvalidArgument, "table.external_links", std::string(entry.name));
    const ZipEntry* rootPart = archive.find(kRootRelations);
    if (!rootPart)
        return notSpreadsheet();
    RelationHandler root("");
    if (const auto read = parseXml(*rootPart, budget, root); !read)
        return fail(read.error());
    const std::string path = root.pathOf("officeDocument");
    const std::string_view folder = folderOf(path);
    const ZipEntry* part = archive.find(path);
    const ZipEntry* relationPart
        = archive.find(std::string(folder) + "_rels/" + path.substr(folder.size()) + ".rels");
    if (!part || !relationPart || !path.ends_with(".xml"))
        return notSpreadsheet();
    WorkbookHandler workbook;
    if (const auto read = parseXml(*part, budget, workbook); !read)
        return fail(read.error());
    if (!workbook.isWorkbook)
        return notSpreadsheet();
    RelationHandler relations(folder);
    if (const auto read = parseXml(*relationPart, budget, relations); !read)
        return fail(read.error());

    XlsxWorkbook out;
    out.epoch1904 = workbook.epoch1904;
    out.strings = archive.find(relations.pathOf("sharedStrings"));
    out.styles = archive.find(relations.pathOf("styles"));
    for (WorkbookHandler::Sheet& sheet : workbook.sheets) {
        const auto relation = relations.relations.find(sheet.relation);
        if (relation == relations.relations.end())
            return fail(ErrorCode::InvalidArgument, "table.damaged", sheet.name);
        if (relation->second.type != "worksheet") // a chart, a dialog
            continue;
        const ZipEntry* sheetPart = archive.find(relation->second.path);
        if (!sheetPart)
            return fail(ErrorCode::InvalidArgument, "table.damaged", relation->second.path);
        out.sheets.push_back({std::move(sheet.name), sheetPart});
    }
    return out;
}

} // namespace guanwu
