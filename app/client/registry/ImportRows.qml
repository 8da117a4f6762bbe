import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Theme

// The rows of a file that is to be imported, each cell that is wrong with its sign.
Flickable {
    id: root

    required property ImportRun run
    required property int marked // a row of the file; what is wrong with it is looked at

    readonly property int cellWidth: Math.round(150 * Theme.typeScale)
    readonly property int numberWidth: Math.round(64 * Theme.typeScale)

    function show(row: int) {
        const line = run.lineOfRow(row);
        if (line >= 0)
            lines.positionViewAtIndex(line, ListView.Center);
    }

    clip: true
    contentWidth: Math.max(width, numberWidth + root.run.headings.length * cellWidth)
    contentHeight: height
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.horizontal: ThinScrollBar {}

    ListView {
        id: lines
        objectName: "importRows"
        width: root.contentWidth
        height: root.height
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.run.shownRows
        headerPositioning: ListView.OverlayHeader
        T.ScrollBar.vertical: ThinScrollBar {}

        header: Rectangle {
            z: 2
            width: ListView.view.width
            height: Theme.touchTarget
            color: Theme.sunken

            Row {
                x: root.numberWidth // qmllint disable unqualified

                Repeater {
                    model: root.run.headings // qmllint disable unqualified

                    PlainText {
                        required property string modelData

                        width: root.cellWidth // qmllint disable unqualified
                        height: Theme.touchTarget
                        leftPadding: Theme.gap
                        text: modelData
                        font.pixelSize: Theme.captionSize
                        font.weight: Font.DemiBold
                        elide: Text.ElideRight
                    }
                }
            }
        }
        delegate: Rectangle {
            id: line

            required property int index
            readonly property int row: root.run.rowOfLine(index) // qmllint disable unqualified
            readonly property var cells: root.run.line(index) // qmllint disable unqualified

            width: ListView.view.width
            height: Math.round(40 * Theme.typeScale)
            color: row === root.marked ? Theme.selected : Theme.surface // qmllint disable unqualified

            PlainText {
                width: root.numberWidth // qmllint disable unqualified
                height: parent.height
                rightPadding: Theme.gap
                text: line.row
                muted: true
                horizontalAlignment: Text.AlignRight
                font.pixelSize: Theme.captionSize
            }
            Row {
                x: root.numberWidth // qmllint disable unqualified

                Repeater {
                    model: root.run.headings // qmllint disable unqualified

                    Rectangle {
                        id: cell

                        required property int index
                        required property string modelData
                        readonly property string problem: root.run.isChecked && root.run.problemCount > 0 ? root.run.problemAt(line.row, modelData) : "" // qmllint disable unqualified

                        width: root.cellWidth // qmllint disable unqualified
                        height: line.height // qmllint disable unqualified
                        color: problem !== "" ? Theme.ground(Theme.bad) : "transparent"
                        border.width: problem !== "" ? Theme.outlineWidth : 0
                        border.color: Theme.bad
                        Accessible.role: Accessible.Cell
                        Accessible.name: problem !== "" ? qsTr("%1, wrong: %2").arg(value.text).arg(problem) : value.text

                        Icon {
                            id: sign
                            visible: cell.problem !== ""
                            x: Theme.gapSmall
                            anchors.verticalCenter: parent.verticalCenter
                            width: visible ? 16 : 0
                            height: 16
                            name: "alert"
                            color: Theme.bad
                        }
                        PlainText {
                            id: value
                            anchors.left: sign.right
                            anchors.right: parent.right
                            height: parent.height
                            leftPadding: Theme.gapSmall
                            text: line.cells[cell.index] || "" // qmllint disable unqualified
                            elide: Text.ElideRight
                            maximumLineCount: 1
                        }
                    }
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
    }
}
