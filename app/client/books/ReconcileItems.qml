import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// The differences of a line one by one: entered by somebody, suggested by the records, or still without a reason.
Column {
    id: root

    required property var items
    required property var rests
    required property bool mayKeep

    signal explainRequested(var rest)
    signal confirmRequested(var item)
    signal takeBackRequested(var item)

    bottomPadding: Theme.gap
    spacing: Theme.gapSmall

    Repeater {
        model: root.items

        RowLayout {
            id: item

            required property int index
            required property var modelData

            width: root.width // qmllint disable unqualified
            spacing: Theme.gap

            Icon {
                name: item.modelData.isSuggested ? "question" : "check"
                color: item.modelData.isSuggested ? Theme.warning : Theme.info
                Layout.leftMargin: Theme.gapHuge
                Layout.preferredWidth: Math.round(20 * Theme.typeScale)
                Layout.preferredHeight: Math.round(20 * Theme.typeScale)
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapSmall
                Layout.bottomMargin: Theme.gapSmall

                PlainText {
                    text: item.modelData.isSuggested ? qsTr("%1 %2: %3, the records suggest").arg(item.modelData.sideName).arg(item.modelData.amountText).arg(item.modelData.reasonName) : qsTr("%1 %2: %3").arg(item.modelData.sideName).arg(item.modelData.amountText).arg(item.modelData.reasonName)
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                PlainText {
                    visible: text !== ""
                    text: item.modelData.details
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            ActionButton {
                objectName: "confirm-" + item.index
                visible: root.mayKeep && item.modelData.isSuggested // qmllint disable unqualified
                text: qsTr("Confirm")
                Layout.rightMargin: Theme.gap
                onClicked: root.confirmRequested(item.modelData) // qmllint disable unqualified
            }
            IconButton {
                objectName: "takeBack-" + item.index
                visible: root.mayKeep && !item.modelData.isSuggested // qmllint disable unqualified
                iconName: "trash"
                text: qsTr("Take the reason back")
                Layout.rightMargin: Theme.gap
                onClicked: root.takeBackRequested(item.modelData) // qmllint disable unqualified
            }
        }
    }
    Repeater {
        model: root.rests

        RowLayout {
            id: rest

            required property int index
            required property var modelData

            width: root.width // qmllint disable unqualified
            spacing: Theme.gap

            Icon {
                name: "alert"
                color: Theme.bad
                Layout.leftMargin: Theme.gapHuge
                Layout.preferredWidth: Math.round(20 * Theme.typeScale)
                Layout.preferredHeight: Math.round(20 * Theme.typeScale)
            }
            PlainText {
                text: qsTr("%1 %2: not explained").arg(rest.modelData.sideName).arg(rest.modelData.amountText)
                color: Theme.bad
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: "explain-" + rest.index
                visible: root.mayKeep // qmllint disable unqualified
                text: qsTr("Reason…")
                kind: ActionButton.Primary
                Layout.rightMargin: Theme.gap
                onClicked: root.explainRequested(rest.modelData) // qmllint disable unqualified
            }
        }
    }
}
