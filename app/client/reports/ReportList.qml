import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Reports
import Guanwu.Theme

// The official forms, group by group.
ColumnLayout {
    id: root

    required property ReportCatalog catalog
    required property string report
    required property bool isArchive

    signal picked(string report)
    signal archivePicked

    spacing: 0

    SearchEntry {
        objectName: "search"
        hint: qsTr("Part of a title")
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        onSettled: text => root.catalog.text = text
    }
    ProblemBanner {
        problem: root.catalog.problem
        actionText: qsTr("Try again")
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
        onActionRequested: root.catalog.reload()
    }
    ListRow {
        objectName: "keptReportsRow"
        title: qsTr("Kept reports")
        iconName: "archive"
        isCurrent: root.isArchive
        Layout.fillWidth: true
        onClicked: root.archivePicked()
    }
    ListView {
        id: list
        objectName: "reports"
        clip: true
        focus: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.catalog.reports
        Layout.fillWidth: true
        Layout.fillHeight: true
        T.ScrollBar.vertical: ThinScrollBar {}

        section.property: "modelData.group"
        delegate: Column {
            id: entry

            required property var modelData
            required property int index
            readonly property bool isFirst: index === 0 || root.catalog.reports[index - 1].group !== modelData.group // qmllint disable unqualified

            width: ListView.view.width

            PlainText {
                visible: entry.isFirst
                width: parent.width
                topPadding: Theme.gapLarge
                bottomPadding: Theme.gapSmall
                leftPadding: Theme.gapLarge
                text: entry.modelData.group
                muted: true
                font.pixelSize: Theme.captionSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            ListRow {
                objectName: "report-" + entry.modelData.name
                width: parent.width
                title: entry.modelData.title
                iconName: "chart"
                isCurrent: !root.isArchive && entry.modelData.name === root.report // qmllint disable unqualified
                onClicked: root.picked(entry.modelData.name) // qmllint disable unqualified
            }
        }
        EmptyState {
            anchors.centerIn: parent
            visible: root.catalog.isThere && list.count === 0
            title: qsTr("No report has that in its title")
        }
    }
}
