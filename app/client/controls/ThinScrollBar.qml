import QtQuick
import QtQuick.Templates as T
import Guanwu.Theme

// Where one is in a long list; can be dragged.
T.ScrollBar {
    id: root

    implicitWidth: orientation === Qt.Vertical ? 12 : 100
    implicitHeight: orientation === Qt.Vertical ? 100 : 12
    padding: 2
    minimumSize: 0.06
    visible: size < 1

    contentItem: Rectangle {
        implicitWidth: 8
        implicitHeight: 8
        radius: 4
        color: root.pressed ? Theme.accent : root.hovered ? Theme.mutedText : Theme.outline
    }
}
