import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// Cards that an edition before 2022 classes: a person chooses the class of each, and writes one change slip of them.
SplitPane {
    id: root

    required property ClientSession session
    required property string unit
    required property string unitName
    required property string asset // that is open
    required property bool isCompact
    required property bool isExpanded
    readonly property alias choice: choice

    signal assetOpened(string asset)
    signal writeRequested(var from)

    function reload() {
        cards.reload();
    }
    function close() {
        root.assetOpened("");
        table.forceActiveFocus();
    }
    function cardOf(asset: string): var {
        return cards.record(cards.rowOf(asset));
    }
    function next() {
        const row = cards.rowOf(asset);
        if (row >= 0 && row + 1 < cards.count)
            root.assetOpened(cards.idOf(row + 1));
    }

    onUnitChanged: choice.clear() // a slip is of one unit

    isOpen: asset !== ""
    canSplit: isExpanded
    share: 0.55
    detail: Loader {
        anchors.fill: parent
        active: root.asset !== ""
        sourceComponent: RecodeCard {
            session: root.session // qmllint disable unqualified
            card: cards.revision >= 0 ? root.cardOf(root.asset) : ({}) // qmllint disable unqualified
            choice: root.choice // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
            onNextRequested: root.next() // qmllint disable unqualified
        }
    }

    PagedRecords {
        id: cards
        calls: root.session.calls
        path: "/units/" + encodeURIComponent(root.unit) + "/recoding"
        rowsKey: "cards"
        idKey: "asset_no"
    }
    TableParts {
        id: parts
        records: cards
        storeFile: root.session.storeFile
        name: "older-classes"
        title: qsTr("Cards of older classes")
        all: BooksNames.olderColumns
    }
    RecodeChoice {
        id: choice
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.asset !== ""
        onActivated: root.close()
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.leftMargin: root.isCompact ? Theme.gap : Theme.gapLarge
        Layout.rightMargin: Theme.gap

        PlainText {
            text: cards.isAnswered ? qsTr("%1 cards with a class of an older edition").arg(cards.countText) : ""
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        TableActions {
            parts: parts
            hasColumns: !root.isCompact && !root.isSplit
        }
    }
    ListProblem {
        records: cards
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
    }
    PickedBar {
        selection: parts.selection
        inset: root.isCompact ? Theme.gap : Theme.gapLarge
        Layout.fillWidth: true

        ActionButton {
            objectName: "takeFirst"
            text: qsTr("Take the first suggestion")
            iconName: "check"
            onClicked: {
                for (const id of parts.selection.ids)
                    choice.chooseFirst(root.cardOf(id));
                parts.selection.clear();
            }
        }
    }
    Rectangle {
        visible: choice.count > 0
        color: Theme.ground(Theme.info)
        implicitHeight: bar.implicitHeight + Theme.gap
        Layout.fillWidth: true

        Flow {
            id: bar
            x: root.isCompact ? Theme.gap : Theme.gapLarge
            y: Theme.gapSmall
            width: parent.width - 2 * x
            spacing: Theme.gap

            PlainText {
                objectName: "chosenCount"
                text: qsTr("%1 cards have their class").arg(choice.count)
                height: Theme.touchTarget
            }
            ActionButton {
                objectName: "writeSlip"
                visible: root.session.mayFileDocuments()
                text: qsTr("Change slip…")
                iconName: "edit"
                kind: ActionButton.Primary
                onClicked: root.writeRequested(choice.document(root.unit, root.unitName))
            }
            ActionButton {
                text: qsTr("Forget the choices")
                kind: ActionButton.Quiet
                onClicked: choice.clear()
            }
        }
    }
    ExportBar {
        run: parts.exporting
        Layout.fillWidth: true
    }
    RecordTable {
        id: table
        objectName: "olderCards"
        records: cards
        columns: parts.columns
        selection: parts.selection
        isCompact: root.isCompact
        currentId: root.asset
        titleKey: "name"
        noteKey: "class_code"
        subtitleKeys: ["suggestions", "asset_no"]
        emptyTitle: qsTr("Every card has a class of 2022")
        Layout.fillWidth: true
        Layout.fillHeight: true
        onOpened: id => root.assetOpened(id)
    }
}
