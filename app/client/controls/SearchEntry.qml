import QtQuick
import Guanwu.Theme

// Searches as one types: `settled` comes when the fingers rest.
TextEntry {
    id: root

    property int rest: 250 // ms

    signal settled(string text)

    iconName: "search"
    field.inputMethodHints: Qt.ImhNoPredictiveText
    onEdited: pause.restart()
    onAccepted: {
        pause.stop();
        settled(text);
    }

    Timer {
        id: pause
        interval: root.rest
        onTriggered: root.settled(root.text)
    }
}
