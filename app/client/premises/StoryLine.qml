import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A line of a story: an icon, what, and when. It can lead to the thing itself.
T.ItemDelegate {
    id: root

    required property var row // { title, subtitle, icon, tone }
    property bool canOpen: false

    signal opened

    implicitHeight: Math.max(canOpen ? Theme.touchTarget : 0, line.implicitHeight)
    enabled: canOpen
    hoverEnabled: canOpen
    focusPolicy: canOpen ? Qt.StrongFocus : Qt.NoFocus
    Accessible.name: row.title + ", " + row.subtitle
    onClicked: opened()
    Keys.onReturnPressed: root.clicked()

    contentItem: RowLayout {
        id: line
        spacing: Theme.gap

        Icon {
            name: root.row.icon
            color: root.row.tone ? Theme.named(root.row.tone) : Theme.mutedText
            Layout.preferredWidth: 20
            Layout.preferredHeight: 20
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            PlainText {
                text: root.row.title
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            PlainText {
                text: root.row.subtitle
                muted: true
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Icon {
            visible: root.canOpen
            name: "forward"
            color: Theme.mutedText
            Layout.preferredWidth: 20
            Layout.preferredHeight: 20
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.canOpen && (root.hovered || root.down) ? Theme.hovered : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focus
    }
}
