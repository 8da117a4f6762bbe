import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A choice with the key that makes it.
T.Button {
    id: root

    property int digit: 0
    property string iconName
    property bool chosen: false

    objectName: "key-" + digit
    implicitWidth: line.implicitWidth + 2 * Theme.gap + Theme.gapSmall
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: digit > 0 ? qsTr("%1, key %2").arg(text).arg(digit) : text
    Accessible.checked: chosen
    Keys.onReturnPressed: root.clicked()

    contentItem: Item {
        Row {
            id: line
            anchors.centerIn: parent
            spacing: Theme.gapSmall

            Rectangle {
                visible: root.digit > 0
                anchors.verticalCenter: parent.verticalCenter
                width: digitText.implicitWidth + Theme.gap
                height: width + 2
                radius: 4
                color: "transparent"
                border.width: 1
                border.color: Theme.outline

                PlainText {
                    id: digitText
                    anchors.centerIn: parent
                    text: root.digit
                    muted: true
                    font.pixelSize: Theme.captionSize
                }
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                width: visible ? 18 : 0
                height: 18
                name: root.chosen ? "check" : root.iconName
                color: words.color
            }
            PlainText {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.chosen ? Theme.accent : Theme.text
                font.weight: root.chosen ? Font.DemiBold : Font.Normal
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.chosen ? Theme.selected : root.hovered ? Theme.hovered : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : Theme.outlineWidth
        border.color: root.visualFocus ? Theme.focus : root.chosen ? Theme.accent : Theme.outline
    }
}
