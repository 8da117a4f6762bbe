import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// One unit of the wall on a handheld.
T.ItemDelegate {
    id: root

    required property string unit
    required property string name
    required property string stateWord
    required property string stateIcon
    required property string stateTone
    required property bool stuck
    required property real share
    required property string figures
    required property string percent
    required property string last
    required property string forecast
    required property string alarm

    readonly property color tone: stuck ? Theme.bad : Theme.named(stateTone)

    implicitHeight: content.implicitHeight + 2 * Theme.gap
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: name + ", " + stateWord + ", " + figures + ", " + (alarm !== "" ? alarm : forecast)
    Keys.onReturnPressed: root.clicked()

    contentItem: ColumnLayout {
        id: content
        spacing: Theme.gapSmall

        RowLayout {
            spacing: Theme.gap

            PlainText {
                text: root.name
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.percent
                font.weight: Font.DemiBold
            }
        }
        Meter {
            value: root.share
            tone: root.tone
            thickness: 6
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.gapSmall

            Icon {
                name: root.stuck ? "alert" : root.stateIcon
                color: root.tone
                Layout.preferredWidth: 16
                Layout.preferredHeight: 16
            }
            PlainText {
                text: root.alarm !== "" ? root.alarm : root.forecast !== "" ? root.forecast : root.stateWord
                color: root.tone
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.last
                muted: true
                font.pixelSize: Theme.captionSize
            }
        }
    }
    background: Rectangle {
        color: root.down || root.hovered ? Theme.hovered : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focus

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.outlineWidth
            color: Theme.outline
        }
    }
}
