import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A row of a list that can be chosen: an icon, two lines of text, and what stands at its end.
T.ItemDelegate {
    id: root

    required property string title
    property string subtitle
    property string iconName
    property color tone: Theme.mutedText
    property bool isCurrent: false
    property bool wraps: false // a sentence, which has to be read to its end
    default property alias trailing: end.data

    implicitHeight: Math.max(Theme.touchTarget + Theme.gap, content.implicitHeight + Theme.gapLarge)
    implicitWidth: 320
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: subtitle ? title + ", " + subtitle : title
    Keys.onReturnPressed: root.clicked()

    contentItem: RowLayout {
        id: content
        spacing: Theme.gapLarge

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.tone
            Layout.preferredWidth: 24
            Layout.preferredHeight: 24
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            PlainText {
                text: root.title
                elide: root.wraps ? Text.ElideNone : Text.ElideRight
                wrapMode: root.wraps ? Text.Wrap : Text.NoWrap
                Layout.fillWidth: true
            }
            PlainText {
                visible: root.subtitle !== ""
                text: root.subtitle
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        RowLayout {
            id: end
            spacing: Theme.gap
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
