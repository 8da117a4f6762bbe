import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A report that is a paper: its sections, each figure of which opens the lines it comes from.
Flickable {
    id: root

    required property var sections

    signal opened(string cell)

    clip: true
    contentWidth: width
    contentHeight: paper.height + 2 * Theme.gapLarge
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ThinScrollBar {}

    component Bars: Column {
        id: bars

        required property var chart
        readonly property real longest: chart.bars.reduce((most, bar) => Math.max(most, bar.length), 1)

        spacing: Theme.gapSmall

        PlainText {
            width: parent.width
            text: bars.chart.caption
            muted: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.captionSize
        }
        Repeater {
            model: bars.chart.bars

            Column {
                id: bar

                required property var modelData

                width: bars.width // qmllint disable unqualified
                spacing: 2

                PlainText {
                    width: parent.width
                    text: bar.modelData.name + "　" + bar.modelData.value
                    elide: Text.ElideRight
                    font.pixelSize: Theme.captionSize
                }
                Rectangle {
                    width: Math.max(2, parent.width * Math.max(0, bar.modelData.length) / bars.longest) // qmllint disable unqualified
                    height: 10
                    radius: 3
                    color: Theme.accent
                }
            }
        }
    }

    component Line: Row {
        id: line

        required property var table
        required property var texts
        readonly property real whole: table.columns.reduce((sum, column) => sum + column.width, 0)
        property bool isStrong: false

        Repeater {
            model: line.table.columns // qmllint disable unqualified

            PlainText {
                required property var modelData
                required property int index

                width: line.width * modelData.width / line.whole // qmllint disable unqualified
                padding: Theme.gapSmall
                text: line.texts[index] || "" // qmllint disable unqualified
                wrapMode: Text.Wrap
                font.pixelSize: Theme.captionSize
                font.weight: line.isStrong ? Font.DemiBold : Font.Normal // qmllint disable unqualified
                horizontalAlignment: modelData.number ? Text.AlignRight : Text.AlignLeft
            }
        }
    }

    component Rows: Column {
        id: rows

        required property var table

        PlainText {
            width: parent.width
            text: rows.table.caption
            wrapMode: Text.Wrap
            font.weight: Font.DemiBold
            font.pixelSize: Theme.captionSize
        }
        Rectangle {
            width: parent.width
            height: head.height
            color: Theme.sunken

            Line {
                id: head
                width: parent.width
                table: rows.table
                texts: rows.table.columns.map(column => column.heading)
                isStrong: true
            }
        }
        Repeater {
            model: rows.table.rows

            Line {
                required property var modelData
                required property int index

                width: rows.width // qmllint disable unqualified
                table: rows.table // qmllint disable unqualified
                texts: modelData
                isStrong: rows.table.ends_in_total && index === rows.table.rows.length - 1 // qmllint disable unqualified
            }
        }
    }

    Column {
        id: paper
        x: Theme.gap
        y: Theme.gap
        width: Math.min(root.width - 2 * Theme.gap, Math.round(900 * Theme.typeScale))
        spacing: Theme.gapLarge

        Repeater {
            model: root.sections

            Column {
                id: section

                required property var modelData

                width: paper.width // qmllint disable unqualified
                spacing: Theme.gap

                PlainText {
                    width: parent.width
                    text: section.modelData.heading
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    model: section.modelData.paragraphs

                    Column {
                        id: paragraph

                        required property var modelData

                        width: section.width // qmllint disable unqualified
                        spacing: Theme.gapSmall

                        PlainText {
                            width: parent.width
                            text: paragraph.modelData.text
                            wrapMode: Text.Wrap
                            lineHeight: 1.3
                        }
                        Flow {
                            width: parent.width
                            spacing: Theme.gapSmall

                            Repeater {
                                model: paragraph.modelData.figures

                                ActionButton {
                                    required property var modelData

                                    objectName: "figure-" + modelData.number
                                    width: Math.min(implicitWidth, paragraph.width) // qmllint disable unqualified
                                    mostLines: 2 // the whole figure, on a phone too
                                    text: "[" + modelData.number + "] " + modelData.value
                                    Accessible.description: modelData.source
                                    onClicked: root.opened(modelData.cell) // qmllint disable unqualified
                                }
                            }
                        }
                    }
                }
                Repeater {
                    model: section.modelData.tables

                    Rows {
                        required property var modelData

                        width: section.width // qmllint disable unqualified
                        table: modelData
                    }
                }
                Repeater {
                    model: section.modelData.charts

                    Bars {
                        required property var modelData

                        width: section.width // qmllint disable unqualified
                        chart: modelData
                    }
                }
            }
        }
    }
}
