import QtQuick
import Guanwu.Controls
import Guanwu.Theme

// Whether something is chosen among many. Shows only; who is clicked is the row around it.
Rectangle {
    id: root

    required property bool ticked

    implicitWidth: Math.round(22 * Theme.typeScale)
    implicitHeight: implicitWidth
    radius: Theme.gapSmall
    color: ticked ? Theme.accent : Theme.surface
    border.width: 2
    border.color: ticked ? Theme.accent : Theme.mutedText

    Icon {
        anchors.centerIn: parent
        visible: root.ticked
        width: parent.width - 4
        height: width
        name: "check"
        color: Theme.accentText
    }
}
