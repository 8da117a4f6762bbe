#pragma once

#include <QJsonObject>
#include <QString>
#include <QVariantList>
#include <vector>

namespace guanwu {

/// Something that a count found and somebody may have to decide.
struct Finding {
    enum class Kind { Line, Surplus, Told };
    Kind kind = Kind::Line;
    QString key; ///< asset number, event id of a surplus, or key of what was told
    QString result; ///< of the line as the events have it, "surplus", or the kind of what was told
    QString title;
    QString detail; ///< number and place
    QJsonObject json; ///< as the server sent it
    QJsonObject decision; ///< empty = none
    QJsonObject placeNames {}; ///< by code, as far as they were told with it

    [[nodiscard]] static Finding ofLine(const QJsonObject& json);
    [[nodiscard]] static Finding ofSurplus(const QJsonObject& json, const QJsonObject& placeNames);
    [[nodiscard]] static Finding ofTold(const QJsonObject& json, const QJsonObject& placeNames);

    [[nodiscard]] bool isDecided() const { return !decision.isEmpty(); }
    /// Whether it can be decided at all: what was told of another unit's card is only told.
    [[nodiscard]] bool isDecidable() const { return kind != Kind::Told; }
    [[nodiscard]] QString decisionText() const;
};

/// Book and sight side by side: { label, book, seen, differs }; what nobody stated is empty and does not
/// differ.
[[nodiscard]] QVariantList comparison(
    const Finding& finding, const QJsonObject& placeNames, const QJsonObject& userNames);
/// What was told, the latest last: { at, word, icon, tone, actor, detail, photos, undone }.
[[nodiscard]] QVariantList history(
    const std::vector<QJsonObject>& events, const QJsonObject& placeNames, const QJsonObject& userNames);
/// The hashes of the photos of all events, each once.
[[nodiscard]] QStringList photosOf(const std::vector<QJsonObject>& events);

} // namespace guanwu
