#include "tests/support/power_cut_disk.h"

#include "schema/bulk/sqlite_bulk.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <new>
#include <optional>
#include <random>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace guanwu::test {

namespace {

    namespace fs = std::filesystem;
    using Bytes = std::vector<unsigned char>;

    constexpr std::size_t kSector = 512;
    constexpr int kNever = std::numeric_limits<int>::max();

    /// What was done to a file and has not been synced.
    struct Change {
        enum class Kind : std::uint8_t { Write, Truncate, Remove } kind = Kind::Write;
        std::size_t offset = 0; ///< of a truncation: the new size
        Bytes bytes;
    };

    /// A name in the folder.
    struct DiskFile {
        std::optional<Bytes> durable; ///< nothing = no such name
        std::vector<Change> waiting;
    };

    struct Disk {
        std::string folder;
        std::map<std::string, DiskFile> files;
        std::mt19937_64 random;
        int operations = 0;
        int cutAfter = kNever;
        int failAt = kNever;
        int failure = SQLITE_OK;
        bool off = false;
        bool failed = false;

        [[nodiscard]] bool chance(double of) { return std::uniform_real_distribution<>(0, 1)(random) < of; }

        /// The file of a path; null when nobody watches it.
        DiskFile* find(const char* path)
        {
            if (path == nullptr || folder.empty() || !std::string_view(path).starts_with(folder))
                return nullptr;
            return &files[path];
        }
        /// Begins a write, sync, truncation or removal; other than SQLITE_OK, it fails.
        int begin(int whenOff)
        {
            if (off)
                return whenOff;
            ++operations;
            if (operations == failAt) {
                failed = true;
                return failure;
            }
            off = operations >= cutAfter;
            return SQLITE_OK;
        }
    };

    Disk& disk()
    {
        static Disk one;
        return one;
    }

    void put(Bytes& into, std::size_t offset, const unsigned char* bytes, std::size_t count)
    {
        if (into.size() < offset + count)
            into.resize(offset + count);
        std::copy_n(bytes, count, into.begin() + static_cast<std::ptrdiff_t>(offset));
    }

    void applyAll(DiskFile& file)
    {
        if (!file.durable)
            file.durable.emplace();
        for (const Change& change : file.waiting)
            switch (change.kind) {
            case Change::Kind::Write:
                put(*file.durable, change.offset, change.bytes.data(), change.bytes.size());
                break;
            case Change::Kind::Truncate:
                file.durable->resize(change.offset);
                break;
            case Change::Kind::Remove:
                file.durable->clear();
                break;
            }
        file.waiting.clear();
    }

    /// Sectors of a write, each of which came to the disk or did not.
    void applySome(Disk& on, Bytes& into, const Change& write, double survival)
    {
        const std::size_t end = write.offset + write.bytes.size();
        for (std::size_t at = write.offset; at < end;) {
            const std::size_t next = std::min(end, (at / kSector + 1) * kSector);
            std::size_t count = next - at;
            if (on.chance(0.05)) // torn
                count = std::uniform_int_distribution<std::size_t>(0, count)(on.random);
            if (on.chance(survival))
                put(into, at, write.bytes.data() + (at - write.offset), count);
            else if (into.size() < next && on.chance(0.5)) // the file grew, its content did not come
                into.resize(next);
            at = next;
        }
    }

    void applySome(Disk& on, DiskFile& file)
    {
        constexpr double kSurvivals[] {0, 0.5, 0.9, 1};
        const double survival = kSurvivals[std::uniform_int_distribution<std::size_t>(0, 3)(on.random)];
        std::optional<Bytes> image = file.durable;
        for (const Change& change : file.waiting) {
            if (change.kind == Change::Kind::Remove) {
                // Without it what follows went to a file of the same name that never got it.
                if (!on.chance(0.5))
                    break;
                image.reset();
                continue;
            }
            if (!image) {
                if (!on.chance(0.5)) // the new name did not come to the disk, nor what the file holds
                    break;
                image.emplace();
            }
            if (change.kind == Change::Kind::Write)
                applySome(on, *image, change, survival);
            else if (on.chance(survival))
                image->resize(change.offset);
        }
        file.durable = std::move(image);
        file.waiting.clear();
    }

    bool isRemoval(const Change& change) { return change.kind == Change::Kind::Remove; }

    void settleRemoval(DiskFile& file)
    {
        const auto last = std::find_if(file.waiting.rbegin(), file.waiting.rend(), isRemoval);
        if (last == file.waiting.rend())
            return;
        file.durable.reset();
        file.waiting.erase(file.waiting.begin(), last.base());
    }

    /// What SQLite knows as an open file; the file of the system lies behind it in memory.
    struct OpenFile {
        sqlite3_file base;
        DiskFile* watched; ///< a node of a map: it stays where it is until the next watch()

        [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static_assert(sizeof(OpenFile) % alignof(std::max_align_t) == 0);

    OpenFile* open(sqlite3_file* file) { return reinterpret_cast<OpenFile*>(file); }
    sqlite3_file* real(sqlite3_file* file) { return open(file)->real(); }
    const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }
    sqlite3_vfs* system(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

    int closeFile(sqlite3_file* file) { return methods(file)->xClose(real(file)); }

    int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 offset)
    {
        return methods(file)->xRead(real(file), into, count, offset);
    }

    int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
    {
        if (DiskFile* watched = open(file)->watched) {
            if (const int code = disk().begin(SQLITE_IOERR_WRITE); code != SQLITE_OK)
                return code;
            const auto* first = static_cast<const unsigned char*>(bytes);
            watched->waiting.push_back(
                {Change::Kind::Write, static_cast<std::size_t>(offset), Bytes(first, first + count)});
            if (disk().off)
                return SQLITE_IOERR_WRITE;
        }
        return methods(file)->xWrite(real(file), bytes, count, offset);
    }

    int truncateFile(sqlite3_file* file, sqlite3_int64 size)
    {
        if (DiskFile* watched = open(file)->watched) {
            if (const int code = disk().begin(SQLITE_IOERR_TRUNCATE); code != SQLITE_OK)
                return code;
            watched->waiting.push_back({Change::Kind::Truncate, static_cast<std::size_t>(size), {}});
            if (disk().off)
                return SQLITE_IOERR_TRUNCATE;
        }
        return methods(file)->xTruncate(real(file), size);
    }

    int syncFile(sqlite3_file* file, int flags)
    {
        DiskFile* watched = open(file)->watched;
        if (watched == nullptr)
            return methods(file)->xSync(real(file), flags);
        if (const int code = disk().begin(SQLITE_IOERR_FSYNC); code != SQLITE_OK) {
            if (!disk().off)
                applySome(disk(), *watched);
            return code;
        }
        if (disk().off)
            return SQLITE_IOERR_FSYNC;
        // SQLite syncs the folder with the first sync of a new log or journal: what was removed before is gone for good.
        const bool isNew = !watched->durable || std::ranges::any_of(watched->waiting, isRemoval);
        if (isNew)
            for (auto& [path, named] : disk().files)
                settleRemoval(named);
        applyAll(*watched); // the system's own sync would only take time
        return SQLITE_OK;
    }

    int fileSize(sqlite3_file* file, sqlite3_int64* size) { return methods(file)->xFileSize(real(file), size); }
    int lockFile(sqlite3_file* file, int level) { return methods(file)->xLock(real(file), level); }
    int unlockFile(sqlite3_file* file, int level) { return methods(file)->xUnlock(real(file), level); }
    int isReserved(sqlite3_file* file, int* out) { return methods(file)->xCheckReservedLock(real(file), out); }
    int controlFile(sqlite3_file* file, int what, void* value)
    {
        return methods(file)->xFileControl(real(file), what, value);
    }
    int sectorSize(sqlite3_file* file) { return methods(file)->xSectorSize(real(file)); }
    int characteristics(sqlite3_file* file) { return methods(file)->xDeviceCharacteristics(real(file)); }
    int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** out)
    {
        return methods(file)->xShmMap(real(file), page, size, extend, out);
    }
    int lockShared(sqlite3_file* file, int offset, int count, int flags)
    {
        return methods(file)->xShmLock(real(file), offset, count, flags);
    }
    void orderShared(sqlite3_file* file) { methods(file)->xShmBarrier(real(file)); }
    int unmapShared(sqlite3_file* file, int remove) { return methods(file)->xShmUnmap(real(file), remove); }

    // Version 2: no memory mapping, whose writes nobody would see.
    const sqlite3_io_methods kMethods {2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile,
        unlockFile, isReserved, controlFile, sectorSize, characteristics, mapShared, lockShared, orderShared,
        unmapShared, nullptr, nullptr};

    int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
    {
        OpenFile* opened = new (file) OpenFile {{nullptr}, disk().find(path)};
        const int code = system(vfs)->xOpen(system(vfs), path, opened->real(), flags, outFlags);
        if (opened->real()->pMethods != nullptr)
            file->pMethods = &kMethods;
        return code;
    }

    int removeFile(sqlite3_vfs* vfs, const char* path, int syncFolder)
    {
        if (DiskFile* watched = disk().find(path)) {
            if (const int code = disk().begin(SQLITE_IOERR_DELETE); code != SQLITE_OK)
                return code;
            watched->waiting.push_back({Change::Kind::Remove, 0, {}});
            if (disk().off)
                return SQLITE_IOERR_DELETE;
            if (syncFolder != 0)
                *watched = {};
        }
        return system(vfs)->xDelete(system(vfs), path, syncFolder);
    }

    void install()
    {
        spareSqliteLocks();
        static sqlite3_vfs vfs = *sqlite3_vfs_find("unix");
        vfs.pAppData = sqlite3_vfs_find("unix");
        vfs.zName = "power-cut";
        vfs.szOsFile += static_cast<int>(sizeof(OpenFile));
        vfs.pNext = nullptr;
        vfs.xOpen = openFile;
        vfs.xDelete = removeFile;
        sqlite3_vfs_register(&vfs, 1);
    }

    Bytes contentOf(const fs::path& path)
    {
        std::ifstream in(path, std::ios::binary);
        return Bytes(std::istreambuf_iterator<char>(in), {});
    }

} // namespace

PowerCutDisk& PowerCutDisk::shared()
{
    static PowerCutDisk one;
    [[maybe_unused]] static const bool installed = (install(), true);
    return one;
}

void PowerCutDisk::watch(const fs::path& folder, std::uint64_t seed)
{
    disk() = {};
    disk().folder = fs::canonical(folder).string() + "/";
    disk().random.seed(seed);
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file())
            disk().files[disk().folder + entry.path().filename().string()].durable = contentOf(entry.path());
}

void PowerCutDisk::cutAfter(int operations)
{
    disk().operations = 0;
    disk().cutAfter = operations;
}

void PowerCutDisk::failAt(int operations, int code)
{
    disk().operations = 0;
    disk().failed = false;
    disk().failAt = operations;
    disk().failure = code;
}

int PowerCutDisk::operations() const { return disk().operations; }
bool PowerCutDisk::isOff() const { return disk().off; }
bool PowerCutDisk::hasFailed() const { return disk().failed; }

void PowerCutDisk::restart()
{
    for (auto& [path, file] : disk().files) {
        applySome(disk(), file);
        fs::remove(path + "-shm");
        if (!file.durable) {
            fs::remove(path);
            continue;
        }
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(file.durable->data()), static_cast<std::streamsize>(file.durable->size()));
        if (!out)
            throw std::runtime_error("what survived cannot be written");
    }
    disk().off = false;
    disk().cutAfter = disk().failAt = kNever;
    disk().operations = 0;
}

} // namespace guanwu::test
