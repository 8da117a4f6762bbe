import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// Result, reason and proposal for one line, or for all that are ticked.
ConfirmDialog {
    id: root

    required property DecisionDesk desk
    property string key
    property int count: 1

    property string result

    function begin(key: string, count: int, former: var) {
        root.key = key;
        root.count = count;
        result = former.result || "";
        reason.text = former.reason || "";
        proposal.text = former.proposal || "";
        open();
        if (result !== "")
            reason.focusField();
    }

    title: count > 1 ? qsTr("Decide %1 lines").arg(count) : qsTr("Decide the line")
    confirmText: qsTr("Decide")
    canConfirm: result !== "" && reason.text.trim() !== ""
    wanted: 620
    onConfirmed: {
        desk.decideLines(key, result, reason.text, proposal.text);
        close();
    }

    ChoiceChips {
        choices: root.desk.results
        chosen: root.result
        Layout.fillWidth: true
        onPicked: value => {
            root.result = value;
            if (reason.text === "")
                reason.focusField();
        }
    }
    TextEntry {
        id: reason
        objectName: "reason"
        label: qsTr("Reason (wanted)")
        Layout.fillWidth: true
        onAccepted: if (root.canConfirm)
            root.confirmed()
    }
    Flow {
        spacing: Theme.gap
        Layout.fillWidth: true

        Repeater {
            model: root.desk.usualReasons

            ActionButton {
                required property string modelData

                text: modelData
                kind: ActionButton.Quiet
                onClicked: reason.text = modelData // qmllint disable unqualified
            }
        }
    }
    TextEntry {
        id: proposal
        label: qsTr("Proposal for what is to be done")
        Layout.fillWidth: true
        onAccepted: if (root.canConfirm)
            root.confirmed()
    }
}
