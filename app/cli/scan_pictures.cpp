#include "app/cli/scan_pictures.h"

#include "app/text/explain.h"
#include "scanner/frame_source.h"
#include "scanner/payload.h"
#include "scanner/scan_worker.h"

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <iomanip>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <thread>

namespace guanwu {

namespace {

    constexpr int kWorkers = 2;

    /// Pictures read by several workers, handed out in their own order.
    class ParallelReading {
    public:
        ParallelReading(std::vector<std::filesystem::path> files, const ScanOptions& options)
            : m_files(std::move(files))
            , m_outcomes(m_files.size())
        {
            // Which symbols are tags is known after decoding, so all are read where only tags count.
            m_decode.maxSymbols = options.tagsOnly ? 0 : options.maxSymbols;
            for (int i = 0; i < kWorkers; ++i)
                m_threads.emplace_back(
                    [this, settings = ScanWorker::Settings {options.readerProgram, options.limit}] {
                        work(settings);
                    });
        }
        ParallelReading(const ParallelReading&) = delete;
        ParallelReading& operator=(const ParallelReading&) = delete;
        /// Pictures nobody has begun are left; those under way are finished.
        ~ParallelReading()
        {
            m_next = m_files.size();
            for (auto& thread : m_threads)
                thread.join();
        }

        [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return m_files; }

        /// Waits for the picture and forgets it.
        [[nodiscard]] Result<ScanReading> take(std::size_t index)
        {
            std::unique_lock lock(m_mutex);
            m_done.wait(lock, [&] { return m_outcomes[index].has_value(); });
            return *std::exchange(m_outcomes[index], std::nullopt);
        }

    private:
        void work(const ScanWorker::Settings& settings)
        {
            ScanWorker worker(settings);
            for (std::size_t index = m_next++; index < m_files.size(); index = m_next++) {
                auto outcome = read(worker, m_files[index]);
                const std::scoped_lock lock(m_mutex);
                m_outcomes[index] = std::move(outcome);
                m_done.notify_one();
            }
        }

        Result<ScanReading> read(ScanWorker& worker, const std::filesystem::path& file) const
        {
            try {
                return worker.readFile(file, m_decode);
            } catch (const std::exception& error) {
                return fail(ErrorCode::InvalidArgument, "scan.crashed", error.what());
            }
        }

        std::vector<std::filesystem::path> m_files;
        std::vector<std::optional<Result<ScanReading>>> m_outcomes;
        DecodeOptions m_decode;
        std::atomic<std::size_t> m_next = 0;
        std::mutex m_mutex;
        std::condition_variable m_done;
        std::vector<std::thread> m_threads;
    };

    /// A path as it was given; only one with control bytes, which would break the line, is escaped.
    std::string printable(const std::filesystem::path& path)
    {
        const std::string text = path.string();
        for (const char c : text)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
                return escapedText(text);
        return text;
    }

    class Printer {
    public:
        Printer(const ScanOptions& options, std::ostream& out, std::ostream& err)
            : m_options(options)
            , m_out(out)
            , m_err(err)
        {
            m_out << std::fixed << std::setprecision(1);
        }

        void error(const std::string& where, const Error& error)
        {
            m_err << "guanwu: " << where << ": " << explain(error, m_options.language) << " ["
                  << error.subject << "]\n";
        }

        /// Only what no frame before had.
        void nextFrame(const std::string& path, const ScanReading& reading)
        {
            for (const auto& symbol : reading.symbols)
                if ((!m_options.tagsOnly || acceptedTag(symbol.text))
                    && m_printed.emplace(symbol.format, symbol.text).second)
                    line(path, tokenRow(kSymbolFormats, symbol.format).token, symbol.text,
                        millisecondsOf(reading));
            m_out.flush();
        }

        void reading(const std::string& path, const ScanReading& reading)
        {
            const double milliseconds = millisecondsOf(reading);
            int printed = 0;
            for (const auto& symbol : reading.symbols) {
                if (m_options.maxSymbols > 0 && printed == m_options.maxSymbols)
                    break;
                if (m_options.tagsOnly && !acceptedTag(symbol.text))
                    continue;
                line(path, tokenRow(kSymbolFormats, symbol.format).token, symbol.text, milliseconds);
                ++printed;
            }
            if (printed == 0)
                line(path, {}, {}, milliseconds);
            m_out.flush();
        }

    private:
        [[nodiscard]] static double millisecondsOf(const ScanReading& reading)
        {
            return static_cast<double>(reading.decodeTime.count()) / 1000;
        }

        void line(
            const std::string& path, std::string_view format, std::string_view text, double milliseconds)
        {
            if (!m_options.json) {
                m_out << path << '\t' << format << '\t' << escapedText(text) << '\t' << milliseconds << '\n';
                return;
            }
            nlohmann::ordered_json object {
                {"path", path}, {"format", nullptr}, {"text", nullptr}, {"ms", milliseconds}};
            if (!format.empty()) {
                object["format"] = format;
                object["text"] = text;
            }
            m_out << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        }

        const ScanOptions& m_options;
        std::ostream& m_out;
        std::ostream& m_err;
        std::set<std::pair<SymbolFormat, std::string>> m_printed; // of a walk
    };

    Result<std::vector<std::filesystem::path>> listedPaths(const ScanOptions& options)
    {
        auto paths = options.paths;
        if (options.list.empty())
            return paths;
        std::ifstream list(options.list);
        if (!list)
            return fail(ErrorCode::NotFound, "scan.list", options.list.string());
        for (std::string line; std::getline(list, line);) {
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            if (!line.empty())
                paths.emplace_back(line);
        }
        return paths;
    }

    /// One worker, which remembers the frames before. False when a picture could not be read.
    bool walk(
        const std::vector<std::filesystem::path>& files, const ScanOptions& options, Printer& printer)
    {
        ScanWorker worker({options.readerProgram, options.limit});
        bool allRead = true;
        for (const auto& file : files) {
            const std::string path = printable(file);
            const auto reading = worker.readNextFile(file);
            if (reading) {
                printer.nextFrame(path, *reading);
            } else {
                allRead = false;
                printer.error(path, reading.error());
            }
        }
        return allRead;
    }

} // namespace

ExitCode runScan(const ScanOptions& options, std::ostream& out, std::ostream& err)
{
    Printer printer(options, out, err);
    const auto paths = listedPaths(options);
    if (!paths) {
        printer.error("scan", paths.error());
        return ExitCode::Refused;
    }
    if (paths->empty() && options.list.empty()) {
        printer.error("scan", Error {ErrorCode::InvalidArgument, "scan.no_path", {}});
        return ExitCode::WrongUse;
    }

    bool allRead = true;
    std::vector<std::filesystem::path> files;
    for (const auto& path : *paths) {
        FolderFrames frames;
        if (const auto added = frames.add(path); !added) {
            if (added.error().subject == "image.missing") {
                files.push_back(path); // told in its turn, when it cannot be opened
                continue;
            }
            allRead = false;
            printer.error(printable(path), added.error());
        }
        files.insert(files.end(), frames.files().begin(), frames.files().end());
    }

    if (options.walk)
        return walk(files, options, printer) && allRead ? ExitCode::Done : ExitCode::AnswerIsNo;
    ParallelReading pictures(std::move(files), options);
    for (std::size_t i = 0; i < pictures.files().size(); ++i) {
        const std::string path = printable(pictures.files()[i]);
        const auto outcome = pictures.take(i);
        if (!outcome && outcome.error().subject == "scan.reader") {
            printer.error("scan", outcome.error());
            return ExitCode::Refused;
        }
        if (!outcome) {
            allRead = false;
            printer.error(path, outcome.error());
        }
        printer.reading(path, outcome.value_or(ScanReading {}));
    }
    return allRead ? ExitCode::Done : ExitCode::AnswerIsNo;
}

} // namespace guanwu
