import QtQuick
import QtQuick.Layouts
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Session
import Guanwu.Theme

// The review of a campaign: the units with something to decide first, and the sheet of the one that is chosen.
Item {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string opened
    property string lastTask
    readonly property bool hasChoice: units.onlyUnit === ""
    readonly property string shown: hasChoice ? opened : units.onlyUnit

    TaskList {
        id: tasks
        calls: root.session.calls
        onChanged: if (current !== root.lastTask) {
            root.lastTask = current;
            root.opened = "";
        }
    }
    UnitList {
        id: units
        calls: root.session.calls
        task: tasks.current
        openFirst: true
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: root.shown === ""

        PageHeader {
            title: qsTr("Review")
            subtitle: tasks.currentName
            Layout.fillWidth: true

            TaskPicker {
                tasks: tasks
                widest: root.isCompact ? Theme.touchTarget : 320
            }
            IconButton {
                iconName: "sync"
                text: qsTr("Read again (F5)")
                onClicked: units.reload()
            }
        }
        ProblemBanner {
            problem: units.problem !== "" ? units.problem : tasks.problem
            actionText: qsTr("Try again")
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onActionRequested: {
                tasks.reload();
                units.reload();
            }
        }
        SearchEntry {
            visible: units.loaded
            hint: qsTr("Name, code or department")
            Layout.fillWidth: true
            Layout.margins: Theme.gap
            onSettled: text => units.search = text
        }
        ChipStrip {
            visible: units.loaded
            choices: units.states
            chosen: units.stateFilter
            Layout.fillWidth: true
            onPicked: value => units.stateFilter = value
        }
        ListView {
            visible: units.shown > 0
            clip: true
            focus: true
            model: units
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true

            delegate: ListRow {
                id: row

                required property string unit
                required property string name
                required property string unitState
                required property int open
                required property string figures

                objectName: "unit-" + unit
                width: ListView.view.width
                title: name
                subtitle: figures
                iconName: CampaignWords.stateIcon(unitState)
                tone: Theme.named(CampaignWords.stateTone(unitState))
                onClicked: root.opened = unit // qmllint disable unqualified

                StateChip {
                    visible: !root.isCompact // qmllint disable unqualified
                    text: CampaignWords.stateWord(row.unitState)
                    tone: Theme.named(CampaignWords.stateTone(row.unitState))
                }
                PlainText {
                    visible: row.open > 0
                    text: qsTr("%n finding(s)", "", row.open)
                }
                Icon {
                    name: "forward"
                    color: Theme.mutedText
                    Layout.preferredWidth: 20
                    Layout.preferredHeight: 20
                }
            }
        }
        EmptyState {
            visible: (units.loaded && units.shown === 0) || (tasks.loaded && tasks.count === 0)
            iconName: tasks.count === 0 ? "list" : "search"
            title: tasks.count === 0 ? qsTr("There is no campaign yet") : qsTr("No unit is shown")
            hint: tasks.count === 0 ? qsTr("The asset section makes one under Campaigns.") : qsTr("None fits what is searched and filtered for.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Item {
            visible: !units.loaded && !(tasks.loaded && tasks.count === 0)
            Layout.fillHeight: true
        }
    }
    Loader {
        anchors.fill: parent
        active: root.shown !== ""
        focus: active
        sourceComponent: sheetPage
    }

    Component {
        id: sheetPage

        SheetPage {
            session: root.session // qmllint disable unqualified
            task: tasks.current // qmllint disable unqualified
            unit: root.shown // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            isExpanded: root.isExpanded // qmllint disable unqualified
            canGoBack: root.hasChoice // qmllint disable unqualified
            focus: true
            onBackRequested: {
                root.opened = ""; // qmllint disable unqualified
                units.reload();
            }
        }
    }
}
