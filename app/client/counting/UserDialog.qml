import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting

// Who uses the thing now, of the people in the book.
ConfirmDialog {
    id: root

    required property Counting counting
    property string chosen

    title: qsTr("User of %1").arg(counting.told.name)
    confirmText: qsTr("Keep")
    canConfirm: chosen !== ""
    onOpened: {
        chosen = "";
        search.text = "";
        list.model = counting.people("");
        search.focusField();
    }
    onConfirmed: {
        counting.setUser(chosen);
        close();
    }

    SearchEntry {
        id: search
        objectName: "userSearch"
        hint: qsTr("Find a name")
        Layout.fillWidth: true
        onSettled: text => list.model = root.counting.people(text)
    }
    ListView {
        id: list
        objectName: "userList"
        clip: true
        Layout.fillWidth: true
        Layout.preferredHeight: 280

        delegate: ListRow {
            required property var modelData

            width: ListView.view.width
            title: modelData.text
            subtitle: modelData.value
            iconName: isCurrent ? "check" : "user"
            isCurrent: root.chosen === modelData.value // qmllint disable unqualified
            onClicked: root.chosen = modelData.value // qmllint disable unqualified
        }
    }
}
