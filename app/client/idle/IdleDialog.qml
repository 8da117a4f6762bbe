import QtQuick
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Idle

// A thing is declared idle, or it is written down what is to become of it.
FormDialog {
    id: root

    property string number
    property bool isNew: true
    readonly property var noteSpec: [
        {
            token: "reason",
            label: qsTr("Why"),
            editing: "choice",
            choices: IdleNames.reasons,
            isRequired: true
        },
        {
            token: "condition",
            label: qsTr("Condition"),
            editing: "choice",
            choices: IdleNames.conditions
        },
        {
            token: "way",
            label: qsTr("What is to become of it"),
            editing: "choice",
            choices: IdleNames.ways
        },
        {
            token: "expected_income_yuan",
            label: qsTr("Expected income"),
            editing: "money"
        },
        {
            token: "measure",
            label: qsTr("Next step")
        },
        {
            token: "responsible",
            label: qsTr("Responsible")
        },
        {
            token: "due_on",
            label: qsTr("To be done by"),
            editing: "date"
        },
        {
            token: "remark",
            label: qsTr("Remark")
        }
    ]

    signal done

    function declare(number: string) {
        isNew = true;
        asked.spec = [];
        const spec = noteSpec.slice();
        spec.unshift(
            {
                token: "asset",
                label: qsTr("Which thing"),
                editing: "asset",
                isRequired: true,
                value: number,
                shown: number
            },
            {
                token: "since",
                label: qsTr("Idle since"),
                editing: "date",
                isRequired: true
            });
        asked.spec = spec;
        open();
    }
    function note(number: string) {
        isNew = false;
        root.number = number;
        asked.spec = [];
        before.parts = [];
        before.parts = ["assets", number, "idle-note"];
        open();
    }
    function send() {
        const body = asked.filled();
        const number = isNew ? body.asset : root.number;
        delete body.asset;
        if (isNew)
            sending.send("POST", ["assets", number, "idle"], body);
        else
            sending.send("PUT", ["assets", number, "idle-note"], body, before.revision);
    }

    objectName: "idleDialog"
    title: isNew ? qsTr("Declare a thing idle") : qsTr("What is to become of %1").arg(number)
    confirmText: isNew ? qsTr("Declare idle") : qsTr("Save")
    problem: sending.problem !== "" ? sending.problem : isNew ? "" : before.problem
    wanted: 760
    onFilled: send()

    fields: AskedFields {
        id: asked
    }
    call: ChangeCall {
        id: sending
        calls: root.calls
        onDone: root.done()
    }
    OneRecord {
        id: before
        calls: root.calls
        onChanged: {
            if (!isThere || root.isNew || asked.count > 0)
                return;
            asked.spec = root.noteSpec.map(field => Object.assign({}, field, {
                    value: value[field.token] || ""
                }));
        }
    }
}
