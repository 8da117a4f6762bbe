import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// The work list of a sheet beside the evidence of the finding that is looked at. J and K go on and back, D
// decides, X dismisses, Space ticks, A ticks all of the same kind.
Item {
    id: root

    required property SheetView sheet
    required property bool mayDecide
    required property bool isCompact

    property string current
    property bool showsEvidence: false // on a handheld, the list or the evidence
    readonly property bool canDecide: mayDecide && sheet.takesDecisions
    readonly property bool hasKeys: visible && !decisionForm.visible && !surplusForm.visible

    function go(step: int) {
        const row = findings.rowOf(current);
        const next = row < 0 ? 0 : Math.max(0, Math.min(findings.count - 1, row + step));
        current = findings.keyAt(next);
        list.show(next);
    }
    function decide() {
        if (!canDecide || !evidence.there && findings.tickedCount === 0)
            return;
        const count = Math.max(1, findings.tickedCount);
        if (evidence.kind === "surplus")
            surplusForm.begin(current, count, count > 1 ? {} : evidence.decision, true);
        else if (evidence.kind === "line")
            decisionForm.begin(current, count, count > 1 ? {} : evidence.decision);
    }
    function dismiss() {
        if (canDecide && evidence.kind === "surplus")
            surplusForm.begin(current, Math.max(1, findings.tickedCount), {}, false);
    }
    function back() {
        showsEvidence = false;
    }

    FindingList {
        id: findings
        sheet: root.sheet
        onChanged: {
            root.sheet.undecided = undecided;
            if (root.current === "" && count > 0 || rowOf(root.current) < 0)
                root.current = keyAt(0);
        }
    }
    FindingEvidence {
        id: evidence
        findings: findings
        key: root.current
    }
    DecisionDesk {
        id: desk
        findings: findings
        onDecided: message => {
            undoBar.show(message, true);
            root.go(1);
        }
    }
    DecisionForm {
        id: decisionForm
        objectName: "decisionForm"
        desk: desk
    }
    SurplusForm {
        id: surplusForm
        desk: desk
    }

    Shortcut {
        enabled: root.hasKeys
        sequences: ["J", "Down"]
        onActivated: root.go(1)
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["K", "Up"]
        onActivated: root.go(-1)
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["D"]
        onActivated: root.decide()
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["X"]
        onActivated: root.dismiss()
    }
    Shortcut {
        enabled: root.hasKeys && root.canDecide
        sequences: ["Space"]
        onActivated: findings.tick(findings.rowOf(root.current))
    }
    Shortcut {
        enabled: root.hasKeys && root.canDecide
        sequences: ["A"]
        onActivated: findings.tickSame(findings.rowOf(root.current))
    }
    Shortcut {
        enabled: root.hasKeys && findings.tickedCount > 0
        sequences: ["Escape"]
        onActivated: findings.untickAll()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        FindingWorkList {
            id: list
            visible: !root.isCompact || !root.showsEvidence
            findings: findings
            desk: desk
            current: root.current
            canDecide: root.canDecide
            isCompact: root.isCompact
            Layout.fillWidth: root.isCompact
            Layout.preferredWidth: root.isCompact ? -1 : Math.max(300, root.width * 0.38)
            Layout.maximumWidth: root.isCompact ? -1 : 560
            Layout.fillHeight: true
            onChosen: key => root.current = key
            onEvidenceRequested: root.showsEvidence = true
            onDecideRequested: root.decide()
        }
        Rectangle {
            visible: !root.isCompact
            color: Theme.outline
            Layout.preferredWidth: Theme.outlineWidth
            Layout.fillHeight: true
        }
        ColumnLayout {
            visible: !root.isCompact || root.showsEvidence
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowLayout {
                visible: root.isCompact
                Layout.fillWidth: true
                Layout.margins: Theme.gapSmall

                ActionButton {
                    text: qsTr("List")
                    iconName: "back"
                    kind: ActionButton.Quiet
                    onClicked: root.back()
                }
                Item {
                    Layout.fillWidth: true
                }
                IconButton {
                    iconName: "up"
                    text: qsTr("Previous (K)")
                    onClicked: root.go(-1)
                }
                IconButton {
                    iconName: "down"
                    text: qsTr("Next (J)")
                    onClicked: root.go(1)
                }
            }
            EvidencePane {
                visible: evidence.there
                evidence: evidence
                calls: root.sheet.calls
                canDecide: root.canDecide
                isCompact: root.isCompact
                Layout.fillWidth: true
                Layout.fillHeight: true
                onDecideRequested: root.decide()
                onDismissRequested: root.dismiss()
            }
            Item {
                visible: !evidence.there
                Layout.fillHeight: true
            }
            PlainText {
                visible: !root.isCompact && evidence.there
                text: root.canDecide ? qsTr("J next · K previous · D decide · X dismiss · Space tick · A tick all alike") : qsTr("J next · K previous")
                muted: true
                font.pixelSize: Theme.captionSize
                horizontalAlignment: Text.AlignHCenter
                elide: Text.ElideRight
                Layout.fillWidth: true
                Layout.margins: Theme.gapSmall
            }
        }
    }

    UndoBar {
        id: undoBar

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapHuge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
        onUndoRequested: desk.undo()
    }
}
