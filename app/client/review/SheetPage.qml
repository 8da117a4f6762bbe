import QtQuick
import QtQuick.Layouts
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Session
import Guanwu.Theme

// One unit: its findings, the questions about its count, the recount, and its signatures.
Item {
    id: root

    required property ClientSession session
    property var settings // as the shell gives it to every page
    required property string task
    required property string unit
    required property bool isCompact
    required property bool isExpanded
    property bool canGoBack: true

    property string tab: "findings"
    readonly property var allTabs: [
        {
            value: "findings",
            text: qsTr("Findings"),
            icon: "list"
        },
        {
            value: "signals",
            text: qsTr("Questions"),
            icon: "question"
        },
        {
            value: "recount",
            text: qsTr("Recount"),
            icon: "dice"
        },
        {
            value: "sign",
            text: qsTr("Signatures"),
            icon: "sign"
        }
    ]

    signal backRequested

    function back() {
        if (isCompact && tab === "findings" && findingsPane.showsEvidence)
            findingsPane.back();
        else if (canGoBack)
            backRequested();
    }

    SheetView {
        id: view
        calls: root.session.calls
        task: root.task
        unit: root.unit
        maySign: root.session.maySign()
        mayRunCampaign: root.session.mayRunCampaign()
        ownUnit: root.session.unit
        onMoved: message => told.show(message, false)
        onConflicted: told.show(qsTr("Somebody else has changed the sheet. It has been read again."), false)
    }

    Shortcut {
        sequences: ["Alt+Left"]
        onActivated: root.back()
    }
    Shortcut {
        sequences: ["F5"]
        onActivated: view.reload()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: view.name !== "" ? view.name : root.unit
            subtitle: view.loaded ? qsTr("%1 of %2 lines seen, match rate %3").arg(CampaignWords.count(view.checked)).arg(CampaignWords.count(view.lines)).arg(view.matchText) : ""
            canGoBack: root.canGoBack
            Layout.fillWidth: true
            onBackRequested: root.backRequested()

            StateChip {
                visible: view.loaded && !root.isCompact
                text: CampaignWords.stateWord(view.sheetState)
                iconName: CampaignWords.stateIcon(view.sheetState)
                tone: Theme.named(CampaignWords.stateTone(view.sheetState))
            }
            StateChip {
                visible: view.stale && !root.isCompact
                text: qsTr("New scans on their way")
                iconName: "sync"
                tone: Theme.info
            }
            IconButton {
                iconName: "sync"
                text: qsTr("Read again (F5)")
                onClicked: view.reload()
            }
        }
        ProblemBanner {
            problem: view.loaded ? "" : view.problem
            actionText: qsTr("Try again")
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onActionRequested: view.reload()
        }
        ChipStrip {
            objectName: "sheetTabs"
            implicitHeight: Theme.touchTarget + Theme.gapLarge
            choices: root.session.maySuperviseCount() ? root.allTabs : [root.allTabs[0], root.allTabs[3]]
            chosen: root.tab
            Layout.fillWidth: true
            onPicked: value => root.tab = value
        }
        Rectangle {
            color: Theme.outline
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.outlineWidth
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            // Kept while another tab is looked at: the list stays where it was.
            FindingsPane {
                id: findingsPane
                anchors.fill: parent
                visible: root.tab === "findings"
                focus: visible
                sheet: view
                mayDecide: root.session.mayDecide()
                isCompact: root.isCompact
            }
            Loader {
                anchors.fill: parent
                active: root.tab !== "findings"
                focus: active
                sourceComponent: root.tab === "signals" ? signalsPane : root.tab === "recount" ? recountPane : signOffPane
            }
        }
    }

    Component {
        id: signalsPane

        SignalsPane {
            sheet: view // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
        }
    }
    Component {
        id: recountPane

        RecountPane {
            sheet: view // qmllint disable unqualified
            mayRecount: root.session.mayRunCampaign() // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            focus: true
        }
    }
    Component {
        id: signOffPane

        SignOffPane {
            sheet: view // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
        }
    }

    UndoBar {
        id: told
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapHuge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
    }
}
