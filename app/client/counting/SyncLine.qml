import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// Plainly: what is only here, what the server has, and when they last met.
Rectangle {
    id: root

    required property SyncState sync

    implicitHeight: column.implicitHeight
    color: sync.offline ? Theme.ground(Theme.warning) : Theme.surface

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapLarge

            Icon {
                name: root.sync.offline ? "cloud-off" : root.sync.savedHere > 0 ? "handheld" : "cloud"
                color: root.sync.offline ? Theme.warning : root.sync.savedHere > 0 ? Theme.info : Theme.good
                Layout.preferredWidth: 20
                Layout.preferredHeight: 20
            }
            PlainText {
                objectName: "syncLine"
                text: root.sync.line
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            StateChip {
                visible: root.sync.rejected > 0
                text: qsTr("%n refused", "", root.sync.rejected)
                iconName: "alert"
                tone: Theme.bad
            }
            IconButton {
                objectName: "syncNow"
                iconName: "sync"
                enabled: !root.sync.busy
                text: qsTr("Send now")
                onClicked: root.sync.syncNow()
            }
        }
        ProblemBanner {
            problem: root.sync.problem
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
}
