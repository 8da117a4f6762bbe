import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Entries
import Guanwu.Forms
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// The six registers beside the assets: each a table with what is due first, and one entry beside it.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string kind: "vehicles"
    property string type: types.isThere && types.typesOf(kind).length > 0 ? types.typesOf(kind)[0].value : ""
    property string number
    property string q // what is searched for
    property var trail: [] // entries that led to the one that is open
    readonly property alias isSplit: pane.isSplit
    readonly property alias entries: entries
    readonly property var told: figures.value
    readonly property alias registerTypes: types

    function show(kind: string) {
        root.kind = kind;
        type = types.typesOf(kind).length > 0 ? types.typesOf(kind)[0].value : "";
        number = "";
        trail = [];
        filters.query = {};
    }
    function close() {
        if (trail.length > 0) {
            number = trail[trail.length - 1];
            trail = trail.slice(0, -1);
            return;
        }
        number = "";
        table.forceActiveFocus();
    }

    color: Theme.page

    RegisterTypes {
        id: types
        calls: root.session.calls
    }
    OneRecord {
        id: figures
        calls: root.session.calls
        parts: ["register-figures", root.kind]
    }
    PagedRecords {
        id: entries
        calls: root.type !== "" ? root.session.calls : null
        path: "/registers/" + root.kind
        rowsKey: "entries"
        idKey: "entry_no"
        query: Object.assign({
            type: root.type,
            q: root.q
        }, filters.query)
        onRestarted: {
            // What is due first stands first, while all of it is here to be sorted.
            if (sortKey === "" && isComplete && types.dueKey(root.type) !== "")
                sortBy(types.dueKey(root.type));
        }
    }
    TableParts {
        id: parts
        records: entries
        storeFile: root.session.storeFile
        name: "register-" + root.type
        title: qsTr("Registers")
        all: types.isThere ? types.columns(root.type) : []
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.number !== ""
        onActivated: root.close()
    }

    SplitPane {
        id: pane
        anchors.fill: parent
        isOpen: root.number !== ""
        canSplit: root.isExpanded
        share: 0.45
        detail: Loader {
            objectName: "detail"
            anchors.fill: parent
            active: root.number !== ""
            sourceComponent: EntryPage {
                session: root.session // qmllint disable unqualified
                types: root.registerTypes // qmllint disable unqualified
                kind: root.kind // qmllint disable unqualified
                number: root.number // qmllint disable unqualified
                onBackRequested: root.close() // qmllint disable unqualified
                onOpened: number => {
                    root.trail = root.trail.concat([root.number]); // qmllint disable unqualified
                    root.number = number; // qmllint disable unqualified
                }
                onChanged: {
                    entries.reload(); // qmllint disable unqualified
                    figures.reload(); // qmllint disable unqualified
                }
            }
        }

        PageHeader {
            title: qsTr("Registers")
            subtitle: entries.isAnswered ? qsTr("%1 found").arg(entries.countText) : ""
            Layout.fillWidth: true

            ActionButton {
                objectName: "newEntry"
                visible: root.session.mayFileDocuments()
                text: root.isCompact || root.isSplit ? qsTr("New") : qsTr("New entry…")
                iconName: "plus"
                enabled: root.type !== ""
                onClicked: dialog.add(root.type, "")
            }
            TableActions {
                parts: parts
                hasColumns: !root.isCompact && !root.isSplit
                hasExport: !root.isSplit
                onReloaded: figures.reload()
            }
        }
        ChipStrip {
            objectName: "registers"
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: types.registers
            chosen: root.kind
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => root.show(value)
        }
        ChipStrip {
            visible: types.isThere && types.typesOf(root.kind).length > 1
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: types.isThere ? types.typesOf(root.kind) : []
            chosen: root.type
            Layout.fillWidth: true
            onPicked: value => root.type = value
        }
        FigureStrip {
            figures: root.told.figures || []
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.fillWidth: true
            Layout.topMargin: visible ? Theme.gapSmall : 0
            Layout.bottomMargin: visible ? Theme.gap : 0
        }
        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.leftMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.rightMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.bottomMargin: Theme.gap

            SearchEntry {
                id: search
                objectName: "search"
                rest: 400
                hint: qsTr("Number, or part of what it holds")
                Layout.fillWidth: true
                onSettled: text => root.q = text.trim()
            }
            FilterButtons {
                id: filters
                calls: root.session.calls
                kept: []
                Layout.fillWidth: true
                onChangedTo: query => filters.query = query
                filters: [
                    {
                        key: "state",
                        kind: "choice",
                        title: qsTr("State"),
                        icon: "flag",
                        choices: types.isThere ? types.states(root.type) : []
                    },
                    {
                        key: "unit",
                        kind: "unit",
                        title: qsTr("Unit"),
                        icon: "building"
                    }
                ]
            }
            ProblemBanner {
                problem: types.problem !== "" ? types.problem : entries.problem !== "" ? entries.problem : entries.sortRefusal
                actionText: entries.sortRefusal === "" ? qsTr("Try again") : ""
                Layout.fillWidth: true
                onActionRequested: types.problem !== "" ? types.reload() : entries.retry()
            }
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "entries"
            records: entries
            columns: parts.columns
            selection: parts.selection
            isCompact: root.isCompact || root.isSplit
            canPick: false
            currentId: root.number
            titleKey: types.isThere ? types.titleKey(root.type) : "entry_no"
            noteKey: types.isThere && types.dueKey(root.type) !== "" ? types.dueKey(root.type) : "state"
            subtitleKeys: noteKey === "state" ? ["findings", "entry_no", "unit_name"] : ["findings", "state", "entry_no", "unit_name"]
            emptyTitle: qsTr("Nothing is entered here")
            emptyHint: root.type === "vehicle" ? qsTr("Vehicles of the cards are counted above and stand in the report. An entry says what their cards do not.") : root.session.mayFileDocuments() ? qsTr("New entries get their number from the register.") : qsTr("Take a filter away, or look into another register.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => {
                root.trail = [];
                root.number = id;
            }
        }
    }
    EntryDialog {
        id: dialog
        calls: root.session.calls
        types: types
        kind: root.kind
        ownUnit: root.session.unit
        onDone: number => {
            entries.reload();
            figures.reload();
            root.trail = [];
            root.number = number;
        }
    }
}
