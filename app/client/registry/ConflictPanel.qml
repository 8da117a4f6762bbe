import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// Fields that somebody else changed as well: both values side by side, and which one shall stand.
Panel {
    id: root

    required property var conflicts

    signal chosen(string token, bool mine)

    border.color: Theme.warning

    Column {
        width: parent.width
        spacing: Theme.gapLarge

        RowLayout {
            width: parent.width
            spacing: Theme.gap

            Icon {
                name: "swap"
                color: Theme.warning
            }
            PlainText {
                text: qsTr("Somebody else changed this card meanwhile. Choose for each field what shall stand, then save again.")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Repeater {
            model: root.conflicts

            ColumnLayout {
                id: line

                required property var modelData

                width: parent.width
                spacing: Theme.gapSmall

                PlainText {
                    text: line.modelData.label
                    font.weight: Font.DemiBold
                }
                ChoiceChips {
                    objectName: "conflict-" + line.modelData.token
                    choices: [
                        {
                            value: true,
                            text: qsTr("Yours: %1").arg(line.modelData.mine || qsTr("nothing"))
                        },
                        {
                            value: false,
                            text: qsTr("Theirs: %1").arg(line.modelData.theirs || qsTr("nothing"))
                        }
                    ]
                    chosen: line.modelData.takeMine
                    Layout.fillWidth: true
                    onPicked: value => root.chosen(line.modelData.token, value) // qmllint disable unqualified
                }
            }
        }
    }
}
