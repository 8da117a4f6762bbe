import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Idle
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// Contracts by which things are let or lent, with what is due and what came in.
Item {
    id: root

    required property ClientSession session
    required property bool isCompact
    required property bool isExpanded

    property string lease // that is open
    readonly property alias isSplit: pane.isSplit

    function close() {
        lease = "";
        table.forceActiveFocus();
    }

    PagedRecords {
        id: leases
        calls: root.session.calls
        path: "/leases"
        rowsKey: "leases"
        idKey: "lease"
    }
    TableParts {
        id: parts
        records: leases
        storeFile: root.session.storeFile
        name: "leases"
        title: qsTr("Contracts")
        all: IdleNames.leaseColumns
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.visible && root.lease !== ""
        onActivated: root.close()
    }
    SplitPane {
        id: pane
        anchors.fill: parent
        isOpen: root.lease !== ""
        canSplit: root.isExpanded
        share: 0.5
        detail: Loader {
            anchors.fill: parent
            active: root.lease !== ""
            sourceComponent: LeasePage {
                session: root.session // qmllint disable unqualified
                lease: root.lease // qmllint disable unqualified
                onBackRequested: root.close() // qmllint disable unqualified
                onChanged: leases.reload() // qmllint disable unqualified
            }
        }

        PageHeader {
            title: qsTr("Contracts")
            subtitle: leases.isAnswered ? qsTr("%1 found").arg(leases.countText) : ""
            Layout.fillWidth: true

            ActionButton {
                objectName: "newLease"
                visible: root.session.mayFileDocuments()
                text: root.isCompact || root.isSplit ? qsTr("New") : qsTr("New contract…")
                iconName: "plus"
                onClicked: dialog.begin()
            }
            TableActions {
                parts: parts
                hasColumns: !root.isCompact && !root.isSplit
            }
        }
        ListProblem {
            records: leases
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "leases"
            records: leases
            columns: parts.columns
            selection: parts.selection
            isCompact: root.isCompact
            canPick: false
            currentId: root.lease
            titleKey: "counterparty"
            noteKey: "overdue_yuan"
            subtitleKeys: ["state", "contract_no", "to", "unit_name"]
            emptyTitle: qsTr("Nothing is let or lent")
            emptyHint: qsTr("A contract is entered once its approval was given.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => root.lease = id
        }
    }
    LeaseDialog {
        id: dialog
        calls: root.session.calls
        ownUnit: root.session.unit
        onDone: lease => {
            leases.reload();
            root.lease = lease;
        }
    }
}
