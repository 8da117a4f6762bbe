import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// The destinations along the left edge; with words beside the icons where there is room.
Rectangle {
    id: root

    required property var destinations
    required property string current
    required property bool isWide
    required property string userName
    required property string roleName

    signal chosen(string key)

    implicitWidth: isWide ? Math.round(208 * Theme.typeScale) : Math.round(84 * Theme.typeScale)
    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gapSmall

        PlainText {
            text: root.isWide ? qsTr("Guanwu") : qsTr("Guan", "short name above a narrow rail")
            color: Theme.accent
            font.pixelSize: Theme.titleSize
            font.weight: Font.Bold
            horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
            leftPadding: root.isWide ? Theme.gap : 0
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touchTarget
        }
        ListView {
            id: list

            readonly property int at: root.destinations.findIndex(one => one.key === root.current)

            onAtChanged: positionViewAtIndex(Math.max(0, at), ListView.Contain)
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.gapSmall
            boundsBehavior: Flickable.StopAtBounds
            model: root.destinations

            delegate: T.AbstractButton {
                id: button

                required property var modelData
                readonly property bool isCurrent: modelData.key === root.current // qmllint disable unqualified
                readonly property bool isWide: root.isWide // qmllint disable unqualified

                objectName: "go-" + modelData.key
                width: ListView.view.width
                implicitHeight: isWide ? Theme.touchTarget : Theme.touchTarget + Theme.gapLarge
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData.title
                onClicked: root.chosen(modelData.key) // qmllint disable unqualified
                Keys.onReturnPressed: button.clicked()

                background: Rectangle {
                    radius: Theme.radius
                    color: button.isCurrent ? Theme.selected : button.hovered ? Theme.hovered : "transparent"
                    border.width: button.visualFocus ? Theme.focusWidth : 0
                    border.color: Theme.focus
                }

                GridLayout {
                    anchors.fill: parent
                    anchors.leftMargin: button.isWide ? Theme.gapLarge - Theme.gapSmall : 0
                    anchors.topMargin: button.isWide ? 0 : Theme.gap
                    anchors.bottomMargin: button.isWide ? 0 : Theme.gapSmall
                    columns: button.isWide ? 2 : 1
                    columnSpacing: Theme.gapLarge - Theme.gapSmall
                    rowSpacing: 0

                    Icon {
                        name: button.modelData.icon
                        color: words.color
                        Layout.alignment: button.isWide ? Qt.AlignVCenter : Qt.AlignHCenter
                        Layout.preferredWidth: 24
                        Layout.preferredHeight: 24
                    }
                    PlainText {
                        id: words
                        text: button.modelData.title
                        color: button.isCurrent ? Theme.accent : Theme.text
                        font.pixelSize: button.isWide ? Theme.bodySize : Theme.captionSize
                        font.weight: button.isCurrent ? Font.DemiBold : Font.Normal
                        horizontalAlignment: button.isWide ? Text.AlignLeft : Text.AlignHCenter
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
            }
        }
        ColumnLayout {
            visible: root.isWide
            spacing: 0
            Layout.fillWidth: true
            Layout.margins: Theme.gap

            PlainText {
                text: root.userName
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.roleName
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }
}
