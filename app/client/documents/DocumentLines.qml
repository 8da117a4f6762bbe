import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Theme

// The lines of a document, a few at first; of a change slip, what stands there and what is to stand there.
Column {
    id: root

    required property DocumentView view
    property int most: 20
    readonly property var all: view.lines

    spacing: 0

    Repeater {
        model: root.all.slice(0, root.most)

        Column {
            id: line

            required property var modelData

            width: root.width // qmllint disable unqualified
            spacing: 2

            RowLayout {
                width: parent.width
                spacing: Theme.gap

                PlainText {
                    text: line.modelData.line
                    muted: true
                    Layout.preferredWidth: 28
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true

                    PlainText {
                        text: line.modelData.title
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    PlainText {
                        visible: text !== ""
                        text: line.modelData.subtitle
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
                ColumnLayout {
                    spacing: 2
                    Layout.alignment: Qt.AlignTop

                    PlainText {
                        text: line.modelData.value
                        horizontalAlignment: Text.AlignRight
                        Layout.fillWidth: true
                    }
                    PlainText {
                        visible: line.modelData.net !== ""
                        text: qsTr("net %1").arg(line.modelData.net)
                        muted: true
                        font.pixelSize: Theme.captionSize
                        horizontalAlignment: Text.AlignRight
                        Layout.fillWidth: true
                    }
                }
            }
            Repeater {
                model: line.modelData.facts

                RowLayout {
                    id: fact

                    required property var modelData

                    x: 28 + Theme.gap
                    width: line.width - x // qmllint disable unqualified
                    spacing: Theme.gap

                    PlainText {
                        text: fact.modelData.label
                        muted: true
                        font.pixelSize: Theme.captionSize
                        elide: Text.ElideRight
                        Layout.preferredWidth: Math.min(160, line.width / 3) // qmllint disable unqualified
                    }
                    PlainText {
                        visible: fact.modelData.before !== undefined
                        text: fact.modelData.before || qsTr("(nothing)")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        font.strikeout: true
                        elide: Text.ElideRight
                        Layout.maximumWidth: line.width / 3 // qmllint disable unqualified
                    }
                    Icon {
                        visible: fact.modelData.before !== undefined
                        name: "forward"
                        color: Theme.mutedText
                        Layout.preferredWidth: 16
                        Layout.preferredHeight: 16
                    }
                    PlainText {
                        text: fact.modelData.value
                        font.pixelSize: Theme.captionSize
                        font.weight: fact.modelData.before !== undefined ? Font.DemiBold : Font.Normal
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            Item {
                width: parent.width
                height: Theme.gapLarge

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: Theme.outlineWidth
                    color: Theme.outline
                    opacity: 0.6
                }
            }
        }
    }
    ActionButton {
        visible: root.all.length > root.most
        text: qsTr("Show all %1 lines").arg(root.all.length)
        kind: ActionButton.Quiet
        onClicked: root.most = root.all.length
    }
    RowLayout {
        width: parent.width

        PlainText {
            text: qsTr("%1 lines, original value together").arg(root.all.length)
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PlainText {
            text: root.view.original
            font.weight: Font.DemiBold
        }
    }
}
