import QtQuick
import QtQuick.Layouts
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme
import Guanwu.Tuning

// The reader at work, for people who tune it: what became of each region, what a frame costs, what was read.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    // Beside the picture where there is room, below it else; on a handheld one part at a time.
    readonly property bool isShort: !isExpanded && height < 900
    property string choice: settings.camera
    readonly property var budgets: watch.budgets()
    property bool halted: false
    property bool showsMarks: true
    property int part: 0 // what is shown of the parts where only one has room

    property alias camera: camera
    property alias watch: watch

    signal backRequested

    function changeBudget(step: int) {
        camera.budget = watch.budgetBeside(camera.budget, step);
    }

    color: Theme.page

    LiveCamera {
        id: camera
        choice: root.choice
        active: root.visible && !root.halted
    }
    ScannerWatch {
        id: watch
        camera: camera
    }

    Shortcut {
        sequences: ["P"]
        enabled: root.visible
        onActivated: root.halted = !root.halted
    }
    Shortcut {
        sequences: ["M"]
        enabled: root.visible
        onActivated: root.showsMarks = !root.showsMarks
    }
    Shortcut {
        sequences: ["+", "="]
        enabled: root.visible
        onActivated: root.changeBudget(1)
    }
    Shortcut {
        sequences: ["-"]
        enabled: root.visible
        onActivated: root.changeBudget(-1)
    }
    Shortcut {
        sequences: ["F5"]
        enabled: root.visible
        onActivated: watch.restart()
    }
    Shortcut {
        sequences: ["Esc"]
        enabled: root.visible
        onActivated: root.backRequested()
    }

    PageHeader {
        id: header
        width: parent.width
        title: qsTr("Scanner at work")
        subtitle: root.isCompact ? "" : qsTr("P halt · M marks · + and − budget · F5 count anew · Esc back")
        canGoBack: true
        onBackRequested: root.backRequested()

        IconButton {
            objectName: "halt"
            iconName: root.halted ? "play" : "minus"
            text: root.halted ? qsTr("Go on (P)") : qsTr("Halt (P)")
            onClicked: root.halted = !root.halted
        }
        IconButton {
            objectName: "marks"
            iconName: "tag"
            checked: root.showsMarks
            text: qsTr("Marks (M)")
            onClicked: root.showsMarks = !root.showsMarks
        }
        IconButton {
            objectName: "restart"
            iconName: "repeat"
            text: qsTr("Count anew (F5)")
            onClicked: watch.restart()
        }
    }
    GridLayout {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        columns: root.isExpanded ? 2 : 1
        columnSpacing: 0
        rowSpacing: 0

        Rectangle {
            objectName: "view"
            color: "#000000"
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: root.isExpanded
            Layout.preferredHeight: root.height * (root.isShort ? 0.32 : 0.33)
            Layout.preferredWidth: root.isExpanded ? root.width * 0.62 : -1
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Camera picture with the regions of the reader")

            CameraPicture {
                id: picture
                anchors.fill: parent
                whole: true
                camera: camera
            }
            RegionMarks {
                objectName: "regionMarks"
                anchors.fill: parent
                visible: root.showsMarks
                camera: camera
                area: picture.pictureRect
                readInk: Theme.overPicture("good")
                trackedInk: Theme.overPicture("info")
                waitingInk: Theme.overPicture("warning")
                hopelessInk: Theme.overPicture("")
            }
            Rectangle {
                anchors.fill: parent
                visible: !camera.live && !root.halted
                color: Theme.sunken

                EmptyState {
                    objectName: "noPicture"
                    anchors.fill: parent
                    iconName: "camera"
                    title: camera.problem !== "" ? camera.problem : qsTr("The camera is starting…")
                    hint: camera.problem !== "" ? qsTr("Choose a folder of pictures or a video below.") : ""
                }
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: root.isExpanded ? root.width * 0.38 : -1

            // Never to be scrolled for: it is what one comes to turn.
            RowLayout {
                spacing: 0
                Layout.fillWidth: true

                PlainText {
                    text: qsTr("Budget")
                    muted: true
                    Layout.leftMargin: Theme.gapLarge
                }
                ChipStrip {
                    objectName: "budget"
                    choices: root.budgets.map(ms => ({
                                value: ms,
                                text: qsTr("%1 ms").arg(ms)
                            }))
                    chosen: camera.budget
                    Layout.fillWidth: true
                    onPicked: value => camera.budget = value
                }
            }
            ChipStrip {
                objectName: "parts"
                visible: root.isShort
                choices: [
                    {
                        value: 0,
                        text: qsTr("Rates")
                    },
                    {
                        value: 1,
                        text: qsTr("Reads")
                    },
                    {
                        value: 2,
                        text: qsTr("Source")
                    }
                ]
                chosen: root.part
                Layout.fillWidth: true
                onPicked: value => root.part = value
            }
            SourcePicker {
                visible: !root.isShort || root.part === 2
                choice: root.choice
                Layout.fillWidth: true
                Layout.margins: Theme.gapLarge
                Layout.topMargin: Theme.gapSmall
                onPicked: choice => root.choice = choice
            }
            Flickable {
                visible: !root.isShort || root.part === 0
                contentHeight: figures.implicitHeight + Theme.gapLarge
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                Layout.fillWidth: true
                Layout.fillHeight: root.isShort
                Layout.preferredHeight: contentHeight
                Layout.minimumHeight: Math.min(contentHeight, 120)

                WatchFigures {
                    id: figures
                    x: Theme.gapLarge
                    width: parent.width - 2 * Theme.gapLarge
                    watch: watch
                }
            }
            ListView {
                id: log
                objectName: "readLog"
                visible: !root.isShort || root.part === 1
                clip: true
                model: watch.log
                boundsBehavior: Flickable.StopAtBounds
                Layout.fillWidth: true
                Layout.fillHeight: true

                delegate: Rectangle {
                    id: row

                    required property int index
                    required property string time
                    required property string text
                    required property string format
                    required property string stage

                    width: log.width // qmllint disable unqualified
                    height: words.implicitHeight + 2 * Theme.gapSmall
                    color: index % 2 === 0 ? Theme.surface : Theme.page

                    ColumnLayout {
                        id: words
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.margins: Theme.gapLarge
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 0

                        PlainText {
                            text: row.text
                            elide: Text.ElideMiddle
                            Layout.fillWidth: true
                        }
                        PlainText {
                            text: qsTr("%1 · %2 · %3").arg(row.time).arg(row.format).arg(row.stage)
                            muted: true
                            font.pixelSize: Theme.captionSize
                            elide: Text.ElideRight
                            Layout.fillWidth: true
                        }
                    }
                }

                PlainText {
                    visible: watch.log.count === 0
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.gapLarge
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    muted: true
                    text: qsTr("What is read is listed here.")
                }
            }
            Item {
                visible: root.isShort && root.part === 2
                Layout.fillHeight: true
            }
        }
    }
}
