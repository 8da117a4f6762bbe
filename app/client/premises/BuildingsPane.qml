import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// Buildings, the picture of one, and a room of it: beside each other where there is room, else one after the other.
FocusScope {
    id: root

    required property ClientSession session
    required property bool isCompact
    required property bool isExpanded

    property string building
    property string room // whose story is open
    property string colour: "unit"
    readonly property bool isListShown: building === "" || isExpanded && width > 1000
    readonly property bool isBeside: isExpanded // else the story lies below the picture, or in its place
    readonly property bool isPictureShown: building !== "" && !(isCompact && room !== "")

    signal writeRequested(var from)
    signal documentRequested(string no)

    function reload() {
        buildings.reload();
        const told = story.item as RoomPane;
        if (told)
            told.reload();
        redraw();
    }
    function redraw() {
        const drawn = picture.item as PicturePane;
        if (drawn)
            drawn.reload();
    }
    function back() {
        const drawn = picture.item as PicturePane;
        if (drawn && drawn.closePlan())
            return;
        if (room !== "")
            room = "";
        else
            building = "";
    }

    PagedRecords {
        id: buildings
        calls: root.session.calls
        path: "/space/buildings"
        rowsKey: "buildings"
        idKey: "building"
        isPaged: false
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: root.reload()
    }
    RoomEntryDialog {
        id: entering
        session: root.session
        call: sending
    }
    TableParts {
        id: parts
        records: buildings
        storeFile: root.session.storeFile
        name: "space-buildings"
        title: qsTr("Buildings")
        all: SpaceNames.buildingColumns
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.visible && root.building !== ""
        onActivated: root.back()
    }

    ColumnLayout {
        id: list
        visible: root.isListShown
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: !visible ? 0 : root.building === "" ? root.width : Math.min(320, Math.round(root.width * 0.25))
        spacing: 0

        PageHeader {
            title: qsTr("Buildings")
            subtitle: buildings.isAnswered ? qsTr("%1 found").arg(buildings.countText) : ""
            Layout.fillWidth: true

            IconButton {
                objectName: "enterRoom"
                visible: root.session.mayFileDocuments() && root.session.unit === ""
                iconName: "plus"
                text: qsTr("Enter a room…")
                onClicked: entering.ask(root.building)
            }
            TableActions {
                parts: parts
                hasColumns: !table.isCompact
            }
        }
        ListProblem {
            records: buildings
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "buildings"
            records: buildings
            columns: parts.columns
            selection: parts.selection
            isCompact: root.isCompact || root.building !== ""
            canPick: false
            currentId: root.building
            titleKey: "name"
            subtitleKeys: ["rooms", "usable_m2", "units", "available"]
            emptyTitle: qsTr("No building with rooms within your reach")
            emptyHint: qsTr("Buildings and rooms come by import.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => {
                root.room = "";
                root.building = id;
            }
        }
    }
    Rectangle {
        visible: list.visible && root.building !== ""
        x: list.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }
    Loader {
        id: picture
        visible: root.isPictureShown
        active: root.building !== ""
        anchors.left: list.right
        anchors.leftMargin: list.visible ? Theme.outlineWidth : 0
        anchors.top: parent.top
        width: root.width - x - (root.isBeside && root.room !== "" ? story.width : 0)
        height: !root.isBeside && !root.isCompact && root.room !== "" ? Math.round(root.height * 0.55) : root.height
        focus: true
        sourceComponent: PicturePane {
            objectName: "picture"
            session: root.session // qmllint disable unqualified
            building: root.building // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            canGoBack: !list.visible // qmllint disable unqualified
            colour: root.colour // qmllint disable unqualified
            room: root.room // qmllint disable unqualified
            focus: true
            onBackRequested: root.back() // qmllint disable unqualified
            onRoomOpened: root.room = room // qmllint disable unqualified
            onRoomChanged: if (root.room !== "" && room !== "") // qmllint disable unqualified
                root.room = room // qmllint disable unqualified
        }
    }
    Rectangle {
        visible: story.active && root.isPictureShown
        x: root.isBeside ? story.x : 0
        y: root.isBeside ? 0 : story.y
        z: 2
        width: root.isBeside ? Theme.outlineWidth : root.width
        height: root.isBeside ? root.height : Theme.outlineWidth
        color: Theme.outline
    }
    Loader {
        id: story
        active: root.room !== ""
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.isBeside ? Math.min(420, Math.round(root.width * 0.34)) : root.width
        height: root.isBeside || root.isCompact ? root.height : root.height - picture.height
        sourceComponent: RoomPane {
            session: root.session // qmllint disable unqualified
            room: root.room // qmllint disable unqualified
            onBackRequested: root.room = "" // qmllint disable unqualified
            onChanged: root.redraw() // qmllint disable unqualified
            onWriteRequested: from => root.writeRequested(from) // qmllint disable unqualified
            onDocumentRequested: no => root.documentRequested(no) // qmllint disable unqualified
        }
    }
}
