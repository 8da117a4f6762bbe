import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme
import Guanwu.Wall

// The wall for a meeting room: every unit at once, few words, as large as they fit. Escape or F11 ends it.
T.Popup {
    id: root

    required property WallModel wall
    required property string title

    readonly property var total: wall.total
    readonly property int headSize: Math.round(Math.min(height / 22, width / 34)) // upright screens are narrow
    // As few columns as let all tiles fit: the fewer units are shown, the larger they are.
    readonly property int columns: {
        const area = grid.height - Theme.gap;
        for (let n = 1; n < 60; ++n) {
            const tile = (grid.width / n) * 0.46;
            if (Math.ceil(root.wall.shown / n) * tile <= area)
                return n;
        }
        return 60;
    }
    readonly property int rows: Math.max(1, Math.ceil(root.wall.shown / columns))

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    padding: Theme.gapLarge
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    background: Rectangle {
        color: Theme.page
    }

    contentItem: ColumnLayout {
        spacing: Theme.gapLarge

        Shortcut {
            sequences: ["F11"]
            onActivated: root.close()
        }
        RowLayout {
            spacing: root.headSize
            Layout.fillWidth: true

            PlainText {
                text: root.title
                font.pixelSize: root.headSize * 0.7
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(root.headSize * 0.4)
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: qsTr("Seen %1").arg(root.total.percent)
                font.pixelSize: root.headSize
                font.weight: Font.Bold
            }
            PlainText {
                text: qsTr("Signed %1 of %2").arg(root.total.signedUnits).arg(root.total.units)
                font.pixelSize: root.headSize
                font.weight: Font.Bold
            }
            PlainText {
                text: qsTr("Stuck %1").arg(root.total.stuckUnits)
                color: root.total.stuckUnits > 0 ? Theme.bad : Theme.text
                font.pixelSize: root.headSize
                font.weight: Font.Bold
            }
            PlainText {
                text: qsTr("Match %1").arg(root.total.match)
                font.pixelSize: root.headSize
                font.weight: Font.Bold
            }
        }
        Item {
            id: grid
            Layout.fillWidth: true
            Layout.fillHeight: true

            Grid {
                columns: root.columns

                Repeater {
                    model: root.wall

                    Item {
                        id: cell

                        required property string shortName
                        required property string unitState
                        required property string stateIcon
                        required property string stateTone
                        required property string stateWord
                        required property bool stuck
                        required property real share
                        required property string percent

                        width: grid.width / root.columns // qmllint disable unqualified
                        height: grid.height / root.rows // qmllint disable unqualified

                        BigTile {
                            anchors.fill: parent
                            anchors.margins: 2
                            shortName: cell.shortName
                            unitState: cell.unitState
                            stateIcon: cell.stateIcon
                            stateTone: cell.stateTone
                            stateWord: cell.stateWord
                            stuck: cell.stuck
                            share: cell.share
                            percent: cell.percent
                        }
                    }
                }
            }
        }
        RowLayout {
            spacing: Math.round(root.headSize * 0.6)
            Layout.fillWidth: true

            Row { // not a layout: it is made anew with every answer
                spacing: Math.round(root.headSize * 0.6)

                Repeater {
                    model: root.wall.states

                    RowLayout {
                        id: key

                        required property var modelData

                        spacing: Theme.gap

                        Icon {
                            name: key.modelData.icon
                            color: key.modelData.value === "stuck" ? Theme.bad : Theme.text
                            Layout.preferredWidth: root.headSize * 0.6 // qmllint disable unqualified
                            Layout.preferredHeight: root.headSize * 0.6 // qmllint disable unqualified
                        }
                        PlainText {
                            text: key.modelData.text
                            font.pixelSize: Math.round(root.headSize * 0.5) // qmllint disable unqualified
                        }
                    }
                }
            }
            PlainText { // an upright screen has no room for it
                text: root.width > root.height ? qsTr("Through today %1 · surplus %2, shortage %3 · %4").arg(root.total.throughToday).arg(root.total.surplus).arg(root.total.shortage).arg(root.total.pace) : ""
                font.pixelSize: Math.round(root.headSize * 0.5)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(root.headSize * 0.35)
                horizontalAlignment: Text.AlignHCenter
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PlainText {
                text: root.wall.problem !== "" ? root.wall.problem : qsTr("Figures: %1").arg(root.wall.age)
                color: root.wall.isOld || root.wall.problem !== "" ? Theme.bad : Theme.mutedText
                font.pixelSize: Math.round(root.headSize * 0.5)
            }
        }
    }
}
