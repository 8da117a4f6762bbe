import QtQuick
import Guanwu.Premises
import Guanwu.Session

// Rooms above the standard: by how much, why still, and until when.
SpaceTable {
    id: root

    signal writeRequested(var from)
    signal documentRequested(string no)

    name: "space-over"
    title: qsTr("Above the standard")
    path: "/space/over"
    rowsKey: "rooms"
    idKey: "room"
    all: SpaceNames.overColumns
    titleKey: "name"
    noteKey: "over_deadline"
    subtitleKeys: ["finding/over_m2", "used_by/name", "over_reason"]
    emptyTitle: qsTr("Nothing is above the standard")
    emptyHint: qsTr("Only offices in which people are registered are judged.")
    detail: RoomPane {
        session: root.session // qmllint disable unqualified
        room: root.current // qmllint disable unqualified
        onBackRequested: root.close() // qmllint disable unqualified
        onChanged: root.reload() // qmllint disable unqualified
        onWriteRequested: from => root.writeRequested(from)
        onDocumentRequested: no => root.documentRequested(no)
    }
}
