#include "scanner/aztec_layout.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

namespace guanwu {

namespace {

    using enum AztecSize::Kind;

    const FiniteField& field16()
    {
        static const FiniteField field(4, 0x13);
        return field;
    }

    const FiniteField& fieldOf(int bits)
    {
        static const FiniteField field64(6, 0x43);
        static const FiniteField field256(8, 0x12D);
        static const FiniteField field1024(10, 0x409);
        static const FiniteField field4096(12, 0x1069);
        return bits == 6 ? field64 : bits == 8 ? field256 : bits == 10 ? field1024 : field4096;
    }

    /// How the message about the symbol is made up, in nibbles.
    struct MessageShape {
        int data;
        int checks;
        int dataBits; ///< that say how many codewords are data
    };
    constexpr MessageShape shapeOf(AztecSize::Kind kind)
    {
        return kind == Compact ? MessageShape {2, 5, 6} : MessageShape {4, 6, 11};
    }

    /// Where in the symbol the i-th row or column of data lies: the lines of the reference grid are left out.
    int placeOf(AztecSize size, int i)
    {
        if (size.kind == Compact)
            return i;
        constexpr int kBetween = 15; // rows from line to line
        const int half = size.plainSide() / 2;
        const int middle = size.side() / 2;
        const int out = i >= half ? i - half : half - 1 - i;
        const int away = out + out / kBetween + 1;
        return i >= half ? middle + away : middle - away;
    }

    /// All bits from the outermost layer inwards, two modules at a time.
    std::vector<int> dataModules(AztecSize size)
    {
        std::vector<int> out;
        const int side = size.side();
        const int last = size.plainSide() - 1;
        const auto at = [&](int x, int y) { return placeOf(size, y) * side + placeOf(size, x); };
        for (int layer = 0; layer < size.layers; ++layer) {
            const int length = (size.layers - layer) * 4 + (size.kind == Compact ? 9 : 12);
            const int low = 2 * layer;
            const int high = last - low;
            const auto addSide = [&](auto place) {
                for (int j = 0; j < length; ++j)
                    for (int k = 0; k < 2; ++k)
                        out.push_back(place(j, k));
            };
            addSide([&](int j, int k) { return at(low + k, low + j); });
            addSide([&](int j, int k) { return at(low + j, high - k); });
            addSide([&](int j, int k) { return at(high - k, high - j); });
            addSide([&](int j, int k) { return at(high - j, low + k); });
        }
        return out;
    }

    SymbolNote noteOf(AztecSize size)
    {
        const MessageShape shape = shapeOf(size.kind);
        // With two check words of six bits every fourth heap of bars is a code; printers leave three and 23
        // %.
        const int codewords = size.codewords();
        const int fewestChecks = 3 + (codewords + 9) / 10;
        SymbolNote note {aztecMessageModules(size.kind, size.side()), {}};
        std::vector<int> unknown(static_cast<std::size_t>(shape.checks));
        std::iota(unknown.begin(), unknown.end(), shape.data);
        const int mostData = std::min(codewords - fewestChecks, 1 << shape.dataBits);
        for (int data = 1; data <= mostData; ++data) {
            const int said = (size.layers - 1) << shape.dataBits | (data - 1);
            std::vector<int> word(static_cast<std::size_t>(shape.data + shape.checks));
            for (int i = 0; i < shape.data; ++i)
                word[static_cast<std::size_t>(i)] = said >> 4 * (shape.data - 1 - i) & 15;
            // Which is how check words are made as well.
            if (!correctErrors(field16(), word, shape.checks, 1, unknown))
                continue;
            std::int64_t bits = 0;
            for (const int value : word)
                bits = bits << 4 | value;
            note.words.push_back(bits);
        }
        return note;
    }

    std::vector<int> valuesOf(std::span<const AztecNibble> message, int mask)
    {
        std::vector<int> word;
        for (const AztecNibble& nibble : message)
            word.push_back(nibble.value ^ mask);
        return word;
    }

} // namespace

AztecSize aztecSizeOf(const GridModel& model)
{
    const int middle = model.side / 2;
    if (model.at(middle, middle - AztecSize {Compact}.core()) == GridModel::Unknown)
        return {Compact, (model.side - AztecSize {Compact}.side()) / 4};
    AztecSize size {Full, 0};
    while (size.side() < model.side)
        ++size.layers;
    return size;
}

CodewordLayout aztecLayout(AztecSize size, int dataCodewords)
{
    const auto bits = static_cast<std::size_t>(size.bits());
    CodewordLayout layout {&fieldOf(size.bits()), 1, {}, {}, {}};
    const auto modules = dataModules(size);
    // What is left over comes first.
    for (std::size_t i = modules.size() % bits; i < modules.size(); i += bits)
        layout.codewords.emplace_back(modules.begin() + static_cast<std::ptrdiff_t>(i),
            modules.begin() + static_cast<std::ptrdiff_t>(i + bits));
    std::vector<int> all(layout.codewords.size());
    std::iota(all.begin(), all.end(), 0);
    layout.blocks = {{std::move(all), size.codewords() - dataCodewords}};
    return layout;
}

const SymbolNote& aztecNote(AztecSize size)
{
    thread_local std::map<std::pair<AztecSize::Kind, int>, SymbolNote> notes;
    const auto [note, isNew] = notes.try_emplace({size.kind, size.layers});
    if (isNew)
        note->second = noteOf(size);
    return note->second;
}

std::optional<AztecSize> aztecSizeSaid(AztecSize::Kind kind, std::span<const AztecNibble> message)
{
    const MessageShape shape = shapeOf(kind);
    const auto read = [&](std::span<const int> erased) -> std::optional<AztecSize> {
        auto word = valuesOf(message, 0);
        if (!correctErrors(field16(), word, shape.checks, 1, erased))
            return std::nullopt;
        int said = 0;
        for (int i = 0; i < shape.data; ++i)
            said = said << 4 | word[static_cast<std::size_t>(i)];
        const AztecSize size {kind, (said >> shape.dataBits) + 1};
        const int data = (said & ((1 << shape.dataBits) - 1)) + 1;
        return data < size.codewords() ? std::optional(size) : std::nullopt;
    };
    if (const auto size = read({}))
        return size;
    // Of what is hardly dark or hardly light only the place is believed.
    std::vector<int> bySureness(message.size());
    std::iota(bySureness.begin(), bySureness.end(), 0);
    std::sort(bySureness.begin(), bySureness.end(), [&](int a, int b) {
        return message[static_cast<std::size_t>(a)].sureness < message[static_cast<std::size_t>(b)].sureness;
    });
    for (std::size_t erased = 1; erased + 1 < static_cast<std::size_t>(shape.checks); ++erased)
        if (const auto size = read(std::span(bySureness).first(erased)))
            return size;
    return std::nullopt;
}

std::optional<int> aztecRuneSaid(std::span<const AztecNibble> message)
{
    constexpr int kMask = 0b1010; // tells it from the core of a symbol
    const MessageShape shape = shapeOf(Compact);
    const auto said = valuesOf(message, kMask);
    auto word = said;
    if (!correctErrors(field16(), word, shape.checks, 1))
        return std::nullopt;
    int wrong = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        wrong += word[i] != said[i] ? 1 : 0;
    return wrong <= 1 ? std::optional(word[0] << 4 | word[1]) : std::nullopt;
}

std::vector<int> aztecMessageModules(AztecSize::Kind kind, int side)
{
    const int core = AztecSize {kind}.core();
    const int middle = side / 2;
    std::vector<int> modules;
    const auto add = [&](int dx, int dy) { modules.push_back((middle + dy) * side + middle + dx); };
    std::vector<int> along; // the corners are marks, the middle of a full one is a line of the reference grid
    for (int i = 2 - core; i <= core - 2; ++i)
        if (kind == Compact || i != 0)
            along.push_back(i);
    for (const int i : along)
        add(i, -core);
    for (const int i : along)
        add(core, i);
    for (const int i : along)
        add(-i, core);
    for (const int i : along)
        add(-core, -i);
    return modules;
}

} // namespace guanwu
