import QtQuick
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Records

// What a table has beside its rows: columns that are kept for its user, rows that are picked, and its file.
Item {
    id: root

    required property PagedRecords records
    required property string storeFile // beside which the columns are kept, under the name
    required property string name
    required property string title // its file is called so
    property alias all: columns.all
    readonly property alias columns: columns
    readonly property alias selection: selection
    readonly property alias exporting: exporting

    function chooseColumns() {
        chooser.open();
    }
    function exportRows() {
        target.ask(root.title + " " + Qt.formatDate(new Date(), "yyyy-MM-dd"));
    }

    visible: false

    RecordColumns {
        id: columns
        file: root.storeFile + ".tables.ini"
        name: root.name
    }
    RecordSelection {
        id: selection
        records: root.records
    }
    RecordExport {
        id: exporting
        records: root.records
        columns: columns
        selection: selection
    }
    ColumnChooser {
        id: chooser
        columns: columns
    }
    SaveDialog {
        id: target
        defaultSuffix: "csv"
        nameFilters: [qsTr("CSV table (*.csv)")]
        onAccepted: exporting.start(selectedFile)
    }
}
