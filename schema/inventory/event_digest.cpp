#include "schema/inventory/event_digest.h"

#include <openssl/sha.h>

namespace guanwu {

namespace {

    void add(std::string& out, std::string_view value)
    {
        out += std::to_string(value.size());
        out += ':';
        out += value;
    }

    /// "not stated" is not the same as stated and empty.
    void addOptional(std::string& out, const std::optional<std::string>& value)
    {
        out += value ? '1' : '0';
        if (value)
            add(out, *value);
    }

} // namespace

std::string eventDigest(const ScanEvent& event)
{
    std::string bytes;
    add(bytes, event.eventId);
    add(bytes, event.installId);
    add(bytes, std::to_string(event.seq));
    add(bytes, std::to_string(event.at.time_since_epoch().count()));
    add(bytes, event.actor);
    add(bytes, event.unit);
    add(bytes, tokenRow(kEventKinds, event.kind).token);
    addOptional(bytes, event.code);
    addOptional(bytes, event.place);
    addOptional(bytes, event.user);
    add(bytes, event.condition ? tokenRow(kConditions, *event.condition).token : std::string_view());
    add(bytes, tokenRow(kEntryModes, event.entry).token);
    add(bytes, event.reason);
    add(bytes, event.name);
    add(bytes, event.classCode);
    add(bytes, std::to_string(event.quantity));
    for (const std::string& photo : event.photos)
        add(bytes, photo);
    add(bytes, event.corrects);

    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
    std::string out;
    for (int i = 0; i < 16; ++i) {
        out += "0123456789abcdef"[digest[i] >> 4];
        out += "0123456789abcdef"[digest[i] & 15];
    }
    return out;
}

} // namespace guanwu
