import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Theme

// Months are posted: first which would be, then with what was done and a way to stop.
ConfirmDialog {
    id: root

    required property ClientSession session
    required property string unit // empty = all that the caller keeps the books of
    required property string unitName
    readonly property bool isAsked: run.isThere
    readonly property bool isSound: BooksNames.isMonth(through.text) && (opening.text === "" || BooksNames.isMonth(opening.text))

    signal posted

    function begin() {
        run.forget();
        through.text = BooksNames.lastMonth();
        opening.text = "";
        open();
    }

    objectName: "runDialog"
    title: qsTr("Post depreciation")
    message: qsTr("A month that is posted never changes; what changes later takes effect in the month after it.")
    wanted: 640
    problem: run.problem
    canCancel: !run.isRunning && !run.isDone
    canConfirm: run.isRunning || run.isDone || !run.busy && (run.isThere ? run.units > 0 : isSound)
    confirmText: run.isRunning ? qsTr("Stop") : run.isDone ? qsTr("Done") : !run.isThere ? qsTr("What would be posted?") : run.unitsDone > 0 ? qsTr("Go on") : qsTr("Post")
    onConfirmed: {
        if (run.isRunning)
            run.stop();
        else if (run.isDone)
            close();
        else if (run.isThere)
            run.run();
        else
            run.preview(through.text, opening.text, unit);
    }

    DepreciationRun {
        id: run
        calls: root.session.calls
        onPosted: root.posted()
    }
    PlainText {
        text: root.unit === "" ? qsTr("All units that you keep the books of") : root.unitName !== "" ? root.unitName : root.unit
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    TextEntry {
        id: through
        objectName: "through"
        visible: !run.isThere
        label: qsTr("Up to the month")
        hint: qsTr("YYYY-MM")
        problem: text !== "" && !BooksNames.isMonth(text) ? qsTr("A month is written YYYY-MM.") : ""
        Layout.fillWidth: true
        onEdited: run.forget()
    }
    TextEntry {
        id: opening
        objectName: "opening"
        visible: !run.isThere
        label: qsTr("Month of the opening balances, for units that post for the first time")
        hint: qsTr("YYYY-MM, or nothing")
        problem: text !== "" && !BooksNames.isMonth(text) ? qsTr("A month is written YYYY-MM.") : ""
        Layout.fillWidth: true
        onEdited: run.forget()
    }
    StateChip {
        visible: run.isThere && run.units === 0
        text: qsTr("Everything up to this month is posted")
        iconName: "check"
        tone: Theme.good
    }
    Meter {
        visible: run.unitsDone > 0 || run.isRunning
        value: run.units > 0 ? run.unitsDone / run.units : 0
        label: run.isDone ? qsTr("%1 months posted").arg(run.monthsPosted) : qsTr("Posting…")
        figures: qsTr("%1 of %2 units").arg(run.unitsDone).arg(run.units)
        Layout.fillWidth: true
    }
    StateChip {
        visible: run.unitsDone > 0
        text: run.ties ? qsTr("Every month ties") : qsTr("A month does not tie: report it")
        iconName: run.ties ? "check" : "alert"
        tone: run.ties ? Theme.good : Theme.bad
    }
    ListView {
        id: list
        objectName: "runPlan"
        visible: run.isThere && run.units > 0
        clip: true
        model: run.plan
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 320)
        Layout.minimumHeight: Math.min(contentHeight, 160)

        delegate: ListRow {
            required property int index
            required property var modelData

            width: list.width // qmllint disable unqualified
            leftPadding: Theme.gap
            title: modelData.title
            subtitle: modelData.months
            iconName: index < run.unitsDone ? "check" : "clock" // qmllint disable unqualified
            tone: index < run.unitsDone ? Theme.good : Theme.mutedText // qmllint disable unqualified
            focusPolicy: Qt.NoFocus
        }
    }
}
