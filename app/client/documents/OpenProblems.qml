import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// Sentences that stand in the way, or that have to be known: each with its sign.
Column {
    id: root

    required property var sentences
    property string iconName: "alert"
    property color tone: Theme.warning

    spacing: Theme.gap

    Repeater {
        model: root.sentences

        RowLayout {
            required property string modelData

            width: root.width // qmllint disable unqualified
            spacing: Theme.gap

            Icon {
                name: root.iconName // qmllint disable unqualified
                color: root.tone // qmllint disable unqualified
                Layout.preferredWidth: 20
                Layout.preferredHeight: 20
                Layout.alignment: Qt.AlignTop
            }
            PlainText {
                text: parent.modelData // qmllint disable unqualified
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
}
