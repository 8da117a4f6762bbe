import QtQuick
import Guanwu.Controls
import Guanwu.Theme
import Guanwu.Wall

// One unit, read from the other end of a meeting room: a short name, a sign, a figure.
Rectangle {
    id: root

    required property string shortName
    required property string unitState
    required property string stateIcon
    required property string stateTone
    required property string stateWord
    required property bool stuck
    required property real share
    required property string percent

    readonly property color tone: stuck ? Theme.bad : Theme.named(stateTone)
    readonly property int edge: Math.max(6, Math.round(height / 10))

    color: Theme.surface
    clip: true
    Accessible.role: Accessible.StaticText
    Accessible.name: shortName + ", " + stateWord + ", " + percent

    Rectangle {
        x: root.edge
        width: (parent.width - root.edge) * root.share
        height: parent.height
        color: Theme.ground(root.tone)
        border.width: Theme.isHighContrast ? 1 : 0
        border.color: Theme.outline
    }
    EdgePattern {
        width: root.edge
        height: parent.height
        kind: root.stuck ? EdgePattern.Ladder : root.unitState === "frozen" ? EdgePattern.Dashed : EdgePattern.Solid
        tone: root.tone
    }
    PlainText {
        id: nameText
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.edge + Theme.gapSmall
        anchors.rightMargin: Theme.gapSmall
        anchors.topMargin: 1
        anchors.top: parent.top
        height: parent.height * 0.58
        text: root.shortName
        // As large as the whole name allows: one that is cut could be another's.
        font.pixelSize: Math.round(root.height * 0.32)
        minimumPixelSize: Math.max(8, Math.round(root.height * 0.2))
        fontSizeMode: Text.Fit
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 2
        lineHeight: 0.86
        elide: Text.ElideRight
    }
    Icon {
        anchors.left: nameText.left
        anchors.verticalCenter: figure.verticalCenter
        width: Math.round(root.height * 0.3)
        height: width
        name: root.stuck ? "alert" : root.stateIcon
        color: root.tone
    }
    PlainText {
        id: figure
        anchors.right: nameText.right
        anchors.bottom: parent.bottom
        height: parent.height * 0.42
        text: root.percent
        color: root.stuck ? Theme.bad : Theme.text
        font.pixelSize: Math.round(root.height * 0.34)
        font.weight: Font.Bold
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: root.stuck ? 2 : Theme.outlineWidth
        border.color: root.stuck ? Theme.bad : Theme.outline
    }
}
