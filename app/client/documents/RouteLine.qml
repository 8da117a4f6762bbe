import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// Where a document stands, as a picture: stations along a line, each with who sat there, when, and what was said.
// Downwards on a small screen, to the right on a large one.
Item {
    id: root

    required property var stations // { name, state, who, when, opinion, note }
    readonly property int count: stations.length
    readonly property bool isDown: width < 620 || width / Math.max(1, count) < 120
    readonly property real share: count > 0 ? width / count : width

    function tone(state: string): color {
        return state === "done" ? Theme.good : state === "open" ? Theme.info : state === "late" || state === "stopped" ? Theme.bad : Theme.mutedText;
    }
    function icon(state: string): string {
        return state === "done" ? "check" : state === "open" ? "clock" : state === "late" ? "alert" : state === "stopped" ? "cross" : "";
    }
    function word(state: string): string {
        return state === "done" ? qsTr("done") : state === "open" ? qsTr("here now") : state === "late" ? qsTr("here, late") : state === "stopped" ? qsTr("ended here") : qsTr("ahead");
    }

    implicitHeight: flow.height
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Where it stands")

    Grid {
        id: flow
        width: parent.width
        columns: root.isDown ? 1 : Math.max(1, root.count)

        Repeater {
            model: root.stations

            Item {
                id: station

                required property int index
                required property var modelData
                readonly property color tone: root.tone(modelData.state) // qmllint disable unqualified
                readonly property int dot: Math.round(28 * Theme.typeScale)
                readonly property bool isLast: index === root.count - 1 // qmllint disable unqualified

                width: root.isDown ? root.width : root.share // qmllint disable unqualified
                height: root.isDown ? Math.max(dot + Theme.gapLarge, words.implicitHeight + Theme.gapLarge) : dot + Theme.gap + words.implicitHeight // qmllint disable unqualified
                Accessible.role: Accessible.ListItem
                Accessible.name: [modelData.name, root.word(modelData.state), modelData.who || "", modelData.when || "", modelData.opinion || ""].join(", ") // qmllint disable unqualified

                // The way on to the next station.
                Rectangle {
                    visible: !station.isLast
                    color: station.modelData.state === "done" ? Theme.good : Theme.outline
                    x: root.isDown ? (station.dot - width) / 2 : station.dot + Theme.gapSmall // qmllint disable unqualified
                    y: root.isDown ? station.dot + 2 : (station.dot - height) / 2 // qmllint disable unqualified
                    width: root.isDown ? 3 : station.width - station.dot - 2 * Theme.gapSmall // qmllint disable unqualified
                    height: root.isDown ? station.height - station.dot - 4 : 3 // qmllint disable unqualified
                }
                Rectangle {
                    width: station.dot
                    height: station.dot
                    radius: width / 2
                    color: station.modelData.state === "ahead" ? Theme.surface : station.tone
                    border.width: 2
                    border.color: station.tone

                    Icon {
                        anchors.centerIn: parent
                        width: Math.round(18 * Theme.typeScale)
                        height: width
                        name: root.icon(station.modelData.state) // qmllint disable unqualified
                        color: Theme.surface
                    }
                }
                ColumnLayout {
                    id: words
                    x: root.isDown ? station.dot + Theme.gapLarge : 0 // qmllint disable unqualified
                    y: root.isDown ? 2 : station.dot + Theme.gap // qmllint disable unqualified
                    width: station.width - x - Theme.gap
                    spacing: 2

                    PlainText {
                        text: station.modelData.name
                        font.weight: station.modelData.state === "open" || station.modelData.state === "late" ? Font.DemiBold : Font.Normal
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: root.word(station.modelData.state) // qmllint disable unqualified
                        color: station.tone
                        font.pixelSize: Theme.captionSize
                        font.weight: Font.Medium
                        Layout.fillWidth: true
                    }
                    PlainText {
                        visible: text !== ""
                        text: [station.modelData.who || "", station.modelData.when || ""].filter(one => one !== "").join("\n")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    PlainText {
                        visible: text !== ""
                        text: station.modelData.opinion ? qsTr("“%1”").arg(station.modelData.opinion) : ""
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        maximumLineCount: 4
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    PlainText {
                        visible: text !== ""
                        text: station.modelData.note || ""
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
