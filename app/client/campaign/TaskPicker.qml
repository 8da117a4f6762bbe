import QtQuick
import QtQuick.Templates as T
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Theme

// Which campaign is looked at: its name on a button, the others behind it.
T.Button {
    id: root

    required property TaskList tasks
    readonly property int edge: (Theme.touchTarget - 24) / 2 // around the sign
    property int widest: 320
    readonly property bool isShort: width <= Theme.touchTarget // a sign only: the name stands beside

    implicitHeight: Theme.touchTarget
    implicitWidth: Math.min(widest, words.implicitWidth + 28 + Theme.gap + 2 * edge)
    leftPadding: edge
    rightPadding: edge
    visible: tasks.count > 1
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Campaign: %1").arg(tasks.currentName)
    onClicked: menu.open()
    Keys.onReturnPressed: root.clicked()

    contentItem: Item {
        PlainText {
            id: words
            visible: !root.isShort
            anchors.left: parent.left
            anchors.right: arrow.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.tasks.currentName
            elide: Text.ElideRight
        }
        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: 24
            height: 24
            name: "down"
            color: Theme.mutedText
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.hovered : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : Theme.outlineWidth
        border.color: root.visualFocus ? Theme.focus : Theme.outline
    }

    T.Popup {
        id: menu
        y: root.height + Theme.gapSmall
        x: root.width - width
        width: Math.max(root.width, 300)
        height: Math.min(list.contentHeight, 6 * (Theme.touchTarget + Theme.gapLarge)) + 2 * padding
        padding: Theme.gapSmall
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: Theme.outlineWidth
            border.color: Theme.outline
        }
        contentItem: ListView {
            id: list
            clip: true
            focus: true
            model: root.tasks
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: -1

            delegate: ListRow {
                required property string task
                required property string name
                required property string baseDate

                width: ListView.view.width
                title: name
                subtitle: qsTr("%1, books of %2").arg(task).arg(baseDate)
                isCurrent: task === root.tasks.current // qmllint disable unqualified
                onClicked: {
                    root.tasks.current = task; // qmllint disable unqualified
                    menu.close(); // qmllint disable unqualified
                }
            }
        }
    }
}
