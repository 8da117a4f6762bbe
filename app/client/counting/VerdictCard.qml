import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// What was told last, to be read at arm's length: colour, icon, word. A swipe to the side says its condition, one down its user.
Rectangle {
    id: root

    required property Counting counting
    readonly property var told: counting.told
    readonly property bool isEmpty: told.key === ""
    readonly property color tone: isEmpty ? Theme.neutral : Theme.named(told.tone)
    readonly property bool canAdd: told.event !== ""
    // What the finger means so far; no choices = nothing.
    readonly property var swiped: swipe.active ? counting.swiped(swipe.activeTranslation.x, swipe.activeTranslation.y) : ({})
    readonly property var choices: swiped.choices ?? []

    signal surplusRequested
    signal usersRequested

    implicitHeight: row.implicitHeight + 2 * Theme.gap
    color: Theme.ground(tone)
    border.width: isEmpty ? Theme.outlineWidth : 2
    border.color: isEmpty ? Theme.outline : tone
    radius: Theme.radius
    Accessible.role: Accessible.AlertMessage
    Accessible.name: told.word + ", " + told.name + ", " + told.detail

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapLarge
        opacity: root.choices.length > 0 ? 0 : 1

        Rectangle {
            radius: width / 2
            color: root.isEmpty ? "transparent" : root.tone
            Layout.preferredWidth: 56
            Layout.preferredHeight: 56

            Icon {
                anchors.centerIn: parent
                width: 36
                height: 36
                name: root.isEmpty ? "tag" : root.told.icon
                color: root.isEmpty ? Theme.mutedText : Theme.isDark ? "#101418" : "#ffffff"
            }
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            PlainText {
                objectName: "verdictWord"
                text: root.isEmpty ? qsTr("Aim at a tag") : root.told.word
                color: root.isEmpty ? Theme.mutedText : root.tone
                font.pixelSize: Theme.headlineSize
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.bodySize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                objectName: "verdictName"
                visible: text !== ""
                text: root.told.name
                font.pixelSize: Theme.titleSize
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                objectName: "verdictDetail"
                visible: text !== ""
                text: root.told.detail
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        ActionButton {
            objectName: "nameSurplus"
            visible: root.told.key === "unknown" && root.canAdd && !root.told.isSurplus
            text: root.width < 420 ? "" : qsTr("Name it") // beside it the number has to be read
            Accessible.name: qsTr("Name it")
            iconName: "edit"
            onClicked: root.surplusRequested()
        }
    }
    Column {
        visible: root.choices.length > 0
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        spacing: Theme.gapSmall

        PlainText {
            width: parent.width
            text: root.swiped.isLeft || root.swiped.isRight ? qsTr("Condition: let go, or draw on") : qsTr("User: let go, or draw on")
            muted: true
            font.pixelSize: Theme.captionSize
            horizontalAlignment: root.swiped.isLeft ? Text.AlignRight : Text.AlignLeft
            elide: Text.ElideRight
        }
        // The first lies where the finger began, the others the way that it goes.
        Row {
            width: parent.width
            layoutDirection: root.swiped.isLeft ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.gapSmall

            Repeater {
                model: root.choices

                StateChip {
                    required property int index
                    required property var modelData
                    readonly property bool isMeant: index === root.swiped.at // qmllint disable unqualified

                    width: Math.min(implicitWidth, (root.width - 3 * Theme.gap) / root.choices.length - Theme.gapSmall) // qmllint disable unqualified
                    text: modelData.text
                    iconName: isMeant ? "check" : modelData.isUser ? "user" : ""
                    tone: isMeant ? Theme.accent : Theme.neutral
                    border.width: isMeant ? 2 : Theme.outlineWidth
                }
            }
        }
    }
    DragHandler {
        id: swipe

        property point last // where the finger was when it was still down

        target: null
        onActiveTranslationChanged: if (active)
            last = Qt.point(activeTranslation.x, activeTranslation.y)
        onActiveChanged: {
            if (!active && root.canAdd && !root.counting.swipe(last.x, last.y))
                root.usersRequested();
            last = Qt.point(0, 0);
        }
    }
}
