import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Overview
import Guanwu.Reports
import Guanwu.Session
import Guanwu.Theme

// The whole in one look: what there is, what lies idle, the five goals, and what is worth most.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    readonly property var told: overview.value
    readonly property int inset: isCompact ? Theme.gap : Theme.gapLarge

    color: Theme.page

    OneRecord {
        id: overview
        calls: root.session.calls
        parts: ["overview"]
    }
    ReportView {
        id: lines
        calls: root.session.calls
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: lines.isThere
        onActivated: lines.isInside ? lines.back() : lines.forget()
    }
    ColumnLayout {
        anchors.fill: parent
        visible: lines.isThere
        spacing: 0

        PageHeader {
            objectName: "linesHeader"
            title: lines.title
            subtitle: lines.isThere ? qsTr("%1 rows").arg(lines.rowCount) : ""
            canGoBack: true
            Layout.fillWidth: true
            onBackRequested: lines.isInside ? lines.back() : lines.forget()
        }
        PlainText {
            text: lines.head
            muted: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.captionSize
            Layout.fillWidth: true
            Layout.margins: Theme.gap
        }
        Repeater {
            model: lines.checks

            StateChip {
                required property var modelData

                text: modelData.text
                iconName: modelData.holds ? "check" : "alert"
                tone: modelData.holds ? Theme.good : Theme.bad
                Layout.leftMargin: Theme.gap
                Layout.maximumWidth: root.width - 2 * Theme.gap // qmllint disable unqualified
            }
        }
        ProblemBanner {
            problem: lines.problem
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
        ReportTable {
            view: lines
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: cell => lines.open(cell)
        }
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !lines.isThere
        spacing: 0

        PageHeader {
            title: qsTr("Overview")
            subtitle: overview.isThere ? qsTr("as of %1, amounts in 10,000 yuan").arg(root.told.as_of) : ""
            Layout.fillWidth: true

            IconButton {
                iconName: "sync"
                text: qsTr("Load again")
                enabled: !overview.busy
                onClicked: overview.reload()
            }
        }
        ProblemBanner {
            problem: overview.problem !== "" ? overview.problem : lines.problem
            actionText: qsTr("Try again")
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onActionRequested: overview.reload()
        }
        EmptyState {
            visible: !overview.isThere
            iconName: overview.busy ? "clock" : "chart"
            title: overview.busy ? qsTr("Being added up…") : qsTr("Nothing to show")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Flickable {
            id: flick
            visible: overview.isThere
            clip: true
            contentWidth: width
            contentHeight: all.height + 2 * root.inset
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            T.ScrollBar.vertical: ThinScrollBar {}

            Loader {
                id: all
                active: root.told.all !== undefined // not before what it shows
                x: root.inset
                y: root.inset
                width: flick.width - 2 * root.inset
                sourceComponent: OverviewFigures {
                    told: root.told // qmllint disable unqualified
                    isCompact: root.isCompact // qmllint disable unqualified
                    isExpanded: root.isExpanded // qmllint disable unqualified
                    inset: root.inset // qmllint disable unqualified
                    onOpened: (report, cell) => lines.showLines(report, {
                        as_of: root.told.as_of // qmllint disable unqualified
                    }, cell) // qmllint disable unqualified
                }
            }
        }
    }
}
