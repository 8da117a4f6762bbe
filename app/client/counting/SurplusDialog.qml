import QtQuick
import QtQuick.Layouts
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// A thing that is on no book: what it is, how many, with a picture of it where there is a camera.
ConfirmDialog {
    id: root

    required property Counting counting
    required property LiveCamera camera
    property string code
    property int quantity: 1
    property bool withPhoto: true

    function begin(forCode: string) {
        code = forCode;
        quantity = 1;
        withPhoto = true;
        nameEntry.text = "";
        remarkEntry.text = "";
        open();
        nameEntry.focusField();
    }

    title: qsTr("Surplus: on no book")
    confirmText: qsTr("Keep")
    canConfirm: nameEntry.text.trim() !== ""
    onConfirmed: {
        counting.addSurplus(nameEntry.text, code, quantity, remarkEntry.text, withPhoto && camera.live);
        close();
    }

    PlainText {
        text: root.code !== "" ? qsTr("Tag %1 · %2").arg(root.code).arg(root.counting.roomName) : qsTr("Without a tag · %1").arg(root.counting.roomName)
        muted: true
        elide: Text.ElideMiddle
        Layout.fillWidth: true
    }
    TextEntry {
        id: nameEntry
        objectName: "surplusName"
        label: qsTr("What is it?")
        iconName: "tag"
        Layout.fillWidth: true
        onAccepted: if (root.canConfirm)
            root.confirmed()
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true

        PlainText {
            text: qsTr("How many")
            Layout.fillWidth: true
        }
        IconButton {
            iconName: "down"
            text: qsTr("One less")
            enabled: root.quantity > 1
            onClicked: --root.quantity
        }
        PlainText {
            text: root.quantity
            font.pixelSize: Theme.titleSize
            horizontalAlignment: Text.AlignHCenter
            Layout.preferredWidth: 40
        }
        IconButton {
            objectName: "oneMore"
            iconName: "up"
            text: qsTr("One more")
            enabled: root.quantity < 999
            onClicked: ++root.quantity
        }
    }
    TextEntry {
        id: remarkEntry
        label: qsTr("Remark (may stay empty)")
        iconName: "note"
        Layout.fillWidth: true
    }
    CameraView {
        visible: root.camera.live
        camera: root.camera
        Layout.fillWidth: true
        Layout.preferredHeight: 160
    }
    ChoiceChips {
        visible: root.camera.live
        Layout.fillWidth: true
        choices: [
            {
                value: true,
                text: qsTr("With this picture")
            },
            {
                value: false,
                text: qsTr("Without a picture")
            }
        ]
        chosen: root.withPhoto
        onPicked: value => root.withPhoto = value
    }
}
