import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme

// Opens the screen again with the PIN, without a network.
Rectangle {
    id: root

    required property ClientSession session

    function press(key: string) {
        pinEntry.text += key;
    }
    function unlock() {
        const pin = pinEntry.text;
        pinEntry.text = ""; // what was wrong is not typed on
        session.unlock(pin);
    }

    color: Theme.page

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(320, root.width - 2 * Theme.gapLarge)
        spacing: Theme.gapLarge

        PlainText {
            text: root.session.userName
            font.pixelSize: Theme.headlineSize
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PlainText {
            text: root.session.roleName
            muted: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        TextEntry {
            id: pinEntry
            objectName: "pinEntry"
            label: qsTr("PIN")
            iconName: "lock"
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhDigitsOnly
            Layout.fillWidth: true
            onAccepted: root.unlock()
            Component.onCompleted: focusField()
        }
        ProblemBanner {
            problem: root.session.problem
            Layout.fillWidth: true
        }
        GridLayout {
            columns: 3
            rowSpacing: Theme.gap
            columnSpacing: Theme.gap
            Layout.fillWidth: true

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                ActionButton {
                    required property string modelData
                    text: modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onClicked: root.press(modelData) // qmllint disable unqualified
                }
            }
            ActionButton {
                text: qsTr("Clear")
                kind: ActionButton.Quiet
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: pinEntry.text = ""
            }
            ActionButton {
                text: "0"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.press("0")
            }
            ActionButton {
                objectName: "unlock"
                text: qsTr("Unlock")
                kind: ActionButton.Primary
                enabled: pinEntry.text !== "" && !root.session.busy
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.unlock()
            }
        }
        ActionButton {
            text: qsTr("Log in as somebody else")
            kind: ActionButton.Quiet
            Layout.fillWidth: true
            onClicked: root.session.logOut()
        }
    }
}
