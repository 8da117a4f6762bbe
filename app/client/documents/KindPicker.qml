import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Theme

// Which document is begun: a kind, and under it a method.
ConfirmDialog {
    id: root

    required property DocumentKinds kinds
    required property bool isBureau

    property string kind: "allocation"

    readonly property var methods: kinds.isThere ? kinds.methodsOf(kind) : []

    signal chosen(string kind, string method)
    signal fromFindings

    objectName: "kindPicker"
    title: qsTr("What is to be done?")
    wanted: 620
    confirmText: qsTr("Cancel")
    canCancel: false
    onConfirmed: close()

    ActionButton {
        objectName: "fromFindings"
        text: qsTr("What a count found…")
        iconName: "list"
        onClicked: {
            root.close();
            root.fromFindings();
        }
    }
    ChoiceChips {
        objectName: "kinds"
        choices: DocumentNames.kinds
        chosen: root.kind
        Layout.fillWidth: true
        onPicked: value => root.kind = value
    }
    Column {
        id: list
        Layout.fillWidth: true

        Repeater {
            model: root.methods.filter(one => !one.onlyBureau || root.isBureau)

            ListRow {
                required property var modelData

                objectName: "method-" + modelData.value
                width: list.width // qmllint disable unqualified
                title: modelData.text
                subtitle: [modelData.needsAppraisal ? qsTr("needs an appraisal") : "", modelData.bringsIncome ? qsTr("income goes to the treasury") : ""].filter(text => text !== "").join(" · ")
                iconName: DocumentNames.kindIcon(root.kind) // qmllint disable unqualified
                onClicked: {
                    root.close(); // qmllint disable unqualified
                    root.chosen(root.kind, modelData.value); // qmllint disable unqualified
                }
            }
        }
    }
}
