import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Theme

// A class in one account: what each side says, the four comparisons, and below them every difference with its reason.
// As a row of a table, or on its own where there is less room.
Rectangle {
    id: root

    required property var line
    required property bool isTable
    required property bool mayKeep
    property bool isHead: false
    readonly property var comparisons: ReconcileRows.comparisons
    readonly property int nameWidth: Math.round(width * 0.17)
    readonly property int cellWidth: Math.floor((width - nameWidth - 2 * Theme.gap) / 9)

    signal explainRequested(var rest)
    signal confirmRequested(var item)
    signal takeBackRequested(var item)

    function sign(state: string): string {
        return state === "open" ? "alert" : state === "none" ? "" : "check";
    }
    function tone(state: string): color {
        return state === "open" ? Theme.bad : state === "explained" ? Theme.info : state === "agrees" ? Theme.good : Theme.mutedText;
    }
    function words(cell: var): string {
        return cell.state === "none" ? "–" : cell.state === "agrees" ? qsTr("agrees") : cell.text;
    }

    implicitHeight: body.height
    height: implicitHeight
    radius: isTable ? 0 : Theme.radius
    color: isHead ? Theme.sunken : "transparent"

    Column {
        id: body
        width: parent.width

        Row {
            id: cells
            visible: root.isTable
            x: Theme.gap
            height: visible ? Math.max(Math.round(44 * Theme.typeScale), name.height + Theme.gap) : 0

            Column {
                id: name
                width: root.nameWidth
                anchors.verticalCenter: parent.verticalCenter

                PlainText {
                    width: parent.width
                    text: root.isHead ? qsTr("Class and account") : root.line.title || ""
                    font.weight: root.isHead ? Font.DemiBold : Font.Normal
                    font.pixelSize: root.isHead ? Theme.captionSize : Theme.bodySize
                    elide: Text.ElideRight
                }
                PlainText {
                    visible: !root.isHead
                    width: parent.width
                    text: root.line.account || ""
                    muted: true
                    font.pixelSize: Theme.captionSize
                    elide: Text.ElideRight
                }
            }
            Repeater {
                model: root.isTable ? root.isHead ? ReconcileRows.figureNames : root.line.figures : []

                PlainText {
                    required property string modelData

                    width: root.cellWidth // qmllint disable unqualified
                    height: cells.height // qmllint disable unqualified
                    rightPadding: Theme.gap
                    text: modelData !== "" ? modelData : "–"
                    muted: modelData === ""
                    font.pixelSize: Theme.captionSize
                    font.weight: root.isHead ? Font.DemiBold : Font.Normal // qmllint disable unqualified
                    horizontalAlignment: Text.AlignRight
                    wrapMode: Text.Wrap
                }
            }
            Repeater {
                model: root.isTable ? root.isHead ? ReconcileRows.comparisons : root.line.cells : []

                Item {
                    id: cell

                    required property var modelData

                    width: root.cellWidth // qmllint disable unqualified
                    height: cells.height // qmllint disable unqualified

                    Icon {
                        id: cellIcon
                        visible: name !== ""
                        anchors.right: cellText.left
                        anchors.rightMargin: 2
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.round(16 * Theme.typeScale)
                        height: width
                        name: root.isHead ? "" : root.sign(cell.modelData.state) // qmllint disable unqualified
                        color: cellText.color
                    }
                    PlainText {
                        id: cellText
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter
                        width: root.isHead ? cell.width - Theme.gap : Math.min(implicitWidth, cell.width - Theme.gap - (cellIcon.visible ? cellIcon.width + 2 : 0)) // qmllint disable unqualified
                        text: root.isHead ? cell.modelData.text : root.words(cell.modelData) // qmllint disable unqualified
                        color: root.isHead ? Theme.text : root.tone(cell.modelData.state) // qmllint disable unqualified
                        font.pixelSize: Theme.captionSize
                        font.weight: root.isHead || cell.modelData.state === "open" ? Font.DemiBold : Font.Normal // qmllint disable unqualified
                        horizontalAlignment: Text.AlignRight
                        wrapMode: root.isHead ? Text.Wrap : Text.NoWrap // qmllint disable unqualified
                        elide: root.isHead ? Text.ElideNone : Text.ElideRight // qmllint disable unqualified
                    }
                }
            }
        }
        Column {
            visible: !root.isTable
            x: Theme.gapLarge
            width: parent.width - 2 * Theme.gapLarge
            topPadding: Theme.gapLarge
            bottomPadding: Theme.gapLarge
            spacing: Theme.gap

            PlainText {
                width: parent.width
                text: root.line.title || ""
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
            }
            PlainText {
                width: parent.width
                text: root.line.account || ""
                muted: true
                font.pixelSize: Theme.captionSize
                elide: Text.ElideRight
            }
            Repeater {
                model: root.isTable ? [] : root.line.figures

                Item {
                    id: figure

                    required property int index
                    required property string modelData

                    visible: modelData !== ""
                    width: parent.width
                    implicitHeight: figureText.implicitHeight

                    PlainText {
                        anchors.left: parent.left
                        text: ReconcileRows.figureNames[figure.index]
                        muted: true
                    }
                    PlainText {
                        id: figureText
                        anchors.right: parent.right
                        text: figure.modelData
                    }
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: root.isTable ? [] : root.line.cells.filter(one => one.state !== "none")

                    StateChip {
                        required property var modelData

                        readonly property string heading: root.comparisons.find(one => one.key === modelData.key).text // qmllint disable unqualified

                        text: heading + " " + root.words(modelData) // qmllint disable unqualified
                        iconName: root.sign(modelData.state) // qmllint disable unqualified
                        tone: root.tone(modelData.state) // qmllint disable unqualified
                    }
                }
            }
        }
        ReconcileItems {
            width: parent.width
            visible: !root.isHead && (items.length > 0 || rests.length > 0)
            items: root.line.items || []
            rests: root.line.rests || []
            mayKeep: root.mayKeep
            onExplainRequested: rest => root.explainRequested(rest)
            onConfirmRequested: item => root.confirmRequested(item)
            onTakeBackRequested: item => root.takeBackRequested(item)
        }
    }
    Rectangle {
        visible: root.isTable
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
}
