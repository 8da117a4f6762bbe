import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Theme

// A route table that was proved, before it is entered.
ConfirmDialog {
    id: root

    required property NewRouteTable table
    readonly property var proof: table.proof

    objectName: "routeTable"
    title: table.fileName
    message: table.busy ? qsTr("Being proved…") : table.isSound ? qsTr("No gap and no overlap: %1 rules, version %2, in force from %3. Documents that are filed already keep the rule they fell under.").arg(proof.rows).arg(proof.version).arg(proof.effective_from) : table.gaps.length > 0 ? qsTr("It cannot be entered as it is. Change the file and choose it again.") : ""
    confirmText: table.isSound ? qsTr("Enter it") : qsTr("Close")
    canCancel: table.isSound
    canConfirm: !table.busy
    problem: table.problem
    wanted: 620
    onConfirmed: table.isSound ? table.enter() : close()

    OpenProblems {
        visible: root.table.gaps.length > 0
        sentences: root.table.gaps
        Layout.fillWidth: true
    }
}
