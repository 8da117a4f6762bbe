import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme

// A first or overdue password is changed before anything else.
Rectangle {
    id: root

    required property ClientSession session
    readonly property bool isRepeated: repeated.text === fresh.text

    color: Theme.page

    EntranceForm {
        PlainText {
            text: qsTr("Choose your own password")
            font.pixelSize: Theme.headlineSize
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PlainText {
            text: qsTr("At least 10 characters of 3 kinds: capitals, small letters, digits, signs.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        TextEntry {
            id: old
            objectName: "oldPassword"
            label: qsTr("Present password")
            echoMode: TextInput.Password
            Layout.fillWidth: true
            onAccepted: fresh.focusField()
            Component.onCompleted: focusField()
        }
        TextEntry {
            id: fresh
            objectName: "newPassword"
            label: qsTr("New password")
            echoMode: TextInput.Password
            Layout.fillWidth: true
            onAccepted: repeated.focusField()
        }
        TextEntry {
            id: repeated
            objectName: "repeatedPassword"
            label: qsTr("New password once more")
            echoMode: TextInput.Password
            problem: text !== "" && !root.isRepeated ? qsTr("The two are not the same") : ""
            Layout.fillWidth: true
            onAccepted: if (change.enabled)
                change.clicked()
        }
        ProblemBanner {
            problem: root.session.problem
            Layout.fillWidth: true
        }
        ActionButton {
            id: change
            objectName: "changePassword"
            text: qsTr("Change password")
            kind: ActionButton.Primary
            enabled: old.text !== "" && fresh.text !== "" && root.isRepeated && !root.session.busy
            Layout.fillWidth: true
            onClicked: root.session.changePassword(old.text, fresh.text)
        }
        ActionButton {
            text: qsTr("Log out")
            kind: ActionButton.Quiet
            Layout.fillWidth: true
            onClicked: root.session.logOut()
        }
    }
}
