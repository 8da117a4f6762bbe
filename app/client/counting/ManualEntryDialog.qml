import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// A number read by eye, and why it could not be scanned.
ConfirmDialog {
    id: root

    required property Counting counting
    property string reason

    title: qsTr("Type a number")
    confirmText: qsTr("Count it")
    canConfirm: entry.text.trim() !== "" && (reason !== "" || entry.text.startsWith("P:"))
    onOpened: {
        entry.text = "";
        reason = "";
        entry.focusField();
    }
    onConfirmed: {
        counting.type(entry.text, reason);
        close();
    }

    TextEntry {
        id: entry
        objectName: "manualEntry"
        label: qsTr("Number on the tag, or P: and the code of a room")
        iconName: "keyboard"
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        Layout.fillWidth: true
        onAccepted: if (root.canConfirm)
            root.confirmed()
    }
    PlainText {
        text: qsTr("Why was it not scanned?")
        muted: true
        font.pixelSize: Theme.captionSize
    }
    ChoiceChips {
        Layout.fillWidth: true
        choices: root.counting.reasons
        chosen: root.reason
        onPicked: value => root.reason = value
    }
}
