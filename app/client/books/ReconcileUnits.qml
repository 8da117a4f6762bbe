import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// Every unit that posted a month, and how many of its differences nobody explained.
ColumnLayout {
    id: root

    required property ClientSession session
    required property bool isCompact

    signal opened(string code, string name, string month)

    function reload() {
        units.reload();
    }

    spacing: 0

    PagedRecords {
        id: units
        calls: root.session.calls
        path: "/reconciliations"
        rowsKey: "units"
        idKey: "unit"
        query: ({
                month: entry.month
            })
    }
    TableParts {
        id: parts
        records: units
        storeFile: root.session.storeFile
        name: "reconciliations"
        title: qsTr("Reconciliation")
        all: BooksNames.unitColumns
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.leftMargin: root.isCompact ? Theme.gap : Theme.gapLarge
        Layout.rightMargin: Theme.gap
        Layout.topMargin: Theme.gap
        Layout.bottomMargin: Theme.gap

        TextEntry {
            id: entry

            property string month: BooksNames.lastMonth()

            objectName: "month"
            text: month
            hint: qsTr("YYYY-MM")
            problem: BooksNames.isMonth(text) ? "" : qsTr("A month is written YYYY-MM.")
            Layout.fillWidth: false
            Layout.preferredWidth: 160 * Theme.typeScale
            Layout.alignment: Qt.AlignTop
            onEdited: if (BooksNames.isMonth(text))
                month = text
        }
        PlainText {
            text: units.isAnswered ? qsTr("%1 units posted it").arg(units.countText) : ""
            muted: true
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touchTarget
        }
        TableActions {
            parts: parts
            hasColumns: !root.isCompact
            Layout.alignment: Qt.AlignTop
        }
    }
    ListProblem {
        records: units
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
    }
    ExportBar {
        run: parts.exporting
        Layout.fillWidth: true
    }
    RecordTable {
        objectName: "reconcileUnits"
        records: units
        columns: parts.columns
        selection: parts.selection
        isCompact: root.isCompact
        canPick: false
        titleKey: "name"
        noteKey: "unexplained"
        subtitleKeys: ["unit"]
        emptyTitle: qsTr("No unit posted this month")
        emptyHint: qsTr("A month is reconciled once it is posted.")
        Layout.fillWidth: true
        Layout.fillHeight: true
        onOpened: id => root.opened(id, units.record(units.rowOf(id)).name || "", entry.month)
    }
}
