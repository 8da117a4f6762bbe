import QtQuick
import Guanwu.Records
import Guanwu.Registry

RecordTable {
    id: root

    width: 1400
    height: 900
    titleKey: "name"
    columns: RecordColumns {
        all: RegistryNames.cardColumns
    }
    selection: RecordSelection {
        records: root.records
    }
}
