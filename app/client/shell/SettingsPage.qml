import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Session
import Guanwu.Shell
import Guanwu.Theme
import Guanwu.Tuning

// How this device shows things, and who uses it.
Rectangle {
    id: root

    required property ClientSession session
    required property AppSettings settings
    required property bool isCompact
    required property bool isExpanded

    color: Theme.page

    PageHeader {
        id: header
        visible: !scanner.active
        width: parent.width
        title: qsTr("Settings")
    }
    Flickable {
        visible: !scanner.active
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.implicitHeight + 2 * Theme.gapLarge
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        ColumnLayout {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(640, root.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            Panel {
                Layout.fillWidth: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gapLarge

                    PlainText {
                        text: qsTr("Display and sound")
                        font.pixelSize: Theme.titleSize
                    }
                    ChoiceChips {
                        choices: [
                            {
                                value: Theme.Light,
                                text: qsTr("Light"),
                                icon: "sun"
                            },
                            {
                                value: Theme.Dark,
                                text: qsTr("Dark"),
                                icon: "moon"
                            },
                            {
                                value: Theme.HighContrast,
                                text: qsTr("High contrast"),
                                icon: "contrast"
                            }
                        ]
                        chosen: root.settings.scheme
                        Layout.fillWidth: true
                        onPicked: value => root.settings.scheme = value
                    }
                    ChoiceChips {
                        choices: [
                            {
                                value: false,
                                text: qsTr("Normal type")
                            },
                            {
                                value: true,
                                text: qsTr("Large type"),
                                icon: "text-size"
                            }
                        ]
                        chosen: root.settings.largeType
                        Layout.fillWidth: true
                        onPicked: value => root.settings.largeType = value
                    }
                    ChoiceChips {
                        objectName: "sound"
                        choices: [
                            {
                                value: true,
                                text: qsTr("Verdicts are heard")
                            },
                            {
                                value: false,
                                text: qsTr("Silent")
                            }
                        ]
                        chosen: root.settings.sound
                        Layout.fillWidth: true
                        onPicked: value => root.settings.sound = value
                    }
                    ChoiceChips {
                        choices: [
                            {
                                value: "zh_CN",
                                text: "中文"
                            },
                            {
                                value: "en",
                                text: "English"
                            }
                        ]
                        chosen: root.settings.language
                        Layout.fillWidth: true
                        onPicked: value => root.settings.language = value
                    }
                    PlainText {
                        text: qsTr("The language changes when the program is started again.")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            HandScannerPanel {
                settings: root.settings
                visible: root.session.mayCount()
                Layout.fillWidth: true
            }
            Panel {
                Layout.fillWidth: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gapLarge

                    PlainText {
                        text: root.session.userName
                        font.pixelSize: Theme.titleSize
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: qsTr("%1, account %2").arg(root.session.roleName).arg(root.session.login)
                        muted: true
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    TextEntry {
                        id: pin
                        objectName: "newPin"
                        label: root.session.hasPin ? qsTr("New PIN, 4 to 12 digits") : qsTr("PIN that opens this device without a network, 4 to 12 digits")
                        echoMode: TextInput.Password
                        inputMethodHints: Qt.ImhDigitsOnly
                        Layout.fillWidth: true
                    }
                    ProblemBanner {
                        problem: root.session.problem
                        canDismiss: true
                        Layout.fillWidth: true
                        onDismissed: root.session.forgetProblem()
                    }
                    Flow {
                        spacing: Theme.gap
                        Layout.fillWidth: true

                        ActionButton {
                            objectName: "setPin"
                            text: qsTr("Set PIN")
                            enabled: pin.text !== "" && !root.session.busy
                            onClicked: {
                                root.session.setPin(pin.text);
                                pin.text = "";
                            }
                        }
                        ActionButton {
                            text: qsTr("Lock now")
                            iconName: "lock"
                            visible: root.session.hasPin
                            onClicked: root.session.lock()
                        }
                        ActionButton {
                            objectName: "logOut"
                            text: qsTr("Log out")
                            onClicked: root.session.logOut()
                        }
                    }
                    PlainText {
                        text: qsTr("Logging out deletes nothing that was scanned.")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            Panel {
                Layout.fillWidth: true

                ColumnLayout {
                    width: parent.width

                    PlainText {
                        text: qsTr("This device: %1").arg(root.session.deviceName)
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: qsTr("Server: %1").arg(root.session.serverUrl)
                        muted: true
                        wrapMode: Text.WrapAnywhere
                        Layout.fillWidth: true
                    }
                }
            }
            // Last, and told what it is: nobody who counts needs it.
            Panel {
                Layout.fillWidth: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gap

                    PlainText {
                        text: qsTr("For people who set up cameras: how fast tags are read, and what is not.")
                        muted: true
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        objectName: "openScanner"
                        text: qsTr("Scanner at work")
                        iconName: "camera"
                        onClicked: scanner.active = true
                    }
                }
            }
        }
    }
    Loader {
        id: scanner
        objectName: "scanner"
        anchors.fill: parent
        active: false
        focus: active
        sourceComponent: ScannerPage {
            session: root.session // qmllint disable unqualified
            settings: root.settings // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            isExpanded: root.isExpanded // qmllint disable unqualified
            onBackRequested: scanner.active = false // qmllint disable unqualified
        }
    }
}
