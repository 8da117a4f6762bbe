import QtQuick
import Guanwu.Controls
import Guanwu.Theme

// Names and values below each other, in two columns where there is room. `rows`: { label, value, tone }.
Grid {
    id: root

    required property var rows

    columns: width > 560 ? 2 : 1
    columnSpacing: Theme.gapHuge
    rowSpacing: Theme.gap

    Repeater {
        model: root.rows

        Column {
            id: line

            required property var modelData

            width: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns // qmllint disable unqualified
            spacing: 2

            PlainText {
                width: parent.width
                text: line.modelData.label
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
            }
            PlainText {
                width: parent.width
                text: line.modelData.value
                color: line.modelData.tone ? Theme.named(line.modelData.tone) : Theme.text
                wrapMode: Text.Wrap
            }
        }
    }
}
