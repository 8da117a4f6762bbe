import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// Which hand scanner is plugged in. One that types like a keyboard needs nothing; one on a serial line is named here.
Panel {
    id: root

    required property var settings

    property var ports: scanner.ports()
    readonly property var speeds: scanner.speeds()
    // A line that is chosen stays on show while it is unplugged.
    readonly property var shown: settings.serialPort === "" || ports.includes(settings.serialPort) ? ports : ports.concat([settings.serialPort])

    // What people know of it: maker and model, short enough for a handheld.
    function nameOf(port: string): string {
        const name = port.substring(port.lastIndexOf("/") + 1).replace(/^usb-/, "").replace(/-if\d+(-port\d+)?$/, "");
        return name.length > 26 ? name.substring(0, 25) + "…" : name;
    }

    SerialScanner {
        id: scanner
        enabled: false // only asked what there is
    }
    ColumnLayout {
        width: parent.width
        spacing: Theme.gapLarge

        PlainText {
            text: qsTr("Hand scanner")
            font.pixelSize: Theme.titleSize
        }
        PlainText {
            text: qsTr("A scanner that works like a keyboard needs no choice here.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ChoiceChips {
            objectName: "serialPort"
            choices: [
                {
                    value: "",
                    text: qsTr("Keyboard or none")
                },
                ...root.shown.map(port => ({
                            value: port,
                            text: root.nameOf(port)
                        }))
            ]
            chosen: root.settings.serialPort
            Layout.fillWidth: true
            onPicked: value => root.settings.serialPort = value
        }
        ChoiceChips {
            objectName: "serialSpeed"
            visible: root.settings.serialPort !== ""
            choices: root.speeds.map(speed => ({
                        value: speed,
                        text: qsTr("%1 bit/s").arg(speed)
                    }))
            chosen: root.settings.serialSpeed
            Layout.fillWidth: true
            onPicked: value => root.settings.serialSpeed = value
        }
        PlainText {
            visible: root.settings.serialPort !== ""
            text: qsTr("It has to end each code with CR (Enter); over USB the speed does not matter.")
            muted: true
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ActionButton {
            text: qsTr("Look for scanners again")
            iconName: "sync"
            onClicked: root.ports = scanner.ports()
        }
    }
}
