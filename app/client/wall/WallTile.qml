import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme
import Guanwu.Wall

// One unit on the wall.
T.ItemDelegate {
    id: root

    required property string unit
    required property string name
    required property string unitState
    required property string stateWord
    required property string stateIcon
    required property string stateTone
    required property bool stuck
    required property real share
    required property string figures
    required property string percent
    required property string pace
    required property string last
    required property int surplus
    required property int shortage
    required property string match
    required property string forecast
    required property string alarm

    readonly property color tone: stuck ? Theme.bad : Theme.named(stateTone)

    padding: Theme.gap
    leftPadding: Theme.gapLarge
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: name + ", " + stateWord + ", " + figures + ", " + (alarm !== "" ? alarm : forecast)
    Keys.onReturnPressed: root.clicked()

    contentItem: ColumnLayout {
        spacing: Theme.gapSmall

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            PlainText {
                text: root.name
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.percent
                font.weight: Font.DemiBold
            }
        }
        RowLayout {
            spacing: Theme.gapSmall
            Layout.fillWidth: true

            Icon {
                name: root.stuck ? "alert" : root.stateIcon
                color: root.tone
                Layout.preferredWidth: Math.round(18 * Theme.typeScale)
                Layout.preferredHeight: Math.round(18 * Theme.typeScale)
            }
            PlainText {
                text: root.alarm !== "" ? root.alarm : root.stateWord
                color: root.tone
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.figures
                muted: true
                font.pixelSize: Theme.captionSize
            }
        }
        Meter {
            value: root.share
            tone: root.tone
            thickness: 8
            Layout.fillWidth: true
        }
        PlainText {
            text: root.forecast
            font.pixelSize: Theme.captionSize
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.minimumHeight: implicitHeight
        }
        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            PlainText {
                text: root.pace
                muted: true
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
        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            PlainText {
                text: qsTr("Surplus %1").arg(root.surplus)
                font.pixelSize: Theme.captionSize
                muted: root.surplus === 0
            }
            PlainText {
                text: qsTr("Shortage %1").arg(root.shortage)
                font.pixelSize: Theme.captionSize
                muted: root.shortage === 0
            }
            PlainText {
                text: qsTr("Match %1").arg(root.match)
                font.pixelSize: Theme.captionSize
                horizontalAlignment: Text.AlignRight
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down || root.hovered ? Theme.hovered : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : Theme.outlineWidth
        border.color: root.visualFocus ? Theme.focus : Theme.outline

        EdgePattern {
            x: Theme.outlineWidth
            y: Theme.radius
            width: 6
            height: parent.height - 2 * Theme.radius
            kind: root.stuck ? EdgePattern.Ladder : root.unitState === "frozen" ? EdgePattern.Dashed : EdgePattern.Solid
            tone: root.tone
        }
    }
}
