import QtQuick
import QtQuick.Layouts
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// Counting a room: each aim is one thing, told at once. Nothing needs to be touched between two things.
Item {
    id: root

    required property Counting counting
    required property LiveCamera camera
    required property bool isCompact
    required property bool canGoBack
    readonly property bool isWide: width >= 760

    signal typeRequested
    signal surplusRequested(string code)
    signal noteRequested
    signal usersRequested

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: root.counting.inRoom ? root.counting.roomName : qsTr("No room yet")
            subtitle: root.counting.inRoom ? (root.counting.roomClosed ? qsTr("%1 · closed before").arg(root.counting.room) : root.counting.room) : qsTr("Scan the label of a room, or choose it")
            canGoBack: root.canGoBack && root.counting.inRoom
            Layout.fillWidth: true
            onBackRequested: root.counting.leaveRoom()

            IconButton {
                objectName: "undo"
                iconName: "undo"
                enabled: root.counting.canUndo
                text: qsTr("Undo (Ctrl+Z)")
                onClicked: root.counting.undo()
            }
        }
        ProblemBanner {
            problem: root.counting.problem
            canDismiss: true
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onDismissed: root.counting.forgetProblem()
        }
        GridLayout {
            columns: root.isWide ? 2 : 1
            columnSpacing: 0
            rowSpacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.fillHeight: root.isWide
                Layout.preferredWidth: root.isWide ? root.width * 0.58 : -1
                Layout.maximumWidth: root.isWide ? root.width * 0.58 : root.width

                CameraView {
                    camera: root.camera
                    Layout.fillWidth: true
                    Layout.fillHeight: root.isWide
                    Layout.preferredHeight: Math.min(320, root.height * (Theme.largeType ? 0.22 : root.camera.problem !== "" ? 0.17 : 0.3))
                    onTypeRequested: root.typeRequested()
                }
                VerdictCard {
                    objectName: "verdict"
                    counting: root.counting
                    Layout.fillWidth: true
                    Layout.margins: Theme.gap
                    Layout.minimumHeight: 88
                    onSurplusRequested: root.surplusRequested(root.counting.told.code)
                    onUsersRequested: root.usersRequested()
                }
                ConditionBar {
                    counting: root.counting
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.gap
                    Layout.rightMargin: Theme.gap
                    onMoreUsersRequested: root.usersRequested()
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: root.isWide ? root.width * 0.42 : -1

                RowLayout {
                    visible: root.counting.inRoom
                    spacing: Theme.gapLarge
                    Layout.fillWidth: true
                    Layout.margins: Theme.gap
                    Layout.leftMargin: Theme.gapLarge
                    Layout.rightMargin: Theme.gapLarge

                    PlainText {
                        objectName: "roomCount"
                        text: qsTr("%1 / %2").arg(root.counting.seen).arg(root.counting.expected)
                        font.pixelSize: root.isCompact ? Theme.headlineSize : Theme.figureSize
                        font.weight: Font.Bold
                        color: root.counting.seen === root.counting.expected ? Theme.good : Theme.text
                    }
                    Meter {
                        value: root.counting.expected > 0 ? root.counting.seen / root.counting.expected : 1
                        label: root.counting.missing.count > 0 ? qsTr("Still missing: %1").arg(root.counting.missing.count) : qsTr("Everything here was seen")
                        figures: root.counting.strays > 0 ? qsTr("From elsewhere: %1").arg(root.counting.strays) : ""
                        Layout.fillWidth: true
                    }
                }
                ListView {
                    objectName: "scanList"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    model: root.counting.scans

                    delegate: ScanRowDelegate {
                        width: ListView.view.width
                        isCurrent: event === root.counting.told.event // qmllint disable unqualified
                        onClicked: root.counting.choose(event) // qmllint disable unqualified
                    }

                    PlainText {
                        visible: root.counting.scans.count === 0
                        anchors.centerIn: parent
                        width: parent.width - 2 * Theme.gapLarge
                        horizontalAlignment: Text.AlignHCenter
                        wrapMode: Text.Wrap
                        muted: true
                        text: qsTr("What you scan is listed here.")
                    }
                }
            }
        }
        Rectangle {
            color: Theme.surface
            implicitHeight: actions.implicitHeight + Theme.gap
            Layout.fillWidth: true

            RowLayout {
                id: actions
                anchors.fill: parent
                anchors.margins: Theme.gapSmall
                spacing: Theme.gapSmall

                IconButton {
                    objectName: "type"
                    iconName: "keyboard"
                    text: qsTr("Type a number (F2)")
                    onClicked: root.typeRequested()
                }
                IconButton {
                    objectName: "surplus"
                    iconName: "plus"
                    enabled: root.counting.inRoom
                    text: qsTr("Surplus: a thing on no book (F3)")
                    onClicked: root.surplusRequested("")
                }
                IconButton {
                    objectName: "photo"
                    iconName: "photo"
                    enabled: root.camera.live && root.counting.told.event !== ""
                    text: qsTr("Photo of the last thing (F6)")
                    onClicked: root.counting.addPhoto()
                }
                IconButton {
                    objectName: "note"
                    iconName: "note"
                    enabled: root.counting.inRoom
                    text: qsTr("Note (F7)")
                    onClicked: root.noteRequested()
                }
                Item {
                    Layout.fillWidth: true
                }
                ActionButton {
                    objectName: "leave"
                    text: qsTr("Done here")
                    iconName: root.isCompact && Theme.largeType ? "" : "door"
                    enabled: root.counting.inRoom
                    kind: ActionButton.Primary
                    onClicked: root.counting.leaveRoom()
                }
            }
        }
    }
    LeaveRoomPanel {
        anchors.fill: parent
        visible: root.counting.leaving
        counting: root.counting
    }
}
