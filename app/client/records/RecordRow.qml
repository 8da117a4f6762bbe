import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// A row of a table: cells beside each other, or two lines where there is little room.
Rectangle {
    id: root

    required property PagedRecords records
    required property RecordColumns columns
    required property RecordSelection selection
    required property int row
    required property bool isCurrent
    required property bool isCompact
    required property int markWidth
    required property string titleKey
    required property list<string> subtitleKeys
    required property string noteKey

    readonly property bool isThere: row < records.count
    readonly property bool isPicked: selection.revision >= 0 && records.revision >= 0 && selection.holds(row)
    readonly property var cells: records.revision >= 0 && isThere && !isCompact ? columns.cells(records, row) : []

    readonly property var tones: records.revision >= 0 && isThere && !isCompact ? columns.tones(records, row) : []

    function line(keys: list<string>): string {
        return records.revision >= 0 && isThere && isCompact ? columns.joined(records, row, keys) : "";
    }

    readonly property string noteTone: records.revision >= 0 && isThere && isCompact && noteKey !== "" ? columns.tone(records, row, noteKey) : ""

    signal tapped(int modifiers)
    signal doubleTapped
    signal picked(int modifiers)

    visible: isThere
    color: isPicked ? Theme.selected : isCurrent ? Theme.ground(Theme.accent) : hover.hovered ? Theme.hovered : Theme.surface
    Accessible.role: Accessible.Row
    Accessible.name: isCompact ? title.text : cells.join(", ")

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: (point, button) => root.tapped(point.modifiers)
        onDoubleTapped: root.doubleTapped()
        onLongPressed: root.picked(Qt.NoModifier)
    }
    Rectangle {
        visible: root.isCurrent
        width: 3
        height: parent.height
        color: Theme.focus
    }
    Item {
        id: mark
        visible: (!root.isCompact || root.isPicked) && root.markWidth > Theme.gap
        width: root.markWidth
        height: parent.height

        Rectangle {
            anchors.centerIn: parent
            width: 20
            height: 20
            radius: 4
            color: root.isPicked ? Theme.accent : "transparent"
            border.width: root.isPicked ? 0 : Theme.outlineWidth
            border.color: Theme.mutedText

            Icon {
                anchors.fill: parent
                anchors.margins: 2
                visible: root.isPicked
                name: "check"
                color: Theme.accentText
            }
        }
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: (point, button) => root.picked(point.modifiers)
        }
    }
    Row {
        visible: !root.isCompact
        x: root.markWidth
        height: parent.height

        Repeater {
            model: root.isCompact ? [] : root.columns.shown

            PlainText {
                required property int index
                required property var modelData

                width: modelData.width * Theme.typeScale
                height: root.height // qmllint disable unqualified
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                color: root.tones[index] ? Theme.named(root.tones[index]) : Theme.text // qmllint disable unqualified
                text: root.cells[index] || (root.isThere && root.cells.length === 0 && index === 0 ? "…" : "") // qmllint disable unqualified
                horizontalAlignment: modelData.isNumber ? Text.AlignRight : Text.AlignLeft
                elide: Text.ElideRight
                maximumLineCount: 1
            }
        }
    }
    ColumnLayout {
        visible: root.isCompact
        anchors.left: mark.visible ? mark.right : parent.left
        anchors.leftMargin: mark.visible ? 0 : Theme.gapLarge
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapLarge
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        RowLayout {
            spacing: Theme.gap

            PlainText {
                id: title
                text: root.line([root.titleKey]) || "…"
                elide: Text.ElideRight
                maximumLineCount: 1
                Layout.fillWidth: true
            }
            PlainText {
                visible: text !== ""
                text: root.noteKey !== "" ? root.line([root.noteKey]) : ""
                color: root.noteTone !== "" ? Theme.named(root.noteTone) : Theme.mutedText
                font.pixelSize: Theme.captionSize
            }
        }
        PlainText {
            text: root.line(root.subtitleKeys)
            muted: true
            font.pixelSize: Theme.captionSize
            elide: Text.ElideRight
            maximumLineCount: 1
            Layout.fillWidth: true
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
        opacity: 0.6
    }
}
