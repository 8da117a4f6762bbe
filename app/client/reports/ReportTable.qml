import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Reports
import Guanwu.Theme

// The rows of a report under its headings, with the totals at the foot.
Flickable {
    id: root

    required property ReportView view
    // The cell that the arrows stand on; row -1 is that of the totals.
    property int atRow: 0
    property int atColumn: 0

    signal opened(string cell)

    function openAt(row: int, column: int) {
        const cell = view.cellAt(row, column);
        if (cell !== "")
            opened(cell);
    }
    function move(rows: int, columns: int) {
        if (atRow < 0)
            atRow = rows < 0 ? view.shownRows - 1 : -1;
        else
            atRow = atRow + rows >= view.shownRows ? (view.totals.length > 0 ? -1 : view.shownRows - 1) : Math.max(0, atRow + rows);
        atColumn = Math.max(0, Math.min(view.columns.length - 1, atColumn + columns));
        if (atRow >= 0)
            lines.positionViewAtIndex(atRow, ListView.Contain);
        const left = starts[atColumn];
        const right = starts[atColumn + 1];
        contentX = Math.max(Math.min(contentX, left), right - width);
    }

    readonly property int digit: Math.round(8 * Theme.typeScale)
    readonly property int rowHeight: Math.max(Theme.touchTarget, Math.round(36 * Theme.typeScale)) // figures are touched
    readonly property int headHeight: Math.round(36 * Theme.typeScale)
    readonly property bool hasGroups: view.groups.length > 0
    // Where each column begins, and behind the last where all end; together at least as wide as the table.
    readonly property var starts: {
        const widths = view.columns.map(column => Math.max(6, column.width + 1) * digit + 2 * Theme.gap);
        const wider = Math.max(1, (width - Theme.gapLarge) / widths.reduce((sum, one) => sum + one, 0));
        const out = [0];
        for (const one of widths)
            out.push(Math.floor(out[out.length - 1] + one * wider));
        return out;
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: view.title
    Keys.onUpPressed: move(-1, 0)
    Keys.onDownPressed: move(1, 0)
    Keys.onLeftPressed: move(0, -1)
    Keys.onRightPressed: move(0, 1)
    Keys.onReturnPressed: openAt(atRow, atColumn)
    Keys.onEnterPressed: openAt(atRow, atColumn)

    clip: true
    contentWidth: Math.max(width, starts[starts.length - 1])
    contentHeight: height
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.horizontal: ThinScrollBar {}

    component Cells: Row {
        id: cells

        required property var texts
        property bool isStrong: false
        property bool isHeading: false
        property int line: -2 // of the report; -1 = the totals, below that none

        Repeater {
            model: root.view.columns // qmllint disable unqualified

            PlainText {
                id: cell

                required property int index
                required property var modelData
                readonly property string opens: cells.line < -1 ? "" : root.view.cellAt(cells.line, index) // qmllint disable unqualified
                readonly property bool isAt: root.activeFocus && cells.line >= -1 && root.atRow === cells.line && root.atColumn === index // qmllint disable unqualified

                color: opens !== "" ? Theme.accent : Theme.text
                font.underline: opens !== "" && (hover.hovered || isAt)
                Accessible.role: opens !== "" ? Accessible.Link : Accessible.Cell
                Accessible.name: text
                Accessible.onPressAction: root.opened(opens) // qmllint disable unqualified

                HoverHandler {
                    id: hover
                    enabled: cell.opens !== ""
                    cursorShape: Qt.PointingHandCursor
                }
                TapHandler {
                    enabled: cell.opens !== ""
                    onTapped: {
                        root.atRow = cells.line; // qmllint disable unqualified
                        root.atColumn = cell.index;
                        root.forceActiveFocus(); // qmllint disable unqualified
                        root.opened(cell.opens); // qmllint disable unqualified
                    }
                }
                Rectangle {
                    anchors.fill: parent
                    visible: cell.isAt
                    color: "transparent"
                    border.width: 2 * Theme.outlineWidth
                    border.color: Theme.accent
                }
                width: root.starts[index + 1] - root.starts[index] // qmllint disable unqualified
                height: cells.height // qmllint disable unqualified
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                text: cells.texts[index] || "" // qmllint disable unqualified
                font.pixelSize: cells.isHeading ? Theme.captionSize : Theme.bodySize // qmllint disable unqualified
                font.weight: cells.isStrong || cells.isHeading ? Font.DemiBold : Font.Normal // qmllint disable unqualified
                horizontalAlignment: cells.isHeading ? Text.AlignHCenter : modelData.isNumber ? Text.AlignRight : Text.AlignLeft // qmllint disable unqualified
                verticalAlignment: Text.AlignVCenter
                wrapMode: cells.isHeading ? Text.Wrap : Text.NoWrap // qmllint disable unqualified
                maximumLineCount: cells.isHeading ? 2 : 1 // qmllint disable unqualified
                elide: Text.ElideRight
            }
        }
    }

    ListView {
        id: lines
        objectName: "reportRows"
        width: root.contentWidth
        height: root.height
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.view.shownRows
        headerPositioning: ListView.OverlayHeader
        footerPositioning: ListView.OverlayFooter
        T.ScrollBar.vertical: ThinScrollBar {}

        header: Rectangle {
            z: 2
            width: ListView.view.width
            height: headings.y + headings.height
            color: Theme.sunken
            // Else they grow over the first rows.
            onHeightChanged: lines.positionViewAtBeginning() // qmllint disable unqualified

            Repeater {
                model: root.view.groups // qmllint disable unqualified

                PlainText {
                    required property var modelData

                    x: root.starts[modelData.first] // qmllint disable unqualified
                    width: root.starts[modelData.first + modelData.count] - x // qmllint disable unqualified
                    height: root.headHeight // qmllint disable unqualified
                    text: modelData.text
                    font.pixelSize: Theme.captionSize
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight

                    Rectangle {
                        anchors.bottom: parent.bottom
                        x: Theme.gapSmall
                        width: parent.width - 2 * Theme.gapSmall
                        height: Theme.outlineWidth
                        color: Theme.outline
                    }
                }
            }
            Cells {
                id: headings
                y: root.hasGroups ? root.headHeight : 0 // qmllint disable unqualified
                height: Math.round(root.headHeight * 1.25) // qmllint disable unqualified
                texts: root.view.columns.map(column => column.heading) // qmllint disable unqualified
                isHeading: true
            }
        }
        delegate: Rectangle {
            id: line

            required property int index

            width: ListView.view.width
            height: root.rowHeight // qmllint disable unqualified
            color: index % 2 === 1 ? Theme.sunken : Theme.surface

            Cells {
                height: parent.height
                opacity: root.view.isPart(line.index) ? 0.75 : 1 // qmllint disable unqualified
                texts: root.view.row(line.index) // qmllint disable unqualified
                line: line.index
            }
        }
        footer: Rectangle {
            z: 2
            visible: root.view.totals.length > 0 // qmllint disable unqualified
            width: ListView.view.width
            height: visible ? root.rowHeight : 0 // qmllint disable unqualified
            color: Theme.sunken

            Rectangle {
                width: parent.width
                height: Theme.outlineWidth
                color: Theme.outline
            }
            Cells {
                height: parent.height
                texts: root.view.totals // qmllint disable unqualified
                line: -1
                isStrong: true
            }
        }
    }
}
