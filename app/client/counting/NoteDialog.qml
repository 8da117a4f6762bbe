import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting

// A remark on what was told last, or on the room.
ConfirmDialog {
    id: root

    required property Counting counting

    title: counting.told.event !== "" ? qsTr("Note on %1").arg(counting.told.name) : qsTr("Note on %1").arg(counting.roomName)
    confirmText: qsTr("Keep")
    canConfirm: entry.text.trim() !== ""
    onOpened: {
        entry.text = "";
        entry.focusField();
    }
    onConfirmed: {
        counting.addNote(entry.text);
        close();
    }

    TextEntry {
        id: entry
        objectName: "noteEntry"
        label: qsTr("Note")
        iconName: "note"
        Layout.fillWidth: true
        onAccepted: if (root.canConfirm)
            root.confirmed()
    }
}
