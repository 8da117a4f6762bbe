import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// The work list of a sheet: what is to be decided, narrowed to a result or to what is open, some of it ticked.
ColumnLayout {
    id: root

    required property FindingList findings
    required property DecisionDesk desk
    required property string current // key of the finding that is looked at
    required property bool canDecide
    required property bool isCompact

    signal chosen(string key)
    signal evidenceRequested
    signal decideRequested

    function show(row: int) {
        list.positionViewAtIndex(row, ListView.Contain);
    }

    spacing: 0

    ChipStrip {
        implicitHeight: Theme.touchTarget + 2 * Theme.gap
        choices: root.findings.sheet ? root.findings.sheet.kinds : []
        chosen: root.findings.kind
        Layout.fillWidth: true
        onPicked: value => root.findings.kind = value
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapLarge
        Layout.rightMargin: Theme.gap
        Layout.bottomMargin: Theme.gap

        PlainText {
            text: root.findings.loading ? qsTr("Loading, %1 so far…").arg(root.findings.count) : root.findings.tickedCount > 0 ? qsTr("%1 ticked").arg(root.findings.tickedCount) : qsTr("%1 shown, %2 to decide").arg(root.findings.count).arg(root.findings.undecided)
            muted: true
            font.pixelSize: Theme.captionSize
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        ActionButton {
            visible: root.findings.tickedCount > 0
            text: qsTr("Decide %1").arg(root.findings.tickedCount)
            kind: ActionButton.Primary
            onClicked: {
                root.chosen(root.findings.keyAt(root.findings.rowOf(root.current)));
                root.decideRequested();
            }
        }
        ActionButton {
            visible: root.findings.tickedCount > 0
            text: qsTr("Untick")
            kind: ActionButton.Quiet
            onClicked: root.findings.untickAll()
        }
        ChoiceChips {
            visible: root.findings.tickedCount === 0
            Layout.preferredWidth: 130 * Theme.typeScale
            choices: [
                {
                    value: true,
                    text: qsTr("Open only"),
                    icon: "filter"
                }
            ]
            chosen: root.findings.openOnly
            onPicked: root.findings.openOnly = !root.findings.openOnly
        }
    }
    ProblemBanner {
        problem: root.findings.problem
        actionText: qsTr("Try again")
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
        onActionRequested: root.findings.reload()
    }
    ProblemBanner {
        problem: root.desk.problem
        canDismiss: true
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
        onDismissed: root.desk.forgetProblem()
    }
    PlainText {
        visible: root.findings.isCut
        text: qsTr("The first %1 are shown. Choose one result to see its own.").arg(root.findings.count)
        muted: true
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.margins: Theme.gap
    }
    ListView {
        id: list
        objectName: "findings"
        visible: root.findings.count > 0
        clip: true
        focus: true
        model: root.findings
        boundsBehavior: Flickable.StopAtBounds
        Layout.fillWidth: true
        Layout.fillHeight: true

        delegate: FindingRow {
            required property int index

            width: ListView.view.width
            isCurrent: key === root.current && !root.isCompact // qmllint disable unqualified
            canTick: root.canDecide // qmllint disable unqualified
            onTickRequested: root.findings.tick(index) // qmllint disable unqualified
            onClicked: {
                root.chosen(key); // qmllint disable unqualified
                root.evidenceRequested(); // qmllint disable unqualified
            }
        }
    }
    EmptyState {
        visible: root.findings.count === 0 && !root.findings.loading && root.findings.problem === ""
        iconName: "check"
        title: root.findings.openOnly ? qsTr("Everything is decided") : qsTr("No findings")
        hint: root.findings.openOnly ? qsTr("Show all, to look at a decision again.") : qsTr("Every line that was seen is where the books have it.")
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Item {
        visible: root.findings.count === 0 && root.findings.loading
        Layout.fillHeight: true
    }
}
