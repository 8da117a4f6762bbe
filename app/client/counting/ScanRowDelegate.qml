import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A scan of a while ago.
T.ItemDelegate {
    id: root

    required property string event
    required property string code
    required property string iconName
    required property string tone
    required property string name
    required property string detail
    required property string time
    required property string said
    required property int photos
    property bool isCurrent: false

    implicitHeight: Math.max(Theme.touchTarget, content.implicitHeight + Theme.gapLarge)
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("%1, %2, %3").arg(name).arg(said).arg(detail)
    Keys.onReturnPressed: root.clicked()

    contentItem: RowLayout {
        id: content
        spacing: Theme.gapLarge

        Icon {
            name: root.iconName
            color: Theme.named(root.tone)
            Layout.preferredWidth: 24
            Layout.preferredHeight: 24
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            PlainText {
                text: root.name
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.said
                color: Theme.named(root.tone)
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        Icon {
            visible: root.photos > 0
            name: "photo"
            color: Theme.mutedText
            Layout.preferredWidth: 18
            Layout.preferredHeight: 18
        }
        PlainText {
            text: root.time
            muted: true
            font.pixelSize: Theme.captionSize
        }
    }
    background: Rectangle {
        color: root.isCurrent ? Theme.selected : root.down || root.hovered ? Theme.hovered : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focus

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.outlineWidth
            color: Theme.outline
            opacity: 0.6
        }
    }
}
