import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Theme

// The sheets of who is logged in: what is on this device and how far it is, and what can be downloaded.
Item {
    id: root

    required property MySheets sheets
    property string problem
    property bool opening: false

    signal chosen(string task, string unit)
    signal problemDismissed

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: qsTr("My count sheets")
            Layout.fillWidth: true

            IconButton {
                iconName: "sync"
                text: qsTr("Look again")
                onClicked: root.sheets.refresh()
            }
        }
        ProblemBanner {
            problem: root.problem || root.sheets.problem
            canDismiss: true
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gapLarge : 0
            onDismissed: {
                root.sheets.forgetProblem();
                root.problemDismissed();
            }
        }
        ListView {
            id: list
            objectName: "sheetList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.gap
            topMargin: Theme.gapLarge
            bottomMargin: Theme.gapLarge
            model: root.sheets
            keyNavigationEnabled: true

            delegate: SheetCard {
                width: Math.min(ListView.view.width - 2 * Theme.gapLarge, 720)
                x: (ListView.view.width - width) / 2
                fetching: root.sheets.fetching // qmllint disable unqualified
                fetchedLines: root.sheets.fetchedLines // qmllint disable unqualified
                wantedLines: root.sheets.wantedLines // qmllint disable unqualified
                opening: root.opening // qmllint disable unqualified
                onChosen: (task, unit) => root.chosen(task, unit) // qmllint disable unqualified
                onFetchRequested: task => root.sheets.fetch(task) // qmllint disable unqualified
            }

            EmptyState {
                anchors.fill: parent
                visible: root.sheets.count === 0 && !root.sheets.loading
                iconName: root.sheets.offline ? "cloud-off" : "list"
                title: root.sheets.offline ? qsTr("Nothing is on this device yet") : qsTr("No count is under way for you")
                hint: root.sheets.offline ? qsTr("Go where there is a network once and download your sheets. After that you can count offline for days.") : qsTr("The bureau starts a count; it appears here when the books are frozen.")
                actionText: qsTr("Look again")
                onActionRequested: root.sheets.refresh()
            }
        }
    }
}
