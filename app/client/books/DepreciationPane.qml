import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// The posted months of a unit, one of them open.
SplitPane {
    id: root

    required property ClientSession session
    required property string unit
    required property string month // that is open
    required property bool isCompact
    required property bool isExpanded

    signal monthOpened(string month)
    signal runRequested

    function reload() {
        months.reload();
    }
    function close() {
        root.monthOpened("");
        table.forceActiveFocus();
    }

    isOpen: month !== ""
    canSplit: isExpanded
    share: 0.4
    detail: Loader {
        anchors.fill: parent
        active: root.month !== ""
        sourceComponent: MonthPage {
            session: root.session // qmllint disable unqualified
            unit: root.unit // qmllint disable unqualified
            month: root.month // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
        }
    }

    PagedRecords {
        id: months
        calls: root.session.calls
        path: "/units/" + encodeURIComponent(root.unit) + "/depreciation"
        rowsKey: "months"
        idKey: "month"
    }
    TableParts {
        id: parts
        records: months
        storeFile: root.session.storeFile
        name: "books-months"
        title: qsTr("Depreciation by month")
        all: BooksNames.monthColumns
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.month !== ""
        onActivated: root.close()
    }
    TableActions {
        parts: parts
        hasColumns: !table.isCompact
        Layout.alignment: Qt.AlignRight
        Layout.rightMargin: Theme.gap
    }
    ListProblem {
        records: months
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
    }
    ExportBar {
        run: parts.exporting
        Layout.fillWidth: true
    }
    RecordTable {
        id: table
        objectName: "months"
        records: months
        columns: parts.columns
        selection: parts.selection
        isCompact: root.isCompact || root.isSplit
        canPick: false
        currentId: root.month
        titleKey: "month"
        noteKey: "difference_yuan"
        subtitleKeys: ["taken_yuan", "cards"]
        emptyTitle: qsTr("No month is posted")
        emptyHint: root.session.mayKeepBooks() ? qsTr("What a month takes is shown before it is posted.") : qsTr("The finance office posts the months.")
        Layout.fillWidth: true
        Layout.fillHeight: true
        onOpened: id => root.monthOpened(id)
    }
}
