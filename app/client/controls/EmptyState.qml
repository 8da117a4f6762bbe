import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// What stands where there is nothing: why, and what to do about it.
Item {
    id: root

    required property string title
    property string hint
    property string iconName: "info"
    property string actionText

    signal actionRequested

    implicitHeight: column.implicitHeight + 2 * Theme.gapHuge
    implicitWidth: 280

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.gapLarge, 420)
        spacing: Theme.gapLarge

        Icon {
            name: root.iconName
            color: Theme.mutedText
            Layout.preferredWidth: 48
            Layout.preferredHeight: 48
            Layout.alignment: Qt.AlignHCenter
        }
        PlainText {
            text: root.title
            font.pixelSize: Theme.titleSize
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PlainText {
            visible: root.hint !== ""
            text: root.hint
            muted: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ActionButton {
            objectName: "emptyAction"
            visible: root.actionText !== ""
            text: root.actionText
            Layout.alignment: Qt.AlignHCenter
            onClicked: root.actionRequested()
        }
    }
}
