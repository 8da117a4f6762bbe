import QtQuick
import QtQuick.Layouts
import Guanwu.Theme

// A list, and what is open of it: beside the list where there is room, else in its place. What is written inside is
// the list, as a column.
Item {
    id: root

    property bool isOpen: false // something of the list is open
    property bool canSplit: false
    property real share: 0.5 // of the list
    readonly property bool isSplit: canSplit && isOpen
    default property alias list: left.data
    property alias detail: right.data

    ColumnLayout {
        id: left
        visible: !root.isOpen || root.isSplit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: root.isSplit ? Math.round(root.width * root.share) : root.width
        spacing: 0
    }
    Item {
        id: right
        visible: root.isOpen
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.isSplit ? root.width - left.width : root.width
    }
    Rectangle {
        visible: root.isSplit
        x: left.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }
}
