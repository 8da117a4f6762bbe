import QtQuick
import QtQuick.Layouts
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// The rooms of a sheet and how far each is. One begins by aiming at the label of a room, or chooses it.
Item {
    id: root

    required property Counting counting
    required property LiveCamera camera
    required property bool showsCamera

    signal backRequested
    signal typeRequested

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: root.counting.unitName
            subtitle: root.counting.taskName
            canGoBack: true
            Layout.fillWidth: true
            onBackRequested: root.backRequested()

            IconButton {
                iconName: "keyboard"
                text: qsTr("Type the room or a number (F2)")
                onClicked: root.typeRequested()
            }
        }
        CameraView {
            visible: root.showsCamera
            camera: root.camera
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(220, root.height * (root.counting.told.key !== "" ? 0.2 : 0.3))
            onTypeRequested: root.typeRequested()
        }
        VerdictCard {
            visible: root.showsCamera && root.counting.told.key !== ""
            counting: root.counting
            Layout.fillWidth: true
            Layout.margins: Theme.gap
        }
        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.margins: Theme.gapLarge

            RowLayout {
                visible: root.counting.told.key === ""
                spacing: Theme.gap
                Layout.fillWidth: true

                Icon {
                    name: "door"
                    color: Theme.info
                    Layout.preferredWidth: 24
                    Layout.preferredHeight: 24
                }
                PlainText {
                    text: qsTr("Scan the label of a room, or choose it")
                    wrapMode: Text.Wrap
                    font.weight: Font.Medium
                    Layout.fillWidth: true
                }
            }
            Meter {
                value: root.counting.lines > 0 ? root.counting.seenLines / root.counting.lines : 0
                label: qsTr("Rooms done: %1 of %2").arg(root.counting.rooms.done).arg(root.counting.rooms.total)
                figures: qsTr("%1 of %2").arg(root.counting.seenLines).arg(root.counting.lines)
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: "resume"
                visible: root.counting.resumeRoom !== "" && !root.counting.inRoom
                text: qsTr("Go on in %1").arg(root.counting.rooms.nameOf(root.counting.resumeRoom))
                iconName: "play"
                kind: ActionButton.Primary
                Layout.fillWidth: true
                onClicked: root.counting.enterRoom(root.counting.resumeRoom)
            }
            SearchEntry {
                visible: root.counting.rooms.total > 8
                hint: qsTr("Find a room")
                Layout.fillWidth: true
                onSettled: text => root.counting.rooms.search = text
            }
        }
        ListView {
            objectName: "roomList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: root.counting.rooms
            keyNavigationEnabled: true

            delegate: ListRow {
                id: row

                required property string code
                required property string name
                required property int expected
                required property int seen
                required property int strays
                required property bool closed
                readonly property bool isDone: closed || (expected > 0 && seen === expected)

                width: ListView.view.width
                title: name
                subtitle: strays > 0 ? qsTr("%1 · %n from elsewhere", "", strays).arg(code) : code
                iconName: closed ? "lock" : isDone ? "check" : seen > 0 ? "clock" : "door"
                tone: isDone ? Theme.good : seen > 0 ? Theme.info : Theme.mutedText
                isCurrent: root.counting.inRoom && root.counting.room === code // qmllint disable unqualified
                onClicked: root.counting.inRoom ? root.counting.leaveRoom(code) : root.counting.enterRoom(code) // qmllint disable unqualified

                ColumnLayout {
                    spacing: 2

                    PlainText {
                        text: qsTr("%1 / %2").arg(row.seen).arg(row.expected)
                        font.weight: Font.DemiBold
                        horizontalAlignment: Text.AlignRight
                        Layout.fillWidth: true
                    }
                    PlainText {
                        visible: row.closed || row.isDone
                        text: row.closed ? qsTr("Closed") : qsTr("All seen")
                        color: Theme.good
                        font.pixelSize: Theme.captionSize
                        horizontalAlignment: Text.AlignRight
                        Layout.fillWidth: true
                    }
                }
            }

            EmptyState {
                anchors.fill: parent
                visible: root.counting.rooms.count === 0
                iconName: "search"
                title: qsTr("No such room in the book")
                hint: qsTr("A room that the book does not know is counted by scanning its label.")
            }
        }
    }
}
