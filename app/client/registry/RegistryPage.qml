import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// The registry: cards found as one types, one card beside them or in their place, and what is done with many.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string number // of the card that is open
    property string mode // new, copy, change, batch, import; empty = looking at cards
    readonly property bool hasDetail: number !== "" || mode !== ""
    readonly property bool isSplit: isExpanded && hasDetail && mode !== "import" && mode !== "batch"
    readonly property alias cards: cards

    function ask(query: var) {
        const next = {};
        for (const key in query)
            next[key] = query[key].trim();
        cards.query = next;
    }
    function searchFor(text: string) {
        ask(Object.assign({}, cards.query, {
            q: text
        }));
    }
    function close() {
        if (mode !== "" && number !== "" && mode !== "batch") {
            mode = "";
            return;
        }
        mode = "";
        number = "";
        table.forceActiveFocus();
    }
    function startBatch() {
        many.assets = selection.ids;
        many.filter = cards.query;
        many.begin();
        mode = "batch";
    }

    color: Theme.page

    PagedRecords {
        id: cards
        calls: root.session.calls
        path: "/assets"
        rowsKey: "assets"
        idKey: "asset_no"
    }
    RecordColumns {
        id: columns
        file: root.session.storeFile + ".tables.ini"
        name: "cards"
        all: RegistryNames.cardColumns
    }
    RecordSelection {
        id: selection
        records: cards
    }
    RecordExport {
        id: exporting
        records: cards
        columns: columns
        selection: selection
    }
    BatchChange {
        id: many
        calls: root.session.calls
        onApplied: count => {
            root.mode = "";
            cards.reload();
            undo.show(qsTr("%1 cards were changed.").arg(count), many.canUndo);
        }
        onUndone: count => {
            cards.reload();
            undo.show(qsTr("%1 cards are as they were.").arg(count), false);
        }
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        enabled: root.mode === ""
        onActivated: {
            if (!root.isExpanded)
                root.number = "";
            search.focusField();
        }
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.number !== "" && root.mode === ""
        onActivated: root.close()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: root.session.mayEditCards() && root.mode === ""
        onActivated: root.mode = "new"
    }

    ColumnLayout {
        id: left
        visible: !root.hasDetail || root.isSplit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: root.isSplit ? Math.round(root.width * 0.54) : root.width
        spacing: 0

        PageHeader {
            id: header
            title: qsTr("Cards")
            subtitle: cards.problem !== "" && cards.count === 0 ? "" : !cards.isAnswered ? qsTr("Searching…") : selection.count > 0 ? qsTr("%1 picked of %2").arg(selection.count).arg(cards.countText) : qsTr("%1 found").arg(cards.countText)
            Layout.fillWidth: true

            IconButton {
                objectName: "newCard"
                visible: root.session.mayEditCards()
                iconName: "plus"
                text: qsTr("New card (Ctrl+N)")
                onClicked: root.mode = "new"
            }
            IconButton {
                objectName: "import"
                visible: root.session.mayImport() && !root.isCompact
                iconName: "import"
                text: qsTr("Import")
                onClicked: root.mode = "import"
            }
            IconButton {
                objectName: "chooseColumns"
                visible: !root.isCompact
                iconName: "columns"
                text: qsTr("Columns")
                onClicked: chooser.open()
            }
            IconButton {
                objectName: "export"
                iconName: "export"
                text: selection.count > 0 ? qsTr("Export those picked as CSV") : qsTr("Export what is shown as CSV")
                enabled: cards.count > 0 && !exporting.isRunning
                onClicked: target.open()
            }
            IconButton {
                objectName: "reload"
                iconName: "sync"
                text: qsTr("Load again")
                onClicked: cards.reload()
            }
        }
        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.margins: root.isCompact ? Theme.gap : Theme.gapLarge

            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true

                SearchEntry {
                    id: search
                    objectName: "search"
                    hint: qsTr("Number, name, place, person, serial number, pinyin initials")
                    Layout.fillWidth: true
                    onSettled: text => root.searchFor(text)
                    field.Keys.onDownPressed: {
                        table.forceActiveFocus();
                        table.go(0, false);
                    }
                }
                IconButton {
                    objectName: "showFilters"
                    visible: root.isCompact
                    checked: filters.isSet
                    iconName: "filter"
                    text: qsTr("Filters")
                    onClicked: filters.wanted = !filters.wanted
                }
            }
            FilterBar {
                id: filters

                property bool wanted: false

                visible: !root.isCompact || wanted
                session: root.session
                query: cards.query
                Layout.fillWidth: true
                onChangedTo: query => root.ask(query)
            }
            ProblemBanner {
                problem: cards.problem
                actionText: qsTr("Try again")
                Layout.fillWidth: true
                onActionRequested: cards.retry()
            }
            ProblemBanner {
                problem: cards.sortRefusal
                Layout.fillWidth: true
            }
        }
        Rectangle {
            visible: selection.count > 0 || filters.isSet && root.session.mayEditCards()
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
                    text: selection.count > 0 ? qsTr("%1 picked").arg(selection.count) : qsTr("All that the filter finds")
                    height: Theme.touchTarget
                }
                ActionButton {
                    objectName: "changeMany"
                    visible: root.session.mayEditCards()
                    text: qsTr("Change")
                    iconName: "edit"
                    onClicked: root.startBatch()
                }
                ActionButton {
                    objectName: "printTags"
                    visible: selection.count > 0
                    text: qsTr("Tags")
                    iconName: "print"
                    onClicked: tags.ask(selection.ids)
                }
                ActionButton {
                    visible: selection.count > 0
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
            objectName: "cards"
            records: cards
            columns: columns
            selection: selection
            isCompact: root.isCompact
            currentId: root.number
            titleKey: "name"
            noteKey: "use_state"
            subtitleKeys: ["asset_no", "place_name", "user_name", "model"]
            emptyHint: qsTr("Try fewer letters, or take a filter away.")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: id => root.number = id
        }
    }
    Loader {
        id: detail
        objectName: "detail"
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.isSplit ? root.width - left.width : root.width
        active: root.hasDetail
        sourceComponent: root.mode === "" ? card : root.mode === "batch" ? batch : root.mode === "import" ? importing : cardForm
    }
    Rectangle {
        visible: root.isSplit
        x: left.width
        width: Theme.outlineWidth
        height: parent.height
        color: Theme.outline
    }

    Component {
        id: card

        CardPage {
            session: root.session // qmllint disable unqualified
            number: root.number // qmllint disable unqualified
            canGoBack: true
            onBackRequested: root.close() // qmllint disable unqualified
            onEditRequested: root.mode = "change" // qmllint disable unqualified
            onCopyRequested: root.mode = "copy" // qmllint disable unqualified
            onPrintRequested: tags.ask([root.number]) // qmllint disable unqualified
        }
    }
    Component {
        id: cardForm

        CardFormPage {
            session: root.session // qmllint disable unqualified
            mode: root.mode // qmllint disable unqualified
            number: root.number // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
            onSaved: number => {
                root.number = number;
                root.mode = "";
                cards.reload();
                undo.show(qsTr("Card %1 is saved.").arg(number), false);
            }
        }
    }
    Component {
        id: batch

        BatchPage {
            session: root.session // qmllint disable unqualified
            change: many // qmllint disable unqualified
            what: many.assets.length > 0 ? qsTr("%1 picked cards").arg(many.assets.length) : qsTr("All that the filter finds: %1").arg(cards.countText) // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
        }
    }
    Component {
        id: importing

        ImportPage {
            session: root.session // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
            onImported: cards.reload() // qmllint disable unqualified
        }
    }
    TagDialog {
        id: tags
        calls: root.session.calls
    }
    UndoBar {
        id: undo
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapLarge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
        onUndoRequested: many.undo()
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
