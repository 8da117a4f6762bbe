import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// A table of office space with one row of it beside, or in its place where there is little room.
Item {
    id: root

    required property ClientSession session
    required property bool isCompact
    required property bool isExpanded
    required property string name // of the table, under which its columns are kept
    required property string title
    required property string path
    required property string rowsKey
    required property string idKey
    required property var all // the columns
    property bool isPaged: false
    property var query: ({})
    property string firstKey // by which it is sorted at first, where all of it is here
    property string titleKey
    property string noteKey
    property list<string> subtitleKeys
    property string emptyTitle
    property string emptyHint
    property Component detail
    property string current // id of the row that is open
    property alias actions: extra.data // beside the title
    property alias head: above.data // between the title and the table
    property bool isWanted: false // nothing is asked for before it is looked at: some lists go through the whole city
    readonly property bool isSplit: isExpanded && current !== ""
    readonly property bool isNarrow: isCompact || isSplit
    readonly property alias records: records
    readonly property var row: records.revision >= 0 && current !== "" ? records.record(records.rowOf(current)) : ({})

    function reload() {
        records.reload();
    }
    function close() {
        current = "";
        table.forceActiveFocus();
    }

    onVisibleChanged: isWanted = isWanted || visible
    Component.onCompleted: isWanted = isWanted || visible

    PagedRecords {
        id: records
        calls: root.isWanted ? root.session.calls : null
        path: root.path
        rowsKey: root.rowsKey
        idKey: root.idKey
        isPaged: root.isPaged
        query: root.query
        onRestarted: {
            if (sortKey === "" && isComplete && root.firstKey !== "")
                sortBy(root.firstKey);
        }
    }
    TableParts {
        id: parts
        records: records
        storeFile: root.session.storeFile
        name: root.name
        title: root.title
        all: root.all
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.visible && root.current !== ""
        onActivated: root.close()
    }
    ColumnLayout {
        id: left
        visible: root.current === "" || root.isSplit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: root.isSplit ? Math.round(root.width * 0.5) : root.width
        spacing: 0

        PageHeader {
            title: root.title
            subtitle: records.isAnswered ? qsTr("%1 found").arg(records.countText) : ""
            Layout.fillWidth: true

            Row {
                id: extra
            }
            TableActions {
                parts: parts
                hasColumns: !root.isNarrow
            }
        }
        Column {
            id: above
            spacing: Theme.gap
            Layout.fillWidth: true
        }
        ListProblem {
            records: records
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: root.name
            records: records
            columns: parts.columns
            selection: parts.selection
            isCompact: root.isNarrow
            canPick: false
            currentId: root.current
            titleKey: root.titleKey
            noteKey: root.noteKey
            subtitleKeys: root.subtitleKeys
            emptyTitle: root.emptyTitle
            emptyHint: root.emptyHint
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => root.current = id
        }
    }
    Rectangle {
        visible: root.isSplit
        x: left.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }
    Loader {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.isSplit ? root.width - left.width - Theme.outlineWidth : root.width
        active: root.current !== ""
        sourceComponent: root.detail
    }
}
