import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// The head of a table: a press sorts, the edge between two columns is dragged.
Item {
    id: root

    required property PagedRecords records
    required property RecordColumns columns
    required property RecordSelection selection
    required property real offset
    required property int markWidth

    implicitHeight: Theme.touchTarget
    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.sunken
    }
    Row {
        x: -root.offset
        height: parent.height

        Item {
            width: root.markWidth
            height: parent.height

            IconButton {
                anchors.centerIn: parent
                objectName: "clearSelection"
                visible: root.selection.count > 0
                iconName: "cross"
                text: qsTr("Pick nothing")
                onClicked: root.selection.clear()
            }
        }
        Repeater {
            model: root.columns.shown

            T.AbstractButton {
                id: head

                required property var modelData
                readonly property bool isSorted: root.records.sortKey === modelData.key // qmllint disable unqualified
                readonly property bool isNumber: modelData.isNumber

                objectName: "head-" + modelData.key
                width: modelData.width * Theme.typeScale
                height: root.height // qmllint disable unqualified
                hoverEnabled: true
                focusPolicy: Qt.TabFocus
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: modelData.title
                onClicked: root.records.sortBy(modelData.key) // qmllint disable unqualified
                Keys.onReturnPressed: head.clicked()

                background: Rectangle {
                    color: head.hovered ? Theme.hovered : "transparent"
                    border.width: head.visualFocus ? Theme.focusWidth : 0
                    border.color: Theme.focus
                }

                PlainText {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gap
                    anchors.rightMargin: Theme.gap + (order.visible ? 18 : 0)
                    text: head.modelData.title
                    font.pixelSize: Theme.captionSize
                    font.weight: Font.DemiBold
                    horizontalAlignment: head.isNumber ? Text.AlignRight : Text.AlignLeft
                    elide: Text.ElideRight
                }
                Icon {
                    id: order
                    visible: head.isSorted
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    width: 16
                    height: 16
                    name: root.records.isDescending ? "sort-down" : "sort-up" // qmllint disable unqualified
                    color: Theme.accent
                }
                Rectangle {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: 1
                    height: parent.height / 2
                    color: Theme.outline
                }
                MouseArea {
                    property real from: 0

                    anchors.right: parent.right
                    anchors.rightMargin: -5
                    width: 10
                    height: parent.height
                    z: 1
                    cursorShape: Qt.SplitHCursor
                    preventStealing: true
                    onPressed: mouse => from = mouse.x
                    onPositionChanged: mouse => {
                        head.width = Math.max(56, head.width + mouse.x - from);
                    }
                    onReleased: root.columns.setWidth(head.modelData.key, head.width / Theme.typeScale) // qmllint disable unqualified
                }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
}
