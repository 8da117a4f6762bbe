import QtQuick
import QtQuick.Layouts
import Guanwu.Theme

// How far something is: a bar with its figures beside it.
ColumnLayout {
    id: root

    required property real value // 0 to 1
    property string label
    property string figures
    property color tone: value >= 1 ? Theme.good : Theme.accent
    property int thickness: 8

    spacing: Theme.gapSmall
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label + " " + figures

    RowLayout {
        visible: root.label !== "" || root.figures !== ""
        Layout.fillWidth: true

        PlainText {
            text: root.label
            font.pixelSize: Theme.captionSize
            muted: true
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        PlainText {
            text: root.figures
            font.pixelSize: Theme.captionSize
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: root.thickness
        radius: height / 2
        color: Theme.sunken
        border.width: Theme.isHighContrast ? 1 : 0
        border.color: Theme.outline

        Rectangle {
            width: Math.max(root.value > 0 ? height : 0, parent.width * Math.min(1, root.value))
            height: parent.height
            radius: height / 2
            color: root.tone
        }
    }
}
