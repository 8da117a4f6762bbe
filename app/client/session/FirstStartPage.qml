import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme

// The first thing anybody sees: enrol this device with the text of a QR code, or try the demo.
Rectangle {
    id: root

    required property ClientSession session
    signal scanRequested

    function takeCode(code: string) {
        codeEntry.text = code;
    }

    color: Theme.page

    EntranceForm {
        wanted: 460

        PlainText {
            text: qsTr("Guanwu")
            font.pixelSize: Theme.figureSize
            font.weight: Font.Bold
            color: Theme.accent
        }
        PlainText {
            text: qsTr("Everyone looks after things, and every thing has someone who looks after it.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ProblemBanner {
            problem: root.session.problem
            canDismiss: true
            Layout.fillWidth: true
            onDismissed: root.session.forgetProblem()
        }
        Panel {
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gapLarge

                PlainText {
                    text: qsTr("Enrol this device")
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                }
                PlainText {
                    text: qsTr("Ask the system administrator for an enrolment code. It works once, for 15 minutes.")
                    muted: true
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                ActionButton {
                    objectName: "scanCode"
                    text: qsTr("Scan the QR code")
                    iconName: "camera"
                    Layout.fillWidth: true
                    onClicked: root.scanRequested()
                }
                TextEntry {
                    id: codeEntry
                    objectName: "codeEntry"
                    label: qsTr("or paste its text")
                    hint: "GWE1|https://…"
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    Layout.fillWidth: true
                }
                TextEntry {
                    id: nameEntry
                    objectName: "nameEntry"
                    label: qsTr("Name of this device")
                    hint: qsTr("for example: handheld 3 of the logistics office")
                    Layout.fillWidth: true
                }
                ActionButton {
                    objectName: "enrol"
                    text: root.session.busy && root.session.demoStep === "" ? qsTr("Enrolling…") : qsTr("Enrol")
                    kind: ActionButton.Primary
                    enabled: codeEntry.text.trim() !== "" && nameEntry.text.trim() !== "" && !root.session.busy
                    Layout.fillWidth: true
                    onClicked: root.session.enrol(codeEntry.text, nameEntry.text)
                }
            }
        }
        Panel {
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gapLarge

                PlainText {
                    text: qsTr("Just looking?")
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                }
                PlainText {
                    text: qsTr("The demo runs on this computer only: an invented city of 219 units. Nothing is sent anywhere.")
                    muted: true
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                ActionButton {
                    objectName: "tryDemo"
                    visible: root.session.demoStep === ""
                    text: qsTr("Try the demo")
                    iconName: "play"
                    enabled: !root.session.busy
                    Layout.fillWidth: true
                    onClicked: root.session.tryDemo()
                }
                RowLayout {
                    visible: root.session.demoStep !== ""
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    PlainText {
                        objectName: "demoStep"
                        text: root.session.demoStep
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        objectName: "stopDemo"
                        text: qsTr("Cancel")
                        onClicked: root.session.stopDemo()
                    }
                }
            }
        }
    }
}
