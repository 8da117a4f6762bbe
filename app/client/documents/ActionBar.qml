import QtQuick
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Theme

// What may be done with a document now: the way on first, the ways back behind it.
Flow {
    id: root

    required property DocumentView view
    readonly property var actions: view.actions
    readonly property var forward: ["file", "approve", "counter_sign", "execute", "settle_income", "close"]

    signal chosen(string action)

    function rank(token: string): int {
        const at = forward.indexOf(token);
        return at >= 0 ? at : token === "edit" ? 20 : 30;
    }

    spacing: Theme.gap

    Repeater {
        model: root.actions.slice().sort((a, b) => root.rank(a.token) - root.rank(b.token))

        ActionButton {
            required property int index
            required property var modelData

            objectName: "action-" + modelData.token
            text: modelData.token === "file" ? qsTr("Look through and file…") : modelData.text
            iconName: modelData.icon
            kind: modelData.token === "reject" ? ActionButton.Danger : index === 0 && modelData.token !== "edit" && root.rank(modelData.token) < 20 ? ActionButton.Primary : ActionButton.Secondary // qmllint disable unqualified
            enabled: !root.view.busy // qmllint disable unqualified
            onClicked: root.chosen(modelData.token) // qmllint disable unqualified
        }
    }
}
