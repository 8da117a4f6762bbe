import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// The cards of a posted month as they were posted, in the order of the books.
ColumnLayout {
    id: root

    required property ClientSession session
    required property string unit
    required property string month
    required property string classKey
    required property bool isCompact

    spacing: 0

    PagedRecords {
        id: lines
        calls: root.session.calls
        path: "/units/" + encodeURIComponent(root.unit) + "/depreciation/" + root.month + "/lines"
        rowsKey: "lines"
        idKey: "asset_no"
        query: ({
                class_key: root.classKey
            })
    }
    TableParts {
        id: parts
        records: lines
        storeFile: root.session.storeFile
        name: "book-lines"
        title: qsTr("Depreciation of %1").arg(root.month)
        all: BooksNames.lineColumns
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapLarge
        Layout.rightMargin: Theme.gap

        PlainText {
            text: lines.isAnswered ? qsTr("%1 cards").arg(lines.countText) : ""
            muted: true
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        TableActions {
            parts: parts
            hasColumns: !root.isCompact
        }
    }
    ListProblem {
        records: lines
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
    }
    ExportBar {
        run: parts.exporting
        Layout.fillWidth: true
    }
    RecordTable {
        objectName: "bookLines"
        records: lines
        columns: parts.columns
        selection: parts.selection
        isCompact: root.isCompact
        canPick: false
        titleKey: "name"
        noteKey: "taken_yuan"
        subtitleKeys: ["standing", "asset_no", "net_yuan"]
        emptyTitle: qsTr("No card of this class")
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
