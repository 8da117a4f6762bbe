#pragma once

#include "app/client/gallery/fake_calls.h"

namespace guanwu {

/// Answers of a registry with `cards` cards and awkward content: long names, zeros, millions, formulas, marks
/// that would be rich text. Pages go by key as those of the server do.
void answerRegistry(FakeCalls& calls, int cards);

/// Handhelds and accounts.
void answerAdministration(FakeCalls& calls);

/// A file to be imported, with what answerRegistry() finds wrong in it.
[[nodiscard]] QByteArray madeUpTable();

/// Row `index` of GET /assets.
[[nodiscard]] QJsonObject madeUpCard(int index);

} // namespace guanwu
