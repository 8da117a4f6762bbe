import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// Documents: what waits for me, what I began, everything; one of them beside the list or in its place.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property alias number: desk.number // of the document that is open
    property alias mode: desk.mode
    property alias start: desk.start
    property string concern: "waits"
    readonly property bool hasDetail: desk.isOpen
    readonly property bool isSplit: isExpanded && hasDetail
    readonly property alias documents: documents

    color: Theme.page

    DocumentKinds {
        id: kinds
        calls: root.session.calls
    }
    PagedRecords {
        id: documents
        calls: root.session.calls
        path: "/documents"
        rowsKey: "documents"
        idKey: "no"
        query: Object.assign({
            concern: root.concern === "all" || root.concern === "open" ? "" : root.concern,
            open: root.concern === "open" ? "true" : ""
        }, filters.query)
    }
    RecordColumns {
        id: columns
        file: root.session.storeFile + ".tables.ini"
        name: "documents"
        all: DocumentNames.columns(kinds.methodNames)
    }
    RecordSelection {
        id: selection
        records: documents
    }
    RecordExport {
        id: exporting
        records: documents
        columns: columns
        selection: selection
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.hasDetail && root.mode === ""
        onActivated: desk.close()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: root.session.mayFileDocuments() && root.mode === ""
        onActivated: picker.open()
    }

    ColumnLayout {
        id: left
        visible: !root.hasDetail || root.isSplit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: root.isSplit ? Math.round(root.width * 0.42) : root.width
        spacing: 0

        PageHeader {
            title: qsTr("Documents")
            subtitle: documents.problem !== "" && documents.count === 0 ? "" : !documents.isAnswered ? qsTr("Searching…") : qsTr("%1 found").arg(documents.countText)
            Layout.fillWidth: true

            ActionButton {
                objectName: "newDocument"
                visible: root.session.mayFileDocuments()
                text: root.isCompact || root.isSplit ? qsTr("New") : qsTr("New document…")
                iconName: "plus"
                enabled: kinds.isThere
                onClicked: picker.open()
            }
            IconButton {
                objectName: "chooseColumns"
                visible: !root.isCompact && !root.isSplit
                iconName: "columns"
                text: qsTr("Columns")
                onClicked: chooser.open()
            }
            IconButton {
                objectName: "showFilters"
                visible: root.isCompact
                checked: filters.isSet || filters.wanted
                iconName: "filter"
                text: qsTr("Filters")
                onClicked: filters.wanted = !filters.wanted
            }
            IconButton {
                objectName: "export"
                visible: !root.isSplit
                iconName: "export"
                text: qsTr("Export what is shown as CSV")
                enabled: documents.count > 0 && !exporting.isRunning
                onClicked: target.open()
            }
            IconButton {
                objectName: "reload"
                iconName: "sync"
                text: qsTr("Load again")
                onClicked: documents.reload()
            }
        }
        ChipStrip {
            objectName: "concern"
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: [
                {
                    value: "waits",
                    text: qsTr("Waits for me"),
                    icon: "clock"
                },
                {
                    value: "mine",
                    text: qsTr("I began")
                },
                {
                    value: "open",
                    text: qsTr("Not at its end")
                },
                {
                    value: "all",
                    text: qsTr("All")
                }
            ]
            chosen: root.concern
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => root.concern = value
        }
        DocumentFilters {
            id: filters

            property bool wanted: false

            visible: !root.isCompact || wanted
            session: root.session
            Layout.fillWidth: true
            Layout.leftMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.rightMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.bottomMargin: Theme.gap
        }
        ProblemBanner {
            problem: documents.problem !== "" ? documents.problem : documents.sortRefusal !== "" ? documents.sortRefusal : kinds.problem
            actionText: documents.sortRefusal === "" ? qsTr("Try again") : ""
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onActionRequested: {
                documents.retry();
                if (!kinds.isThere)
                    kinds.reload();
            }
        }
        ExportBar {
            run: exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "documents"
            records: documents
            columns: columns
            selection: selection
            isCompact: root.isCompact || root.isSplit
            canPick: false
            currentId: root.number
            titleKey: "method"
            noteKey: "due_on"
            subtitleKeys: ["state_name", "no", "unit/name", "applicant_name"]
            emptyTitle: root.concern === "waits" ? qsTr("Nothing waits for you") : qsTr("No such document")
            emptyHint: root.concern === "waits" ? qsTr("What you can sign or carry out appears here.") : qsTr("Take a filter away, or look at all of them.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => desk.look(id)
        }
    }
    DocumentDesk {
        id: desk
        objectName: "detail"
        visible: isOpen
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.isSplit ? root.width - left.width : root.width
        session: root.session
        kinds: kinds
        onChanged: documents.reload()
        onClosed: table.forceActiveFocus()
    }
    Rectangle {
        visible: root.isSplit
        x: left.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }
    KindPicker {
        id: picker
        kinds: kinds
        isBureau: root.session.unit === ""
        onChosen: (kind, method) => desk.write({
            kind: kind,
            method: method
        })
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
