import QtQuick
import QtQuick.Layouts
import Guanwu.Theme

// The head of a page: the way back, what it is, and what can be done with the whole of it.
Rectangle {
    id: root

    required property string title
    property string subtitle
    property bool canGoBack: false
    default property alias actions: actionRow.data

    signal backRequested

    implicitHeight: Math.max(Theme.touchTarget + Theme.gap, words.implicitHeight + Theme.gapLarge)
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.canGoBack ? Theme.gapSmall : Theme.gapLarge
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapSmall

        IconButton {
            objectName: "back"
            visible: root.canGoBack
            iconName: "back"
            text: qsTr("Back")
            onClicked: root.backRequested()
        }
        ColumnLayout {
            id: words
            spacing: 0
            Layout.fillWidth: true

            PlainText {
                text: root.title
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            PlainText {
                visible: root.subtitle !== ""
                text: root.subtitle
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        RowLayout {
            id: actionRow
            spacing: Theme.gapSmall
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
}
