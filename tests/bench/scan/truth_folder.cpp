#include "tests/bench/scan/frames.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

namespace guanwu::bench {

namespace {

    using Row = std::map<std::string, std::string>;

    /// One record; quoted fields may hold commas, but no line ends.
    std::vector<std::string> fieldsOf(const std::string& line)
    {
        std::vector<std::string> fields(1);
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
                fields.back() += line[i++];
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                fields.emplace_back();
            else if (line[i] != '\r')
                fields.back() += line[i];
        }
        return fields;
    }

    /// The inverse of escapedText().
    std::string unescaped(const std::string& text)
    {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\\' || i + 1 == text.size()) {
                out += text[i];
                continue;
            }
            const char kind = text[++i];
            if (kind == 'x' && i + 2 < text.size()) {
                out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
                i += 2;
            } else {
                out += kind == 't' ? '\t' : kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind;
            }
        }
        return out;
    }

} // namespace

void folderFrames(const std::filesystem::path& folder, const FrameSink& sink)
{
    std::ifstream file(folder / "expected.csv");
    std::string line;
    if (!std::getline(file, line))
        throw std::runtime_error("no expected.csv in " + folder.string());
    const auto names = fieldsOf(line);
    std::map<std::string, std::vector<Row>> pictures;
    while (std::getline(file, line)) {
        const auto fields = fieldsOf(line);
        Row row;
        for (std::size_t i = 0; i < names.size() && i < fields.size(); ++i)
            row[names[i]] = fields[i];
        pictures[row["file"]].push_back(std::move(row));
    }
    for (auto& [name, rows] : pictures) {
        auto picture = loadImage(folder / name);
        if (!picture) {
            std::fprintf(stderr, "%s: %s\n", name.c_str(), picture.error().subject.c_str());
            continue;
        }
        Row& first = rows.front();
        const std::string band = first["band"];
        TruthFrame frame {
            band.empty() || band == "real" ? first["set"] : band, name, std::move(*picture), {}};
        if (band == "easy" || band == "medium" || band == "hard" || band == "extreme")
            frame.group += "/" + first["format"];
        else if (const auto slash = band.find('/'); slash != std::string::npos)
            frame.group = "many " + band.substr(0, slash);
        for (auto& row : rows) {
            frame.complete = frame.complete && row["complete"] == "1";
            if (row["format"] != "NONE")
                frame.truth.emplace(
                    parseToken(kSymbolFormats, row["format"], "format").value(), unescaped(row["text"]));
        }
        if (const auto shot = name.rfind("_t"); first["set"].starts_with("seq") && shot != std::string::npos) {
            frame.shot = std::stoi(name.substr(shot + 2));
            frame.group += " @" + std::to_string(frame.shot + 1);
        }
        sink(frame);
    }
}

} // namespace guanwu::bench
