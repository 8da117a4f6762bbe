import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// Before the door: what the book has here and nobody has seen. Scanning goes on meanwhile.
Rectangle {
    id: root

    required property Counting counting
    readonly property bool hasNext: counting.nextRoom !== ""

    color: Theme.page

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            color: Theme.ground(Theme.warning)
            implicitHeight: head.implicitHeight + 2 * Theme.gapLarge
            Layout.fillWidth: true

            RowLayout {
                id: head
                anchors.fill: parent
                anchors.margins: Theme.gapLarge
                spacing: Theme.gapLarge

                Icon {
                    name: "alert"
                    color: Theme.warning
                    Layout.preferredWidth: 32
                    Layout.preferredHeight: 32
                }
                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true

                    PlainText {
                        objectName: "stillMissing"
                        text: qsTr("Still missing here: %n", "", root.counting.missing.count)
                        font.pixelSize: Theme.titleSize
                        font.weight: Font.DemiBold
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: root.hasNext ? qsTr("Look again, or scan the label of %1 once more to go.").arg(root.counting.rooms.nameOf(root.counting.nextRoom)) : qsTr("Look again before you go. You can go on scanning.")
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
        ListView {
            objectName: "missingList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: root.counting.missing

            delegate: ListRow {
                required property string name
                required property string about

                width: ListView.view.width
                title: name
                subtitle: about
                iconName: "search"
                tone: Theme.warning
                focusPolicy: Qt.NoFocus
            }
        }
        GridLayout {
            columns: root.width < 560 ? 1 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Layout.margins: Theme.gapLarge

            ActionButton {
                objectName: "stay"
                text: qsTr("Go on looking here")
                iconName: "search"
                kind: ActionButton.Primary
                Layout.fillWidth: true
                onClicked: root.counting.stayInRoom()
            }
            ActionButton {
                objectName: "leaveOpen"
                text: qsTr("Come back later")
                iconName: "clock"
                Layout.fillWidth: true
                onClicked: root.counting.goLeavingOpen()
            }
            ActionButton {
                objectName: "closeRoom"
                text: qsTr("Close the room without them")
                iconName: "lock"
                Layout.fillWidth: true
                onClicked: root.counting.goClosing()
            }
        }
    }
}
