import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// The books of a unit: its months of depreciation, the reconciliation, what came and went, and the classes of cards
// that an older edition names.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string tab: "depreciation"
    property string unit: session.unit
    property string unitName
    property string month // "2026-10"; empty = the newest one posted
    property string opened // the month, or the card, that is open beside its list
    property bool imports: false // a ledger is being brought in
    readonly property var shown: pane.item
    readonly property var ownUnit: own.value
    readonly property bool mayKeep: session.mayKeepBooks()
    readonly property bool isOneMonth: tab === "reconciliation" || tab === "movements"

    function choose(code: string, name: string) {
        opened = "";
        month = "";
        unit = code;
        unitName = name;
    }

    function reloadPane() {
        if (shown && shown.reload)
            shown.reload();
    }

    color: Theme.page

    OneRecord {
        id: own // who is of a unit knows its code only
        calls: root.session.calls
        parts: ["units", root.session.unit]
    }
    DocumentKinds {
        id: kinds
        calls: root.session.calls
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !desk.isOpen && !root.imports
        spacing: 0

        PageHeader {
            visible: !root.isCompact || root.opened === ""
            title: qsTr("Books")
            subtitle: root.unit === "" ? qsTr("All units") : root.unitName || root.unit === root.session.unit && root.ownUnit.name || root.unit
            Layout.fillWidth: true

            IconButton {
                objectName: "chooseUnit"
                iconName: "building"
                text: qsTr("Choose the unit")
                onClicked: units.open()
            }
            ActionButton {
                objectName: "importLedger"
                visible: root.mayKeep && root.tab === "reconciliation"
                text: root.isCompact ? qsTr("Ledger…") : qsTr("Import ledger…")
                iconName: "import"
                onClicked: root.imports = true
            }
            ActionButton {
                objectName: "runMonth"
                visible: root.mayKeep && root.tab === "depreciation"
                text: root.isCompact ? qsTr("Post…") : qsTr("Post a month…")
                iconName: "play"
                kind: ActionButton.Primary
                onClicked: running.begin()
            }
        }
        ChipStrip {
            objectName: "booksTabs"
            visible: !root.isCompact || root.opened === ""
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: [
                {
                    value: "depreciation",
                    text: qsTr("Depreciation"),
                    icon: "chart"
                },
                {
                    value: "reconciliation",
                    text: qsTr("Reconciliation"),
                    icon: "columns"
                },
                {
                    value: "movements",
                    text: qsTr("Movements"),
                    icon: "swap"
                },
                {
                    value: "recoding",
                    text: qsTr("Older classes"),
                    icon: "tag"
                }
            ]
            chosen: root.tab
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => {
                root.opened = "";
                root.tab = value;
            }
        }
        MonthStrip {
            id: months
            visible: root.isOneMonth && root.unit !== ""
            calls: root.session.calls
            unit: root.unit
            month: root.month
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.fillWidth: true
            onPicked: month => root.month = month
        }
        Loader {
            id: pane
            objectName: "booksPane"
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: root.tab === "reconciliation" ? root.unit === "" ? reconcileUnits : reconciling : root.unit === "" ? noUnit : root.tab === "movements" ? moving : root.tab === "recoding" ? recoding : depreciating
        }
    }
    Component {
        id: noUnit

        EmptyState {
            iconName: "building"
            title: qsTr("Whose books?")
            hint: qsTr("Months, movements and classes are looked at unit by unit.")
            actionText: qsTr("Choose the unit")
            onActionRequested: units.open() // qmllint disable unqualified
        }
    }
    Component {
        id: depreciating

        DepreciationPane {
            session: root.session // qmllint disable unqualified
            unit: root.unit // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            isExpanded: root.isExpanded // qmllint disable unqualified
            month: root.opened // qmllint disable unqualified
            onMonthOpened: month => root.opened = month // qmllint disable unqualified
            onRunRequested: running.begin() // qmllint disable unqualified
        }
    }
    Component {
        id: reconciling

        ReconcilePane {
            session: root.session // qmllint disable unqualified
            unit: root.unit // qmllint disable unqualified
            month: root.month // qmllint disable unqualified
            hasMonths: months.hasMonths // qmllint disable unqualified
        }
    }
    Component {
        id: reconcileUnits

        ReconcileUnits {
            session: root.session // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            onOpened: (code, name, month) => {
                root.choose(code, name); // qmllint disable unqualified
                root.month = month; // qmllint disable unqualified
            }
        }
    }
    Component {
        id: moving

        MovementsPane {
            session: root.session // qmllint disable unqualified
            unit: root.unit // qmllint disable unqualified
            month: root.month // qmllint disable unqualified
            hasMonths: months.hasMonths // qmllint disable unqualified
        }
    }
    Component {
        id: recoding

        RecodePane {
            session: root.session // qmllint disable unqualified
            unit: root.unit // qmllint disable unqualified
            unitName: root.unitName // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            isExpanded: root.isExpanded // qmllint disable unqualified
            asset: root.opened // qmllint disable unqualified
            onAssetOpened: asset => root.opened = asset // qmllint disable unqualified
            onWriteRequested: from => desk.write(from) // qmllint disable unqualified
        }
    }
    DocumentDesk {
        id: desk
        anchors.fill: parent
        visible: isOpen
        session: root.session
        kinds: kinds
        onChanged: {
            // What was chosen stands in a slip now.
            if (root.shown && root.shown.choice)
                root.shown.choice.clear();
            root.reloadPane();
        }
    }
    Loader {
        anchors.fill: parent
        active: root.imports
        sourceComponent: ImportPage {
            session: root.session // qmllint disable unqualified
            kind: "ledger"
            onBackRequested: root.imports = false // qmllint disable unqualified
            onImported: root.reloadPane() // qmllint disable unqualified
        }
    }
    RunDialog {
        id: running
        session: root.session
        unit: root.unit
        unitName: root.unitName
        onPosted: {
            months.reload();
            root.reloadPane();
        }
    }
    ReferencePicker {
        id: units
        calls: root.session.calls
        kind: "unit"
        title: qsTr("Whose books?")
        canClear: root.session.unit === ""
        onChosen: (value, text) => root.choose(value, text)
    }
}
