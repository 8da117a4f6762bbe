import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme
import Guanwu.Tuning

// What became of the regions, how fast it goes, and where the time goes.
ColumnLayout {
    id: root

    required property ScannerWatch watch

    spacing: Theme.gapLarge

    Flow {
        spacing: Theme.gap
        Layout.fillWidth: true

        Repeater {
            model: root.watch.regions

            StateChip {
                required property var modelData

                text: qsTr("%1 %2: %3").arg(modelData.letter).arg(modelData.label).arg(modelData.count)
                tone: Theme.named(modelData.tone)
            }
        }
    }
    GridLayout {
        columns: 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapSmall
        Layout.fillWidth: true

        Repeater {
            model: root.watch.figures

            RowLayout {
                id: figure

                required property var modelData

                spacing: Theme.gap
                Layout.fillWidth: true
                Layout.preferredWidth: 1

                PlainText {
                    text: figure.modelData.label
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                PlainText {
                    text: figure.modelData.value
                    font.weight: Font.DemiBold
                }
            }
        }
    }
    Repeater {
        model: root.watch.stages

        Meter {
            required property var modelData

            label: modelData.label
            figures: modelData.ms
            value: modelData.part
            tone: Theme.accent
            thickness: 6
            Layout.fillWidth: true
        }
    }
}
