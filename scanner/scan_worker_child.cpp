#include "scanner/scan_protocol.h"

#include <algorithm>
#include <new>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace guanwu {

namespace {

    using Clock = std::chrono::steady_clock;

    void limitProcess()
    {
        const auto limit = [](auto resource, rlim_t value) {
            const rlimit both {value, value};
            ::setrlimit(resource, &both);
        };
        limit(RLIMIT_CORE, 0); // a core file would hold the picture
        limit(RLIMIT_FSIZE, 0);
#if !defined(__SANITIZE_ADDRESS__)                                                                           \
    && !defined(__SANITIZE_THREAD__) // sanitizers reserve terabytes of addresses
        limit(RLIMIT_AS, rlim_t {1} << 30U);
#endif
    }

    /// A child whose parent was killed in the middle of a hanging picture must not burn a core for ever.
    void endProcessAfter(std::int64_t milliseconds)
    {
        ::alarm(static_cast<unsigned>(std::clamp<std::int64_t>(milliseconds / 1000 + 2, 1, 3600)));
    }

    ScanReading readingOf(LumView picture, const ScanRequest& request, FrameReader& camera)
    {
        using std::chrono::milliseconds;
        const auto begin = Clock::now();
        ScanReading reading;
        if (request.sequence == ScanRequest::Sequence::Next) {
            camera.set({milliseconds(request.budgetMs), milliseconds(request.idleBudgetMs)});
            auto frame = camera.read(picture);
            reading.symbols = std::move(frame.symbols);
            reading.regions = std::move(frame.regions);
            reading.times = frame.times;
        } else {
            reading.symbols = decode(picture, {request.maxSymbols, milliseconds(request.budgetMs)});
        }
        reading.decodeTime = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
        return reading;
    }

    Result<ScanReading> readFrame(const ReceivedRequest& received, FrameReader& camera)
    {
        const auto& request = received.request;
        const auto size = static_cast<std::size_t>(request.width) * static_cast<std::size_t>(request.height);
        struct stat status { };
        if (::fstat(received.descriptor.get(), &status) != 0 || status.st_size < static_cast<off_t>(size))
            return fail(ErrorCode::InvalidArgument, "image.truncated");
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, received.descriptor.get(), 0);
        if (mapped == MAP_FAILED)
            throw std::bad_alloc();
        auto reading = readingOf(
            {static_cast<const std::uint8_t*>(mapped), request.width, request.height, request.width},
            request, camera);
        ::munmap(mapped, size);
        return reading;
    }

    Result<ScanReading> readFile(const ReceivedRequest& received, FrameReader& camera)
    {
        const auto picture = loadImage(received.descriptor.get());
        if (!picture)
            return fail(picture.error());
        return readingOf(*picture, received.request, camera);
    }

    Result<ScanReading> answer(const ReceivedRequest& received, FrameReader& camera)
    {
        try {
            return received.request.kind == ScanRequest::Kind::Frame ? readFrame(received, camera)
                                                                     : readFile(received, camera);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::InvalidArgument, "scan.memory");
        } catch (const std::exception& error) {
            return fail(ErrorCode::InvalidArgument, "scan.crashed", error.what());
        }
    }

} // namespace

int runScanWorker()
{
    limitProcess();
    FrameReader camera;
    while (const auto received = receiveRequest(STDIN_FILENO)) {
        endProcessAfter(received->request.limitMs);
        if (!sendReply(STDIN_FILENO, encodeReply(answer(*received, camera))))
            break;
        ::alarm(0);
    }
    return 0;
}

} // namespace guanwu
