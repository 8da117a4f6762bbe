import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Idle
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// The table of what lies idle, one thing beside it, and what can be done with those picked.
Item {
    id: root

    required property ClientSession session
    required property bool isCompact
    required property bool isExpanded

    property string number // of the thing that is open
    property string injected // what became of a batch
    readonly property alias isSplit: pane.isSplit
    // Things of one other unit can be asked for together.
    readonly property var units: parts.selection.revision >= 0 ? unitsOf(parts.selection.ids) : []

    signal writeRequested(var from)

    function reload() {
        things.reload();
    }
    function unitsOf(ids: var): var {
        const out = [];
        for (const id of ids) {
            const row = things.record(things.rowOf(id));
            if (row.unit && !out.some(one => one.code === row.unit))
                out.push({
                    code: row.unit,
                    name: row.unit_name
                });
        }
        return out;
    }
    function close() {
        number = "";
        table.forceActiveFocus();
    }

    PagedRecords {
        id: things
        calls: root.session.calls
        path: "/idle-assets"
        rowsKey: "idle_assets"
        idKey: "asset_no"
        query: filters.query
    }
    TableParts {
        id: parts
        records: things
        storeFile: root.session.storeFile
        name: "idle"
        title: qsTr("Idle things")
        all: IdleNames.columns
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.visible && root.number !== ""
        onActivated: root.close()
    }
    SplitPane {
        id: pane
        anchors.fill: parent
        isOpen: root.number !== ""
        canSplit: root.isExpanded
        share: 0.55
        detail: Loader {
            anchors.fill: parent
            active: root.number !== ""
            sourceComponent: IdleThingPage {
                session: root.session // qmllint disable unqualified
                thing: things.revision >= 0 ? things.record(things.rowOf(root.number)) : ({}) // qmllint disable unqualified
                number: root.number // qmllint disable unqualified
                onBackRequested: root.close() // qmllint disable unqualified
                onNoteRequested: declaring.note(root.number) // qmllint disable unqualified
                onWriteRequested: from => root.writeRequested(from) // qmllint disable unqualified
            }
        }

        PageHeader {
            title: qsTr("Idle things")
            subtitle: parts.selection.count > 0 ? qsTr("%1 picked of %2").arg(parts.selection.count).arg(things.countText) : things.isAnswered ? qsTr("%1 found").arg(things.countText) : ""
            Layout.fillWidth: true

            ActionButton {
                objectName: "declareIdle"
                visible: root.session.mayFileDocuments()
                text: root.isCompact || root.isSplit ? qsTr("Declare") : qsTr("Declare idle…")
                iconName: "plus"
                onClicked: declaring.declare("")
            }
            TableActions {
                parts: parts
                hasColumns: !root.isCompact && !root.isSplit
            }
        }
        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.margins: root.isCompact ? Theme.gap : Theme.gapLarge

            FilterButtons {
                id: filters
                calls: root.session.calls
                kept: []
                Layout.fillWidth: true
                onChangedTo: query => filters.query = query
                filters: [
                    {
                        key: "unit",
                        kind: "unit",
                        title: qsTr("Unit"),
                        icon: "building"
                    },
                    {
                        key: "class",
                        kind: "class",
                        title: qsTr("Class"),
                        icon: "list"
                    },
                    {
                        key: "way",
                        kind: "choice",
                        title: qsTr("What is to become of it"),
                        icon: "flag",
                        choices: IdleNames.ways
                    }
                ]
            }
            ListProblem {
                records: things
                Layout.fillWidth: true
            }
        }
        PickedBar {
            selection: parts.selection
            text: root.units.length > 1 ? qsTr("%1 picked, of several units").arg(selection.count) : qsTr("%1 picked").arg(selection.count)
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.fillWidth: true

            ActionButton {
                objectName: "askForThem"
                visible: root.session.mayFileDocuments()
                enabled: root.units.length === 1 && root.units[0].code !== root.session.unit
                text: qsTr("Request for my unit…")
                iconName: "swap"
                onClicked: root.writeRequested({
                    kind: "allocation",
                    method: "reallocate",
                    assets: parts.selection.ids,
                    values: {
                        "counterpart": root.units[0].code,
                        "counterpart.shown": root.units[0].name
                    }
                })
            }
            // A batch of things of many units: a document a unit is drafted.
            ActionButton {
                objectName: "injectThem"
                visible: root.session.mayFileDocuments()
                text: root.isCompact ? qsTr("Inject…") : qsTr("Inject into a state company…")
                iconName: "export"
                onClicked: {
                    batch.clear();
                    injecting.open();
                }
            }
        }
        PlainText {
            objectName: "injected"
            visible: root.injected !== ""
            text: root.injected
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.rightMargin: root.isCompact ? Theme.gap : Theme.gapLarge
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "idleThings"
            records: things
            columns: parts.columns
            selection: parts.selection
            isCompact: root.isCompact
            currentId: root.number
            titleKey: "name"
            noteKey: "idle_since"
            subtitleKeys: ["note/way", "unit_name", "asset_no", "model"]
            emptyTitle: qsTr("Nothing lies idle")
            emptyHint: qsTr("What is no longer needed can be declared idle; other units see it here.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => root.number = id
        }
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: answer => {
            const made = answer.documents || [];
            root.injected = qsTr("Drafted: %1. They stand among the documents, to be filed with their papers.").arg(made.map(one => one.no).join(", ") || "–");
            if ((answer.skipped || []).length > 0)
                root.injected += " " + qsTr("%1 things have such a document already.").arg(answer.skipped.length);
            parts.selection.clear();
        }
    }
    FormDialog {
        id: injecting
        objectName: "injectDialog"
        title: qsTr("Inject %1 things into a state company").arg(parts.selection.count)
        message: qsTr("A draft is made for each unit; land, buildings and vehicles stand on drafts of their own.")
        confirmText: qsTr("Draft the documents")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: batch
            spec: [
                {
                    token: "receiver",
                    label: qsTr("Company that receives them"),
                    isRequired: true
                },
                {
                    token: "batch_no",
                    label: qsTr("Batch"),
                    isRequired: true
                },
                {
                    token: "reason",
                    label: qsTr("Why")
                }
            ]
        }
        onFilled: {
            const said = batch.filled();
            sending.send("POST", ["document-batches"], {
                kind: "disposal",
                method: "inject",
                reason: said.reason || "",
                assets: parts.selection.ids,
                facts: {
                    receiver: said.receiver,
                    batch_no: said.batch_no
                }
            });
        }
    }
    IdleDialog {
        id: declaring
        calls: root.session.calls
        onDone: things.reload()
    }
}
