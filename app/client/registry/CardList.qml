import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// The cards that a search finds, and what can be done with the whole of them or with those picked.
ColumnLayout {
    id: root

    required property ClientSession session
    required property PagedRecords cards
    required property TableParts parts
    required property bool isCompact
    property string number // of the card that is open

    signal asked(var query)
    signal opened(string number)
    signal createRequested
    signal importRequested
    signal changeRequested // of those picked, or of all that is found
    signal tagsRequested(var numbers)

    function focusSearch() {
        search.focusField();
    }
    function focusTable() {
        table.forceActiveFocus();
    }

    spacing: 0

    PageHeader {
        title: qsTr("Cards")
        subtitle: root.cards.problem !== "" && root.cards.count === 0 ? "" : !root.cards.isAnswered ? qsTr("Searching…") : root.parts.selection.count > 0 ? qsTr("%1 picked of %2").arg(root.parts.selection.count).arg(root.cards.countText) : qsTr("%1 found").arg(root.cards.countText)
        Layout.fillWidth: true

        IconButton {
            objectName: "newCard"
            visible: root.session.mayEditCards()
            iconName: "plus"
            text: qsTr("New card (Ctrl+N)")
            onClicked: root.createRequested()
        }
        IconButton {
            objectName: "import"
            visible: root.session.mayImport() && !root.isCompact
            iconName: "import"
            text: qsTr("Import")
            onClicked: root.importRequested()
        }
        TableActions {
            parts: root.parts
            hasColumns: !root.isCompact
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
                onSettled: text => root.asked(Object.assign({}, root.cards.query, {
                        q: text
                    }))
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
            query: root.cards.query
            Layout.fillWidth: true
            onChangedTo: query => root.asked(query)
        }
        ProblemBanner {
            problem: root.cards.problem
            actionText: qsTr("Try again")
            Layout.fillWidth: true
            onActionRequested: root.cards.retry()
        }
        ProblemBanner {
            problem: root.cards.sortRefusal
            Layout.fillWidth: true
        }
    }
    PickedBar {
        visible: selection.count > 0 || filters.isSet && root.session.mayEditCards()
        selection: root.parts.selection
        text: selection.count > 0 ? qsTr("%1 picked").arg(selection.count) : qsTr("All that the filter finds")
        inset: root.isCompact ? Theme.gap : Theme.gapLarge
        Layout.fillWidth: true

        ActionButton {
            objectName: "changeMany"
            visible: root.session.mayEditCards()
            text: qsTr("Change")
            iconName: "edit"
            onClicked: root.changeRequested()
        }
        ActionButton {
            objectName: "printTags"
            visible: root.parts.selection.count > 0
            text: qsTr("Tags")
            iconName: "print"
            onClicked: root.tagsRequested(root.parts.selection.ids)
        }
    }
    ExportBar {
        run: root.parts.exporting
        Layout.fillWidth: true
    }
    RecordTable {
        id: table
        objectName: "cards"
        records: root.cards
        columns: root.parts.columns
        selection: root.parts.selection
        isCompact: root.isCompact
        currentId: root.number
        titleKey: "name"
        noteKey: "use_state"
        subtitleKeys: ["asset_no", "place_name", "user_name", "model"]
        emptyHint: qsTr("Try fewer letters, or take a filter away.")
        Layout.fillWidth: true
        Layout.fillHeight: true
        onOpened: id => root.opened(id)
    }
}
