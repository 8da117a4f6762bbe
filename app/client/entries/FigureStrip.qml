import QtQuick
import Guanwu.Controls
import Guanwu.Theme

// Counts and rates of a register, one beside the other.
Flickable {
    id: root

    required property var figures // { name, value }
    property int inset: Theme.gap

    visible: figures.length > 0
    implicitHeight: visible ? line.height : 0
    contentWidth: line.width + 2 * inset
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Row {
        id: line
        x: root.inset
        spacing: Theme.gapHuge

        Repeater {
            model: root.figures

            Column {
                required property var modelData

                spacing: 0
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.name + " " + modelData.value

                PlainText {
                    text: parent.modelData.value // qmllint disable unqualified
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                }
                PlainText {
                    text: parent.modelData.name // qmllint disable unqualified
                    muted: true
                    font.pixelSize: Theme.captionSize
                }
            }
        }
    }
}
