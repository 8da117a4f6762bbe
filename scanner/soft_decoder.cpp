#include "scanner/soft_decoder.h"

#include "scanner/aztec_layout.h"
#include "scanner/codeword_layout.h"
#include "scanner/ordered_statistics.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    using enum SymbolFormat;

    /// Of each module how much lighter than its threshold it is.
    class ModuleValues {
    public:
        explicit ModuleValues(const ModuleGreys& greys)
            : m_values(greys.aboveThreshold())
        {
        }
        [[nodiscard]] float at(int module) const { return m_values[static_cast<std::size_t>(module)]; }

    private:
        std::vector<float> m_values;
    };

    /// The word that the greys look most like; each of its bits may lie in several places.
    int likeliestWord(const SymbolNote& note, int bits, const ModuleValues& values)
    {
        int best = 0;
        float most = -1e9F;
        for (std::size_t i = 0; i < note.words.size(); ++i) {
            float sum = 0;
            for (std::size_t k = 0; k < note.modules.size(); ++k) {
                const int bit = bits - 1 - static_cast<int>(k) % bits;
                const bool isDark = (note.words[i] >> bit & 1) != 0;
                sum += (isDark ? -1.F : 1.F) * std::clamp(values.at(note.modules[k]), -1.F, 1.F);
            }
            if (sum > most) {
                most = sum;
                best = static_cast<int>(i);
            }
        }
        return best;
    }

    void drawWord(std::vector<bool>& dark, const SymbolNote& note, int bits, std::int64_t word)
    {
        for (std::size_t k = 0; k < note.modules.size(); ++k)
            dark[static_cast<std::size_t>(note.modules[k])]
                = (word >> (bits - 1 - static_cast<int>(k) % bits) & 1) != 0;
    }

    class Codewords {
    public:
        Codewords(const CodewordLayout& layout, const ModuleValues& values, Correction correction)
            : m_layout(layout)
            , m_values(values)
            , m_correction(correction)
        {
            for (const auto& modules : layout.codewords) {
                int word = 0;
                for (const int module : modules)
                    word = word << 1 | ((values.at(module) < 0) != isMasked(module) ? 1 : 0);
                m_words.push_back(word);
            }
        }

        /// Corrects all blocks; false where one cannot be, or might be by chance.
        [[nodiscard]] bool correct()
        {
            return std::all_of(m_layout.blocks.begin(), m_layout.blocks.end(),
                [&](const CodewordLayout::Block& block) { return correct(block); });
        }

        void draw(std::vector<bool>& dark) const
        {
            for (std::size_t i = 0; i < m_words.size(); ++i) {
                const auto& modules = m_layout.codewords[i];
                for (std::size_t bit = 0; bit < modules.size(); ++bit)
                    dark[static_cast<std::size_t>(modules[bit])] = isDark(i, bit);
            }
        }

        /// The share of all that the greys say which what was corrected agrees with, less what it does not.
        [[nodiscard]] double agreement() const
        {
            double agreed = 0;
            double all = 1e-9;
            for (std::size_t i = 0; i < m_words.size(); ++i) {
                const auto& modules = m_layout.codewords[i];
                for (std::size_t bit = 0; bit < modules.size(); ++bit) {
                    const auto value = static_cast<double>(m_values.at(modules[bit]));
                    agreed += isDark(i, bit) ? -value : value;
                    all += std::abs(value);
                }
            }
            return agreed / all;
        }

    private:
        [[nodiscard]] bool isMasked(int module) const
        {
            return !m_layout.masked.empty() && m_layout.masked[static_cast<std::size_t>(module)];
        }
        [[nodiscard]] bool isDark(std::size_t codeword, std::size_t bit) const
        {
            const auto& modules = m_layout.codewords[codeword];
            return ((m_words[codeword] >> (modules.size() - 1 - bit) & 1) != 0) != isMasked(modules[bit]);
        }

        bool correct(const CodewordLayout::Block& block)
        {
            std::vector<int> word;
            for (const int codeword : block.codewords)
                word.push_back(m_words[at(codeword)]);
            if (!correctErrors(*m_layout.field, word, block.checks, m_layout.firstRoot)) {
                if (m_correction == Correction::ByChecks)
                    return false;
                auto likeliest = likeliestWord(block);
                if (likeliest.certainty < kLeastCertainty)
                    return false;
                word = std::move(likeliest.word);
            }
            for (std::size_t i = 0; i < word.size(); ++i)
                m_words[at(block.codewords[i])] = word[i];
            return true;
        }

        [[nodiscard]] LikelyCodeword likeliestWord(const CodewordLayout::Block& block) const
        {
            std::vector<float> values;
            for (const int codeword : block.codewords)
                for (const int module : m_layout.codewords[at(codeword)])
                    values.push_back(isMasked(module) ? -m_values.at(module) : m_values.at(module));
            return likeliestCodeword(
                {m_layout.field, static_cast<int>(m_layout.codewords.front().size()),
                    static_cast<int>(block.codewords.size()), block.checks, m_layout.firstRoot},
                values);
        }

        static constexpr double kLeastCertainty = 6;
        static std::size_t at(int i) { return static_cast<std::size_t>(i); }

        const CodewordLayout& m_layout;
        const ModuleValues& m_values;
        Correction m_correction;
        std::vector<int> m_words;
    };

} // namespace

bool hasSoftDecoder(SymbolFormat format, int side)
{
    return (format == DataMatrix && side <= 26) || (format == QRCode && side <= kLargestQrLayout)
        || format == Aztec;
}

std::optional<std::vector<bool>> softDecoded(
    SymbolFormat format, const ModuleGreys& greys, const GridModel& model, Correction correction)
{
    constexpr int kFormatBits = 15;
    constexpr double kLeastAgreement = 0.88;
    const ModuleValues values(greys);
    const int side = model.side;
    std::vector<bool> dark = darkModules(greys, model);
    CodewordLayout aztec;
    const CodewordLayout* layout = nullptr;
    if (format == DataMatrix) {
        layout = &dataMatrixLayout(side);
    } else if (format == QRCode) {
        const SymbolNote note = qrFormatNote(side);
        const int said = likeliestWord(note, kFormatBits, values);
        drawWord(dark, note, kFormatBits, note.words[static_cast<std::size_t>(said)]);
        layout = &qrCodeLayout(side, said >> 3, said & 7);
    } else {
        const AztecSize size = aztecSizeOf(model);
        const SymbolNote& note = aztecNote(size);
        const int bits = static_cast<int>(note.modules.size());
        const int said = likeliestWord(note, bits, values);
        drawWord(dark, note, bits, note.words[static_cast<std::size_t>(said)]);
        aztec = aztecLayout(size, said + 1);
        layout = &aztec;
    }
    Codewords codewords(*layout, values, correction);
    if (!codewords.correct() || codewords.agreement() < kLeastAgreement)
        return std::nullopt;
    codewords.draw(dark);
    return dark;
}

} // namespace guanwu
