import QtQuick
import Guanwu.Controls
import Guanwu.Theme

// A panel with a heading, as high as what stands in it.
Panel {
    id: root

    required property string title
    property string note // under the heading
    default property alias lines: inside.data

    implicitHeight: all.height + 2 * padding

    content: [
        Column {
            id: all
            width: parent ? parent.width : 0
            spacing: Theme.gapLarge

            Column {
                visible: root.title !== ""
                width: parent.width
                spacing: 2

                PlainText {
                    width: parent.width
                    text: root.title
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                PlainText {
                    visible: root.note !== ""
                    width: parent.width
                    text: root.note
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                }
            }
            Column {
                id: inside
                width: parent.width
                spacing: Theme.gap
            }
        }
    ]
}
