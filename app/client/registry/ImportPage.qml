import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// A file brought in: what is wrong with it beside its rows, then the import, then the way back.
Rectangle {
    id: root

    required property ClientSession session
    property string file // as a URL; looked through at once, where it is given
    readonly property bool isCompact: width < Theme.mediumWidth
    property alias run: run
    property alias kind: run.kind // what the file holds
    property int marked: 0 // row as a spreadsheet numbers it
    property bool showsRows: false // where there is room for one of the two only

    signal backRequested
    signal imported

    function jump(row: int) {
        marked = row;
        showsRows = true;
        sheet.show(row);
    }

    color: Theme.page
    Component.onCompleted: {
        if (file !== "")
            run.choose(file);
    }

    ImportRun {
        id: run
        calls: root.session.calls
        onImported: rows => {
            undo.show(qsTr("%1 rows are in the registry.").arg(rows), true);
            root.imported();
        }
        onUndone: {
            undo.show(qsTr("The import was taken back."), false);
            root.imported();
        }
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: qsTr("Import")
        subtitle: run.fileName
        canGoBack: true
        onBackRequested: root.backRequested()

        IconButton {
            visible: root.isCompact && run.shownRows > 0 && run.problems.length > 0
            iconName: root.showsRows ? "alert" : "list"
            text: root.showsRows ? qsTr("What is wrong") : qsTr("Rows of the file")
            onClicked: root.showsRows = !root.showsRows
        }
    }
    ColumnLayout {
        id: top
        anchors.top: header.bottom
        x: Theme.gapLarge
        width: parent.width - 2 * Theme.gapLarge
        spacing: Theme.gap

        Item {
            Layout.preferredHeight: Theme.gap
        }
        ChoiceChips {
            visible: run.fileName === "" && root.session.mayImport()
            choices: run.kinds()
            chosen: run.kind
            Layout.fillWidth: true
            onPicked: value => run.kind = value
        }
        Flow {
            spacing: Theme.gap
            Layout.fillWidth: true

            ActionButton {
                objectName: "chooseFile"
                text: run.fileName === "" ? qsTr("Choose a file") : qsTr("Another file")
                iconName: "import"
                kind: run.fileName === "" ? ActionButton.Primary : ActionButton.Secondary
                enabled: !run.busy
                onClicked: source.ask()
            }
            ActionButton {
                objectName: "import"
                visible: run.isChecked && run.batch === ""
                text: qsTr("Import %1 rows").arg(run.rows)
                kind: ActionButton.Primary
                enabled: run.isClean && !run.busy
                onClicked: run.run()
            }
            ActionButton {
                objectName: "undoImport"
                visible: run.batch !== ""
                text: qsTr("Take the import back")
                iconName: "undo"
                enabled: !run.busy
                onClicked: run.undo()
            }
        }
        ProblemBanner {
            problem: run.problem
            Layout.fillWidth: true
        }
        RowLayout {
            visible: run.busy
            spacing: Theme.gap

            Icon {
                name: "sync"
                color: Theme.info
            }
            PlainText {
                text: qsTr("The server looks through the file; nothing is written until every row is right.")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Flow {
            visible: run.isChecked && !run.busy
            spacing: Theme.gap
            Layout.fillWidth: true

            StateChip {
                text: qsTr("%1 rows").arg(run.rows)
                iconName: "list"
                tone: Theme.neutral
            }
            StateChip {
                text: run.batch !== "" ? qsTr("imported") : run.isClean ? qsTr("every row is right") : qsTr("%1 mistakes: mend the file and choose it again").arg(run.errors)
                iconName: run.isClean ? "check" : "alert"
                tone: run.isClean ? Theme.good : Theme.bad
            }
        }
        Item {
            Layout.preferredHeight: Theme.gapSmall
        }
    }
    RowLayout {
        anchors.top: top.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: 0
        visible: run.shownRows > 0 || run.problems.length > 0

        ListView {
            id: wrong
            objectName: "importProblems"
            visible: count > 0 && (!root.isCompact || !root.showsRows)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: run.problems
            Layout.fillHeight: true
            Layout.fillWidth: root.isCompact
            Layout.preferredWidth: root.isCompact ? root.width : Math.round(root.width * 0.36)
            T.ScrollBar.vertical: ThinScrollBar {}

            delegate: ListRow {
                required property int index
                required property var modelData

                objectName: "problem-" + index

                width: ListView.view.width
                iconName: modelData.isWarning ? "info" : "alert"
                tone: modelData.isWarning ? Theme.warning : Theme.bad
                title: modelData.message
                wraps: true
                subtitle: modelData.row > 0 ? qsTr("Row %1, %2: %3").arg(modelData.row).arg(modelData.column).arg(modelData.value) : modelData.column
                isCurrent: modelData.row > 0 && modelData.row === root.marked // qmllint disable unqualified
                onClicked: root.jump(modelData.row) // qmllint disable unqualified
            }
            footer: PlainText {
                width: ListView.view.width
                visible: run.problemCount > run.problems.length // qmllint disable unqualified
                height: visible ? Theme.touchTarget : 0
                text: qsTr("%1 more are like these").arg(run.problemCount - run.problems.length) // qmllint disable unqualified
                muted: true
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Rectangle {
            visible: wrong.visible && sheet.visible
            color: Theme.outline
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.outlineWidth
        }
        ImportRows {
            id: sheet
            visible: run.shownRows > 0 && (!root.isCompact || root.showsRows || !wrong.count)
            run: root.run
            marked: root.marked
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    EmptyState {
        anchors.top: top.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: run.fileName === ""
        iconName: "import"
        title: qsTr("Nothing is written before every row is right")
        hint: qsTr("CSV, XLSX or ODS of at most 32 MiB, with the headings of the export or of the ministry's cards. The file is looked through first, and what is wrong stands beside its rows.")
    }
    UndoBar {
        id: undo
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapLarge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
        onUndoRequested: run.undo()
    }
    OpenDialog {
        id: source
        objectName: "importSource"
        nameFilters: [qsTr("Tables (*.csv *.txt *.xlsx *.ods)")]
        onAccepted: {
            root.marked = 0;
            run.choose(selectedFile);
        }
    }
}
