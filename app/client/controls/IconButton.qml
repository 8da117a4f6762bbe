import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A button with an icon only; `text` is its name for who cannot see it, and its hint.
T.Button {
    id: root

    property string iconName
    property color tone: Theme.text

    implicitWidth: Theme.touchTarget
    implicitHeight: Theme.touchTarget
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            width: Math.round(24 * Theme.typeScale)
            height: width
            name: root.iconName
            color: root.enabled ? root.tone : Theme.outline
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.selected : root.down || root.hovered ? Theme.hovered : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focus
    }

    HoverHint {
        text: root.text
        shown: root.hovered && root.text !== ""
    }
}
