import QtQuick
import Guanwu.Theme

// What a control does, after the pointer has rested on it.
Rectangle {
    id: root

    required property string text
    required property bool shown

    property bool rested: false

    // Below the control, or above where the window ends; never beyond its sides.
    function place() {
        if (!parent)
            return;
        const corner = parent.mapToItem(null, 0, 0);
        const isLow = corner.y > Window.height * 0.75;
        y = isLow ? -height : parent.height;
        x = Math.max(Theme.gapSmall - corner.x, Math.min((parent.width - width) / 2, Window.width - Theme.gapSmall - corner.x - width));
    }

    onShownChanged: {
        rested = false;
        place();
    }
    z: 100
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
