import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Forms
import Guanwu.Records
import Guanwu.Reports
import Guanwu.Session
import Guanwu.Theme

// One report: what it asks for, what it says, and the files that are handed in.
ColumnLayout {
    id: root

    required property ClientSession session
    required property ReportCatalog catalog
    required property string report
    required property bool isCompact

    property bool asksMore: true // the parameters are shown

    readonly property alias view: view
    readonly property bool canSave: asked.isFilled && asked.revision >= 0 && !saving.busy
    readonly property bool canKeep: session.maySignDocuments() && view.isThere && !view.isInside
    readonly property var files: [
        {
            format: "xlsx",
            text: qsTr("Spreadsheet"),
            icon: "export"
        },
        {
            format: "pdf",
            text: qsTr("PDF"),
            icon: "print"
        },
        {
            format: "csv",
            text: qsTr("CSV"),
            icon: "list"
        }
    ]

    signal backRequested

    function show() {
        if (!asked.check())
            return;
        view.forget(); // else rows of the report before stay where both have as many
        view.show(report, asked.filled());
    }
    function save(format: string) {
        if (!asked.check())
            return;
        target.format = format;
        target.ask(catalog.title(report) + " " + Qt.formatDate(new Date(), "yyyy-MM-dd"));
    }

    function keep() {
        keeping.done = "";
        keeping.send("POST", ["kept-reports"], {
            report: report,
            format: "pdf",
            parameters: view.parameters
        });
    }

    spacing: 0
    Keys.onEscapePressed: event => {
        event.accepted = view.isInside;
        if (view.isInside)
            view.back();
    }
    onReportChanged: {
        view.forget();
        saving.forget();
        keeping.forget();
        keeping.done = "";
        asked.clear();
        asksMore = true;
    }

    AskedFields {
        id: asked
        spec: root.catalog.isThere ? root.catalog.fields(root.report) : []
    }
    ReportView {
        id: view
        calls: root.session.calls
        onChanged: if (isThere)
            root.asksMore = false
    }
    SavedAnswer {
        id: saving
        calls: root.session.calls
    }
    ChangeCall {
        id: keeping

        property string done // what was kept

        calls: root.session.calls
        onDone: answer => done = answer.title
    }
    SaveDialog {
        id: target

        property string format: "xlsx"

        defaultSuffix: format
        nameFilters: format === "pdf" ? [qsTr("PDF (*.pdf)")] : format === "csv" ? [qsTr("CSV (*.csv)")] : [qsTr("Spreadsheet (*.xlsx)")]
        onAccepted: saving.save("GET", ["reports", root.report], selectedFile, Object.assign({
            format: format,
            cell: view.cell
        }, view.cell !== "" ? view.parameters : asked.filled()))
    }

    PageHeader {
        title: view.isInside ? view.title : root.catalog.isThere ? root.catalog.title(root.report) : ""
        subtitle: view.isThere ? qsTr("%1 rows").arg(view.rowCount) : ""
        canGoBack: root.isCompact || view.isInside
        Layout.fillWidth: true
        onBackRequested: view.isInside ? view.back() : root.backRequested()

        IconButton {
            objectName: "changeParameters"
            visible: view.isThere
            iconName: "filter"
            text: qsTr("What it is of")
            onClicked: root.asksMore = !root.asksMore
        }
        IconButton {
            objectName: "keepReport"
            visible: !root.isCompact && root.canKeep
            iconName: "archive"
            text: qsTr("Keep in the archive")
            enabled: !keeping.busy
            onClicked: root.keep()
        }
        Repeater {
            model: root.isCompact ? [] : root.files

            ActionButton {
                required property var modelData

                objectName: "save-" + modelData.format
                text: modelData.text
                iconName: modelData.icon
                enabled: root.canSave // qmllint disable unqualified
                onClicked: root.save(modelData.format) // qmllint disable unqualified
            }
        }
        IconButton {
            objectName: "reportFiles"
            visible: root.isCompact
            iconName: "export"
            text: qsTr("Files")
            enabled: root.canSave
            onClicked: outlets.open()
        }
    }
    // On a handheld the head has room for the title and one sign.
    ConfirmDialog {
        id: outlets
        title: qsTr("What is made of it?")
        confirmText: qsTr("Close")
        canCancel: false
        onConfirmed: close()

        Repeater {
            model: root.files

            ListRow {
                required property var modelData

                objectName: "save-" + modelData.format
                title: modelData.text
                iconName: modelData.icon
                Layout.fillWidth: true
                onClicked: {
                    outlets.close(); // qmllint disable unqualified
                    root.save(modelData.format); // qmllint disable unqualified
                }
            }
        }
        ListRow {
            objectName: "keepReport"
            visible: root.canKeep
            title: qsTr("Keep in the archive")
            iconName: "archive"
            enabled: !keeping.busy
            Layout.fillWidth: true
            onClicked: {
                outlets.close();
                root.keep();
            }
        }
    }
    ProblemBanner {
        problem: view.problem !== "" ? view.problem : saving.problem !== "" ? saving.problem : keeping.problem
        Layout.fillWidth: true
        Layout.margins: visible ? Theme.gap : 0
    }
    StateChip {
        visible: saving.busy || saving.writtenPath !== ""
        text: saving.busy ? qsTr("Being made…") : qsTr("Saved: %1").arg(saving.writtenPath)
        iconName: saving.busy ? "clock" : "check"
        tone: saving.busy ? Theme.neutral : Theme.good
        Layout.margins: Theme.gap
        Layout.maximumWidth: root.width - 2 * Theme.gap
    }
    StateChip {
        visible: keeping.busy || keeping.done !== ""
        text: keeping.busy ? qsTr("Being kept…") : qsTr("Kept in the archive: %1").arg(keeping.done)
        iconName: keeping.busy ? "clock" : "archive"
        tone: keeping.busy ? Theme.neutral : Theme.good
        Layout.margins: Theme.gap
        Layout.maximumWidth: root.width - 2 * Theme.gap
    }
    SectionPanel {
        visible: root.asksMore
        title: qsTr("What it is of")
        Layout.fillWidth: true
        Layout.margins: Theme.gap

        AskedForm {
            width: parent.width
            fields: asked
            calls: root.session.calls
        }
        ActionButton {
            objectName: "showReport"
            text: qsTr("Show")
            iconName: "list"
            kind: ActionButton.Primary
            enabled: root.canSave && !view.busy
            onClicked: root.show()
        }
    }
    ColumnLayout {
        visible: view.isThere
        spacing: Theme.gapSmall
        Layout.fillWidth: true
        Layout.margins: Theme.gap

        PlainText {
            text: view.head
            muted: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.captionSize
            Layout.fillWidth: true
        }
        Repeater {
            model: view.checks

            StateChip {
                required property var modelData

                text: modelData.text
                iconName: modelData.holds ? "check" : "alert"
                tone: modelData.holds ? Theme.good : Theme.bad
                Layout.maximumWidth: root.width - 2 * Theme.gap // qmllint disable unqualified
            }
        }
        PlainText {
            visible: view.rowCount > view.shownRows
            text: qsTr("The first %1 of %2 rows; the totals are of all, and a file holds all.").arg(view.shownRows).arg(view.rowCount)
            muted: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.captionSize
            Layout.fillWidth: true
        }
    }
    YearlyReasons {
        id: reasons

        readonly property var said: view.parameters
        readonly property bool isAsked: root.report === "yearly" && view.isThere && !view.isInside
        readonly property bool isShown: isAsked && isListed

        // Not by `visible`: a column that was never seen has no height yet.
        opacity: isShown ? 1 : 0
        enabled: isShown
        session: root.session
        year: isAsked ? String(said.year || "") : ""
        unit: isAsked ? String(said.unit || "") : ""
        Layout.fillWidth: true
        Layout.preferredHeight: isShown ? implicitHeight : 0
        Layout.maximumHeight: Layout.preferredHeight
        Layout.margins: isShown ? Theme.gap : 0
        onExplained: view.again()
    }
    ReportPaper {
        visible: view.isThere && view.sections.length > 0
        sections: view.sections
        Layout.fillWidth: true
        Layout.fillHeight: true
        onOpened: cell => view.open(cell)
    }
    ReportTable {
        id: table
        visible: view.isThere && view.sections.length === 0
        view: view
        Layout.fillWidth: true
        Layout.fillHeight: true
        onOpened: cell => view.open(cell)
    }
    EmptyState {
        visible: !view.isThere
        iconName: view.busy ? "clock" : "chart"
        title: view.busy ? qsTr("Being added up…") : qsTr("Nothing shown yet")
        hint: view.busy ? "" : qsTr("Say what the report is of, then look at it or save it as a file.")
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
