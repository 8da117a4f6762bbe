#include "app/audit/anchor_file.h"

#include "app/exchange/events/event_json.h"
#include "app/security/device_key.h"
#include "core/values/calendar.h"
#include "reports/writers/replacing_file.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace guanwu {

namespace {

    constexpr std::size_t kLongestAnchorFile = 1 << 20;

    SignedAnchor fromJson(const nlohmann::json& json)
    {
        SignedAnchor out;
        out.anchor.block = json.at("block").get<std::int64_t>();
        out.anchor.digest = json.at("digest").get<std::string>();
        out.anchor.entries = json.at("entries").get<std::int64_t>();
        out.at = parseInstant(json.at("at").get<std::string>()).value();
        out.key = json.at("key").get<std::string>();
        out.signature = json.at("signature").get<std::string>();
        return out;
    }

    Result<std::vector<SignedAnchor>> anchorsOf(const std::filesystem::path& file)
    {
        const auto wrong = [&](const std::string& where) {
            return fail(ErrorCode::InvalidArgument, "audit.anchor_file", where);
        };
        std::ifstream in(file, std::ios::binary);
        std::string text(kLongestAnchorFile + 1, '\0');
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(in.gcount()));
        if (text.empty() || text.size() > kLongestAnchorFile)
            return wrong(file.string());
        const std::string name = file.filename().string();
        if (text.front() == '{') {
            try {
                SignedAnchor out = fromJson(nlohmann::json::parse(text));
                out.anchor.about = name;
                return std::vector {std::move(out)};
            } catch (const std::exception&) {
                return wrong(file.string());
            }
        }
        std::vector<SignedAnchor> out;
        std::istringstream lines(text);
        std::string line;
        for (int number = 1; std::getline(lines, line); ++number) {
            const std::string place = ':' + std::to_string(number);
            auto anchor = parseAnchorLine(line);
            if (!anchor)
                return wrong(file.string() + place);
            anchor->anchor.about = name + place;
            out.push_back(std::move(*anchor));
        }
        return out;
    }

} // namespace

SignedAnchor signAnchor(const AuditAnchor& anchor, Instant at, const DeviceKey& key)
{
    SignedAnchor out;
    out.anchor = anchor;
    out.at = at;
    out.key = key.publicKey();
    out.signature = key.sign(signedText(out));
    return out;
}

std::string anchorText(const SignedAnchor& anchor)
{
    return nlohmann::ordered_json {{"block", anchor.anchor.block}, {"digest", anchor.anchor.digest},
               {"entries", anchor.anchor.entries}, {"at", formatInstant(anchor.at)}, {"key", anchor.key},
               {"signature", anchor.signature}}
               .dump()
        + "\n";
}

bool isSigned(const SignedAnchor& anchor, std::string_view publicKey, const Signatures& signatures)
{
    return (anchor.key.empty() || anchor.key == publicKey)
        && signatures.isSignedBy(publicKey, signedText(anchor), anchor.signature);
}

Result<std::vector<SignedAnchor>> readAnchors(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        std::error_code error;
        if (!std::filesystem::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(path))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path());
    }
    std::vector<SignedAnchor> out;
    for (const auto& file : files) {
        auto anchors = anchorsOf(file);
        if (!anchors)
            return fail(anchors.error());
        std::move(anchors->begin(), anchors->end(), std::back_inserter(out));
    }
    std::sort(out.begin(), out.end(), [](const SignedAnchor& left, const SignedAnchor& right) {
        return left.anchor.block < right.anchor.block;
    });
    return out;
}

Result<void> writeAnchor(const std::filesystem::path& file, const SignedAnchor& anchor)
{
    auto out = ReplacingFile::create(file);
    if (!out)
        return fail(out.error());
    out->write(anchorText(anchor));
    out->commit();
    return {};
}

std::string anchorName(Instant at)
{
    std::string day = formatDate(chinaDate(at));
    std::erase(day, '-');
    return "anchor-" + day + ".json";
}

} // namespace guanwu
