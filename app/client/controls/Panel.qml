import QtQuick
import Guanwu.Theme

// A surface for what belongs together; its height follows what lies in it.
Rectangle {
    id: root

    default property alias content: inside.data
    property int padding: Theme.gapLarge

    implicitHeight: inside.childrenRect.height + 2 * padding
    implicitWidth: inside.childrenRect.width + 2 * padding
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.outlineWidth
    border.color: Theme.outline

    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: root.padding
    }
}
