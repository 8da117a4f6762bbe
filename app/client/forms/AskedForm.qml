import QtQuick
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Registry
import Guanwu.Theme

// Fields described by data, in as many columns as there is room for.
Grid {
    id: root

    required property AskedFields fields
    required property var calls
    property string unit // narrows departments, people and places
    property int most: 2

    columns: width > 560 ? most : 1
    columnSpacing: Theme.gapHuge
    rowSpacing: Theme.gapLarge

    Repeater {
        model: root.fields

        Column {
            id: slot

            required property var model

            width: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns // qmllint disable unqualified
            spacing: Theme.gapSmall

            FieldEditor {
                width: parent.width
                calls: root.calls // qmllint disable unqualified
                token: slot.model.token
                label: slot.model.label
                editing: slot.model.editing
                value: slot.model.value
                shown: slot.model.shown
                problem: slot.model.problem
                isLocked: false
                isChanged: false
                isRequired: slot.model.isRequired
                choices: slot.model.choices
                unit: root.unit // qmllint disable unqualified
                onEdited: (value, shown) => root.fields.set(slot.model.token, value, shown) // qmllint disable unqualified
            }
            PlainText {
                visible: text !== ""
                width: parent.width
                text: slot.model.before !== "" ? qsTr("Now: %1").arg(slot.model.before) : ""
                muted: true
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
            }
        }
    }
}
