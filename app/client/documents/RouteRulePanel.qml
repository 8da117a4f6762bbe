import QtQuick
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// One rule of the route table: what it is for, and the stations in their order.
SectionPanel {
    id: root

    required property var rule // { row, what, limits, source, steps }

    title: qsTr("%1: %2").arg(rule.row).arg(rule.what)
    note: rule.source

    PlainText {
        width: parent.width
        text: root.rule.limits
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        spacing: Theme.gapSmall

        Repeater {
            model: root.rule.steps

            Row {
                id: station

                required property int index
                required property string modelData

                spacing: Theme.gapSmall

                Icon {
                    visible: station.index > 0
                    name: "forward"
                    color: Theme.mutedText
                    width: 16
                    height: 16
                    anchors.verticalCenter: parent.verticalCenter
                }
                StateChip {
                    text: station.modelData
                    tone: Theme.info
                }
            }
        }
    }
}
