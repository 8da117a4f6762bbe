import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Entries
import Guanwu.Forms

// Something is entered into a register, corrected there, or a step is taken with it.
FormDialog {
    id: root

    required property RegisterTypes types
    required property string kind
    required property string ownUnit
    property string type
    property string number
    property string step
    property string parentNo
    property int revision: -1
    property string mode: "new" // new, correct, step

    signal done(string number)

    function add(type: string, parentNo: string) {
        mode = "new";
        root.type = type;
        root.parentNo = parentNo;
        const spec = listOf(types.newFields(type));
        if (ownUnit === "" && parentNo === "")
            spec.unshift({
                token: "unit",
                label: qsTr("Unit"),
                editing: "unit"
            });
        show(spec);
    }
    function correct(type: string, number: string, values: var, revision: int) {
        mode = "correct";
        root.type = type;
        root.number = number;
        root.revision = revision;
        show(listOf(types.openFields(type, values)).concat([
            {
                token: "reason",
                label: qsTr("Why (stands in the history)")
            }
        ]));
    }
    function take(type: string, number: string, step: string, values: var, revision: int) {
        mode = "step";
        root.type = type;
        root.number = number;
        root.step = step;
        root.revision = revision;
        show(types.stepFields(type, step, values));
    }
    function listOf(fields: var): var {
        return fields;
    }
    function show(spec: var) {
        asked.spec = [];
        asked.spec = spec;
        open();
    }
    function send() {
        const filled = mode === "correct" ? asked.changed() : asked.filled();
        const body = {};
        for (const key of ["reason", "unit"])
            if (filled[key])
                body[key] = filled[key];
        delete filled.reason;
        delete filled.unit;
        body.fields = filled;
        if (mode === "new") {
            body.type = type;
            if (parentNo !== "")
                body.parent = parentNo;
            else if (ownUnit !== "")
                body.unit = ownUnit;
            sending.send("POST", ["registers", kind], body);
        } else if (mode === "correct") {
            sending.send("PATCH", ["registers", kind, number], body, revision);
        } else {
            body.step = step;
            sending.send("POST", ["registers", kind, number, "steps"], body, revision);
        }
    }

    objectName: "entryDialog"
    title: mode === "new" ? qsTr("Enter: %1").arg(types.typeName(type)) : mode === "correct" ? qsTr("Correct %1").arg(number) : types.stepName(type, step)
    confirmText: mode === "new" ? qsTr("Enter") : qsTr("Save")
    isDangerous: mode === "step" && step === "void"
    unit: ownUnit
    wanted: 760
    onFilled: send()

    fields: AskedFields {
        id: asked
    }
    call: ChangeCall {
        id: sending
        calls: root.calls
        onDone: answer => root.done(answer.entry_no || root.number)
    }
}
