import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Session
import Guanwu.Theme
import Guanwu.Wall

// The wall of a campaign: how far every unit is, who is stuck, and a way into each.
Item {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string opened // code of the unit whose sheet is open
    property bool big: false // the wall for a meeting room
    property bool fillsScreen: true // while the big wall is there

    // Without the tasks there is nothing to ask of.
    function askAgain() {
        if (tasks.problem !== "")
            tasks.reload();
        units.refresh();
    }
    function open(unit: string) {
        opened = unit;
    }
    function close() {
        opened = "";
        units.refresh();
        tiles.forceActiveFocus();
    }

    TaskList {
        id: tasks
        calls: root.session.calls
    }
    WallModel {
        id: units
        calls: root.session.calls
        task: tasks.current
    }

    Shortcut {
        enabled: root.opened === "" && !root.big
        sequences: ["F11"]
        onActivated: root.big = true
    }
    Shortcut {
        enabled: root.opened === ""
        sequences: ["F5"]
        onActivated: root.askAgain()
    }
    Shortcut {
        enabled: root.opened === ""
        sequences: ["Ctrl+F", "/"]
        onActivated: searchEntry.focusField()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: root.opened === ""

        PageHeader {
            title: qsTr("Wall")
            subtitle: units.loaded ? qsTr("%1, figures: %2").arg(tasks.currentName).arg(units.age) : tasks.currentName
            Layout.fillWidth: true

            StateChip {
                visible: units.isOld && !root.isCompact
                text: qsTr("Old figures")
                iconName: "clock"
                tone: Theme.warning
            }
            TaskPicker {
                tasks: tasks
                widest: root.isCompact ? Theme.touchTarget : 320
            }
            IconButton {
                iconName: "sync"
                text: qsTr("Ask again (F5)")
                onClicked: root.askAgain()
            }
            IconButton {
                visible: !root.isCompact
                iconName: "wall"
                text: qsTr("Meeting room (F11)")
                onClicked: root.big = true
            }
        }
        ProblemBanner {
            problem: units.problem !== "" ? units.problem : tasks.problem
            actionText: qsTr("Try again")
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onActionRequested: root.askAgain()
        }
        WallTotals {
            visible: units.loaded
            total: units.total
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
        }
        GridLayout {
            visible: units.loaded
            columns: root.isCompact ? 1 : 2
            rowSpacing: Theme.gap
            columnSpacing: Theme.gapLarge
            Layout.fillWidth: true
            Layout.margins: Theme.gap
            Layout.leftMargin: Theme.gapLarge

            SearchEntry {
                id: searchEntry
                objectName: "search"
                hint: qsTr("Name, code or department")
                Layout.fillWidth: root.isCompact
                Layout.preferredWidth: root.isCompact ? -1 : 260
                onSettled: text => units.search = text
            }
            Flickable {
                contentWidth: chips.implicitWidth
                implicitHeight: Theme.touchTarget
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                Layout.fillWidth: true

                Row {
                    id: chips
                    spacing: Theme.gapLarge

                    ChoiceChips {
                        choices: [
                            {
                                value: WallModel.ByUnit,
                                text: qsTr("By unit"),
                                icon: "sort-down"
                            },
                            {
                                value: WallModel.ByProgress,
                                text: qsTr("Least done first"),
                                icon: "sort-down"
                            },
                            {
                                value: WallModel.StuckFirst,
                                text: qsTr("Stuck first"),
                                icon: "sort-down"
                            },
                            {
                                value: WallModel.ByPace,
                                text: qsTr("Fastest first"),
                                icon: "sort-down"
                            }
                        ]
                        chosen: units.sort
                        onPicked: value => units.sort = value
                    }
                    Rectangle {
                        width: Theme.outlineWidth
                        height: Theme.touchTarget
                        color: Theme.outline
                    }
                    ChoiceChips {
                        choices: units.choices
                        chosen: units.stateFilter
                        onPicked: value => units.stateFilter = value
                    }
                }
            }
        }
        EmptyState {
            visible: units.loaded && units.shown === 0
            iconName: "search"
            title: qsTr("No unit is shown")
            hint: qsTr("None fits what is searched and filtered for.")
            actionText: qsTr("Show all units")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onActionRequested: {
                searchEntry.text = "";
                units.search = "";
                units.stateFilter = "";
            }
        }
        EmptyState {
            visible: tasks.loaded && tasks.count === 0
            iconName: "wall"
            title: qsTr("There is no campaign yet")
            hint: qsTr("The asset section makes one under Campaigns.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Loader {
            id: tiles
            objectName: "tiles"
            active: units.loaded && units.shown > 0
            visible: active
            focus: true
            sourceComponent: root.isCompact ? rowList : tileGrid
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Item {
            visible: !units.loaded && !(tasks.loaded && tasks.count === 0)
            Layout.fillHeight: true
        }
    }

    Component {
        id: rowList

        ListView {
            clip: true
            focus: true
            model: units // qmllint disable unqualified
            boundsBehavior: Flickable.StopAtBounds

            delegate: WallRow {
                width: ListView.view.width
                onClicked: root.open(unit) // qmllint disable unqualified
            }
        }
    }
    Component {
        id: tileGrid

        GridView {
            id: grid

            readonly property int columns: Math.max(1, Math.floor(width / (250 * Theme.typeScale)))

            clip: true
            focus: true
            keyNavigationEnabled: true
            leftMargin: Theme.gapLarge
            cellWidth: Math.floor((width - 2 * Theme.gapLarge) / columns)
            cellHeight: Math.round(148 * Theme.typeScale) + Theme.gap
            model: units // qmllint disable unqualified
            boundsBehavior: Flickable.StopAtBounds

            delegate: WallTile {
                width: grid.cellWidth - Theme.gap // qmllint disable unqualified
                height: grid.cellHeight - Theme.gap // qmllint disable unqualified
                focus: GridView.isCurrentItem
                onClicked: root.open(unit) // qmllint disable unqualified
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.opened !== ""
        focus: active
        sourceComponent: sheetPage
    }
    Component {
        id: sheetPage

        SheetPage {
            session: root.session // qmllint disable unqualified
            task: tasks.current // qmllint disable unqualified
            unit: root.opened // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            isExpanded: root.isExpanded // qmllint disable unqualified
            focus: true
            onBackRequested: root.close() // qmllint disable unqualified
        }
    }

    Loader {
        active: root.big
        sourceComponent: bigWall
        // The window fills the screen as long as the big wall is there.
        onActiveChanged: {
            const window = root.Window.window;
            if (window && root.fillsScreen)
                window.visibility = active ? Window.FullScreen : Window.AutomaticVisibility;
        }
    }
    Component {
        id: bigWall

        BigWall {
            wall: units // qmllint disable unqualified
            title: tasks.currentName // qmllint disable unqualified
            visible: true
            onClosed: root.big = false // qmllint disable unqualified
        }
    }
}
