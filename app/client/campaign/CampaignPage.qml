import QtQuick
import QtQuick.Layouts
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme

// Running campaigns: making one, handing it out, freezing the books, moving units on, and what is in
// quarantine. Each step says beforehand what it does.
Item {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string tab: "units"
    readonly property bool mayRun: session.mayRunCampaign()
    readonly property bool isDraft: tasks.currentState === "draft"
    readonly property bool isIssued: tasks.currentState === "issued"
    readonly property bool isUnderWay: !isDraft && !isIssued && tasks.current !== ""

    TaskList {
        id: tasks
        calls: root.session.calls
    }
    UnitList {
        id: units
        calls: root.session.calls
        task: tasks.current
    }
    CampaignDesk {
        id: desk
        calls: root.session.calls
        task: tasks.current
        onDone: (message, task) => {
            tasks.current = task;
            tasks.reload();
            units.reload();
            if (message !== "")
                told.show(message, false);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: qsTr("Campaigns")
            subtitle: tasks.current !== "" ? qsTr("%1, books of %2").arg(tasks.current).arg(tasks.currentBaseDate) : ""
            Layout.fillWidth: true

            TaskPicker {
                tasks: tasks
                widest: root.isCompact ? Theme.touchTarget : 320
            }
            ActionButton {
                visible: root.mayRun
                text: root.isCompact ? qsTr("New") : qsTr("New campaign…")
                iconName: "plus"
                enabled: !desk.busy
                onClicked: createForm.begin(units.ticked)
            }
        }
        ProblemBanner {
            problem: desk.problem !== "" ? desk.problem : tasks.problem !== "" ? tasks.problem : units.problem
            canDismiss: desk.problem !== ""
            actionText: desk.problem === "" ? qsTr("Try again") : ""
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onDismissed: desk.forgetProblem()
            onActionRequested: {
                tasks.reload();
                units.reload();
            }
        }
        EmptyState {
            visible: tasks.loaded && tasks.count === 0
            iconName: "list"
            title: qsTr("There is no campaign yet")
            hint: root.mayRun ? qsTr("A campaign counts every unit against its books at one base date.") : qsTr("The asset section makes one.")
            actionText: root.mayRun ? qsTr("New campaign…") : ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            onActionRequested: createForm.begin([])
        }
        Panel {
            visible: tasks.current !== ""
            Layout.fillWidth: true
            Layout.margins: root.isCompact ? Theme.gap : Theme.gapLarge

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                RowLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    PlainText {
                        text: tasks.currentName
                        font.pixelSize: Theme.titleSize
                        font.weight: Font.DemiBold
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    StateChip {
                        text: CampaignWords.stateWord(tasks.currentState)
                        iconName: CampaignWords.stateIcon(tasks.currentState)
                        tone: Theme.named(CampaignWords.stateTone(tasks.currentState))
                    }
                }
                PlainText {
                    visible: root.isUnderWay
                    text: qsTr("A campaign is where its slowest unit is.")
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                Flow {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    ActionButton {
                        visible: root.mayRun && root.isDraft
                        text: qsTr("Issue to the units…")
                        iconName: "forward"
                        kind: ActionButton.Primary
                        enabled: !desk.busy
                        onClicked: issuing.open()
                    }
                    ActionButton {
                        visible: root.mayRun && root.isIssued
                        text: qsTr("Freeze the books…")
                        iconName: "lock"
                        kind: ActionButton.Primary
                        enabled: !desk.busy
                        onClicked: freezing.open()
                    }
                    ActionButton {
                        visible: root.mayRun && root.isUnderWay
                        text: units.ticked.length > 0 ? qsTr("Move %1 units on…").arg(units.ticked.length) : qsTr("Tick the units to be moved on")
                        iconName: "sign"
                        kind: ActionButton.Primary
                        enabled: !desk.busy && units.ticked.length > 0
                        onClicked: {
                            moving.to = "";
                            reason.text = "";
                            moving.open();
                        }
                    }
                    ActionButton {
                        visible: root.isUnderWay
                        text: root.tab === "quarantine" ? qsTr("Back to the units") : qsTr("Quarantine: %1 scans").arg(desk.quarantine.length)
                        iconName: root.tab === "quarantine" ? "back" : "shield"
                        onClicked: root.tab = root.tab === "quarantine" ? "units" : "quarantine"
                    }
                }
                RowLayout {
                    visible: desk.busy
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Icon {
                        name: "sync"
                        color: Theme.info
                        Layout.preferredWidth: 20
                        Layout.preferredHeight: 20

                        RotationAnimation on rotation {
                            running: desk.busy
                            from: 0
                            to: 360
                            duration: 1500
                            loops: Animation.Infinite
                        }
                    }
                    PlainText {
                        text: desk.step
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
                Meter {
                    objectName: "progress"
                    visible: desk.progress >= 0
                    value: Math.max(0, desk.progress)
                    figures: desk.progressText
                    Layout.fillWidth: true
                }
            }
        }
        ChipStrip {
            visible: units.loaded && tasks.current !== ""
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: units.states
            chosen: root.tab === "quarantine" ? undefined : units.stateFilter
            Layout.fillWidth: true
            onPicked: value => {
                root.tab = "units";
                units.stateFilter = value;
            }
        }
        UnitTicks {
            visible: units.loaded && root.tab === "units" && tasks.current !== ""
            units: units
            isCompact: root.isCompact
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: root.isCompact ? Theme.gap : Theme.gapLarge
        }
        QuarantineList {
            visible: root.tab === "quarantine"
            events: desk.quarantine
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: root.isCompact ? Theme.gap : Theme.gapLarge
        }
        Item {
            visible: !units.loaded && !(tasks.loaded && tasks.count === 0)
            Layout.fillHeight: true
        }
    }

    CreateForm {
        id: createForm
        desk: desk
    }
    ConfirmDialog {
        id: issuing
        title: qsTr("Issue “%1” to %2 units?").arg(tasks.currentName).arg(units.count)
        message: qsTr("Every unit sees it from now on. Units can no longer be added or left out.")
        confirmText: qsTr("Issue")
        onConfirmed: {
            desk.issue();
            close();
        }
    }
    ConfirmDialog {
        id: freezing
        title: qsTr("Freeze the books of %1 units?").arg(units.count)
        message: qsTr("The cards of every unit are copied as they stood at the end of %1. What changes on a card later does not change what is counted against. It cannot be undone.").arg(tasks.currentBaseDate)
        confirmText: qsTr("Freeze")
        isDangerous: true
        onConfirmed: {
            desk.freeze();
            close();
        }
    }
    ConfirmDialog {
        id: moving

        property string to

        title: qsTr("Move %1 units on").arg(units.ticked.length)
        message: to === "" ? qsTr("To which state?") : to === "counting" ? qsTr("They count again. Their signatures are void, their decisions stay.") : qsTr("All of them move, or none. A unit with a line in doubt stands in the way of all. It cannot be taken back; only opening a sheet again can.")
        confirmText: qsTr("Move")
        canConfirm: to !== "" && (to !== "counting" || reason.text.trim() !== "")
        isDangerous: to === "counting"
        wanted: 620
        onConfirmed: {
            desk.advance(to, units.ticked, to === "counting" ? reason.text.trim() : "");
            close();
        }

        ChoiceChips {
            choices: desk.targets
            chosen: moving.to
            Layout.fillWidth: true
            onPicked: value => moving.to = value
        }
        TextEntry {
            id: reason
            visible: moving.to === "counting"
            label: qsTr("Reason (wanted)")
            Layout.fillWidth: true
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
