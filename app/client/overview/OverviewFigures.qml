import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Overview
import Guanwu.Theme

// The sums, the five goals, and the parts.
Column {
    id: root

    required property var told
    required property bool isCompact
    required property bool isExpanded
    required property int inset

    readonly property real whole: Number(told.all.original_yuan)
    readonly property var titled: told.indicators[0]

    // The lines behind a figure of a report, or the report itself for no figure.
    signal opened(string report, string cell)

    spacing: root.inset

    Grid {
        id: sums
        width: parent.width
        columns: root.isCompact ? 2 : 4
        spacing: root.inset

        Repeater {
            model: [
                {
                    label: qsTr("Cards"),
                    report: "overview",
                    cell: "total@3",
                    text: root.told.all.cards.toLocaleString(Qt.locale(), "f", 0)
                },
                {
                    label: qsTr("Original value"),
                    report: "overview",
                    cell: "total@5",
                    text: (root.whole / 10000).toLocaleString(Qt.locale(), "f", 2)
                },
                {
                    label: qsTr("Net value"),
                    report: "overview",
                    cell: "total@7",
                    text: (Number(root.told.all.net_yuan) / 10000).toLocaleString(Qt.locale(), "f", 2)
                },
                {
                    label: qsTr("Idle, original value"),
                    report: "overview",
                    cell: "idle@5",
                    text: (Number(root.told.idle.original_yuan) / 10000).toLocaleString(Qt.locale(), "f", 2)
                },
                {
                    label: qsTr("Taken by depreciation"),
                    report: "overview",
                    cell: "total@6",
                    text: (Number(root.told.all.accumulated_yuan || 0) / 10000).toLocaleString(Qt.locale(), "f", 2)
                },
                {
                    label: qsTr("Buildings with a certificate"),
                    report: "certificate-progress",
                    cell: "",
                    text: root.titled && root.titled.whole ? qsTr("%1 of %2").arg(root.titled.part).arg(root.titled.whole) : "–"
                },
                {
                    label: qsTr("Space above the standard, ㎡"),
                    report: "space-usage",
                    cell: "",
                    text: root.told.over_standard ? root.told.over_standard.area_m2 : "–"
                },
                {
                    label: qsTr("Units above the standard"),
                    report: "space-usage",
                    cell: "",
                    text: root.told.over_standard ? String(root.told.over_standard.units) : "–"
                }
            ]

            Panel {
                id: tile

                required property var modelData

                width: (sums.width - (sums.columns - 1) * sums.spacing) / sums.columns // qmllint disable unqualified
                implicitHeight: words.height + 2 * padding
                activeFocusOnTab: true
                Accessible.role: Accessible.Button
                Accessible.name: modelData.label + ", " + modelData.text
                Accessible.onPressAction: root.opened(modelData.report, modelData.cell) // qmllint disable unqualified
                Keys.onReturnPressed: root.opened(modelData.report, modelData.cell) // qmllint disable unqualified

                TapHandler {
                    onTapped: root.opened(tile.modelData.report, tile.modelData.cell) // qmllint disable unqualified
                }
                content: [
                    Column {
                        id: words
                        width: parent ? parent.width : 0
                        spacing: Theme.gapSmall

                        PlainText {
                            width: parent.width
                            text: tile.modelData.label
                            muted: true
                            elide: Text.ElideRight
                            font.pixelSize: Theme.captionSize
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.captionSize - 3
                        }
                        PlainText {
                            width: parent.width
                            text: tile.modelData.text
                            font.pixelSize: root.isCompact ? Theme.titleSize : Theme.headlineSize // qmllint disable unqualified
                            font.weight: Font.DemiBold
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.captionSize
                        }
                    }
                ]
            }
        }
    }
    GridLayout {
        width: parent.width
        columns: root.isExpanded ? 5 : root.isCompact ? 1 : 2
        columnSpacing: root.inset
        rowSpacing: root.inset

        Repeater {
            model: root.told.indicators

            IndicatorPanel {
                required property var modelData

                objectName: "indicator-" + modelData.indicator
                told: modelData
                onOpened: (report, cell) => root.opened(report, cell) // qmllint disable unqualified
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
            }
        }
    }
    Grid {
        id: bars
        width: parent.width
        columns: root.isExpanded ? 3 : 1
        spacing: root.inset

        readonly property real partWidth: (width - (columns - 1) * spacing) / columns

        BarPanel {
            width: bars.partWidth
            title: qsTr("By class")
            note: qsTr("filled: net value; outlined: taken by depreciation")
            rows: root.told.classes
            whole: root.whole
            onOpened: cell => root.opened("overview", cell)
        }
        BarPanel {
            width: bars.partWidth
            title: qsTr("By age")
            rows: root.told.ages
            whole: root.whole
            onOpened: cell => root.opened("overview", cell)
        }
        BarPanel {
            width: bars.partWidth
            title: root.told.unit_count > root.told.units.length ? qsTr("The %1 units of most value, of %2").arg(root.told.units.length).arg(root.told.unit_count) : qsTr("By unit")
            rows: root.told.units
            whole: root.whole
            onOpened: cell => root.opened("overview", cell)
        }
    }
}
