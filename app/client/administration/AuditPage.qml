import QtQuick
import QtQuick.Layouts
import Guanwu.Administration
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// The audit trail as the server keeps it: who changed what, was refused or logged in. Nothing can be changed here.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property var entry: ({}) // that is open
    readonly property bool isOpen: entry.entry !== undefined
    readonly property int inset: isCompact ? Theme.gap : Theme.gapLarge

    function close() {
        entry = {};
        table.forceActiveFocus();
    }
    function narrow(key: string, value: string) {
        filters.query = Object.assign({}, filters.query, {
            [key]: value
        });
    }

    color: Theme.page

    PagedRecords {
        id: entries
        calls: root.session.calls
        path: "/audit"
        rowsKey: "entries"
        idKey: "entry"
        query: filters.query
    }
    TableParts {
        id: parts
        records: entries
        storeFile: root.session.storeFile
        name: "audit"
        title: qsTr("Audit trail")
        all: AdministrationNames.auditColumns
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.isOpen
        onActivated: root.close()
    }
    SplitPane {
        id: pane
        anchors.fill: parent
        isOpen: root.isOpen
        canSplit: root.isExpanded
        share: 0.6
        detail: AuditEntryPane {
            objectName: "auditEntry"
            visible: root.isOpen
            anchors.fill: parent
            entry: root.entry
            onBackRequested: root.close()
            onObjectWanted: object => {
                subject.text = object;
                root.narrow("object", object);
            }
            onActorWanted: actor => {
                who.text = actor;
                root.narrow("actor", actor);
            }
        }

        PageHeader {
            title: qsTr("Audit trail")
            subtitle: entries.isAnswered ? qsTr("%1 entries, the newest first").arg(entries.countText) : ""
            Layout.fillWidth: true

            TableActions {
                parts: parts
                hasColumns: !root.isCompact && !pane.isSplit
            }
        }
        GridLayout {
            columns: root.isCompact || pane.isSplit ? 1 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Layout.margins: root.inset
            Layout.bottomMargin: Theme.gap

            SearchEntry {
                id: who
                objectName: "auditActor"
                hint: qsTr("Account, as it logs in")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onSettled: text => root.narrow("actor", text.trim())
            }
            SearchEntry {
                id: subject
                objectName: "auditObject"
                hint: qsTr("Object, from its beginning: assets/TY2022")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onSettled: text => root.narrow("object", text.trim())
            }
            FilterButtons {
                id: filters
                calls: root.session.calls
                kept: ["actor", "object"]
                filters: [
                    {
                        key: "action",
                        kind: "choice",
                        title: qsTr("What was done"),
                        icon: "list",
                        choices: AdministrationNames.auditActions
                    }
                ]
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onChangedTo: query => filters.query = query
            }
        }
        ListProblem {
            records: entries
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "audit"
            records: entries
            columns: parts.columns
            selection: parts.selection
            isCompact: root.isCompact || pane.isSplit
            canPick: false
            currentId: root.entry.entry || ""
            titleKey: "action"
            noteKey: "outcome"
            subtitleKeys: ["at", "actor", "object"]
            emptyTitle: qsTr("No such entry")
            emptyHint: qsTr("Take a filter away.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => root.entry = entries.record(entries.rowOf(id))
        }
    }
}
