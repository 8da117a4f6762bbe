import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// A group of fields of a card: names beside values, in two columns where there is room.
Panel {
    id: root

    required property string title
    required property var fields
    readonly property bool isWide: width > 560

    Column {
        width: parent.width
        spacing: Theme.gap

        PlainText {
            text: root.title
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        GridLayout {
            width: parent.width
            columns: root.isWide ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gap

            Repeater {
                model: root.fields

                RowLayout {
                    id: line

                    required property var modelData

                    spacing: Theme.gap
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.columnSpan: root.isWide && modelData.text.length > 28 ? 2 : 1 // qmllint disable unqualified
                    Layout.alignment: Qt.AlignTop

                    PlainText {
                        text: line.modelData.label
                        muted: true
                        wrapMode: Text.Wrap
                        verticalAlignment: Text.AlignTop
                        Layout.preferredWidth: Math.round(112 * Theme.typeScale)
                        Layout.alignment: Qt.AlignTop
                    }
                    PlainText {
                        text: line.modelData.text
                        wrapMode: Text.Wrap
                        verticalAlignment: Text.AlignTop
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                    }
                }
            }
        }
    }
}
