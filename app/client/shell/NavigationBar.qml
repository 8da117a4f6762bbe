import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// The destinations along the lower edge, under the thumb.
Rectangle {
    id: root

    required property var destinations
    required property string current
    readonly property int most: 5

    signal chosen(string key)

    implicitHeight: Theme.touchTarget + Theme.gapLarge
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
    Row {
        anchors.fill: parent

        Repeater {
            model: root.destinations.slice(0, root.most)

            T.AbstractButton {
                id: button

                required property var modelData
                readonly property bool isCurrent: modelData.key === root.current // qmllint disable unqualified

                objectName: "go-" + modelData.key
                width: root.width / Math.min(root.most, root.destinations.length) // qmllint disable unqualified
                height: root.height // qmllint disable unqualified
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData.title
                onClicked: root.chosen(modelData.key) // qmllint disable unqualified

                Icon {
                    id: icon
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.gap
                    name: button.modelData.icon
                    color: words.color
                }
                PlainText {
                    id: words
                    anchors.top: icon.bottom
                    anchors.topMargin: 2
                    width: parent.width
                    text: button.modelData.title
                    color: button.isCurrent ? Theme.accent : Theme.mutedText
                    font.pixelSize: Theme.captionSize
                    font.weight: button.isCurrent ? Font.DemiBold : Font.Normal
                    horizontalAlignment: Text.AlignHCenter
                    elide: Text.ElideRight
                }
                Rectangle {
                    visible: button.isCurrent || button.visualFocus
                    width: parent.width
                    height: 3
                    color: button.visualFocus ? Theme.focus : Theme.accent
                }
            }
        }
    }
}
