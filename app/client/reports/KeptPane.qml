import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Records
import Guanwu.Reports
import Guanwu.Session
import Guanwu.Theme

// The archive: which reports were kept, by whom and when, and whether they are still what was kept.
ColumnLayout {
    id: root

    required property ClientSession session
    required property ReportCatalog catalog
    required property bool isCompact

    signal backRequested

    function save(row: var) {
        target.row = row;
        target.ask(row.title + " " + row.ofWhom);
    }

    spacing: 0

    KeptReports {
        id: kept
        calls: root.session.calls
    }
    SavedAnswer {
        id: saving
        calls: root.session.calls
    }
    SaveDialog {
        id: target

        property var row: ({})

        defaultSuffix: (row.format || "").toLowerCase()
        nameFilters: [qsTr("%1 file").arg(row.format || "") + " (*." + defaultSuffix + ")"]
        onAccepted: saving.save("GET", ["kept-reports", row.id], selectedFile)
    }

    PageHeader {
        title: qsTr("Kept reports")
        subtitle: qsTr("Each with who made it; compared with its digest and the audit trail")
        canGoBack: root.isCompact
        Layout.fillWidth: true
        onBackRequested: root.backRequested()

        IconButton {
            iconName: "sync"
            text: qsTr("Look again")
            onClicked: kept.reload()
        }
    }
    ProblemBanner {
        problem: kept.problem !== "" ? kept.problem : saving.problem
        actionText: kept.problem !== "" ? qsTr("Try again") : ""
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
        onActionRequested: kept.reload()
    }
    StateChip {
        visible: saving.busy || saving.writtenPath !== ""
        text: saving.busy ? qsTr("Being fetched…") : qsTr("Saved: %1").arg(saving.writtenPath)
        iconName: saving.busy ? "clock" : "check"
        tone: saving.busy ? Theme.neutral : Theme.good
        Layout.margins: Theme.gap
        Layout.maximumWidth: root.width - 2 * Theme.gap
    }
    ListView {
        id: list
        objectName: "keptReports"
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: kept.rows
        Layout.fillWidth: true
        Layout.fillHeight: true
        T.ScrollBar.vertical: ThinScrollBar {}
        onAtYEndChanged: if (atYEnd && kept.hasMore)
            kept.more()

        header: Item {
            width: ListView.view.width
            height: schedules.height + 2 * Theme.gap

            SchedulesPanel {
                id: schedules
                x: Theme.gap
                y: Theme.gap
                width: parent.width - 2 * Theme.gap
                session: root.session // qmllint disable unqualified
                catalog: root.catalog // qmllint disable unqualified
            }
        }
        delegate: ListRow {
            id: line

            required property var modelData
            property var check: kept.checks[modelData.id] ?? kept.unchecked // qmllint disable unqualified

            objectName: "kept-" + modelData.id
            Component.onCompleted: kept.verify(modelData.id) // qmllint disable unqualified
            width: ListView.view.width
            title: modelData.title
            subtitle: [modelData.ofWhom, modelData.made, modelData.format].join("　")
            iconName: modelData.ties ? "archive" : "alert"
            tone: modelData.ties ? Theme.mutedText : Theme.warning
            onClicked: root.save(modelData) // qmllint disable unqualified

            StateChip {
                text: line.check.text
                iconName: line.check.icon
                tone: Theme.named(line.check.tone)
            }
            IconButton {
                visible: !root.isCompact // qmllint disable unqualified
                iconName: "export"
                text: qsTr("Save as a file")
                onClicked: root.save(line.modelData) // qmllint disable unqualified
            }
        }
        EmptyState {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(parent.height / 2, list.headerItem ? list.headerItem.height + Theme.gapLarge : 0)
            visible: !kept.busy && kept.problem === "" && list.count === 0
            iconName: "archive"
            title: qsTr("No report was kept yet")
            hint: qsTr("A report that is shown can be kept for good.")
        }
    }
}
