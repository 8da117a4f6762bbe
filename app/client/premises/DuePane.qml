import QtQuick
import Guanwu.Premises
import Guanwu.Session

// What has to come back: since when, until when, from whom.
SpaceTable {
    id: root

    signal writeRequested(var from)
    signal documentRequested(string no)

    name: "space-due"
    title: qsTr("To be given back")
    path: "/space/due"
    rowsKey: "due"
    idKey: "room"
    all: SpaceNames.dueColumns
    firstKey: "due"
    titleKey: "room_name"
    noteKey: "due"
    subtitleKeys: ["urgency", "ground", "unit/name", "person/name"]
    emptyTitle: qsTr("Nothing has to come back")
    emptyHint: qsTr("Rooms of those who leave, of second posts, of ended bodies and above the standard stand here.")
    detail: RoomPane {
        session: root.session // qmllint disable unqualified
        room: root.current // qmllint disable unqualified
        onBackRequested: root.close() // qmllint disable unqualified
        onChanged: root.reload() // qmllint disable unqualified
        onWriteRequested: from => root.writeRequested(from)
        onDocumentRequested: no => root.documentRequested(no)
    }
}
