import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// What can be done with the rows that are picked; the actions are written inside.
Rectangle {
    id: root

    required property RecordSelection selection
    property string text: qsTr("%1 picked").arg(selection.count)
    property int inset: Theme.gapLarge
    default property alias actions: row.data

    visible: selection.count > 0
    color: Theme.selected
    implicitHeight: flow.implicitHeight + Theme.gap

    Flow {
        id: flow
        x: root.inset
        y: Theme.gapSmall
        width: parent.width - 2 * x
        spacing: Theme.gap

        PlainText {
            text: root.text
            height: Theme.touchTarget
            verticalAlignment: Text.AlignVCenter
        }
        Row {
            id: row
            spacing: Theme.gap
        }
        ActionButton {
            visible: root.selection.count > 0
            text: qsTr("Pick nothing")
            kind: ActionButton.Quiet
            onClicked: root.selection.clear()
        }
    }
}
