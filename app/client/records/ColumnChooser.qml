import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// Which columns a table shows, and in which order.
ConfirmDialog {
    id: root

    required property RecordColumns columns

    title: qsTr("Columns")
    confirmText: qsTr("Done")
    canCancel: false
    onConfirmed: close()

    Flickable {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 440)
        contentHeight: list.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: list
            width: parent.width

            Repeater {
                model: root.columns.all

                ListRow {
                    id: line

                    required property var modelData

                    width: list.width // qmllint disable unqualified
                    objectName: "column-" + modelData.key
                    title: modelData.title
                    iconName: modelData.isShown ? "check" : "plus"
                    tone: modelData.isShown ? Theme.accent : Theme.mutedText
                    Accessible.role: Accessible.CheckBox
                    Accessible.checked: modelData.isShown
                    onClicked: root.columns.show(modelData.key, !modelData.isShown) // qmllint disable unqualified

                    IconButton {
                        iconName: "up"
                        text: qsTr("Further left")
                        onClicked: root.columns.move(line.modelData.key, -1) // qmllint disable unqualified
                    }
                    IconButton {
                        iconName: "down"
                        text: qsTr("Further right")
                        onClicked: root.columns.move(line.modelData.key, 1) // qmllint disable unqualified
                    }
                }
            }
        }
    }
    ActionButton {
        text: qsTr("As they were")
        kind: ActionButton.Quiet
        onClicked: root.columns.reset()
    }
}
