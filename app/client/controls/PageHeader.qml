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

    TextMetrics {
        id: whole
        font.family: Theme.family
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        text: root.title
    }
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
        Column { // not a layout: its height would not follow a title that wraps
            id: words
            Layout.fillWidth: true

            PlainText {
                readonly property bool isLong: whole.advanceWidth > words.width

                width: parent.width
                text: root.title
                font.pixelSize: isLong ? Theme.bodySize : Theme.titleSize
                font.weight: Font.DemiBold
                wrapMode: isLong ? Text.Wrap : Text.NoWrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            PlainText {
                visible: root.subtitle !== ""
                width: parent.width
                text: root.subtitle
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
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
