import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Guanwu.Controls
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
    readonly property bool isSplit: isExpanded && number !== ""
    // Things of one other unit can be asked for together.
    readonly property var units: selection.revision >= 0 ? selection.units() : []

    signal writeRequested(var from)

    function reload() {
        things.reload();
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
    RecordColumns {
        id: columns
        file: root.session.storeFile + ".tables.ini"
        name: "idle"
        all: IdleNames.columns
    }
    RecordSelection {
        id: selection

        function units(): var {
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
        records: things
    }
    RecordExport {
        id: exporting
        records: things
        columns: columns
        selection: selection
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.visible && root.number !== ""
        onActivated: root.close()
    }
    ColumnLayout {
        id: left
        visible: root.number === "" || root.isSplit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: root.isSplit ? Math.round(root.width * 0.55) : root.width
        spacing: 0

        PageHeader {
            title: qsTr("Idle things")
            subtitle: selection.count > 0 ? qsTr("%1 picked of %2").arg(selection.count).arg(things.countText) : things.isAnswered ? qsTr("%1 found").arg(things.countText) : ""
            Layout.fillWidth: true

            ActionButton {
                objectName: "declareIdle"
                visible: root.session.mayFileDocuments()
                text: root.isCompact || root.isSplit ? qsTr("Declare") : qsTr("Declare idle…")
                iconName: "plus"
                onClicked: declaring.declare("")
            }
            IconButton {
                objectName: "chooseColumns"
                visible: !root.isCompact && !root.isSplit
                iconName: "columns"
                text: qsTr("Columns")
                onClicked: chooser.open()
            }
            IconButton {
                objectName: "export"
                iconName: "export"
                text: selection.count > 0 ? qsTr("Export those picked as CSV") : qsTr("Export what is shown as CSV")
                enabled: things.count > 0 && !exporting.isRunning
                onClicked: target.open()
            }
            IconButton {
                iconName: "sync"
                text: qsTr("Load again")
                onClicked: things.reload()
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
            ProblemBanner {
                problem: things.problem !== "" ? things.problem : things.sortRefusal
                actionText: things.sortRefusal === "" ? qsTr("Try again") : ""
                Layout.fillWidth: true
                onActionRequested: things.retry()
            }
        }
        Rectangle {
            visible: selection.count > 0
            color: Theme.selected
            Layout.fillWidth: true
            Layout.preferredHeight: picked.implicitHeight + Theme.gap

            Flow {
                id: picked
                x: root.isCompact ? Theme.gap : Theme.gapLarge
                y: Theme.gapSmall
                width: parent.width - 2 * x
                spacing: Theme.gap

                PlainText {
                    text: root.units.length > 1 ? qsTr("%1 picked, of several units").arg(selection.count) : qsTr("%1 picked").arg(selection.count)
                    height: Theme.touchTarget
                }
                ActionButton {
                    objectName: "askForThem"
                    visible: root.session.mayFileDocuments()
                    enabled: root.units.length === 1 && root.units[0].code !== root.session.unit
                    text: qsTr("Request for my unit…")
                    iconName: "swap"
                    onClicked: root.writeRequested({
                        kind: "allocation",
                        method: "reallocate",
                        assets: selection.ids,
                        values: {
                            "counterpart": root.units[0].code,
                            "counterpart.shown": root.units[0].name
                        }
                    })
                }
                ActionButton {
                    text: qsTr("Pick nothing")
                    kind: ActionButton.Quiet
                    onClicked: selection.clear()
                }
            }
        }
        ExportBar {
            run: exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "idleThings"
            records: things
            columns: columns
            selection: selection
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
    Loader {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.isSplit ? root.width - left.width : root.width
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
    Rectangle {
        visible: root.isSplit
        x: left.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }
    IdleDialog {
        id: declaring
        calls: root.session.calls
        onDone: things.reload()
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
