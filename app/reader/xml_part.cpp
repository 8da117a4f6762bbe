#include "app/reader/xml_part.h"

#include <expat.h>
#include <new>

namespace guanwu {

namespace {

    constexpr char kSeparator = '|';

    XmlName nameOf(const char* expatName)
    {
        const std::string_view name = expatName;
        const auto gap = name.rfind(kSeparator);
        if (gap == std::string_view::npos)
            return {{}, name};
        return {name.substr(0, gap), name.substr(gap + 1)};
    }

    struct Parsing {
        XmlHandler& handler;
        XML_Parser parser = nullptr;

        /// Exceptions must not pass through expat.
        template <class Call> void run(Call call)
        {
            try {
                if (!handler.error())
                    call(handler);
            } catch (const std::bad_alloc&) {
                handler.refuse("table.memory", {});
            }
            if (handler.error())
                ::XML_StopParser(parser, XML_FALSE);
        }
    };

    Parsing& parsing(void* user) { return *static_cast<Parsing*>(user); }

    void onStart(void* user, const XML_Char* name, const XML_Char** attributes)
    {
        parsing(user).run([&](XmlHandler& handler) { handler.start({nameOf(name), attributes}); });
    }
    void onEnd(void* user, const XML_Char* name)
    {
        parsing(user).run([&](XmlHandler& handler) { handler.end(nameOf(name)); });
    }
    void onText(void* user, const XML_Char* text, int size)
    {
        parsing(user).run([&](XmlHandler& handler) { handler.text({text, static_cast<std::size_t>(size)}); });
    }
    void onDoctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        parsing(user).run([](XmlHandler& handler) { handler.refuse("table.doctype", {}); });
    }

} // namespace

std::string_view XmlElement::attribute(std::string_view local) const
{
    for (const char** at = attributes; *at; at += 2)
        if (nameOf(*at).local == local)
            return at[1];
    return {};
}

std::string_view XmlElement::attribute(std::string_view space, std::string_view local) const
{
    for (const char** at = attributes; *at; at += 2)
        if (const XmlName found = nameOf(*at); found.local == local && found.space == space)
            return at[1];
    return {};
}

Result<void> parseXml(const ZipEntry& entry, ZipPart& part, XmlHandler& handler)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&::XML_ParserFree)> parser(
        ::XML_ParserCreateNS(nullptr, kSeparator), &::XML_ParserFree);
    if (!parser)
        throw std::bad_alloc();
    Parsing user {handler, parser.get()};
    ::XML_SetUserData(parser.get(), &user);
    ::XML_SetElementHandler(parser.get(), onStart, onEnd);
    ::XML_SetCharacterDataHandler(parser.get(), onText);
    ::XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);

    for (;;) {
        const auto piece = part.read();
        if (!piece)
            return fail(piece.error());
        const auto status = ::XML_Parse(
            parser.get(), piece->data(), static_cast<int>(piece->size()), piece->empty() ? 1 : 0);
        if (handler.error())
            return fail(*handler.error());
        if (status != XML_STATUS_OK && ::XML_GetErrorCode(parser.get()) == XML_ERROR_NO_MEMORY)
            throw std::bad_alloc();
        if (status != XML_STATUS_OK)
            return fail(ErrorCode::InvalidArgument, "table.damaged", std::string(entry.name));
        if (piece->empty())
            return {};
    }
}

Result<void> parseXml(const ZipEntry& entry, InflateBudget& budget, XmlHandler& handler)
{
    ZipPart part(entry, budget);
    return parseXml(entry, part, handler);
}

} // namespace guanwu
