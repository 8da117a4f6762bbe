import QtQuick
import QtQuick.Dialogs
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
    readonly property bool isSplit: isExpanded && lease !== ""

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
    RecordColumns {
        id: columns
        file: root.session.storeFile + ".tables.ini"
        name: "leases"
        all: IdleNames.leaseColumns
    }
    RecordSelection {
        id: selection
        records: leases
    }
    RecordExport {
        id: exporting
        records: leases
        columns: columns
        selection: selection
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.visible && root.lease !== ""
        onActivated: root.close()
    }
    ColumnLayout {
        id: left
        visible: root.lease === "" || root.isSplit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: root.isSplit ? Math.round(root.width * 0.5) : root.width
        spacing: 0

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
            IconButton {
                visible: !root.isCompact && !root.isSplit
                iconName: "columns"
                text: qsTr("Columns")
                onClicked: chooser.open()
            }
            IconButton {
                iconName: "export"
                text: qsTr("Export what is shown as CSV")
                enabled: leases.count > 0 && !exporting.isRunning
                onClicked: target.open()
            }
            IconButton {
                iconName: "sync"
                text: qsTr("Load again")
                onClicked: leases.reload()
            }
        }
        ProblemBanner {
            problem: leases.problem !== "" ? leases.problem : leases.sortRefusal
            actionText: leases.sortRefusal === "" ? qsTr("Try again") : ""
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onActionRequested: leases.retry()
        }
        ExportBar {
            run: exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "leases"
            records: leases
            columns: columns
            selection: selection
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
    Loader {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.isSplit ? root.width - left.width : root.width
        active: root.lease !== ""
        sourceComponent: LeasePage {
            session: root.session // qmllint disable unqualified
            lease: root.lease // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
            onChanged: leases.reload() // qmllint disable unqualified
        }
    }
    Rectangle {
        visible: root.isSplit
        x: left.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
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
    ColumnChooser {
        id: chooser
        columns: columns
    }
    FileDialog {
        id: target
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("CSV table (*.csv)")]
        onAccepted: exporting.start(selectedFile)
    }
}
