import QtQuick
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
    readonly property bool canSplit: isExpanded && mode !== "import" && mode !== "batch"
    readonly property alias isSplit: pane.isSplit
    readonly property alias cards: cards

    function ask(query: var) {
        const next = {};
        for (const key in query)
            next[key] = query[key].trim();
        cards.query = next;
    }
    function close() {
        if (mode !== "" && number !== "" && mode !== "batch") {
            mode = "";
            return;
        }
        mode = "";
        number = "";
        list.focusTable();
    }
    function startBatch() {
        many.assets = parts.selection.ids;
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
        sorts: RegistryNames.cardSorts
    }
    TableParts {
        id: parts
        records: cards
        storeFile: root.session.storeFile
        name: "cards"
        title: qsTr("Cards")
        all: RegistryNames.cardColumns
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
            list.focusSearch();
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

    SplitPane {
        id: pane
        anchors.fill: parent
        isOpen: root.hasDetail
        canSplit: root.canSplit
        share: 0.54
        detail: Loader {
            objectName: "detail"
            anchors.fill: parent
            active: root.hasDetail
            sourceComponent: root.mode === "" ? card : root.mode === "batch" ? batch : root.mode === "import" ? importing : cardForm
        }

        CardList {
            id: list
            session: root.session
            cards: cards
            parts: parts
            isCompact: root.isCompact
            number: root.number
            Layout.fillWidth: true
            Layout.fillHeight: true
            onAsked: query => root.ask(query)
            onOpened: number => root.number = number
            onCreateRequested: root.mode = "new"
            onImportRequested: root.mode = "import"
            onChangeRequested: root.startBatch()
            onTagsRequested: numbers => tags.ask(numbers)
        }
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
}
