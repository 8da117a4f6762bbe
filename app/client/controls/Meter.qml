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

    // By anchors: figures that grow while the page is hidden are not laid out anew by a layout of Qt 6.4.
    Item {
        visible: root.label !== "" || root.figures !== ""
        implicitHeight: Math.max(words.implicitHeight, numbers.implicitHeight)
        Layout.fillWidth: true

        PlainText {
            id: words
            anchors.left: parent.left
            anchors.right: numbers.left
            anchors.rightMargin: Theme.gap
            text: root.label
            font.pixelSize: Theme.captionSize
            muted: true
            elide: Text.ElideRight
        }
        PlainText {
            id: numbers
            anchors.right: parent.right
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
