#pragma once

#include "scanner/decode.h"
#include "scanner/frame_reader.h"

#include <filesystem>
#include <memory>
#include <sys/types.h>

namespace guanwu {

struct ScanRequest;

/// What a worker read from one picture. The time is that of decode() alone, without loading the file.
struct ScanReading {
    std::vector<Symbol> symbols;
    std::chrono::microseconds decodeTime {};
    std::vector<RegionInView> regions; ///< of a next frame, as are the times
    StageTimes times {};
};

/// Reads pictures in a child process with little memory and no way to write files: ZXing 1.4 can end its
/// process or never return, and photos come from strangers. A crash or a hang costs one picture: the call
/// returns an error, and the next call starts a new child. One picture at a time; for two cores take two
/// workers. Not for several threads.
class ScanWorker {
public:
    struct Settings {
        /// The program whose verb "scan" is runScanWorker().
        std::filesystem::path readerProgram;
        /// A picture that takes longer is given up and its child killed. Camera frames want 500 ms.
        std::chrono::milliseconds limit {10'000};
    };

    explicit ScanWorker(Settings settings);
    ScanWorker(ScanWorker&&) noexcept;
    ScanWorker& operator=(ScanWorker&&) noexcept;
    /// Kills the child.
    ~ScanWorker();

    /// A PNG or JPEG file. Errors: those of loadImage(), scan.crashed, scan.timeout, scan.memory, scan.reader
    /// (the program cannot be started). Throws std::system_error when the system has no descriptors or
    /// processes left.
    [[nodiscard]] Result<ScanReading> readFile(
        const std::filesystem::path& path, const DecodeOptions& options = {});

    /// A camera frame, handed over in shared memory. Errors as above.
    [[nodiscard]] Result<ScanReading> readFrame(LumView frame, const DecodeOptions& options = {});

    /// The next frame of a camera, and a file that is taken for one: what was in the frames before is
    /// remembered (FrameReader), until the child has to be replaced. Errors as above.
    [[nodiscard]] Result<ScanReading> readNextFrame(LumView frame, const FrameOptions& options = {});
    [[nodiscard]] Result<ScanReading> readNextFile(
        const std::filesystem::path& path, const FrameOptions& options = {});

    /// The child that runs now; 0 before the first picture and after a crash.
    [[nodiscard]] pid_t processId() const;

private:
    class Child;

    [[nodiscard]] Result<ScanReading> sendFile(const std::filesystem::path& path, ScanRequest request);
    [[nodiscard]] Result<ScanReading> sendFrame(LumView frame, ScanRequest request);
    [[nodiscard]] Result<ScanReading> exchange(const ScanRequest& request, int descriptor);

    Settings m_settings;
    std::unique_ptr<Child> m_child;
};

/// The child's side: answers requests on standard input, a socket, until it is closed. Returns the exit
/// status. Limits its own process first: 1 GiB of address space, no core files, no files written.
[[nodiscard]] int runScanWorker();

} // namespace guanwu
