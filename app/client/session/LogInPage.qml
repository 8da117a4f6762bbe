import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme

// Who uses the device now.
Rectangle {
    id: root

    required property ClientSession session

    color: Theme.page

    EntranceForm {
        wanted: root.session.isDemo ? 560 : 400

        PlainText {
            text: qsTr("Guanwu")
            font.pixelSize: Theme.figureSize
            font.weight: Font.Bold
            color: Theme.accent
        }
        PlainText {
            text: qsTr("Log in")
            font.pixelSize: Theme.headlineSize
            font.weight: Font.DemiBold
        }
        PlainText {
            text: root.session.isDemo ? qsTr("Demo server on this computer") : root.session.serverUrl
            muted: true
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
        TextEntry {
            id: loginEntry
            objectName: "loginEntry"
            label: qsTr("Account")
            iconName: "user"
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
            onAccepted: passwordEntry.focusField()
            Component.onCompleted: focusField()
        }
        TextEntry {
            id: passwordEntry
            objectName: "passwordEntry"
            label: qsTr("Password")
            iconName: "lock"
            echoMode: TextInput.Password
            Layout.fillWidth: true
            onAccepted: if (logInButton.enabled)
                logInButton.clicked()
        }
        ProblemBanner {
            problem: root.session.problem
            canDismiss: true
            Layout.fillWidth: true
            onDismissed: root.session.forgetProblem()
        }
        ActionButton {
            id: logInButton
            objectName: "logIn"
            text: root.session.busy ? qsTr("Logging in…") : qsTr("Log in")
            kind: ActionButton.Primary
            enabled: loginEntry.text !== "" && passwordEntry.text !== "" && !root.session.busy
            Layout.fillWidth: true
            onClicked: root.session.logIn(loginEntry.text, passwordEntry.text)
        }
        PlainText {
            visible: root.session.isDemo
            text: qsTr("Demo accounts: choose a role")
            muted: true
        }
        Grid {
            id: roles
            visible: root.session.isDemo
            columns: width > 480 ? 2 : 1
            spacing: Theme.gap
            Layout.fillWidth: true

            Repeater {
                model: root.session.isDemo ? root.session.demoAccounts : []

                ActionButton {
                    required property var modelData

                    text: modelData.name
                    enabled: !root.session.busy // qmllint disable unqualified
                    width: (roles.width - (roles.columns - 1) * roles.spacing) / roles.columns // qmllint disable unqualified
                    onClicked: root.session.logInDemo(modelData.login) // qmllint disable unqualified
                }
            }
        }
    }
}
