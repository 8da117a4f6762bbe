import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// Something that is needed: what, how many, and what one may cost.
ConfirmDialog {
    id: root

    required property var calls

    signal wished(var what)

    function begin() {
        asked.clear();
        open();
    }

    objectName: "wishDialog"
    title: qsTr("What is needed")
    confirmText: qsTr("Add")
    canConfirm: asked.revision >= 0 && asked.isFilled
    wanted: 640
    onConfirmed: {
        if (!asked.check())
            return;
        const what = asked.filled();
        what.quantity = Number(what.quantity);
        close();
        wished(what);
    }

    AskedForm {
        calls: root.calls
        Layout.fillWidth: true
        fields: AskedFields {
            id: asked
            spec: [
                {
                    token: "class_code",
                    label: qsTr("Class"),
                    editing: "class",
                    isRequired: true
                },
                {
                    token: "name",
                    label: qsTr("Name"),
                    isRequired: true
                },
                {
                    token: "quantity",
                    label: qsTr("Quantity"),
                    editing: "number",
                    value: "1",
                    isRequired: true
                },
                {
                    token: "unit_price_yuan",
                    label: qsTr("Price of one"),
                    editing: "money",
                    isRequired: true
                },
                {
                    token: "unit_of_measure",
                    label: qsTr("Unit of measure")
                },
                {
                    token: "model",
                    label: qsTr("Model")
                }
            ]
        }
    }
    PlainText {
        text: qsTr("Quantity, price and age are checked against the standard when the draft is saved.")
        muted: true
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
