#pragma once

#include "core/documents/document_changes.h"
#include "core/premises/room_line.h"
#include "reports/model/report.h"

#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// A document as a form for print (reports 6): head, lines with totals, the check-list of papers, the row of
/// the route table it fell under, and a box for every opinion; boxes not on the route say so. `today` is the
/// day for which the check-list is made. A document about office space lists its rooms in place of lines
/// (reports 7.4): `rooms` as they are now, so that who used one before stands there until the handover, and
/// `notes` say what the unit has and may have. A repair and a registration have what they say in place of
/// lines. One about what cards say has a row for each field that it changes, with what stands there before
/// and after it: `changes`.
[[nodiscard]] StreamedReport documentForm(const Document& document, Day today,
    std::span<const RoomLine> rooms = {}, std::span<const std::string> notes = {},
    std::span<const CardChange> changes = {});

/// What the form says of the unit that asks for rooms (reports 7.4): posts and people, the rooms it has
/// building by building, and what the standard allows it.
[[nodiscard]] std::vector<std::string> presentSpaceNotes(
    const UnitSpaceUse& use, std::span<const RoomLine> rooms, Day today);

/// A paper of a document with what stands in the store of it.
struct DossierPaper {
    std::string name;
    std::string title;
    std::string hash; ///< SHA-256 of its bytes
    std::int64_t bytes = 0;
    std::string addedBy;
    Day addedOn {};
};

/// 卷宗: the manifest of a document and all its papers by their digests. `digest` stands for everything the
/// document says.
[[nodiscard]] StreamedReport dossierManifest(
    const Document& document, const std::vector<DossierPaper>& papers, const std::string& digest);

/// Everything a document says, line by line, the same for the same document: what its digest is made of.
[[nodiscard]] std::string documentText(const Document& document);

} // namespace guanwu
