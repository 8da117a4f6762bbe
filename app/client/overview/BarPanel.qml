import QtQuick
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// Parts of the whole as bars: what each is worth, and how much of that is left after depreciation.
SectionPanel {
    id: root

    required property var rows // { name or age, original_yuan, net_yuan, cards }
    required property real whole // yuan

    signal opened(string cell)

    // The longest bar is as long as there is room, so that small parts can be told apart.
    readonly property real most: rows.reduce((most, row) => Math.max(most, Number(row.original_yuan)), 0)

    function wan(yuan: string): string {
        return (Number(yuan) / 10000).toLocaleString(Qt.locale(), "f", 2);
    }

    Repeater {
        model: root.rows

        Column {
            id: row

            required property var modelData
            readonly property string name: modelData.name || modelData.age || ""
            readonly property real share: root.whole > 0 ? Number(modelData.original_yuan) / root.whole : 0 // qmllint disable unqualified
            readonly property real length: root.most > 0 ? Number(modelData.original_yuan) / root.most : 0 // qmllint disable unqualified
            readonly property real net: root.most > 0 ? Number(modelData.net_yuan) / root.most : 0 // qmllint disable unqualified

            width: parent.width
            spacing: Theme.gapSmall
            topPadding: Theme.gap - 2
            bottomPadding: Theme.gap - 2
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: name + ", " + figures.text
            Accessible.onPressAction: root.opened(modelData.cell || "") // qmllint disable unqualified
            Keys.onReturnPressed: root.opened(modelData.cell || "") // qmllint disable unqualified

            TapHandler {
                onTapped: root.opened(row.modelData.cell || "") // qmllint disable unqualified
            }
            HoverHandler {
                cursorShape: Qt.PointingHandCursor
            }

            Item {
                width: parent.width
                height: Math.max(label.implicitHeight, figures.implicitHeight)

                PlainText {
                    id: label
                    anchors.left: parent.left
                    anchors.right: figures.left
                    anchors.rightMargin: Theme.gap
                    text: row.name
                    font.underline: row.activeFocus
                    elide: Text.ElideRight
                }
                PlainText {
                    id: figures
                    anchors.right: parent.right
                    text: qsTr("%1 · %2 %").arg(root.wan(row.modelData.original_yuan)).arg((100 * row.share).toFixed(1)) // qmllint disable unqualified
                    font.pixelSize: Theme.captionSize
                }
            }
            Rectangle {
                width: parent.width
                height: 12
                radius: 3
                color: Theme.sunken
                border.width: Theme.isHighContrast ? 1 : 0
                border.color: Theme.outline

                // What depreciation has taken is an outline only, so the two need no colour to be told apart.
                Rectangle {
                    width: parent.width * row.length // qmllint disable unqualified
                    height: parent.height
                    radius: 3
                    color: "transparent"
                    border.width: Theme.outlineWidth
                    border.color: Theme.accent
                }
                Rectangle {
                    width: parent.width * Math.max(0, row.net) // qmllint disable unqualified
                    height: parent.height
                    radius: 3
                    color: Theme.accent
                }
            }
        }
    }
}
