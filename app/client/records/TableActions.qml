import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// The buttons of every table in the head of its page: columns, a file, and loading again.
RowLayout {
    id: root

    required property TableParts parts
    property bool hasColumns: true // false where rows have no columns: as two lines
    property bool hasExport: true

    signal reloaded

    spacing: Theme.gapSmall

    IconButton {
        objectName: "chooseColumns"
        visible: root.hasColumns
        iconName: "columns"
        text: qsTr("Columns")
        onClicked: root.parts.chooseColumns()
    }
    IconButton {
        objectName: "export"
        visible: root.hasExport
        iconName: "export"
        text: root.parts.selection.count > 0 ? qsTr("Export those picked as CSV") : qsTr("Export what is shown as CSV")
        enabled: root.parts.records.count > 0 && !root.parts.exporting.isRunning
        onClicked: root.parts.exportRows()
    }
    IconButton {
        objectName: "reload"
        iconName: "sync"
        text: qsTr("Load again")
        onClicked: {
            root.parts.records.reload();
            root.reloaded();
        }
    }
}
