import QtQuick
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
    readonly property alias isSplit: pane.isSplit
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
    TableParts {
        id: parts
        records: documents
        storeFile: root.session.storeFile
        name: "documents"
        title: qsTr("Documents")
        all: DocumentNames.columns(kinds.methodNames)
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.hasDetail && root.mode !== "form"
        onActivated: desk.close()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: root.session.mayFileDocuments() && root.mode === ""
        onActivated: picker.open()
    }

    SplitPane {
        id: pane
        anchors.fill: parent
        isOpen: root.hasDetail
        canSplit: root.isExpanded
        share: 0.42
        detail: DocumentDesk {
            id: desk
            objectName: "detail"
            visible: isOpen
            anchors.fill: parent
            session: root.session
            kinds: kinds
            onChanged: documents.reload()
            onClosed: table.forceActiveFocus()
        }

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
                objectName: "showRoutes"
                visible: !root.isCompact && !root.isSplit
                iconName: "question"
                text: qsTr("How documents go")
                onClicked: desk.mode = "routes"
            }
            IconButton {
                objectName: "showFilters"
                visible: root.isCompact
                checked: filters.isSet || filters.wanted
                iconName: "filter"
                text: qsTr("Filters")
                onClicked: filters.wanted = !filters.wanted
            }
            TableActions {
                parts: parts
                hasColumns: !root.isCompact && !root.isSplit
                hasExport: !root.isSplit
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
            run: parts.exporting
            Layout.fillWidth: true
        }
        RecordTable {
            id: table
            objectName: "documents"
            records: documents
            columns: parts.columns
            selection: parts.selection
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
    KindPicker {
        id: picker
        kinds: kinds
        isBureau: root.session.unit === ""
        onChosen: (kind, method) => desk.write({
            kind: kind,
            method: method
        })
        onFromFindings: findings.open()
    }
    FindingsDialog {
        id: findings
        session: root.session
        kinds: kinds
        onDrafted: documents.reload()
    }
}
