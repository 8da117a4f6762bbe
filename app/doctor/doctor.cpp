#include "app/doctor/doctor.h"

#include "reports/writers/chinese_typeface.h"
#include "schema/documents/soci_document_store.h"
#include "schema/health/store_health.h"

#include <unistd.h>

namespace guanwu {

namespace {

    namespace fs = std::filesystem;

    constexpr std::uintmax_t kMiB = 1024UL * 1024;
    constexpr std::uintmax_t kLittleRoom = 1024 * kMiB;
    constexpr std::uintmax_t kNoRoom = 100 * kMiB;
    /// An import says that it lives with every piece; one that was silent for so long was killed.
    constexpr std::chrono::minutes kSilence {10};

    HealthCheck store(StoreHealth& health)
    {
        return {Health::Ok, "store", {"数据库可用，断电不丢已保存的数据", "the store answers, and keeps what it saved in a power cut"},
            health.version()};
    }

    HealthCheck pages(StoreHealth& health)
    {
        const auto damage = health.damage();
        if (damage.empty())
            return {Health::Ok, "pages", {"数据页与索引完好", "pages and indexes are sound"}, {}};
        return {Health::Error, "pages",
            {"数据库文件已损坏：停止使用，用最近的备份恢复", "the store is damaged: stop using it and restore the last backup"},
            damage.front()};
    }

    /// Two nodes stand still when they lose each other, and one when it goes: three go on.
    HealthCheck cluster(const StoreHealth::Cluster& found)
    {
        constexpr int kEnough = 3;
        const std::string nodes = std::to_string(found.nodes);
        if (!found.isReady)
            return {Health::Error, "cluster",
                {"此节点已脱离集群：检查网络与其他节点",
                    "this node has lost its cluster: look at the network and the other nodes"},
                nodes};
        if (found.nodes < kEnough)
            return {Health::Warning, "cluster",
                {"集群不足三个节点，再失去一个将停止服务",
                    "fewer than three nodes: the loss of another one stops the service"},
                nodes};
        return {Health::Ok, "cluster", {"集群节点齐备", "the nodes of the cluster are there"}, nodes};
    }

    HealthCheck disk(const fs::path& folder)
    {
        std::error_code error;
        const auto room = fs::space(folder, error);
        if (error)
            return {Health::Warning, "disk", {"无法查询剩余空间", "the room on the disk is not known"}, error.message()};
        const std::string left = std::to_string(room.available / kMiB) + " MiB";
        if (room.available < kNoRoom)
            return {Health::Error, "disk", {"磁盘几乎已满，请立即清理", "the disk is all but full: make room now"}, left};
        if (room.available < kLittleRoom)
            return {Health::Warning, "disk", {"磁盘剩余空间不足 1 GiB", "less than 1 GiB is left on the disk"}, left};
        return {Health::Ok, "disk", {"磁盘剩余空间充足", "there is room on the disk"}, left};
    }

    bool isReadByOthers(const fs::path& file)
    {
        std::error_code error;
        const auto mode = fs::status(file, error).permissions();
        return !error && (mode & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
    }

    HealthCheck registryFile(const fs::path& file)
    {
        if (isReadByOthers(file))
            return {Health::Warning, "registry_file",
                {"台账库文件其他用户可读，请改为仅本人可读（chmod 600）",
                    "other users can read the registry: let its owner alone read it (chmod 600)"},
                file.string()};
        return {Health::Ok, "registry_file", {"台账库文件仅本人可读", "only its owner reads the registry"}, file.string()};
    }

    HealthCheck keyFile(const fs::path& file, std::int64_t accounts)
    {
        if (file.empty())
            return {Health::Warning, "key_file",
                {"未指明密钥文件（--key-file）", "it was not said where the key file is (--key-file)"}, {}};
        if (!fs::exists(file))
            return accounts == 0
                ? HealthCheck {Health::Ok, "key_file", {"尚无账号，密钥文件将在首次使用时生成", "no accounts yet; the key file is made with the first"}, {}}
                : HealthCheck {Health::Error, "key_file",
                      {"密钥文件丢失，所有账号都无法登录：请取回其备份", "the key file is gone and nobody can log in: bring back its copy"},
                      file.string()};
        if (isReadByOthers(file))
            return {Health::Error, "key_file",
                {"密钥文件其他用户可读，请改为仅本人可读（chmod 400）",
                    "other users can read the key file: let its owner alone read it (chmod 400)"},
                file.string()};
        return {Health::Ok, "key_file", {"密钥文件仅本人可读", "only its owner reads the key file"}, file.string()};
    }

    HealthCheck administrators(std::int64_t count)
    {
        constexpr std::int64_t kThree = 3;
        if (count == kThree)
            return {Health::Ok, "administrators", {"系统、安全、审计管理员齐备", "all three administrators are there"}, {}};
        return {Health::Warning, "administrators",
            {"三名管理员未设立或已停用：执行 guanwu user setup，或启用账号",
                "the three administrators are not all there: run guanwu user setup, or enable them"},
            std::to_string(count) + "/3"};
    }

    HealthCheck imports(std::int64_t stopped)
    {
        if (stopped == 0)
            return {Health::Ok, "imports", {"没有中断的导入", "no import stopped halfway"}, {}};
        return {Health::Warning, "imports",
            {"有导入中途停止，其数据不可见；下一次导入会自动清除",
                "imports stopped halfway; nobody sees their rows, and the next import removes them"},
            std::to_string(stopped)};
    }

    HealthCheck quarantine(std::int64_t events)
    {
        if (events == 0)
            return {Health::Ok, "quarantine", {"没有被隔离的扫码事件", "no scan event is in quarantine"}, {}};
        return {Health::Warning, "quarantine",
            {"有扫码事件编号相同而内容不同，已隔离：请在盘点任务中核查",
                "scan events with a number that came with another content are in quarantine: look into them"},
            std::to_string(events)};
    }

    HealthCheck routes(const RouteTable& table)
    {
        const auto unrouted = unroutedMethods(table);
        if (unrouted.empty())
            return {Health::Ok, "routes", {"审批路由表涵盖全部单据类别", "the route table has rows for every document"},
                table.version};
        std::string kinds;
        for (const UnroutedMethods& missing : unrouted)
            kinds += (kinds.empty() ? "" : " ") + std::string(tokenRow(kDocumentKinds, missing.kind).token);
        return {Health::Warning, "routes",
            {"审批路由表缺少一些单据的路由，这些单据无法提交：执行 guanwu document routes --check",
                "the route table lacks rows for some documents, which cannot be filed: run guanwu document routes "
                "--check"},
            table.version + ": " + kinds};
    }

    HealthCheck reader(const fs::path& program)
    {
        if (::access(program.c_str(), X_OK) == 0)
            return {Health::Ok, "reader", {"图片与表格读取程序就绪", "the reader of pictures and spreadsheets is there"}, {}};
        return {Health::Error, "reader",
            {"缺少 guanwu-reader，无法读取图片与电子表格：请重新安装",
                "guanwu-reader is missing, so pictures and spreadsheets cannot be read: install again"},
            program.string()};
    }

    HealthCheck typeface()
    {
        if (hasChineseTypeface())
            return {Health::Ok, "typeface", {"中文字体已安装", "there is a Chinese typeface"}, {}};
        return {Health::Error, "typeface",
            {"未安装中文字体，报表与标签会缺字：请安装 fonts-noto-cjk",
                "there is no Chinese typeface, reports and labels would lack characters: install fonts-noto-cjk"},
            {}};
    }

} // namespace

std::vector<HealthCheck> examine(Session& session, const DoctorQuestions& questions)
{
    StoreHealth health(session);
    std::vector<HealthCheck> checks {store(health), pages(health)};
    if (const auto found = health.cluster(); found.nodes > 0)
        checks.push_back(cluster(found));
    if (const auto cipher = health.cipher(); !cipher.empty())
        checks.push_back({Health::Ok, "encryption",
            {"与数据库的连接已加密", "the connection to the database is encrypted"}, cipher});
    if (!questions.registryFile.empty()) {
        checks.push_back(disk(fs::absolute(questions.registryFile).parent_path()));
        checks.push_back(registryFile(questions.registryFile));
    }
    checks.push_back(keyFile(questions.keyFile, health.accounts()));
    checks.push_back(administrators(health.administrators()));
    checks.push_back(imports(health.stoppedImports(questions.now - kSilence)));
    checks.push_back(quarantine(health.quarantinedEvents()));
    checks.push_back(routes(
        SociDocumentStore(session, Scope::everything()).routes(chinaDate(questions.now))));
    checks.push_back(reader(questions.readerProgram));
    checks.push_back(typeface());
    return checks;
}

} // namespace guanwu
