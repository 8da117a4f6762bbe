import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// What was told last, to be read at arm's length: colour, icon, word. A swipe says its condition.
Rectangle {
    id: root

    required property Counting counting
    readonly property var told: counting.told
    readonly property bool isEmpty: told.key === ""
    readonly property color tone: isEmpty ? Theme.neutral : Theme.named(told.tone)
    readonly property bool canAdd: told.event !== ""
    readonly property real far: 72 // a swipe, and no trembling hand
    readonly property real shift: swipe.active && canAdd ? swipe.activeTranslation.x : 0

    // The conditions of a swipe to the left and to the right, by their tokens.
    readonly property string leftCondition: "idle"
    readonly property string rightCondition: "to_scrap"

    signal surplusRequested

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
        transform: Translate {
            x: root.shift
        }

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
            text: qsTr("Name it")
            iconName: "edit"
            onClicked: root.surplusRequested()
        }
    }
    StateChip {
        visible: Math.abs(root.shift) > 16
        anchors.verticalCenter: parent.verticalCenter
        x: root.shift > 0 ? Theme.gap : parent.width - width - Theme.gap
        text: root.counting.conditionName(root.shift > 0 ? root.rightCondition : root.leftCondition)
        iconName: Math.abs(root.shift) > root.far ? "check" : root.shift > 0 ? "forward" : "back"
        tone: Theme.accent
    }
    DragHandler {
        id: swipe
        target: null
        yAxis.enabled: false
        onActiveChanged: {
            if (active || !root.canAdd)
                return;
            if (activeTranslation.x > root.far)
                root.counting.setCondition(root.rightCondition);
            else if (activeTranslation.x < -root.far)
                root.counting.setCondition(root.leftCondition);
        }
    }
}
