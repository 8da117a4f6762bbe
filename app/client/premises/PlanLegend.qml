import QtQuick
import Guanwu.Controls
import Guanwu.Premises
import Guanwu.Theme

// What the colours of a picture mean: a swatch as it is drawn, the word, and how much there is of it. In a single row that
// is drawn to the side where there is little room.
Item {
    id: root

    required property BuildingView view
    property bool isSingleRow: false
    property int inset: Theme.gapLarge
    readonly property int swatch: Math.round(26 * Theme.typeScale)
    readonly property int most: 3 * Math.round(Theme.captionSize * 2.9) + 2 * Theme.gapLarge // three rows, then it is scrolled

    implicitHeight: Math.min(entries.childrenRect.height, most)

    Flickable {
        anchors.fill: parent
        contentWidth: root.isSingleRow ? entries.childrenRect.width + 2 * root.inset : width
        contentHeight: entries.childrenRect.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: entries
            x: root.inset
            width: root.isSingleRow ? 100000 : parent.width - 2 * root.inset
            spacing: Theme.gapLarge

            Repeater {
                model: root.view.legend

                Row {
                    id: entry

                    required property var modelData

                    spacing: Theme.gap
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.name + ", " + modelData.figures

                    FloorPicture {
                        width: root.swatch // qmllint disable unqualified
                        height: root.swatch // qmllint disable unqualified
                        anchors.verticalCenter: parent.verticalCenter
                        entry: entry.modelData
                        inks: Theme.planInks
                        strength: Theme.planStrength
                        surface: Theme.surface
                        text: Theme.text
                        outline: Theme.mutedText
                        family: Theme.family
                        pixelSize: Theme.captionSize
                    }
                    Column {
                        PlainText {
                            text: entry.modelData.name
                            font.pixelSize: Theme.captionSize
                            elide: Text.ElideRight
                            width: Math.min(implicitWidth, 240)
                        }
                        PlainText {
                            text: entry.modelData.figures
                            muted: true
                            font.pixelSize: Theme.captionSize - 1
                        }
                    }
                }
            }
        }
    }
}
