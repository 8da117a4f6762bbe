import QtQuick
import QtQuick.Layouts
import Guanwu.Administration
import Guanwu.Controls
import Guanwu.Theme

// Lets one handheld in: its QR code, large, while it holds.
ConfirmDialog {
    id: root

    required property var calls
    required property string serverUrl
    readonly property alias run: run
    readonly property bool hasCode: run.enrolment !== ""

    title: qsTr("Enrol a handheld")
    message: hasCode ? qsTr("Scan this with the handheld. It works once.") : qsTr("The handheld scans a code once; after that it belongs to this registry.")
    confirmText: hasCode ? qsTr("Done") : run.busy ? qsTr("Asking…") : qsTr("Show a code")
    canCancel: !hasCode
    canConfirm: !run.busy && (hasCode || address.text !== "")
    problem: run.problem
    onConfirmed: hasCode ? close() : run.offer(address.text)
    onAboutToShow: {
        run.forget();
        address.text = serverUrl;
    }
    onClosed: run.forget()

    DeviceOffer {
        id: run
        calls: root.calls
    }
    TextEntry {
        id: address
        objectName: "offerAddress"
        visible: !root.hasCode
        label: qsTr("Address at which handhelds reach this server")
        hint: "https://HOST:PORT"
        Layout.fillWidth: true
        onAccepted: root.confirmed()
    }
    PlainText {
        visible: run.isOver
        text: qsTr("The code has run out. Show another one.")
        color: Theme.warning
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    SymbolPicture {
        objectName: "offerSymbol"
        visible: root.hasCode
        enrolment: run.enrolment
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Math.min(400, root.availableWidth, (root.parent ? root.parent.height : 800) - 320)
        Layout.preferredHeight: Layout.preferredWidth
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code for the handheld")
    }
    Meter {
        visible: root.hasCode
        value: run.secondsLeft / 900
        label: qsTr("Holds for")
        figures: run.timeLeft
        tone: run.secondsLeft < 60 ? Theme.warning : Theme.accent
        Layout.fillWidth: true
    }
    TextEntry {
        visible: root.hasCode
        label: qsTr("Or type it on the handheld")
        text: run.enrolment
        readOnly: true
        Layout.fillWidth: true
    }
}
