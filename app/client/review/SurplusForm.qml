import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// Takes a thing without a card into the books at a value, or dismisses it.
ConfirmDialog {
    id: root

    required property DecisionDesk desk
    property string key
    property int count: 1
    property bool accepted: true

    function begin(key: string, count: int, former: var, accept: bool) {
        root.key = key;
        root.count = count;
        accepted = accept;
        value.text = former.value || "";
        basis.text = former.basis || "";
        months.text = former.months >= 0 ? former.months : "";
        reason.text = former.reason || "";
        open();
        if (accept)
            value.focusField();
        else
            reason.focusField();
    }

    title: count > 1 ? qsTr("Decide %1 surplus things").arg(count) : qsTr("Decide the surplus")
    message: accepted ? qsTr("Enters the books after approval, at this value.") : qsTr("Dismissed: no thing of its own, for example scanned by mistake.")
    confirmText: accepted ? qsTr("Take into the books") : qsTr("Dismiss")
    canConfirm: reason.text.trim() !== "" && (!accepted || (desk.problemOfAmount(value.text) === "" && basis.text.trim() !== ""))
    wanted: 620
    onConfirmed: {
        desk.decideSurplus(key, accepted, value.text, basis.text, months.text === "" ? -1 : parseInt(months.text), reason.text);
        close();
    }

    ChoiceChips {
        choices: [
            {
                value: true,
                text: qsTr("Take into the books"),
                icon: "plus"
            },
            {
                value: false,
                text: qsTr("Dismiss"),
                icon: "cross"
            }
        ]
        chosen: root.accepted
        Layout.fillWidth: true
        onPicked: value => root.accepted = value
    }
    RowLayout {
        visible: root.accepted
        spacing: Theme.gapLarge
        Layout.fillWidth: true

        TextEntry {
            id: value
            objectName: "value"
            label: qsTr("Value in yuan")
            problem: text === "" ? "" : root.desk.problemOfAmount(text)
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        TextEntry {
            id: months
            label: qsTr("Months it can still be used")
            inputMethodHints: Qt.ImhDigitsOnly
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Component.onCompleted: field.validator = digits

            IntValidator {
                id: digits
                bottom: 0
                top: 1200
            }
        }
    }
    TextEntry {
        id: basis
        visible: root.accepted
        label: qsTr("What the value rests on")
        Layout.fillWidth: true
    }
    Flow {
        visible: root.accepted
        spacing: Theme.gap
        Layout.fillWidth: true

        Repeater {
            model: root.desk.valueBases

            ActionButton {
                required property string modelData

                text: modelData
                kind: ActionButton.Quiet
                onClicked: basis.text = modelData // qmllint disable unqualified
            }
        }
    }
    TextEntry {
        id: reason
        label: qsTr("Reason (wanted)")
        Layout.fillWidth: true
        onAccepted: if (root.canConfirm)
            root.confirmed()
    }
}
