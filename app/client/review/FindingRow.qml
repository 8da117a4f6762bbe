import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// One finding in the work list: what it is, where, what became of it, and whether it is ticked.
T.ItemDelegate {
    id: root

    required property string key
    required property string title
    required property string detail
    required property string word
    required property string iconName
    required property string toneName
    required property string decision
    required property bool ticked
    required property int photoCount
    property bool isCurrent: false
    property bool canTick: true

    signal tickRequested

    implicitHeight: content.implicitHeight + 2 * Theme.gap
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapLarge
    hoverEnabled: true
    Accessible.name: word + ", " + title + ", " + detail + (decision !== "" ? ", " + decision : "")
    Accessible.selected: isCurrent
    Keys.onReturnPressed: root.clicked()

    contentItem: RowLayout {
        id: content
        spacing: Theme.gapSmall

        T.Button {
            visible: root.canTick
            implicitWidth: Theme.touchTarget
            implicitHeight: Theme.touchTarget
            focusPolicy: Qt.NoFocus
            Accessible.name: root.ticked ? qsTr("Untick") : qsTr("Tick to decide many at once")
            onClicked: root.tickRequested()

            TickBox {
                anchors.centerIn: parent
                ticked: root.ticked
            }
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true
            Layout.leftMargin: root.canTick ? 0 : Theme.gapLarge

            RowLayout {
                spacing: Theme.gapSmall

                PlainText {
                    text: root.title
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                Icon {
                    visible: root.photoCount > 0
                    name: "photo"
                    color: Theme.mutedText
                    Layout.preferredWidth: 16
                    Layout.preferredHeight: 16
                }
            }
            PlainText {
                text: root.detail
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: Theme.gapSmall

                Icon {
                    name: root.iconName
                    color: Theme.named(root.toneName)
                    Layout.preferredWidth: 16
                    Layout.preferredHeight: 16
                }
                PlainText {
                    text: root.word
                    color: Theme.named(root.toneName)
                    font.pixelSize: Theme.captionSize
                }
                Icon {
                    visible: root.decision !== ""
                    name: "forward"
                    color: Theme.mutedText
                    Layout.preferredWidth: 16
                    Layout.preferredHeight: 16
                }
                PlainText {
                    text: root.decision !== "" ? qsTr("decided: %1").arg(root.decision) : ""
                    font.pixelSize: Theme.captionSize
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
            }
        }
    }
    background: Rectangle {
        color: root.isCurrent ? Theme.selected : root.hovered ? Theme.hovered : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focus

        Rectangle {
            visible: root.isCurrent
            width: 4
            height: parent.height
            color: Theme.accent
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.outlineWidth
            color: Theme.outline
            opacity: 0.6
        }
    }
}
