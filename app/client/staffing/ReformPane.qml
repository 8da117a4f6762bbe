import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Staffing
import Guanwu.Theme

// A unit is merged, split, abolished or renamed: first what would move and what stands in the way, then the reform.
Flickable {
    id: root

    required property ClientSession session
    property string kind: "merge"
    readonly property var accounts: plan.accounts

    function order(): var {
        const out = asked.filled();
        out.kind = kind;
        if (out.departments)
            out.departments = out.departments.split(/[,，;；、\s]+/).filter(name => name !== "");
        return out;
    }
    function listOf(fields: var): var {
        return fields;
    }
    function fieldsOf(kind: string): var {
        const out = listOf([
            {
                token: "unit",
                label: qsTr("Unit"),
                editing: "unit",
                isRequired: true
            }
        ]);
        if (kind !== "rename")
            out.push({
                token: "successor",
                label: qsTr("Who takes over"),
                editing: "unit",
                isRequired: true
            });
        if (kind === "rename")
            out.push({
                token: "new_name",
                label: qsTr("New name"),
                isRequired: true
            });
        if (kind === "split")
            out.push({
                token: "departments",
                label: qsTr("Departments that go, separated by commas"),
                isRequired: true
            });
        return out.concat([
            {
                token: "paper_no",
                label: qsTr("Number of the decision"),
                isRequired: true
            },
            {
                token: "on",
                label: qsTr("Day, today if nothing is said"),
                editing: "date"
            },
            {
                token: "reason",
                label: qsTr("Remark")
            }
        ]);
    }

    contentHeight: column.height + 2 * Theme.gapLarge
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ThinScrollBar {}

    ReformRun {
        id: plan
        calls: root.session.calls
    }
    AskedFields {
        id: asked
        spec: root.fieldsOf(root.kind)
        onEdited: plan.forget()
    }
    Column {
        id: column
        x: Theme.gapLarge
        y: Theme.gapLarge
        width: Math.min(860, root.width - 2 * Theme.gapLarge)
        spacing: Theme.gapLarge

        SectionPanel {
            width: parent.width
            title: qsTr("The decision")

            ChoiceChips {
                width: parent.width
                choices: StaffingNames.reforms
                chosen: root.kind
                onPicked: value => root.kind = value
            }
            AskedForm {
                width: parent.width
                calls: root.session.calls
                fields: asked
            }
            ProblemBanner {
                width: parent.width
                problem: plan.problem
            }
            ActionButton {
                objectName: "previewReform"
                text: plan.busy ? qsTr("Looking…") : qsTr("What would move?")
                iconName: "search"
                kind: plan.isThere ? ActionButton.Secondary : ActionButton.Primary
                enabled: asked.revision >= 0 && asked.isFilled && !plan.busy
                onClicked: if (asked.check())
                    plan.preview(root.order())
            }
        }
        SectionPanel {
            objectName: "reformPlan"
            visible: plan.isThere
            width: parent.width
            title: plan.isDone ? qsTr("It is done") : qsTr("What would move")

            StateChip {
                visible: plan.isDone || plan.problems.length === 0
                text: plan.isDone ? qsTr("Moved, totals unchanged") : qsTr("Nothing stands in the way")
                iconName: "check"
                tone: Theme.good
            }
            OpenProblems {
                width: parent.width
                visible: plan.problems.length > 0
                sentences: plan.problems
                tone: Theme.bad
            }
            ValueRows {
                width: parent.width
                rows: plan.rows
            }
            PlainText {
                visible: root.accounts.length > 0
                width: parent.width
                text: qsTr("Accounts that have to be granted anew: %1").arg(root.accounts.join(qsTr(", ")))
                wrapMode: Text.Wrap
            }
            ActionButton {
                objectName: "runReform"
                visible: !plan.isDone
                text: qsTr("Carry it out…")
                iconName: "flag"
                kind: ActionButton.Danger
                enabled: plan.mayRun
                onClicked: asking.open()
            }
        }
    }
    ConfirmDialog {
        id: asking
        objectName: "reformDialog"
        title: qsTr("Carry out the reform?")
        message: qsTr("It cannot be undone. The unit keeps its number and its history.")
        confirmText: qsTr("Carry it out")
        isDangerous: true
        onConfirmed: {
            close();
            plan.run();
        }
    }
}
