import QtQuick
import Guanwu.Theme

// What a control does, after the pointer has rested on it.
Rectangle {
    id: root

    required property string text
    required property bool shown

    property bool rested: false

    onShownChanged: rested = false
    z: 100
    anchors.top: parent ? parent.bottom : undefined
    anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
    width: words.implicitWidth + 2 * Theme.gap
    height: words.implicitHeight + Theme.gap
    visible: shown && rested
    radius: Theme.gapSmall
    color: Theme.text

    PlainText {
        id: words
        anchors.centerIn: parent
        text: root.text
        color: Theme.surface
        font.pixelSize: Theme.captionSize
    }

    Timer {
        running: root.shown
        interval: 600
        onTriggered: root.rested = true
    }
}
