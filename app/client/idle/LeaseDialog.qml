import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Idle
import Guanwu.Registry
import Guanwu.Theme

// A contract is entered: what is let or lent, to whom, until when, for which rent.
FormDialog {
    id: root

    required property string ownUnit
    property var assets: [] // { value, text }

    signal done(string lease)

    function begin() {
        assets = [];
        asked.clear();
        open();
    }
    function send() {
        const body = asked.filled();
        body.assets = assets.map(one => one.value);
        if (ownUnit !== "")
            body.unit = ownUnit;
        if (body.due_day)
            body.due_day = Number(body.due_day);
        sending.send("POST", ["leases"], body);
    }

    objectName: "leaseDialog"
    title: qsTr("New contract")
    confirmText: qsTr("Enter")
    canConfirm: asked.revision >= 0 && asked.isFilled && assets.length > 0 && !sending.busy
    unit: ownUnit
    wanted: 760
    onFilled: send()
    notes: [
        PlainText {
            width: parent ? parent.width : 0
            text: qsTr("Things that are let or lent: %1").arg(root.assets.length > 0 ? root.assets.map(one => one.text).join(qsTr(", ")) : qsTr("none yet"))
            wrapMode: Text.Wrap
        },
        ActionButton {
            objectName: "addLeased"
            text: qsTr("Add a thing…")
            iconName: "plus"
            onClicked: picker.open()
        }
    ]

    fields: AskedFields {
        id: asked
        spec: (root.ownUnit === "" ? [
                {
                    token: "unit",
                    label: qsTr("Unit that lets"),
                    editing: "unit",
                    isRequired: true
                }
            ] : []).concat([
            {
                token: "contract_no",
                label: qsTr("Contract number"),
                isRequired: true
            },
            {
                token: "kind",
                label: qsTr("Kind"),
                editing: "choice",
                choices: IdleNames.leaseKinds,
                value: "lease",
                isRequired: true
            },
            {
                token: "counterparty",
                label: qsTr("Other side"),
                isRequired: true
            },
            {
                token: "telephone",
                label: qsTr("Telephone")
            },
            {
                token: "approval_no",
                label: qsTr("Number of the approval"),
                isRequired: true
            },
            {
                token: "approved_on",
                label: qsTr("Approved on"),
                editing: "date",
                isRequired: true
            },
            {
                token: "from",
                label: qsTr("From"),
                editing: "date",
                isRequired: true
            },
            {
                token: "to",
                label: qsTr("Until"),
                editing: "date",
                isRequired: true
            },
            {
                token: "rent_yuan",
                label: qsTr("Rent of a whole period"),
                editing: "money"
            },
            {
                token: "period",
                label: qsTr("Paid"),
                editing: "choice",
                choices: IdleNames.periods
            },
            {
                token: "due_day",
                label: qsTr("Days after the first of a period"),
                editing: "number"
            },
            {
                token: "remark",
                label: qsTr("Remark")
            }
        ])
    }
    call: ChangeCall {
        id: sending
        calls: root.calls
        onDone: answer => root.done(answer.lease)
    }
    ReferencePicker {
        id: picker
        title: qsTr("Which thing?")
        calls: root.calls
        kind: "asset"
        onChosen: (value, text) => {
            if (!root.assets.some(one => one.value === value))
                root.assets = root.assets.concat([
                    {
                        value: value,
                        text: text + " " + value
                    }
                ]);
        }
    }
}
