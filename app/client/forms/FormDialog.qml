import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// A few fields and one thing that is done with them; it closes when that is done.
ConfirmDialog {
    id: root

    required property var calls
    required property AskedFields fields
    required property ChangeCall call
    property string unit
    property alias notes: extra.data // what stands above the fields

    signal filled

    wanted: 640
    problem: call.problem
    canConfirm: fields.revision >= 0 && fields.isFilled && !call.busy
    onAboutToShow: call.forget()
    onConfirmed: if (fields.check())
        filled()

    Connections {
        target: root.call
        enabled: root.opened
        function onDone() {
            root.close();
        }
    }
    Column {
        id: extra
        spacing: Theme.gap
        Layout.fillWidth: true
    }
    AskedForm {
        calls: root.calls
        fields: root.fields
        unit: root.unit
        Layout.fillWidth: true
    }
}
