import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// A class in a period: its four figures, and by which ways things came and went.
SectionPanel {
    id: root

    required property var row

    readonly property var figures: [
        {
            label: qsTr("Opening"),
            of: row.opening
        },
        {
            label: qsTr("Increase"),
            of: row.more
        },
        {
            label: qsTr("Decrease"),
            of: row.less
        },
        {
            label: qsTr("Closing"),
            of: row.closing
        }
    ]

    title: row.title

    Grid {
        id: grid
        width: parent.width
        columns: width > 620 * Theme.typeScale ? 4 : 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap

        Repeater {
            model: root.figures

            Column {
                id: figure

                required property var modelData

                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns // qmllint disable unqualified

                PlainText {
                    width: parent.width
                    text: figure.modelData.label
                    muted: true
                    font.pixelSize: Theme.captionSize
                    elide: Text.ElideRight
                }
                PlainText {
                    width: parent.width
                    text: figure.modelData.of.value
                    elide: Text.ElideRight
                }
                PlainText {
                    width: parent.width
                    text: qsTr("%1 pieces").arg(figure.modelData.of.quantity)
                    muted: true
                    font.pixelSize: Theme.captionSize
                    elide: Text.ElideRight
                }
            }
        }
    }
    StateChip {
        visible: !root.row.ties
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Should be %1, %2 pieces").arg(root.row.expected.value).arg(root.row.expected.quantity)
        iconName: "alert"
        tone: Theme.bad
    }
    Repeater {
        model: root.row.ways

        RowLayout {
            id: way

            required property var modelData

            width: parent ? parent.width : 0
            spacing: Theme.gap

            Icon {
                name: way.modelData.isMore ? "plus" : "forward"
                color: way.modelData.isMore ? Theme.good : Theme.mutedText
                Layout.preferredWidth: Math.round(18 * Theme.typeScale)
                Layout.preferredHeight: Math.round(18 * Theme.typeScale)
            }
            PlainText {
                text: qsTr("%1, %2 pieces").arg(way.modelData.name).arg(way.modelData.quantity)
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: way.modelData.value
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
