#include "app/text/signal_question.h"

#include <array>

namespace guanwu {

namespace {

    /// In the order of the kinds. {name} = the figure of that name.
    constexpr std::array<Text, kSignalKinds.size()> kQuestions {{
        {"账面分属 {rooms} 个房间的 {tags} 个标签在 {seconds} 秒内扫完。标签当时是贴在实物上，还是集中在一处？",
            "{tags} tags that the book has in {rooms} rooms were scanned within {seconds} s. Were they on the things, or at one spot?"},
        {"连续 {tags} 件、跨 {rooms} 个房间，与账面编号顺序完全一致。是按实物逐间盘点，还是照着清单录入？",
            "{tags} things over {rooms} rooms came exactly in the order of the book. Were they counted room by room, or entered from a list?"},
        {"有 {changes} 次换房间快于步行，最快 {fastest_ms} 毫秒。当时房间是否选错？",
            "Rooms were changed {changes} times faster than anybody walks, once within {fastest_ms} ms. Was the wrong room chosen?"},
        {"{seconds} 秒内持续扫到 {tags} 件。现场是怎样做到的？",
            "{tags} things were scanned without a pause in {seconds} s. How was that done?"},
        {"同一张照片用在 {things} 件资产上（{events} 次记录）。照片拍的是哪一件？",
            "One photo stands for {things} things, in {events} events. Which of them does it show?"},
        {"手持机时钟倒退 {jumps} 次，最多 {seconds_back} 秒。是谁调整了时间，为什么？",
            "The clock of the handheld went back {jumps} times, once by {seconds_back} s. Who set it, and why?"},
        {"共盘 {of} 件，其中 {tags} 件集中在最后 {minutes} 分钟（{handhelds} 台手持机）。之前为何没有记录？",
            "{tags} of {of} things were seen in the last {minutes} minutes, with {handhelds} handhelds. Why is there nothing before?"},
    }};

} // namespace

std::string questionOf(const CountSignal& signal, Language language)
{
    std::string out;
    std::string_view rest = kQuestions[static_cast<std::size_t>(signal.kind)].in(language);
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        out += rest.substr(0, open);
        out += std::to_string(signal.figure(rest.substr(open + 1, close - open - 1)));
        rest.remove_prefix(close + 1);
    }
    return out.append(rest);
}

} // namespace guanwu
