import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// Something went wrong: what, and what can be done. Not there while there is no problem.
Rectangle {
    id: root

    required property string problem
    property string actionText
    property bool canDismiss: false

    signal actionRequested
    signal dismissed

    visible: problem !== ""
    implicitHeight: visible ? row.implicitHeight + Theme.gapLarge : 0
    implicitWidth: 300
    radius: Theme.radius
    color: Theme.ground(Theme.bad)
    border.width: Theme.outlineWidth
    border.color: Theme.bad
    Accessible.role: Accessible.AlertMessage
    Accessible.name: problem

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        Icon {
            name: "alert"
            color: Theme.bad
            Layout.preferredWidth: 24
            Layout.preferredHeight: 24
        }
        PlainText {
            text: root.problem
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ActionButton {
            visible: root.actionText !== ""
            text: root.actionText
            kind: ActionButton.Quiet
            onClicked: root.actionRequested()
        }
        IconButton {
            visible: root.canDismiss
            iconName: "cross"
            text: qsTr("Dismiss")
            onClicked: root.dismissed()
        }
    }
}
