import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// A state as colour, icon and word.
Rectangle {
    id: root

    required property string text
    property string iconName
    property color tone: Theme.neutral

    implicitHeight: row.implicitHeight + Theme.gap
    implicitWidth: row.implicitWidth + 2 * Theme.gap
    radius: height / 2
    color: Theme.ground(tone)
    border.width: Theme.outlineWidth
    border.color: tone
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    RowLayout {
        id: row
        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 2 * Theme.gap)
        spacing: Theme.gapSmall

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.tone
            Layout.preferredWidth: Math.round(16 * Theme.typeScale)
            Layout.preferredHeight: Math.round(16 * Theme.typeScale)
        }
        PlainText {
            text: root.text
            color: root.tone
            font.pixelSize: Theme.captionSize
            font.weight: Font.Medium
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
    }
}
